// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/doordecision.h"
#include "machineroom.h"
#include "testprogram.h"

#include <QTest>

#include <functional>

using namespace gatehouse;
using namespace gatehouse::domain;
using gatehouse::test::machineRoom;

namespace
{
const QDateTime noon(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);

StaffId staffId(int number)
{
    return StaffId::fromText(QStringLiteral("0192b6a0-0000-7abc-8def-%1").arg(number, 12, 16, QLatin1Char('0')));
}

VisitId visitId(int number)
{
    return VisitId::fromText(QStringLiteral("0192b6a0-1111-7abc-8def-%1").arg(number, 12, 16, QLatin1Char('0')));
}

/// A visitor who may pass with escort 1.
ShownBadge visitor(int number)
{
    ShownBadge badge;
    badge.serial = static_cast<quint64>(100 + number);
    badge.at = noon;
    VisitorFacts facts;
    facts.visit = visitId(number);
    facts.asked = facts.approved = facts.begun = facts.briefed = facts.accepted = true;
    facts.escort = staffId(1);
    badge.visitor = facts;
    return badge;
}

/// Managerial, authorised, trained, and the PIN was right.
ShownBadge escort(int number)
{
    ShownBadge badge;
    badge.serial = static_cast<quint64>(200 + number);
    badge.at = noon;
    StaffFacts facts;
    facts.staff = staffId(number);
    facts.active = facts.managerial = facts.authorised = facts.trained = true;
    facts.pin = PinState::Right;
    badge.staff = facts;
    return badge;
}

/// One of the room's own people.
ShownBadge keeper(int number)
{
    ShownBadge badge = escort(number);
    badge.staff->managerial = badge.staff->authorised = badge.staff->trained = false;
    badge.staff->onAccessList = true;
    return badge;
}

DoorFacts door(const std::vector<ShownBadge> &badges)
{
    DoorFacts facts;
    facts.zone = machineRoom;
    facts.visitorsPerEscort = 3;
    facts.badges = badges;
    return facts;
}

QStringList codes(const DoorDecision &decision)
{
    QStringList all;
    for (const Finding &finding : decision.findings)
        all << finding.code;
    return all;
}
} // namespace

using Change = std::function<void(DoorFacts &)>;
Q_DECLARE_METATYPE(Change)

class TestDoorDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void r4_visitorsEnterWithTheirEscort_data();
    void r4_visitorsEnterWithTheirEscort();
    void refusals_data();
    void refusals();
    void r17_copiedBadgeAlarmsWithBothTimes();
    void r4_acceptanceAtTheDoor_data();
    void r4_acceptanceAtTheDoor();
    void r4_mayStillFollow();
    void leavingIsNeverPrevented_data();
    void leavingIsNeverPrevented();
    void alarms_data();
    void standing_data();
    void standing();
    void alarms();
    void everybodyOrNobody();
};

void TestDoorDecision::r4_visitorsEnterWithTheirEscort_data()
{
    QTest::addColumn<std::vector<ShownBadge>>("badges");
    using Badges = std::vector<ShownBadge>;
    QTest::newRow("visitor first") << Badges{visitor(1), escort(1)};
    QTest::newRow("escort first") << Badges{escort(1), visitor(1)};
    QTest::newRow("escort in the middle of three") << Badges{visitor(1), visitor(2), escort(1), visitor(3)};
    QTest::newRow("with one of the room's own") << Badges{visitor(1), keeper(7), escort(1)};
    QTest::newRow("two escorts, each with a visitor") << [] {
        ShownBadge other = visitor(2);
        other.visitor->escort = staffId(2);
        return Badges{visitor(1), other, escort(1), escort(2)};
    }();
    QTest::newRow("the room's own alone") << Badges{keeper(7)};
}

void TestDoorDecision::r4_visitorsEnterWithTheirEscort()
{
    QFETCH(std::vector<ShownBadge>, badges);
    const DoorDecision decision = decideDoor(door(badges));
    QCOMPARE(codes(decision), QStringList{});
    QVERIFY(decision.admitted);
    QVERIFY(!decision.alarm);
    QVERIFY(decision.accepted.empty());
}

