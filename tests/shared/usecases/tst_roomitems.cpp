// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/roomactions.h"
#include "machineroom.h"
#include "roomcrew.h"
#include "testprogram.h"
#include "usecases/badges.h"
#include "usecases/emergencies.h"
#include "usecases/incidents.h"
#include "usecases/musters.h"
#include "usecases/roomitems.h"
#include "usecases/staffbadges.h"

#include <QTest>

#include <algorithm>
#include <utility>

using namespace gatehouse;
using namespace gatehouse::domain;
using namespace gatehouse::test;
using namespace gatehouse::usecases;
using namespace Qt::StringLiterals;

namespace
{
/// A program that is killed after its first write.
class OneWrite final : public Store
{
public:
    explicit OneWrite(Store &store) : m_store(store) {}
    Result<std::unique_ptr<Transaction>> beginRead() override { return m_store.beginRead(); }
    Result<std::unique_ptr<Transaction>> beginWrite() override
    {
        if (std::exchange(m_written, true))
            return fail(ErrorCode::Unavailable, u"killed"_s);
        return m_store.beginWrite();
    }
    Result<qint64> dataVersion() override { return m_store.dataVersion(); }

private:
    Store &m_store;
    bool m_written = false;
};
} // namespace

class TestRoomItems : public QObject
{
    Q_OBJECT

