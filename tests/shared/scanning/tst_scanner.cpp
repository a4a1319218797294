// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeclock.h"
#include "licencecard.h"
#include "photograph.h"
#include "scanresults.h"
#include "testprogram.h"

#include "parsing/aamva.h"
#include "vision/livescanner.h"

#include <QBuffer>
#include <QFile>
#include <QImageWriter>
#include <QPainter>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>
#include <opencv2/imgcodecs.hpp>

using namespace gatehouse::scanning;
using namespace gatehouse::scenes;
using namespace gatehouse::test;
using gatehouse::ErrorCode;

namespace
{
Licence someLicence()
{
    QRandomGenerator random(11);
    return randomLicence(random);
}

QImage cardBack()
{
    QRandomGenerator random(12);
    return licenceBack(someLicence().payload, random);
}

QImage takeShot(const Shot &shot)
{
    return photograph(cardBack(), shot).picture;
}

QImage qrCode(const QByteArray &payload)
{
    const ZXing::BitMatrix matrix =
        ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode).setMargin(0).encode(payload.toStdString(), 0, 0);
    QImage image(matrix.width(), matrix.height(), QImage::Format_RGB32);
    for (int y = 0; y < matrix.height(); ++y) {
        for (int x = 0; x < matrix.width(); ++x)
            image.setPixel(x, y, matrix.get(x, y) ? qRgb(0, 0, 0) : qRgb(255, 255, 255));
    }
    return image;
}

// A telephone that lies on its side and shows the symbol: black on a white page, or the other way around in its dark mode.
QImage onTelephone(QImage symbol, bool darkMode)
{
    QImage telephone(1500, 700, QImage::Format_RGB32);
    telephone.fill(QColor(24, 24, 26));
    const QRect screen(60, 25, 1380, 650);
    QPainter painter(&telephone);
    painter.fillRect(screen, darkMode ? QColor(12, 12, 12) : QColor(245, 245, 245));
    if (darkMode)
        symbol.invertPixels();
    symbol = symbol.scaled(QSize(1300, 570), Qt::KeepAspectRatio, Qt::SmoothTransformation);
    painter.drawImage(screen.center() - symbol.rect().center(), symbol);
    return telephone;
}

std::unique_ptr<Scanner> barcodesOnly()
{
    return std::make_unique<Scanner>(DocumentReaders());
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray jpegOf(const QImage &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "JPG", 90);
    return bytes;
}
} // namespace

class TestScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void licenceIsReadHoweverItLies_data();
    void licenceIsReadHoweverItLies();
    void licenceIsReadInLittleLight();
    void symbolOnAScreenIsRead_data();
    void symbolOnAScreenIsRead();
    void licencePrintedLightOnDarkIsRead();
    void licenceIsReadWhereAShadowFallsAcross_data();
    void licenceIsReadWhereAShadowFallsAcross();
    void sampleOfTheDemoIsRead();
    void damagedFilesAreErrors_data();
    void damagedFilesAreErrors();
    void formatsOfFiles_data();
    void formatsOfFiles();
    void hugePictureIsRefusedBeforeItIsDecoded();
    void truncatedPictureIsAnError();
    void engineThatGivesUpOnAFileIsAnError();
    void nullPictureIsNothing();
    void emptySceneIsNothing();
    void liveScannerDecidesAtOnceOnASymbol();
    void liveScannerAsksForTheDocument();
    void liveScannerFindsTheNextDocumentAfterRestart();
    void liveScannerJudgesByTheClock();
    void stoppedLiveScannerStaysSilent();

private:
    const FakeClock m_clock;
};

void TestScanner::licenceIsReadHoweverItLies_data()
{
    QTest::addColumn<double>("turn");
    QTest::addColumn<double>("tilt");
    QTest::newRow("straight") << 0.0 << 0.0;
    QTest::newRow("turned by 14 degrees") << 14.0 << 5.0;
    QTest::newRow("turned by 30 degrees") << 30.0 << 0.0;
    QTest::newRow("turned by 45 degrees") << 45.0 << 0.0;
    QTest::newRow("turned by 90 degrees") << 90.0 << 0.0;
    QTest::newRow("upside down") << 180.0 << 0.0;
    QTest::newRow("turned by 270 degrees") << 270.0 << 0.0;
    QTest::newRow("tilted by 20 degrees") << 3.0 << 20.0;
}

