// SPDX-License-Identifier: GPL-3.0-or-later
// From starting the kiosk to its first frame, beside an empty Qt Quick window of the same size in the same run.
// Both are programs of their own on Qt's offscreen screen: what is measured is loading, the engine, the pages and their first
// picture.
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QProcess>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTextStream>

#include <benchmark/benchmark.h>

#include <cstdio>
#include <map>
#include <optional>
#include <string>

namespace
{
constexpr int longest = 30'000; // ms
const QByteArray firstFrame = "first frame";

/// What this program is when it is called with "--window": the baseline.
int emptyWindow(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QQuickWindow window;
    window.resize(1080, 1920);
    QObject::connect(
        &window, &QQuickWindow::frameSwapped, &application, [] { QTextStream(stderr) << firstFrame << Qt::endl; },
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    window.show();
    return QGuiApplication::exec();
}

/// Seconds until the program says that its first frame is on the screen; nothing when it does not.
std::optional<double> secondsToFirstFrame(const QString &program, const QStringList &arguments, const QString &folder)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("QT_QUICK_BACKEND"), QStringLiteral("software"));
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("gatehouse.kiosk.info=true"));
    environment.insert(QStringLiteral("GATEHOUSE_CONFIG"), folder);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    QByteArray output;
    while (!output.contains(firstFrame) && timer.elapsed() < longest && process.waitForReadyRead(longest))
        output += process.readAll();
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    process.kill();
    process.waitForFinished();
    return output.contains(firstFrame) ? std::optional<double>(seconds) : std::nullopt;
}

void measure(benchmark::State &state, const QString &program, const QStringList &arguments)
{
    const QTemporaryDir folder;
    for (auto _ : state) {
        const auto seconds = secondsToFirstFrame(program, arguments, folder.path());
        if (!seconds) {
            state.SkipWithError("no first frame");
            return;
        }
        state.SetIterationTime(*seconds);
    }
}

void emptyQuickWindow(benchmark::State &state)
{
    measure(state, QCoreApplication::applicationFilePath(), {QStringLiteral("--window")});
}

void kiosk(benchmark::State &state)
{
    const QTemporaryDir folder;
    measure(state, QStringLiteral(GATEHOUSE_KIOSK),
            {QStringLiteral("--db"), QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("none.db")),
             QStringLiteral("--camera"), folder.path(), QStringLiteral("--windowed"), QStringLiteral("--size"),
             QStringLiteral("1080x1920")});
}

class Medians final : public benchmark::ConsoleReporter
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
    double median(const std::string &name) const
    {
        const auto found = m_medians.find(name);
        return found == m_medians.end() ? 0 : found->second;
    }

private:
    std::map<std::string, double> m_medians;
};
} // namespace

BENCHMARK(emptyQuickWindow)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1)
    ->Repetitions(9)
    ->UseManualTime()
    ->ReportAggregatesOnly();
BENCHMARK(kiosk)->Unit(benchmark::kMillisecond)->Iterations(1)->Repetitions(9)->UseManualTime()->ReportAggregatesOnly();

int main(int argc, char **argv)
{
    if (argc > 1 && std::string(argv[1]) == "--window")
        return emptyWindow(argc, argv);
    QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    Medians medians;
    benchmark::RunSpecifiedBenchmarks(&medians);
    const double baseline = medians.median("emptyQuickWindow");
    const double measured = medians.median("kiosk");
    if (baseline <= 0 || measured <= 0)
        return 1;
    std::printf("kiosk to its first frame / empty Qt Quick window of the same size: %.2f (%.0f ms / %.0f ms)\n",
                measured / baseline, measured, baseline);
    return 0;
}