void TestDoorDecision::refusals_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const Change &change, const QStringList &expected) {
        QTest::newRow(name) << change << expected;
    };
    const auto badge = [](BadgeStanding standing) {
        return Change([standing](DoorFacts &facts) {
            facts.badges[0].standing = standing;
            const bool nobody =
                standing == BadgeStanding::Foreign || standing == BadgeStanding::Forged || standing == BadgeStanding::Unknown;
            if (nobody)
                facts.badges[0].visitor.reset();
        });
    };
    const auto visitors = [](const std::function<void(VisitorFacts &)> &change) {
        return Change([change](DoorFacts &facts) { change(*facts.badges[0].visitor); });
    };
    const auto staff = [](const std::function<void(StaffFacts &)> &change) {
        return Change([change](DoorFacts &facts) { change(*facts.badges[1].staff); });
    };

    row("nobody", [](DoorFacts &facts) { facts.badges.clear(); }, {"set-empty"});
    row("foreign badge", badge(BadgeStanding::Foreign), {"badge-foreign"});
    row("forged badge", badge(BadgeStanding::Forged), {"badge-forged"});
    row("badge without a statement", badge(BadgeStanding::Unknown), {"badge-unknown"});
    row("badge before its time", badge(BadgeStanding::NotYet), {"badge-not-yet"});
    row("expired badge", badge(BadgeStanding::Expired), {"badge-expired"});
    row("returned badge", badge(BadgeStanding::Returned), {"badge-returned"});
    row("lost badge", badge(BadgeStanding::Lost), {"badge-lost"});
    row("revoked badge", badge(BadgeStanding::Revoked), {"badge-revoked"});

    row("r4: visit does not ask for the room", visitors([](VisitorFacts &v) { v.asked = false; }), {"access-none"});
    row("r4: released or revoked", visitors([](VisitorFacts &v) { v.over = true; }), {"access-over"});
    row("r1: approvals missing", visitors([](VisitorFacts &v) { v.approved = false; }), {"access-not-approved"});
    row("r4: before the window", visitors([](VisitorFacts &v) { v.begun = false; }), {"access-not-yet"});
    row("r4: after the window", visitors([](VisitorFacts &v) { v.ended = true; }), {"access-expired"});
    row("r23: no briefing", visitors([](VisitorFacts &v) { v.briefed = false; }), {"not-briefed"});
    row("r7: a camera neither handed in nor allowed", visitors([](VisitorFacts &v) { v.items = {QStringLiteral("camera")}; }),
        {"item-not-handed-in"});
    row("r4: nobody accepted", visitors([](VisitorFacts &v) {
            v.accepted = false;
            v.escort.reset();
        }),
        {"access-not-accepted"});
    row("r4: another escort's visitor", visitors([](VisitorFacts &v) { v.escort = staffId(2); }), {"escort-missing"});
    row("r4: alone", [](DoorFacts &facts) { facts.badges.pop_back(); }, {"escort-missing"});

    row("r4: tour by an employee", staff([](StaffFacts &s) { s.managerial = false; }), {"escort-not-managerial"});
    row("r4: not authorised, or suspended since the acceptance", staff([](StaffFacts &s) { s.authorised = false; }),
        {"escort-not-authorised"});
    row("r23: training over", staff([](StaffFacts &s) { s.trained = false; }), {"escort-not-trained"});
    row("r4: on the access list, which is no escort's right", staff([](StaffFacts &s) {
            s.authorised = false;
            s.onAccessList = true;
        }),
        {"escort-not-authorised"});
    row("r21: left the company", staff([](StaffFacts &s) { s.active = false; }), {"staff-not-active"});
    row("r17: no PIN typed", staff([](StaffFacts &s) { s.pin = PinState::NotTyped; }), {"pin-missing"});
    row("r17: wrong PIN", staff([](StaffFacts &s) { s.pin = PinState::Wrong; }), {"pin-wrong"});
    row("r18: PIN in back-off", staff([](StaffFacts &s) {
            s.pin = PinState::BackOff;
            s.secondsToWait = 30;
        }),
        {"pin-back-off"});
    row("r17: never set a PIN", staff([](StaffFacts &s) { s.pin = PinState::NoneSet; }), {"pin-not-set"});

    row("r4: four visitors for one escort",
        [](DoorFacts &facts) {
            facts.badges.insert(facts.badges.end(), {visitor(2), visitor(3), visitor(4)});
        },
        {"escort-at-limit"});
    row("r4: three inside already",
        [](DoorFacts &facts) {
            for (int i = 5; i < 8; ++i)
                facts.inside.push_back({visitId(i), std::nullopt, staffId(1), false});
        },
        {"escort-at-limit"});
    row("r4: two escorts asked for, one came", [](DoorFacts &facts) { facts.escort = EscortRule::Two; },
        {"second-escort-missing"});

    row("r4: one not on the list, alone", [](DoorFacts &facts) { facts.badges = {escort(1)}; }, {"not-on-access-list"});
    row("r17: on the list, not reviewed in time",
        [](DoorFacts &facts) {
            facts.badges = {keeper(7)};
            facts.badges[0].staff->onAccessList = false;
            facts.badges[0].staff->accessSuspended = true;
        },
        {"access-not-reviewed"});
    row("r17: the room's own without a PIN",
        [](DoorFacts &facts) {
            facts.badges = {keeper(7)};
            facts.badges[0].staff->pin = PinState::NotTyped;
        },
        {"pin-missing"});

    row("clock set back", [](DoorFacts &facts) { facts.timeTrusted = false; }, {"clock-not-trusted"});
    row("r24: cut off for too long", [](DoorFacts &facts) { facts.contact = Contact::CutOffTooLong; }, {"cut-off-too-long"});
    row("r24: started while cut off", [](DoorFacts &facts) { facts.contact = Contact::NeverConnected; }, {"no-records"});
    row("r24: the ledger does not verify", [](DoorFacts &facts) { facts.contact = Contact::Distrusted; },
        {"register-not-trusted"});
    row("r24: cut off, accepted only now",
        [](DoorFacts &facts) {
            facts.contact = Contact::CutOff;
            facts.badges[0].visitor->accepted = false;
            facts.badges[0].visitor->offeredTo = staffId(1);
        },
        {"accepted-after-cut"});
}

