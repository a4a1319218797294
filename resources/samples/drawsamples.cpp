// SPDX-License-Identifier: GPL-3.0-or-later
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <QDir>
#include <QFile>
#include <QFont>
#include <QGuiApplication>
#include <QPainter>
#include <QRandomGenerator>
#include <QTextStream>

#include <exception>

namespace
{

constexpr QSize kFrame(1920, 1080);

// An invented licence of an invented state: issuer and document number are impossible ones (AAMVA DL/ID standard 2020, annex
// D).
QByteArray licencePayload()
{
    const QByteArray elements =
        "DAQX00000002\nDCSERIKSSON\nDDEN\nDACANNA\nDDFN\nDADMARIA\nDDGN\nDCAC\nDCBNONE\nDCDNONE\n"
        "DBD07042023\nDBB08121990\nDBA08122031\nDBC2\nDAU068 in\nDAYBLU\nDAG2 NOWHERE LANE\nDAIUTOPOLIS\n"
        "DAJXX\nDAK000010000  \nDCF00000000000002\nDCGUSA\nDDAF\nDDB07042021\n";
    const QByteArray subfile = "DL" + elements.chopped(1) + "\r";
    const QByteArray head = "@\n\x1e\rANSI 999999100001";
    const qsizetype offset = head.size() + 10;
    return head + "DL" + QByteArray::number(offset).rightJustified(4, '0') +
           QByteArray::number(subfile.size()).rightJustified(4, '0') + subfile;
}

QImage pdf417(const QByteArray &payload, int moduleWidth)
{
    const ZXing::BitMatrix matrix =
        ZXing::MultiFormatWriter(ZXing::BarcodeFormat::PDF417).setMargin(0).setEccLevel(4).encode(payload.toStdString(), 1, 1);
    QImage image(matrix.width(), matrix.height(), QImage::Format_Grayscale8);
    for (int y = 0; y < matrix.height(); ++y) {
        for (int x = 0; x < matrix.width(); ++x)
            image.setPixelColor(x, y, matrix.get(x, y) ? Qt::black : Qt::white);
    }
    return image.scaled(image.size() * moduleWidth, Qt::IgnoreAspectRatio, Qt::FastTransformation);
}

void drawDesk(QPainter &painter)
{
    QLinearGradient desk(0, 0, kFrame.width(), kFrame.height());
    desk.setColorAt(0, QColor(96, 92, 88));
    desk.setColorAt(1, QColor(66, 64, 63));
    painter.fillRect(QRect(QPoint(), kFrame), desk);
}

QImage drawLicence()
{
    QImage frame(kFrame, QImage::Format_RGB32);
    QPainter painter(&frame);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    drawDesk(painter);
    painter.translate(960, 540);
    painter.rotate(-2.4); // as a person holds it
    const QRectF card(-760, -480, 1520, 960);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(235, 240, 238));
    painter.drawRoundedRect(card, 48, 48);
    painter.setBrush(QColor(40, 42, 46));
    painter.drawRect(QRectF(card.left(), card.top() + 60, card.width(), 120));
    const QImage code = pdf417(licencePayload(), 3);
    painter.setBrush(Qt::white);
    const QRectF symbol(-code.width() / 2.0, -190, code.width(), code.height());
    painter.drawRect(symbol.adjusted(-24, -24, 24, 24));
    painter.drawImage(symbol.topLeft(), code);
    QFont font(QStringLiteral("Noto Sans"));
    font.setPixelSize(34);
    painter.setFont(font);
    painter.setPen(QColor(60, 70, 80));
    painter.drawText(QPointF(card.left() + 60, card.bottom() - 60),
                     QStringLiteral("UTOPIA DRIVER LICENCE · SPECIMEN · NOT A REAL DOCUMENT"));
    return frame;
}

QImage drawPerson()
{
    QImage frame(kFrame, QImage::Format_RGB32);
    QPainter painter(&frame);
    painter.setRenderHint(QPainter::Antialiasing);
    QLinearGradient wall(0, 0, 0, kFrame.height());
    wall.setColorAt(0, QColor(214, 222, 226));
    wall.setColorAt(1, QColor(178, 190, 196));
    painter.fillRect(frame.rect(), wall);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x2d, 0x4a, 0x6e));
    painter.drawRoundedRect(QRectF(620, 800, 680, 500), 190, 190);
    painter.setBrush(QColor(0xd9, 0xae, 0x8c));
    painter.drawRect(QRectF(880, 690, 160, 160));
    painter.setBrush(QColor(0x4a, 0x33, 0x24));
    painter.drawEllipse(QPointF(960, 430), 268, 320);
    painter.setBrush(QColor(0xe6, 0xbe, 0x9e));
    painter.drawEllipse(QPointF(960, 490), 218, 276);
    painter.setBrush(QColor(0x30, 0x25, 0x20));
    painter.drawEllipse(QPointF(880, 460), 22, 16);
    painter.drawEllipse(QPointF(1040, 460), 22, 16);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0x9c, 0x50, 0x48), 12, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(QRectF(890, 560, 140, 90), 200 * 16, 140 * 16);
    painter.setPen(QPen(QColor(0xc4, 0x95, 0x78), 9, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(960, 490), QPointF(948, 556));
    painter.end();
    // Sensor noise, so that the live picture is not a drawing of flat areas.
    QRandomGenerator noise(7);
    for (int y = 0; y < frame.height(); ++y) {
        QRgb *line = reinterpret_cast<QRgb *>(frame.scanLine(y));
        for (int x = 0; x < frame.width(); ++x) {
            const int step = noise.bounded(9) - 4;
            line[x] = qRgb(qBound(0, qRed(line[x]) + step, 255), qBound(0, qGreen(line[x]) + step, 255),
                           qBound(0, qBlue(line[x]) + step, 255));
        }
    }
    return frame;
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
    try {
        if (folder.mkpath(QStringLiteral(".")) && drawLicence().save(folder.filePath(QStringLiteral("licence.png"))) &&
            drawPerson().save(folder.filePath(QStringLiteral("person.png"))))
            return 0;
        QTextStream(stderr) << "cannot write to " << folder.absolutePath() << '\n';
    } catch (const std::exception &error) {
        QTextStream(stderr) << "cannot draw the barcode: " << error.what() << '\n';
    }
    return 1;
}
