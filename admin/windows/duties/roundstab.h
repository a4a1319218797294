// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dutytab.h"
#include "usecases/rounds.h"

namespace gatehouse::admin
{

/// Rounds (R8, R10-R12): what is due, what runs, what was signed; fire equipment stands below them in the same table.
class RoundsTab : public DutyTab
{
    Q_OBJECT

public:
    RoundsTab(Workbench &workbench, QWidget *parent);

    QString title() const override;
    void reload() override;
    void wipe() override;
    void retranslate() override;

protected:
    QString refusal(const Error &error) const override;
    void selectionChanged() override;

private:
    void refresh();
    void openSelected();
    void open(const domain::Round &round);
    /// Begins a round and opens it.
    void begin(const domain::ZoneId &zone, domain::RoundKind kind, KeptDialog *form = nullptr);
    void askStart();
    void askPlan();
    void askDevice();
    void askCheck(const QString &number);
    void askTraining();
    void askChecklist();
    void askSupply();

    usecases::RoundsView m_rounds;
    QPushButton *m_start;
    QPushButton *m_go;
    QPushButton *m_plan;
    QPushButton *m_adopt;
    QPushButton *m_lists;
    QPushButton *m_supply;
    QPushButton *m_device;
    QPushButton *m_training;
};

} // namespace gatehouse::admin
