// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures in files as people and machines make them: each is loaded rightly or refused with a reason, never half.
#include "scanresults.h"
#include "testprogram.h"
#include "turnedpicture.h"

#include "vision/scanner.h"

#include <QFile>
#include <QImageWriter>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse::scanning;
using namespace gatehouse::test;
using gatehouse::ErrorCode;

namespace
{
QString dataFile(const QString &name)
{
    return QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/shared/scanning/data/pictures/") + name;
}

// Four quarters of four colours: turned or mirrored in any way it looks different.
QImage quarters()
{
    QImage picture(64, 32, QImage::Format_RGB32);
    for (int y = 0; y < 32; ++y) {
        for (int x = 0; x < 64; ++x)
            picture.setPixel(
                x, y, y < 16 ? (x < 32 ? qRgb(255, 0, 0) : qRgb(0, 255, 0)) : (x < 32 ? qRgb(0, 0, 255) : qRgb(255, 255, 255)));
    }
    return picture;
}

bool looksLike(QRgb actual, QRgb expected)
{
    return std::abs(qRed(actual) - qRed(expected)) < 40 && std::abs(qGreen(actual) - qGreen(expected)) < 40 &&
           std::abs(qBlue(actual) - qBlue(expected)) < 40;
}

QString write(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

QByteArray pngHeader(quint32 width, quint32 height)
{
    // Signature and IHDR of a picture whose pixels never come: nobody may allocate for it.
    QByteArray data = "IHDR";
    for (const quint32 side : {width, height}) {
        for (int shift = 24; shift >= 0; shift -= 8)
            data += char(side >> shift & 0xff);
    }
    data += QByteArray::fromHex("0802000000");
    quint32 crc = 0xffffffffu;
    for (const char c : data) {
        crc ^= quint8(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1) != 0 ? 0xedb88320u ^ (crc >> 1) : crc >> 1;
    }
    crc = ~crc;
    QByteArray png = QByteArray::fromHex("89504e470d0a1a0a0000000d") + data;
    for (int shift = 24; shift >= 0; shift -= 8)
        png += char(crc >> shift & 0xff);
    return png;
}
} // namespace

class TestPictureFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exifTurnsThePicture_data();
    void exifTurnsThePicture();
    void oddFormatsAreRead_data();
    void oddFormatsAreRead();
    void firstFrameCounts_data();
    void firstFrameCounts();
    void refused_data();
    void refused();
    void largePhotographIsReduced();
    void transparentIsPaper();
};

void TestPictureFile::exifTurnsThePicture_data()
{
    QTest::addColumn<int>("orientation");
    for (int orientation = 1; orientation <= 8; ++orientation)
        QTest::addRow("orientation %d", orientation) << orientation;
}

void TestPictureFile::exifTurnsThePicture()
{
    QFETCH(int, orientation);
    const QTemporaryDir folder;
    const QImage upright = quarters();
    const QString path =
        write(folder, QStringLiteral("a.jpg"), jpegWithOrientation(orientation, storedFor(orientation, upright)));
    const auto loaded = loadPicture(path);
    QVERIFY(loaded);
    QCOMPARE(loaded->size(), upright.size());
    for (const QPoint &place : {QPoint(8, 8), QPoint(56, 8), QPoint(8, 24), QPoint(56, 24)})
        QVERIFY(looksLike(loaded->pixel(place), upright.pixel(place)));
}

void TestPictureFile::oddFormatsAreRead_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("CMYK JPEG") << "cmyk.jpg";
    QTest::newRow("animated GIF") << "animated.gif";
    QTest::newRow("animated WebP") << "animated.webp";
}

void TestPictureFile::oddFormatsAreRead()
{
    QFETCH(QString, file);
    Scanner scanner((DocumentReaders()));
    const auto result = scanner.scanFile(dataFile(file), today);
    QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
    QCOMPARE(result->kind, Kind::Aamva);
    QVERIFY(result->valid);
    QCOMPARE(result->value(u"surname"), QStringLiteral("MOTORIST"));
}

void TestPictureFile::firstFrameCounts_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("GIF") << "animated.gif";
    QTest::newRow("WebP") << "animated.webp";
}

void TestPictureFile::firstFrameCounts()
{
    QFETCH(QString, file);
    const auto loaded = loadPicture(dataFile(file));
    QVERIFY(loaded);
    QCOMPARE(loaded->size(), QSize(960, 660)); // the second frame is white
    QVERIFY(qGray(loaded->pixel(110, 400)) < 90 || qGray(loaded->pixel(20, 20)) < 160);
}

void TestPictureFile::refused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    const QByteArray jpeg = jpegWithOrientation(1, quarters());
    QTest::newRow("zero bytes") << "a.jpg" << QByteArray() << "empty";
    QTest::newRow("text named .jpg") << "a.jpg" << QByteArrayLiteral("Dear guard,\nthis is my passport.\n") << "not an image";
    QTest::newRow("web page named .png") << "a.png" << QByteArrayLiteral("<!DOCTYPE html><html></html>") << "not an image";
    QTest::newRow("NULs") << "a.jpg" << QByteArray(5000, '\0') << "not an image";
    QTest::newRow("JPEG cut within its header") << "a.jpg" << jpeg.left(60) << "";
    QTest::newRow("PNG of 20,000 x 20,000 without pixels") << "a.png" << pngHeader(20000, 20000) << "damaged";
    QTest::newRow("PNG of 7,000 x 6,000 without pixels") << "a.png" << pngHeader(7000, 6000) << "damaged";
    QTest::newRow("PNG of the largest size there is") << "a.png" << pngHeader(0x7fffffff, 0x7fffffff) << "";
    QTest::newRow("PNG without pixels") << "a.png" << pngHeader(100, 100) << "damaged";
    QTest::newRow("GIF header alone") << "a.gif" << QByteArrayLiteral("GIF89a\x40\x00\x20\x00\x00\x00\x00") << "";
}

void TestPictureFile::refused()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const QTemporaryDir folder;
    const auto loaded = loadPicture(write(folder, name, bytes));
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, ErrorCode::Invalid);
    QVERIFY2(!loaded.error().detail.isEmpty() && loaded.error().detail.contains(reason), qPrintable(loaded.error().detail));
}

void TestPictureFile::largePhotographIsReduced()
{
    const QTemporaryDir folder;
    QImage large(8000, 6000, QImage::Format_Grayscale8); // 48 megapixels, as telephones give
    large.fill(200);
    const QString path = folder.filePath(QStringLiteral("large.jpg"));
    QVERIFY(large.save(path, "JPG", 50));
    large = QImage();
    const auto loaded = loadPicture(path);
    QVERIFY(loaded);
    QVERIFY(loaded->width() * loaded->height() <= 24'000'000);
    QVERIFY(loaded->width() > 5000);
}

void TestPictureFile::transparentIsPaper()
{
    const QTemporaryDir folder;
    QImage picture(10, 10, QImage::Format_ARGB32);
    picture.fill(Qt::transparent);
    picture.setPixel(5, 5, qRgba(0, 0, 0, 255));
    const QString path = folder.filePath(QStringLiteral("a.png"));
    QVERIFY(picture.save(path));
    const auto loaded = loadPicture(path);
    QVERIFY(loaded);
    QCOMPARE(loaded->pixel(0, 0), qRgb(255, 255, 255));
    QCOMPARE(loaded->pixel(5, 5), qRgb(0, 0, 0));
}

GATEHOUSE_TEST(QCoreApplication, TestPictureFile);
#include "tst_picturefile.moc"
