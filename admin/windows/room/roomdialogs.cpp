// SPDX-License-Identifier: GPL-3.0-or-later
#include "roomdialogs.h"

#include "windows/parts/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QSpinBox>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

namespace
{
constexpr int dialogWidth = 460;

/// Cancel and the deed, at the foot.
QPushButton *addButtons(QDialog *dialog, QVBoxLayout *layout, const QString &action)
{
    auto *cancel = makeButton(dialog, u"roomCancel"_s);
    cancel->setText(QDialog::tr("Cancel"));
    auto *accept = makeButton(dialog, u"roomAccept"_s, "primary");
    accept->setText(action);
    accept->setDefault(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(buttonGap);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(accept);
    layout->addLayout(row);
    QObject::connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    QObject::connect(accept, &QPushButton::clicked, dialog, &QDialog::accept);
    return accept;
}

QVBoxLayout *frameOf(QDialog *dialog, const QString &title)
{
    dialog->setWindowTitle(title);
    dialog->setMinimumWidth(dialogWidth);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(16);
    auto *heading = makeLabel(dialog, "heading");
    setFreeText(heading, title);
    heading->setWordWrap(true);
    layout->addWidget(heading);
    return layout;
}

/// A field with its label, whose words it also has for those who do not see it.
void addNamed(QFormLayout *form, const QString &text, QWidget *field)
{
    QLabel *label = makeLabel(field->parentWidget());
    label->setText(text);
    form->addRow(label, field);
    nameAfter(field, label);
}

QDateEdit *makeDate(QWidget *parent, const QString &objectName, const QDate &date)
{
    auto *edit = new QDateEdit(date, parent);
    edit->setObjectName(objectName);
    edit->setDisplayFormat(u"yyyy-MM-dd"_s);
    edit->setCalendarPopup(true);
    return edit;
}
} // namespace

PersonDialog::PersonDialog(const QString &title, const QString &action, QWidget *parent)
    : QDialog(parent), m_form(new QFormLayout), m_person(new QComboBox(this))
{
    setObjectName(u"personDialog"_s);
    m_person->setObjectName(u"roomPerson"_s);
    QVBoxLayout *layout = frameOf(this, title);
    m_form->setSpacing(12);
    addNamed(m_form, tr("Person"), m_person);
    layout->addLayout(m_form);
    m_accept = addButtons(this, layout, action);
    m_accept->setEnabled(false);
}

void PersonDialog::setPeople(const std::vector<Staff> &people)
{
    for (const Staff &person : people)
        m_person->addItem(tr("%1 · %2").arg(person.name, person.number), person.id.text());
    m_accept->setEnabled(m_person->count() > 0);
}

void PersonDialog::addChoice(const QString &label, const QList<std::pair<QString, QString>> &choices)
{
    m_choice = new QComboBox(this);
    m_choice->setObjectName(u"roomChoice"_s);
    for (const auto &[code, words] : choices)
        m_choice->addItem(words, code);
    addNamed(m_form, label, m_choice);
}

void PersonDialog::addCheck(const QString &label)
{
    m_check = new QCheckBox(label, this);
    m_check->setObjectName(u"roomCheck"_s);
    m_form->addRow(QString(), m_check);
}

void PersonDialog::addUntil(const QDate &proposed)
{
    m_until = makeDate(this, u"roomUntil"_s, proposed);
    addNamed(m_form, tr("Until"), m_until);
}

void PersonDialog::addTraining(const QDate &today)
{
    m_training = makeDate(this, u"roomTraining"_s, today);
    m_training->setMaximumDate(today);
    addNamed(m_form, tr("Trained on"), m_training);
}

StaffId PersonDialog::person() const
{
    return StaffId::fromText(m_person->currentData().toString());
}

QString PersonDialog::choice() const
{
    return m_choice ? m_choice->currentData().toString() : QString();
}

bool PersonDialog::checked() const
{
    return m_check && m_check->isChecked();
}

QDateTime PersonDialog::until() const
{
    return m_until ? QDateTime(m_until->date().addDays(1), QTime(0, 0), Qt::LocalTime).toUTC() : QDateTime();
}

QDate PersonDialog::training() const
{
    return m_training ? m_training->date() : QDate();
}

ReleaseDialog::ReleaseDialog(const QString &visitor, bool fireProtection, QWidget *parent)
    : QDialog(parent), m_work(new QCheckBox(tr("The work is done, or was stopped and left safe"), this)),
      m_heads(new QSpinBox(this)), m_restored(new QCheckBox(tr("The fire protection works again"), this))
{
    setObjectName(u"releaseDialog"_s);
    QVBoxLayout *layout = frameOf(this, tr("Release %1").arg(visitor));
    m_work->setObjectName(u"releaseWork"_s);
    m_heads->setObjectName(u"releaseHeads"_s);
    m_heads->setRange(0, 99);
    m_restored->setObjectName(u"releaseRestored"_s);
    m_restored->setVisible(fireProtection);
    auto *form = new QFormLayout;
    form->addRow(m_work);
    addNamed(form, tr("People counted out"), m_heads);
    form->addRow(m_restored);
    layout->addLayout(form);
    addButtons(this, layout, tr("Release"));
}

ReleaseWords ReleaseDialog::words() const
{
    return {m_work->isChecked(), m_heads->value(), 0, m_restored->isChecked()};
}

} // namespace gatehouse::admin
