// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "usecases/invitations.h"
#include "windows/parts/keptdialog.h"
#include "workbench.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QPushButton>

class QFormLayout;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace gatehouse::admin
{

/// Who invites whom for when: host, purpose, its optional zones, the window, and for an escorted zone what the host says about
/// the work. The window begins with the next half hour and is as long as the purpose's visits are. Only asks; who opened it
/// creates the invitation.
class InvitationDialog : public KeptDialog
{
    Q_OBJECT

public:
    InvitationDialog(const Workbench &workbench, QWidget *parent);

    usecases::NewInvitation invitation() const;

private:
    void buildForm(QVBoxLayout *layout);
    void addRow(QFormLayout *form, const QString &text, QWidget *field);
    void fillHosts();
    void applyPurpose();
    void judge();
    void buildWork(QFormLayout *form);
    /// Whether the purpose, or a zone that is ticked, is entered with an escort.
    bool asksWork() const;

    const Workbench &m_workbench;
    QComboBox *m_host;
    QComboBox *m_purpose;
    QVBoxLayout *m_zoneBoxes;
    QList<QPair<domain::ZoneId, QCheckBox *>> m_zones;
    QDateTimeEdit *m_from;
    QDateTimeEdit *m_until;
    QFormLayout *m_form;
    QLineEdit *m_reason;
    QLineEdit *m_area;
    QLineEdit *m_change;
    QComboBox *m_method;
    QLabel *m_workProblem;
    QPushButton *m_create;
};

} // namespace gatehouse::admin
