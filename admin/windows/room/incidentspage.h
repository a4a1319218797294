// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordtable.h"
#include "usecases/incidents.h"
#include "windows/parts/page.h"

#include <QLabel>
#include <QPushButton>

namespace gatehouse::admin
{

class IncidentPanel;
class KeptDialog;
class RecordView;

/// Strangers and incidents (R3, R27): what is open with its alarms first; on the right one incident with its steps in the
/// policy's order, who was told, its owner and its end. Everybody may open one and record steps; a manager closes.
class IncidentsPage : public Page
{
    Q_OBJECT

public:
    IncidentsPage(Workbench &workbench, AppSettings &settings, QWidget *parent = nullptr);

    QString title() const override;
    void start() override;
    void wipe() override;
    void retranslate() override;
    void focusFirst() override;
    RecordTable *table() const { return m_table; }
    /// A badge was read while a stranger's incident is chosen: it is looked up and dies. False: not asked for here.
    bool readBadge(const QString &token);

Q_SIGNALS:
    /// Open ones, and how many of them alarm.
    void countChanged(int open, int alarms);

private:
    void reload();
    void refresh();
    void showCase();
    void inform(domain::Informed who);
    void askOpen();
    void askStep(const QString &step);
    void askAssign();
    void askClose();
    void took(const Result<void> &answer, const QString &sentence, KeptDialog *form = nullptr);
    const usecases::IncidentCase *chosen() const;
    domain::IncidentId chosenId() const;
    template <typename Work>
    void act(Work work, const QString &sentence, KeptDialog *form = nullptr);

    std::vector<usecases::IncidentCase> m_cases;
    QString m_reported; ///< just reported from here: is chosen as soon as it is in the list
    RecordTable *m_table;
    RecordView *m_view;
    QLabel *m_summary;
    QPushButton *m_open;
    IncidentPanel *m_panel;
};

} // namespace gatehouse::admin
