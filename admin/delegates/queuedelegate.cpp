// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuedelegate.h"

#include "models/queuemodel.h"
#include "style/chip.h"

#include <QPainter>

namespace gatehouse::admin
{

namespace
{
constexpr int sideMargin = 20;
constexpr int topMargin = 12;
constexpr int lineGap = 3;
constexpr int chipGap = 6;

QFont boldFont(QFont font)
{
    font.setWeight(QFont::Bold);
    return font;
}

struct ChipSpec {
    QString text;
    Tone tone;
};

QList<ChipSpec> chipsOf(const QModelIndex &index)
{
    QList<ChipSpec> chips;
    for (const QString &zone : index.data(QueueModel::ZonesRole).toStringList())
        chips.append({zone, Tone::Neutral});
    const auto state = static_cast<domain::VisitState>(index.data(QueueModel::StateRole).toInt());
    if (index.data(QueueModel::PendingRole).toBool())
        chips.append({chipText(Tone::Warn, QueueDelegate::tr("being decided")), Tone::Warn});
    else if (state != domain::VisitState::Requested)
        chips.append({chipText(Texts::visitTone(state), Texts::visitState(state)), Texts::visitTone(state)});
    const QString blocks = index.data(QueueModel::BlocksRole).toString();
    if (!blocks.isEmpty())
        chips.append({chipText(Tone::Bad, blocks), Tone::Bad});
    const QString warnings = index.data(QueueModel::WarningsRole).toString();
    if (!warnings.isEmpty())
        chips.append({chipText(Tone::Warn, warnings), Tone::Warn});
    return chips;
}

int chipHeight(const QFont &font)
{
    return chipSize(QStringLiteral("x"), font).height();
}

/// Draws, or only counts, the lines of chips; the width decides where they wrap.
int layChips(QPainter *painter, const QList<ChipSpec> &chips, const QRect &area, const QStyleOptionViewItem &option)
{
    int x = area.left();
    int y = area.top();
    int lines = chips.isEmpty() ? 0 : 1;
    for (const ChipSpec &chip : chips) {
        const int width = qMin(chipSize(chip.text, option.font).width(), area.width());
        if (x > area.left() && x + width > area.right()) {
            x = area.left();
            y += chipHeight(option.font) + 4;
            ++lines;
        }
        if (painter)
            drawChip(painter, {x, y}, chip.text, chip.tone, option.palette, option.font, area.width());
        x += width + chipGap;
    }
    return lines;
}
} // namespace

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = option.widget ? option.widget->width() : 300;
    const int line = option.fontMetrics.height();
    const QRect area(sideMargin, 0, width - 2 * sideMargin, 1);
    const int chipLines = layChips(nullptr, chipsOf(index), area, option);
    const int chipArea = chipLines > 0 ? chipLines * (chipHeight(option.font) + 4) + lineGap : 0;
    return {width, 2 * topMargin + 2 * line + lineGap + chipArea};
}

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = tokensOf(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setClipRect(option.rect, Qt::IntersectClip); // marks above marks stay out of other people's rows
    painter->fillRect(option.rect, selected ? tokens.selected : tokens.surface);
    if (selected)
        drawSelectedEdge(painter, option.rect, option.palette);
    painter->setPen(tokens.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());

    const QRect area = option.rect.adjusted(sideMargin, topMargin, -sideMargin, -topMargin);
    const int line = option.fontMetrics.height();
    const QString waited = index.data(QueueModel::WaitedRole).toString();
    painter->setFont(option.font);
    painter->setPen(tokens.muted);
    painter->drawText(area, Qt::AlignRight | Qt::AlignTop, waited);

    const QFont bold = boldFont(option.font);
    const int nameWidth = area.width() - option.fontMetrics.horizontalAdvance(waited) - 12;
    painter->setFont(bold);
    painter->setPen(tokens.text);
    painter->drawText(QRect(area.left(), area.top(), nameWidth, line), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip,
                      QFontMetrics(bold).elidedText(index.data(QueueModel::TitleRole).toString(), Qt::ElideRight, nameWidth));

    painter->setFont(option.font);
    painter->setPen(tokens.muted);
    const QRect second(area.left(), area.top() + line + lineGap, area.width(), line);
    painter->drawText(
        second, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip,
        option.fontMetrics.elidedText(index.data(QueueModel::SubtitleRole).toString(), Qt::ElideRight, second.width()));

    layChips(painter, chipsOf(index), QRect(area.left(), second.bottom() + 3 + lineGap, area.width(), line), option);
    painter->restore();
}

} // namespace gatehouse::admin
