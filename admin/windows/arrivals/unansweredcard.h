// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"
#include "usecases/readvisits.h"
#include "workbench.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QSet>

namespace gatehouse::admin
{

/// Over the queue: whose request ended because nobody answered in time, and what to do. Such a request leaves the queue by
/// itself, and the visitor still stands at the entrance. One button puts it away at this desk. GUI thread.
class UnansweredCard : public QFrame
{
    Q_OBJECT

public:
    explicit UnansweredCard(Workbench &workbench, QWidget *parent = nullptr);

    void setRows(const std::vector<usecases::VisitRow> &rows);
    /// Nothing personal stays; what was put away stays away.
    void wipe();
    void retranslate();

Q_SIGNALS:
    /// Requests that were not shown before.
    void ended(const QString &who);

private:
    QString line(const usecases::VisitRow &row) const;
    void refresh();

    Workbench &m_workbench;
    QLabel *m_title;
    QLabel *m_who;
    QLabel *m_what;
    QPushButton *m_noted;
    std::vector<usecases::VisitRow> m_rows;
    QSet<domain::VisitId> m_told;
    QSet<domain::VisitId> m_away;
};

} // namespace gatehouse::admin
