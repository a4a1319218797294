// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/roomactions.h"
#include "machineroom.h"
#include "roomcrew.h"
#include "testprogram.h"
#include "usecases/recordat.h"
#include "usecases/rounds.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::domain;
using namespace gatehouse::test;
using namespace gatehouse::usecases;
using namespace Qt::StringLiterals;

class TestRounds : public QObject
{
    Q_OBJECT

    static const RoundBook &book(TestSite &site)
    {
        must(beginRead(site.admin().at()));
        return site.admin().at().authority.rooms().rounds;
    }
    static RoundId start(TestSite &site, const StaffSession &session, RoundKind kind)
    {
        const Round begun = must(startRound(site.admin().at(), session, machineRoom, kind));
        if (book(site).byId(begun.id) != begun)
            QTest::qFail("what begins is not what the ledger says", __FILE__, __LINE__);
        return begun.id;
    }
    static void answerAll(TestSite &site, const StaffSession &session, const RoundId &id)
    {
        for (const QString &point : book(site).byId(id)->unanswered())
            must(answerPoint(site.admin().at(), session, id, {point, true, {}, {}, {}}));
    }
    /// As the door would say it.
    static void letIn(TestSite &site, const StaffSession &guard, int heads)
    {
        auto transaction = must(beginWrite(site.admin().at()));
        must(record(
            *transaction, site.admin().at(), signerOf(guard), action::emergencyEnter, zoneSubject(machineRoom),
            {{u"zone"_s, machineRoom.key}, {u"emergency"_s, u"e1"_s}, {u"kind"_s, u"fire-brigade"_s}, {u"heads"_s, heads}}));
        must(transaction->commit());
    }

private Q_SLOTS:
    void r9_theLeadSignsTheOwnZonesLists()
    {
        TestSite site;
        RoomCrew crew(site);
        Checklist list{
            machineRoom, RoundKind::Spot, 0, {{u"lamp"_s, PointKind::Electrical, Rule::R10, u"The lamp is off"_s, {}}}};
        must(defineChecklist(site.admin().at(), crew.lead, list));
        QCOMPARE(book(site).checklist(machineRoom, RoundKind::Spot), std::optional<Checklist>(list));
        must(defineSupply(site.admin().at(), crew.lead, machineRoom, {{SupplyLoad::What::Lock, u"door 2"_s}}));
        QCOMPARE(book(site).supply(machineRoom).size(), std::size_t(1));
        QCOMPARE(outcome(defineSupply(site.admin().at(), crew.lead, machineRoom, {{SupplyLoad::What::Lock, u" "_s}})),
                 u"invalid label"_s);
        QCOMPARE(outcome(defineSupply(site.admin().at(), crew.keeper, machineRoom, {})), u"not-allowed role"_s);
        list.zone = ZoneId{u"lobby"_s};
        QCOMPARE(outcome(defineChecklist(site.admin().at(), crew.lead, list)), u"not-allowed role"_s);
        list.points.front().english.clear();
        QCOMPARE(outcome(defineChecklist(site.admin().at(), site.manager(), list)), u"invalid points"_s);
        QCOMPARE(must(roundsView(site.admin().at(), crew.lead)).led, std::vector<ZoneId>{machineRoom});
        QVERIFY(must(roundsView(site.admin().at(), crew.keeper)).led.empty());
        QCOMPARE(must(roundsView(site.admin().at(), crew.keeper)).mine,
                 must(roundsView(site.admin().at(), crew.keeper)).checklists);
        QVERIFY2(must(roundsView(site.admin().at(), crew.colleague)).mine.empty(), "a round is offered to who may begin it");
    }

    void r10_aChecklistIsSignedByAManagerAndByNobodyElse()
    {
        TestSite site;
        RoomCrew crew(site);
        QCOMPARE(outcome(adoptDefaultChecklists(site.admin().at(), crew.keeper)), u"not-allowed role"_s);
        // A statement past the use case counts as absent.
        auto transaction = must(beginWrite(site.admin().at()));
        must(record(*transaction, site.admin().at(), signerOf(crew.keeper), action::checklistDefine, zoneSubject(machineRoom),
                    {{u"checklist"_s, toJson(defaultChecklists().front())}}));
        must(transaction->commit());
        QVERIFY(book(site).checklists().empty());
        QCOMPARE(outcome(startRound(site.admin().at(), crew.keeper, machineRoom, RoundKind::Scheduled)),
                 u"not-found checklist"_s);
        QCOMPARE(must(adoptDefaultChecklists(site.admin().at(), site.manager())), 4);
        QCOMPARE(must(adoptDefaultChecklists(site.admin().at(), site.manager())), 0);
        const Checklist list = book(site).checklist(machineRoom, RoundKind::Scheduled).value();
        QCOMPARE(checklistFromJson(toJson(list)), list);
        QStringList codes;
        for (const CheckPoint &point : list.points)
            codes << point.code;
        // R2, R8, R18: these are points of the rounds.
        for (const QString &code : {u"notice"_s, u"bios-password"_s, u"usb-disabled"_s, u"pc-passwords"_s})
            QVERIFY2(codes.contains(code), qPrintable(code));
    }

