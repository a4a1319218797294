// SPDX-License-Identifier: GPL-3.0-or-later
#include "demopictures.h"

#include "demopeople.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <array>

namespace gatehouse::ctl
{

namespace
{

constexpr QSize portraitSize(360, 480);
constexpr QSize documentSize(856, 540); // ID-1 in tenths of a millimetre

QByteArray encoded(const QImage &image, const char *format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
    return bytes;
}

template <std::size_t Size>
QColor pickColour(Randomness &randomness, const std::array<QRgb, Size> &colours)
{
    return QColor(colours[static_cast<std::size_t>(draw(randomness, static_cast<int>(Size)))]);
}

struct Looks {
    QColor skin;
    QColor hair;
    QColor clothes;
    QColor wall;
    bool longHair = false;
    bool glasses = false;
};

Looks drawLooks(Randomness &randomness, const domain::VisitorRecord &record)
{
    constexpr std::array<QRgb, 6> skins{0xfff0d0b4, 0xffe5b994, 0xffd4a276, 0xffb98058, 0xff8d5a3b, 0xff6b4530};
    constexpr std::array<QRgb, 6> hairs{0xff1d1a1a, 0xff2b2019, 0xff4a3222, 0xff6e4f31, 0xff8b8b8b, 0xffb08a4a};
    constexpr std::array<QRgb, 3> localSkins{0xfff3d9bf, 0xffeac7a3, 0xffdfb58c};
    constexpr std::array<QRgb, 3> localHairs{0xff1d1a1a, 0xff241d1a, 0xff37302d};
    constexpr std::array<QRgb, 6> clothes{0xff2f4a5c, 0xff54606b, 0xff7a3b3b, 0xff3d5a45, 0xffe2e2de, 0xff27313a};
    constexpr std::array<QRgb, 4> walls{0xffdfe4e4, 0xffe8e4da, 0xffd4dbe0, 0xffe6e9e1};
    Looks looks;
    const bool local = record.value(u"nationality") == QLatin1String("CHN");
    looks.skin = local ? pickColour(randomness, localSkins) : pickColour(randomness, skins);
    looks.hair = local ? pickColour(randomness, localHairs) : pickColour(randomness, hairs);
    looks.clothes = pickColour(randomness, clothes);
    looks.wall = pickColour(randomness, walls);
    looks.longHair = record.value(u"sex") == QLatin1String("F") && draw(randomness, 3) > 0;
    looks.glasses = draw(randomness, 4) == 0;
    return looks;
}

void paintFace(QPainter &painter, const Looks &looks)
{
    const auto shade = looks.skin.darker(118);
    painter.setPen(Qt::NoPen);
    painter.setBrush(looks.hair);
    if (looks.longHair)
        painter.drawRoundedRect(QRectF(98, 110, 164, 250), 80, 80);
    painter.setBrush(looks.clothes);
    painter.drawRoundedRect(QRectF(40, 372, 280, 200), 90, 90);
    painter.setBrush(shade);
    painter.drawRoundedRect(QRectF(150, 300, 60, 100), 28, 28);
    painter.setBrush(looks.skin);
    painter.drawEllipse(QRectF(108, 120, 144, 206));
    painter.drawEllipse(QRectF(96, 212, 24, 42));
    painter.drawEllipse(QRectF(240, 212, 24, 42));

    QPainterPath hair;
    hair.moveTo(104, 220);
    hair.cubicTo(92, 90, 268, 90, 256, 220);
    hair.cubicTo(246, 160, 214, 152, 180, 152);
    hair.cubicTo(146, 152, 114, 160, 104, 220);
    painter.setBrush(looks.hair);
    painter.drawPath(hair);

    painter.setBrush(QColor(0xff262626));
    painter.drawEllipse(QPointF(154, 222), 6, 7);
    painter.drawEllipse(QPointF(206, 222), 6, 7);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(looks.hair.darker(120), 5, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(QRectF(138, 196, 32, 18), 30 * 16, 120 * 16);
    painter.drawArc(QRectF(190, 196, 32, 18), 30 * 16, 120 * 16);
    painter.setPen(QPen(shade.darker(115), 4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(181, 228), QPointF(176, 256));
    painter.drawLine(QPointF(176, 256), QPointF(186, 258));
    painter.setPen(QPen(QColor(0xff8c4a45), 5, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(QRectF(152, 258, 56, 32), 205 * 16, 130 * 16);
    if (looks.glasses) {
        painter.setPen(QPen(QColor(0xff2a2a2a), 4));
        painter.drawRoundedRect(QRectF(132, 206, 42, 32), 10, 10);
        painter.drawRoundedRect(QRectF(186, 206, 42, 32), 10, 10);
        painter.drawLine(QPointF(174, 218), QPointF(186, 218));
    }
}

QImage drawPortrait(const Looks &looks)
{
    QImage image(portraitSize, QImage::Format_RGB32);
    image.fill(looks.wall);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFace(painter, looks);
    return image;
}

QImage drawDocument(const domain::VisitorRecord &record, const QImage &portrait)
{
    QImage image(documentSize, QImage::Format_RGB32);
    image.fill(QColor(0xffe9f0ee));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(0, 0, documentSize.width(), 64), QColor(0xff30566b));
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPixelSize(34);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(QRect(30, 0, 800, 64), Qt::AlignVCenter, QStringLiteral("SPECIMEN 样本"));
    painter.drawImage(QRect(30, 94, 216, 288), portrait);
    font.setPixelSize(26);
    painter.setFont(font);
    painter.setPen(QColor(0xff1c2a30));
    int y = 94;
    for (const auto &field : record.fields) {
        painter.drawText(QRect(280, y, 550, 40), Qt::AlignVCenter, field.name + QStringLiteral("   ") + field.value);
        y += 44;
    }
    font.setPixelSize(120);
    painter.setFont(font);
    painter.setPen(QColor(0, 0, 0, 24));
    painter.translate(image.rect().center());
    painter.rotate(-24);
    painter.drawText(QRect(-420, -100, 840, 200), Qt::AlignCenter, QStringLiteral("SPECIMEN"));
    return image;
}

QImage drawSignature(Randomness &randomness)
{
    QImage image(600, 200, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::black, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPainterPath path(QPointF(60, 120));
    for (int x = 60; x < 520; x += 70) {
        const auto up = [&] { return 30.0 + draw(randomness, 130); };
        path.cubicTo(x + 20, up(), x + 30, up(), x + 70, 100 + draw(randomness, 30));
    }
    painter.drawPath(path);
    return image;
}

} // namespace

DemoPictures drawPictures(const domain::VisitorRecord &record, Randomness &randomness)
{
    const auto looks = drawLooks(randomness, record);
    const auto portrait = drawPortrait(looks);
    return {encoded(portrait, "JPEG", 88), encoded(drawDocument(record, portrait), "JPEG", 80),
            encoded(drawSignature(randomness), "PNG", -1)};
}

} // namespace gatehouse::ctl
