// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip.h"

#include <QPainter>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int sidePadding = 8;
constexpr int topPadding = 2;
constexpr int edgeInset = 6;
constexpr int edgeWidth = 4;

QFont chipFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.86);
    font.setWeight(QFont::DemiBold);
    return font;
}
} // namespace

QString toneSign(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return {};
    case Tone::Good:
        return u"✓"_s;
    case Tone::Warn:
        return u"!"_s;
    case Tone::Bad:
        return u"✕"_s;
    }
    return {};
}

QString chipText(Tone tone, const QString &word)
{
    const QString sign = toneSign(tone);
    return sign.isEmpty() ? word : sign + u' ' + word;
}

QSize chipSize(const QString &text, const QFont &font)
{
    const QFontMetrics metrics(chipFont(font));
    return {metrics.horizontalAdvance(text) + 2 * sidePadding, metrics.height() + 2 * topPadding};
}

int drawChip(QPainter *painter, const QPoint &topLeft, const QString &text, Tone tone, const QPalette &palette,
             const QFont &font, int maxWidth)
{
    const Tokens &tokens = tokensOf(palette);
    const QSize wanted = chipSize(text, font);
    const QRect rect(topLeft, QSize(qMin(wanted.width(), maxWidth), wanted.height()));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QColor edge = tokens.tone(tone);
    edge.setAlphaF(tone == Tone::Bad ? 1.0 : 0.4); // seen on a selected row too
    painter->setPen(QPen(edge, 1));
    painter->setBrush(tokens.soft(tone));
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter->setFont(chipFont(font));
    painter->setPen(tokens.tone(tone));
    const QRect inner = rect.adjusted(sidePadding, 0, -sidePadding, 0);
    painter->drawText(inner, Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(chipFont(font)).elidedText(text, Qt::ElideRight, inner.width() + 1));
    painter->restore();
    return rect.width();
}

void drawSelectedEdge(QPainter *painter, const QRect &row, const QPalette &palette)
{
    painter->fillRect(row.left() + edgeInset, row.top(), edgeWidth, row.height(), tokensOf(palette).primary);
}

Chip::Chip(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::set(Tone tone, const QString &word)
{
    m_tone = tone;
    setText(chipText(tone, word));
    setAccessibleName(word);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return text().isEmpty() ? QSize(0, 0) : chipSize(text(), font());
}

void Chip::paintEvent(QPaintEvent *)
{
    if (text().isEmpty())
        return;
    QPainter painter(this);
    drawChip(&painter, QPoint(0, 0), text(), m_tone, palette(), font(), width());
}

} // namespace gatehouse::admin
