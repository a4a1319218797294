// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookdesk.h"
#include "domain/dutybook.h"
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
const ZoneId office{QStringLiteral("office")};

/// A manager (1), the room's lead (2), a managerial colleague (3), an employee (4), a door (9) and a kiosk (8).
struct Desk {
    DutyBook book;
    BookDesk desk{&book};
    StaffId manager = desk.person(1, {Role::Manager}, Grade::Managerial);
    StaffId lead = desk.person(2, {Role::Escort}, Grade::Managerial);
    StaffId colleague = desk.person(3, {Role::Escort}, Grade::Managerial);
    StaffId employee = desk.person(4, {Role::Guard});
    StationId door = desk.station(9, StationKind::Door);
    StationId kiosk = desk.station(8, StationKind::Kiosk);
    QDateTime start = desk.now;

    Desk() { assign(manager, lead, Duty::Lead); }

    void assign(const StaffId &by, const StaffId &who, Duty duty, bool deputy = false, int days = 365)
    {
        desk.say(action::dutyAssign, staffActor(by), staffSubject(who),
                 {{QStringLiteral("zone"), machineRoom.key},
                  {QStringLiteral("duty"), dutyName(duty)},
                  {QStringLiteral("deputy"), deputy},
                  {QStringLiteral("until"), timeText(desk.now.addDays(days))}});
    }
    void authorise(const StaffId &by, const StaffId &who, int days = 365, int trainedDaysAgo = 0)
    {
        desk.say(action::escortAuthorise, staffActor(by), staffSubject(who),
                 {{QStringLiteral("zone"), machineRoom.key},
                  {QStringLiteral("until"), timeText(desk.now.addDays(days))},
                  {QStringLiteral("training"), desk.now.date().addDays(-trainedDaysAgo).toString(Qt::ISODate)}});
    }
    void grant(const StaffId &by, const StaffId &who, int days = 700)
    {
        desk.say(action::accessGrant, staffActor(by), staffSubject(who),
                 {{QStringLiteral("zone"), machineRoom.key}, {QStringLiteral("until"), timeText(desk.now.addDays(days))}});
    }
    void about(const QString &what, const StaffId &by, const StaffId &who, const QJsonObject &more = {})
    {
        QJsonObject details = more;
        details.insert(QStringLiteral("zone"), machineRoom.key);
        desk.say(what, staffActor(by), staffSubject(who), details);
    }
};
} // namespace

