// SPDX-License-Identifier: GPL-3.0-or-later
// The OCR-B reader on drawn and photographed lines.
#include "documentpictures.h"
#include "documentsamples.h"
#include "testprogram.h"

#include "vision/frametext.h"
#include "vision/ocrbkernels.h"
#include "vision/ocrbline.h"
#include "vision/ocrbpath.h"

#include <QGuiApplication>
#include <QPainter>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace gatehouse::scanning;
using namespace gatehouse::test;

namespace
{
constexpr std::array<int, 3> zoneLengths{44, 36, 30};

Frame frameOf(const QImage &picture)
{
    Frame frame;
    frame.colour = picture;
    frame.gray = picture.convertToFormat(QImage::Format_Grayscale8);
    return frame;
}

QString textOf(const LineReading &line)
{
    QString text;
    for (const auto &scores : line.characters) {
        const auto best = std::max_element(scores.begin(), scores.end()) - scores.begin();
        text += best == ocrb::noCharacter ? QChar(u'_') : QLatin1Char(ocrb::alphabet[std::size_t(best)]);
    }
    return text;
}

/// The lines of the first band that has as many as asked for.
QStringList readLines(const QImage &picture, qsizetype count)
{
    FrameText text;
    const FrameText::Found &found = text.of(frameOf(picture));
    OcrbLineReader reader(OcrbNet::builtIn(), found.pyramid);
    for (std::size_t band = 0; band < found.bands.size(); ++band) {
        QStringList lines;
        for (const LineReading &line : reader.read(text.runs(band), zoneLengths))
            lines << textOf(line);
        if (lines.size() == count)
            return lines;
    }
    return {};
}

/// The lines of the first row that has as many as asked for, where the bands are not looked at.
QStringList readRows(const QImage &picture, qsizetype count)
{
    FrameText text;
    const FrameText::Found &found = text.of(frameOf(picture));
    OcrbLineReader reader(OcrbNet::builtIn(), found.pyramid);
    for (const std::size_t row : text.lookCloser(12)) {
        QStringList lines;
        for (const LineReading &line : reader.read(text.runs(row), zoneLengths))
            lines << textOf(line);
        if (lines.size() == count)
            return lines;
    }
    return {};
}

/// Whether a place along the edges of the document has these lines, where no ink was looked for.
bool isReadAlongEdges(const Frame &frame, const QStringList &expected)
{
    FrameText text;
    const FrameText::Found &found = text.of(frame);
    OcrbLineReader reader(OcrbNet::builtIn(), found.pyramid);
    const auto places = text.alongEdges(frame);
    return std::any_of(places.begin(), places.end(), [&](std::size_t place) {
        QStringList lines;
        for (const LineReading &line : reader.read(text.runs(place), zoneLengths))
            lines << textOf(line);
        return lines == expected;
    });
}

/// The document turned on a desk, and where its corners lie.
Frame onADesk(const QImage &document, double turn)
{
    QImage desk(1600, 1200, QImage::Format_RGB32);
    desk.fill(QColor(60, 70, 66));
    QTransform place;
    place.translate(800, 600);
    place.rotate(turn);
    place.scale(1000.0 / document.width(), 1000.0 / document.width());
    place.translate(-document.width() / 2.0, -document.height() / 2.0);
    QPainter painter(&desk);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(place);
    painter.drawImage(0, 0, document);
    painter.end();
    Frame frame = frameOf(desk);
    QPolygonF card = place.map(QPolygonF(QRectF(QPointF(), document.size())));
    card.removeLast(); // which closes it
    frame.cards = {card};
    return frame;
}

/// Seen through a lens that squeezes what is far from its middle: straight lines bend and their ends are narrower.
QImage throughALens(const QImage &picture, double strength)
{
    QImage bent(picture.size(), picture.format());
    const double half = picture.width() / 2.0, middle = picture.height() / 2.0;
    for (int y = 0; y < bent.height(); ++y) {
        for (int x = 0; x < bent.width(); ++x) {
            const double across = (x - half) / half, down = (y - middle) / half;
            const double further = 1 + strength * (across * across + down * down);
            bent.setPixel(x, y,
                          picture.pixel(std::clamp(int(half + across * half * further), 0, picture.width() - 1),
                                        std::clamp(int(middle + down * half * further), 0, picture.height() - 1)));
        }
    }
    return bent;
}

/// The picture between the keys of a keyboard, whose gaps are darker than any print.
QImage amongKeys(const QImage &picture)
{
    constexpr int side = 310;
    QImage wide(picture.width() + 2 * side, picture.height(), QImage::Format_RGB32);
    wide.fill(Qt::black);
    QPainter painter(&wide);
    painter.drawImage(side, 0, picture);
    for (const int left : {0, side + picture.width()}) {
        for (int key = 0; key < 40; ++key)
            painter.fillRect(left + 8 + 75 * (key % 4), 10 + 108 * (key / 4), 62, 92, QColor(235, 235, 235));
    }
    return wide;
}

/// Windows every ocrb::step pixels over a line of `text`, as the network sees one: sure within three windows of a character's
/// middle, blank elsewhere. The line begins in window `start`.
std::vector<OcrbNet::LogProbabilities> windowsOf(const QString &text, int start, int count)
{
    constexpr int apart = ocrb::pitch / ocrb::step;
    std::vector<OcrbNet::LogProbabilities> windows(std::size_t(count), OcrbNet::LogProbabilities{});
    for (int t = 0; t < count; ++t) {
        const int index = int(std::lround(double(t - start) / apart));
        const bool on = index >= 0 && index < text.size() && std::abs(t - start - index * apart) <= 3;
        auto &scores = windows[std::size_t(t)];
        scores.fill(-9);
        scores[std::size_t(on ? ocrb::classOf(text[index].unicode()) : ocrb::noCharacter)] = -0.01F;
    }
    return windows;
}
/// How strong a zone's rhythm is in each run of ink, weakest first.
std::vector<double> rhythmsIn(const QImage &picture)
{
    FrameText text;
    std::vector<double> rhythms;
    const std::size_t bands = text.of(frameOf(picture)).bands.size();
    for (std::size_t band = 0; band < bands; ++band) {
        for (const InkRun &run : text.runs(band)) {
            double strongest = 0;
            for (const int length : zoneLengths)
                strongest = std::max(strongest, run.rhythm(run.from, run.to, length));
            rhythms.push_back(strongest);
        }
    }
    std::sort(rhythms.begin(), rhythms.end());
    return rhythms;
}

/// Ten lines of words in a font whose letters differ in width.
QImage pageOfWords()
{
    QImage page(1920, 1080, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    QFont font(QStringLiteral("DejaVu Serif"));
    font.setPixelSize(44);
    painter.setFont(font);
    for (int line = 0; line < 10; ++line)
        painter.drawText(60, 120 + 90 * line,
                         QStringLiteral("whoever visits waits in the lobby until a host comes down").mid(line));
    return page;
}
} // namespace

class TestOcrb : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProcessorComputesTheSame();
    void zonesHaveARhythmAndWordsHaveNone();
    void linesAreReadHoweverTheyLie_data();
    void linesAreReadHoweverTheyLie();
    void linesAreReadThroughALens_data();
    void linesAreReadThroughALens();
    void linesAreReadHoweverTheyArePrinted_data();
    void linesAreReadHoweverTheyArePrinted();
    void rowsAreFoundAmongDarkerThings_data();
    void rowsAreFoundAmongDarkerThings();
    void linesAreFoundByTheDocumentsEdge_data();
    void linesAreFoundByTheDocumentsEdge();
    void stripesBesideTheLinesAreNotRead_data();
    void stripesBesideTheLinesAreNotRead();
    void lineBeginsWhereABlankIsBeforeIt_data();
    void lineBeginsWhereABlankIsBeforeIt();
    void otherTextIsNoLine();
    void wrongNumberOfWeightsIsRefused();
};

