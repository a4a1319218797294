// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formdialog.h"

#include <QWidget>

class QPushButton;
class QTableWidget;

namespace gatehouse::admin
{

/// A short list that is edited in place: each row a kind to choose and texts to type, with buttons to add and to take away.
/// A row keeps the key it was given; new ones have none.
class ListEditor : public QWidget
{
    Q_OBJECT

public:
    struct Row {
        QString key;
        QString kind;
        QStringList texts;

        bool operator==(const Row &) const = default;
    };

    /// `titles`: of the kind and of each text.
    ListEditor(const QList<FormDialog::Choice> &kinds, const QStringList &titles, int longest, QWidget *parent);

    void setRows(const QList<Row> &rows);
    /// Texts are trimmed.
    QList<Row> rows() const;
    /// The first row's first text, for tests and for the focus.
    QTableWidget *table() const { return m_table; }

Q_SIGNALS:
    void changed();

private:
    void addRow(const Row &row);

    QList<FormDialog::Choice> m_kinds;
    int m_longest;
    QTableWidget *m_table;
    QPushButton *m_add;
    QPushButton *m_remove;
};

} // namespace gatehouse::admin