void TestDoorDecision::refusals()
{
    QFETCH(Change, change);
    QFETCH(QStringList, expected);
    DoorFacts facts = door({visitor(1), escort(1)});
    change(facts);
    const DoorDecision decision = decideDoor(facts);
    QVERIFY(!decision.admitted);
    QVERIFY(decision.accepted.empty());
    QStringList blocking;
    for (const Finding &finding : decision.findings) {
        if (finding.verdict == Verdict::Block && finding.code != QLatin1String("not-on-access-list"))
            blocking << finding.code;
        else if (expected.contains(finding.code))
            blocking << finding.code;
    }
    QCOMPARE(blocking, expected);
}

void TestDoorDecision::r17_copiedBadgeAlarmsWithBothTimes()
{
    DoorFacts facts = door({visitor(1), escort(1)});
    const QDateTime before = noon.addSecs(-3600);
    facts.badges[0].seen = LastSeen{ZoneId{QStringLiteral("office")}, before, 101};
    const DoorDecision decision = decideDoor(facts);
    QVERIFY(!decision.admitted);
    QVERIFY(decision.alarm);
    QCOMPARE(codes(decision).first(), QStringLiteral("badge-copied"));
    const QStringList basis{QStringLiteral("0000000000000065"), before.toString(Qt::ISODateWithMs),
                            noon.toString(Qt::ISODateWithMs), QStringLiteral("office")};
    QCOMPARE(decision.findings.front().basis, basis);
}

