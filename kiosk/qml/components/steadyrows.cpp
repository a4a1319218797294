// SPDX-License-Identifier: GPL-3.0-or-later
#include "steadyrows.h"

#include <algorithm>

namespace gatehouse::kioskui
{

void SteadyRows::setList(const QVariantList &list)
{
    const int before = static_cast<int>(m_list.size());
    const int after = static_cast<int>(list.size());
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_list.resize(after);
        endRemoveRows();
    }
    for (int row = 0; row < std::min(before, after); ++row) {
        if (m_list.at(row) == list.at(row))
            continue;
        m_list[row] = list.at(row);
        Q_EMIT dataChanged(index(row), index(row));
    }
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_list += list.mid(before);
        endInsertRows();
    }
    Q_EMIT listChanged();
}

int SteadyRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_list.size());
}

QVariant SteadyRows::data(const QModelIndex &index, int role) const
{
    return role == Qt::UserRole && index.row() >= 0 && index.row() < m_list.size() ? m_list.at(index.row()) : QVariant();
}

QHash<int, QByteArray> SteadyRows::roleNames() const
{
    return {{Qt::UserRole, "modelData"}};
}

} // namespace gatehouse::kioskui
