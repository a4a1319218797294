// SPDX-License-Identifier: GPL-3.0-or-later
#include "invitationdialog.h"

#include "presentation/words.h"
#include "style/focusring.h"
#include "texts.h"
#include "windows/parts/widgets.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>

#include <algorithm>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

namespace
{
constexpr int halfHourSecs = 1800;
constexpr int longestWorkWords = 200;
constexpr int longestChangeNumber = 40;

QDateTime nextHalfHour(const QDateTime &now)
{
    const qint64 secs = now.toSecsSinceEpoch();
    return QDateTime::fromSecsSinceEpoch((secs / halfHourSecs + 1) * halfHourSecs).toLocalTime();
}
} // namespace

InvitationDialog::InvitationDialog(const Workbench &workbench, QWidget *parent) : KeptDialog(parent), m_workbench(workbench)
{
    setObjectName(u"invitationDialog"_s);
    setWindowTitle(tr("Invite a visitor"));
    setMinimumWidth(560);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 24, 28, 24);
    layout->setSpacing(12);
    QLabel *heading = makeLabel(this, "title");
    heading->setText(tr("Invite a visitor"));
    layout->addWidget(heading);
    buildForm(layout);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(buttonGap);
    QPushButton *cancel = makeButton(this, u"cancelInvitation"_s);
    cancel->setText(tr("Cancel"));
    m_create = makeButton(this, u"createInvitation"_s, "primary");
    m_create->setText(tr("Make the invitation"));
    m_create->setDefault(true);
    QLabel *message = makeLabel(this);
    message->setObjectName(u"invitationMessage"_s);
    message->setWordWrap(true);
    buttons->addWidget(message, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_create);
    layout->addSpacing(12);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &CarefulDialog::leave);
    sendBy(m_create, message);
    connect(m_purpose, &QComboBox::currentIndexChanged, this, &InvitationDialog::applyPurpose);
    for (QDateTimeEdit *edit : {m_from, m_until})
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, &InvitationDialog::judge);
    applyPurpose();
    new FocusRing(this);
}

void InvitationDialog::buildForm(QVBoxLayout *layout)
{
    auto *form = new QFormLayout;
    m_form = form;
    form->setVerticalSpacing(10);
    form->setHorizontalSpacing(20);
    m_host = new QComboBox(this);
    m_host->setObjectName(u"invitationHost"_s);
    fillHosts();
    m_purpose = new QComboBox(this);
    m_purpose->setObjectName(u"invitationPurpose"_s);
    for (const Purpose &one : m_workbench.directory().purposes) {
        if (one.entering)
            m_purpose->addItem(Texts::purposeName(one), one.id.key);
    }
    m_from = new QDateTimeEdit(nextHalfHour(m_workbench.now()), this);
    m_from->setObjectName(u"invitationFrom"_s);
    m_until = new QDateTimeEdit(m_from->dateTime(), this);
    m_until->setObjectName(u"invitationUntil"_s);
    for (QDateTimeEdit *edit : {m_from, m_until}) {
        edit->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
        edit->setCalendarPopup(true);
    }
    addRow(form, tr("Host"), m_host);
    addRow(form, tr("Purpose"), m_purpose);
    auto *zones = new QWidget(this);
    m_zoneBoxes = new QVBoxLayout(zones);
    m_zoneBoxes->setContentsMargins(0, 0, 0, 0);
    form->addRow(nullptr, zones);
    addRow(form, tr("From"), m_from);
    addRow(form, tr("Until"), m_until);
    buildWork(form);
    layout->addLayout(form);
}

void InvitationDialog::buildWork(QFormLayout *form)
{
    const auto line = [this](const QString &name, int longest) {
        auto *field = new QLineEdit(this);
        field->setObjectName(name);
        setLongest(field, longest);
        field->setPlaceholderText(tr("if you know it"));
        connect(field, &QLineEdit::textChanged, this, &InvitationDialog::judge);
        return field;
    };
    m_reason = line(u"invitationReason"_s, longestWorkWords);
    m_area = line(u"invitationArea"_s, longestWorkWords);
    m_change = line(u"invitationChange"_s, longestChangeNumber);
    m_method = new QComboBox(this);
    m_method->setObjectName(u"invitationMethod"_s);
    m_method->addItem(tr("not known"), QString());
    for (const QString &code : workMethods())
        m_method->addItem(presentation::workMethodText(code), code);
    m_workProblem = makeLabel(this);
    m_workProblem->setObjectName(u"invitationProblem"_s);
    m_workProblem->setWordWrap(true);
    addRow(form, tr("Reason"), m_reason);
    addRow(form, tr("Rack or area"), m_area);
    addRow(form, tr("Change number"), m_change);
    addRow(form, tr("How"), m_method);
    form->addRow(QString(), m_workProblem);
}