void TestOcrb::everyProcessorComputesTheSame()
{
    constexpr int rows = 11, columns = 41;
    std::mt19937 random(7);
    std::normal_distribution<float> normal(0, 0.3F);
    const auto noise = [&](int count) {
        std::vector<float> values(std::size_t(count), 0.0F);
        std::generate(values.begin(), values.end(), [&] { return normal(random); });
        return values;
    };
    const auto in = noise(rows * columns * 8), weights = noise(3 * 3 * 8 * 16 + 16);
    std::vector<float> plain(std::size_t((rows - 2) * (columns - 2) * 16)), fast(plain.size());
    plainOcrbKernels().convolve2(in.data(), rows, columns, weights.data(), plain.data());
    ocrbKernels().convolve2(in.data(), rows, columns, weights.data(), fast.data());
    for (std::size_t i = 0; i < plain.size(); ++i)
        QVERIFY2(std::abs(plain[i] - fast[i]) < 1e-4F, qPrintable(QString::number(i)));
    QVERIFY(std::any_of(plain.begin(), plain.end(), [](float value) { return value > 0.1F; }));

    constexpr int windows = 37;
    const auto maps = noise(7 * columns * 24), full = noise(7 * 5 * 24 * 64 + 64);
    std::vector<float> plainHidden(windows * 64), fastHidden(windows * 64);
    plainOcrbKernels().hiddenLayer(maps.data(), columns, 1, windows, full.data(), plainHidden.data());
    ocrbKernels().hiddenLayer(maps.data(), columns, 1, windows, full.data(), fastHidden.data());
    for (std::size_t i = 0; i < plainHidden.size(); ++i)
        QVERIFY2(std::abs(plainHidden[i] - fastHidden[i]) < 1e-3F, qPrintable(QString::number(i)));
}