    /// Otherwise one round signed for the year 2100 would be the last one.
    void r10_noRoundOccurredLaterThanItWasWritten()
    {
        TestSite site;
        RoomCrew crew(site);
        const Workplace &desk = site.admin().at();
        must(adoptDefaultChecklists(desk, site.manager()));
        const QString subject = u"round:"_s + makeUuid7(desk.clock, desk.randomness).toString(QUuid::WithoutBraces);
        const auto state = [&](const QString &what, const QJsonObject &details) {
            auto transaction = must(beginWrite(desk));
            must(recordAt(*transaction, desk, signerOf(site.guard()), what, subject, details, site.clock.now().addYears(74)));
            must(transaction->commit());
        };
        const Checklist list = book(site).checklist(machineRoom, RoundKind::Scheduled).value();
        state(action::roundStart, {{u"kind"_s, roundKindName(list.kind)}, {u"zone"_s, list.zone.key}});
        for (const CheckPoint &point : list.points)
            state(action::roundPoint, {{u"point"_s, point.code}, {u"passed"_s, true}});
        state(action::roundFinish, {{u"inside"_s, 0}});
        QCOMPARE(book(site).last(list.zone, list.kind)->finishedAt, std::optional(site.clock.now()));
        site.clock.advance(std::chrono::hours(list.everyHours));
        const std::vector<DueRound> due = book(site).due(site.clock.now());
        QVERIFY(std::any_of(due.begin(), due.end(),
                            [&](const DueRound &one) { return one.zone == list.zone && one.kind == list.kind; }));
    }