void TestScanner::licenceIsReadHoweverItLies()
{
    QFETCH(double, turn);
    QFETCH(double, tilt);
    Shot shot = goodShot();
    shot.turn = turn;
    shot.tilt = tilt;
    const Licence licence = someLicence();
    const FrameResult found = barcodesOnly()->scanImage(takeShot(shot), today);
    QCOMPARE(found.result.kind, Kind::Aamva);
    QVERIFY(found.result.valid);
    QVERIFY(found.conclusive);
    QCOMPARE(found.outline.size(), 4);
    for (const Field &field : licence.fields)
        QCOMPARE(found.result.value(field.name), field.value);
}

// The symbol's edges are found by how much they differ, of which little light leaves little.
void TestScanner::licenceIsReadInLittleLight()
{
    const Licence licence = someLicence();
    for (const double light : {0.3, 0.16}) {
        Shot shot = goodShot();
        shot.turn = 8;
        shot.light = light;
        const FrameResult found = barcodesOnly()->scanImage(takeShot(shot), today);
        QVERIFY2(found.result.kind == Kind::Aamva, qPrintable(QString::number(light)));
        for (const Field &field : licence.fields)
            QCOMPARE(found.result.value(field.name), field.value);
    }
}

void TestScanner::symbolOnAScreenIsRead_data()
{
    QTest::addColumn<bool>("square");
    QTest::addColumn<bool>("darkMode");
    QTest::addColumn<double>("turn");
    for (const bool darkMode : {false, true}) {
        const char *mode = darkMode ? "dark" : "light";
        for (const double turn : {0.0, 12.0, 94.0}) {
            QTest::addRow("licence, %s, turned by %.0f", mode, turn) << false << darkMode << turn;
            QTest::addRow("QR code, %s, turned by %.0f", mode, turn) << true << darkMode << turn;
        }
    }
}

// ZXing-C++ 1.4 reads no symbol that is light on dark: a still picture is searched for one when nothing else was found, and
// some of a camera's frames are.
void TestScanner::symbolOnAScreenIsRead()
{
    QFETCH(bool, square);
    QFETCH(bool, darkMode);
    QFETCH(double, turn);
    const QByteArray payload = QByteArrayLiteral("gatehouse invites you 0123456789 abcdefghijklmnopqrstuvwxyz");
    Shot shot = goodShot();
    shot.turn = turn;
    const QImage picture =
        photograph(onTelephone(square ? qrCode(payload) : pdf417(someLicence().payload), darkMode), shot).picture;
    const Kind wanted = square ? Kind::Barcode : Kind::Aamva;
    QCOMPARE(barcodesOnly()->scanImage(picture, today).result.kind, wanted);
    const auto live = barcodesOnly();
    Kind seen = Kind::None;
    int frames = 0;
    for (; seen == Kind::None && frames < 4; ++frames)
        seen = live->scanImage(picture, today, Effort::Live).result.kind;
    QCOMPARE(seen, wanted);
    const ScanResult again = live->scanImage(picture, today, Effort::Live).result; // the next frame confirms it
    QCOMPARE(again.kind, wanted);
    if (square)
        QCOMPARE(again.raw, QStringList{QString::fromLatin1(payload)});
}

// A dark frame of few modules, and light paper around.
void TestScanner::licencePrintedLightOnDarkIsRead()
{
    QImage card(1712, 1080, QImage::Format_RGB32);
    card.fill(QColor(235, 235, 235));
    QImage symbol = pdf417(someLicence().payload);
    symbol.invertPixels();
    symbol = symbol.scaled(1480, 400);
    QPainter painter(&card);
    painter.fillRect(QRect(104, 88, 1504, 424), QColor(20, 20, 20));
    painter.drawImage(116, 100, symbol);
    painter.end();
    const ScanResult result = barcodesOnly()->scanImage(photograph(card, goodShot()).picture, today).result;
    QCOMPARE(result.kind, Kind::Aamva);
    QVERIFY(result.valid);
}

void TestScanner::licenceIsReadWhereAShadowFallsAcross_data()
{
    QTest::addColumn<quint32>("seed"); // where the shadow's edge lies
    QTest::addColumn<double>("turn");
    for (const quint32 seed : {1U, 2U, 3U, 4U})
        QTest::addRow("shadow %u", seed) << seed << 20.0 - 10.0 * seed;
    QTest::newRow("shadow on a card on its side") << 5U << 94.0;
}

void TestScanner::licenceIsReadWhereAShadowFallsAcross()
{
    QFETCH(quint32, seed);
    QFETCH(double, turn);
    Shot shot = goodShot();
    shot.turn = turn;
    shot.light = 0.57;
    shot.shadow = true;
    shot.seed = seed;
    const ScanResult result = barcodesOnly()->scanImage(takeShot(shot), today).result;
    QCOMPARE(result.kind, Kind::Aamva);
    QVERIFY(result.valid);
}

