// SPDX-License-Identifier: GPL-3.0-or-later
// What a log of many visits costs: the start of a program, which follows the whole ledger, `log verify`, and a manager's search
// for one name. Beside the first two: the same entries' hashes and signatures alone.
#include "security/keys.h"
#include "testsite.h"
#include "usecases/badgefaces.h"
#include "usecases/badges.h"
#include "usecases/readvisits.h"

#include <QCoreApplication>

#include <benchmark/benchmark.h>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace gatehouse::usecases;

namespace
{
constexpr int visits = 200;

/// Visits from the request to the departure.
class Log
{
public:
    Log()
    {
        const auto boot = must(announceBoot(site.kiosk().at()));
        for (int i = 0; i < visits; ++i) {
            const auto badge = must(issueBadge(site.kiosk().at(), boot, site.approvedVisit().id));
            (void)must(checkOut(site.kiosk().at(), badge.badge.token));
            site.clock.advance(std::chrono::minutes(2));
        }
        entries = must(must(site.admin().at().store.beginRead())->ledger().after(0, visits * 20));
    }

    TestSite site;
    std::vector<domain::LedgerEntry> entries;
};

Log &theLog()
{
    static Log log;
    return log;
}

void countEntries(benchmark::State &state)
{
    state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(theLog().entries.size()));
}

void hashesAndSignaturesAlone(benchmark::State &state)
{
    const auto &entries = theLog().entries;
    for ([[maybe_unused]] auto step : state) {
        for (const auto &entry : entries) {
            benchmark::DoNotOptimize(domain::ledgerHash(entry.body) == entry.hash &&
                                     security::verify(entry.signer, entry.hash, entry.signature));
        }
    }
    countEntries(state);
}

void programStarts(benchmark::State &state)
{
    auto &station = theLog().site.admin();
    for ([[maybe_unused]] auto step : state) {
        state.PauseTiming();
        station.restart();
        state.ResumeTiming();
        (void)must(beginRead(station.at()));
    }
    countEntries(state);
}

void logIsVerified(benchmark::State &state)
{
    auto &site = theLog().site;
    const auto &desk = site.admin().at();
    for ([[maybe_unused]] auto step : state)
        (void)must(verifyLedger(desk.store, desk.station.rootFingerprint, site.clock));
    countEntries(state);
}

void managerLooksForOneName(benchmark::State &state)
{
    auto &site = theLog().site;
    CardIndex cards;
    LogSearch search;
    search.text = QStringLiteral("lundgren"); // nobody: every card is looked at
    for ([[maybe_unused]] auto step : state)
        (void)must(searchLog(site.admin().at(), site.manager(), cards, search));
}
} // namespace

BENCHMARK(hashesAndSignaturesAlone)->Unit(benchmark::kMillisecond);
BENCHMARK(programStarts)->Unit(benchmark::kMillisecond);
BENCHMARK(logIsVerified)->Unit(benchmark::kMillisecond);
BENCHMARK(managerLooksForOneName)->Unit(benchmark::kMillisecond);

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