// What a live frame's lines are told apart by before the network looks at them.
void TestOcrb::zonesHaveARhythmAndWordsHaveNone()
{
    for (const double tilt : {0.0, 20.0}) {
        std::mt19937 random(20261126);
        Shot shot;
        shot.size = QSize(1920, 1080);
        shot.tilt = tilt;
        const QImage zone = drawMrzDocument(sampleTwoLines(MrzSample(), 44, false), random);
        QVERIFY(rhythmsIn(photograph(zone, shot, random)).back() > 0.45);
    }
    // Now and then the words of a line fall into one.
    const std::vector<double> ofWords = rhythmsIn(pageOfWords());
    QVERIFY(ofWords.size() >= 10);
    QVERIFY2(ofWords[ofWords.size() / 2] < 0.3, qPrintable(QString::number(ofWords[ofWords.size() / 2])));
}

void TestOcrb::linesAreReadHoweverTheyLie_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<Shot>("shot");
    const auto shot = [](double turn, double tilt) {
        Shot made;
        made.size = QSize(1920, 1080);
        made.turn = turn;
        made.tilt = tilt;
        made.tiltAxis = 30;
        made.blur = 0.5;
        return made;
    };
    QTest::newRow("passport, straight") << 44 << shot(0, 0);
    QTest::newRow("passport, turned by 14 degrees") << 44 << shot(14, 0);
    QTest::newRow("passport, turned by 45 degrees") << 44 << shot(45, 0);
    QTest::newRow("passport, turned by 90 degrees") << 44 << shot(90, 0);
    QTest::newRow("passport, upside down") << 44 << shot(180, 0);
    QTest::newRow("passport, tilted by 20 degrees") << 44 << shot(3, 20);
    QTest::newRow("card of two lines, upside down") << 36 << shot(178, 10);
    QTest::newRow("card of three lines, turned") << 30 << shot(-80, 15);
    Shot shade = shot(2, 5);
    shade.shadow = 0.5;
    QTest::newRow("shadow") << 44 << shade;
    Shot glare = shot(2, 5);
    glare.glare = 0.4;
    QTest::newRow("glare that leaves the print") << 44 << glare;
    Shot small = shot(2, 5);
    small.size = QSize(1280, 720);
    small.noise = 8;
    QTest::newRow("small and noisy") << 44 << small;
    Shot large = shot(2, 5);
    large.size = QSize(4000, 3000);
    large.blur = 3;
    QTest::newRow("12 megapixels, soft") << 30 << large;
}

void TestOcrb::linesAreReadHoweverTheyLie()
{
    QFETCH(int, length);
    QFETCH(Shot, shot);
    const MrzSample sample;
    const QStringList lines = length == 30 ? sampleTd1(sample) : sampleTwoLines(sample, length, false);
    std::mt19937 random(20261125);
    QCOMPARE(readLines(photograph(drawMrzDocument(lines, random), shot, random), lines.size()), lines);
}