    static RegisteredId lent(TestSite &site, RoomCrew &crew, RegisteredKind kind)
    {
        const RegisteredId id = must(addRegistered(site.admin().at(), crew.keeper, kind, u"M-014"_s, machineRoom));
        must(lendRegistered(site.admin().at(), crew.keeper, id, staffSubject(crew.colleague.staff.id),
                            site.clock.now().addDays(1), true));
        return id;
    }
    static const ItemBook &book(TestSite &site)
    {
        must(beginRead(site.admin().at()));
        return site.admin().at().authority.rooms().items;
    }

private Q_SLOTS:
    void r7_aMediumComesBackOnlyAfterAVirusCheck_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QStringList>("checks"); // clean or not, in order
        QTest::addColumn<QString>("expected");
        QTest::newRow("unchecked medium") << u"medium"_s << QStringList{} << u"blocked virus-check-missing"_s;
        QTest::newRow("clean medium") << u"medium"_s << QStringList{u"clean"_s} << u"ok"_s;
        QTest::newRow("infected medium") << u"medium"_s << QStringList{u"found"_s} << u"blocked virus-found"_s;
        QTest::newRow("cleaned and checked again") << u"medium"_s << QStringList{u"found"_s, u"clean"_s} << u"ok"_s;
        QTest::newRow("a key needs none") << u"key"_s << QStringList{} << u"ok"_s;
    }
    void r7_aMediumComesBackOnlyAfterAVirusCheck()
    {
        QFETCH(QString, kind);
        QFETCH(QStringList, checks);
        QFETCH(QString, expected);
        TestSite site;
        RoomCrew crew(site);
        const RegisteredId id = lent(site, crew, registeredKindFromName(kind).value());
        for (const QString &check : checks)
            must(recordVirusCheck(site.admin().at(), crew.maintainer, id, u"ClamAV 1.0.7"_s, check == u"clean"));
        QCOMPARE(outcome(returnRegistered(site.admin().at(), crew.keeper, id)), expected);
        if (expected != u"ok") {
            // Signed past the use case it counts as absent.
            auto transaction = must(beginWrite(site.admin().at()));
            must(record(*transaction, site.admin().at(), signerOf(crew.keeper), action::registerReturn, registeredSubject(id)));
            must(transaction->commit());
        }
        QCOMPARE(book(site).byId(id)->isOut(), expected != u"ok");
    }

    void r7_aCheckOfAnEarlierLoanIsWorthNothing()
    {
        TestSite site;
        RoomCrew crew(site);
        const RegisteredId id = lent(site, crew, RegisteredKind::Medium);
        must(recordVirusCheck(site.admin().at(), crew.maintainer, id, u"ClamAV 1.0.7"_s, true));
        QCOMPARE(book(site).byId(id)->check->tool, u"ClamAV 1.0.7"_s);
        QCOMPARE(book(site).byId(id)->check->by, crew.maintainer.staff.id);
        must(returnRegistered(site.admin().at(), crew.keeper, id));
        must(lendRegistered(site.admin().at(), crew.keeper, id, staffSubject(crew.colleague.staff.id),
                            site.clock.now().addDays(1), false));
        QCOMPARE(outcome(returnRegistered(site.admin().at(), crew.keeper, id)), u"blocked virus-check-missing"_s);
    }

    void r7_aFoundVirusOpensAnIncident()
    {
        TestSite site;
        RoomCrew crew(site);
        const RegisteredId id = lent(site, crew, RegisteredKind::Medium);
        must(recordVirusCheck(site.admin().at(), crew.maintainer, id, u"ClamAV 1.0.7"_s, false));
        const auto cases = must(incidentCases(site.admin().at(), site.manager()));
        QCOMPARE(cases.size(), std::size_t(1));
        QCOMPARE(cases.front().incident.kind, IncidentKind::InformationSecurity);
    }

    void r21_whatLeavesNeedsTheOwnersApprovalAndTheGuardsCheck_data()
    {
        QTest::addColumn<QString>("decision");
        QTest::addColumn<QString>("serial");
        QTest::addColumn<QString>("expected");
        QTest::newRow("not decided") << u""_s << u"SN-1"_s << u"blocked not-approved"_s;
        QTest::newRow("refused") << u"refuse"_s << u"SN-1"_s << u"blocked not-approved"_s;
        QTest::newRow("another serial") << u"approve"_s << u"SN-2"_s << u"blocked other-serial"_s;
        QTest::newRow("as approved") << u"approve"_s << u"SN-1"_s << u"ok"_s;
    }
    void r21_whatLeavesNeedsTheOwnersApprovalAndTheGuardsCheck()
    {
        QFETCH(QString, decision);
        QFETCH(QString, serial);
        QFETCH(QString, expected);
        TestSite site;
        RoomCrew crew(site);
        const MaterialPassId id = must(
            requestPass(site.admin().at(), crew.colleague,
                        {u"server"_s, u"SN-1"_s, machineRoom, crew.lead.staff.id, staffSubject(crew.colleague.staff.id), {}}));
        QCOMPARE(outcome(decidePass(site.admin().at(), crew.keeper, id, true)), u"not-allowed owner"_s);
        if (!decision.isEmpty())
            must(decidePass(site.admin().at(), crew.lead, id, decision == u"approve"));
        QCOMPARE(outcome(letPassLeave(site.admin().at(), site.guard(), id, serial)), expected);
        QCOMPARE(book(site).pass(id)->state == MaterialPass::State::Left, expected == u"ok");
        QCOMPARE(must(incidentCases(site.admin().at(), site.guard())).size(), std::size_t(serial == u"SN-2" ? 1 : 0));
    }

    /// Who takes it out is nobody whom the owner and the guard could be compared with.
    void r21_aPassNamesItsTakerInOneSpelling_data()
    {
        QTest::addColumn<bool>("capitals");
        QTest::newRow("as written") << false;
        QTest::newRow("capitals") << true;
    }
    void r21_aPassNamesItsTakerInOneSpelling()
    {
        QFETCH(bool, capitals);
        TestSite site;
        RoomCrew crew(site);
        const MaterialPassId id = makeId<MaterialPassId>(site.clock, site.randomness);
        const QString taker = crew.colleague.staff.id.text();
        const auto transaction = must(beginWrite(site.admin().at()));
        must(record(*transaction, site.admin().at(), signerOf(crew.colleague), action::passRequest, u"pass:"_s + id.text(),
                    {{u"what"_s, u"server"_s},
                     {u"serial"_s, u"SN-1"_s},
                     {u"zone"_s, machineRoom.key},
                     {u"owner"_s, crew.lead.staff.id.text()},
                     {u"taker"_s, u"staff:"_s + (capitals ? taker.toUpper() : taker)}}));
        must(transaction->commit());
        QCOMPARE(book(site).pass(id).has_value(), !capitals);
    }

    void r21_aDepositLeftBehindIsAnOpenItem()
    {
        TestSite site;
        RoomCrew crew(site);
        VisitRequest request = site.meeting();
        request.visitors.front().items = {{u"usb-storage"_s, 1, ItemState::Declared, {}}};
        const Visit visit = must(requestVisit(site.kiosk().at(), request)).front();
        must(depositItem(site.admin().at(), site.guard(), visit.id, u"usb-storage"_s, u"T-7"_s));
        QCOMPARE(book(site).deposits().size(), std::size_t(1));
        QVERIFY(!book(site).deposits().front().leftBehind);
        must(recordOriginalSeen(site.admin().at(), site.guard(), visit.id));
        must(approveVisit(site.admin().at(), site.guard(), visit.id, Reason{u"known"_s, {}}));
        must(issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id));
        const auto badgesOut = [&] {
            must(beginRead(site.admin().at()));
            return site.admin().at().authority.badges().visitorsOut();
        };
        QCOMPARE(badgesOut(), 1);
        must(departWithoutBadge(site.admin().at(), site.guard(), visit.id));
        QCOMPARE(badgesOut(), 0);
        QVERIFY(book(site).deposits().front().leftBehind);
        must(returnItem(site.admin().at(), site.guard(), visit.id, u"usb-storage"_s));
        QVERIFY(book(site).deposits().empty());
    }

    void r7_somethingUndeclaredOpensAnIncident()
    {
        TestSite site;
        RoomCrew crew(site);
        const Visit visit = site.approvedVisit();
        must(reportUndeclared(site.admin().at(), crew.colleague, visit.id, u"usb-storage"_s, u"stuck in a laptop"_s));
        must(reportUndeclared(site.admin().at(), crew.colleague, visit.id, u"usb-storage"_s, u"the same one"_s));
        const auto cases = must(incidentCases(site.admin().at(), site.guard()));
        QCOMPARE(cases.size(), std::size_t(1));
        QCOMPARE(cases.front().incident.about, visitSubject(visit.id));
    }

    void r21_aLeaverHandsEverythingBackBeforeTheAccountEnds_data()
    {
        QTest::addColumn<QString>("kept");
        QTest::addColumn<bool>("keyOut");
        QTest::addColumn<QString>("missing");
        QTest::addColumn<QString>("expected");
        QTest::newRow("all back") << QString() << false << QString() << u"ok"_s;
        QTest::newRow("device kept") << u"devices"_s << false << QString() << u"blocked devices"_s;
        QTest::newRow("a key is out") << QString() << true << QString() << u"blocked M-014"_s;
        QTest::newRow("named missing") << u"devices"_s << true << u"telephone lost, key in the car"_s << u"ok"_s;
    }
    void r21_aLeaverHandsEverythingBackBeforeTheAccountEnds()
    {
        QFETCH(QString, kept);
        QFETCH(bool, keyOut);
        QFETCH(QString, missing);
        QFETCH(QString, expected);
        TestSite site;
        RoomCrew crew(site);
        if (keyOut)
            lent(site, crew, RegisteredKind::Key);
        Leaving leaving{crew.colleague.staff.id, leavingCodes(), missing};
        leaving.returned.removeAll(kept);
        QCOMPARE(outcome(completeLeaving(site.admin().at(), crew.keeper, leaving)), u"not-allowed role"_s);
        QCOMPARE(outcome(completeLeaving(site.admin().at(), site.manager(), leaving)), expected);
        must(beginRead(site.admin().at()));
        QCOMPARE(site.admin().at().authority.isActive(crew.colleague.staff.id), expected != u"ok");
        QCOMPARE(must(incidentCases(site.admin().at(), site.manager())).size(), std::size_t(missing.isEmpty() ? 0 : 1));
    }

    void r21_aLostStaffBadgeIsDeadAndLookedFor_data()
    {
        QTest::addColumn<QString>("by");
        QTest::addColumn<QString>("expected");
        QTest::newRow("the person") << u"self"_s << u"ok"_s;
        QTest::newRow("a guard") << u"guard"_s << u"ok"_s;
        QTest::newRow("a colleague") << u"colleague"_s << u"not-allowed role"_s;
    }
    void r21_aLostStaffBadgeIsDeadAndLookedFor()
    {
        QFETCH(QString, by);
        TestSite site;
        RoomCrew crew(site);
        const StaffId owner = crew.keeper.staff.id;
        must(issueStaffBadge(site.admin().at(), site.manager(), owner));
        const StaffSession &session = by == u"self" ? crew.keeper : by == u"guard" ? site.guard() : crew.colleague;
        const auto lost = loseStaffBadge(site.admin().at(), session, owner);
        QTEST(outcome(lost), "expected");
        must(beginRead(site.admin().at()));
        QCOMPARE(site.admin().at().authority.badges().ofStaff(owner).has_value(), !lost);
        QCOMPARE(must(incidentCases(site.admin().at(), site.guard())).size(), std::size_t(lost ? 1 : 0));
    }

    void r21_aLostMediumIsLookedForAndNotLentAgain_data()
    {
        QTest::addColumn<QString>("by");
        QTest::addColumn<bool>("out");
        QTest::addColumn<QString>("expected");
        QTest::newRow("by the keeper, while it is out") << u"keeper"_s << true << u"ok"_s;
        QTest::newRow("by the keeper, from its place") << u"keeper"_s << false << u"ok"_s;
        QTest::newRow("by who borrowed it") << u"colleague"_s << true << u"not-allowed register"_s;
    }
    void r21_aLostMediumIsLookedForAndNotLentAgain()
    {
        QFETCH(QString, by);
        QFETCH(bool, out);
        TestSite site;
        RoomCrew crew(site);
        const auto &at = site.admin().at();
        const RegisteredId id = out ? lent(site, crew, RegisteredKind::Medium)
                                    : must(addRegistered(at, crew.keeper, RegisteredKind::Medium, u"M-014"_s, machineRoom));
        const auto lost = loseRegistered(at, by == u"keeper" ? crew.keeper : crew.colleague, id);
        QTEST(outcome(lost), "expected");
        QCOMPARE(book(site).byId(id)->lost, lost.has_value());
        const auto cases = must(incidentCases(at, site.manager()));
        QCOMPARE(cases.size(), std::size_t(lost ? 1 : 0));
        if (!lost)
            return;
        QCOMPARE(cases.front().incident.kind, IncidentKind::MissingItem);
        QCOMPARE(cases.front().incident.about, registeredSubject(id));
        QCOMPARE(outcome(loseRegistered(at, crew.keeper, id)), u"conflict lost"_s);
        const QString to = staffSubject(crew.colleague.staff.id);
        QCOMPARE(outcome(lendRegistered(at, crew.keeper, id, to, site.clock.now().addDays(1), false)), u"conflict out"_s);
    }

    void r24_marksOfTwoStationsMerge()
    {
        TestSite site;
        const Visit one = site.approvedVisit();
        const Visit other = site.approvedVisit();
        const MusterId id = must(startMuster(site.admin().at(), site.guard(), true, 2));
        QCOMPARE(outcome(startMuster(site.kiosk().at(), site.secondGuard(), false, 2)), u"conflict running"_s);
        must(markSafe(site.admin().at(), site.guard(), id, visitSubject(one.id)));
        must(markSafe(site.kiosk().at(), site.secondGuard(), id, visitSubject(other.id)));
        must(markSafe(site.kiosk().at(), site.secondGuard(), id, visitSubject(one.id)));
        site.clock.advance(std::chrono::minutes(4));
        const Muster ended = must(endMuster(site.admin().at(), site.guard(), id));
        QCOMPARE(ended.safe.size(), std::size_t(2));
        QVERIFY(ended.drill);
        QCOMPARE(ended.startedAt.secsTo(*ended.endedAt), 240); // R23: the time of a drill is kept
        QCOMPARE(outcome(markSafe(site.admin().at(), site.guard(), id, visitSubject(one.id))), u"not-found muster"_s);
        QCOMPARE(must(mustersView(site.admin().at(), site.manager())).musters.front(), ended);
    }

    void r24_theRollCallNamesWhoIsOnSite()
    {
        TestSite site;
        RoomCrew crew(site);
        const Visit visit = site.approvedVisit();
        must(issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id));
        CardIndex cards;
        const MusterId id = must(startMuster(site.admin().at(), site.guard(), false, 1));
        std::vector<PersonHere> people = must(whoIsHere(site.admin().at(), site.guard(), cards));
        QCOMPARE(people.size(), std::size_t(1));
        QCOMPARE(people.front().name, u"Anna Maria Eriksson"_s);
        QVERIFY(!people.front().safeAt);
        must(markSafe(site.admin().at(), site.guard(), id, people.front().subject));
        QVERIFY(must(whoIsHere(site.admin().at(), site.guard(), cards)).front().safeAt);
        // Helpers have no names: their heads are counted, and marked together.
        must(enterEmergency(site.admin().at(), site.guard(), machineRoom, u"fire-brigade"_s, 4));
        people = must(whoIsHere(site.admin().at(), site.guard(), cards));
        const auto helpers = std::find_if(people.begin(), people.end(), [](const PersonHere &one) { return one.isHelpers(); });
        QVERIFY(helpers != people.end());
        QCOMPARE(helpers->heads, 4);
        must(markSafe(site.admin().at(), site.guard(), id, helpers->subject));
        people = must(whoIsHere(site.admin().at(), site.guard(), cards));
        QVERIFY(std::all_of(people.begin(), people.end(), [](const PersonHere &one) { return one.safeAt.has_value(); }));
        QCOMPARE(outcome(markSafe(site.admin().at(), site.guard(), id, u"zone:lobby"_s)), u"invalid person"_s);
    }

    void r24_theAssemblyPointIsAManagersAndTheSameEverywhere()
    {
        TestSite site;
        const SitePlaces places{u"Car park north"_s, u"Harbour office, 2nd floor"_s};
        QCOMPARE(outcome(defineSitePlaces(site.admin().at(), site.guard(), places)), u"not-allowed role"_s);
        QCOMPARE(outcome(defineSitePlaces(site.admin().at(), site.manager(), {u"  "_s, u"x"_s})), u"invalid places"_s);
        must(defineSitePlaces(site.admin().at(), site.manager(), places));
        QCOMPARE(must(mustersView(site.kiosk().at(), site.secondGuard())).places, places);
        // Signed by a guard past the use case it counts as absent.
        auto transaction = must(beginWrite(site.admin().at()));
        must(record(*transaction, site.admin().at(), signerOf(site.guard()), action::sitePlaces, u"site"_s,
                    {{u"assemblyPoint"_s, u"nowhere"_s}}));
        must(transaction->commit());
        QCOMPARE(must(mustersView(site.admin().at(), site.guard())).places, places);
    }

    void r24_aPaperNumberThatDoesNotComeBackIsAFinding()
    {
        TestSite site;
        const Visit visit = site.approvedVisit();
        const PaperRange range = must(printPapers(site.admin().at(), site.guard(), 10));
        QCOMPARE(range.from, 1);
        QCOMPARE(range.to, 10);
        QCOMPARE(must(printPapers(site.admin().at(), site.guard(), 5)).from, 11);
        QVERIFY(must(takePaperBack(site.admin().at(), site.guard(), 1, {})).empty());
        QCOMPARE(must(takePaperBack(site.admin().at(), site.guard(), 4, visit.number)), (std::vector<int>{2, 3}));
        QCOMPARE(outcome(takePaperBack(site.admin().at(), site.guard(), 4, visit.number)), u"conflict paper"_s);
        QCOMPARE(outcome(takePaperBack(site.admin().at(), site.guard(), 16, visit.number)), u"not-found paper"_s);
        QCOMPARE(outcome(takePaperBack(site.admin().at(), site.guard(), 5, visit.number + 1)), u"not-found visit"_s);
        QCOMPARE(must(takePaperBack(site.admin().at(), site.guard(), 5, {})), (std::vector<int>{2, 3}));
        QCOMPARE(must(incidentCases(site.admin().at(), site.guard())).size(), std::size_t(2)); // each once
    }

    void aPaperAndWhatItShowsToBeMissingAreOneAct()
    {
        TestSite site;
        const Workplace &desk = site.admin().at();
        const int visit = site.approvedVisit().number;
        must(printPapers(desk, site.guard(), 3));
        OneWrite store(desk.store);
        const Workplace once{store, desk.clock, desk.randomness, desk.station, desk.authority, desk.time};
        QCOMPARE(must(takePaperBack(once, site.guard(), 3, visit)), (std::vector<int>{1, 2}));
        must(beginRead(desk));
        QCOMPARE(desk.authority.rooms().musters.papers().entered, std::set<int>{3});
        QCOMPARE(desk.authority.rooms().incidents.open().size(), std::size_t(2));
    }

    void aMissingPaperIsAnIncidentOfTheSitesOwnEntrance_data()
    {
        QTest::addColumn<QStringList>("gone");
        QTest::addColumn<QString>("zone");
        QTest::newRow("the site that ships") << QStringList{} << u"lobby"_s;
        QTest::newRow("no lobby") << QStringList{u"lobby"_s} << u"lounge"_s;
        QTest::newRow("nothing without an escort") << QStringList{u"lobby"_s, u"lounge"_s, u"office"_s} << u"machine-room"_s;
    }
    void aMissingPaperIsAnIncidentOfTheSitesOwnEntrance()
    {
        QFETCH(QStringList, gone);
        TestSite site;
        const int visit = site.approvedVisit().number;
        {
            auto transaction = must(beginWrite(site.admin().at()));
            for (Zone zone : must(transaction->site().zones())) {
                zone.nameEnglish += gone.contains(zone.id.key) ? u"!"_s : QString(); // as nobody signed it: absent
                must(transaction->site().saveZone(zone));
            }
            must(transaction->commit());
        }
        must(printPapers(site.admin().at(), site.guard(), 2));
        QCOMPARE(must(takePaperBack(site.admin().at(), site.guard(), 2, visit)), std::vector<int>{1});
        QTEST(must(incidentCases(site.admin().at(), site.guard())).front().incident.zone.key, "zone");
    }
};

GATEHOUSE_TEST(QCoreApplication, TestRoomItems);
#include "tst_roomitems.moc"
