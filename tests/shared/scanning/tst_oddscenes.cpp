// SPDX-License-Identifier: GPL-3.0-or-later
// What people hold before a camera beside one clean document. The rule: what is read is one document's, and right, or it is
// not accepted. A copy or a screen is read like the document itself: telling them apart is the guard's part.
#include "documentpictures.h"
#include "documentsamples.h"
#include "licencecard.h"
#include "photograph.h"
#include "scanresults.h"
#include "testprogram.h"

#include "vision/scanner.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <QGuiApplication>
#include <QPainter>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace gatehouse::scanning;
using namespace gatehouse::test;
namespace scenes = gatehouse::scenes;
namespace sample = gatehouse::test;

namespace
{
scenes::Licence licence(quint32 seed)
{
    QRandomGenerator random(seed);
    return scenes::randomLicence(random);
}

QImage backOf(const scenes::Licence &licence, quint32 seed)
{
    QRandomGenerator random(seed);
    return scenes::licenceBack(licence.payload, random);
}

QStringList passportLines()
{
    return sample::sampleTwoLines({}, 44, false);
}

QStringList otherPassportLines()
{
    sample::MrzSample other;
    other.names = QStringLiteral("VZOR<<MARIE");
    other.number = QStringLiteral("X1234567");
    return sample::sampleTwoLines(other, 44, false);
}

QImage passport()
{
    std::mt19937 random(6);
    return sample::drawMrzDocument(passportLines(), random);
}

// No county has 9999: the number is nobody's.
QImage residentCard()
{
    std::mt19937 random(8);
    return sample::drawCnCard({QStringLiteral("王海燕"), QStringLiteral("女"), QStringLiteral("汉"), QStringLiteral("19850317"),
                               QStringLiteral("浙江省杭州市西湖区文化路78号5单元399室"),
                               sample::sampleCnNumber(QStringLiteral("33999919850317002"))},
                              random);
}

QImage photographOf(const QImage &document, double turn = 0)
{
    scenes::Shot shot = scenes::goodShot();
    shot.turn = turn;
    return scenes::photograph(document, shot).picture;
}

// Two documents on one sheet, one photograph.
QImage besideEachOther(const QImage &left, const QImage &right)
{
    const int height = std::max(left.height(), right.height()) + 80;
    QImage sheet(left.width() + right.width() + 160, height, QImage::Format_RGB32);
    sheet.fill(QColor(70, 74, 80));
    QPainter painter(&sheet);
    painter.drawImage(40, 40, left);
    painter.drawImage(left.width() + 120, 40, right);
    painter.end();
    scenes::Shot shot = scenes::goodShot();
    shot.size = QSize(4000, 2250);
    shot.share = 0.95;
    return scenes::photograph(sheet, shot).picture;
}

QImage photocopied(const QImage &document)
{
    QImage copy = document.convertToFormat(QImage::Format_Grayscale8);
    for (int y = 0; y < copy.height(); ++y) {
        uchar *line = copy.scanLine(y);
        for (int x = 0; x < copy.width(); ++x)
            line[x] = uchar(std::clamp(int((line[x] - 90) * 1.7), 0, 255));
    }
    return copy.convertToFormat(QImage::Format_RGB32);
}

// A telephone that shows a picture of it: black frame, its own pixels' grid, a bluish light.
QImage onAScreen(const QImage &document)
{
    QImage screen(document.width() + 120, document.height() + 120, QImage::Format_RGB32);
    screen.fill(QColor(8, 8, 10));
    QPainter painter(&screen);
    painter.drawImage(60, 60, document);
    painter.setPen(QColor(10, 10, 30, 70));
    for (int x = 60; x < screen.width() - 60; x += 4)
        painter.drawLine(x, 60, x, screen.height() - 60);
    for (int y = 60; y < screen.height() - 60; y += 4)
        painter.drawLine(60, y, screen.width() - 60, y);
    painter.fillRect(screen.rect(), QColor(40, 60, 120, 30));
    painter.end();
    return screen;
}

// Seen so closely that each point of the screen has its red, green and blue beside each other in the picture.
QImage pointsOfAScreen(QImage picture)
{
    constexpr double pitch = 2.6, lean = 0.05, rest = 0.1;
    for (int y = 0; y < picture.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(picture.scanLine(y));
        const double dim = std::fmod(y, pitch) < 1 ? 0.5 : 1;
        for (int x = 0; x < picture.width(); ++x) {
            const int lit = int(3 * std::fmod((x + lean * y) / pitch, 1));
            const auto shown = [&](int colour, int value) { return int(dim * value * (colour == lit ? 1 : rest)); };
            line[x] = qRgb(shown(0, qRed(line[x])), shown(1, qGreen(line[x])), shown(2, qBlue(line[x])));
        }
    }
    return picture;
}

// A thumb over part of the zone's second line, from `from` to `to` of the document's width.
QImage withThumb(QImage document, double from, double to, double height)
{
    QPainter painter(&document);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(198, 150, 122));
    const double w = document.width();
    const double h = document.height();
    painter.drawRoundedRect(QRectF(from * w, (1 - height) * h, (to - from) * w, height * h * 1.2), 0.04 * w, 0.04 * w);
    return document;
}

