// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookdesk.h"
#include "domain/escortbook.h"
#include "machineroom.h"
#include "testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace gatehouse::domain;
using gatehouse::test::BookDesk;
using gatehouse::test::machineRoom;
using gatehouse::test::timeText;

namespace
{
Zone escortedRoom(int perEscort = 5, EscortRule rule = EscortRule::One)
{
    Zone zone;
    zone.id = machineRoom;
    zone.escort = rule;
    zone.visitorsPerEscort = perEscort;
    zone.approvals = 2;
    zone.approvers = {{QStringLiteral("guard")}, {QStringLiteral("keeper"), QStringLiteral("lead")}};
    return zone;
}

/// Manager 1, guard 2, keeper 3, escorts 4 and 5, fire keeper 6, host 7 (also guard), employee 8; kiosk 1, door 2, admin 3.
struct Room {
    DutyBook duties;
    EscortBook book{duties};
    BookDesk desk{&duties, &book};
    StaffId manager = desk.person(1, {Role::Manager}, Grade::Managerial);
    StaffId guard = desk.person(2, {Role::Guard});
    StaffId keeper = desk.person(3, {Role::Escort});
    StaffId escort = desk.person(4, {Role::Escort}, Grade::Managerial);
    StaffId second = desk.person(5, {Role::Escort}, Grade::Managerial);
    StaffId fireKeeper = desk.person(6, {Role::Escort});
    StaffId host = desk.person(7, {Role::Guard}, Grade::Managerial);
    StaffId employee = desk.person(8, {});
    StationId kiosk = desk.station(1, StationKind::Kiosk);
    StationId door = desk.station(2, StationKind::Door);
    StationId admin = desk.station(3, StationKind::Admin);
    VisitId visit = BookDesk::visitId(1);

    explicit Room(const Zone &zone = escortedRoom())
    {
        desk.define(zone);
        duty(keeper, Duty::Keeper);
        duty(fireKeeper, Duty::FireKeeper);
        for (const StaffId &person : {escort, second})
            desk.say(action::escortAuthorise, staffActor(manager), staffSubject(person),
                     {{QStringLiteral("zone"), machineRoom.key},
                      {QStringLiteral("until"), timeText(desk.now.addDays(30))},
                      {QStringLiteral("training"), desk.now.date().toString(Qt::ISODate)}});
    }

    void duty(const StaffId &who, Duty duty)
    {
        desk.say(action::dutyAssign, staffActor(manager), staffSubject(who),
                 {{QStringLiteral("zone"), machineRoom.key},
                  {QStringLiteral("duty"), dutyName(duty)},
                  {QStringLiteral("until"), timeText(desk.now.addDays(30))}});
    }
    QJsonObject scope() const
    {
        return {{QStringLiteral("purpose"), QStringLiteral("machine-room-work")},
                {QStringLiteral("zones"), QJsonArray{QStringLiteral("lobby"), machineRoom.key}},
                {QStringLiteral("host"), host.text()},
                {QStringLiteral("from"), timeText(from)},
                {QStringLiteral("until"), timeText(from.addSecs(4 * 3600))},
                {QStringLiteral("blobs"), QJsonObject{{QStringLiteral("record"), QStringLiteral("aa")}}}};
    }
    void request(const VisitId &id, const QString &by = {})
    {
        desk.say(action::visitRequest, by.isEmpty() ? stationActor(kiosk) : by, visitSubject(id), scope());
    }
    void say(const QString &what, const QString &actor, const QJsonObject &more = {}, const VisitId &id = BookDesk::visitId(1))
    {
        QJsonObject details = more;
        details.insert(QStringLiteral("zone"), machineRoom.key);
        desk.say(what, actor, visitSubject(id), details);
    }
    void approve(const StaffId &by, const VisitId &id = BookDesk::visitId(1))
    {
        desk.say(action::visitApprove, staffActor(by), visitSubject(id), {{QStringLiteral("scope"), scope()}});
    }
    void assign(const StaffId &who, const VisitId &id = BookDesk::visitId(1))
    {
        say(action::escortAssign, staffActor(guard), {{QStringLiteral("escort"), who.text()}}, id);
    }
    void accept(const StaffId &who, const VisitId &id = BookDesk::visitId(1))
    {
        say(action::escortAccept, staffActor(who), {{QStringLiteral("escort"), who.text()}}, id);
    }
    void accepted(const VisitId &id)
    {
        request(id);
        approve(guard, id);
        approve(keeper, id);
        assign(escort, id);
        accept(escort, id);
    }
    void pass(const QString &what, std::vector<VisitId> visits, std::vector<StaffId> people, const QString &decision = {})
    {
        QJsonArray array;
        for (const VisitId &id : visits)
            array.append(QJsonObject{{QStringLiteral("visit"), id.text()},
                                     {QStringLiteral("serial"), QStringLiteral("00000000000000aa")}});
        for (const StaffId &id : people)
            array.append(QJsonObject{{QStringLiteral("staff"), id.text()}});
        desk.say(what, stationActor(door), zoneSubject(machineRoom),
                 {{QStringLiteral("zone"), machineRoom.key},
                  {QStringLiteral("decision"), decision},
                  {QStringLiteral("people"), array}});
    }
    QString state(const VisitId &id = BookDesk::visitId(1)) const
    {
        const auto access = book.access(id, machineRoom);
        return access ? accessStateName(access->state) : QStringLiteral("none");
    }
    QStringList astray() const
    {
        QStringList codes;
        for (const Astray &alarm : book.astray(machineRoom, desk.now))
            codes << alarm.code;
        return codes;
    }

