// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "usecases/staffaccounts.h"
#include "windows/parts/keptdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

class QFormLayout;

namespace gatehouse::admin
{

/// What a manager says of a new person: number, name, grade, roles, the date of the signed confidentiality agreement (R20).
class StaffDialog : public KeptDialog
{
    Q_OBJECT

public:
    StaffDialog(const QDate &today, QWidget *parent);

    usecases::NewStaff staff() const;

private:
    void addRow(const QString &text, QWidget *field);
    void buildPerson();
    void buildRoles();
    void buildAgreement(const QDate &today);
    QLayout *buildFoot();
    void judge();
    /// Escorts of the machine room are managerial staff (R4).
    void applyGrade();

    QFormLayout *m_form;
    QLineEdit *m_number;
    QLineEdit *m_name;
    QComboBox *m_grade;
    QList<QPair<domain::Role, QCheckBox *>> m_roles;
    QLabel *m_whyNoEscort;
    QDateEdit *m_agreement;
    QCheckBox *m_signed;
    QPushButton *m_accept;
    QLabel *m_message;
};

} // namespace gatehouse::admin