void TestScanner::sampleOfTheDemoIsRead()
{
    const auto result = Scanner().scanFile(QStringLiteral(GATEHOUSE_SOURCE_DIR "/resources/samples/licence-back.jpg"), today);
    QVERIFY(result);
    QVERIFY(result->valid);
    QCOMPARE(result->value(u"surname"), QStringLiteral("MOTORIST"));
}

void TestScanner::damagedFilesAreErrors_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("zero bytes") << QByteArray();
    QTest::newRow("text") << QByteArrayLiteral("this is no picture");
    QTest::newRow("PNG signature only") << QByteArrayLiteral("\x89PNG\r\n\x1a\n");
    QTest::newRow("JPEG start only") << QByteArrayLiteral("\xff\xd8\xff\xe0");
    QTest::newRow("GIF header only") << QByteArrayLiteral("GIF89a");
}

void TestScanner::damagedFilesAreErrors()
{
    QFETCH(QByteArray, bytes);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("picture"));
    write(path, bytes);
    const auto result = barcodesOnly()->scanFile(path, today);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Invalid);
    QVERIFY(!result.error().detail.isEmpty());
    QCOMPARE(barcodesOnly()->scanFile(folder.filePath(QStringLiteral("absent")), today).error().code, ErrorCode::NotFound);
}

void TestScanner::formatsOfFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("turn"); // of EXIF
    QTest::addColumn<QImage::Format>("format");
    QTest::newRow("jpeg") << "a.jpg" << 0 << QImage::Format_RGB32;
    QTest::newRow("jpeg, turned by EXIF") << "b.jpg" << 6 << QImage::Format_RGB32;
    QTest::newRow("png, 16 bits a channel") << "c.png" << 0 << QImage::Format_RGBX64;
    QTest::newRow("png, grey") << "d.png" << 0 << QImage::Format_Grayscale8;
    QTest::newRow("png, 16 bits grey") << "e.png" << 0 << QImage::Format_Grayscale16;
    QTest::newRow("bmp") << "f.bmp" << 0 << QImage::Format_RGB32;
    QTest::newRow("wrong suffix") << "g.txt" << 0 << QImage::Format_RGB32;
}

void TestScanner::formatsOfFiles()
{
    QFETCH(QString, name);
    QFETCH(int, turn);
    QFETCH(QImage::Format, format);
    QTemporaryDir folder;
    const QString path = folder.filePath(name);
    QImageWriter writer(path, name.endsWith(QLatin1String("txt")) ? QByteArrayLiteral("png") : QByteArray());
    if (turn == 6)
        writer.setTransformation(QImageIOHandler::TransformationRotate90);
    QVERIFY(writer.write(takeShot(goodShot()).convertToFormat(format)));
    const auto result = barcodesOnly()->scanFile(path, today);
    QVERIFY(result);
    QCOMPARE(result->kind, Kind::Aamva);
    QVERIFY(result->valid);
}

void TestScanner::hugePictureIsRefusedBeforeItIsDecoded()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("huge.png"));
    QVERIFY(cv::imwrite(path.toStdString(), cv::Mat::zeros(20000, 20000, CV_8UC1)));
    const auto result = barcodesOnly()->scanFile(path, today);
    QVERIFY(!result);
    QVERIFY(result.error().detail.contains(QLatin1String("too large")));
}

void TestScanner::truncatedPictureIsAnError()
{
    QTemporaryDir folder;
    const QByteArray whole = jpegOf(takeShot(goodShot()));
    const QString path = folder.filePath(QStringLiteral("cut.jpg"));
    write(path, whole.left(whole.size() / 4));
    const auto result = barcodesOnly()->scanFile(path, today);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Invalid);
    // The last bytes alone may be missing: what was asked for is still there.
    write(path, whole.chopped(40));
    QCOMPARE(barcodesOnly()->scanFile(path, today)->kind, Kind::Aamva);
}

// As an engine does on a picture that it was not made for.
void TestScanner::engineThatGivesUpOnAFileIsAnError()
{
    class GivingUp final : public DocumentReader
    {
    public:
        std::optional<Reading> read(const Frame &) override { CV_Error(cv::Error::StsAssert, "no pixels"); }
    };
    DocumentReaders readers;
    readers.push_back(std::make_unique<GivingUp>());
    Scanner scanner(std::move(readers));
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("paper.png"));
    QImage paper(640, 480, QImage::Format_RGB32);
    paper.fill(Qt::lightGray);
    QVERIFY(paper.save(file));
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); // one sentence to who asked, no text of an engine
    const auto result = scanner.scanFile(file, today);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Internal);
    QVERIFY(!result.error().detail.contains(QLatin1String("OpenCV")));
}

