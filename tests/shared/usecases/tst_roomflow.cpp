// SPDX-License-Identifier: GPL-3.0-or-later
#include "escortcrew.h"
#include "machineroom.h"
#include "testprogram.h"
#include "usecases/badges.h"
#include "usecases/briefings.h"
#include "usecases/carrieditems.h"
#include "usecases/passdoor.h"
#include "usecases/roomitems.h"
#include "usecases/staffbadges.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::domain;
using namespace gatehouse::usecases;
using namespace gatehouse::test;

namespace
{
const QString cameraKind = QStringLiteral("camera");

security::SecureBytes pinText(const char *text)
{
    QByteArray bytes(text);
    return security::SecureBytes::take(bytes);
}

VisitRequest hotWork(TestSite &site)
{
    VisitRequest request = site.meeting();
    request.purpose = PurposeId{QStringLiteral("machine-room-work")};
    request.until = site.clock.now().addSecs(2 * 3600);
    VisitorInput &visitor = request.visitors.front();
    visitor.record.workReason = QStringLiteral("Weld a bracket");
    visitor.record.workArea = QStringLiteral("Rack B07");
    visitor.record.changeNumber = QStringLiteral("CHG-2041");
    visitor.record.workMethod = QStringLiteral("hot-work");
    visitor.items = {{cameraKind, 1, ItemState::Declared, {}},
                     {QStringLiteral("usb-storage"), 1, ItemState::Declared, {}},
                     {QStringLiteral("tools"), 2, ItemState::Declared, {}}};
    return request;
}

QStringList codesOf(const DoorPassage &passage)
{
    QStringList codes;
    for (const Finding &finding : passage.outcome.findings)
        codes << finding.code;
    return codes;
}
} // namespace

/// One visit to the machine room with everything that it asks: request, items, briefing, approvals, badge, escort, door,
/// release, leaving, reconciliation. Every step through the use case that a person reaches, on one database with three
/// stations.
class TestRoomFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hotWorkFromTheRequestToTheReconciliation();
    void r4_nobodyUnder16IsEvenRegistered();
    void requestsThatDoNotFit_data();
    void requestsThatDoNotFit();
    void approversReadWhatTheyApprove();
};

void TestRoomFlow::hotWorkFromTheRequestToTheReconciliation()
{
    TestSite site;
    EscortCrew crew(site);
    TestStation door(site.url(), site.vaultFolder(), QStringLiteral("door"), site.clock, site.randomness);
    must(setPin(site.admin().at(), crew.escort, pinText("704916"), security::KeyCost::Minimal));
    const QString escortBadge = must(issueStaffBadge(site.admin().at(), site.manager(), crew.escort.staff.id)).token;
    const std::map<StaffId, PinState> pin{{crew.escort.staff.id, PinState::Right}};
    const Workplace &desk = site.admin().at();

    // Request: the window, and hot work asks for the fire keeper
    const Visit visit = must(requestVisit(site.kiosk().at(), hotWork(site))).front();
    QCOMPARE(visit.windowFrom.secsTo(visit.windowUntil), 2 * 3600);
    QVERIFY(crew.access(visit.id).hotWork);

    // Items: the stick is handed in, the camera allowed by name; nothing is approved before
    must(recordOriginalSeen(desk, site.guard(), visit.id));
    QCOMPARE(approveVisit(desk, site.guard(), visit.id).error().code, ErrorCode::Blocked);
    must(depositItem(desk, site.guard(), visit.id, QStringLiteral("usb-storage"), QStringLiteral("T-17")));
    must(allowItem(desk, site.guard(), visit.id, cameraKind, QStringLiteral("Nikon Z6, No. 42")));

    // Approvals: guard and keeper are not enough for hot work
    must(approveAccess(desk, crew.keeper, visit.id, machineRoom));
    QCOMPARE(must(approveVisit(desk, site.guard(), visit.id)).visit.state, VisitState::Requested);
    QCOMPARE(must(approveAccess(desk, crew.fireKeeper, visit.id, machineRoom)).state, VisitState::Approved);

    // Escort and badge
    must(assignEscort(desk, site.guard(), visit.id, machineRoom, crew.escort.staff.id));
    must(acceptEscort(desk, crew.escort, visit.id, machineRoom));
    const QString badge = must(issueBadgeAtDesk(desk, site.guard(), visit.id)).badge.token;

    // Door: not without the briefing, and not with what the zone does not admit
    QCOMPARE(codesOf(must(passDoor(door.at(), machineRoom, Direction::Enter, {badge, escortBadge}, pin))),
             QStringList{"not-briefed"});
    must(passBriefing(
        site.kiosk().at(), visit.id, machineRoom,
        {1, QStringLiteral("en"), {QStringLiteral("usb-stick"), QStringLiteral("camera"), QStringLiteral("bottle")}, 1}));
    must(returnItem(desk, site.guard(), visit.id, QStringLiteral("usb-storage"))); // given back too early
    QCOMPARE(codesOf(must(passDoor(door.at(), machineRoom, Direction::Enter, {badge, escortBadge}, pin))),
             QStringList{"item-not-handed-in"});
    const VisitRequest other = [&] {
        VisitRequest request = hotWork(site);
        request.visitors.front().items = {{cameraKind, 1, ItemState::Declared, {}}};
        request.visitors.front().briefing = BriefingAnswers{1, QStringLiteral("en"), {"a", "b", "c"}, 0};
        return request;
    }();
    const Visit second = must(requestVisit(site.kiosk().at(), other)).front();
    must(recordOriginalSeen(desk, site.guard(), second.id));
    must(allowItem(desk, site.guard(), second.id, cameraKind, QStringLiteral("Canon R5, No. 7")));
    must(approveAccess(desk, crew.keeper, second.id, machineRoom));
    must(approveAccess(desk, crew.fireKeeper, second.id, machineRoom));
    must(approveVisit(desk, site.guard(), second.id));
    must(assignEscort(desk, site.guard(), second.id, machineRoom, crew.escort.staff.id));
    must(acceptEscort(desk, crew.escort, second.id, machineRoom));
    const QString token = must(issueBadgeAtDesk(desk, site.guard(), second.id)).badge.token;
    const DoorPassage entered = must(passDoor(door.at(), machineRoom, Direction::Enter, {token, escortBadge}, pin));
    QCOMPARE(codesOf(entered), QStringList{});
    QVERIFY(entered.outcome.admitted);

    // Something undeclared is found inside
    must(reportUndeclared(desk, site.guard(), second.id, QStringLiteral("player"), QStringLiteral("in the tool bag")));

    // Leaving, release with the fire protection restored, check-out, reconciliation
    QVERIFY(must(passDoor(door.at(), machineRoom, Direction::Leave, {token, escortBadge}, {})).outcome.admitted);
    QVERIFY(!releaseEscort(desk, crew.escort, {second.id}, machineRoom, {true, 1, 1, false}));
    must(releaseEscort(desk, crew.escort, {second.id}, machineRoom, {true, 1, 1, true}));
    QCOMPARE(crew.state(second.id), QStringLiteral("released"));
    must(checkOut(site.kiosk().at(), token));
    must(reconcileItems(desk, site.guard(), second.id, {}));
    must(beginRead(desk));
    QVERIFY(desk.authority.carried().reconciliation(second.id)->missing.isEmpty());
    const auto open = desk.authority.rooms().incidents.open();
    QCOMPARE(std::count_if(open.begin(), open.end(),
                           [](const Incident &incident) { return incident.kind == IncidentKind::UndeclaredItem; }),
             1);
}

