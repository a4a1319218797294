// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/escortrules.h"
#include "workbench.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QFormLayout;
class QPushButton;
class QSpinBox;

namespace gatehouse::admin
{

/// A person and, as asked for, a choice and dates: whom to ask, whom to give a duty, access or authorisation.
class PersonDialog : public QDialog
{
    Q_OBJECT

public:
    PersonDialog(const QString &title, const QString &action, QWidget *parent);

    /// Those who can be chosen, in this order.
    void setPeople(const std::vector<domain::Staff> &people);
    /// A second choice: code and words.
    void addChoice(const QString &label, const QList<std::pair<QString, QString>> &choices);
    void addCheck(const QString &label);
    void addUntil(const QDate &proposed);
    void addTraining(const QDate &today);

    domain::StaffId person() const;
    QString choice() const;
    bool checked() const;
    /// End of that day at the site, in UTC.
    QDateTime until() const;
    QDate training() const;

private:
    QFormLayout *m_form;
    QComboBox *m_person;
    QComboBox *m_choice = nullptr;
    QCheckBox *m_check = nullptr;
    QDateEdit *m_until = nullptr;
    QDateEdit *m_training = nullptr;
    QPushButton *m_accept;
};

/// The end of an escort: the work confirmed, heads counted, fire protection working again where it was impaired.
class ReleaseDialog : public QDialog
{
    Q_OBJECT

public:
    ReleaseDialog(const QString &visitor, bool fireProtection, QWidget *parent);
    domain::ReleaseWords words() const;

private:
    QCheckBox *m_work;
    QSpinBox *m_heads;
    QCheckBox *m_restored;
};

} // namespace gatehouse::admin