/// A coin or a fingertip on a line of the zone.
QImage withSpot(QImage document, int line, double at)
{
    QPainter painter(&document);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(198, 150, 122));
    const double w = document.width(), h = document.height();
    painter.drawEllipse(QPointF(at * w, (line == 0 ? 0.85 : 0.92) * h), 0.05 * w, 0.055 * h);
    return document;
}

// A box of goods, with the stripes of its barcode as large as the picture allows.
QImage boxWithStripes(ZXing::BarcodeFormat format, const std::string &text, QSize size)
{
    const ZXing::BitMatrix stripes =
        ZXing::MultiFormatWriter(format).setMargin(10).encode(text, size.width() / 2, size.height() / 3);
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(QColor(214, 190, 160));
    const QPoint corner((size.width() - stripes.width()) / 2, (size.height() - stripes.height()) / 2);
    for (int y = 0; y < stripes.height(); ++y) {
        for (int x = 0; x < stripes.width(); ++x)
            picture.setPixel(corner + QPoint(x, y), stripes.get(x, y) ? qRgb(20, 20, 20) : qRgb(245, 245, 245));
    }
    return picture;
}

// The back of a licence whose stock number stands in stripes close under the symbol.
QImage backWithStripes(const scenes::Licence &licence, double millimetresApart)
{
    constexpr double perMm = 24;
    const auto mm = [](double value) { return int(value * perMm); };
    QImage card(mm(85.6), mm(54), QImage::Format_RGB32);
    card.fill(QColor(226, 226, 218));
    QPainter painter(&card);
    const QRect symbol(mm(7), mm(20), mm(72), mm(14));
    painter.drawImage(symbol, scenes::pdf417(licence.payload));
    const ZXing::BitMatrix stripes = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::Code128).encode("1234567890ABC", 0, 1);
    const QRect under(symbol.left(), symbol.bottom() + mm(millimetresApart), mm(38), mm(4.5));
    for (int x = 0; x < stripes.width(); ++x) {
        const int from = under.width() * x / stripes.width(), to = under.width() * (x + 1) / stripes.width();
        if (stripes.get(x, 0))
            painter.fillRect(under.left() + from, under.top(), to - from, under.height(), QColor(20, 20, 20));
    }
    QFont small(QStringLiteral("Noto Sans"));
    small.setPixelSize(mm(1.8));
    painter.setFont(small);
    painter.drawText(QPoint(mm(48), under.top() + mm(2)), QStringLiteral("CLASS C  END NONE  RSTR NONE"));
    painter.fillRect(0, 0, card.width(), mm(6), QColor(35, 35, 35));
    return card;
}