void TestOcrb::linesAreReadThroughALens_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<double>("strength");
    QTest::newRow("passport") << 44 << 0.14;
    QTest::newRow("passport, pincushion") << 44 << -0.06;
    QTest::newRow("card of two lines") << 36 << 0.12;
    QTest::newRow("card of three lines") << 30 << 0.12;
}

void TestOcrb::linesAreReadThroughALens()
{
    QFETCH(int, length);
    QFETCH(double, strength);
    const QStringList lines = length == 30 ? sampleTd1(MrzSample()) : sampleTwoLines(MrzSample(), length, false);
    std::mt19937 random(20261127);
    Shot shot;
    shot.size = QSize(2560, 1440);
    shot.turn = 3;
    shot.fill = 0.9;
    QCOMPARE(readLines(throughALens(photograph(drawMrzDocument(lines, random), shot, random), strength), lines.size()), lines);
}

void TestOcrb::linesAreReadHoweverTheyArePrinted_data()
{
    QTest::addColumn<ZonePrint>("print");
    QTest::addColumn<QString>("names");
    QTest::newRow("as Doc 9303 has them") << ZonePrint{6.35, 2.4, 1} << "ERIKSSON<<ANNA<MARIA";
    QTest::newRow("lines far apart, small characters") << ZonePrint{6.6, 1.9, 0.8} << "ERIKSSON<<ANNA<MARIA";
    QTest::newRow("tall characters") << ZonePrint{6.35, 3.1, 1} << "ERIKSSON<<ANNA<MARIA";
    QTest::newRow("narrow characters set wide") << ZonePrint{6.35, 2.0, 0.74} << "IBRAHIMOVIC<<OSCAR";
    QTest::newRow("little but fillers") << ZonePrint{6.35, 2.2, 0.9} << "LI<<QI";
}

void TestOcrb::linesAreReadHoweverTheyArePrinted()
{
    QFETCH(ZonePrint, print);
    QFETCH(QString, names);
    MrzSample sample;
    sample.names = names;
    const QStringList lines = sampleTwoLines(sample, 44, false);
    std::mt19937 random(20261126);
    Shot shot;
    shot.size = QSize(1920, 1080);
    shot.turn = 2;
    const QStringList read = readLines(photograph(drawMrzDocument(lines, random, print), shot, random), 2);
    // O and 0 are told apart by where they stand, which the lines alone do not know.
    const auto zeros = [](QStringList zone) { return zone.replaceInStrings(QStringLiteral("O"), QStringLiteral("0")); };
    QCOMPARE(zeros(read), zeros(lines));
}

void TestOcrb::rowsAreFoundAmongDarkerThings_data()
{
    QTest::addColumn<double>("turn");
    QTest::addColumn<int>("length");
    QTest::newRow("passport, straight") << 0.0 << 44;
    QTest::newRow("passport, a little turned") << 5.0 << 44;
    QTest::newRow("card of three lines, by a quarter") << 92.0 << 30;
}

void TestOcrb::rowsAreFoundAmongDarkerThings()
{
    QFETCH(double, turn);
    QFETCH(int, length);
    const QStringList lines = length == 30 ? sampleTd1(MrzSample()) : sampleTwoLines(MrzSample(), length, false);
    std::mt19937 random(8);
    Shot shot;
    shot.size = QSize(1920, 1080);
    shot.turn = turn;
    const QImage picture = photograph(drawMrzDocument(lines, random), shot, random);
    QCOMPARE(readRows(amongKeys(picture), lines.size()), lines);
}

void TestOcrb::linesAreFoundByTheDocumentsEdge_data()
{
    QTest::addColumn<double>("turn");
    QTest::addColumn<int>("length");
    QTest::addColumn<double>("linesApart");
    QTest::newRow("passport") << 2.0 << 44 << 6.35;
    QTest::newRow("passport, upside down") << 183.0 << 44 << 4.233;
    QTest::newRow("card of two lines, by a quarter") << 92.0 << 36 << 6.35;
    QTest::newRow("card of three lines") << -14.0 << 30 << 4.233;
}

