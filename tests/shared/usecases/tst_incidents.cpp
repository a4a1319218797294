// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/roomactions.h"
#include "doorbench.h"
#include "machineroom.h"
#include "roomcrew.h"
#include "security/tokens.h"
#include "strangerreport.h"
#include "testprogram.h"
#include "usecases/badges.h"
#include "usecases/dooroffline.h"
#include "usecases/emergencies.h"
#include "usecases/incidents.h"
#include "usecases/readvisits.h"
#include "usecases/staffbadges.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::domain;
using namespace gatehouse::test;
using namespace gatehouse::usecases;
using namespace Qt::StringLiterals;

class TestIncidents : public QObject
{
    Q_OBJECT

    static Incident incidentNow(TestSite &site, const IncidentId &id)
    {
        must(beginRead(site.admin().at()));
        return site.admin().at().authority.rooms().incidents.byId(id).value();
    }
    static IncidentId stranger(TestSite &site) { return strangerAt(site.kiosk(), machineRoom); }

private Q_SLOTS:
    void r3_aStrangerIsReportedWithoutSigningIn()
    {
        TestSite site;
        const IncidentId id = stranger(site);
        const Incident incident = incidentNow(site, id);
        QCOMPARE(incident.kind, IncidentKind::Stranger);
        QCOMPARE(incident.zone, machineRoom);
        QCOMPARE(incident.openedBy, stationActor(site.kiosk().at().stationId()));
        QCOMPARE(incident.missingSteps().value(0), u"lead-out"_s);
        // A second touch is the same report; later it is another stranger.
        QCOMPARE(stranger(site), id);
        site.clock.advance(std::chrono::minutes(3));
        QVERIFY(stranger(site) != id);
    }