bool InvitationDialog::asksWork() const
{
    const Purpose *chosen = m_workbench.directory().purpose(PurposeId{m_purpose->currentData().toString()});
    if (!chosen)
        return false;
    std::vector<ZoneId> zones = chosen->zones;
    for (const auto &[zone, box] : m_zones) {
        if (box->isChecked())
            zones.push_back(zone);
    }
    return std::any_of(zones.begin(), zones.end(), [this](const ZoneId &id) {
        const Zone *zone = m_workbench.directory().zone(id);
        return zone && zone->escort != EscortRule::None;
    });
}

void InvitationDialog::addRow(QFormLayout *form, const QString &text, QWidget *field)
{
    QLabel *label = makeLabel(this);
    label->setText(text);
    form->addRow(label, field);
    nameAfter(field, label);
}

void InvitationDialog::fillHosts()
{
    for (const Staff &staff : m_workbench.directory().staff) {
        if (staff.state == StaffState::Active)
            m_host->addItem(staff.name, staff.id.value);
    }
    if (m_workbench.person())
        m_host->setCurrentIndex(qMax(0, m_host->findData(m_workbench.person()->staff.id.value)));
}

void InvitationDialog::applyPurpose()
{
    const Purpose *chosen = m_workbench.directory().purpose(PurposeId{m_purpose->currentData().toString()});
    for (const auto &[zone, box] : m_zones)
        box->deleteLater();
    m_zones.clear();
    if (chosen) {
        for (const ZoneId &id : chosen->optionalZones) {
            auto *box = new QCheckBox(tr("also: %1").arg(Texts::zoneNames(m_workbench.directory(), {id})), this);
            m_zoneBoxes->addWidget(box);
            connect(box, &QCheckBox::toggled, this, &InvitationDialog::judge);
            m_zones.append({id, box});
        }
        m_until->setDateTime(m_from->dateTime().addSecs(60LL * chosen->durationMinutes));
    }
    m_zoneBoxes->parentWidget()->setVisible(!m_zones.isEmpty());
    judge();
}

void InvitationDialog::judge()
{
    const bool work = asksWork();
    for (QWidget *field : {static_cast<QWidget *>(m_reason), static_cast<QWidget *>(m_area), static_cast<QWidget *>(m_change),
                           static_cast<QWidget *>(m_method)}) {
        field->setVisible(work);
        m_form->labelForField(field)->setVisible(work);
    }
    const bool numbered = !work || isChangeNumber(m_change->text().trimmed());
    const QString excess = tooLong(this);
    m_workProblem->setVisible(!numbered || !excess.isEmpty());
    setVerdict(m_workProblem, Tone::Bad,
               excess.isEmpty() ? tr("A change number has letters, digits and - / . _ # : only.") : excess);
    const bool future = m_until->dateTime().toUTC() > m_workbench.now();
    m_create->setEnabled(numbered && excess.isEmpty() && m_purpose->count() > 0 && m_host->count() > 0 && future &&
                         m_until->dateTime() > m_from->dateTime());
}

usecases::NewInvitation InvitationDialog::invitation() const
{
    usecases::NewInvitation wanted;
    wanted.host = StaffId{m_host->currentData().toUuid()};
    wanted.purpose = PurposeId{m_purpose->currentData().toString()};
    for (const auto &[zone, box] : m_zones) {
        if (box->isChecked())
            wanted.optionalZones.push_back(zone);
    }
    wanted.from = m_from->dateTime().toUTC();
    wanted.until = m_until->dateTime().toUTC();
    if (asksWork())
        wanted.work = {m_reason->text().trimmed(), m_area->text().trimmed(), m_change->text().trimmed(),
                       m_method->currentData().toString()};
    return wanted;
}

} // namespace gatehouse::admin
