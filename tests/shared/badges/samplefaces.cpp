// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplefaces.h"

#include <ZXing/ReadBarcode.h>
#include <ZXing/TextUtfEncoding.h>

#include <QPainter>

namespace gatehouse::test
{

namespace
{

QImage drawnPortrait()
{
    QImage image(300, 400, QImage::Format_RGB32);
    image.fill(QColor(0xc9, 0xd4, 0xda));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x30, 0x4a, 0x6b));
    painter.drawRoundedRect(QRectF(50, 290, 200, 160), 70, 70);
    painter.setBrush(QColor(0xe2, 0xb8, 0x96));
    painter.drawEllipse(QPointF(150, 180), 72, 92);
    painter.setBrush(QColor(0x3a, 0x2a, 0x20));
    painter.drawChord(QRectF(70, 72, 160, 170), 10 * 16, 160 * 16);
    return image;
}

QString describe(const QRectF &box)
{
    return QStringLiteral("(%1,%2 %3x%4)").arg(box.left()).arg(box.top()).arg(box.width()).arg(box.height());
}

// Touching edges are no overlap.
bool overlap(const QRectF &a, const QRectF &b)
{
    return a.intersects(b) && !(a & b).adjusted(0.02, 0.02, -0.02, -0.02).isEmpty();
}

bool isBlackBehind(const badges::Drawing &drawing, const QRectF &box)
{
    for (const QRectF &band : drawing.bands) {
        if (band.contains(box))
            return true;
    }
    return false;
}

} // namespace

QString sampleToken()
{
    const QString alphabet = QStringLiteral("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:");
    QString token = QStringLiteral("GH1:");
    for (int i = 0; token.size() < 184; ++i)
        token.append(alphabet.at((i * 17 + i / 45) % 45));
    return token;
}

badges::BadgeFace sampleFace()
{
    badges::BadgeFace face;
    face.name = QStringLiteral("Anna Maria ERIKSSON");
    face.company = QStringLiteral("Northlight Cooling");
    face.host = QStringLiteral("Li Wei");
    face.portrait = drawnPortrait();
    face.zones = {{QStringLiteral("Lobby"), QStringLiteral("大厅")}, {QStringLiteral("Machine room"), QStringLiteral("机房")}};
    face.validFrom = QDateTime(QDate(2026, 11, 24), QTime(10, 0));
    face.validUntil = QDateTime(QDate(2026, 11, 24), QTime(12, 0));
    face.escortRequired = true;
    face.label = QStringLiteral("V-2318");
    face.token = sampleToken();
    face.siteName = QStringLiteral("Harbour Call Centre");
    return face;
}

badges::BadgeFace faceNamed(const QString &name)
{
    badges::BadgeFace face = sampleFace();
    face.name = name;
    face.company = name;
    face.host = name;
    return face;
}

QList<NamedText> sampleNames()
{
    QString zalgo;
    for (const QChar c : QStringLiteral("Zalgo Name")) {
        zalgo.append(c);
        for (int i = 0; i < 40; ++i)
            zalgo.append(QChar(0x0300 + i));
    }
    return {
        {"ordinary", QStringLiteral("Anna Maria ERIKSSON")},
        {"one letter", QStringLiteral("O")},
        {"chinese", QStringLiteral("欧阳娜娜")},
        {"chinese, four languages of punctuation", QStringLiteral("阿卜杜热西提·买买提艾力·吾布力喀斯木")},
        {"arabic", QStringLiteral("عبد الرحمن بن محمد الأنصاري")},
        {"long arabic", QStringLiteral("عبد الرحمن بن عبد العزيز بن محمد بن سعود الكبير آل الشيخ الأنصاري القرطبي")},
        {"hebrew with points", QStringLiteral("אַבְרָהָם בֶּן־יוֹסֵף")},
        {"arabic and latin", QStringLiteral("محمد (Mohamed) AL-FULANI")},
        {"thai", QStringLiteral("ปิยะวัฒน์ ศรีสุวรรณภูมิ")},
        {"hindi", QStringLiteral("श्रीनिवास रामानुजन्")},
        {"vietnamese, decomposed", QStringLiteral("Nguyễn Thị Phương Thảo").normalized(QString::NormalizationForm_D)},
        {"long latin", QStringLiteral("Wolfeschlegelsteinhausenbergerdorff Hubert Blaine Adolph Charles David Earl Frederick")},
        {"long without spaces", QString(300, QLatin1Char('W'))},
        {"10,000 characters", QString(10000, QLatin1Char('M'))},
        {"10,000 chinese characters", QString(10000, QChar(0x9f8d))},
        {"10,000 combining marks", QString(10000, QChar(0x0301))},
        {"marks in towers", zalgo},
        {"emoji", QStringLiteral("👩🏽‍💻 Ada 🚀 LOVELACE 🇨🇳")},
        {"direction override", QStringLiteral("Anna \u202eNOSSKIRE \u2066x")},
        {"line ends and controls", QStringLiteral("Anna\nMaria\r\n\tERIKSSON\u2028X") + QChar(0) + QChar(7)},
        {"markup", QStringLiteral("<b>Anna</b> <img src=x> &amp; '; DROP TABLE visit; --")},
        {"blank", QStringLiteral("   ")},
        {"empty", QString()},
    };
}

QString decodeQr(const QImage &image, QString *level)
{
    const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                static_cast<int>(grey.bytesPerLine()));
    const ZXing::Result result = ZXing::ReadBarcode(view, ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode));
    if (!result.isValid())
        return {};
    if (level)
        *level = QString::fromStdString(result.ecLevel());
    return QString::fromStdString(result.text());
}

QStringList layoutFaults(const badges::Drawing &drawing)
{
    QStringList faults;
    QList<QPair<QString, QRectF>> boxes;
    for (const badges::TextLine &line : drawing.texts) {
        boxes.append({QStringLiteral("text of role %1").arg(static_cast<int>(line.role)), line.box});
        if (line.white != isBlackBehind(drawing, line.box))
            faults.append(QStringLiteral("text of role %1 %2 has not its ground")
                              .arg(static_cast<int>(line.role))
                              .arg(describe(line.box)));
        if (line.baseline < line.box.top() || line.baseline > line.box.bottom())
            faults.append(QStringLiteral("baseline outside of its box"));
    }
    for (const badges::Picture &picture : drawing.pictures)
        boxes.append({QStringLiteral("picture"), picture.box});
    for (const badges::Code &code : drawing.codes)
        boxes.append({QStringLiteral("code"), code.withQuietZone()});
    for (qsizetype i = 0; i < boxes.size(); ++i) {
        if (!drawing.bounds().contains(boxes.at(i).second))
            faults.append(boxes.at(i).first + QStringLiteral(" leaves the page ") + describe(boxes.at(i).second));
        for (qsizetype j = i + 1; j < boxes.size(); ++j) {
            if (overlap(boxes.at(i).second, boxes.at(j).second))
                faults.append(boxes.at(i).first + describe(boxes.at(i).second) + QStringLiteral(" over ") + boxes.at(j).first +
                              describe(boxes.at(j).second));
        }
    }
    for (const badges::Code &code : drawing.codes) {
        for (const QRectF &band : drawing.bands) {
            if (overlap(code.withQuietZone(), band))
                faults.append(QStringLiteral("quiet zone of the code under a band"));
        }
    }
    return faults;
}

} // namespace gatehouse::test
