// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace gatehouse::kioskui
{

/// A list as the model of a Repeater that keeps its rows: what is another value is told to the row that shows it, and only rows
/// beyond the shorter list come or go. With the list itself as model, all rows are made anew whenever it is read again, under a
/// finger, without the focus, and while a layout may still hold those that were deleted (Qt 6.4). The role is modelData.
/// GUI thread only.
class SteadyRows : public QAbstractListModel
{
    Q_OBJECT
    Q_PROPERTY(QVariantList list READ list WRITE setList NOTIFY listChanged)
    QML_ELEMENT

public:
    using QAbstractListModel::QAbstractListModel;

    QVariantList list() const { return m_list; }
    void setList(const QVariantList &list);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void listChanged();

private:
    QVariantList m_list;
};

} // namespace gatehouse::kioskui