    void r3_thePersonIsLedOutFirstAndAskedAfterwards_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("expected");
        QTest::newRow("reason first") << QStringList{} << u"reason-asked"_s << u"blocked lead-out"_s;
        QTest::newRow("badge first") << QStringList{} << u"badge-looked-up"_s << u"blocked lead-out"_s;
        QTest::newRow("led out") << QStringList{} << u"lead-out"_s << u"ok"_s;
        QTest::newRow("then asked") << QStringList{u"lead-out"_s} << u"reason-asked"_s << u"ok"_s;
        QTest::newRow("twice") << QStringList{u"lead-out"_s} << u"lead-out"_s << u"conflict lead-out"_s;
        QTest::newRow("badge after the reason")
            << QStringList{u"lead-out"_s, u"reason-asked"_s} << u"badge-looked-up"_s << u"ok"_s;
        QTest::newRow("no such step") << QStringList{} << u"handcuffs"_s << u"blocked lead-out"_s;
    }
    void r3_thePersonIsLedOutFirstAndAskedAfterwards()
    {
        QFETCH(QStringList, before);
        QFETCH(QString, step);
        QFETCH(QString, expected);
        TestSite site;
        const IncidentId id = stranger(site);
        for (const QString &earlier : before)
            must(recordStep(site.admin().at(), site.guard(), id, earlier));
        QCOMPARE(outcome(recordStep(site.admin().at(), site.guard(), id, step, u"said to look for the canteen"_s)), expected);
        QCOMPARE(incidentNow(site, id).step(step) != nullptr, expected == u"ok" || expected.startsWith(u"conflict"));
    }

    /// A statement out of order that somebody signs past the use case counts as absent.
    void r3_aStatementOutOfOrderCountsAsAbsent()
    {
        TestSite site;
        const IncidentId id = stranger(site);
        auto transaction = must(beginWrite(site.admin().at()));
        must(record(*transaction, site.admin().at(), signerOf(site.guard()), action::incidentStep, incidentSubject(id),
                    {{u"step"_s, u"reason-asked"_s}}));
        must(record(*transaction, site.admin().at(), signerOf(site.guard()), action::incidentClose, incidentSubject(id)));
        must(transaction->commit());
        QVERIFY(incidentNow(site, id).steps.empty());
        QVERIFY(incidentNow(site, id).isOpen());
    }

    void r3_aBadgeFoundOnTheStrangerIsDeadAtOnce()
    {
        TestSite site;
        const Visit visit = site.approvedVisit();
        const IssuedBadge issued = must(issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id));
        const IncidentId id = stranger(site);
        QCOMPARE(outcome(revokeFoundBadge(site.admin().at(), site.guard(), id, issued.badge.token)), u"blocked lead-out"_s);
        QVERIFY(must(verifyBadge(site.kiosk().at(), issued.badge.token)).authorised);
        must(recordStep(site.admin().at(), site.guard(), id, u"lead-out"_s));
        const FoundBadge found = must(revokeFoundBadge(site.admin().at(), site.guard(), id, issued.badge.token));
        QCOMPARE(found.visit, visit.id);
        QVERIFY(found.wasValid);
        QVERIFY(!must(verifyBadge(site.kiosk().at(), issued.badge.token)).authorised);
        QCOMPARE(incidentNow(site, id).step(u"badge-looked-up")->badge, std::optional<quint64>(issued.badge.serial));
    }

    void r3_whoeverMeetsTheStrangerEndsTheBadge_data()
    {
        QTest::addColumn<bool>("ofStaff");
        QTest::newRow("a visitor's") << false;
        QTest::newRow("one of the staff") << true;
    }
    /// Managers and employees alike: it is dead at the doors too, and nobody finds fault with the statement.
    void r3_whoeverMeetsTheStrangerEndsTheBadge()
    {
        QFETCH(bool, ofStaff);
        TestSite site;
        site.addStaff(u"2210"_s, u"Wang Fang"_s, {Role::Auditor});
        const StaffSession colleague = site.signInAs(u"2210"_s);
        const Workplace &at = site.admin().at();
        const IssuedBadge issued = must(issueBadgeAtDesk(at, site.guard(), site.approvedVisit().id));
        const StaffBadge card = must(issueStaffBadge(at, site.manager(), site.guard().staff.id));
        const IncidentId id = stranger(site);
        must(recordStep(at, colleague, id, u"lead-out"_s));
        QVERIFY(must(revokeFoundBadge(at, colleague, id, ofStaff ? card.token : issued.badge.token)).wasValid);
        must(beginRead(at));
        QCOMPARE(at.authority.badges().bySerial(ofStaff ? card.serial : issued.badge.serial)->state, BadgeState::Revoked);
        QVERIFY(must(verifyLedger(at.store, at.station.rootFingerprint, site.clock)).isSound());
    }

    /// A guard who finds a colleague's card on a stranger ends it, though a guard issues none.
    void r3_aStaffBadgeFoundOnTheStrangerIsDeadAtOnce()
    {
        TestSite site;
        const StaffId colleague = site.addStaff(u"2210"_s, u"Wang Fang"_s, {Role::Escort}, Grade::Managerial);
        StaffBadge card;
        do
            card = must(issueStaffBadge(site.admin().at(), site.manager(), colleague));
        while (card.serial >> 60); // one that begins with a zero, which is written too
        const IncidentId id = stranger(site);
        QCOMPARE(outcome(revokeFoundBadge(site.admin().at(), site.guard(), id, card.token)), u"blocked lead-out"_s);
        must(recordStep(site.admin().at(), site.guard(), id, u"lead-out"_s));
        const FoundBadge found = must(revokeFoundBadge(site.admin().at(), site.guard(), id, card.token));
        QCOMPARE(found.staff, std::optional(colleague));
        QVERIFY(found.wasValid);
        must(beginRead(site.admin().at()));
        QCOMPARE(site.admin().at().authority.badges().bySerial(card.serial)->state, BadgeState::Revoked);
        QVERIFY(!site.admin().at().authority.badges().ofStaff(colleague));
        QCOMPARE(incidentNow(site, id).step(u"badge-looked-up")->badge, std::optional<quint64>(card.serial));
        auto transaction = must(beginRead(site.admin().at()));
        const auto statements = must(transaction->ledger().ofSubject(incidentSubject(id)));
        QCOMPARE(statements.back().details.value(u"badge"_s).toString(),
                 serialText(card.serial)); // all digits: it is looked for so
    }

    void r3_badgesThatAreNoneOfOurs_data()
    {
        QTest::addColumn<bool>("ofThisSite");
        QTest::addColumn<bool>("ourKey");
        QTest::addColumn<QString>("expected");
        QTest::newRow("of another site") << false << true << u"not-found other site"_s;
        QTest::newRow("of this site, signed by nobody") << true << false << u"bad-signature forged"_s;
        QTest::newRow("signed by a station, never issued") << true << true << u"not-found unknown"_s;
    }
    void r3_badgesThatAreNoneOfOurs()
    {
        QFETCH(bool, ofThisSite);
        QFETCH(bool, ourKey);
        QFETCH(QString, expected);
        TestSite site;
        const Workplace &at = site.admin().at();
        const IncidentId id = stranger(site);
        must(recordStep(at, site.guard(), id, u"lead-out"_s));
        const QDateTime now = site.clock.now();
        const QByteArray tag = ofThisSite ? at.authority.siteTag() : QByteArray("othr");
        const auto other = security::makeSignKeyPair();
        const auto &key = ourKey ? at.station.keys.secretKey : other.secretKey;
        const QString token =
            security::makeStaffBadgeToken({tag, site.host().value, 7, now, now.addDays(1), at.stationId().value}, key);
        QCOMPARE(outcome(revokeFoundBadge(at, site.guard(), id, token)), expected);
        QVERIFY(!incidentNow(site, id).step(u"badge-looked-up"));
    }

    void r3_aForgedBadgeIsNoBadge()
    {
        TestSite site;
        const IncidentId id = stranger(site);
        must(recordStep(site.admin().at(), site.guard(), id, u"lead-out"_s));
        const auto found = revokeFoundBadge(site.admin().at(), site.guard(), id, u"nonsense"_s);
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::Invalid);
        QVERIFY(!incidentNow(site, id).step(u"badge-looked-up"));
    }

    void r27_onlyAManagerClosesAndOnlyWhenTheStepsAreTaken_data()
    {
        QTest::addColumn<bool>("stepsTaken");
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("expected");
        QTest::newRow("guard") << true << u"guard"_s << u"not-allowed role"_s;
        QTest::newRow("manager too early") << false << u"manager"_s << u"blocked lead-out"_s;
        QTest::newRow("manager") << true << u"manager"_s << u"ok"_s;
    }
    void r27_onlyAManagerClosesAndOnlyWhenTheStepsAreTaken()
    {
        QFETCH(bool, stepsTaken);
        QFETCH(QString, who);
        QFETCH(QString, expected);
        TestSite site;
        const IncidentId id = stranger(site);
        if (stepsTaken) {
            for (const QString &step : {u"lead-out"_s, u"reason-asked"_s})
                must(recordStep(site.admin().at(), site.guard(), id, step));
        }
        const StaffSession &session = who == u"guard" ? site.guard() : site.manager();
        QCOMPARE(outcome(closeIncident(site.admin().at(), session, id, u"settled"_s)), expected);
        QCOMPARE(incidentNow(site, id).isOpen(), expected != u"ok");
    }

    void r27_whoIsToldLateAlarms_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QStringList>("told");
        QTest::addColumn<QStringList>("alarms");
        const QStringList nobody;
        QTest::newRow("at once") << 0 << nobody << nobody;
        QTest::newRow("just in time") << 2 << nobody << nobody;
        QTest::newRow("guard late") << 3 << nobody << QStringList{u"guard"_s};
        QTest::newRow("guard told") << 3 << QStringList{u"guard"_s} << nobody;
        QTest::newRow("keeper late too") << 16 << nobody << QStringList{u"guard"_s, u"keeper"_s};
        QTest::newRow("keeper told") << 16 << QStringList{u"guard"_s, u"keeper"_s} << nobody;
    }
    void r27_whoIsToldLateAlarms()
    {
        QFETCH(int, minutes);
        QFETCH(QStringList, told);
        QFETCH(QStringList, alarms);
        TestSite site;
        const IncidentId id = stranger(site);
        for (const QString &who : told)
            must(recordInformed(site.admin().at(), site.guard(), id, informedFromName(who).value()));
        site.clock.advance(std::chrono::minutes(minutes));
        QStringList actual;
        const std::vector<IncidentCase> cases = must(incidentCases(site.admin().at(), site.guard()));
        for (const IncidentAlarm &alarm : cases.front().alarms) {
            QCOMPARE(alarm.what, IncidentAlarm::What::NotInformed);
            actual << informedName(*alarm.who);
        }
        QCOMPARE(actual, alarms);
    }

    void r28_anOpenIncidentNamesItsOwnerAndAlarmsWhenNotFixedInTime()
    {
        TestSite site;
        RoomCrew crew(site);
        const IncidentId id =
            must(openIncident(site.admin().at(), crew.colleague,
                              {IncidentKind::OtherIncident, machineRoom, {}, {}, u"water under the floor"_s, {}, {}}));
        QCOMPARE(incidentNow(site, id).owner, std::optional<StaffId>(crew.keeper.staff.id)); // R9: to the keeper
        const QDateTime fixBy = site.clock.now().addSecs(7200);
        QCOMPARE(outcome(assignIncident(site.admin().at(), crew.colleague, id, crew.maintainer.staff.id, fixBy)),
                 u"not-allowed role"_s);
        must(assignIncident(site.admin().at(), crew.keeper, id, crew.maintainer.staff.id, fixBy));
        QCOMPARE(incidentNow(site, id).owner, std::optional<StaffId>(crew.maintainer.staff.id));
        must(recordInformed(site.admin().at(), crew.keeper, id, Informed::Keeper));
        QVERIFY(alarmsOf(incidentNow(site, id), fixBy).empty());
        const std::vector<IncidentAlarm> late = alarmsOf(incidentNow(site, id), fixBy.addMSecs(1));
        QCOMPARE(late.size(), std::size_t(1));
        QCOMPARE(late.front().what, IncidentAlarm::What::NotFixed);
    }

    void r10_doorsAndWindowsGoToGeneralAffairs()
    {
        const auto &informs = incidentPlan(IncidentKind::DoorOrWindow).informs;
        QVERIFY(std::any_of(informs.begin(), informs.end(),
                            [](const InformRule &rule) { return rule.who == Informed::GeneralAffairs; }));
    }

    void r10_aForcedDoorIsAnIncident_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("how");
        QTest::addColumn<int>("incidents");
        QTest::newRow("forced") << u"door-forced"_s << u"connected"_s << 1;
        QTest::newRow("forced while cut off") << u"door-forced"_s << u"cut off"_s << 1;
        QTest::newRow("held open") << u"door-held"_s << u"connected"_s << 0;
        QTest::newRow("opened for the fire brigade") << u"door-forced"_s << u"emergency"_s << 0;
    }
    void r10_aForcedDoorIsAnIncident()
    {
        QFETCH(QString, code);
        QFETCH(QString, how);
        DoorBench bench;
        Door door{machineRoom, bench.at().station, bench.site.folder() + u"/journal"_s, bench.site.clock,
                  bench.site.randomness};
        const auto meet = [&] {
            must(beginRead(bench.at()));
            must(door.meet(bench.at(), std::shared_ptr<const Authority>(&bench.at().authority, [](const Authority *) {})));
        };
        meet();
        if (how == u"emergency")
            must(enterEmergency(bench.site.admin().at(), bench.site.guard(), machineRoom, u"fire-brigade"_s, 4));
        if (how == u"cut off")
            door.lose();
        for (int i = 0; i < 2; ++i) // it opens and opens again: one incident
            must(door.state(how == u"cut off" ? nullptr : &bench.at(), {doorAlarm(machineRoom, code)}));
        meet();
        QCOMPARE(bench.said(action::alarm).size(), std::size_t(2));
        const auto cases = must(incidentCases(bench.site.admin().at(), bench.site.guard()));
        QTEST(static_cast<int>(cases.size()), "incidents");
        if (cases.empty())
            return;
        QCOMPARE(cases.front().incident.kind, IncidentKind::ForcedDoor);
        QCOMPARE(cases.front().incident.openedBy, stationActor(bench.at().stationId()));
        QCOMPARE(cases.front().incident.owner, std::optional<StaffId>(bench.site.secondGuard().staff.id)); // the keeper
    }

    void everyKindHasAPlanOfItsOwn()
    {
        for (const IncidentKind kind : incidentKinds()) {
            QCOMPARE(incidentPlan(kind).kind, kind);
            QVERIFY(!incidentPlan(kind).informs.empty());
            QVERIFY(incidentPlan(kind).fixWithinMinutes > 0);
            QCOMPARE(incidentKindFromName(incidentKindName(kind)), std::optional<IncidentKind>(kind));
        }
    }

    void textsAreForGuardsAndManagers()
    {
        TestSite site;
        RoomCrew crew(site);
        must(openIncident(site.admin().at(), crew.colleague,
                          {IncidentKind::OtherIncident, machineRoom, {}, {}, u"somebody fell"_s, {}, {}}));
        QCOMPARE(must(incidentCases(site.admin().at(), site.guard())).front().text, u"somebody fell"_s);
        QCOMPARE(must(incidentCases(site.admin().at(), crew.colleague)).front().text, QString());
    }
};

GATEHOUSE_TEST(QCoreApplication, TestIncidents);
#include "tst_incidents.moc"