// The back of a licence with a short payload in a symbol as large as the card allows: its modules are large, and the print
// beside them is as dense as they are.
QImage backWithLargeModules()
{
    const QByteArray payload = "@\n\x1e\rANSI 636999080001DL00310120DLDAQX0000001\nDCSMOTORIST\nDACUTOPIA\nDBB02291988\n"
                               "DBA02282029\nDBD07042021\nDBC2\nDAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJXX\nDAK000010000\nDCGUSA\r";
    constexpr double perMm = 24;
    const auto mm = [](double value) { return int(value * perMm); };
    QImage card(mm(85.6), mm(54), QImage::Format_RGB32);
    card.fill(QColor(226, 226, 218));
    QPainter painter(&card);
    painter.drawImage(QRect(mm(20), mm(8), mm(62), mm(31)), scenes::pdf417(payload));
    QFont print(QStringLiteral("Noto Sans"));
    print.setPixelSize(mm(2.4));
    painter.setFont(print);
    for (int line = 0; line < 3; ++line)
        painter.drawText(QPoint(mm(20), mm(43 + 3.4 * line)),
                         QStringLiteral("CLASS D: Any single vehicle under 26,001 lbs GVWR"));
    const ZXing::BitMatrix stripes = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::Code128).encode("1234567890ABC", 0, 1);
    for (int y = 0; y < stripes.width(); ++y) {
        if (stripes.get(y, 0))
            painter.fillRect(mm(8), mm(8) + y * mm(31) / stripes.width(), mm(6), mm(31) / stripes.width() + 1, Qt::black);
    }
    return card;
}

// A lamp's reflection over some characters of one of the zone's lines, burnt out in its middle.
QImage withGlare(QImage document, int line, double from, double to)
{
    const double w = document.width(), h = document.height();
    const QPointF middle((from + to) / 2 * w, (line == 0 ? 0.85 : 0.92) * h);
    QRadialGradient light(middle, (to - from) / 2 * w);
    light.setColorAt(0, Qt::white);
    light.setColorAt(0.8, Qt::white);
    light.setColorAt(1, Qt::transparent);
    QPainter painter(&document);
    painter.setPen(Qt::NoPen);
    painter.setBrush(light);
    painter.drawEllipse(middle, (to - from) / 2 * w, 0.05 * h);
    return document;
}

bool hasAll(const ScanResult &result, const QList<Field> &fields)
{
    return std::all_of(fields.cbegin(), fields.cend(),
                       [&result](const Field &field) { return result.value(field.name) == field.value; });
}
} // namespace

class TestOddScenes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoLicencesAreNeverMixed();
    void passportBesideALicenceIsOneOfThem();
    void stripesCloseUnderTheSymbolAreLeftOut_data();
    void stripesCloseUnderTheSymbolAreLeftOut();
    void symbolOfLargeModulesIsFound_data();
    void symbolOfLargeModulesIsFound();
    void twoPassportsAreNeverMixed();
    void documentsOfTwoPeopleAreRefused_data();
    void documentsOfTwoPeopleAreRefused();
    void picturesWithoutRoomForADocumentAreNone_data();
    void picturesWithoutRoomForADocumentAreNone();
    void stripesOfAnySizeAreABarcode_data();
    void stripesOfAnySizeAreABarcode();
    void oldFrenchCardIsItself_data();
    void oldFrenchCardIsItself();
    void copyAndScreenReadLikeTheDocument_data();
    void copyAndScreenReadLikeTheDocument();
    void pointsOfAScreenAreNotTakenForBars();
    void coveredZoneIsNotAccepted_data();
    void coveredZoneIsNotAccepted();
    void missingCharacterIsNotWorkedOut_data();
    void missingCharacterIsNotWorkedOut();
    void characterBeyondTheEdgeIsNotWorkedOut();
    void nameUnderGlareIsNeverSureAndWrong_data();
    void nameUnderGlareIsNeverSureAndWrong();
    void coveredSymbolIsReadWholeOrNotAtAll_data();
    void coveredSymbolIsReadWholeOrNotAtAll();
};

void TestOddScenes::twoLicencesAreNeverMixed()
{
    const scenes::Licence first = licence(41);
    const scenes::Licence second = licence(42);
    const ScanResult result = Scanner().scanImage(besideEachOther(backOf(first, 1), backOf(second, 2)), today).result;
    QCOMPARE(result.kind, Kind::Aamva);
    QVERIFY(result.valid);
    QVERIFY(hasAll(result, first.fields) != hasAll(result, second.fields));
}

