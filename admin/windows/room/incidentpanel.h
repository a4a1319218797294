// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "texts.h"
#include "usecases/incidents.h"
#include "workbench.h"

#include <QLabel>
#include <QPushButton>

class QVBoxLayout;

namespace gatehouse::admin
{

class Chip;

/// One incident: its steps in the policy's order, who was told, its owner and its end. Shows and asks; what is done with the
/// answer is the page's.
class IncidentPanel : public QWidget
{
    Q_OBJECT

public:
    IncidentPanel(Workbench &workbench, QWidget *parent);

    /// Null: nothing is chosen, and nothing of the last one stays.
    void setCase(const usecases::IncidentCase *one);
    void retranslate();

Q_SIGNALS:
    void stepAsked(const QString &code);
    void informAsked(gatehouse::domain::Informed who);
    void assignAsked();
    void closeAsked();

private:
    void showSteps(const usecases::IncidentCase &one);
    void showInformed(const usecases::IncidentCase &one);
    QString actorName(const QString &actor) const;
    QString alarmText(const domain::IncidentAlarm &alarm) const;
    QString timeText(const QDateTime &time) const;
    bool isOfToday(const usecases::IncidentCase &one) const;

    Workbench &m_workbench;
    std::optional<usecases::IncidentCase> m_shown; ///< as it stands here: what has not changed is not built again
    bool m_dated = false;                          ///< its times are written with their dates
    QLabel *m_heading;
    Chip *m_state;
    QLabel *m_about;
    QLabel *m_text;
    QLabel *m_alarms;
    QLabel *m_stepsTitle;
    QVBoxLayout *m_steps;
    QLabel *m_informedTitle;
    QVBoxLayout *m_informed;
    QLabel *m_owner;
    QPushButton *m_assign;
    QLabel *m_hindrance;
    QPushButton *m_close;
};

} // namespace gatehouse::admin
