// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"
#include "usecases/decidevisit.h"
#include "workbench.h"

#include <QCheckBox>
#include <QDialog>
#include <QLabel>

#include <functional>

namespace gatehouse::admin
{

/// The look at what leaves with a visitor (R7, R21): one line for each kind, ticked when it is missing. Confirming gives back
/// what was handed in, and states the rest; what is missing opens an incident.
class ReconcileDialog : public QDialog
{
    Q_OBJECT

public:
    ReconcileDialog(Workbench &workbench, const usecases::CaseFile &file, QWidget *parent);

Q_SIGNALS:
    void reconciled(const QString &sentence);

private:
    void confirm();

    Workbench &m_workbench;
    domain::VisitId m_visit;
    std::vector<domain::Item> m_items;
    std::vector<QCheckBox *> m_missing; ///< in the order of the items
    QLabel *m_verdict;
};

/// Asks what was found that nobody declared and opens the incident; `said` gets the sentence for the guard.
void askUndeclared(Workbench &workbench, const domain::VisitId &visit, QWidget *parent,
                   std::function<void(Tone, const QString &)> said);

} // namespace gatehouse::admin