void TestOddScenes::passportBesideALicenceIsOneOfThem()
{
    const scenes::Licence other = licence(43);
    const ScanResult result = Scanner().scanImage(besideEachOther(passport(), backOf(other, 3)), today).result;
    QVERIFY(result.kind == Kind::Aamva || result.kind == Kind::MrzTd3);
    QVERIFY(result.kind == Kind::Aamva ? hasAll(result, other.fields) : result.raw == passportLines());
}

void TestOddScenes::documentsOfTwoPeopleAreRefused_data()
{
    QTest::addColumn<QImage>("picture");
    QTest::addColumn<bool>("refused");
    std::mt19937 random(7);
    const QImage other = sample::drawMrzDocument(otherPassportLines(), random);
    const scenes::Licence first = licence(41), second = licence(42);
    QTest::newRow("two passports") << besideEachOther(passport(), other) << true;
    QTest::newRow("two licences") << besideEachOther(backOf(first, 1), backOf(second, 2)) << true;
    QTest::newRow("passport and licence") << besideEachOther(passport(), backOf(first, 3)) << true;
    QTest::newRow("resident card and passport") << besideEachOther(residentCard(), passport()) << true;
    QTest::newRow("the same passport twice") << besideEachOther(passport(), passport()) << false;
    QTest::newRow("one licence") << photographOf(backOf(first, 1)) << false;
    QTest::newRow("one passport") << photographOf(passport()) << false;
}

void TestOddScenes::documentsOfTwoPeopleAreRefused()
{
    QFETCH(QImage, picture);
    QFETCH(bool, refused);
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("two.png"));
    QVERIFY(picture.save(file));
    const auto result = Scanner().scanFile(file, today);
    QCOMPARE(!result, refused);
    if (refused)
        QVERIFY2(result.error().detail.contains(u"two people"), qPrintable(result.error().detail));
    else
        QVERIFY(result->valid);
}

void TestOddScenes::picturesWithoutRoomForADocumentAreNone_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("one pixel") << QSize(1, 1);
    QTest::newRow("one row") << QSize(8000, 1);
    QTest::newRow("one column") << QSize(1, 8000);
    QTest::newRow("a strip") << QSize(3000, 20);
    QTest::newRow("a wider strip") << QSize(9000, 33);
    QTest::newRow("an icon") << QSize(32, 32);
    QTest::newRow("reduced to a row of no height") << QSize(20000, 40);
    QTest::newRow("the longest row") << QSize(30000, 33);
    QTest::newRow("the longest column") << QSize(33, 30000);
}

// The engines would throw, and the log would warn of each of them.
void TestOddScenes::picturesWithoutRoomForADocumentAreNone()
{
    QFETCH(QSize, size);
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(Qt::lightGray);
    for (const Effort effort : {Effort::Live, Effort::Still})
        QCOMPARE(Scanner().scanImage(picture, today, effort).result.kind, Kind::None);
}

void TestOddScenes::stripesOfAnySizeAreABarcode_data()
{
    QTest::addColumn<ZXing::BarcodeFormat>("format");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QSize>("size");
    for (const QSize size : {QSize(640, 480), QSize(1280, 720), QSize(1920, 1080), QSize(2592, 1944), QSize(4000, 3000)}) {
        QTest::addRow("EAN-13, %d wide", size.width()) << ZXing::BarcodeFormat::EAN13 << "5901234123457" << size;
        QTest::addRow("Code 128, %d wide", size.width()) << ZXing::BarcodeFormat::Code128 << "GOODS-0815" << size;
        QTest::addRow("Code 39, %d wide", size.width()) << ZXing::BarcodeFormat::Code39 << "GOODS0815" << size;
    }
    const QSize usual(1920, 1080);
    QTest::newRow("EAN-8") << ZXing::BarcodeFormat::EAN8 << "96385074" << usual;
    QTest::newRow("UPC-E") << ZXing::BarcodeFormat::UPCE << "01234565" << usual;
    QTest::newRow("Code 93") << ZXing::BarcodeFormat::Code93 << "GOODS0815" << usual;
    QTest::newRow("Codabar") << ZXing::BarcodeFormat::Codabar << "0815221" << usual;
    QTest::newRow("interleaved 2 of 5") << ZXing::BarcodeFormat::ITF << "08152210815224" << usual;
}

