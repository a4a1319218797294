// SPDX-License-Identifier: GPL-3.0-or-later
// `gatehousectl scan` on files of every sort: each is read rightly or refused in one sentence, with the exit code that the
// caller is promised, in bounded time and memory, and never with a crash.
#include "documentpictures.h"
#include "documentsamples.h"
#include "licencecard.h"
#include "picturebytes.h"
#include "testprogram.h"
#include "toolrun.h"
#include "turnedpicture.h"

#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace gatehouse;
using namespace gatehouse::test;

namespace
{
#ifdef __SANITIZE_ADDRESS__
constexpr long sanitizerFactor = 3; // what it keeps beside each byte
#else
constexpr long sanitizerFactor = 1;
#endif
constexpr long mostKilobytes =
    sanitizerFactor * 700 * 1024; // of one call: the largest picture that is let in, its copies, the readers

const scenes::Licence &licence()
{
    static const scenes::Licence one = [] {
        QRandomGenerator random(41);
        return scenes::randomLicence(random);
    }();
    return one;
}

// The back of the card as a flatbed gives it.
const QImage &document()
{
    static const QImage picture = [] {
        QRandomGenerator random(42);
        return scenes::licenceBack(licence().payload, random).scaledToWidth(1300, Qt::SmoothTransformation);
    }();
    return picture;
}

QByteArray encoded(const QImage &picture, const char *format, int quality = -1)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, format, quality);
    return bytes;
}

QByteArray gray8(QRgb pixel)
{
    return QByteArray(1, char(qGray(pixel)));
}

QString numberOnTheDocument()
{
    const auto number = std::find_if(licence().fields.cbegin(), licence().fields.cend(),
                                     [](const scanning::Field &field) { return field.name == u"documentNumber"; });
    return number->value;
}

bool isTheDocument(const QJsonObject &object, const QString &number = numberOnTheDocument())
{
    return object.value("kind").toString() == u"aamva" && object.value("valid").toBool() &&
           object.value("fields").toObject().value("documentNumber").toString() == number;
}

bool isRefused(const ToolRun &run)
{
    const auto objects = run.objects();
    return run.exit == 2 && objects.size() == 1 && objects.first().keys() == QStringList{"error", "file"} &&
           !objects.first().value("error").toString().isEmpty();
}

long mostMemoryOfCalls()
{
    rusage used{};
    getrusage(RUSAGE_CHILDREN, &used);
    return used.ru_maxrss;
}

QByteArray svg(const QByteArray &inside)
{
    return "<?xml version=\"1.0\"?>\n" + inside;
}

// Ten uses of ten uses of ten uses: 10^9 rectangles in half a kilobyte.
QByteArray nestedDrawing()
{
    QByteArray text = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"900\" "
                      "height=\"600\"><defs><g id=\"a0\"><rect width=\"9\" height=\"9\"/></g>";
    for (int level = 1; level < 10; ++level) {
        text += "<g id=\"a" + QByteArray::number(level) + "\">";
        for (int i = 0; i < 10; ++i)
            text += "<use xlink:href=\"#a" + QByteArray::number(level - 1) + "\"/>";
        text += "</g>";
    }
    return svg(text + "</defs><use xlink:href=\"#a9\"/></svg>");
}

QByteArray entityBomb()
{
    QByteArray text = "<!DOCTYPE svg [<!ENTITY a0 \"lol\">";
    for (int level = 1; level < 10; ++level) {
        const QByteArray one = "&a" + QByteArray::number(level - 1) + ";";
        text += "<!ENTITY a" + QByteArray::number(level) + " \"" + one.repeated(10) + "\">";
    }
    return svg(text + "]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&a9;</text></svg>");
}
} // namespace

class TestGatehousectlPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheDocument_data();
    void readsTheDocument();
    void saysWhatIsForThePerson_data();
    void saysWhatIsForThePerson();
    void cutShort_data();
    void cutShort();
    void refuses_data();
    void refuses();
    void oddPlaces_data();
    void oddPlaces();
    void fileThatMayNotBeRead();
    void linkToAPictureIsFollowed();
    void cleanup();

