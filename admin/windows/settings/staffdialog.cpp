// SPDX-License-Identifier: GPL-3.0-or-later
#include "staffdialog.h"

#include "style/focusring.h"
#include "texts.h"
#include "usecases/staffbounds.h"
#include "windows/parts/widgets.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int boxIndent = 32; ///< where the words of a box begin
} // namespace

StaffDialog::StaffDialog(const QDate &today, QWidget *parent) : KeptDialog(parent), m_form(new QFormLayout)
{
    setObjectName(u"staffDialog"_s);
    setWindowTitle(tr("Invite a person"));
    setMinimumWidth(520);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 24, 28, 24);
    QLabel *heading = makeLabel(this, "title");
    heading->setText(tr("Invite a person"));
    layout->addWidget(heading);
    m_form->setVerticalSpacing(10);
    m_form->setHorizontalSpacing(20);
    layout->addLayout(m_form);
    layout->addSpacing(12);
    buildPerson();
    buildRoles();
    buildAgreement(today);
    layout->addLayout(buildFoot());
    applyGrade();
    judge();
    new FocusRing(this);
}

void StaffDialog::addRow(const QString &text, QWidget *field)
{
    QLabel *label = makeLabel(this);
    label->setText(text);
    m_form->addRow(label, field);
    nameAfter(field, label);
}

void StaffDialog::buildPerson()
{
    m_number = new QLineEdit(this);
    m_number->setObjectName(u"newNumber"_s);
    setLongest(m_number, usecases::longestStaffNumber);
    m_number->setValidator(new QRegularExpressionValidator(QRegularExpression(u"[\\p{L}\\p{N}-]*"_s), m_number));
    m_name = new QLineEdit(this);
    m_name->setObjectName(u"newName"_s);
    setLongest(m_name, usecases::longestName);
    m_grade = new QComboBox(this);
    m_grade->setObjectName(u"newGrade"_s);
    for (const domain::Grade grade : {domain::Grade::Employee, domain::Grade::Managerial})
        m_grade->addItem(Texts::grade(grade), static_cast<int>(grade));
    addRow(tr("Staff number"), m_number);
    addRow(tr("Name"), m_name);
    addRow(tr("Grade"), m_grade);
    for (QLineEdit *line : {m_number, m_name})
        connect(line, &QLineEdit::textChanged, this, &StaffDialog::judge);
    connect(m_grade, &QComboBox::currentIndexChanged, this, &StaffDialog::applyGrade);
}

void StaffDialog::buildRoles()
{
    for (const domain::Role role : {domain::Role::Guard, domain::Role::Escort, domain::Role::Manager, domain::Role::Auditor,
                                    domain::Role::Administrator}) {
        auto *box = new QCheckBox(Texts::role(role), this);
        box->setObjectName(u"role-"_s + domain::roleName(role));
        auto *field = new QVBoxLayout;
        field->setSpacing(0);
        field->addWidget(box);
        m_form->addRow(m_roles.isEmpty() ? tr("Roles (none: may only be a host)") : QString(), field);
        m_roles.append({role, box});
        if (role == domain::Role::Escort) { // under the words of its box
            m_whyNoEscort = makeLabel(this, "muted");
            m_whyNoEscort->setObjectName(u"whyNoEscort"_s);
            m_whyNoEscort->setText(tr("Managerial staff only"));
            m_whyNoEscort->setIndent(boxIndent);
            field->addWidget(m_whyNoEscort);
        }
    }
}

void StaffDialog::buildAgreement(const QDate &today)
{
    m_signed = new QCheckBox(tr("The confidentiality agreement is signed"), this);
    m_signed->setObjectName(u"newSigned"_s);
    m_form->addRow(m_signed); // over the whole width: a box does not wrap its text
    m_agreement = new QDateEdit(today, this);
    m_agreement->setObjectName(u"newAgreement"_s);
    m_agreement->setMaximumDate(today);
    m_agreement->setDisplayFormat(u"yyyy-MM-dd"_s);
    m_agreement->setCalendarPopup(true);
    addRow(tr("Signed on"), m_agreement);
    connect(m_signed, &QCheckBox::toggled, this, &StaffDialog::judge);
}

QLayout *StaffDialog::buildFoot()
{
    QPushButton *cancel = makeButton(this, u"cancelStaff"_s);
    cancel->setText(tr("Cancel"));
    m_accept = makeButton(this, u"confirmStaff"_s, "primary");
    m_accept->setText(tr("Certify and invite"));
    m_accept->setDefault(true);
    m_message = makeLabel(this);
    m_message->setObjectName(u"staffMessage"_s);
    m_message->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(buttonGap);
    buttons->addWidget(m_message, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_accept);
    connect(cancel, &QPushButton::clicked, this, &CarefulDialog::leave);
    sendBy(m_accept, m_message);
    return buttons;
}

void StaffDialog::applyGrade()
{
    const bool managerial = m_grade->currentData().toInt() == static_cast<int>(domain::Grade::Managerial);
    m_whyNoEscort->setVisible(!managerial);
    for (const auto &[role, box] : m_roles) {
        if (role != domain::Role::Escort)
            continue;
        box->setEnabled(managerial);
        box->setChecked(box->isChecked() && managerial);
    }
}

void StaffDialog::judge()
{
    const QString excess = tooLong(this);
    setVerdict(m_message, excess.isEmpty() ? Tone::Neutral : Tone::Warn, excess);
    m_accept->setEnabled(!m_number->text().trimmed().isEmpty() && !m_name->text().trimmed().isEmpty() &&
                         m_signed->isChecked() && excess.isEmpty());
    m_agreement->setEnabled(m_signed->isChecked());
}

usecases::NewStaff StaffDialog::staff() const
{
    usecases::NewStaff staff;
    staff.number = m_number->text().trimmed();
    staff.name = m_name->text().trimmed();
    staff.grade = static_cast<domain::Grade>(m_grade->currentData().toInt());
    for (const auto &[role, box] : m_roles) {
        if (box->isChecked())
            staff.roles.insert(role);
    }
    staff.agreementDate = m_agreement->date();
    staff.language = Texts::isChinese() ? u"zh_CN"_s : u"en"_s;
    return staff;
}

} // namespace gatehouse::admin