// ZXing-C++ has found such a symbol at more than one size of the picture, and ended the program over it.
void TestOddScenes::stripesOfAnySizeAreABarcode()
{
    QFETCH(ZXing::BarcodeFormat, format);
    QFETCH(QString, text);
    QFETCH(QSize, size);
    const QImage picture = boxWithStripes(format, text.toStdString(), size);
    const ScanResult result = Scanner().scanImage(picture, today).result;
    QCOMPARE(result.kind, Kind::Barcode);
    QCOMPARE(result.raw, QStringList{text});
    QCOMPARE(Scanner().scanImage(picture, today, Effort::Live).result.kind, Kind::None);
}

void TestOddScenes::stripesCloseUnderTheSymbolAreLeftOut_data()
{
    QTest::addColumn<double>("apart");
    QTest::addColumn<double>("turn");
    for (const double apart : {1.0, 2.0}) {
        for (const double turn : {0.0, 6.0, 13.0})
            QTest::addRow("%.1f mm, turned by %.0f", apart, turn) << apart << turn;
    }
}

void TestOddScenes::stripesCloseUnderTheSymbolAreLeftOut()
{
    QFETCH(double, apart);
    QFETCH(double, turn);
    const scenes::Licence one = licence(44);
    scenes::Shot shot = scenes::goodShot();
    shot.turn = turn;
    shot.size = QSize(3264, 2448);
    const ScanResult result = Scanner().scanImage(scenes::photograph(backWithStripes(one, apart), shot).picture, today).result;
    QCOMPARE(result.kind, Kind::Aamva);
    QVERIFY(hasAll(result, one.fields));
}

void TestOddScenes::symbolOfLargeModulesIsFound_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("live");
    QTest::newRow("1920 x 1080") << QSize(1920, 1080) << true;
    QTest::newRow("1920 x 1440") << QSize(1920, 1440) << true;
    QTest::newRow("12 megapixels") << QSize(4032, 3024) << false;
}

void TestOddScenes::symbolOfLargeModulesIsFound()
{
    QFETCH(QSize, size);
    QFETCH(bool, live);
    scenes::Shot shot = scenes::goodShot();
    shot.size = size;
    shot.turn = -7;
    const QImage picture = scenes::photograph(backWithLargeModules(), shot).picture;
    QCOMPARE(Scanner().scanImage(picture, today).result.value(u"documentNumber"), QStringLiteral("X0000001"));
    // Of the frames of a camera every fourth looks for it.
    Scanner scanner;
    bool seen = false;
    for (int frame = 0; frame < 4 && live && !seen; ++frame)
        seen = scanner.scanImage(picture, today, Effort::Live).result.kind == Kind::Aamva;
    QCOMPARE(seen, live);
}

void TestOddScenes::twoPassportsAreNeverMixed()
{
    const QStringList lines = otherPassportLines();
    std::mt19937 random(7);
    const ScanResult result =
        Scanner().scanImage(besideEachOther(passport(), sample::drawMrzDocument(lines, random)), today).result;
    QVERIFY(result.valid);
    QVERIFY(result.raw == passportLines() || result.raw == lines);
}

void TestOddScenes::oldFrenchCardIsItself_data()
{
    QTest::addColumn<double>("turn");
    QTest::newRow("straight") << 0.0;
    QTest::newRow("turned by 12 degrees") << 12.0;
    QTest::newRow("upside down") << 180.0;
}

