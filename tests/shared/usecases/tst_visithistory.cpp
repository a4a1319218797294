// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a visit after it was decided: by whom and why, on what findings, what was asked, and where doors let it in.
#include "doorbench.h"
#include "machineroom.h"
#include "rawdatabase.h"
#include "testprogram.h"
#include "usecases/badges.h"
#include "usecases/escortvisit.h"
#include "usecases/readvisits.h"

#include <QTest>

#include <algorithm>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace std::chrono_literals;

namespace
{
const Reason vouched{QStringLiteral("other"), QStringLiteral("Her renewal lies on the desk")};
const Reason drunk{QStringLiteral("other"), QStringLiteral("Came back drunk")};

Visit requested(TestSite &site)
{
    return must(requestVisit(site.kiosk().at(), site.meeting())).front();
}

/// Approved although the licence has expired, for the reason.
Visit overridden(TestSite &site)
{
    VisitRequest request = site.meeting();
    request.visitors.front().record.fields.back().value = QStringLiteral("2026-10-01");
    const Visit visit = must(requestVisit(site.kiosk().at(), request)).front();
    must(recordOriginalSeen(site.admin().at(), site.guard(), visit.id));
    return must(approveVisit(site.admin().at(), site.guard(), visit.id, vouched)).visit;
}

std::vector<HistoryEntry> history(TestSite &site, const StaffSession &session, const VisitId &visit)
{
    return must(visitHistory(site.admin().at(), session, visit));
}

/// What was said with the last entry of this action.
std::optional<SaidWords> saidAt(const std::vector<HistoryEntry> &lines, const QString &action)
{
    const auto found =
        std::find_if(lines.rbegin(), lines.rend(), [&](const HistoryEntry &line) { return line.entry.action == action; });
    return found == lines.rend() ? std::nullopt : found->said;
}

QStringList actions(const std::vector<HistoryEntry> &lines)
{
    QStringList all;
    for (const HistoryEntry &line : lines)
        all << line.entry.action;
    return all;
}

QStringList codes(const std::vector<Finding> &findings)
{
    QStringList all;
    for (const Finding &finding : findings)
        all << finding.code;
    return all;
}
} // namespace

class TestVisitHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reasonsStandBesideTheirDecisions()
    {
        TestSite site;
        const Visit visit = overridden(site);
        must(denyVisit(site.admin().at(), site.secondGuard(), visit.id, drunk));
        for (const StaffSession *reader : {&site.guard(), &site.manager()}) {
            const CaseFile file = must(openCase(site.admin().at(), *reader, visit.id));
            QCOMPARE(file.decisions.size(), std::size_t(2));
            QCOMPARE(file.decisions[0].action, action::visitApprove);
            QCOMPARE(file.decisions[0].by, std::optional<StaffId>(site.guard().staff.id));
            QCOMPARE(file.decisions[0].reason->words, vouched);
            QCOMPARE(file.decisions[1].action, action::visitDeny);
            QCOMPARE(file.decisions[1].by, std::optional<StaffId>(site.secondGuard().staff.id));
            QCOMPARE(file.decisions[1].reason->words, drunk);
            const auto lines = history(site, *reader, visit.id);
            QCOMPARE(saidAt(lines, action::visitApprove)->words, vouched);
            QCOMPARE(saidAt(lines, action::visitDeny)->words, drunk);
        }
    }

    void r16_anAuditorReadsNoReason()
    {
        TestSite site;
        const Visit visit = overridden(site);
        site.addStaff(QStringLiteral("4001"), QStringLiteral("Auditor"), {Role::Auditor});
        const StaffSession auditor = site.signInAs(QStringLiteral("4001"));
        const auto said = saidAt(history(site, auditor, visit.id), action::visitApprove);
        QVERIFY(said && said->unread);
        QCOMPARE(said->words, Reason());
    }

    void aReasonThatNobodySignedForIsNotRead_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("of another time") << QStringLiteral("UPDATE sealed_blob SET content = (SELECT content FROM kept)");
        QTest::newRow("taken away") << QStringLiteral("DELETE FROM sealed_blob");
    }
    void aReasonThatNobodySignedForIsNotRead()
    {
        QFETCH(QString, change);
        TestSite site;
        const Visit visit = overridden(site);
        RawDatabase raw(site.databasePath());
        const QString reasons = QStringLiteral(" WHERE visit=? AND field='reasons'");
        QVERIFY(
            raw.run(QStringLiteral("CREATE TEMP TABLE kept AS SELECT content FROM sealed_blob") + reasons, {visit.id.text()}));
        must(denyVisit(site.admin().at(), site.guard(), visit.id, drunk));
        QVERIFY(raw.run(change + reasons, {visit.id.text()}));
        const CaseFile file = must(openCase(site.admin().at(), site.guard(), visit.id));
        for (const CaseDecision &decision : file.decisions)
            QVERIFY(decision.reason->unread && decision.reason->words == Reason());
    }

    void whatWasAskedAndAnsweredIsKept()
    {
        TestSite site;
        must(announceBoot(site.kiosk().at()));
        const Visit visit = requested(site);
        const Reason first{QStringLiteral("other"), QStringLiteral("第几排机柜？")};
        const Reason second{QStringLiteral("other"), QStringLiteral("Which rack exactly?")};
        must(askVisitor(site.admin().at(), site.guard(), visit.id, first));
        must(askVisitor(site.admin().at(), site.secondGuard(), visit.id, {QStringLiteral("who-is-host"), {}}));
        must(askVisitor(site.admin().at(), site.secondGuard(), visit.id, second));
        QCOMPARE(must(openCase(site.admin().at(), site.guard(), visit.id)).asked, second);
        must(answerQuestion(site.kiosk().at(), visit.id, QStringLiteral("R12")));
        QCOMPARE(must(openCase(site.admin().at(), site.guard(), visit.id)).asked, Reason());
        must(denyVisit(site.admin().at(), site.guard(), visit.id, drunk));
        std::vector<Reason> asked;
        const auto lines = history(site, site.manager(), visit.id);
        for (const HistoryEntry &line : lines) {
            if (line.entry.action == action::visitAsk)
                asked.push_back(line.said->words);
        }
        QCOMPARE(asked, (std::vector<Reason>{first, {QStringLiteral("who-is-host"), {}}, second}));
        QCOMPARE(saidAt(lines, action::visitAnswer)->words.text, QStringLiteral("R12"));
    }

    void theFindingsOfADecidedVisitAreThoseOfItsApproval()
    {
        TestSite site;
        const auto boot = must(announceBoot(site.kiosk().at()));
        const Visit visit = requested(site);
        must(recordOriginalSeen(site.admin().at(), site.guard(), visit.id));
        const std::vector<Finding> then = must(openCase(site.admin().at(), site.guard(), visit.id)).findings;
        must(approveVisit(site.admin().at(), site.guard(), visit.id));
        const QDateTime approvedAt = site.clock.now();
        const QString token = must(issueBadge(site.kiosk().at(), boot, visit.id)).badge.token;
        QCOMPARE(must(openCase(site.admin().at(), site.guard(), visit.id)).findings, then);
        must(checkOut(site.kiosk().at(), token));
        site.clock.advance(std::chrono::hours(24 * 60));
        const CaseFile file = must(openCase(site.admin().at(), site.manager(), visit.id));
        QCOMPARE(file.visit.state, VisitState::Departed);
        QCOMPARE(file.findings, then); // the dates too, which the ledger does not hold
        QCOMPARE(file.findingsAt, std::optional<QDateTime>(approvedAt));
        QVERIFY(file.sinceApproved.empty());
    }

    void aDeniedVisitIsNotJudgedAgain()
    {
        TestSite site;
        const Visit visit = requested(site);
        must(denyVisit(site.admin().at(), site.guard(), visit.id, {QStringLiteral("no-host"), {}}));
        const CaseFile file = must(openCase(site.admin().at(), site.guard(), visit.id));
        QVERIFY(file.findings.empty() && !file.findingsAt);
        QCOMPARE(file.decisions.size(), std::size_t(1));
        QCOMPARE(file.decisions.front().reason->words.code, QStringLiteral("no-host"));
    }

    void whoLetsAnApprovedVisitorInSeesWhatIsNew()
    {
        TestSite site;
        VisitRequest request = site.meeting();
        request.visitors.front().record.fields.back().value = site.clock.now().date().toString(Qt::ISODate);
        const Visit visit = must(requestVisit(site.kiosk().at(), request)).front();
        must(recordOriginalSeen(site.admin().at(), site.guard(), visit.id));
        must(approveVisit(site.admin().at(), site.guard(), visit.id));
        const auto opened = [&] { return must(openCase(site.admin().at(), site.guard(), visit.id)); };
        QCOMPARE(opened().sinceApproved, std::vector<Finding>());
        site.clock.advance(std::chrono::hours(24));
        QCOMPARE(codes(opened().sinceApproved),
                 (QStringList{QStringLiteral("window-over"), QStringLiteral("document-expired")}));
        QVERIFY(codes(opened().findings).contains(QStringLiteral("document-in-date")));
    }

    void whyAVisitLapsedIsSaid()
    {
        TestSite site;
        const Visit visit = requested(site);
        must(withdrawVisit(site.kiosk().at(), visit.id));
        const CaseFile file = must(openCase(site.admin().at(), site.guard(), visit.id));
        QCOMPARE(file.decisions.size(), std::size_t(1));
        QVERIFY(!file.decisions.front().by);
        QCOMPARE(file.decisions.front().why, QStringLiteral("withdrawn"));
    }

    void whoDecidedOnADeliveryIsSaid()
    {
        TestSite site;
        const Visit visit = must(callGuard(site.kiosk().at(), PurposeId{QStringLiteral("delivery")}, QStringLiteral("en")));
        must(attendDelivery(site.admin().at(), site.guard(), visit.id));
        const CaseFile file = must(openCase(site.admin().at(), site.guard(), visit.id));
        QCOMPARE(file.decisions.size(), std::size_t(1));
        QCOMPARE(file.decisions.front().by, std::optional<StaffId>(site.guard().staff.id));
    }

    void doorsSpeakInTheHistoryOfWhoPassedThem()
    {
        DoorBench bench;
        VisitId visit;
        VisitId other;
        const QString badge = bench.accepted(&visit);
        const QString otherBadge = bench.accepted(&other);
        QVERIFY(!bench.enter({badge}).outcome.admitted); // without the escort
        const DoorPassage entered = bench.enter({badge, bench.escortBadge});
        QVERIFY(entered.outcome.admitted);
        must(writeDoorStatements(bench.at(), {unusedStatement(machineRoom, entered.decision)}));
        QVERIFY(bench.enter({otherBadge, bench.escortBadge}).outcome.admitted);
        const auto lines = history(bench.site, bench.site.manager(), visit);
        QStringList tail = actions(lines);
        tail.erase(tail.begin(), tail.end() - 3);
        QCOMPARE(tail, (QStringList{action::passageRefuse, action::passageEnter, action::passageUnused}));
        QVERIFY(std::all_of(lines.begin(), lines.end(), [](const HistoryEntry &line) { return line.verified; }));
        QVERIFY(std::is_sorted(lines.begin(), lines.end(), [](const HistoryEntry &a, const HistoryEntry &b) {
            return a.entry.sequence < b.entry.sequence;
        }));
        const QStringList others = actions(history(bench.site, bench.site.manager(), other));
        QCOMPARE(others.count(action::passageEnter), 1);
        QVERIFY(!others.contains(action::passageRefuse) && !others.contains(action::passageUnused));
    }
};

GATEHOUSE_TEST(QCoreApplication, TestVisitHistory);
#include "tst_visithistory.moc"