    void r10_whoMayInspect_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<bool>("closing");
        QTest::addColumn<QString>("expected");
        QTest::newRow("keeper") << u"keeper"_s << false << u"ok"_s;
        QTest::newRow("supervisor") << u"supervisor"_s << false << u"ok"_s;
        QTest::newRow("guard") << u"guard"_s << false << u"ok"_s;
        QTest::newRow("colleague") << u"colleague"_s << false << u"not-allowed duty"_s;
        QTest::newRow("keeper closes") << u"keeper"_s << true << u"ok"_s;
        QTest::newRow("guard does not close") << u"guard"_s << true << u"not-allowed duty"_s;
        QTest::newRow("supervisor does not close") << u"supervisor"_s << true << u"not-allowed duty"_s;
        QTest::newRow("manager closes") << u"manager"_s << true << u"ok"_s;
    }
    void r10_whoMayInspect()
    {
        QFETCH(QString, who);
        QFETCH(bool, closing);
        QFETCH(QString, expected);
        TestSite site;
        RoomCrew crew(site);
        must(adoptDefaultChecklists(site.admin().at(), site.manager()));
        const StaffSession &session = who == u"keeper"       ? crew.keeper
                                      : who == u"supervisor" ? crew.supervisor
                                      : who == u"guard"      ? site.guard()
                                      : who == u"manager"    ? site.manager()
                                                             : crew.colleague;
        QCOMPARE(
            outcome(startRound(site.admin().at(), session, machineRoom, closing ? RoundKind::Closing : RoundKind::Scheduled)),
            expected);
    }

    void r10_aFailedPointOpensAnIncidentWithOwnerAndTime_data()
    {
        QTest::addColumn<QString>("point");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("generalAffairs");
        QTest::newRow("wires") << u"wires"_s << u"electrical-hazard"_s << false;
        QTest::newRow("doors") << u"doors"_s << u"door-or-window"_s << true;
        QTest::newRow("windows") << u"windows"_s << u"door-or-window"_s << true;
        QTest::newRow("fire equipment") << u"fire-equipment"_s << u"fire-equipment"_s << false;
        QTest::newRow("usb") << u"usb-disabled"_s << u"information-security"_s << false;
    }
    void r10_aFailedPointOpensAnIncidentWithOwnerAndTime()
    {
        QFETCH(QString, point);
        QFETCH(QString, kind);
        QFETCH(bool, generalAffairs);
        TestSite site;
        RoomCrew crew(site);
        must(adoptDefaultChecklists(site.admin().at(), site.manager()));
        const RoundId id = start(site, crew.keeper, RoundKind::Scheduled);
        const auto opened = must(answerPoint(site.admin().at(), crew.keeper, id, {point, false, u"as found"_s, {}, {}}));
        QVERIFY(opened);
        QVERIFY(!book(site).byId(id)->result(point)->passed);
        const Incident incident = site.admin().at().authority.rooms().incidents.byId(*opened).value();
        QCOMPARE(incidentKindName(incident.kind), kind);
        QCOMPARE(incident.owner, std::optional<StaffId>(crew.keeper.staff.id));
        QVERIFY(incident.fixBy > site.clock.now());
        const auto &informs = incidentPlan(incident.kind).informs;
        QCOMPARE(std::any_of(informs.begin(), informs.end(),
                             [](const InformRule &rule) { return rule.who == Informed::GeneralAffairs; }),
                 generalAffairs);
        // Failing again while it is open is the same incident.
        QCOMPARE(must(answerPoint(site.admin().at(), crew.keeper, id, {point, false, {}, {}, {}})), opened);
    }

    void r10_aRoundIsSignedWhenEveryPointIsAnswered()
    {
        TestSite site;
        RoomCrew crew(site);
        must(adoptDefaultChecklists(site.admin().at(), site.manager()));
        const RoundId id = start(site, crew.keeper, RoundKind::Scheduled);
        QCOMPARE(outcome(finishRound(site.admin().at(), crew.keeper, id)), u"blocked unanswered"_s);
        answerAll(site, crew.keeper, id);
        QCOMPARE(outcome(finishRound(site.admin().at(), crew.supervisor, id)), u"not-allowed another's round"_s);
        must(finishRound(site.admin().at(), crew.keeper, id));
        QVERIFY(book(site).byId(id)->finishedAt);
        QCOMPARE(outcome(finishRound(site.admin().at(), crew.keeper, id)), u"conflict finished"_s);
    }

    void r10_aScheduledRoundIsDueAndASpotRoundShowsWhenItsTimeHasCome()
    {
        TestSite site;
        RoomCrew crew(site);
        must(adoptDefaultChecklists(site.admin().at(), site.manager()));
        QVERIFY(book(site).due(site.clock.now()).empty());
        site.clock.advance(std::chrono::hours(24));
        QCOMPARE(book(site).due(site.clock.now()).size(),
                 std::size_t(3)); // room, closing, lobby; a spot list is never due by itself
        const RoundId id = start(site, crew.keeper, RoundKind::Scheduled);
        answerAll(site, crew.keeper, id);
        must(finishRound(site.admin().at(), crew.keeper, id));
        QCOMPARE(book(site).due(site.clock.now()).size(), std::size_t(2));
        must(planSpotRound(site.admin().at(), site.manager(), machineRoom, 5));
        QCOMPARE(book(site).due(site.clock.now()).size(), std::size_t(2)); // nobody sees it beforehand
        const auto later = book(site).due(site.clock.now().addDays(7));
        const auto spot =
            std::find_if(later.begin(), later.end(), [](const DueRound &one) { return one.kind == RoundKind::Spot; });
        QVERIFY(spot != later.end());
        QCOMPARE(spot->whose, std::optional<StaffId>(crew.keeper.staff.id));
        site.clock.advance(std::chrono::hours(24 * 7));
        start(site, crew.keeper, RoundKind::Spot);
        const auto after = book(site).due(site.clock.now());
        QVERIFY(std::none_of(after.begin(), after.end(), [](const DueRound &one) { return one.kind == RoundKind::Spot; }));
    }

    void r12_theClosingRoundRefusesWhileAnyoneIsInside()
    {
        TestSite site;
        RoomCrew crew(site);
        must(adoptDefaultChecklists(site.admin().at(), site.manager()));
        const RoundId id = start(site, crew.keeper, RoundKind::Closing);
        answerAll(site, crew.keeper, id);
        letIn(site, site.guard(), 2);
        QCOMPARE(must(judgeRound(site.admin().at(), crew.keeper, id)).inside, 2);
        QCOMPARE(outcome(finishRound(site.admin().at(), crew.keeper, id)), u"blocked inside"_s);
        QCOMPARE(outcome(startRound(site.admin().at(), crew.keeper, machineRoom, RoundKind::Closing)), u"blocked inside"_s);
        // Signed past the use case, with people inside as it says itself: counts as absent.
        auto transaction = must(beginWrite(site.admin().at()));
        must(record(*transaction, site.admin().at(), signerOf(crew.keeper), action::roundFinish, roundSubject(id),
                    {{u"inside"_s, 2}}));
        must(transaction->commit());
        QVERIFY(!book(site).byId(id)->finishedAt);
    }

    void r12_warnsOfWhatHangsOnTheSupplyItCuts_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<bool>("warns");
        QTest::newRow("server") << int(SupplyLoad::What::Server) << true;
        QTest::newRow("station") << int(SupplyLoad::What::Station) << true;
        QTest::newRow("lock") << int(SupplyLoad::What::Lock) << true;
        QTest::newRow("lamp") << int(SupplyLoad::What::Other) << false;
    }
    void r12_warnsOfWhatHangsOnTheSupplyItCuts()
    {
        QFETCH(int, what);
        QFETCH(bool, warns);
        TestSite site;
        RoomCrew crew(site);
        must(adoptDefaultChecklists(site.admin().at(), site.manager()));
        must(defineSupply(site.admin().at(), site.manager(), machineRoom, {{SupplyLoad::What(what), u"F7"_s}}));
        const RoundId id = start(site, crew.keeper, RoundKind::Closing);
        answerAll(site, crew.keeper, id);
        QCOMPARE(outcome(finishRound(site.admin().at(), crew.keeper, id)), warns ? u"blocked supply"_s : u"ok"_s);
        if (warns)
            must(finishRound(site.admin().at(), crew.keeper, id, true));
        QVERIFY(book(site).byId(id)->finishedAt);
    }

    void r11_fireEquipmentHasAKeeperAndANextCheck()
    {
        TestSite site;
        RoomCrew crew(site);
        const QDate today = site.clock.now().date();
        const FireDevice device{u"FE-03"_s, u"extinguisher"_s, machineRoom, crew.fireKeeper.staff.id,
                                today,      std::nullopt,      true};
        QCOMPARE(outcome(defineFireDevice(site.admin().at(), crew.fireKeeper, device)), u"not-allowed role"_s);
        must(defineFireDevice(site.admin().at(), site.manager(), device));
        QVERIFY(book(site).fireDevicesDue(today).empty());
        QCOMPARE(book(site).fireDevicesDue(today.addDays(1)).size(), std::size_t(1));
        must(checkFireDevice(site.admin().at(), crew.fireKeeper, device.number, true, today.addDays(90)));
        QVERIFY(book(site).fireDevicesDue(today.addDays(1)).empty());
        must(checkFireDevice(site.admin().at(), crew.fireKeeper, device.number, false, today.addDays(90)));
        QCOMPARE(book(site).fireDevicesDue(today).size(), std::size_t(1));
        const auto open = site.admin().at().authority.rooms().incidents.open();
        QCOMPARE(open.size(), std::size_t(1));
        QCOMPARE(open.front().owner, std::optional<StaffId>(crew.fireKeeper.staff.id));
    }

    void r11_theFireKeeperTrainsTheOthers()
    {
        TestSite site;
        RoomCrew crew(site);
        const QDate today = site.clock.now().date();
        must(defineFireDevice(
            site.admin().at(), site.manager(),
            {u"FE-03"_s, u"extinguisher"_s, machineRoom, crew.fireKeeper.staff.id, today.addDays(30), std::nullopt, true}));
        QCOMPARE(must(roundsView(site.admin().at(), site.manager())).untrained.size(),
                 std::size_t(4)); // all but the fire keeper
        QCOMPARE(outcome(giveFireTraining(site.admin().at(), crew.keeper, {crew.lead.staff.id}, today)),
                 u"not-allowed fire keeper"_s);
        must(giveFireTraining(site.admin().at(), crew.fireKeeper, {crew.lead.staff.id, crew.keeper.staff.id}, today));
        QCOMPARE(must(roundsView(site.admin().at(), site.manager())).untrained.size(), std::size_t(2));
        QVERIFY(book(site).isTrained(crew.keeper.staff.id, today.addDays(365)));
        QVERIFY(!book(site).isTrained(crew.keeper.staff.id, today.addDays(366)));
    }
};

GATEHOUSE_TEST(QCoreApplication, TestRounds);
#include "tst_rounds.moc"