// Cards of before 2021: 36 characters as a TD2, but nothing stands where it stands there.
void TestOddScenes::oldFrenchCardIsItself()
{
    QFETCH(double, turn);
    const QString number = QStringLiteral("880692310285"), birth = QStringLiteral("650108");
    const QString first = sample::filled(QStringLiteral("IDFRABERTHIER"), 30) + QStringLiteral("923058");
    const QString head = number + sample::sampleCheckDigit(number) + sample::filled(QStringLiteral("CORINNE"), 14) + birth +
                         sample::sampleCheckDigit(birth) + u'F';
    const QStringList lines{first, head + sample::sampleCheckDigit(first + head)};
    std::mt19937 random(8);
    scenes::Shot shot = scenes::goodShot();
    shot.turn = turn;
    const QImage picture = scenes::photograph(sample::drawMrzDocument(lines, random), shot).picture;
    const ScanResult result = Scanner().scanImage(picture, today).result;
    QCOMPARE(result.raw, lines);
    QCOMPARE(result.kind, Kind::None); // the scan object has no name for it
    QVERIFY(result.valid);
    QVERIFY(result.checks.contains({QStringLiteral("frenchNationalId"), true}));
    QCOMPARE(result.value(u"surname"), QStringLiteral("BERTHIER"));
    QCOMPARE(result.value(u"givenNames"), QStringLiteral("CORINNE"));
    QCOMPARE(result.value(u"documentNumber"), number);
    QCOMPARE(result.value(u"birthDate"), QStringLiteral("1965-01-08"));
}

void TestOddScenes::copyAndScreenReadLikeTheDocument_data()
{
    QTest::addColumn<QImage>("document");
    QTest::addColumn<bool>("isPassport");
    QTest::addColumn<int>("turn");
    for (const int turn : {0, 90, 180, 270}) {
        const auto row = [turn](const char *what) -> QTestData & {
            return QTest::newRow(qPrintable(QStringLiteral("%1, turned by %2").arg(QLatin1String(what)).arg(turn)));
        };
        row("passport, photocopied") << photocopied(passport()) << true << turn;
        row("passport, on a screen") << onAScreen(passport()) << true << turn;
        row("licence, photocopied") << photocopied(backOf(licence(44), 4)) << false << turn;
        row("licence, on a screen") << onAScreen(backOf(licence(44), 4)) << false << turn;
    }
}

void TestOddScenes::copyAndScreenReadLikeTheDocument()
{
    QFETCH(QImage, document);
    QFETCH(bool, isPassport);
    QFETCH(int, turn);
    const ScanResult result = Scanner().scanImage(photographOf(document, turn), today).result;
    QVERIFY(result.valid);
    if (isPassport)
        QCOMPARE(result.raw, passportLines());
    else
        QVERIFY(hasAll(result, licence(44).fields));
}

void TestOddScenes::pointsOfAScreenAreNotTakenForBars()
{
    scenes::Shot shot = scenes::goodShot();
    shot.size = QSize(2592, 1944);
    shot.share = 0.93;
    shot.turn = 2.5;
    const QImage shown = scenes::photograph(backOf(licence(44), 4), shot).picture.convertToFormat(QImage::Format_RGB32);
    const ScanResult result = Scanner().scanImage(pointsOfAScreen(shown), today).result;
    QVERIFY(result.valid);
    QVERIFY(hasAll(result, licence(44).fields));
}

void TestOddScenes::coveredZoneIsNotAccepted_data()
{
    QTest::addColumn<QImage>("document");
    QTest::addColumn<int>("turn");
    for (const int turn : {0, 90, 180, 270}) {
        const auto row = [turn](const char *what) -> QTestData & {
            return QTest::newRow(qPrintable(QStringLiteral("%1, turned by %2").arg(QLatin1String(what)).arg(turn)));
        };
        row("thumb on the number") << withThumb(passport(), 0.04, 0.2, 0.14) << turn;
        row("thumb on the dates") << withThumb(passport(), 0.3, 0.6, 0.14) << turn;
        row("thumb on the last characters") << withThumb(passport(), 0.85, 1.0, 0.14) << turn;
        row("thumb on both lines at the left") << withThumb(passport(), 0.0, 0.2, 0.25) << turn;
        row("glare on five characters of the number") << withGlare(passport(), 1, 0.05, 0.16) << turn;
        row("glare on the dates") << withGlare(passport(), 1, 0.32, 0.6) << turn;
    }
    for (const double at : {0.08, 0.15, 0.2, 0.3, 0.4, 0.5, 0.57, 0.92})
        QTest::addRow("spot at %d %%", int(100 * at)) << withSpot(passport(), 1, at) << 0;
}

