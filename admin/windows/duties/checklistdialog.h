// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "texts.h"
#include "usecases/rounds.h"
#include "windows/parts/carefuldialog.h"
#include "windows/parts/listeditor.h"

class QComboBox;
class QPushButton;
class QSpinBox;

namespace gatehouse::admin
{

/// What is looked at in a zone (R10), point by point, as a manager or the zone's lead signs it. Rounds that run keep the list
/// that they began with.
class ChecklistDialog : public CarefulDialog
{
    Q_OBJECT

public:
    /// `zones`: those that the person may sign for; `lists`: those in force.
    ChecklistDialog(const std::vector<domain::Zone> &zones, const std::vector<domain::Checklist> &lists, QWidget *parent);

    domain::Checklist checklist() const;

protected:
    bool isBegun() const override;

private:
    void choose();
    void judge();
    const domain::Checklist *inForce() const;

    std::vector<domain::Checklist> m_lists;
    QComboBox *m_which;
    QSpinBox *m_hours;
    ListEditor *m_points;
    QList<ListEditor::Row> m_shown; ///< of the list that was chosen
    QPushButton *m_sign;
};

/// What goes dark when the closing round cuts the zone's supply (R12).
class SupplyDialog : public CarefulDialog
{
    Q_OBJECT

public:
    SupplyDialog(const QString &zone, const std::vector<domain::SupplyLoad> &loads, QWidget *parent);

    std::vector<domain::SupplyLoad> loads() const;

protected:
    bool isBegun() const override;

private:
    QList<ListEditor::Row> m_inForce;
    ListEditor *m_loads;
    QPushButton *m_sign;
};

} // namespace gatehouse::admin