void TestOcrb::linesAreFoundByTheDocumentsEdge()
{
    QFETCH(double, turn);
    QFETCH(int, length);
    QFETCH(double, linesApart);
    const QStringList lines = length == 30 ? sampleTd1(MrzSample()) : sampleTwoLines(MrzSample(), length, false);
    std::mt19937 random(9);
    ZonePrint print;
    print.linesApart = linesApart;
    QVERIFY(isReadAlongEdges(onADesk(drawMrzDocument(lines, random, print), turn), lines));
}

void TestOcrb::stripesBesideTheLinesAreNotRead_data()
{
    QTest::addColumn<double>("left");  // millimetres from the edge
    QTest::addColumn<double>("right"); // of the other edge
    QTest::newRow("none") << 0.0 << 0.0;
    QTest::newRow("before the lines") << 4.0 << 0.0;
    QTest::newRow("behind the lines") << 0.0 << 4.0;
    QTest::newRow("on both sides") << 2.5 << 2.5;
    QTest::newRow("close before the lines") << 5.5 << 0.0;
}

void TestOcrb::stripesBesideTheLinesAreNotRead()
{
    QFETCH(double, left);
    QFETCH(double, right);
    const QStringList lines = sampleTwoLines(MrzSample(), 44, false);
    std::mt19937 random(4);
    QImage document = drawMrzDocument(lines, random);
    const double perMm = document.width() / 125.0;
    QPainter painter(&document);
    painter.setPen(QPen(QColor(70, 60, 120), 7));
    for (const double x : {left, 125 - right}) {
        if (x > 0 && x < 125)
            painter.drawLine(QPointF(x * perMm, 0), QPointF((x - 1) * perMm, document.height()));
    }
    painter.end();
    QCOMPARE(readLines(photograph(document, Shot{QSize(1920, 1080), 4}, random), 2), lines);
}

void TestOcrb::lineBeginsWhereABlankIsBeforeIt_data()
{
    QTest::addColumn<int>("start");
    QTest::addColumn<QString>("dirt"); // read, unsurely, one place before the line
    QTest::newRow("at the first window") << 0 << QString();
    QTest::newRow("later") << 13 << QString();
    QTest::newRow("behind a scratch") << 13 << "Y";
    QTest::newRow("far behind a scratch") << 25 << "I";
}

void TestOcrb::lineBeginsWhereABlankIsBeforeIt()
{
    QFETCH(int, start);
    QFETCH(QString, dirt);
    const QString text = QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<");
    auto windows = windowsOf(text, start, 320);
    if (!dirt.isEmpty()) {
        auto &scores = windows[std::size_t(start - 9)];
        scores[std::size_t(ocrb::classOf(dirt[0].unicode()))] = -0.2F;
        scores[ocrb::noCharacter] = -1.7F;
    }
    const CharacterPath path = followCharacters(windows, int(text.size()), 45);
    QCOMPARE(qsizetype(path.windows.size()), text.size());
    QVERIFY2(std::abs(path.windows.front() - start) <= 3, qPrintable(QString::number(path.windows.front())));
    QVERIFY(path.score > -0.2);
}

void TestOcrb::otherTextIsNoLine()
{
    QImage page(1600, 900, QImage::Format_RGB32);
    page.fill(QColor(235, 235, 230));
    QPainter painter(&page);
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(30);
    painter.setFont(font);
    painter.setPen(Qt::black);
    for (int row = 0; row < 12; ++row)
        painter.drawText(60, 80 + 64 * row,
                         QStringLiteral("Visitors are asked to keep this paper until they leave %1").arg(row));
    painter.end();
    for (qsizetype count = 1; count <= 3; ++count)
        QVERIFY(readLines(page, count).isEmpty());
}

void TestOcrb::wrongNumberOfWeightsIsRefused()
{
    const std::vector<float> few(OcrbNet::weightCount() - 1, 0.0F);
    QVERIFY_EXCEPTION_THROWN(OcrbNet{few}, std::runtime_error);
}

GATEHOUSE_TEST(QGuiApplication, TestOcrb);

#include "tst_ocrb.moc"
