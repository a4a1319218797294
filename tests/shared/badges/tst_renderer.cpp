// SPDX-License-Identifier: GPL-3.0-or-later
#include "badges/renderer.h"
#include "samplefaces.h"
#include "testprogram.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace gatehouse;
using namespace gatehouse::badges;

namespace
{

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60000) || process.exitCode() != 0)
        return {};
    return process.readAllStandardOutput();
}

QImage pdfPicture(const QString &path, int dpi)
{
    return QImage::fromData(
        outputOf(QStringLiteral("pdftoppm"), {QStringLiteral("-r"), QString::number(dpi), QStringLiteral("-png"), path}));
}

Drawing layout(const BadgeFace &face, Format format)
{
    return layOutBadge(face, format, FontMeasure()).value();
}

QRect pixels(const QRectF &mm, int dpi)
{
    const qreal scale = dpi / 25.4;
    return QRectF(mm.topLeft() * scale, mm.size() * scale).toAlignedRect();
}

// What the drawing leaves black where no box allows ink.
int strayInk(const Drawing &drawing, QImage image, int dpi)
{
    QPainter painter(&image);
    const auto erase = [&](const QRectF &box) { painter.fillRect(pixels(box, dpi).adjusted(-3, -3, 3, 3), Qt::white); };
    for (const TextLine &line : drawing.texts)
        erase(line.box);
    for (const Picture &picture : drawing.pictures)
        erase(picture.box);
    for (const Code &code : drawing.codes)
        erase(code.box);
    for (const QList<QRectF> &boxes : {drawing.bands, drawing.outlines, drawing.rules}) {
        for (const QRectF &box : boxes)
            erase(box);
    }
    painter.end();
    int stray = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            stray += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
    }
    return stray;
}

} // namespace