void TestDoorDecision::r4_acceptanceAtTheDoor_data()
{
    QTest::addColumn<bool>("acceptedBefore");
    QTest::addColumn<int>("shown");
    QTest::addColumn<int>("charges");
    QTest::addColumn<bool>("admitted");
    QTest::newRow("asked and here") << false << 2 << 0 << true;
    QTest::newRow("hand-over, both are here: the new one's") << true << 2 << 0 << true;
    QTest::newRow("asked, but another came") << false << 3 << 0 << false;
    QTest::newRow("hand-over offered, the first came: still the first one's") << true << 1 << 0 << true;
    QTest::newRow("asked, with one place left") << false << 2 << 2 << true;
    QTest::newRow("asked, but as many wait outside as one escort may have") << false << 2 << 3 << false;
    QTest::newRow("hand-over to somebody who has as many already") << true << 2 << 3 << false;
}

void TestDoorDecision::r4_acceptanceAtTheDoor()
{
    QFETCH(bool, acceptedBefore);
    QFETCH(int, shown);
    QFETCH(int, charges);
    QFETCH(bool, admitted);
    ShownBadge guest = visitor(1);
    guest.visitor->accepted = acceptedBefore;
    if (!acceptedBefore)
        guest.visitor->escort.reset();
    guest.visitor->offeredTo = staffId(2);
    ShownBadge brings = escort(shown);
    brings.staff->charges = charges;
    const DoorDecision decision = decideDoor(door({guest, brings}));
    QCOMPARE(decision.admitted, admitted);
    const bool accepts = admitted && shown == 2;
    QCOMPARE(decision.accepted, accepts ? std::vector<AcceptedHere>({{visitId(1), staffId(2)}}) : std::vector<AcceptedHere>());
    if (admitted)
        QCOMPARE(decision.escort, std::optional(staffId(shown)));
}

void TestDoorDecision::r4_mayStillFollow()
{
    QCOMPARE(decideDoor(door({visitor(1), escort(1)})).mayStillFollow, 2);
    DoorFacts facts = door({visitor(1), escort(1)});
    facts.inside.push_back({visitId(5), std::nullopt, staffId(1), false});
    facts.inside.push_back({visitId(6), std::nullopt, staffId(2), false}); // somebody else's
    QCOMPARE(decideDoor(facts).mayStillFollow, 1);
    QCOMPARE(decideDoor(door({keeper(7)})).mayStillFollow, 0);
}

void TestDoorDecision::leavingIsNeverPrevented_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const Change &change, const QStringList &expected) {
        QTest::newRow(name) << change << expected;
    };
    row("together", [](DoorFacts &) {}, {});
    row("visitor first", [](DoorFacts &facts) { facts.badges.pop_back(); }, {});
    row("escort first", [](DoorFacts &facts) { facts.badges.erase(facts.badges.begin()); }, {"escort-leaves-first"});
    row("badge expired meanwhile", [](DoorFacts &facts) { facts.badges[0].standing = BadgeStanding::Expired; }, {});
    row("revoked meanwhile", [](DoorFacts &facts) { facts.badges[0].standing = BadgeStanding::Revoked; }, {});
    row("window over", [](DoorFacts &facts) { facts.badges[0].visitor->ended = true; }, {});
    row("cut off", [](DoorFacts &facts) { facts.contact = Contact::CutOffTooLong; }, {});
    row("clock set back", [](DoorFacts &facts) { facts.timeTrusted = false; }, {});
    row("no PIN", [](DoorFacts &facts) { facts.badges[1].staff->pin = PinState::NotTyped; }, {});
    row("never came in", [](DoorFacts &facts) { facts.badges[0].seen.reset(); }, {"was-not-inside"});
}

