// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody changes rows so that stations and managers sign what they would not sign otherwise.
#include "domain/roomactions.h"
#include "escortcrew.h"
#include "rawdatabase.h"
#include "testprogram.h"
#include "testsite.h"
#include "usecases/badges.h"
#include "usecases/confirmtime.h"
#include "usecases/decidevisit.h"
#include "usecases/doornews.h"
#include "usecases/invitations.h"
#include "usecases/onetimecodes.h"
#include "usecases/pickups.h"
#include "usecases/readvisits.h"
#include "usecases/staffaccounts.h"
#include "usecases/staffbadges.h"
#include "usecases/stations.h"

#include <QJsonArray>
#include <QTest>

#include <cstdlib>

using namespace gatehouse;
using namespace gatehouse::domain;
using namespace gatehouse::usecases;
using gatehouse::test::EscortCrew;
using gatehouse::test::must;
using gatehouse::test::RawDatabase;
using gatehouse::test::TestSite;

namespace
{
/// Its second transaction that writes does not begin, as when the disk fills up meanwhile.
class FillingStore final : public Store
{
public:
    explicit FillingStore(Store &store) : m_store(store) {}
    Result<std::unique_ptr<Transaction>> beginRead() override { return m_store.beginRead(); }
    Result<std::unique_ptr<Transaction>> beginWrite() override
    {
        if (++m_writes == 2)
            return fail(ErrorCode::Full, QStringLiteral("test"));
        return m_store.beginWrite();
    }
    Result<qint64> dataVersion() override { return m_store.dataVersion(); }

private:
    Store &m_store;
    int m_writes = 0;
};
} // namespace

class TestTrickedSigners : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<RawDatabase> m_raw;

    const Workplace &desk() const { return m_site->admin().at(); }
    LedgerReport verified() const { return must(verifyLedger(desk().store, desk().station.rootFingerprint, m_site->clock)); }
    void change(const QString &sql) { QVERIFY2(m_raw->run(sql), qPrintable(m_raw->error())); }
    /// An entry that is appended whether the signer may or not.
    static void append(const Workplace &workplace, const Signer &signer, const QString &what, const QString &subject,
                       const QJsonObject &details = {})
    {
        auto transaction = must(beginWrite(workplace));
        must(record(*transaction, workplace, signer, what, subject, details));
        must(transaction->commit());
    }
    VisitId somebodyInside()
    {
        const auto boot = must(announceBoot(m_site->kiosk().at()));
        return must(issueBadge(m_site->kiosk().at(), boot, m_site->approvedVisit().id)).badge.visit;
    }
    bool isOnSite(const VisitId &id)
    {
        CardIndex cards;
        const auto rows = must(visitsOnSite(desk(), m_site->guard(), cards));
        return rows.size() == 1 && rows.front().visit.id == id && rows.front().visit.state == VisitState::OnSite;
    }

