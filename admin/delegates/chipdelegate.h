// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace gatehouse::admin
{

/// Cells of a RecordTable: plain text over as many lines as it needs, quiet text, and verdicts as chips.
class ChipDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ChipDelegate(QObject *parent = nullptr, bool wraps = false);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    bool m_wraps;
};

} // namespace gatehouse::admin
