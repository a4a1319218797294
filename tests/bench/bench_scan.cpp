// SPDX-License-Identifier: GPL-3.0-or-later
// One core. Each figure beside its baseline of the same run; the ratios are printed at the end.
#include "licencecard.h"
#include "photograph.h"
#include "printedscenes.h"

#include "vision/barcodes.h"
#include "vision/scanner.h"
#include "vision/symbolregions.h"

#include <QGuiApplication>

#include <ZXing/ReadBarcode.h>
#include <benchmark/benchmark.h>
#include <opencv2/core.hpp>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <limits>
#include <map>
#include <numeric>
#include <string>
#include <vector>

using namespace gatehouse;

namespace
{
const QDate today(2026, 11, 24);

const QImage &licencePicture()
{
    static const QImage picture = [] {
        QRandomGenerator random(3);
        scenes::Shot shot;
        shot.share = 0.85;
        shot.blur = 0.4;
        shot.noise = 2;
        shot.turn = 3;
        return scenes::photograph(scenes::licenceBack(scenes::randomLicence(random).payload, random), shot).picture;
    }();
    return picture;
}

const QImage &emptyPicture()
{
    static const QImage picture = scenes::emptyScene(QSize(1920, 1080), 4);
    return picture;
}

QImage grayOf(const QImage &picture)
{
    return picture.convertToFormat(QImage::Format_Grayscale8);
}

bool bareDecode(const QImage &gray)
{
    const ZXing::ImageView view(gray.constBits(), gray.width(), gray.height(), ZXing::ImageFormat::Lum,
                                int(gray.bytesPerLine()));
    return ZXing::ReadBarcode(view, ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::PDF417)).isValid();
}

void bareOnWholeFrame(benchmark::State &state)
{
    const QImage gray = grayOf(licencePicture());
    bool read = false;
    for (auto _ : state)
        benchmark::DoNotOptimize(read = bareDecode(gray));
    state.SetLabel(read ? "read" : "not read");
}

void bareOnRectifiedSymbol(benchmark::State &state)
{
    const QImage gray = grayOf(licencePicture());
    const auto regions = scanning::findDenseRegions(gray);
    const QImage flat = regions.isEmpty() ? gray : scanning::rectify(gray, regions.constFirst(), 0.05, 1.0);
    bool read = false;
    for (auto _ : state)
        benchmark::DoNotOptimize(read = bareDecode(flat));
    state.SetLabel(read ? "read" : "not read");
}

void locateSymbol(benchmark::State &state)
{
    const QImage gray = grayOf(licencePicture());
    for (auto _ : state)
        benchmark::DoNotOptimize(scanning::findDenseRegions(gray));
}

void wholePipeline(benchmark::State &state)
{
    scanning::Scanner scanner;
    scanning::Kind kind = scanning::Kind::None;
    for (auto _ : state)
        kind = scanner.scanImage(licencePicture(), today, scanning::Effort::Live).result.kind;
    state.SetLabel(kind == scanning::Kind::Aamva ? "read" : "not read");
}

void bareOnFrameWithoutDocument(benchmark::State &state)
{
    const QImage gray = grayOf(emptyPicture());
    for (auto _ : state)
        benchmark::DoNotOptimize(bareDecode(gray));
}

void frameWithoutDocument(benchmark::State &state)
{
    scanning::Scanner scanner;
    for (auto _ : state)
        benchmark::DoNotOptimize(scanner.scanImage(emptyPicture(), today, scanning::Effort::Live));
}

void frameWithoutDocumentBarcodesOnly(benchmark::State &state)
{
    scanning::Scanner scanner((scanning::DocumentReaders()));
    for (auto _ : state)
        benchmark::DoNotOptimize(scanner.scanImage(emptyPicture(), today, scanning::Effort::Live));
}

BENCHMARK(bareOnWholeFrame)->Unit(benchmark::kMillisecond);
BENCHMARK(bareOnRectifiedSymbol)->Unit(benchmark::kMillisecond);
BENCHMARK(locateSymbol)->Unit(benchmark::kMillisecond);
BENCHMARK(wholePipeline)->Unit(benchmark::kMillisecond);
BENCHMARK(bareOnFrameWithoutDocument)->Unit(benchmark::kMillisecond);
BENCHMARK(frameWithoutDocument)->Unit(benchmark::kMillisecond);
BENCHMARK(frameWithoutDocumentBarcodesOnly)->Unit(benchmark::kMillisecond);

double processorMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

// Three frames of each scene as a camera shows them: a frame looks at what the one before it did not. Each series is run three
// times and the fastest run of a frame counts, so that other work on the machine is not measured.
std::vector<double> timesOfFrames(const QImage &picture)
{
    constexpr int frames = 3;
    std::vector<double> best(frames, std::numeric_limits<double>::max());
    scanning::Scanner scanner;
    for (int run = 0; run < 3; ++run) {
        scanner.forget();
        for (double &time : best) {
            const double start = processorMilliseconds();
            benchmark::DoNotOptimize(scanner.scanImage(picture, today, scanning::Effort::Live));
            time = std::min(time, processorMilliseconds() - start);
        }
    }
    return best;
}

// Forty scenes: textures, faces, print, stripes and false symbols, or nothing but print that fills the frame.
void printScenesWithoutDocument(const char *what, QImage (*scene)(const QSize &, quint32), quint32 seed)
{
    std::vector<double> times;
    for (quint32 i = 0; i < 40; ++i) {
        const QSize size = i % 2 == 0 ? QSize(1280, 720) : QSize(1920, 1080);
        const auto these = timesOfFrames(scene(size, seed + i));
        times.insert(times.end(), these.begin(), these.end());
    }
    std::sort(times.begin(), times.end());
    std::printf("%zu frames of 40 scenes without a document, %s: %.1f ms on average, 95th in a hundred %.1f, most %.1f\n",
                times.size(), what, std::accumulate(times.begin(), times.end(), 0.0) / double(times.size()),
                times[times.size() * 95 / 100], times.back());
}

class Ratios : public benchmark::ConsoleReporter
{
public:
    void ReportRuns(const std::vector<Run> &runs) override
    {
        for (const Run &run : runs)
            m_times[run.benchmark_name()] = run.GetAdjustedCPUTime();
        ConsoleReporter::ReportRuns(runs);
    }

    void print()
    {
        const double baseline = m_times["bareOnRectifiedSymbol"] + m_times["locateSymbol"];
        std::printf("pipeline / (bare on the rectified symbol + locating): %.2f (at most 1.5)\n",
                    m_times["wholePipeline"] / baseline);
        std::printf("pipeline / bare on the whole frame: %.2f\n", m_times["wholePipeline"] / m_times["bareOnWholeFrame"]);
        std::printf("frame without a document: %.1f ms (under 33); / bare for PDF417 alone: %.2f\n",
                    m_times["frameWithoutDocument"], m_times["frameWithoutDocument"] / m_times["bareOnFrameWithoutDocument"]);
    }

private:
    std::map<std::string, double> m_times;
};
} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    cv::setNumThreads(1);
    benchmark::Initialize(&argc, argv);
    Ratios ratios;
    benchmark::RunSpecifiedBenchmarks(&ratios);
    ratios.print();
    printScenesWithoutDocument("mixed", scenes::emptyScene, 910000);
    printScenesWithoutDocument("full of print", scenes::printedScene, 910000);
    return 0;
}
