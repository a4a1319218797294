// SPDX-License-Identifier: GPL-3.0-or-later
// A durable check-in through the repositories beside a bare SQLite transaction that writes the same bytes with the same
// durability.
#include "samplerows.h"
#include "storage/open.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>
#include <sqlite3.h>

#include <cstdio>
#include <map>

using namespace gatehouse;
using namespace gatehouse::domain;

namespace
{
/// Both on the file system of the working folder: a commit costs what its fsync costs.
QString benchFolder()
{
    static const QTemporaryDir folder(QStringLiteral("bench-storage-XXXXXX"));
    if (!folder.isValid())
        qFatal("no folder to write in");
    return folder.path();
}

template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s %s", qPrintable(errorName(result.error().code)), qPrintable(result.error().detail));
    return std::move(*result);
}

void must(const Result<void> &result)
{
    if (!result)
        qFatal("%s %s", qPrintable(errorName(result.error().code)), qPrintable(result.error().detail));
}

/// What one visitor leaves behind: record, portrait, document picture, signature, keys, card.
struct Load {
    Visit visit;
    std::vector<SealedBlob> blobs;
    std::vector<WrappedKey> keys;
    SealedCard card;
};

Load makeLoad(test::SampleRows &rows)
{
    Load load;
    load.visit = rows.visit(0);
    const VisitId &id = load.visit.id;
    load.blobs = {{id, sealed::record, rows.bytes(900)},
                  {id, sealed::portrait, rows.bytes(40'000)},
                  {id, sealed::document, rows.bytes(120'000)},
                  {id, sealed::signature, rows.bytes(4'000)}};
    load.keys = {{id, QStringLiteral("site:2026-11"), rows.bytes(80)}, {id, QStringLiteral("staff:host"), rows.bytes(80)}};
    load.card = {id, QStringLiteral("2026-11"), false, rows.bytes(120)};
    return load;
}

void checkInThroughRepositories(benchmark::State &state)
{
    storage::OpenOptions options;
    options.create = true;
    auto store = must(storage::openStore(QStringLiteral("sqlite:%1/repositories.db").arg(benchFolder()), options));
    test::SampleRows rows(static_cast<quint64>(state.max_iterations) + 11);
    const auto station = rows.id<StationId>();
    for ([[maybe_unused]] auto step : state) {
        state.PauseTiming();
        Load load = makeLoad(rows);
        state.ResumeTiming();
        auto write = must(store->beginWrite());
        load.visit.number = must(write->visits().nextNumber());
        must(write->visits().insert(load.visit));
        for (const SealedBlob &blob : load.blobs)
            must(write->sealedData().put(blob));
        for (const WrappedKey &key : load.keys)
            must(write->sealedData().putKey(key));
        must(write->sealedData().putCard(load.card));
        must(write->visits().addConsent(
            load.visit.id, {QStringLiteral("privacy"), 1, QStringLiteral("en"), QStringLiteral("tick"), rows.at(1)}));
        const LedgerHead head = must(write->ledger().head());
        must(write->ledger().append(rows.entry(head, station, must(write->ledger().nextStationCounter(station)))));
        must(write->commit());
    }
}

/// sqlite3 itself: one table, prepared statements, nothing but the bytes.
class Bare
{
public:
    explicit Bare(const QString &path)
    {
        check(sqlite3_open(path.toUtf8().constData(), &m_database));
        for (const char *setting : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA secure_delete = ON",
                                    "CREATE TABLE IF NOT EXISTS payload (id INTEGER PRIMARY KEY, content BLOB NOT NULL)"})
            check(sqlite3_exec(m_database, setting, nullptr, nullptr, nullptr));
        check(sqlite3_prepare_v2(m_database, "INSERT INTO payload (content) VALUES (?)", -1, &m_insert, nullptr));
    }
    ~Bare()
    {
        sqlite3_finalize(m_insert);
        sqlite3_close(m_database);
    }
    Bare(const Bare &) = delete;
    Bare &operator=(const Bare &) = delete;

    void run(const char *sql) { check(sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr)); }
    void insert(const QByteArray &bytes)
    {
        check(sqlite3_bind_blob64(m_insert, 1, bytes.constData(), static_cast<sqlite3_uint64>(bytes.size()), SQLITE_STATIC));
        if (sqlite3_step(m_insert) != SQLITE_DONE)
            check(SQLITE_ERROR);
        check(sqlite3_reset(m_insert));
    }

private:
    void check(int code) const
    {
        if (code != SQLITE_OK)
            qFatal("sqlite3: %s", sqlite3_errmsg(m_database));
    }

    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_insert = nullptr;
};

void bareTransaction(benchmark::State &state)
{
    Bare bare(benchFolder() + QStringLiteral("/bare.db"));
    test::SampleRows rows(5);
    const auto station = rows.id<StationId>();
    for ([[maybe_unused]] auto step : state) {
        state.PauseTiming();
        const Load load = makeLoad(rows);
        const LedgerEntry entry = rows.entry({}, station, 1);
        const QByteArray entryBytes = entry.body + entry.body + entry.hash + entry.previous + entry.signature + entry.signer;
        const QByteArray visitBytes = rows.bytes(450); // the columns of a visit with its zones and its consent
        state.ResumeTiming();
        bare.run("BEGIN IMMEDIATE");
        bare.insert(visitBytes);
        for (const SealedBlob &blob : load.blobs)
            bare.insert(blob.bytes);
        for (const WrappedKey &key : load.keys)
            bare.insert(key.bytes);
        bare.insert(load.card.bytes);
        bare.insert(entryBytes);
        bare.run("COMMIT");
    }
}

/// Prints as usual and keeps the medians for the ratio.
class RatioReporter final : public benchmark::ConsoleReporter
{
public:
    void ReportRuns(const std::vector<Run> &runs) override
    {
        ConsoleReporter::ReportRuns(runs);
        for (const Run &run : runs) {
            if (run.aggregate_name == "median")
                m_medians[run.run_name.function_name] = run.GetAdjustedRealTime();
        }
    }
    double median(const std::string &name) const { return m_medians.at(name); }

private:
    std::map<std::string, double> m_medians;
};
} // namespace

BENCHMARK(bareTransaction)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(60)
    ->Repetitions(5)
    ->UseRealTime()
    ->ReportAggregatesOnly();
BENCHMARK(checkInThroughRepositories)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(60)
    ->Repetitions(5)
    ->UseRealTime()
    ->ReportAggregatesOnly();

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    RatioReporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    const double ratio = reporter.median("checkInThroughRepositories") / reporter.median("bareTransaction");
    std::printf("durable check-in / bare SQLite transaction of the same bytes: %.2f\n", ratio);
    return 0;
}
