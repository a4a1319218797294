// SPDX-License-Identifier: GPL-3.0-or-later
// The reader of machine readable zones against Tesseract's eng model on the same flattened lines. One core; the ratios and the
// engine's memory are printed at the end.
#include "documentpictures.h"
#include "documentsamples.h"

#include "vision/frametext.h"
#include "vision/mrzreader.h"
#include "vision/ocrbline.h"
#include "vision/scanner.h"

#include <QFile>
#include <QGuiApplication>

#include <benchmark/benchmark.h>
#include <opencv2/imgproc.hpp>
#include <tesseract/baseapi.h>

#include <cstdio>
#include <map>
#include <string>

using namespace gatehouse::scanning;
using namespace gatehouse::test;

extern "C" void omp_set_max_active_levels(int levels);

namespace
{
const QDate today(2026, 11, 24);

constexpr std::array<int, 3> zoneLengths{44, 36, 30};

/// Kilobytes that this process has held at most, or holds, in memory.
long memory(const char *what)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(what))
            return line.mid(qsizetype(std::char_traits<char>::length(what))).trimmed().split(' ').constFirst().toLong();
    }
    return 0;
}

QImage passportPicture(QSize size)
{
    std::mt19937 random(5);
    Shot shot;
    shot.size = size;
    shot.turn = 3;
    shot.tilt = 4;
    shot.fill = 0.85;
    shot.blur = 0.4 * size.height() / 1080;
    return photograph(drawMrzDocument(sampleTwoLines(MrzSample(), 44, false), random), shot, random);
}

const QImage &picture()
{
    static const QImage made = passportPicture(QSize(1920, 1080));
    return made;
}

Frame frameOf(const QImage &from, Effort effort)
{
    Frame frame;
    frame.today = today;
    frame.colour = from;
    frame.gray = from.convertToFormat(QImage::Format_Grayscale8);
    frame.effort = effort;
    return frame;
}

/// The two lines of the passport, found and flattened: what both engines are given.
const std::vector<LineReading> &foundLines()
{
    static FrameText text;
    static const Frame frame = frameOf(picture(), Effort::Live);
    static const std::vector<LineReading> lines = [] {
        const auto &found = text.of(frame);
        OcrbLineReader reader(OcrbNet::builtIn(), found.pyramid);
        for (std::size_t band = 0; band < found.bands.size(); ++band) {
            auto read = reader.read(text.runs(band), zoneLengths);
            if (read.size() == 2)
                return read;
        }
        return std::vector<LineReading>();
    }();
    return lines;
}

std::vector<cv::Mat> flatLines(double capital, double rim)
{
    static const Frame frame = frameOf(picture(), Effort::Live);
    const cv::Mat gray(frame.gray.height(), frame.gray.width(), CV_8U, const_cast<uchar *>(frame.gray.constBits()),
                       std::size_t(frame.gray.bytesPerLine()));
    std::vector<cv::Mat> flat;
    for (const LineReading &line : foundLines()) {
        const LineGeometry &g = line.geometry;
        const double scale = capital / g.capHeight[0], each = (g.centres.back() - g.centres.front()) / (line.length() - 1);
        const double left = g.centres.front() - rim * each, right = g.centres.back() + rim * each;
        const auto at = [&](double x, double down) {
            return cv::Point2f(g.toPicture(x, g.middleAt(x) + down * g.capHeight[0]));
        };
        const std::array<cv::Point2f, 3> from{at(left, -1), at(right, -1), at(left, 1)};
        const cv::Size size(int((right - left) * scale), int(2 * capital));
        const std::array<cv::Point2f, 3> to{cv::Point2f(0, 0), cv::Point2f(float(size.width), 0),
                                            cv::Point2f(0, float(size.height))};
        cv::warpAffine(gray, flat.emplace_back(), cv::getAffineTransform(from.data(), to.data()), size, cv::INTER_LINEAR);
    }
    return flat;
}

void tesseractOnFlatLines(benchmark::State &state)
{
    tesseract::TessBaseAPI engine;
    if (engine.Init(nullptr, "eng", tesseract::OEM_LSTM_ONLY) != 0 || foundLines().size() != 2) {
        state.SkipWithError("tesseract-ocr-eng is not installed, or the lines were not found");
        return;
    }
    engine.SetPageSegMode(tesseract::PSM_SINGLE_LINE);
    const auto lines = flatLines(30, 1.2); // capitals of 30 pixels: what its manual asks for
    std::string text;
    for (auto _ : state) {
        text.clear();
        for (const cv::Mat &line : lines) {
            engine.SetImage(line.data, line.cols, line.rows, 1, int(line.step));
            const std::unique_ptr<const char[]> read(engine.GetUTF8Text());
            text += read ? read.get() : "";
        }
    }
    state.SetLabel(text.find("<<<<<<<<<") != std::string::npos ? "with fillers" : "fillers lost");
}