void TestRoomFlow::r4_nobodyUnder16IsEvenRegistered()
{
    TestSite site;
    VisitRequest request = hotWork(site);
    for (IdentityField &field : request.visitors.front().record.fields) {
        if (field.name == QLatin1String("birthDate"))
            field.value = site.clock.now().toLocalTime().date().addYears(-16).addDays(1).toString(Qt::ISODate);
    }
    const auto refused = requestVisit(site.kiosk().at(), request);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Blocked);
    QCOMPARE(refused.error().detail, QStringLiteral("too-young-for-zone"));
    request.purpose = PurposeId{QStringLiteral("meeting")};
    QVERIFY(requestVisit(site.kiosk().at(), request));
}

void TestRoomFlow::requestsThatDoNotFit_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<QString>("change");
    QTest::addColumn<bool>("fits");
    QTest::newRow("two hours") << 120 << "CHG-1" << true;
    QTest::newRow("a whole day") << 24 * 60 << "" << true;
    QTest::newRow("more than a day") << 24 * 60 + 1 << "" << false;
    QTest::newRow("over before it begins") << 0 << "" << false;
    QTest::newRow("yesterday") << -60 << "" << false;
    QTest::newRow("change number with markup") << 60 << "<b>" << false;
    QTest::newRow("change number of 41 characters") << 60 << QString(41, u'7') << false;
}

void TestRoomFlow::requestsThatDoNotFit()
{
    QFETCH(int, minutes);
    QFETCH(QString, change);
    QFETCH(bool, fits);
    TestSite site;
    VisitRequest request = hotWork(site);
    request.until = site.clock.now().addSecs(60LL * minutes);
    request.visitors.front().record.changeNumber = change;
    const auto answer = requestVisit(site.kiosk().at(), request);
    QCOMPARE(answer.has_value(), fits);
    if (!fits)
        QCOMPARE(answer.error().code, ErrorCode::Invalid);
}

/// Keeper, lead and, for hot work, the fire keeper hold no guard's keys; the visit's own is sealed to them.
void TestRoomFlow::approversReadWhatTheyApprove()
{
    TestSite site;
    EscortCrew crew(site);
    const Visit visit = must(requestVisit(site.kiosk().at(), hotWork(site))).front();
    for (const StaffSession *approver : {&crew.keeper, &crew.lead, &crew.fireKeeper}) {
        const CaseFile file = must(openCase(site.admin().at(), *approver, visit.id));
        QCOMPARE(file.record.workReason, QStringLiteral("Weld a bracket"));
        QVERIFY(file.record.value(u"documentNumber").startsWith(QLatin1Char('*')));
    }
    QCOMPARE(openCase(site.admin().at(), crew.colleague, visit.id).error().code, ErrorCode::NotAllowed);
    VisitRequest cold = hotWork(site);
    cold.visitors.front().record.workMethod = QStringLiteral("hand-tools");
    const Visit plain = must(requestVisit(site.kiosk().at(), cold)).front();
    QVERIFY(openCase(site.admin().at(), crew.keeper, plain.id));
    QCOMPARE(openCase(site.admin().at(), crew.fireKeeper, plain.id).error().code, ErrorCode::NotAllowed);
}

GATEHOUSE_TEST(QCoreApplication, TestRoomFlow);
#include "tst_roomflow.moc"
