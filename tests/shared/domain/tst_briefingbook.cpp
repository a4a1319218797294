// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookdesk.h"
#include "domain/briefingbook.h"
#include "machineroom.h"
#include "testprogram.h"

#include <QTest>

using namespace gatehouse::domain;
using gatehouse::test::BookDesk;
using gatehouse::test::machineRoom;
using gatehouse::test::timeText;

namespace
{
/// Guard 1, employee 2, keeper 3; kiosk 1, door 2, admin 3.
struct BriefingScene {
    DutyBook duties;
    EscortBook escorts{duties};
    BriefingBook book{escorts};
    BookDesk desk{&duties, &escorts, &book};
    QString guard = staffActor(desk.person(1, {Role::Guard}));
    QString employee = staffActor(desk.person(2, {}));
    QString keeper = staffActor(desk.person(3, {}));
    QString kiosk = stationActor(desk.station(1, StationKind::Kiosk));
    QString door = stationActor(desk.station(2, StationKind::Door));
    QString admin = stationActor(desk.station(3, StationKind::Admin));
    VisitId visit = BookDesk::visitId(1);
    VisitId next = BookDesk::visitId(2);

    explicit BriefingScene(int days = 365)
    {
        Zone zone;
        zone.id = machineRoom;
        zone.escort = EscortRule::One;
        zone.asksBriefing = true;
        zone.briefingDays = days;
        desk.define(zone);
        desk.say(action::dutyAssign, QStringLiteral("root"), staffSubject(BookDesk::staffId(3)), {});
    }
    void say(const QString &actor, const VisitId &of, const QJsonObject &more = {}, const ZoneId &zone = machineRoom)
    {
        QJsonObject details = more;
        details.insert(QStringLiteral("zone"), zone.key);
        desk.say(action::briefingPassed, actor, visitSubject(of), details);
    }
    void takeOver(const QString &actor, const VisitId &from)
    {
        say(actor, next, {{QStringLiteral("how"), QStringLiteral("earlier")}, {QStringLiteral("earlier"), from.text()}});
    }
    bool briefed(const VisitId &of) const { return book.isBriefed(of, machineRoom, desk.now); }
};
} // namespace

/// Whose word about a safety briefing counts, and for how long (R23).
class TestBriefingBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void r23_whoseWordCounts_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<bool>("counts");
        QTest::newRow("kiosk that asked the questions") << "kiosk" << true;
        QTest::newRow("door station") << "door" << true;
        QTest::newRow("admin station") << "admin" << false;
        QTest::newRow("guard in person") << "guard" << true;
        QTest::newRow("employee without a duty") << "employee" << false;
        QTest::newRow("nobody") << "" << false;
    }

    void r23_whoseWordCounts()
    {
        QFETCH(QString, who);
        QFETCH(bool, counts);
        BriefingScene s;
        const QHash<QString, QString> actors{
            {"kiosk", s.kiosk}, {"door", s.door}, {"admin", s.admin}, {"guard", s.guard}, {"employee", s.employee}};
        QVERIFY(!s.briefed(s.visit));
        s.say(actors.value(who), s.visit);
        QCOMPARE(s.briefed(s.visit), counts);
        QVERIFY(!s.book.isBriefed(s.visit, ZoneId{QStringLiteral("office")}, s.desk.now));
        QVERIFY(!s.briefed(s.next));
    }

    void r23_holdsForTheZonesPeriod_data()
    {
        QTest::addColumn<int>("days");
        QTest::newRow("a year") << 365;
        QTest::newRow("one day") << 1;
    }

    void r23_holdsForTheZonesPeriod()
    {
        QFETCH(int, days);
        BriefingScene s(days);
        s.say(s.kiosk, s.visit);
        const QDateTime end = s.desk.now.addDays(days);
        QVERIFY(s.book.isBriefed(s.visit, machineRoom, end.addMSecs(-1)));
        QVERIFY(!s.book.isBriefed(s.visit, machineRoom, end));
        s.desk.now = end;
        s.say(s.kiosk, s.visit);
        QVERIFY(s.briefed(s.visit));
    }

    void r23_anEarlierVisitIsTakenOverWithItsTime()
    {
        BriefingScene s(10);
        s.say(s.kiosk, s.visit, {{QStringLiteral("version"), 3}});
        const QDateTime passedAt = s.desk.now;
        s.desk.now = passedAt.addDays(9);
        s.takeOver(s.kiosk, s.visit); // a kiosk cannot know who somebody is; it asked and that counts for itself
        QCOMPARE(s.book.passed(s.next, machineRoom)->how, BriefingPassed::How::Kiosk);
        BriefingScene t(10);
        t.say(t.kiosk, t.visit, {{QStringLiteral("version"), 3}});
        t.desk.now = passedAt.addDays(9);
        t.takeOver(t.employee, t.visit);
        QVERIFY(!t.briefed(t.next));
        t.takeOver(t.guard, t.visit);
        QVERIFY(t.briefed(t.next));
        const BriefingPassed taken = *t.book.passed(t.next, machineRoom);
        QCOMPARE(taken.how, BriefingPassed::How::Earlier);
        QCOMPARE(taken.at, passedAt);
        QCOMPARE(taken.version, 3);
        QCOMPARE(taken.earlier, std::optional(t.visit));
        QVERIFY(!t.book.isBriefed(t.next, machineRoom, passedAt.addDays(10)));
    }

    void r23_nothingIsTakenOverFromNothing_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("daysLater");
        QTest::newRow("itself") << 2 << 0;
        QTest::newRow("a visit that passed none") << 3 << 0;
        QTest::newRow("one that is over") << 1 << 10;
    }

    void r23_nothingIsTakenOverFromNothing()
    {
        QFETCH(int, from);
        QFETCH(int, daysLater);
        BriefingScene s(10);
        s.say(s.kiosk, s.visit);
        s.desk.now = s.desk.now.addDays(daysLater);
        s.takeOver(s.guard, BookDesk::visitId(from));
        QVERIFY(!s.briefed(s.next));
    }

    void r23_theLookUpSeesOwnOnesThatHold()
    {
        BriefingScene s(10);
        s.say(s.kiosk, BookDesk::visitId(5));
        s.desk.now = s.desk.now.addDays(5);
        s.say(s.kiosk, s.visit);
        s.takeOver(s.guard, s.visit);
        const auto both = s.book.holding(machineRoom, s.desk.now);
        QCOMPARE(both.size(), std::size_t(2));
        QCOMPARE(both.front().visit, s.visit);
        const auto later = s.book.holding(machineRoom, s.desk.now.addDays(5));
        QCOMPARE(later.size(), std::size_t(1));
        QCOMPARE(later.front().visit, s.visit);
    }
};

GATEHOUSE_TEST(QCoreApplication, TestBriefingBook);
#include "tst_briefingbook.moc"
