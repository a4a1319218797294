// SPDX-License-Identifier: GPL-3.0-or-later
#include "chipdelegate.h"

#include "models/recordtable.h"
#include "style/chip.h"

#include <QPainter>
#include <QTableView>

namespace gatehouse::admin
{

namespace
{
constexpr int cellPadding = 12;
constexpr int firstPadding = 18; ///< as in the style sheet: the first cell keeps clear of the edge of a selected row
constexpr int rowPadding = 8;

QFont fontOf(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QFont font = option.font;
    const QVariant wanted = index.data(Qt::FontRole);
    if (wanted.isValid())
        font.setWeight(wanted.value<QFont>().weight());
    return font;
}

int startPadding(const QModelIndex &index)
{
    return index.column() == 0 ? firstPadding : cellPadding;
}

int columnWidth(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QTableView *>(option.widget);
    return view ? view->columnWidth(index.column()) : option.rect.width();
}
} // namespace

ChipDelegate::ChipDelegate(QObject *parent, bool wraps) : QStyledItemDelegate(parent), m_wraps(wraps) {}

QSize ChipDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const int padding = startPadding(index) + cellPadding;
    if (index.data(RecordTable::ToneRole).isValid() && !index.data(RecordTable::PlainRole).toBool()) {
        const QSize chip = chipSize(text, option.font);
        return {chip.width() + padding, chip.height() + 2 * rowPadding};
    }
    const QFontMetrics metrics(fontOf(option, index));
    if (!m_wraps)
        return {metrics.horizontalAdvance(text) + padding + 2, metrics.height() + 2 * rowPadding};
    const int width = qMax(40, columnWidth(option, index) - padding);
    const QRect bounds = metrics.boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap | Qt::AlignLeft, text);
    return {metrics.horizontalAdvance(text) + padding + 2, qMax(metrics.height(), bounds.height()) + 2 * rowPadding};
}

void ChipDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = tokensOf(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->fillRect(option.rect, selected ? tokens.selected : tokens.surface);
    if (!m_wraps || index.row() + 1 < index.model()->rowCount()) { // the last one of a framed table has the frame below it
        painter->setPen(tokens.line);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
    if (selected && index.column() == 0)
        drawSelectedEdge(painter, option.rect, option.palette);
    const QRect area = option.rect.adjusted(startPadding(index), 0, -cellPadding, -1);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QVariant tone = index.data(RecordTable::ToneRole);
    if (tone.isValid() && !index.data(RecordTable::PlainRole).toBool()) {
        const int height = chipSize(text, option.font).height();
        drawChip(painter, {area.left(), area.top() + (area.height() - height) / 2}, text, static_cast<Tone>(tone.toInt()),
                 option.palette, option.font, area.width());
    } else {
        const QFont font = fontOf(option, index);
        painter->setFont(font);
        const bool muted = index.data(RecordTable::MutedRole).toBool();
        painter->setPen(tone.isValid() ? tokens.tone(static_cast<Tone>(tone.toInt())) : (muted ? tokens.muted : tokens.text));
        if (m_wraps)
            painter->drawText(area, Qt::TextWordWrap | Qt::AlignVCenter | Qt::AlignLeft, text);
        else
            painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft,
                              QFontMetrics(font).elidedText(text, Qt::ElideRight, area.width()));
    }
    painter->restore();
}

} // namespace gatehouse::admin