private Q_SLOTS:
    void init()
    {
        m_site = std::make_unique<TestSite>();
        m_raw = std::make_unique<RawDatabase>(m_site->databasePath());
    }
    void cleanup()
    {
        m_raw.reset();
        m_site.reset();
    }

    void whoIsInsideIsNeitherLapsedNorDenied()
    {
        const VisitId id = somebodyInside();
        change(QStringLiteral("UPDATE visit SET state='requested', window_until=requested_at"));
        QCOMPARE(must(lapseVisits(m_site->kiosk().at())), 0);
        QCOMPARE(withdrawVisit(m_site->kiosk().at(), id).error().code, ErrorCode::Conflict);
        QCOMPARE(denyVisit(desk(), m_site->guard(), id, {QStringLiteral("not-expected"), {}}).error().code,
                 ErrorCode::Conflict);
        QVERIFY(isOnSite(id));
        QVERIFY(!verified().isSound());
    }

    void aChangedWindowEndsNoVisit_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"waiting", "approved", "a call of the guard", "nobody asked for it"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void aChangedWindowEndsNoVisit()
    {
        QFETCH(QString, what);
        const Workplace &kiosk = m_site->kiosk().at();
        if (what == u"approved")
            m_site->approvedVisit();
        else if (what == u"a call of the guard")
            must(callGuard(kiosk, PurposeId{QStringLiteral("delivery")}, QStringLiteral("en")));
        else
            must(requestVisit(kiosk, m_site->meeting()));
        if (what == u"nobody asked for it") {
            change(QStringLiteral("PRAGMA foreign_keys=OFF"));
            change(QStringLiteral("UPDATE visit SET id='%1'").arg(makeId<VisitId>(m_site->clock, m_site->randomness).text()));
        }
        change(QStringLiteral("UPDATE visit SET window_until=requested_at"));
        m_site->clock.advance(std::chrono::minutes(1));
        for (int again = 0; again < 2; ++again)
            QCOMPARE(must(lapseVisits(kiosk)), 0);
        const auto count = [&](const QString &action) {
            const auto entries = must(must(beginRead(kiosk))->ledger().after(0, 10'000));
            return std::count_if(entries.begin(), entries.end(),
                                 [&](const LedgerEntry &entry) { return entry.action == action; });
        };
        QCOMPARE(count(action::visitLapse), 0);
        QCOMPARE(count(action::alarm), 1);
        if (what == u"a call of the guard")
            return;                                      // is over before the alarm comes again
        m_site->clock.advance(std::chrono::minutes(11)); // seen and settled: no licence to do it again
        must(lapseVisits(kiosk));
        QCOMPARE(count(action::alarm), 2);
    }

    /// An approved visit whose row says that it waits: its escorted access is over, the visit is not.
    void aChangedStateEndsNoApprovedVisit()
    {
        EscortCrew crew(*m_site);
        const VisitId id = crew.approved().id;
        change(QStringLiteral("UPDATE visit SET state='requested'"));
        m_site->clock.advance(std::chrono::minutes(30));
        must(lapseVisits(m_site->kiosk().at()));
        QCOMPARE(crew.state(id), QStringLiteral("revoked"));
        QCOMPARE(desk().authority.endedAt(visitSubject(id)), 0);
        change(QStringLiteral("UPDATE visit SET state='approved'"));
        QVERIFY(verified().differing.empty());
    }

    void aStationThatWasTrickedEarlierTakesNobodyOffTheList_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("lapsed") << action::visitLapse;
        QTest::newRow("denied") << action::visitDeny;
    }
    void aStationThatWasTrickedEarlierTakesNobodyOffTheList()
    {
        QFETCH(QString, what);
        const VisitId id = somebodyInside();
        const Workplace &kiosk = m_site->kiosk().at();
        append(kiosk, what == action::visitDeny ? signerOf(m_site->guard()) : signerOf(kiosk), what, visitSubject(id));
        QVERIFY(isOnSite(id));
        QVERIFY(verified().isSound());
    }

    void whoHasNoStandingForItBooksNobodyOut_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("byKiosk");
        QTest::newRow("departed, by an auditor") << action::visitDepart << QStringLiteral("departed") << false;
        QTest::newRow("closed, by an auditor") << action::visitClose << QStringLiteral("closed-by-system") << false;
        QTest::newRow("denied, by an auditor") << action::visitDeny << QStringLiteral("denied") << false;
        QTest::newRow("lapsed, by an auditor") << action::visitLapse << QStringLiteral("lapsed") << false;
        QTest::newRow("denied, by a kiosk") << action::visitDeny << QStringLiteral("denied") << true;
        QTest::newRow("closed, by a kiosk") << action::visitClose << QStringLiteral("closed-by-system") << true;
    }
    /// Certified all the same: the signature is good, and the row was changed to match.
    void whoHasNoStandingForItBooksNobodyOut()
    {
        QFETCH(QString, what);
        QFETCH(QString, state);
        QFETCH(bool, byKiosk);
        const VisitId id = somebodyInside();
        m_site->addStaff(QStringLiteral("4001"), QStringLiteral("He Lan"), {Role::Auditor});
        const StaffSession auditor = m_site->signInAs(QStringLiteral("4001"));
        const Workplace &kiosk = m_site->kiosk().at();
        const Signer signer = byKiosk ? signerOf(kiosk) : signerOf(auditor);
        append(byKiosk ? kiosk : desk(), signer, what, visitSubject(id));
        change(QStringLiteral("UPDATE visit SET state='%1', left_at=entered_at").arg(state));
        QVERIFY(isOnSite(id));
        const LedgerReport report = verified();
        QCOMPARE(report.firstBad, 0);
        QCOMPARE(report.unfounded.size(), 1U);
        QCOMPARE(report.unfounded.front().action, what);
        QCOMPARE(report.unfounded.front().actor, signer.actor);
        QCOMPARE(report.differing.size(), 1U);
        QCOMPARE(report.differing.front().proven, VisitState::OnSite);
        must(departWithoutBadge(desk(), m_site->guard(), id));
        QVERIFY(verified().differing.empty());
        QVERIFY(!verified().isSound()); // it stays named
    }

    void aSecondRequestChangesNothing()
    {
        const VisitId id = somebodyInside();
        const Workplace &kiosk = m_site->kiosk().at();
        append(kiosk, signerOf(kiosk), action::visitRequest, visitSubject(id),
               {{QStringLiteral("purpose"), QStringLiteral("machine-room-work")},
                {QStringLiteral("zones"), QJsonArray{QStringLiteral("lobby"), QStringLiteral("machine-room")}}});
        const LedgerReport report = verified();
        QCOMPARE(report.unfounded.size(), 1U);
        QCOMPARE(report.unfounded.front().action, action::visitRequest);
        QVERIFY(report.differing.empty());
        QVERIFY(isOnSite(id));
        must(issueBadgeAtDesk(desk(), m_site->guard(), id)); // the same again: what was approved stands
    }

    void whoHasNoStandingForItDecidesNothing_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("change");
        QTest::newRow("a delivery attended to") << action::visitAttend << QStringLiteral("state='attended'");
        QTest::newRow("denied") << action::visitDeny << QStringLiteral("state='denied'");
        QTest::newRow("lapsed") << action::visitLapse << QStringLiteral("state='lapsed'");
        QTest::newRow("a badge") << action::badgeIssue << QStringLiteral("state='on-site', entered_at=requested_at");
    }
    void whoHasNoStandingForItDecidesNothing()
    {
        QFETCH(QString, what);
        QFETCH(QString, change);
        const VisitId id = must(requestVisit(m_site->kiosk().at(), m_site->meeting())).front().id;
        m_site->addStaff(QStringLiteral("4001"), QStringLiteral("He Lan"), {Role::Auditor});
        append(desk(), signerOf(m_site->signInAs(QStringLiteral("4001"))), what, visitSubject(id));
        TestTrickedSigners::change(QStringLiteral("UPDATE visit SET ") + change);
        const LedgerReport report = verified();
        QCOMPARE(report.unfounded.size(), 1U);
        QCOMPARE(report.differing.size(), 1U);
        QCOMPARE(report.differing.front().proven, VisitState::Requested);
        TestTrickedSigners::change(QStringLiteral("UPDATE visit SET state='requested', entered_at=NULL"));
        QVERIFY(verified().differing.empty());
        must(denyVisit(desk(), m_site->guard(), id, {QStringLiteral("not-expected"), {}}));
    }

    void whoEndsABadge_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("incident"); ///< empty: none
        QTest::addColumn<bool>("ofVisitor");
        QTest::addColumn<bool>("ofStaff");
        QTest::newRow("an auditor") << QStringLiteral("4001") << QString() << false << false;
        QTest::newRow("an auditor, at a stranger's incident")
            << QStringLiteral("4001") << QStringLiteral("stranger") << true << true;
        QTest::newRow("at one where nobody was led out")
            << QStringLiteral("4001") << QStringLiteral("just opened") << false << false;
        QTest::newRow("at one where a badge was looked up")
            << QStringLiteral("4001") << QStringLiteral("looked up") << false << false;
        QTest::newRow("at another incident") << QStringLiteral("4001") << QStringLiteral("item") << false << false;
        QTest::newRow("an administrator") << QStringLiteral("4002") << QString() << false << true;
        QTest::newRow("a guard") << QStringLiteral("1043") << QString() << true << true;
        QTest::newRow("whose it is, an escort") << QStringLiteral("2210") << QString() << false << true;
        QTest::newRow("a manager") << QStringLiteral("manager") << QString() << true << true;
    }
    void whoEndsABadge()
    {
        QFETCH(QString, who);
        QFETCH(QString, incident);
        const VisitId visit = somebodyInside();
        m_site->addStaff(QStringLiteral("4001"), QStringLiteral("He Lan"), {Role::Auditor});
        m_site->addStaff(QStringLiteral("4002"), QStringLiteral("Lu Ming"), {Role::Administrator});
        const StaffId escort =
            m_site->addStaff(QStringLiteral("2210"), QStringLiteral("Wang Fang"), {Role::Escort}, Grade::Managerial);
        must(issueStaffBadge(desk(), m_site->manager(), escort));
        must(beginRead(desk()));
        const BadgeBook &book = desk().authority.badges();
        const quint64 card = book.ofStaff(escort)->serial;
        const quint64 badge = book.outOf(visit).front().serial;
        const IncidentId id = makeId<IncidentId>(m_site->clock, m_site->randomness);
        const auto step = [&](const char *code) {
            append(desk(), signerOf(m_site->guard()), action::incidentStep, incidentSubject(id),
                   {{QStringLiteral("step"), QLatin1String(code)}});
        };
        if (!incident.isEmpty())
            append(desk(), signerOf(m_site->guard()), action::incidentOpen, incidentSubject(id),
                   {{QStringLiteral("kind"), incident == u"item" ? QStringLiteral("missing-item") : QStringLiteral("stranger")},
                    {QStringLiteral("zone"), QStringLiteral("machine-room")}});
        if (incident == u"stranger" || incident == u"looked up")
            step("lead-out");
        if (incident == u"looked up")
            step("badge-looked-up");
        const StaffSession other = who == u"manager" ? m_site->signInAs(QStringLiteral("1043")) : m_site->signInAs(who);
        const Signer signer = who == u"manager" ? signerOf(m_site->manager()) : signerOf(other);
        const auto revoke = [&](const QString &what, const QString &subject, quint64 serial) {
            append(desk(), signer, what, subject,
                   {{QStringLiteral("serial"), serialText(serial)},
                    {QStringLiteral("state"), QStringLiteral("lost")},
                    {QStringLiteral("incident"), id.text()}});
        };
        revoke(action::badgeRevoke, visitSubject(visit), badge);
        revoke(action::staffBadgeRevoke, staffSubject(escort), card);
        must(beginRead(desk()));
        QTEST(book.outOf(visit).empty(), "ofVisitor");
        QTEST(!book.ofStaff(escort).has_value(), "ofStaff");
        QStringList ignored;
        for (const NamedEntry &entry : verified().unfounded)
            ignored << entry.action;
        QFETCH(bool, ofVisitor);
        QFETCH(bool, ofStaff);
        QCOMPARE(ignored.contains(action::badgeRevoke), !ofVisitor); // what counts for nothing is named
        QCOMPARE(ignored.contains(action::staffBadgeRevoke), !ofStaff);
    }

    void anEndThatIsNotOfThatBadgeIsNamed_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<bool>("named");
        QTest::newRow("returned") << QStringLiteral("returned") << false;
        QTest::newRow("returned twice") << QStringLiteral("twice") << false;
        QTest::newRow("under another visit") << QStringLiteral("visit") << true;
        QTest::newRow("of a serial that nobody issued") << QStringLiteral("serial") << true;
    }
    void anEndThatIsNotOfThatBadgeIsNamed()
    {
        QFETCH(QString, what);
        const VisitId visit = somebodyInside();
        must(beginRead(desk()));
        const quint64 badge = desk().authority.badges().outOf(visit).front().serial;
        const VisitId other = makeId<VisitId>(m_site->clock, m_site->randomness);
        for (int times = what == u"twice" ? 2 : 1; times > 0; --times)
            append(desk(), signerOf(m_site->guard()), action::badgeReturn, visitSubject(what == u"visit" ? other : visit),
                   {{QStringLiteral("serial"), serialText(what == u"serial" ? badge + 1 : badge)},
                    {QStringLiteral("state"), QStringLiteral("returned")}});
        QTEST(verified().unfounded.size() == 1U, "named");
    }

    void whoMayNotRevokeAnInvitationDoesNot()
    {
        m_site->addStaff(QStringLiteral("4001"), QStringLiteral("He Lan"), {Role::Auditor});
        const QDateTime now = m_site->clock.now();
        const InvitationMade made = must(createInvitation(
            desk(), m_site->guard(), {m_site->host(), PurposeId{QStringLiteral("meeting")}, {}, now, now.addDays(1)}));
        const QString subject = QStringLiteral("invitation:") + made.invitation.id.text();
        const auto revoked = [&] { return must(invitationList(desk(), m_site->guard())).front().invitation.revoked; };
        append(desk(), signerOf(m_site->signInAs(QStringLiteral("4001"))), action::invitationRevoke, subject);
        QVERIFY(!revoked());
        append(desk(), signerOf(m_site->secondGuard()), action::invitationRevoke, subject);
        QVERIFY(revoked());
    }

    void nobodyDatesAStatementBackIntoATermThatIsOver_data()
    {
        QTest::addColumn<bool>("ended");
        QTest::addColumn<int>("secondsLater");
        QTest::addColumn<int>("secondsBack");
        QTest::newRow("a manager ended it just now") << true << 1 << 3600;
        QTest::newRow("a manager ended it, by a little") << true << 1 << 20;
        QTest::newRow("it is over by its term") << false << 7200 << 4000;
    }
    void nobodyDatesAStatementBackIntoATermThatIsOver()
    {
        QFETCH(bool, ended);
        QFETCH(int, secondsLater);
        QFETCH(int, secondsBack);
        const StaffId lead = m_site->addStaff(QStringLiteral("4001"), QStringLiteral("He Lan"), {Role::Auditor});
        const StaffSession session = m_site->signInAs(QStringLiteral("4001"));
        const QDateTime start = m_site->clock.now();
        const QJsonObject duty{{QStringLiteral("zone"), QStringLiteral("machine-room")},
                               {QStringLiteral("duty"), QStringLiteral("lead")},
                               {QStringLiteral("until"), start.addSecs(3600).toString(Qt::ISODateWithMs)}};
        append(desk(), signerOf(m_site->manager()), action::dutyAssign, staffSubject(lead), duty);
        const auto grant = [&](const StaffId &to) {
            append(desk(), signerOf(session), action::accessGrant, staffSubject(to),
                   {{QStringLiteral("zone"), QStringLiteral("machine-room")},
                    {QStringLiteral("until"), start.addDays(9).toString(Qt::ISODateWithMs)}});
            must(beginRead(desk()));
            return desk().authority.duties().access(to, ZoneId{QStringLiteral("machine-room")}).has_value();
        };
        m_site->clock.advance(std::chrono::seconds(100));
        QVERIFY(grant(m_site->host())); // while the duty lasts
        m_site->clock.advance(std::chrono::seconds(secondsLater));
        if (ended) {
            append(desk(), signerOf(m_site->manager()), action::dutyEnd, staffSubject(lead), duty);
            append(m_site->kiosk().at(), signerOf(m_site->kiosk().at()), action::timeMark, QStringLiteral("time"));
        }
        must(lapseVisits(m_site->kiosk().at()));
        must(beginRead(desk())); // by a clock that is right
        const QDateTime now = m_site->clock.now();
        m_site->clock.setWall(now.addSecs(-secondsBack));
        QVERIFY(!grant(m_site->guard().staff.id));
        m_site->clock.setWall(now);
        const LedgerReport report = verified();
        QVERIFY(report.isSound());
        QCOMPARE(report.datedBack.size(), secondsBack > 60 ? 1U : 0U);
        if (secondsBack > 60)
            QCOMPARE(report.datedBack.front().by, QStringLiteral("4001"));
    }

    /// And not those who write after them: neither before that time has come nor afterwards, in no program.
    void whoDatesAheadIsNamed()
    {
        const QDateTime now = m_site->clock.now();
        const QString guard = staffActor(m_site->guard().staff.id);
        m_site->clock.setWall(now.addSecs(240));
        append(desk(), signerOf(m_site->guard()), action::staffSignOut, guard);
        must(beginRead(desk()));
        const qint64 ahead = desk().authority.head().sequence;
        m_site->clock.setWall(now.addSecs(10));
        append(desk(), signerOf(m_site->secondGuard()), action::staffSignOut, staffActor(m_site->secondGuard().staff.id));
        const Workplace &kiosk = m_site->kiosk().at();
        append(kiosk, signerOf(kiosk), action::timeMark, QStringLiteral("time"));
        must(beginRead(desk()));
        QCOMPARE(desk().authority.latestTime(), now.addSecs(10));
        for (const int seconds : {20, 300}) {
            m_site->clock.setWall(now.addSecs(seconds));
            const LedgerReport report = verified();
            QVERIFY(report.isSound());
            QVERIFY(report.datedBack.empty());
            QCOMPARE(report.datedAhead.size(), 1U);
            QCOMPARE(report.datedAhead.front().sequence, ahead);
            QCOMPARE(report.waitsForTime, seconds < 180);
        }
        TimeGuard time(m_site->clock);
        Authority later(desk().station.rootFingerprint, time);
        auto transaction = must(desk().store.beginRead());
        must(later.refresh(*transaction));
        QCOMPARE(later.latestTime(), now.addSecs(10)); // as in the one that was there
    }

    /// The site writes nothing when there is nothing to state.
    void aTermThatIsOverIsMarkedOnce()
    {
        const qint64 before = must(beginRead(desk())) ? desk().authority.head().sequence : 0;
        must(lapseVisits(m_site->kiosk().at()));
        must(beginRead(desk()));
        QCOMPARE(desk().authority.head().sequence, before);
        const QJsonObject duty{{QStringLiteral("zone"), QStringLiteral("machine-room")},
                               {QStringLiteral("duty"), QStringLiteral("lead")},
                               {QStringLiteral("until"), m_site->clock.now().addSecs(3600).toString(Qt::ISODateWithMs)}};
        append(desk(), signerOf(m_site->manager()), action::dutyAssign, staffSubject(m_site->host()), duty);
        for (const int marks : {0, 0, 1, 1}) { // at half an hour, an hour, after that
            m_site->clock.advance(std::chrono::minutes(30));
            must(lapseVisits(m_site->kiosk().at()));
            must(beginRead(desk()));
            QCOMPARE(desk().authority.head().sequence, before + 1 + marks);
        }
    }

    /// Nor does it let somebody in that a badge was issued too early, by a kiosk that was broken into or a guard alone.
    void aBadgeBeforeAllHaveApprovedLetsNobodyIn_data()
    {
        QTest::addColumn<QString>("purpose");
        QTest::addColumn<int>("approvals");
        QTest::addColumn<bool>("same"); ///< about what was asked for
        QTest::addColumn<bool>("admitted");
        QTest::newRow("nobody") << QStringLiteral("meeting") << 0 << true << false;
        QTest::newRow("a guard, about something else") << QStringLiteral("meeting") << 1 << false << false;
        QTest::newRow("a guard") << QStringLiteral("meeting") << 1 << true << true;
        QTest::newRow("one of two") << QStringLiteral("machine-room-work") << 1 << true << false;
        QTest::newRow("one of two, twice") << QStringLiteral("machine-room-work") << -2 << true << false;
        QTest::newRow("guard and keeper") << QStringLiteral("machine-room-work") << 2 << true << true;
    }
    void aBadgeBeforeAllHaveApprovedLetsNobodyIn()
    {
        QFETCH(QString, purpose);
        QFETCH(int, approvals);
        QFETCH(bool, same);
        QFETCH(bool, admitted);
        append(desk(), signerOf(m_site->manager()), action::dutyAssign, staffSubject(m_site->secondGuard().staff.id),
               {{QStringLiteral("zone"), QStringLiteral("machine-room")},
                {QStringLiteral("duty"), QStringLiteral("keeper")},
                {QStringLiteral("until"), m_site->clock.now().addDays(9).toString(Qt::ISODateWithMs)}});
        VisitRequest request = m_site->meeting();
        request.purpose = PurposeId{purpose};
        const VisitId id = must(requestVisit(m_site->kiosk().at(), request)).front().id;
        QJsonObject scope = must(beginRead(desk()))->ledger().ofSubject(visitSubject(id))->front().details;
        if (!same)
            scope.insert(QStringLiteral("zones"), QJsonArray{QStringLiteral("lobby")});
        for (int given = 0; given < std::abs(approvals); ++given) {
            const StaffSession &by = given == 0 || approvals < 0 ? m_site->guard() : m_site->secondGuard();
            append(desk(), signerOf(by), action::visitApprove, visitSubject(id), {{QStringLiteral("scope"), scope}});
        }
        append(desk(), signerOf(m_site->guard()), action::badgeIssue, visitSubject(id));
        const LedgerReport report = verified();
        QCOMPARE(report.differing.size(), 1U);
        QCOMPARE(report.differing.front().what.contains(QStringLiteral("badge")), !admitted);
        QCOMPARE(report.differing.front().proven, admitted ? VisitState::OnSite : VisitState::Requested);
        must(beginRead(desk()));
        QCOMPARE(desk().authority.isInside(id), admitted);
        QCOMPARE(denyVisit(desk(), m_site->guard(), id, {QStringLiteral("not-expected"), {}}).has_value(), !admitted);
    }

    void aLeaversKeyStaysEndedWhereItEnded()
    {
        const StaffId guard = m_site->guard().staff.id;
        const VisitId visit = must(requestVisit(m_site->kiosk().at(), m_site->meeting())).front().id;
        must(endStaff(desk(), m_site->manager(), guard));
        append(desk(), signerOf(m_site->guard()), action::visitOriginalSeen, visitSubject(visit));
        const qint64 bad = verified().firstBad;
        QVERIFY(bad > 0);
        change(QStringLiteral("UPDATE staff SET state='active'"));
        QCOMPARE(endStaff(desk(), m_site->manager(), guard).error().code, ErrorCode::NotFound);
        auto transaction = must(beginWrite(desk())); // a manager's program that trusts the row
        must(record(*transaction, desk(), signerOf(m_site->manager()), action::staffRevoke, staffSubject(guard),
                    {{QStringLiteral("staff"), guard.text()}}));
        must(transaction->commit());
        transaction.reset();
        QCOMPARE(verified().firstBad, bad);
    }

    void anAccountEndsWhateverItsRowSays_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("left by its row") << QStringLiteral("UPDATE staff SET state='left' WHERE number='1042'");
        QTest::newRow("no row") << QStringLiteral("DELETE FROM staff WHERE number='1042'");
    }
    void anAccountEndsWhateverItsRowSays()
    {
        QFETCH(QString, sql);
        const StaffId guard = m_site->guard().staff.id;
        QVERIFY(m_raw->run(QStringLiteral("PRAGMA foreign_keys=OFF")));
        change(sql);
        QCOMPARE(verified().uncertified, QStringList{QStringLiteral("1042")});
        NewStaff other{QStringLiteral("1042"),     QStringLiteral("Chen Jing"), Grade::Employee, {},
                       m_site->clock.now().date(), QStringLiteral("en")};
        QCOMPARE(inviteStaff(desk(), m_site->manager(), other).error().code, ErrorCode::Conflict);
        must(endStaff(desk(), m_site->manager(), guard));
        must(beginRead(desk()));
        QVERIFY(!desk().authority.isActive(guard));
        QVERIFY(verified().isSound());
    }

    void numbersAreShownAsSigned()
    {
        for (const QString &step :
             {QStringLiteral("number='x' WHERE number='1042'"), QStringLiteral("number='1042' WHERE number='1043'"),
              QStringLiteral("number='1043' WHERE number='x'")})
            change(QStringLiteral("UPDATE staff SET ") + step);
        const auto people = must(staffList(desk()));
        for (const auto *session : {&m_site->guard(), &m_site->secondGuard()}) {
            const auto shown =
                std::find_if(people.begin(), people.end(), [&](const Staff &person) { return person.id == session->staff.id; });
            QCOMPARE(shown->number, session->staff.number);
        }
    }

    /// Rows that say when something runs out say so only within what was signed.
    void r18_noRowMakesACodeOrAPasswordYounger()
    {
        const NewStaff guard{QStringLiteral("1050"), QStringLiteral("Qian Bo"),  Grade::Employee,
                             {Role::Guard},          m_site->clock.now().date(), QStringLiteral("en")};
        const StaffInvited invited = must(inviteStaff(desk(), m_site->manager(), guard));
        m_site->clock.advance(std::chrono::hours(24 * 91));
        change(QStringLiteral("UPDATE activation SET expires=4102444800000"));
        change(QStringLiteral("UPDATE credential SET password_changed=4102444800000"));
        QCOMPARE(activateStaff(desk(), guard.number, invited.code, TestSite::password(), m_site->pepper(),
                               security::KeyCost::Minimal)
                     .error()
                     .code,
                 ErrorCode::Expired);
        QVERIFY(must(signIn(desk(), QStringLiteral("1043"), TestSite::password(), m_site->pepper())).passwordExpired);
    }

    void aSpoiledHeadHidesNoEarlierDamage_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<int>("place");
        QTest::newRow("none") << QString() << 0;
        QTest::newRow("changed") << QStringLiteral("UPDATE ledger SET action='visit.deny' WHERE sequence=5") << 5;
        QTest::newRow("taken away") << QStringLiteral("DELETE FROM ledger WHERE sequence=5") << 5;
        QTest::newRow("moved") << QStringLiteral("UPDATE ledger SET sequence=100005 WHERE sequence=5") << 5;
    }
    void aSpoiledHeadHidesNoEarlierDamage()
    {
        QFETCH(QString, damage);
        QFETCH(int, place);
        const int whole = static_cast<int>(verified().entries);
        for (const char *trigger : {"ledger_no_update", "ledger_no_delete", "ledger_head_moves_on"})
            change(QStringLiteral("DROP TRIGGER %1").arg(QLatin1String(trigger)));
        if (!damage.isEmpty())
            change(damage);
        change(QStringLiteral("UPDATE ledger_head SET hash=zeroblob(32)"));
        QCOMPARE(verified().firstBad, place > 0 ? place : whole + 1);
    }

    /// One that nobody signed neither hides what else was changed nor goes unheard.
    void anUnsignedEntryHidesNothing()
    {
        const qint64 before = must(doorNews(desk(), m_site->guard(), -1)).upTo;
        const security::SignKeyPair own = security::makeSignKeyPair();
        const QString guard = staffActor(m_site->guard().staff.id);
        append(desk(), {guard, own.publicKey, &own.secretKey}, QStringLiteral("foo"), guard);
        change(QStringLiteral("UPDATE staff SET roles='manager' WHERE number='1042'"));
        change(QStringLiteral("UPDATE station SET name='x' WHERE kind='kiosk'"));
        const LedgerReport report = verified();
        QCOMPARE(report.firstBad, before + 1);
        QCOMPARE(report.uncertified, QStringList{QStringLiteral("1042")});
        QCOMPARE(report.definitions.size(), 1);
        for (const qint64 after : {qint64(-1), before})
            QCOMPARE(must(doorNews(desk(), m_site->guard(), after)).unsignedEntry, before + 1);
        QCOMPARE(must(doorNews(desk(), m_site->guard(), before + 1)).unsignedEntry, 0);
    }

    void whatDoesNotCountReachesTheGuard_data()
    {
        using Why = DoubtfulEntry::Why;
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("secondsOff");
        QTest::addColumn<std::optional<Why>>("why");
        QTest::newRow("who may not state it") << action::visitDeny << 0 << std::optional(Why::NoStanding);
        QTest::newRow("an hour back") << action::staffSignOut << -3600 << std::optional(Why::DatedBack);
        QTest::newRow("a day ahead") << action::staffSignOut << 86400 << std::optional(Why::DatedAhead);
        QTest::newRow("as far as clocks may differ") << action::staffSignOut << -50 << std::optional<Why>();
    }
    void whatDoesNotCountReachesTheGuard()
    {
        QFETCH(QString, what);
        QFETCH(int, secondsOff);
        QFETCH(std::optional<DoubtfulEntry::Why>, why);
        m_site->addStaff(QStringLiteral("4001"), QStringLiteral("He Lan"), {Role::Auditor});
        const StaffSession auditor = m_site->signInAs(QStringLiteral("4001"));
        const VisitId visit = must(requestVisit(m_site->kiosk().at(), m_site->meeting())).front().id;
        const qint64 before = must(doorNews(desk(), m_site->guard(), -1)).upTo;
        const QDateTime now = m_site->clock.now();
        m_site->clock.setWall(now.addSecs(secondsOff));
        append(desk(), signerOf(auditor), what, visitSubject(visit));
        m_site->clock.setWall(now);
        for (const qint64 after : {qint64(-1), before}) {
            const auto doubtful = must(doorNews(desk(), m_site->guard(), after)).doubtful;
            QCOMPARE(doubtful.size(), why ? 1U : 0U);
            if (!why)
                continue;
            QCOMPARE(doubtful.front().why, *why);
            QCOMPARE(doubtful.front().entry.sequence, before + 1);
            QCOMPARE(doubtful.front().entry.by, QStringLiteral("4001"));
        }
        QVERIFY(must(doorNews(desk(), m_site->guard(), before + 1)).doubtful.empty());
        m_site->clock.advance(std::chrono::hours(13));
        // Who comes a day later is called only for what still keeps everybody out.
        QCOMPARE(must(doorNews(desk(), m_site->guard(), -1)).doubtful.empty(), why != DoubtfulEntry::Why::DatedAhead);
    }

    /// An alarm that was put there beforehand must not make the station believe that it has raised it.
    void anAlarmIsNotSilencedBeforehand()
    {
        const VisitId id = must(requestVisit(m_site->kiosk().at(), m_site->meeting())).front().id;
        const Workplace &kiosk = m_site->kiosk().at();
        const auto boot = must(announceBoot(kiosk));
        const security::SignKeyPair own = security::makeSignKeyPair();
        for (const char *code : {"badge-without-approval", "records-changed", "face-without-signature"}) {
            auto transaction = must(beginWrite(desk()));
            must(record(*transaction, desk(), {stationActor(kiosk.stationId()), own.publicKey, &own.secretKey}, action::alarm,
                        visitSubject(id), {{QStringLiteral("code"), QLatin1String(code)}}));
            must(transaction->commit());
        }
        change(QStringLiteral("UPDATE visit SET state='approved', decided_at=requested_at"));
        for (int asked = 0; asked < 2; ++asked)
            QVERIFY(!issueBadge(kiosk, boot, id));
        auto transaction = must(beginRead(kiosk));
        const auto entries = must(transaction->ledger().ofSubject(visitSubject(id)));
        QCOMPARE(std::count_if(entries.begin(), entries.end(),
                               [&](const LedgerEntry &entry) {
                                   return entry.action == action::alarm && kiosk.authority.verified(entry);
                               }),
                 1);
    }

    void anAlarmThatCannotBeWrittenIsToldLater()
    {
        const VisitId id = must(requestVisit(m_site->kiosk().at(), m_site->meeting())).front().id;
        const Workplace &at = m_site->kiosk().at();
        const auto boot = must(announceBoot(at));
        FillingStore store(at.store);
        const Workplace kiosk{store, at.clock, at.randomness, at.station, at.authority, at.time};
        const auto alarms = [&] { return must(doorNews(desk(), m_site->guard(), -1)).alarms; };
        change(QStringLiteral("UPDATE visit SET state='approved', decided_at=requested_at"));
        QVERIFY(!issueBadge(kiosk, boot, id));
        QVERIFY(alarms().empty());
        change(QStringLiteral("UPDATE visit SET state='requested', decided_at=NULL")); // who wrote it leaves no trace
        for (int looked = 0; looked < 2; ++looked) {
            must(lapseVisits(kiosk));
            QCOMPARE(alarms().size(), std::size_t(1));
        }
        QCOMPARE(visitOf(alarms().front().subject), std::optional(id));
    }

    /// Whoever may sign anything at all could bury an alarm, and whoever can write could bury what was written by hand.
    void nothingBuriesAnAlarm()
    {
        const security::SignKeyPair own = security::makeSignKeyPair();
        const QString guard = staffActor(m_site->guard().staff.id);
        append(m_site->kiosk().at(), signerOf(m_site->kiosk().at()), action::alarm, QStringLiteral("site"));
        append(desk(), {guard, own.publicKey, &own.secretKey}, QStringLiteral("foo"), guard);
        must(beginRead(desk()));
        const qint64 planted = desk().authority.head().sequence;
        auto transaction = must(beginWrite(desk()));
        for (int written = 0; written < 2100; ++written)
            must(record(*transaction, desk(), signerOf(m_site->guard()), action::rollCall, QStringLiteral("site")));
        must(transaction->commit());
        transaction.reset();
        DoorNews news = must(doorNews(desk(), m_site->guard(), -1));
        QCOMPARE(news.alarms.size(), std::size_t(1));
        QCOMPARE(news.alarms.front().sequence, planted - 1);
        QCOMPARE(news.unsignedEntry, planted);
        QVERIFY(must(doorNews(desk(), m_site->guard(), news.upTo)).alarms.empty());
        append(m_site->kiosk().at(), signerOf(m_site->kiosk().at()), action::timeMark, QStringLiteral("time"));
        m_site->clock.advance(std::chrono::hours(13)); // no news to whoever signs in then
        news = must(doorNews(desk(), m_site->guard(), -1));
        QVERIFY(news.alarms.empty());
        QCOMPARE(news.unsignedEntry, 0);
    }

    /// Nobody is called by a number, and none is shown, where the ledger does not verify.
    void aNumberOfAChangedLedgerIsNotBelieved()
    {
        const Workplace &kiosk = m_site->kiosk().at();
        const auto boot = must(announceBoot(kiosk));
        const VisitId id = must(requestVisit(kiosk, m_site->meeting())).front().id;
        const int number = must(takePickup(kiosk, id));
        QCOMPARE(must(partyOfNumber(kiosk, number)).front().id, id);
        QCOMPARE(partyOfNumber(kiosk, number + 1).error().code, ErrorCode::Conflict);
        QCOMPARE(must(waitingParty(kiosk, boot, {id})).visits.size(), std::size_t(1));
        QVERIFY(test::appendBadEntry(*m_raw));
        QCOMPARE(partyOfNumber(kiosk, number).error().code, ErrorCode::BadSignature);
        QCOMPARE(waitingParty(kiosk, boot, {id}).error().code, ErrorCode::BadSignature);
        QCOMPARE(readyNumbers(kiosk, boot).error().code, ErrorCode::BadSignature);
        QCOMPARE(adoptWaiting(kiosk).error().code, ErrorCode::BadSignature);
    }

    void codeThatSpoilsWhatIsWrittenIsNamed()
    {
        change(QStringLiteral("CREATE TRIGGER z1 AFTER INSERT ON ledger BEGIN SELECT RAISE(IGNORE); END"));
        QCOMPARE(verified().planted, QStringList{QStringLiteral("z1")});
        QVERIFY(!verified().isSound());
        QCOMPARE(revokeStation(desk(), m_site->manager(), m_site->kiosk().at().stationId()).error().code, ErrorCode::Damaged);
    }

    void onlyASignedEntryMovesTheClockOn()
    {
        const security::SignKeyPair own = security::makeSignKeyPair();
        const QDateTime now = m_site->clock.now();
        const QString guard = staffActor(m_site->guard().staff.id);
        m_site->clock.setWall(now.addYears(70));
        append(desk(), {guard, own.publicKey, &own.secretKey}, action::staffSignOut, guard);
        m_site->clock.setWall(now);
        must(requireTime(desk()));
        m_site->clock.setWall(now.addDays(1));
        append(desk(), signerOf(m_site->guard()), action::staffSignOut, guard);
        m_site->clock.setWall(now);
        QCOMPARE(requireTime(desk()).error().code, ErrorCode::ClockWrong);
        const LedgerReport report = verified();
        QCOMPARE(report.datedAhead.size(), 1U);
        const auto doubt = must(clockDoubt(desk()));
        QVERIFY(doubt && doubt->setBy == report.datedAhead.front());
        QCOMPARE(doubt->setBy->by, QStringLiteral("1042"));
        QCOMPARE(doubt->setBy->action, action::staffSignOut);
        append(desk(), signerOf(m_site->guard()), action::staffSignOut, guard);
        QVERIFY(verified().datedBack.empty()); // it is the other that is wrong
    }

    void r18_aPasswordDatedAheadIsAsOldAsAnyOther_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<bool>("byManager");
        QTest::newRow("own password") << action::staffPassword << false;
        QTest::newRow("one-time code of another") << action::staffCode << true;
    }
    void r18_aPasswordDatedAheadIsAsOldAsAnyOther()
    {
        QFETCH(QString, what);
        QFETCH(bool, byManager);
        const StaffId guard = m_site->guard().staff.id;
        const auto since = [&](const Authority &authority) {
            return byManager ? authority.codeSince(guard) : authority.passwordSince(guard);
        };
        const QDateTime now = m_site->clock.now();
        m_site->clock.setWall(now.addYears(2));
        append(desk(), signerOf(byManager ? m_site->manager() : m_site->guard()), what, staffSubject(guard),
               {{QStringLiteral("staff"), guard.text()}});
        m_site->clock.setWall(now);
        QCOMPARE(requireTime(desk()).error().code, ErrorCode::ClockWrong); // nobody is admitted before a manager said the time
        must(confirmTime(desk(), m_site->manager()));
        must(beginRead(desk()));
        QCOMPARE(since(desk().authority), now);
        m_site->clock.setWall(now.addYears(3)); // read anew, when it lies ahead of nobody's clock
        TimeGuard time(m_site->clock);
        Authority authority(desk().station.rootFingerprint, time);
        must(authority.refresh(*must(desk().store.beginRead())));
        QCOMPARE(since(authority), now);
    }
};

GATEHOUSE_TEST(QCoreApplication, TestTrickedSigners);
#include "tst_trickedsigners.moc"