private:
    QString write(const QString &name, const QByteArray &bytes);

    QTemporaryDir m_folder;
};

QString TestGatehousectlPictures::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

void TestGatehousectlPictures::cleanup()
{
    QVERIFY2(mostMemoryOfCalls() < mostKilobytes, qPrintable(QString::number(mostMemoryOfCalls())));
}

void TestGatehousectlPictures::readsTheDocument_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    const QImage &card = document();
    const int width = card.width(), height = card.height();
    for (int orientation = 1; orientation <= 8; ++orientation)
        QTest::addRow("JPEG, EXIF orientation %d", orientation)
            << "a.jpg" << jpegWithOrientation(orientation, storedFor(orientation, card));
    QTest::newRow("JPEG of greys") << "a.jpg" << encoded(card.convertToFormat(QImage::Format_Grayscale8), "JPG", 90);
    QTest::newRow("PNG, 16 bits a colour") << "a.png"
                                           << pngOf(pngHeader(width, height, 16, 2), pngRows(card, [](QRgb pixel) {
                                                        QByteArray out;
                                                        for (const int value : {qRed(pixel), qGreen(pixel), qBlue(pixel)})
                                                            out += QByteArray(1, char(value)) + char(0x5a);
                                                        return out;
                                                    }));
    QTest::newRow("PNG, 16 bits of grey") << "a.png"
                                          << pngOf(pngHeader(width, height, 16, 0),
                                                   pngRows(card, [](QRgb pixel) { return gray8(pixel) + char(0x5a); }));
    QTest::newRow("PNG, grey with alpha") << "a.png"
                                          << pngOf(pngHeader(width, height, 8, 4),
                                                   pngRows(card, [](QRgb pixel) { return gray8(pixel) + char(-1); }));
    QByteArray palette;
    for (int level = 0; level < 256; ++level)
        palette += QByteArray(3, char(level));
    QTest::newRow("PNG with a palette") << "a.png"
                                        << pngOf(pngHeader(width, height, 8, 3), pngRows(card, gray8),
                                                 pngChunk("PLTE", palette));
    QTest::newRow("animated PNG") << "a.png" << animatedPng(card);
    QImage white = card;
    white.fill(Qt::white);
    QTest::newRow("TIFF of two pages") << "a.tif" << tiffOf({card, white});
    QTest::newRow("BMP") << "a.bmp" << encoded(card, "BMP");
    QTest::newRow("WebP") << "a.webp" << encoded(card, "WEBP", 90);
    QTest::newRow("PNG named .jpg") << "a.jpg" << encoded(card, "PNG");
    QTest::newRow("no ending to its name") << "scan" << encoded(card, "JPG", 90);
}

void TestGatehousectlPictures::readsTheDocument()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const auto run = runTool({"scan", write(name, bytes), "--json"});
    QVERIFY2(run.exit == 0, run.err.constData());
    QVERIFY2(isTheDocument(run.objects().value(0)), run.out.constData());
}

void TestGatehousectlPictures::saysWhatIsForThePerson_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<QJsonValue>("unsure");
    MrzSample holder;
    const QStringList lines = sampleTwoLines(holder, 44, false);
    QTest::newRow("all of it clear: no such key") << lines << true << QJsonValue(QJsonValue::Undefined);
    holder.names = QStringLiteral("<<ANNA<MARIA");
    QTest::newRow("issuer leaves the surname empty")
        << sampleTwoLines(holder, 44, false) << true << QJsonValue(QJsonArray{"givenNames"});
    QStringList wrong = lines;
    wrong[1][9] = wrong[1][9] == u'7' ? u'4' : u'7';
    QTest::newRow("check digit wrong: all of it")
        << wrong << false
        << QJsonValue(QJsonArray{"documentType", "issuingState", "surname", "givenNames", "documentNumber", "nationality",
                                 "birthDate", "sex", "expiryDate"});
}