void TestScanner::nullPictureIsNothing()
{
    QCOMPARE(barcodesOnly()->scanImage(QImage(), today).result.kind, Kind::None);
    QCOMPARE(barcodesOnly()->scanImage(QImage(1, 1, QImage::Format_RGB32), today).result.kind, Kind::None);
    QCOMPARE(barcodesOnly()->scanImage(QImage(3000, 1, QImage::Format_RGB32), today).result.kind, Kind::None);
}

void TestScanner::emptySceneIsNothing()
{
    for (quint32 seed = 0; seed < 12; ++seed) {
        const FrameResult found = barcodesOnly()->scanImage(emptyScene(QSize(1280, 720), seed), today);
        QVERIFY2(found.result.kind == Kind::None, qPrintable(QString::number(seed)));
    }
}

void TestScanner::liveScannerDecidesAtOnceOnASymbol()
{
    LiveScanner live(m_clock, barcodesOnly);
    QSignalSpy decided(&live, &LiveScanner::decided);
    QSignalSpy guided(&live, &LiveScanner::guidanceChanged);
    live.submit(takeShot(goodShot()));
    QTRY_COMPARE(decided.size(), 1);
    const auto result = decided.constFirst().constFirst().value<LiveResult>();
    QVERIFY(result.result.valid);
    QCOMPARE(result.frames, 1);
    QCOMPARE(result.picture.size(), QSize(1920, 1080));
    QCOMPARE(live.guidance(), Guidance::Done);
    live.submit(takeShot(goodShot())); // it rests
    QVERIFY(!decided.wait(300));
}

void TestScanner::liveScannerAsksForTheDocument()
{
    LiveScanner live(m_clock, barcodesOnly);
    QImage dark(1280, 720, QImage::Format_RGB32);
    dark.fill(QColor(9, 9, 9));
    QTRY_VERIFY((live.submit(dark.copy()), live.guidance() == Guidance::TooDark));
    QImage desk(1280, 720, QImage::Format_RGB32);
    desk.fill(QColor(120, 120, 120));
    QTRY_VERIFY((live.submit(desk.copy()), live.guidance() == Guidance::ShowDocument));
    Shot far = goodShot();
    far.share = 0.15;
    const QImage small = takeShot(far);
    QTRY_VERIFY((live.submit(small.copy()), live.guidance() == Guidance::Closer));
}

void TestScanner::liveScannerFindsTheNextDocumentAfterRestart()
{
    LiveScanner live(m_clock, barcodesOnly);
    QSignalSpy decided(&live, &LiveScanner::decided);
    const QImage picture = takeShot(goodShot());
    live.submit(picture);
    QTRY_COMPARE(decided.size(), 1);
    live.restart();
    QCOMPARE(live.guidance(), Guidance::ShowDocument);
    live.submit(picture);
    QTRY_COMPARE(decided.size(), 2);
}

void TestScanner::liveScannerJudgesByTheClock()
{
    const QDate issued = QDate::fromString(parseAamva(someLicence().payload, today).value(u"issueDate"), Qt::ISODate);
    FakeClock running(QDateTime(issued.addDays(-2), QTime(23, 59)).toUTC());
    LiveScanner live(running, barcodesOnly);
    QSignalSpy decided(&live, &LiveScanner::decided);
    const QImage picture = takeShot(goodShot());
    const auto isValid = [&decided](int at) { return decided.at(at).constFirst().value<LiveResult>().result.valid; };
    live.submit(picture);
    QTRY_COMPARE(decided.size(), 1);
    QVERIFY(!isValid(0));                     // issued later than tomorrow
    running.advance(std::chrono::minutes(2)); // over midnight
    live.restart();
    live.submit(picture);
    QTRY_COMPARE(decided.size(), 2);
    QVERIFY(isValid(1));
}

void TestScanner::stoppedLiveScannerStaysSilent()
{
    LiveScanner live(m_clock, barcodesOnly);
    QSignalSpy decided(&live, &LiveScanner::decided);
    live.submit(takeShot(goodShot()));
    live.stop();
    QVERIFY(!decided.wait(400));
}

GATEHOUSE_TEST(QCoreApplication, TestScanner);
#include "tst_scanner.moc"