class TestDutyBook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dutyNamesRoundTrip()
    {
        for (const Duty duty : {Duty::Lead, Duty::Keeper, Duty::Supervisor, Duty::FireKeeper, Duty::Maintainer})
            QCOMPARE(dutyFromName(dutyName(duty)), std::optional<Duty>(duty));
        QVERIFY(!dutyFromName(u"boss"));
    }

    void shiftEndsAreSaidByThePersonOrAManager_data()
    {
        QTest::addColumn<int>("by");
        QTest::addColumn<bool>("counts");
        QTest::newRow("the person") << 3 << true;
        QTest::newRow("a manager") << 1 << true;
        QTest::newRow("the lead") << 2 << false;
        QTest::newRow("a colleague") << 4 << false;
    }
    void shiftEndsAreSaidByThePersonOrAManager()
    {
        QFETCH(int, by);
        QFETCH(bool, counts);
        Desk d;
        const StaffId people[] = {d.manager, d.lead, d.colleague, d.employee};
        const QDateTime end = d.desk.now.addSecs(8 * 3600);
        d.desk.say(action::dutyShift, staffActor(people[by - 1]), staffSubject(d.colleague),
                   {{QStringLiteral("until"), timeText(end)}});
        QCOMPARE(d.book.shiftEnd(d.colleague), counts ? std::optional<QDateTime>(end) : std::nullopt);
    }

    void r9_dutiesAreGivenByAManager_data()
    {
        QTest::addColumn<int>("by");
        QTest::addColumn<bool>("counts");
        QTest::newRow("manager") << 1 << true;
        QTest::newRow("the lead is no manager") << 2 << false;
        QTest::newRow("guard") << 4 << false;
    }
    void r9_dutiesAreGivenByAManager()
    {
        QFETCH(int, by);
        Desk d;
        d.assign(BookDesk::staffId(by), d.colleague, Duty::Keeper);
        QTEST(d.book.holds(d.colleague, machineRoom, Duty::Keeper, d.start), "counts");
        QVERIFY(!d.book.holds(d.colleague, office, Duty::Keeper, d.start));
        QVERIFY(!d.book.holds(d.colleague, machineRoom, Duty::Lead, d.start));
    }

    void r9_deputiesStandBehindTheHolder()
    {
        Desk d;
        d.assign(d.manager, d.employee, Duty::Keeper, true);
        d.assign(d.manager, d.colleague, Duty::Keeper);
        const std::vector<StaffId> expected{d.colleague, d.employee};
        QCOMPARE(d.book.holders(machineRoom, Duty::Keeper, d.start), expected);
        QVERIFY(d.book.holds(d.employee, machineRoom, Duty::Keeper, d.start));
    }

    void r9_aDutyHasATerm_data()
    {
        QTest::addColumn<qint64>("afterSeconds");
        QTest::addColumn<bool>("holds");
        QTest::newRow("before it was said") << qint64(-1) << false;
        QTest::newRow("from then on") << qint64(0) << true;
        QTest::newRow("last second") << qint64(10 * 86400 - 1) << true;
        QTest::newRow("over") << qint64(10 * 86400) << false;
    }
    void r9_aDutyHasATerm()
    {
        QFETCH(qint64, afterSeconds);
        Desk d;
        d.assign(d.manager, d.colleague, Duty::Keeper, false, 10);
        QTEST(d.book.holds(d.colleague, machineRoom, Duty::Keeper, d.start.addSecs(afterSeconds)), "holds");
    }

    void r9_anEndedDutyIsHeldNoMore()
    {
        Desk d;
        d.assign(d.manager, d.colleague, Duty::Keeper);
        d.desk.now = d.start.addDays(2);
        d.about(action::dutyEnd, d.manager, d.colleague, {{QStringLiteral("duty"), QStringLiteral("keeper")}});
        for (const int days : {0, 1, 2}) // whatever time a later statement says
            QVERIFY(!d.book.holds(d.colleague, machineRoom, Duty::Keeper, d.start.addDays(days)));
        QCOMPARE(int(d.book.assignments(d.start.addDays(2)).size()), 1); // the lead's
    }

    void r4_onlyManagerialStaffMayEscort_data()
    {
        QTest::addColumn<int>("by");
        QTest::addColumn<int>("who");
        QTest::addColumn<bool>("may");
        QTest::newRow("managerial, by the manager") << 1 << 3 << true;
        QTest::newRow("managerial, by the lead") << 2 << 3 << true;
        QTest::newRow("employee, by the manager") << 1 << 4 << false;
        QTest::newRow("nobody authorises himself") << 1 << 1 << false;
        QTest::newRow("a guard authorises nobody") << 4 << 3 << false;
        QTest::newRow("unknown person") << 1 << 77 << false;
    }
    void r4_onlyManagerialStaffMayEscort()
    {
        QFETCH(int, by);
        QFETCH(int, who);
        Desk d;
        d.authorise(BookDesk::staffId(by), BookDesk::staffId(who));
        QTEST(d.book.mayEscort(BookDesk::staffId(who), machineRoom, d.start), "may");
        QVERIFY(!d.book.mayEscort(BookDesk::staffId(who), office, d.start));
    }

    void r23_authorisationEndsWithItsTraining_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("trainedDaysAgo");
        QTest::addColumn<int>("askedAfterDays");
        QTest::addColumn<bool>("may");
        QTest::newRow("fresh") << 365 << 0 << 1 << true;
        QTest::newRow("authorisation over") << 30 << 0 << 31 << false;
        QTest::newRow("training a year ago tomorrow") << 365 << 364 << 0 << true;
        QTest::newRow("training a year ago today") << 365 << 365 << 0 << false;
        QTest::newRow("training runs out meanwhile") << 365 << 300 << 70 << false;
        QTest::newRow("training in the future is none") << 365 << -5 << 6 << false;
    }
    void r23_authorisationEndsWithItsTraining()
    {
        QFETCH(int, days);
        QFETCH(int, trainedDaysAgo);
        QFETCH(int, askedAfterDays);
        Desk d;
        d.authorise(d.manager, d.colleague, days, trainedDaysAgo);
        QTEST(d.book.mayEscort(d.colleague, machineRoom, d.start.addDays(askedAfterDays)), "may");
    }

    void r4_aWithdrawnAuthorisationIsNone()
    {
        Desk d;
        d.authorise(d.manager, d.colleague);
        d.about(action::escortWithdraw, d.employee, d.colleague);
        QVERIFY(d.book.mayEscort(d.colleague, machineRoom, d.start));
        QCOMPARE(d.book.escorts(machineRoom, d.start), std::vector<StaffId>{d.colleague});
        d.about(action::escortWithdraw, d.lead, d.colleague);
        QVERIFY(!d.book.mayEscort(d.colleague, machineRoom, d.start));
        QVERIFY(!d.book.escortAuthorisation(d.colleague, machineRoom));
    }

    void r17_accessIsGrantedByOthers_data()
    {
        QTest::addColumn<int>("by");
        QTest::addColumn<int>("who");
        QTest::addColumn<bool>("may");
        QTest::newRow("by the lead") << 2 << 4 << true;
        QTest::newRow("by a manager") << 1 << 4 << true;
        QTest::newRow("the lead's own by a manager") << 1 << 2 << true;
        QTest::newRow("the lead's own by the lead") << 2 << 2 << false;
        QTest::newRow("by a guard") << 4 << 3 << false;
    }
    void r17_accessIsGrantedByOthers()
    {
        QFETCH(int, by);
        QFETCH(int, who);
        Desk d;
        d.grant(BookDesk::staffId(by), BookDesk::staffId(who));
        QTEST(d.book.mayEnter(BookDesk::staffId(who), machineRoom, d.start), "may");
    }

    void r9_accessIsReviewedEachQuarter_data()
    {
        QTest::addColumn<QDate>("reviewed");
        QTest::addColumn<QDate>("asked");
        QTest::addColumn<bool>("may");
        QTest::newRow("same quarter") << QDate() << QDate(2026, 12, 31) << true;
        QTest::newRow("the quarter after the grant") << QDate() << QDate(2027, 3, 31) << true;
        QTest::newRow("a quarter without review") << QDate() << QDate(2027, 4, 1) << false;
        QTest::newRow("reviewed in that quarter") << QDate(2027, 2, 3) << QDate(2027, 4, 1) << true;
        QTest::newRow("and then not") << QDate(2027, 2, 3) << QDate(2027, 7, 1) << false;
        QTest::newRow("a late review lifts the suspension") << QDate(2027, 5, 1) << QDate(2027, 5, 2) << true;
        QTest::newRow("but not the end") << QDate(2028, 10, 20) << QDate(2028, 10, 26) << false;
    }
    void r9_accessIsReviewedEachQuarter()
    {
        QFETCH(QDate, reviewed);
        QFETCH(QDate, asked);
        Desk d;
        d.assign(d.manager, d.lead, Duty::Lead, false, 2000);
        d.grant(d.lead, d.employee);
        if (reviewed.isValid()) {
            d.desk.now = QDateTime(reviewed, QTime(8, 0), Qt::UTC);
            d.about(action::accessReview, d.lead, d.employee);
        }
        QTEST(d.book.mayEnter(d.employee, machineRoom, QDateTime(asked, QTime(0, 0), Qt::UTC)), "may");
    }

    void r9_theLeadReviews_data()
    {
        QTest::addColumn<int>("by");
        QTest::addColumn<int>("who");
        QTest::addColumn<bool>("counts");
        QTest::newRow("lead") << 2 << 4 << true;
        QTest::newRow("manager is not the lead") << 1 << 4 << false;
        QTest::newRow("oneself") << 4 << 4 << false;
        QTest::newRow("the lead's own") << 2 << 2 << false;
        QTest::newRow("the lead's own by a manager") << 1 << 2 << true;
    }
    void r9_theLeadReviews()
    {
        QFETCH(int, by);
        QFETCH(int, who);
        Desk d;
        d.grant(d.manager, BookDesk::staffId(who));
        d.desk.now = QDateTime(QDate(2027, 4, 2), QTime(8, 0), Qt::UTC);
        d.about(action::accessReview, BookDesk::staffId(by), BookDesk::staffId(who));
        QTEST(d.book.mayEnter(BookDesk::staffId(who), machineRoom, d.desk.now), "counts");
    }

    void r9_unusedAccessWarns()
    {
        Desk d;
        d.grant(d.lead, d.employee);
        QVERIFY(!d.book.access(d.employee, machineRoom)->isUnused(d.start.addDays(89)));
        QVERIFY(d.book.access(d.employee, machineRoom)->isUnused(d.start.addDays(90)));
        const QJsonObject passage{
            {QStringLiteral("zone"), machineRoom.key},
            {QStringLiteral("people"), QJsonArray{QJsonObject{{QStringLiteral("staff"), d.employee.text()}}}}};
        d.desk.now = d.start.addDays(50);
        d.desk.say(action::passageEnter, stationActor(d.kiosk), zoneSubject(machineRoom), passage);
        QVERIFY(d.book.access(d.employee, machineRoom)->isUnused(d.start.addDays(90))); // a kiosk is no door
        d.desk.say(action::passageEnter, stationActor(d.door), zoneSubject(machineRoom), passage);
        QVERIFY(!d.book.access(d.employee, machineRoom)->isUnused(d.start.addDays(90)));
        QVERIFY(d.book.access(d.employee, machineRoom)->isUnused(d.start.addDays(140)));
    }

    void r21_whoLeavesLosesEverything()
    {
        Desk d;
        d.assign(d.manager, d.colleague, Duty::Keeper);
        d.authorise(d.manager, d.colleague);
        d.grant(d.lead, d.colleague);
        d.desk.say(action::staffRevoke, staffActor(d.manager), staffSubject(d.colleague),
                   {{QStringLiteral("staff"), d.colleague.text()}});
        QVERIFY(!d.book.holds(d.colleague, machineRoom, Duty::Keeper, d.start));
        QVERIFY(!d.book.mayEscort(d.colleague, machineRoom, d.start));
        QVERIFY(!d.book.mayEnter(d.colleague, machineRoom, d.start));
        QVERIFY(d.book.holds(d.lead, machineRoom, Duty::Lead, d.start));
    }
};

GATEHOUSE_TEST(QCoreApplication, TestDutyBook);
#include "tst_dutybook.moc"