// The key `unsure`: only beside what is valid, and only with what no check digit guards.
void TestGatehousectlPictures::saysWhatIsForThePerson()
{
    QFETCH(QStringList, lines);
    QFETCH(bool, valid);
    QFETCH(QJsonValue, unsure);
    std::mt19937 random(43);
    const QImage page = drawMrzDocument(lines, random).scaledToWidth(1300, Qt::SmoothTransformation);
    const auto run = runTool({"scan", write(QStringLiteral("page.png"), encoded(page, "PNG")), "--json"});
    QCOMPARE(run.exit, 0);
    const QJsonObject object = run.objects().value(0);
    QCOMPARE(object.value("raw"), QJsonValue(QJsonArray::fromStringList(lines)));
    QCOMPARE(object.value("valid").toBool(), valid);
    QCOMPARE(object.value("unsure"), unsure);
}

void TestGatehousectlPictures::cutShort_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QFile gif(QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/shared/scanning/data/pictures/animated.gif"));
    QVERIFY(gif.open(QIODevice::ReadOnly));
    const QList<std::pair<QString, QByteArray>> files{
        {"a.jpg", encoded(document(), "JPG", 90)},   {"a.png", encoded(document(), "PNG")},
        {"a.webp", encoded(document(), "WEBP", 90)}, {"a.tif", tiffOf({document()})},
        {"a.bmp", encoded(document(), "BMP")},       {"a.gif", gif.readAll()}};
    for (const auto &[name, bytes] : files) {
        for (const int part : {10, 50, 90})
            QTest::addRow("%s cut at %d %%", qPrintable(name), part) << name << bytes.left(bytes.size() * part / 100);
    }
}

// What is left may still show the document; nothing else may come of it.
void TestGatehousectlPictures::cutShort()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const auto run = runTool({"scan", write(name, bytes), "--json"});
    const QString number = name.endsWith(QStringLiteral(".gif")) ? QStringLiteral("X20260042") : numberOnTheDocument();
    const bool read = run.exit == 0 && isTheDocument(run.objects().value(0), number);
    QVERIFY2(read || isRefused(run), run.out.constData());
#ifndef __SANITIZE_ADDRESS__ // there what libraries print is let through (LibraryTalk)
    QVERIFY2(run.err.count('\n') == (read ? 0 : 1), run.err.constData()); // one sentence, of ours
    QVERIFY2(read || run.err.startsWith("gatehousectl: "), run.err.constData());
#endif
}

void TestGatehousectlPictures::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    QTest::newRow("PNG of 20,000 x 20,000, whole, in few bytes")
        << "a.png" << pngOf(pngHeader(20000, 20000, 1, 0), QByteArray(20000 * 2501, '\0')) << "too large";
    QTest::newRow("BMP that says it has 20,000 x 20,000")
        << "a.bmp"
        << QByteArray("BM") + littleEndian(54) + littleEndian(0) + littleEndian(54) + littleEndian(40) + littleEndian(20000) +
               littleEndian(20000) + littleEndian(1, 2) + littleEndian(24, 2) + QByteArray(24, '\0')
        << "";
    QTest::newRow("GIF that says it has 60,000 x 60,000")
        << "a.gif" << QByteArray("GIF89a") + littleEndian(60000, 2) + littleEndian(60000, 2) + QByteArray(3, '\0') + ";"
        << "";
    QTest::newRow("drawing of ten to the ninth parts") << "a.svg" << nestedDrawing() << "svg";
    QTest::newRow("the same named .png") << "a.png" << nestedDrawing() << "not an image";
    QTest::newRow("drawing with entities of entities") << "a.svg" << entityBomb() << "svg";
    QTest::newRow("HEIC") << "a.heic" << bigEndian(24) + "ftypheic" + bigEndian(0) + "mif1heic" + QByteArray(4000, '\x11')
                          << "HEIC";
    QTest::newRow("HEIC named .jpg") << "a.jpg" << bigEndian(24) + "ftypmif1" + bigEndian(0) + "mif1heic"
                                     << "HEIC";
    QTest::newRow("PDF") << "a.pdf" << QByteArray("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n") << "not an image";
    QTest::newRow("PDF named .jpg") << "a.jpg" << QByteArray("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n") << "not an image";
    QTest::newRow("program") << "a.png"
                             << QByteArray("\x7f"
                                           "ELF\x02\x01\x01",
                                           7) +
                                    QByteArray(5000, '\x90')
                             << "not an image";
    QTest::newRow("icon") << "a.ico" << encoded(document().scaled(64, 64), "ICO") << "ico";
}

