// SPDX-License-Identifier: GPL-3.0-or-later
// How soon a live camera's frames are enough: each invented document is held before the camera as a hand holds it, every frame
// turned, tilted and moved a little otherwise, one in four blurred, until the frames' vote is decided or 20 of them were looked
// at. accuracy_live [DOCUMENTS of each kind and difficulty]. Ends with 1 when a document was decided wrongly, when fewer
// than the declared share were decided, or when a frame without a document (40 of them for each DOCUMENT) was read as one.
// GATEHOUSE_SEED=N draws others, GATEHOUSE_KEEP=FOLDER keeps the last frames of those that were not decided,
// GATEHOUSE_KIND=NAME shows that kind alone.
#include "inventedholders.h"
#include "licencecard.h"
#include "photograph.h"

#include "parsing/mrz.h"
#include "vision/ballot.h"

#include <QGuiApplication>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace gatehouse::scanning;
namespace test = gatehouse::test;
namespace scenes = gatehouse::scenes;

namespace
{
const QDate today(2026, 11, 24);

constexpr int mostFrames = 20;
constexpr qint64 frameMilliseconds = 33;
constexpr double easyDecided = 95, hardDecided = 80; // per cent

struct Document {
    QImage side;
    ScanResult truth;
};

Document invented(Kind kind, std::mt19937 &random)
{
    if (kind == Kind::Aamva) {
        QRandomGenerator draw(random());
        const scenes::Licence licence = scenes::randomLicence(draw);
        ScanResult truth;
        truth.kind = kind;
        truth.fields = licence.fields;
        return {scenes::licenceBack(licence.payload, draw), truth};
    }
    if (kind == Kind::CnId) {
        const test::CnCardText card = test::randomCard(random);
        ScanResult truth;
        truth.kind = kind;
        truth.fields = {Field{QStringLiteral("documentNumber"), card.number, Trust::Checked}};
        return {test::drawCnCard(card, random), truth};
    }
    const QStringList lines = test::randomZone(kind, random);
    return {test::drawMrzDocument(lines, random), parseMrz(lines.join(u'\n'), today)};
}

test::Shot heldShot(const test::Shot &placed, std::mt19937 &random)
{
    const auto within = [&random](double most) { return std::uniform_real_distribution(-most, most)(random); };
    test::Shot shot = placed;
    shot.turn += within(2);
    shot.tilt = std::abs(shot.tilt + within(3));
    shot.fill = std::clamp(shot.fill + within(0.03), 0.7, 0.95);
    if (random() % 4 == 0)
        shot.motion += 2.5 * shot.size.height() / 720;
    return shot;
}

double processorMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

// What the reader marked as unsure a person confirms; all else must be as it stands on the document.
bool isRight(const ScanResult &decided, const ScanResult &truth)
{
    return decided.kind == truth.kind &&
           std::all_of(truth.fields.cbegin(), truth.fields.cend(), [&decided](const Field &field) {
               const auto read = decided.field(field.name);
               return read && (read->value == field.value || read->trust == Trust::Unsure);
           });
}

struct Tally {
    int documents = 0, wrong = 0;
    QList<int> frames;    ///< of those that were decided
    QList<double> unread; ///< processor time of frames in which nothing was read
};

void keep(const QImage &lastFrame, const Document &document)
{
    static int number = 0;
    const QString folder = qEnvironmentVariable("GATEHOUSE_KEEP");
    if (!folder.isEmpty())
        lastFrame.save(QStringLiteral("%1/live-%2-%3.png").arg(folder, kindName(document.truth.kind)).arg(number++));
}

void hold(const Document &document, const test::Shot &placed, std::mt19937 &random, Tally &tally)
{
    Scanner scanner;
    Ballot ballot;
    ++tally.documents;
    for (int frame = 1; frame <= mostFrames; ++frame) {
        const QImage picture = test::photograph(document.side, heldShot(placed, random), random);
        const double start = processorMilliseconds();
        const FrameResult found = scanner.scanImage(picture, today, Effort::Live);
        if (found.result.kind == Kind::None)
            tally.unread << processorMilliseconds() - start;
        if (const auto decided = ballot.count(found, frame * frameMilliseconds)) {
            tally.frames << frame;
            tally.wrong += decided->valid && !isRight(*decided, document.truth) ? 1 : 0;
            return;
        }
        if (frame == mostFrames)
            keep(picture, document);
    }
}

// How many frames without a document were read as one. Each is another scene; the readers remember those before.
int readWithoutADocument(int frames, unsigned seed)
{
    Scanner scanner;
    int read = 0;
    for (int i = 0; i < frames; ++i) {
        const QSize size = i % 2 == 0 ? QSize(1280, 720) : QSize(1920, 1080);
        const QImage scene = scenes::emptyScene(size, 910000 + 100000 * seed + quint32(i));
        const Kind kind = scanner.scanImage(scene, today, Effort::Live).result.kind;
        read += kind != Kind::None && kind != Kind::Barcode ? 1 : 0;
    }
    return read;
}

template <typename Value>
Value quantile(QList<Value> values, int inHundred)
{
    if (values.isEmpty())
        return {};
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, values.size() * inHundred / 100)];
}
} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    const int documents = app.arguments().value(1, QStringLiteral("6")).toInt();
    const auto seed = unsigned(qEnvironmentVariableIntValue("GATEHOUSE_SEED"));
    const QString only = qEnvironmentVariable("GATEHOUSE_KIND");
    bool good = true;
    std::printf("kind difficulty documents decided wrong frames-median frames-p95 unread-frame-ms-p95\n");
    for (const bool hard : {false, true}) {
        int all = 0;
        int decided = 0;
        for (const Kind kind :
             {Kind::MrzTd1, Kind::MrzTd2, Kind::MrzTd3, Kind::MrzMrva, Kind::MrzMrvb, Kind::Aamva, Kind::CnId}) {
            if (!only.isEmpty() && kindName(kind) != only)
                continue;
            Tally tally;
            for (int i = 0; i < documents; ++i) {
                // Each document of its own: how many frames one needed must not change the others.
                std::mt19937 random(0x11FEU + unsigned(kind) * 17U + (hard ? 1U : 0U) + 1000U * seed + 100003U * unsigned(i));
                const Document document = invented(kind, random);
                test::Shot placed = hard ? test::hardShot(random) : test::easyShot(random);
                placed.size = placed.size.boundedTo(QSize(1920, 1080)); // of the cameras that are built in
                hold(document, placed, random, tally);
            }
            std::printf("%s %s %d %d %d %d %d %.1f\n", qPrintable(kindName(kind)), hard ? "hard" : "easy", tally.documents,
                        int(tally.frames.size()), tally.wrong, quantile(tally.frames, 50), quantile(tally.frames, 95),
                        quantile(tally.unread, 95));
            std::fflush(stdout);
            good = good && tally.wrong == 0;
            all += tally.documents;
            decided += int(tally.frames.size());
        }
        const double share = 100.0 * decided / all;
        std::printf("%s: %.1f %% decided\n", hard ? "hard" : "easy", share);
        good = good && share >= (hard ? hardDecided : easyDecided);
    }
    if (only.isEmpty()) {
        const int frames = 40 * documents;
        const int read = readWithoutADocument(frames, seed);
        std::printf("no document: %d of %d frames read\n", read, frames);
        good = good && read == 0;
    }
    return good ? 0 : 1;
}
