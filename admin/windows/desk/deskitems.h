// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/visit.h"

#include <QCheckBox>
#include <QFrame>
#include <QLineEdit>
#include <QSpinBox>

namespace gatehouse::admin
{

/// What the visitor carries, on the desk's form (R7).
class DeskItems : public QFrame
{
    Q_OBJECT

public:
    explicit DeskItems(QWidget *parent = nullptr);

    std::vector<domain::Item> items() const;
    QString note() const { return m_note->text().trimmed(); }

Q_SIGNALS:
    void changed();

private:
    struct Row {
        QString kind;
        QCheckBox *box;
        QSpinBox *count;
    };
    QList<Row> m_rows;
    QLineEdit *m_note;
};

} // namespace gatehouse::admin