class TestRenderer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void codeReadsBack_data()
    {
        QTest::addColumn<Format>("format");
        QTest::addColumn<int>("dpi");
        for (const int dpi : {110, 203, 300, 600}) {
            QTest::addRow("card at %d dpi", dpi) << Format::Card86x54 << dpi;
            QTest::addRow("label at %d dpi", dpi) << Format::Label62x100 << dpi;
        }
    }

    void codeReadsBack()
    {
        QFETCH(Format, format);
        QFETCH(int, dpi);
        const auto image = badgeImage(test::sampleFace(), format, dpi);
        QVERIFY(image.has_value());
        QString level;
        QCOMPARE(test::decodeQr(*image, &level), test::sampleToken());
        QCOMPARE(level, QStringLiteral("M"));
    }

    // On the dots of a thermal printer every module is equally wide.
    void modulesAreWholeDots()
    {
        const Drawing drawing = layout(test::sampleFace(), Format::Label62x100);
        const auto image = toImage(drawing, 203);
        QVERIFY(image.has_value());
        const QRect area = pixels(drawing.codes.first().box, 203);
        int dark = 0;
        for (int y = area.top(); y <= area.bottom(); ++y) {
            for (int x = area.left(); x <= area.right(); ++x) {
                const int grey = qGray(image->pixel(x, y));
                QVERIFY2(grey == 0 || grey == 255, "a module between two dots");
                dark += grey == 0 ? 1 : 0;
            }
        }
        QCOMPARE(dark % 16, 0);
        QVERIFY(dark > 16 * 800);
    }

    void pdfReadsBack_data()
    {
        QTest::addColumn<Format>("format");
        QTest::addColumn<QByteArray>("size");
        QTest::newRow("card") << Format::Card86x54 << QByteArray("243.78 x 153.07");
        QTest::newRow("label") << Format::Label62x100 << QByteArray("175.748 x 283.465");
    }

    void pdfReadsBack()
    {
        QFETCH(Format, format);
        QFETCH(QByteArray, size);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("badge.pdf"));
        QVERIFY(toPdf({layout(test::sampleFace(), format)}, path).has_value());
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(test::decodeQr(pdfPicture(path, 300)), test::sampleToken());

        const QString info = QString::fromUtf8(outputOf(QStringLiteral("pdfinfo"), {path}));
        const auto match = QRegularExpression(QStringLiteral("Page size:\\s+([0-9.]+) x ([0-9.]+) pts")).match(info);
        QVERIFY(match.hasMatch());
        const QList<QByteArray> expected = size.split(' ');
        QVERIFY(qAbs(match.captured(1).toDouble() - expected.first().toDouble()) < 0.5);
        QVERIFY(qAbs(match.captured(2).toDouble() - expected.last().toDouble()) < 0.5);
        QVERIFY(!info.contains(QStringLiteral("ERIKSSON")));

        // The text is text, so the page is a drawing and not a picture of one.
        const QString text = QString::fromUtf8(outputOf(QStringLiteral("pdftotext"), {path, QStringLiteral("-")}))
                                 .normalized(QString::NormalizationForm_KC); // a radical and a character share a glyph
        QVERIFY2(text.contains(QStringLiteral("ERIKSSON")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("机房:须有陪同")), qPrintable(text));
    }

    void inkStaysInItsBoxes_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto &name : test::sampleNames())
            QTest::newRow(name.what.constData()) << name.text;
    }

    void inkStaysInItsBoxes()
    {
        QFETCH(QString, name);
        for (const Format format : {Format::Card86x54, Format::Label62x100}) {
            const Drawing drawing = layout(test::faceNamed(name), format);
            const auto image = toImage(drawing, 300);
            QVERIFY(image.has_value());
            QCOMPARE(strayInk(drawing, *image, 300), 0);
            QCOMPARE(test::decodeQr(*image), test::sampleToken());
        }
    }

    void portraitIsCroppedNotSquashed()
    {
        BadgeFace face = test::sampleFace();
        face.portrait = QImage(900, 300, QImage::Format_RGB32);
        face.portrait.fill(Qt::white);
        for (int y = 0; y < 300; ++y) {
            for (int x = 350; x < 550; ++x)
                face.portrait.setPixelColor(x, y, Qt::black); // wider than the 225 columns that show
        }
        const Drawing drawing = layout(face, Format::Card86x54);
        const auto image = toImage(drawing, 300);
        const QRect box = pixels(drawing.pictures.first().box, 300);
        int dark = 0;
        for (int x = box.left(); x <= box.right(); ++x)
            dark += qGray(image->pixel(x, box.center().y())) < 128 ? 1 : 0;
        QVERIFY2(qAbs(dark / double(box.width()) - 200.0 / 225.0) < 0.03, qPrintable(QString::number(dark)));
    }

    void worksOffTheGuiThread()
    {
        Result<QImage> image = fail(ErrorCode::Internal);
        std::thread worker([&image] { image = badgeImage(test::sampleFace(), Format::Card86x54, 203); });
        worker.join();
        QVERIFY(image.has_value());
        QCOMPARE(test::decodeQr(*image), test::sampleToken());
    }

    void refusesAndSaysSo()
    {
        QTemporaryDir folder;
        const Drawing page = layout(test::sampleFace(), Format::Card86x54);
        const auto nowhere = toPdf({page}, folder.filePath(QStringLiteral("missing/badge.pdf")));
        QVERIFY(!nowhere.has_value());
        QCOMPARE(nowhere.error().code, ErrorCode::Unavailable);
        QCOMPARE(toPdf({}, folder.filePath(QStringLiteral("a.pdf"))).error().code, ErrorCode::Invalid);
        QCOMPARE(toPdf({Drawing()}, folder.filePath(QStringLiteral("a.pdf"))).error().code, ErrorCode::Invalid);
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("a.pdf"))));
    }

    // Running as root it would be a device no longer.
    void aDeviceIsNotReplaced()
    {
        const auto refused = toPdf({layout(test::sampleFace(), Format::Card86x54)}, QStringLiteral("/dev/null"));
        QCOMPARE(refused.error().code, ErrorCode::Unavailable);
        QVERIFY(!QFileInfo(QStringLiteral("/dev/null")).isFile());
    }
};

GATEHOUSE_TEST(QGuiApplication, TestRenderer);
#include "tst_renderer.moc"