void TestGatehousectlPictures::refuses()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const auto run = runTool({"scan", write(name, bytes), "--json"});
    QVERIFY2(isRefused(run), (run.out + run.err).constData());
    const QString error = run.objects().constFirst().value("error").toString();
    QVERIFY2(error.contains(reason), qPrintable(error));
    QVERIFY2(run.err.contains(error.toUtf8()), run.err.constData());
}

void TestGatehousectlPictures::oddPlaces_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("reason");
    QVERIFY(m_folder.isValid());
    QTest::newRow("folder") << m_folder.path() << "folder";
    const QString pipe = m_folder.filePath("pipe.jpg");
    mkfifo(qPrintable(pipe), 0600);
    QTest::newRow("pipe that nobody writes") << pipe << "pipe";
    QTest::newRow("device without an end") << "/dev/zero"
                                           << "device";
    const QString first = m_folder.filePath("one.jpg"), second = m_folder.filePath("two.jpg");
    QFile::link(second, first);
    QFile::link(first, second);
    QTest::newRow("links that point at each other") << first << "no such file";
    QTest::newRow("nothing there") << m_folder.filePath("absent.png") << "no such file";
    QTest::newRow("a name in another encoding") << m_folder.filePath(QStringLiteral("\uFFFD.png")) << "not written in UTF-8";
    QTest::newRow("a name that is too long") << m_folder.filePath(QString(5000, u'a')) << "no such file";
}

void TestGatehousectlPictures::oddPlaces()
{
    QFETCH(QString, path);
    QFETCH(QString, reason);
    const auto run = runTool({"scan", path, "--json"});
    QVERIFY2(isRefused(run), (run.out + run.err).constData());
    const QString error = run.objects().constFirst().value("error").toString();
    QVERIFY2(error.contains(reason), qPrintable(error));
}

void TestGatehousectlPictures::fileThatMayNotBeRead()
{
    const QString path = write(QStringLiteral("secret.jpg"), encoded(document(), "JPG", 90));
    QVERIFY(QFile::setPermissions(path, QFile::Permissions()));
    QVERIFY(QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ExeOther));
    QProcess process;
    if (geteuid() == 0) // whom no permission stops
        process.setChildProcessModifier([] { (void)!setuid(65534); });
    process.start(QStringLiteral(GATEHOUSECTL), {"scan", path, "--json"});
    QVERIFY(process.waitForFinished(120000));
    const ToolRun run{process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    QVERIFY2(isRefused(run), (run.out + run.err).constData());
    QVERIFY(run.objects().constFirst().value("error").toString().contains(QStringLiteral("may not be read")));
}

void TestGatehousectlPictures::linkToAPictureIsFollowed()
{
    const QString path = write(QStringLiteral("real.png"), encoded(document(), "PNG"));
    const QString link = m_folder.filePath("link.png");
    QVERIFY(QFile::link(path, link));
    const auto run = runTool({"scan", link, "--json"});
    QCOMPARE(run.exit, 0);
    QVERIFY2(isTheDocument(run.objects().value(0)), run.out.constData());
    QCOMPARE(run.objects().value(0).value("file").toString(), link);
}

GATEHOUSE_TEST(QGuiApplication, TestGatehousectlPictures);
#include "tst_gatehousectlpictures.moc"