/// From the frame's bands to the characters: line finding, direction, characters, heights, both lines.
void readerOnFoundBand(benchmark::State &state)
{
    const Frame frame = frameOf(picture(), Effort::Live);
    FrameText text;
    const auto &found = text.of(frame);
    std::size_t lines = 0;
    const auto net = OcrbNet::builtIn();
    for (auto _ : state)
        lines =
            OcrbLineReader(net, found.pyramid, false).read(findRuns(found.pyramid, found.bands.front()), zoneLengths).size();
    state.SetLabel(lines == 2 ? "read" : "not read");
}

void wholeMrzReader(benchmark::State &state)
{
    MrzReader reader(OcrbNet::builtIn(), std::make_shared<FrameText>());
    const Frame frame = frameOf(picture(), Effort::Live);
    bool read = false;
    for (auto _ : state) {
        reader.forget();
        const auto reading = reader.read(frame);
        read = reading && reading->result.valid;
    }
    state.SetLabel(read ? "read" : "not read");
}

void wholePipeline(benchmark::State &state)
{
    const auto effort = Effort(state.range(1));
    const QImage frame = state.range(0) == 12 ? passportPicture(QSize(4000, 3000)) : picture();
    Scanner scanner;
    bool read = false;
    for (auto _ : state)
        read = scanner.scanImage(frame, today, effort).result.valid;
    state.SetLabel(read ? "read" : "not read");
}

BENCHMARK(tesseractOnFlatLines)->Unit(benchmark::kMillisecond);
BENCHMARK(readerOnFoundBand)->Unit(benchmark::kMillisecond);
BENCHMARK(wholeMrzReader)->Unit(benchmark::kMillisecond);
BENCHMARK(wholePipeline)
    ->Unit(benchmark::kMillisecond)
    ->Args({2, int(Effort::Live)})
    ->Args({2, int(Effort::Still)})
    ->Args({12, int(Effort::Still)});

class Times : public benchmark::ConsoleReporter
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
        const double tesseract = m_times["tesseractOnFlatLines"];
        std::printf("Tesseract eng / reader, same two lines: %.1f (at least 5)\n", tesseract / m_times["readerOnFoundBand"]);
        std::printf("Tesseract eng on flattened lines / reader on the whole 1080p frame: %.1f (at least 5)\n",
                    tesseract / m_times["wholeMrzReader"]);
        const std::string large = "wholePipeline/12/" + std::to_string(int(Effort::Still));
        std::printf("12 megapixels, whole pipeline: %.0f ms (under 400)\n", m_times[large]);
    }

private:
    std::map<std::string, double> m_times;
};

/// What the engine needs beside the process and the picture themselves: a fresh scanner over frames and a still picture.
void printMemory()
{
    const QImage still = passportPicture(QSize(4000, 3000));
    std::mt19937 random(6);
    CnCardText card{QStringLiteral("王小明"),
                    QStringLiteral("男"),
                    QStringLiteral("汉"),
                    QStringLiteral("19800101"),
                    QStringLiteral("北京市海淀区中山路1号"),
                    sampleCnNumber(QStringLiteral("11999919800101001"))};
    Shot shot;
    shot.size = QSize(1920, 1080);
    const QImage chinese = photograph(drawCnCard(card, random), shot, random);
    QFile reset(QStringLiteral("/proc/self/clear_refs"));
    if (reset.open(QIODevice::WriteOnly))
        reset.write("5"); // the peak counts from here
    reset.close();
    const long before = memory("VmRSS:");
    Scanner scanner;
    const bool read =
        scanner.scanImage(still, today).result.valid && scanner.scanImage(chinese, today).result.kind == Kind::CnId;
    std::printf("engine, peak over a 12-megapixel passport and a Chinese card (%s): %.0f MB (under 150)\n",
                read ? "both read" : "not read", double(memory("VmHWM:") - before) / 1024);
}
} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    cv::setNumThreads(1);
    omp_set_max_active_levels(0); // Tesseract's threads too: processor time is counted of one
    printMemory();
    benchmark::Initialize(&argc, argv);
    Times times;
    benchmark::RunSpecifiedBenchmarks(&times);
    times.print();
    return 0;
}
