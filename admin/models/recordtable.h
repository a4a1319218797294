// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace gatehouse::admin
{

/// What one cell shows. A tone makes a chip of it (see ChipDelegate) unless `plain` asks for coloured text only. `words` are
/// what a narrow cell has no room for: tool tip and screen reader say them instead.
struct Cell {
    QString text;
    std::optional<Tone> tone = std::nullopt;
    bool plain = false;
    bool bold = false;
    bool muted = false;
    QString words = {};

    bool operator==(const Cell &) const = default;
};

/// A read-only table of cells that somebody made from the values of a use case, with the id of each row. Rows that stay keep
/// their place in the view (and its selection) when others come and go.
class RecordTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Roles { KeyRole = Qt::UserRole + 1, ToneRole, PlainRole, MutedRole };

    struct Row {
        QString key;
        std::vector<Cell> cells;

        bool operator==(const Row &) const = default;
    };

    explicit RecordTable(QObject *parent = nullptr);

    void setColumns(const QStringList &titles);
    void setRows(std::vector<Row> rows);
    void clear() { setRows({}); }

    QString key(int row) const;
    int rowOf(const QString &key) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool sameKeys(const std::vector<Row> &rows) const;

    QStringList m_titles;
    std::vector<Row> m_rows;
};

} // namespace gatehouse::admin