    QDateTime from = desk.now;
};
} // namespace

class TestEscortBook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theLifeOfAnAccess()
    {
        Room r;
        QCOMPARE(r.state(), QStringLiteral("none"));
        r.request(r.visit);
        QCOMPARE(r.state(), QStringLiteral("requested"));
        r.approve(r.guard);
        QCOMPARE(r.state(), QStringLiteral("requested"));
        r.approve(r.keeper);
        QCOMPARE(r.state(), QStringLiteral("approved"));
        r.assign(r.escort);
        QCOMPARE(r.state(), QStringLiteral("assigned"));
        QVERIFY(!r.book.escortInCharge(r.visit, machineRoom, r.desk.now)); // the badge is dead until then
        r.accept(r.escort);
        QCOMPARE(r.state(), QStringLiteral("accepted"));
        QCOMPARE(r.book.escortInCharge(r.visit, machineRoom, r.desk.now), std::optional<StaffId>(r.escort));
        r.pass(action::passageEnter, {r.visit}, {r.escort});
        QCOMPARE(r.state(), QStringLiteral("inside"));
        QCOMPARE(r.astray(), QStringList());
        QCOMPARE(r.book.whereIs(r.visit), std::optional<ZoneId>(machineRoom));
        QCOMPARE(r.book.presence().bySerial(0xaa)->visit, std::optional<VisitId>(r.visit));
        r.say(action::escortRelease, staffActor(r.escort)); // not while the visitor is inside
        QCOMPARE(r.state(), QStringLiteral("inside"));
        r.pass(action::passageLeave, {r.visit}, {r.escort});
        QCOMPARE(r.state(), QStringLiteral("outside"));
        QVERIFY(r.book.inside(machineRoom).empty());
        r.say(action::escortRelease, staffActor(r.escort));
        QCOMPARE(r.state(), QStringLiteral("released"));
        QVERIFY(!r.book.escortInCharge(r.visit, machineRoom, r.desk.now));
        r.accept(r.second);
        QCOMPARE(r.state(), QStringLiteral("released"));
    }

    void r9_approvalsComeFromTheCapacities_data()
    {
        QTest::addColumn<QList<int>>("approvers");
        QTest::addColumn<bool>("approved");
        QTest::newRow("guard and keeper") << QList<int>{2, 3} << true;
        QTest::newRow("keeper first") << QList<int>{3, 2} << true;
        QTest::newRow("guard alone") << QList<int>{2} << false;
        QTest::newRow("guard twice") << QList<int>{2, 2} << false;
        QTest::newRow("a manager is no keeper") << QList<int>{2, 1} << false;
        QTest::newRow("keeper and manager: no guard") << QList<int>{3, 1} << false;
        QTest::newRow("the host is a guard, and the host") << QList<int>{7, 3} << false;
        QTest::newRow("somebody without duty") << QList<int>{2, 8} << false;
        QTest::newRow("an escort without duty") << QList<int>{2, 4} << false;
    }
    void r9_approvalsComeFromTheCapacities()
    {
        QFETCH(QList<int>, approvers);
        Room r;
        r.request(r.visit);
        for (const int person : approvers)
            r.approve(BookDesk::staffId(person));
        QTEST(r.book.access(r.visit, machineRoom)->approved, "approved");
        QCOMPARE(r.book.approvalsMissing(*r.book.access(r.visit, machineRoom)).empty(),
                 r.book.access(r.visit, machineRoom)->approved);
    }

    void r9_aManagerStandsInForWhoDidNotAnswer_data()
    {
        QTest::addColumn<QList<int>>("approvers");
        QTest::addColumn<int>("seconds"); // after the request
        QTest::addColumn<bool>("hot");
        QTest::addColumn<bool>("approved");
        const QList<int> managerAndGuard{2, 1};
        QTest::newRow("too early") << managerAndGuard << 239 << false << false;
        QTest::newRow("after four minutes") << managerAndGuard << 240 << false << true;
        QTest::newRow("when it should have lapsed") << managerAndGuard << 1800 << false << false;
        QTest::newRow("never for the guard") << QList<int>{3, 1} << 240 << false << false;
        QTest::newRow("not for both") << QList<int>{1} << 240 << false << false;
        QTest::newRow("never for the fire keeper") << managerAndGuard << 240 << true << false;
        QTest::newRow("the fire keeper besides") << QList<int>{2, 1, 6} << 240 << true << true;
        QTest::newRow("somebody else after four minutes") << QList<int>{2, 4} << 240 << false << false;
    }
    void r9_aManagerStandsInForWhoDidNotAnswer()
    {
        QFETCH(QList<int>, approvers);
        QFETCH(int, seconds);
        QFETCH(bool, hot);
        Room r;
        r.request(r.visit);
        if (hot)
            r.say(action::escortRequest, stationActor(r.kiosk), {{QStringLiteral("method"), QStringLiteral("hot-work")}});
        r.desk.now = r.desk.now.addSecs(seconds);
        for (const int person : approvers)
            r.approve(BookDesk::staffId(person));
        QTEST(r.book.access(r.visit, machineRoom)->approved, "approved");
    }

    // What is asked before an approval is signed: whether it is the last one (then the badge's face is sent with it).
    void r9_whichApprovalWouldBeTheLast_data()
    {
        QTest::addColumn<QList<int>>("approvers");
        QTest::addColumn<QList<bool>>("last");
        QTest::addColumn<int>("seconds"); // after the request
        QTest::addColumn<bool>("hot");
        QTest::addColumn<int>("askedBy"); // 0: the kiosk
        const auto row = [](const char *name, const QList<int> &approvers, const QList<bool> &last, int seconds = 0,
                            bool hot = false,
                            int askedBy = 0) { QTest::newRow(name) << approvers << last << seconds << hot << askedBy; };
        row("guard, then keeper", {2, 3}, {false, true});
        row("keeper, then guard", {3, 2}, {false, true});
        row("the guard again", {2, 2}, {false, false});
        row("a manager is no keeper", {2, 1, 3}, {false, false, true});
        row("somebody without duty", {8, 3, 2}, {false, false, true});
        row("the host", {3, 7, 2}, {false, false, true});
        row("who registered at the desk", {3, 2}, {false, false}, 0, false, 2);
        row("hot work waits for the fire keeper", {2, 3, 6}, {false, false, true}, 0, true);
        row("the fire keeper first", {6, 3, 2}, {false, false, true}, 0, true);
        row("a manager for the keeper, too early", {2, 1}, {false, false}, 239);
        row("a manager for the keeper who does not answer", {2, 1}, {false, true}, 240);
        row("a manager never for the fire keeper", {2, 1, 6}, {false, false, true}, 240, true);
    }
    void r9_whichApprovalWouldBeTheLast()
    {
        QFETCH(QList<int>, approvers);
        QFETCH(QList<bool>, last);
        QFETCH(int, seconds);
        QFETCH(bool, hot);
        QFETCH(int, askedBy);
        Room r;
        r.request(r.visit, askedBy > 0 ? staffActor(BookDesk::staffId(askedBy)) : QString());
        if (hot)
            r.say(action::escortRequest, stationActor(r.kiosk), {{QStringLiteral("method"), QStringLiteral("hot-work")}});
        r.desk.now = r.desk.now.addSecs(seconds);
        for (qsizetype i = 0; i < approvers.size(); ++i) {
            const StaffId by = BookDesk::staffId(approvers[i]);
            QCOMPARE(r.book.wouldBeApproved(r.visit, by, r.desk, r.desk.sequence(), r.desk.now), last[i]);
            QVERIFY(!r.book.isApproved(r.visit)); // asking changes nothing
            r.approve(by);
            QCOMPARE(r.book.isApproved(r.visit), last[i]); // and it was answered right
        }
    }

    void r9_everyEscortedZoneOfTheVisitIsAsked()
    {
        Room r;
        Zone store = escortedRoom();
        store.id = ZoneId{QStringLiteral("store")};
        store.approvers = {{QStringLiteral("guard")}, {QStringLiteral("lead")}};
        r.desk.define(store);
        r.desk.say(action::dutyAssign, staffActor(r.manager), staffSubject(r.employee),
                   {{QStringLiteral("zone"), store.id.key},
                    {QStringLiteral("duty"), dutyName(Duty::Lead)},
                    {QStringLiteral("until"), timeText(r.desk.now.addDays(30))}});
        QJsonObject scope = r.scope();
        scope.insert(QStringLiteral("zones"), QJsonArray{machineRoom.key, store.id.key});
        r.desk.say(action::visitRequest, stationActor(r.kiosk), visitSubject(r.visit), scope);
        const auto approve = [&](const StaffId &by) {
            r.desk.say(action::visitApprove, staffActor(by), visitSubject(r.visit), {{QStringLiteral("scope"), scope}});
        };
        const auto wouldBe = [&](const StaffId &by) {
            return r.book.wouldBeApproved(r.visit, by, r.desk, r.desk.sequence(), r.desk.now);
        };
        approve(r.guard);
        QVERIFY(!wouldBe(r.keeper)); // the room's keeper says nothing about the store
        approve(r.keeper);
        QVERIFY(!r.book.isApproved(r.visit));
        QVERIFY(wouldBe(r.employee));
        approve(r.employee);
        QVERIFY(r.book.isApproved(r.visit));
    }

    void r9_onePersonFillsOnePlace()
    {
        Room r;
        r.duty(r.guard, Duty::Keeper); // guard and keeper in one
        r.request(r.visit);
        r.approve(r.guard);
        QVERIFY(!r.book.access(r.visit, machineRoom)->approved);
        r.approve(r.keeper);
        QVERIFY(r.book.access(r.visit, machineRoom)->approved);
    }

    void r9_whoAskedDoesNotApprove()
    {
        Room r;
        r.request(r.visit, staffActor(r.guard)); // registered at the desk
        r.approve(r.guard);
        r.approve(r.keeper);
        QCOMPARE(r.state(), QStringLiteral("requested"));
    }

    void r1_anApprovalOfSomethingElseCountsNothing_data()
    {
        QTest::addColumn<QString>("changed");
        for (const char *name : {"purpose", "zones", "host", "from", "until", "blobs"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void r1_anApprovalOfSomethingElseCountsNothing()
    {
        QFETCH(QString, changed);
        Room r;
        r.request(r.visit);
        r.approve(r.keeper);
        QJsonObject scope = r.scope();
        scope.insert(changed, QStringLiteral("other"));
        r.desk.say(action::visitApprove, staffActor(r.guard), visitSubject(r.visit), {{QStringLiteral("scope"), scope}});
        QCOMPARE(r.state(), QStringLiteral("requested"));
    }

    void r11_hotWorkNeedsTheFireKeeper_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<bool>("needs");
        for (const QString &method : workMethods())
            QTest::newRow(qPrintable(method))
                << method << (method == QLatin1String("hot-work") || method == QLatin1String("fire-protection-off"));
    }
    void r11_hotWorkNeedsTheFireKeeper()
    {
        QFETCH(QString, method);
        QFETCH(bool, needs);
        Room r;
        r.request(r.visit);
        r.say(action::escortRequest, stationActor(r.kiosk), {{QStringLiteral("method"), method}});
        r.say(action::escortRequest, stationActor(r.kiosk), {{QStringLiteral("method"), QStringLiteral("look-only")}});
        r.approve(r.guard);
        r.approve(r.keeper);
        QCOMPARE(r.book.access(r.visit, machineRoom)->approved, !needs);
        r.approve(r.fireKeeper);
        QVERIFY(r.book.access(r.visit, machineRoom)->approved);
        r.assign(r.escort);
        r.accept(r.escort);
        r.say(action::escortRelease, staffActor(r.escort));
        QCOMPARE(r.state(), needs ? QStringLiteral("accepted") : QStringLiteral("released"));
        r.say(action::escortRelease, staffActor(r.escort), {{QStringLiteral("restored"), true}});
        QCOMPARE(r.state(), QStringLiteral("released"));
        QCOMPARE(r.book.access(r.visit, machineRoom)->fireRestored, needs);
    }

    void r4_whoMayAccept_data()
    {
        QTest::addColumn<QString>("actor");
        QTest::addColumn<int>("escort");
        QTest::addColumn<QString>("method");
        QTest::addColumn<bool>("accepted");
        const auto staff = [](int n) { return staffActor(BookDesk::staffId(n)); };
        const auto station = [](int n) { return stationActor(BookDesk::stationId(n)); };
        QTest::newRow("the escort by own signature") << staff(4) << 4 << QString() << true;
        QTest::newRow("another authorised escort") << staff(5) << 5 << QString() << true;
        QTest::newRow("an employee") << staff(8) << 8 << QString() << false;
        QTest::newRow("managerial without authorisation") << staff(7) << 7 << QString() << false;
        QTest::newRow("for somebody else") << staff(2) << 4 << QString() << false;
        QTest::newRow("PIN at the door") << station(2) << 4 << QStringLiteral("pin") << true;
        QTest::newRow("the door without a PIN") << station(2) << 4 << QString() << false;
        QTest::newRow("PIN at a kiosk") << station(1) << 4 << QStringLiteral("pin") << false;
        QTest::newRow("PIN of an employee") << station(2) << 8 << QStringLiteral("pin") << false;
        QTest::newRow("unknown door") << station(77) << 4 << QStringLiteral("pin") << false;
    }
    void r4_whoMayAccept()
    {
        QFETCH(QString, actor);
        QFETCH(int, escort);
        QFETCH(QString, method);
        Room r;
        r.request(r.visit);
        r.approve(r.guard);
        r.approve(r.keeper);
        r.assign(r.escort);
        r.say(action::escortAccept, actor,
              {{QStringLiteral("escort"), BookDesk::staffId(escort).text()}, {QStringLiteral("method"), method}});
        QTEST(r.book.access(r.visit, machineRoom)->accepted, "accepted");
        if (r.book.access(r.visit, machineRoom)->accepted)
            QCOMPARE(r.book.access(r.visit, machineRoom)->acceptedByPin, !method.isEmpty());
    }

    void acceptanceNeedsApprovalAndWindow_data()
    {
        QTest::addColumn<bool>("approved");
        QTest::addColumn<int>("afterMinutes");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("not approved") << false << 0 << false;
        QTest::newRow("in the window") << true << 239 << true;
        QTest::newRow("window over") << true << 240 << false;
    }
    void acceptanceNeedsApprovalAndWindow()
    {
        QFETCH(bool, approved);
        QFETCH(int, afterMinutes);
        Room r;
        r.request(r.visit);
        r.approve(r.guard);
        if (approved)
            r.approve(r.keeper);
        r.assign(r.escort);
        r.desk.now = r.from.addSecs(60LL * afterMinutes);
        r.accept(r.escort);
        QTEST(r.book.access(r.visit, machineRoom)->accepted, "accepted");
    }

    void r4_aTourNamesItsEscortInAdvance()
    {
        Room r;
        r.request(r.visit);
        r.say(action::escortAssign, staffActor(r.host), {{QStringLiteral("escort"), r.escort.text()}});
        QCOMPARE(r.state(), QStringLiteral("requested"));
        r.approve(r.guard);
        r.desk.now = r.desk.now.addSecs(60);
        r.approve(r.keeper);
        QCOMPARE(r.state(), QStringLiteral("assigned"));
        QCOMPARE(r.book.access(r.visit, machineRoom)->assignedAt, r.desk.now);
    }

    void anEscortHasAtMostTheZonesNumber()
    {
        Room r(escortedRoom(2));
        for (int n = 1; n <= 3; ++n)
            r.accepted(BookDesk::visitId(n));
        QCOMPARE(r.state(BookDesk::visitId(2)), QStringLiteral("accepted"));
        QCOMPARE(r.state(BookDesk::visitId(3)), QStringLiteral("assigned"));
        QCOMPARE(r.book.visitorsOf(r.escort, machineRoom, r.desk.now), 2);
        r.accept(r.second, BookDesk::visitId(3)); // the second escort is mandatory
        QCOMPARE(r.state(BookDesk::visitId(3)), QStringLiteral("accepted"));
        r.say(action::escortRelease, staffActor(r.escort), {}, BookDesk::visitId(1));
        QCOMPARE(r.book.visitorsOf(r.escort, machineRoom, r.desk.now), 1);
    }

    void handOverIsConfirmedByBoth()
    {
        Room r;
        r.accepted(r.visit);
        r.accept(r.second); // not offered
        QCOMPARE(r.book.access(r.visit, machineRoom)->escort, std::optional<StaffId>(r.escort));
        r.say(action::escortHandOver, staffActor(r.second), {{QStringLiteral("to"), r.second.text()}});
        r.accept(r.second); // nobody takes over by oneself
        QCOMPARE(r.book.access(r.visit, machineRoom)->escort, std::optional<StaffId>(r.escort));
        r.say(action::escortHandOver, staffActor(r.escort), {{QStringLiteral("to"), r.employee.text()}});
        QVERIFY(!r.book.access(r.visit, machineRoom)->handOverTo);
        r.say(action::escortHandOver, staffActor(r.escort), {{QStringLiteral("to"), r.second.text()}});
        QCOMPARE(r.book.escortInCharge(r.visit, machineRoom, r.desk.now), std::optional<StaffId>(r.escort));
        r.accept(r.second);
        QCOMPARE(r.book.escortInCharge(r.visit, machineRoom, r.desk.now), std::optional<StaffId>(r.second));
        QVERIFY(r.book.accessesOf(r.escort).empty());
    }

    void aHandOverMayBeDeclined()
    {
        Room r;
        r.accepted(r.visit);
        r.say(action::escortHandOver, staffActor(r.escort), {{QStringLiteral("to"), r.second.text()}});
        r.say(action::escortDecline, staffActor(r.second));
        r.accept(r.second);
        QCOMPARE(r.book.escortInCharge(r.visit, machineRoom, r.desk.now), std::optional<StaffId>(r.escort));
    }

    void whoDeclinesIsAskedNoMore()
    {
        Room r;
        r.request(r.visit);
        r.approve(r.guard);
        r.approve(r.keeper);
        r.assign(r.escort);
        r.say(action::escortDecline, staffActor(r.second));
        QCOMPARE(r.state(), QStringLiteral("assigned"));
        r.say(action::escortDecline, staffActor(r.escort));
        QCOMPARE(r.state(), QStringLiteral("approved"));
        QCOMPARE(r.book.access(r.visit, machineRoom)->declinedBy, std::vector<StaffId>{r.escort});
    }

    void r23_suspendedBetweenAcceptanceAndDoor()
    {
        Room r;
        r.accepted(r.visit);
        r.desk.say(action::escortWithdraw, staffActor(r.manager), staffSubject(r.escort),
                   {{QStringLiteral("zone"), machineRoom.key}});
        QVERIFY(!r.book.escortInCharge(r.visit, machineRoom, r.desk.now));
        r.pass(action::passageEnter, {r.visit}, {r.escort});
        QCOMPARE(r.astray(), QStringList{QStringLiteral("escort-not-valid")});
        r.assign(r.second); // a guard finds another one
        r.accept(r.second);
        QCOMPARE(r.book.escortInCharge(r.visit, machineRoom, r.desk.now), std::optional<StaffId>(r.second));
    }

    void r4_whoMayRevoke_data()
    {
        QTest::addColumn<QString>("actor");
        QTest::addColumn<bool>("revoked");
        QTest::newRow("guard") << staffActor(BookDesk::staffId(2)) << true;
        QTest::newRow("keeper") << staffActor(BookDesk::staffId(3)) << true;
        QTest::newRow("the escort") << staffActor(BookDesk::staffId(4)) << true;
        QTest::newRow("another escort") << staffActor(BookDesk::staffId(5)) << false;
        QTest::newRow("employee") << staffActor(BookDesk::staffId(8)) << false;
        QTest::newRow("a station once accepted") << stationActor(BookDesk::stationId(3)) << false;
    }
    void r4_whoMayRevoke()
    {
        QFETCH(QString, actor);
        Room r;
        r.accepted(r.visit);
        r.pass(action::passageEnter, {r.visit}, {r.escort});
        r.say(action::escortRevoke, actor, {{QStringLiteral("code"), QStringLiteral("unanswered")}});
        QTEST(!r.book.escortInCharge(r.visit, machineRoom, r.desk.now).has_value(), "revoked");
        QCOMPARE(r.astray().contains(QStringLiteral("revoked")), r.state() == QLatin1String("revoked"));
    }

    void astrayIsSaidAtOnce_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("code");
        QTest::newRow("with the escort") << QStringLiteral("together") << QString();
        QTest::newRow("escort never came in") << QStringLiteral("alone") << QStringLiteral("escort-not-inside");
        QTest::newRow("escort left first") << QStringLiteral("left") << QStringLiteral("escort-not-inside");
        QTest::newRow("window over") << QStringLiteral("late") << QStringLiteral("window-over");
        QTest::newRow("visit closed by who may not") << QStringLiteral("closed") << QString();
        QTest::newRow("never requested") << QStringLiteral("unknown") << QStringLiteral("no-access");
        QTest::newRow("departed at the desk") << QStringLiteral("departed") << QString();
        QTest::newRow("the door was not opened") << QStringLiteral("unused") << QString();
    }
    void astrayIsSaidAtOnce()
    {
        QFETCH(QString, what);
        QFETCH(QString, code);
        Room r;
        r.accepted(r.visit);
        if (what == QLatin1String("unknown"))
            r.pass(action::passageEnter, {BookDesk::visitId(50)}, {});
        else if (what == QLatin1String("alone"))
            r.pass(action::passageEnter, {r.visit}, {});
        else
            r.pass(action::passageEnter, {r.visit}, {r.escort}, QStringLiteral("d1"));
        if (what == QLatin1String("left"))
            r.pass(action::passageLeave, {}, {r.escort});
        if (what == QLatin1String("late"))
            r.desk.now = r.from.addSecs(4 * 3600);
        if (what == QLatin1String("closed"))
            r.say(action::visitClose, stationActor(r.admin));
        if (what == QLatin1String("departed"))
            r.say(action::visitDepart, stationActor(r.kiosk));
        if (what == QLatin1String("unused"))
            r.pass(action::passageUnused, {}, {}, QStringLiteral("d1"));
        QCOMPARE(r.astray(), code.isEmpty() ? QStringList() : QStringList{code});
        const bool inside = !code.isEmpty() || what == QLatin1String("together") || what == QLatin1String("closed");
        const VisitId who = what == QLatin1String("unknown") ? BookDesk::visitId(50) : r.visit;
        QCOMPARE(r.book.whereIs(who).has_value(), inside);
    }

    void twoEscortsWhereTheZoneSaysTwo()
    {
        Room r(escortedRoom(5, EscortRule::Two));
        r.accepted(r.visit);
        r.pass(action::passageEnter, {r.visit}, {r.escort});
        QCOMPARE(r.astray(), QStringList{QStringLiteral("second-escort-missing")});
        r.pass(action::passageEnter, {}, {r.second});
        QCOMPARE(r.astray(), QStringList());
    }

    void onlyDoorsSayWhoPassed()
    {
        Room r;
        r.accepted(r.visit);
        for (const QString &actor : {stationActor(r.kiosk), stationActor(r.admin), staffActor(r.guard)})
            r.desk.say(action::passageEnter, actor, zoneSubject(machineRoom),
                       {{QStringLiteral("zone"), machineRoom.key},
                        {QStringLiteral("people"), QJsonArray{QJsonObject{{QStringLiteral("visit"), r.visit.text()}}}}});
        QVERIFY(r.book.inside(machineRoom).empty());
    }

    void r24_emergencyEntryCountsHeads()
    {
        Room r;
        const auto say = [&](const QString &what, const StaffId &by, int heads) {
            r.desk.say(what, staffActor(by), zoneSubject(machineRoom),
                       {{QStringLiteral("zone"), machineRoom.key},
                        {QStringLiteral("emergency"), QStringLiteral("e1")},
                        {QStringLiteral("kind"), QStringLiteral("fire-brigade")},
                        {QStringLiteral("heads"), heads}});
        };
        say(action::emergencyEnter, r.employee, 4);
        QVERIFY(r.book.inside(machineRoom).empty());
        say(action::emergencyEnter, r.guard, 4);
        QCOMPARE(r.book.inside(machineRoom).front().heads, 4);
        QCOMPARE(r.astray(), QStringList());
        say(action::emergencyLeave, r.guard, 3);
        QCOMPARE(r.book.inside(machineRoom).front().heads, 1);
        say(action::emergencyLeave, r.guard, 1);
        QVERIFY(r.book.inside(machineRoom).empty());
        const QDateTime nextDay = r.desk.now.addDays(1);
        QVERIFY(!r.book.presence().emergencies().front().isOverdue(nextDay.addSecs(-1)));
        QVERIFY(r.book.presence().emergencies().front().isOverdue(nextDay));
        say(action::emergencyConfirm, r.guard, 4);
        QVERIFY(r.book.presence().emergencies().front().isOverdue(nextDay));
        say(action::emergencyConfirm, r.manager, 4);
        QVERIFY(!r.book.presence().emergencies().front().isOverdue(nextDay));
    }

    void r24_moreHelpersComeUntilAManagerConfirmed()
    {
        Room r;
        const auto say = [&](const QString &what, const StaffId &by, int heads) {
            r.desk.say(what, staffActor(by), zoneSubject(machineRoom),
                       {{QStringLiteral("zone"), machineRoom.key},
                        {QStringLiteral("emergency"), QStringLiteral("e1")},
                        {QStringLiteral("kind"), QStringLiteral("ambulance")},
                        {QStringLiteral("heads"), heads}});
        };
        say(action::emergencyEnter, r.guard, 2);
        say(action::emergencyEnter, r.guard, 3);
        QCOMPARE(r.book.inside(machineRoom).front().heads, 5);
        say(action::emergencyLeave, r.guard, 5);
        QVERIFY(r.book.inside(machineRoom).empty());
        say(action::emergencyEnter, r.guard, 1); // one goes back for a bag
        QCOMPARE(r.book.inside(machineRoom).front().heads, 1);
        say(action::emergencyConfirm, r.manager, 6);
        say(action::emergencyEnter, r.guard, 9);
        QCOMPARE(r.book.inside(machineRoom).front().heads, 1);
        QCOMPARE(r.book.presence().emergencies().front().heads, 6);
    }

    void aVisitThatAsksForNoEscortedZoneHasNoAccess()
    {
        Room r;
        QJsonObject details = r.scope();
        details.insert(QStringLiteral("zones"), QJsonArray{QStringLiteral("lobby")});
        r.desk.say(action::visitRequest, stationActor(r.kiosk), visitSubject(r.visit), details);
        QVERIFY(r.book.accesses(machineRoom).empty());
    }
};

GATEHOUSE_TEST(QCoreApplication, TestEscortBook);
#include "tst_escortbook.moc"
