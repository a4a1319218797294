// SPDX-License-Identifier: GPL-3.0-or-later
// A door's decision over five badges (four visitors and their escort), beside what it cannot do without: five signature checks
// and the reads of the ledger's head within a transaction. Goal: the decision costs at most as much again.
#include "doorbench.h"
#include "machineroom.h"
#include "security/tokens.h"

#include <QCoreApplication>

#include <benchmark/benchmark.h>

using namespace gatehouse;
using namespace gatehouse::test;

namespace
{
struct FiveBadges : DoorBench {
    FiveBadges()
    {
        for (int i = 0; i < 4; ++i)
            tokens << accepted();
        tokens << escortBadge;
        must(beginRead(at()));
    }
    QStringList tokens;
};

FiveBadges &bench()
{
    static FiveBadges one;
    return one;
}

bool signatureHolds(const QString &token)
{
    const QByteArray key = bench().at().authority.stationKey(bench().site.admin().at().stationId());
    if (const auto visitor = security::parseBadgeToken(token))
        return security::verifyBadgeToken(*visitor, key);
    const auto staff = security::parseStaffBadgeToken(token);
    return staff && security::verifyStaffBadgeToken(*staff, key);
}

void needed(benchmark::State &state)
{
    for (auto _ : state) {
        auto transaction = must(beginRead(bench().at()));
        for (const QString &token : bench().tokens)
            benchmark::DoNotOptimize(signatureHolds(token));
    }
}
BENCHMARK(needed)->Unit(benchmark::kMicrosecond);

void decision(benchmark::State &state)
{
    for (auto _ : state) {
        auto transaction = must(beginRead(bench().at()));
        const DoorView view = doorView(bench().at(), machineRoom);
        std::vector<ShownBadge> badges;
        for (const QString &token : bench().tokens)
            badges.push_back(readDoorBadge(view, token));
        const DoorDecision made = decideDoor(doorFacts(view, Direction::Enter, badges, bench().rightPin()));
        if (!made.admitted)
            state.SkipWithError("not admitted");
    }
}
BENCHMARK(decision)->Unit(benchmark::kMicrosecond);
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