void TestDoorDecision::leavingIsNeverPrevented()
{
    QFETCH(Change, change);
    QFETCH(QStringList, expected);
    DoorFacts facts = door({visitor(1), escort(1)});
    facts.direction = Direction::Leave;
    for (ShownBadge &badge : facts.badges)
        badge.seen = LastSeen{machineRoom, noon.addSecs(-600), badge.serial};
    facts.inside = {{visitId(1), std::nullopt, staffId(1), false}, {std::nullopt, staffId(1), std::nullopt, true}};
    change(facts);
    const DoorDecision decision = decideDoor(facts);
    QVERIFY(decision.admitted);
    QCOMPARE(codes(decision), expected);
}

void TestDoorDecision::alarms_data()
{
    QTest::addColumn<BadgeStanding>("standing");
    QTest::addColumn<bool>("alarm");
    QTest::newRow("foreign: a mistake") << BadgeStanding::Foreign << false;
    QTest::newRow("expired: a mistake") << BadgeStanding::Expired << false;
    QTest::newRow("returned: a mistake") << BadgeStanding::Returned << false;
    QTest::newRow("forged") << BadgeStanding::Forged << true;
    QTest::newRow("never issued") << BadgeStanding::Unknown << true;
    QTest::newRow("lost and found by somebody") << BadgeStanding::Lost << true;
    QTest::newRow("revoked") << BadgeStanding::Revoked << true;
}

void TestDoorDecision::standing_data()
{
    QTest::addColumn<ReadBadge>("badge");
    QTest::addColumn<qint64>("seconds"); // since its time began
    QTest::addColumn<BadgeStanding>("expected");
    const QDateTime from(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC);
    const ReadBadge sound{true, true, BadgeRecord{}, from, from.addSecs(3600)};
    const auto row = [&](const char *name, qint64 seconds, BadgeStanding expected,
                         const std::function<void(ReadBadge &)> &but) {
        ReadBadge badge = sound;
        but(badge);
        QTest::newRow(name) << badge << seconds << expected;
    };
    const auto nothing = [](ReadBadge &) {};
    const auto ended = [](BadgeState state) { return [state](ReadBadge &badge) { badge.issued->state = state; }; };
    row("before its time", -1, BadgeStanding::NotYet, nothing);
    row("as it begins", 0, BadgeStanding::Sound, nothing);
    row("in its last second", 3599, BadgeStanding::Sound, nothing);
    row("as it ends", 3600, BadgeStanding::Expired, nothing);
    row("returned, which is graver than its time", 9000, BadgeStanding::Returned, ended(BadgeState::Returned));
    row("lost", 0, BadgeStanding::Lost, ended(BadgeState::Lost));
    row("revoked", 0, BadgeStanding::Revoked, ended(BadgeState::Revoked));
    row("signed, but never issued", 0, BadgeStanding::Unknown, [](ReadBadge &badge) { badge.issued.reset(); });
    row("not signed by a station of the site", 0, BadgeStanding::Forged, [](ReadBadge &badge) { badge.genuine = false; });
    row("of another site", 0, BadgeStanding::Foreign, [](ReadBadge &badge) { badge.ofThisSite = badge.genuine = false; });
}

void TestDoorDecision::standing()
{
    QFETCH(ReadBadge, badge);
    QFETCH(qint64, seconds);
    QFETCH(BadgeStanding, expected);
    QVERIFY(standingOf(badge, badge.notBefore.addSecs(seconds)) == expected);
}

void TestDoorDecision::alarms()
{
    QFETCH(BadgeStanding, standing);
    QFETCH(bool, alarm);
    DoorFacts facts = door({visitor(1), escort(1)});
    facts.badges[0].standing = standing;
    QCOMPARE(decideDoor(facts).alarm, alarm);
}

void TestDoorDecision::everybodyOrNobody()
{
    DoorFacts facts = door({visitor(1), visitor(2), escort(1)});
    facts.badges[1].visitor->approved = false;
    const DoorDecision decision = decideDoor(facts);
    QVERIFY(!decision.admitted);
    QCOMPARE(codes(decision), QStringList{QStringLiteral("access-not-approved")});
}

GATEHOUSE_TEST(QCoreApplication, TestDoorDecision);
#include "tst_doordecision.moc"
