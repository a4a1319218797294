// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordtable.h"

#include "style/chip.h"
#include "style/plaintooltip.h"

#include <QFont>

namespace gatehouse::admin
{

RecordTable::RecordTable(QObject *parent) : QAbstractTableModel(parent) {}

void RecordTable::setColumns(const QStringList &titles)
{
    if (titles.size() != m_titles.size()) {
        beginResetModel();
        m_titles = titles;
        endResetModel();
        return;
    }
    m_titles = titles;
    if (!m_titles.isEmpty())
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, static_cast<int>(m_titles.size()) - 1);
}

bool RecordTable::sameKeys(const std::vector<Row> &rows) const
{
    return std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                      [](const Row &a, const Row &b) { return a.key == b.key; });
}

void RecordTable::setRows(std::vector<Row> rows)
{
    if (sameKeys(rows)) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows[i] == m_rows[i])
                continue;
            m_rows[i] = std::move(rows[i]);
            Q_EMIT dataChanged(index(static_cast<int>(i), 0), index(static_cast<int>(i), columnCount() - 1));
        }
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

QString RecordTable::key(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)].key : QString();
}

int RecordTable::rowOf(const QString &key) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].key == key)
            return static_cast<int>(i);
    }
    return -1;
}

int RecordTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RecordTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_titles.size());
}

QVariant RecordTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == KeyRole)
        return row.key;
    if (static_cast<std::size_t>(index.column()) >= row.cells.size())
        return {};
    const Cell &cell = row.cells[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return cell.tone && !cell.plain ? chipText(*cell.tone, cell.text) : cell.text;
    case Qt::ToolTipRole:
        return plainToolTip(cell.words.isEmpty() ? cell.text : cell.words);
    case Qt::AccessibleTextRole:
        return cell.words.isEmpty() ? cell.text : cell.words;
    case Qt::FontRole: {
        if (!cell.bold)
            return {};
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
    }
    case ToneRole:
        return cell.tone ? QVariant(static_cast<int>(*cell.tone)) : QVariant();
    case PlainRole:
        return cell.plain;
    case MutedRole:
        return cell.muted;
    default:
        return {};
    }
}

QVariant RecordTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_titles.size())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? m_titles[section] : QVariant();
}

} // namespace gatehouse::admin
