// SPDX-License-Identifier: GPL-3.0-or-later
// What is remembered of the cases in the queue, and when it is looked at again.
#include "rawdatabase.h"
#include "testprogram.h"
#include "testsite.h"
#include "usecases/publishnotice.h"
#include "usecases/queueverdicts.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace gatehouse;
using namespace gatehouse::domain;
using namespace gatehouse::usecases;
using gatehouse::test::must;
using gatehouse::test::RawDatabase;
using gatehouse::test::TestSite;

Q_DECLARE_METATYPE(std::function<void(TestSite &, const VisitId &)>)

class TestQueueVerdicts : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<CardIndex> m_cards;
    std::unique_ptr<QueueVerdicts> m_verdicts;
    Visit m_first;
    Visit m_second;

    Visit arrival() { return must(requestVisit(m_site->kiosk().at(), m_site->meeting())).front(); }

    std::vector<Visit> waiting()
    {
        std::vector<Visit> visits;
        for (const VisitRow &row : must(waitingVisits(m_site->admin().at(), m_site->guard(), *m_cards)))
            visits.push_back(row.visit);
        return visits;
    }

    std::vector<VisitId> stale() { return must(m_verdicts->stale(m_site->admin().at(), waiting())); }

    void assessAll()
    {
        for (const Visit &visit : waiting())
            must(m_verdicts->assess(m_site->admin().at(), m_site->guard(), visit));
    }

private Q_SLOTS:
    void init()
    {
        m_site = std::make_unique<TestSite>();
        m_cards = std::make_unique<CardIndex>();
        m_verdicts = std::make_unique<QueueVerdicts>();
        m_first = arrival();
        m_second = arrival();
    }

    void countsWhatTheOpenCaseFinds()
    {
        const QueueVerdicts::Verdict verdict = must(m_verdicts->assess(m_site->admin().at(), m_site->guard(), m_first));
        const CaseFile file = must(openCase(m_site->admin().at(), m_site->guard(), m_first.id));
        const auto counted = [&](domain::Verdict wanted) {
            return std::count_if(file.findings.begin(), file.findings.end(),
                                 [&](const Finding &finding) { return finding.verdict == wanted; });
        };
        QVERIFY(verdict.blocks > 0); // the original was not seen yet
        QCOMPARE(verdict.blocks, counted(domain::Verdict::Block));
        QCOMPARE(verdict.warnings, counted(domain::Verdict::Warn));
        QCOMPARE(m_verdicts->last(m_first.id), std::optional(verdict));
    }

    void everyCaseIsOpenedOnceAndThenLeftAlone()
    {
        QCOMPARE(stale(), (std::vector<VisitId>{m_first.id, m_second.id}));
        assessAll();
        QCOMPARE(stale(), std::vector<VisitId>());
        const Visit third = arrival();
        QCOMPARE(stale(), std::vector<VisitId>{third.id});
    }

    void isLookedAtAgain_data()
    {
        QTest::addColumn<std::function<void(TestSite &, const VisitId &)>>("change");
        QTest::addColumn<bool>("allOfThem");
        using Change = std::function<void(TestSite &, const VisitId &)>;
        QTest::newRow("original seen") << Change([](TestSite &site, const VisitId &id) {
            must(recordOriginalSeen(site.admin().at(), site.guard(), id));
        }) << false;
        QTest::newRow("question asked") << Change([](TestSite &site, const VisitId &id) {
            must(askVisitor(site.admin().at(), site.guard(), id, {QStringLiteral("come-to-desk"), {}}));
        }) << false;
        QTest::newRow("a minute passed") << Change([](TestSite &site, const VisitId &) {
            site.clock.advance(std::chrono::seconds(60));
        }) << true;
        QTest::newRow("a notice was published") << Change([](TestSite &site, const VisitId &) {
            must(publishNotice(site.admin().at(), site.manager(), notice::privacy, 2));
        }) << true;
        QTest::newRow("the row was changed by hand") << Change([](TestSite &site, const VisitId &id) {
            RawDatabase database(site.databasePath());
            QVERIFY(database.run(QStringLiteral("UPDATE visit SET purpose = 'delivery' WHERE id = ?"), {id.text()}));
        }) << false;
    }

    void isLookedAtAgain()
    {
        QFETCH(const std::function<void(TestSite &, const VisitId &)>, change);
        QFETCH(const bool, allOfThem);
        assessAll();
        change(*m_site, m_second.id);
        QCOMPARE(stale(), allOfThem ? std::vector<VisitId>({m_first.id, m_second.id}) : std::vector<VisitId>{m_second.id});
        assessAll();
        QCOMPARE(stale(), std::vector<VisitId>());
    }

    void aVisitThatIsDecidedIsForgotten()
    {
        assessAll();
        must(denyVisit(m_site->admin().at(), m_site->guard(), m_first.id, {QStringLiteral("no-appointment"), {}}));
        QCOMPARE(stale(), std::vector<VisitId>());
        QVERIFY(!m_verdicts->last(m_first.id));
        QVERIFY(m_verdicts->last(m_second.id));
    }

    void sealedDataThatWereChangedCountAsBlocked()
    {
        RawDatabase database(m_site->databasePath());
        QVERIFY(database.run(QStringLiteral("UPDATE sealed_blob SET content = zeroblob(200) WHERE visit = ?"),
                             {m_first.id.text()}));
        m_site->admin().restart();
        const QueueVerdicts::Verdict verdict = must(m_verdicts->assess(m_site->admin().at(), m_site->guard(), m_first));
        QCOMPARE(verdict, (QueueVerdicts::Verdict{1, 0}));
    }
};

GATEHOUSE_TEST(QCoreApplication, TestQueueVerdicts);
#include "tst_queueverdicts.moc"
