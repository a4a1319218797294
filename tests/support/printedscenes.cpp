// SPDX-License-Identifier: GPL-3.0-or-later
#include "printedscenes.h"

#include "photograph.h"

#include <QFont>
#include <QPainter>

namespace gatehouse::scenes
{

namespace
{
constexpr QSize paper(2400, 1700);

enum class Sheet { Page, Columns, Table, Poster, Screen, Receipt, Numbers, Chinese, Strips };
constexpr int sheets = 9;

QString word(QRandomGenerator &random, int most)
{
    QString text;
    const int letters = random.bounded(2, most);
    for (int i = 0; i < letters; ++i)
        text += QChar(u'a' + random.bounded(26));
    return random.bounded(5) == 0 ? text.toUpper() : text;
}

QString sentence(QRandomGenerator &random, int letters)
{
    QString text;
    while (text.size() < letters)
        text += (random.bounded(9) == 0 ? QString::number(random.bounded(100'000)) : word(random, 11)) + u' ';
    return text.left(letters);
}

QString capitals(QRandomGenerator &random, int letters)
{
    QString text;
    for (int i = 0; i < letters; ++i)
        text += random.bounded(3) ? QChar(u'0' + random.bounded(10)) : QChar(u'A' + random.bounded(26));
    return text;
}

QString hanzi(QRandomGenerator &random, int letters)
{
    QString text;
    for (int i = 0; i < letters; ++i)
        text += QChar(0x4e00 + random.bounded(0x1000));
    return text;
}

QFont fontNamed(const QString &family, int pixels)
{
    QFont font(family);
    font.setPixelSize(pixels);
    return font;
}

QFont fontOf(QRandomGenerator &random, int pixels)
{
    static const QStringList families{QStringLiteral("DejaVu Serif"), QStringLiteral("Noto Sans"),
                                      QStringLiteral("DejaVu Sans Mono"), QStringLiteral("OCR B")};
    return fontNamed(families[random.bounded(int(families.size()))], pixels);
}

void drawLines(QPainter &painter, const QRect &area, const QFont &font, QRandomGenerator &random, bool chinese = false)
{
    painter.setFont(font);
    const QFontMetrics metrics(font);
    const int step = int(font.pixelSize() * 1.4);
    for (int y = area.top() + step; y < area.bottom(); y += step) {
        const int letters = area.width() / std::max(1, metrics.averageCharWidth());
        const QString text = chinese ? hanzi(random, area.width() / font.pixelSize()) : sentence(random, letters);
        painter.drawText(area.left(), y, metrics.elidedText(text, Qt::ElideNone, area.width()));
    }
}

void drawTable(QPainter &painter, QRandomGenerator &random)
{
    painter.setFont(fontOf(random, 30));
    for (int y = 60; y < paper.height(); y += 56) {
        painter.drawLine(60, y, paper.width() - 60, y);
        for (int x = 70; x < paper.width() - 200; x += 280)
            painter.drawText(x, y + 42, capitals(random, random.bounded(4, 13)));
    }
}

void drawNumbers(QPainter &painter, QRandomGenerator &random)
{
    const QFont font = fontNamed(QStringLiteral("OCR B"), random.bounded(36, 60));
    painter.setFont(font);
    const int step = int(font.pixelSize() * (1.3 + random.generateDouble()));
    for (int y = 80; y < paper.height(); y += step)
        painter.drawText(60, y, capitals(random, random.bounded(16, 60)));
}

void drawPoster(QPainter &painter, QRandomGenerator &random)
{
    for (int y = 200; y < paper.height(); y += random.bounded(150, 400)) {
        painter.setFont(fontOf(random, random.bounded(90, 260)));
        painter.setPen(QColor::fromHsv(random.bounded(360), 200, random.bounded(40, 160)));
        painter.drawText(80, y, sentence(random, 24));
    }
}

void drawScreen(QPainter &painter, QRandomGenerator &random)
{
    painter.fillRect(QRect(QPoint(), paper), QColor(24, 28, 36));
    for (int window = 0; window < 5; ++window) {
        const QRect area(random.bounded(1500), random.bounded(1000), 900, 680);
        const bool dark = random.bounded(2);
        painter.fillRect(area, dark ? QColor(40, 44, 52) : QColor(250, 250, 250));
        painter.setPen(dark ? QColor(210, 220, 230) : QColor(20, 20, 20));
        drawLines(painter, area.adjusted(20, 20, -20, -20), fontOf(random, random.bounded(20, 30)), random);
    }
}

// As at the edge of a packing list: bars beside lines of text.
void drawStrips(QPainter &painter, QRandomGenerator &random)
{
    for (int y = 60; y < paper.height() - 200; y += 260) {
        for (int x = 60; x < 1000; x += random.bounded(4, 16))
            painter.fillRect(x, y, random.bounded(2, 7), 150, Qt::black);
        drawLines(painter, QRect(1100, y, 1200, 200), fontOf(random, 34), random);
    }
}

QImage drawSheet(Sheet sheet, QRandomGenerator &random)
{
    QImage page(paper, QImage::Format_RGB32);
    page.fill(QColor(245, 245, 240));
    QPainter painter(&page);
    painter.setPen(QColor(25, 25, 25));
    const QRect inner = page.rect().adjusted(60, 60, -60, -60);
    switch (sheet) {
    case Sheet::Page:
        drawLines(painter, inner, fontOf(random, random.bounded(24, 56)), random);
        break;
    case Sheet::Columns:
        for (int x = 60; x < 2200; x += 560)
            drawLines(painter, QRect(x, 60, 500, 1600), fontOf(random, 26), random);
        break;
    case Sheet::Table:
        drawTable(painter, random);
        break;
    case Sheet::Poster:
        drawPoster(painter, random);
        break;
    case Sheet::Screen:
        drawScreen(painter, random);
        break;
    case Sheet::Receipt:
        for (int x = 60; x < 2000; x += 800)
            drawLines(painter, QRect(x, 60, 700, 1600), fontNamed(QStringLiteral("DejaVu Sans Mono"), 28), random);
        break;
    case Sheet::Numbers:
        drawNumbers(painter, random);
        break;
    case Sheet::Chinese:
        drawLines(painter, inner, fontNamed(QStringLiteral("Noto Sans CJK SC"), random.bounded(28, 60)), random, true);
        break;
    case Sheet::Strips:
        drawStrips(painter, random);
        break;
    }
    return page;
}
} // namespace

QImage printedScene(const QSize &size, quint32 seed)
{
    QRandomGenerator random(seed);
    const QImage page = drawSheet(Sheet(seed % sheets), random);
    Shot shot;
    shot.size = size;
    shot.share = 0.9 + random.generateDouble() * 0.6;
    shot.turn = random.bounded(3) == 0 ? random.bounded(360) : random.bounded(-6, 6);
    shot.tilt = random.bounded(20);
    shot.tiltAxis = random.bounded(360);
    shot.blur = random.generateDouble();
    shot.noise = 1 + random.generateDouble() * 4;
    shot.jpegQuality = 85;
    shot.seed = random.generate();
    return photograph(page, shot).picture;
}

} // namespace gatehouse::scenes