void TestOddScenes::coveredZoneIsNotAccepted()
{
    QFETCH(QImage, document);
    QFETCH(int, turn);
    const ScanResult result = Scanner().scanImage(photographOf(document, turn), today).result;
    QVERIFY2(!result.valid, qPrintable(result.raw.join(u'\n')));
    const ScanResult whole = Scanner().scanImage(photographOf(passport()), today).result;
    QVERIFY(whole.valid);
    for (const Field &field : result.fields) {
        if (field.trust == Trust::Checked)
            QCOMPARE(field.value, whole.value(field.name));
    }
}

void TestOddScenes::missingCharacterIsNotWorkedOut_data()
{
    QTest::addColumn<int>("at");
    for (const int at : {0, 3, 8, 9, 13, 18, 19, 21, 26, 27, 43})
        QTest::addRow("character %d", at) << at;
}

// Its check digit would tell it, or another one that fits as well.
void TestOddScenes::missingCharacterIsNotWorkedOut()
{
    QFETCH(int, at);
    QStringList lines = passportLines();
    lines[1][at] = u' ';
    std::mt19937 random(6);
    const ScanResult result = Scanner().scanImage(photographOf(sample::drawMrzDocument(lines, random)), today).result;
    QVERIFY2(!result.valid, qPrintable(result.raw.join(u'\n')));
}

// The page ends at the picture's edge before the zone does.
void TestOddScenes::characterBeyondTheEdgeIsNotWorkedOut()
{
    const QImage picture = photographOf(passport());
    const auto whole = Scanner().scanImage(picture, today);
    QVERIFY(whole.result.valid);
    const QRectF zone = whole.part.boundingRect();
    const double pitch = zone.width() / 44;
    for (const int lost : {2, 4, 8}) {
        const QImage cut = picture.copy(0, 0, int(zone.right() - lost * pitch), picture.height());
        const ScanResult result = Scanner().scanImage(cut, today).result;
        QVERIFY2(!result.valid, qPrintable(result.raw.join(u'\n')));
    }
}

void TestOddScenes::nameUnderGlareIsNeverSureAndWrong_data()
{
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::newRow("the surname's first letters") << 0.12 << 0.2;
    QTest::newRow("the surname's last letters") << 0.2 << 0.3;
    QTest::newRow("the given names") << 0.3 << 0.5;
    QTest::newRow("one letter") << 0.23 << 0.26;
}

void TestOddScenes::nameUnderGlareIsNeverSureAndWrong()
{
    QFETCH(double, from);
    QFETCH(double, to);
    const ScanResult whole = Scanner().scanImage(photographOf(passport()), today).result;
    QVERIFY(whole.valid);
    for (const int turn : {0, 90, 180, 270}) {
        const ScanResult result = Scanner().scanImage(photographOf(withGlare(passport(), 0, from, to), turn), today).result;
        for (const Field &field : result.fields) {
            if (field.trust != Trust::Unsure)
                QCOMPARE(field.value, whole.value(field.name));
        }
    }
}

void TestOddScenes::coveredSymbolIsReadWholeOrNotAtAll_data()
{
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::newRow("a corner") << 0.9 << 1.0;
    QTest::newRow("a fifth") << 0.4 << 0.6;
    QTest::newRow("half") << 0.2 << 0.7;
}

void TestOddScenes::coveredSymbolIsReadWholeOrNotAtAll()
{
    QFETCH(double, from);
    QFETCH(double, to);
    const ScanResult result = Scanner().scanImage(photographOf(withThumb(backOf(licence(45), 5), from, to, 0.4)), today).result;
    QVERIFY(result.kind == Kind::None || (result.kind == Kind::Aamva && hasAll(result, licence(45).fields)));
}

GATEHOUSE_TEST(QGuiApplication, TestOddScenes);
#include "tst_oddscenes.moc"
