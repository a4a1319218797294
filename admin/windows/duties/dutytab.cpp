// SPDX-License-Identifier: GPL-3.0-or-later
#include "dutytab.h"

#include "domain/ledgerentry.h"
#include "windows/parts/buttonflow.h"
#include "windows/parts/widgets.h"

#include <QVBoxLayout>

namespace gatehouse::admin
{

using namespace domain;

DutyTab::DutyTab(Workbench &workbench, const QString &tableName, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_table(new RecordTable(this)), m_summary(makeLabel(this, "heading")),
      m_buttons(new ButtonFlow)
{
    m_view = new RecordView(m_table, RecordView::Scrolling, this);
    m_view->setObjectName(tableName);
    m_summary->setWordWrap(true);
    m_buttons->setSpacing(10);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(22, 12, 22, 12);
    head->setSpacing(10);
    head->addWidget(m_summary);
    head->addLayout(m_buttons);
    layout->addLayout(head);
    layout->addWidget(m_view, 1);
    connect(m_view, &RecordView::keySelected, this, [this] { selectionChanged(); });
    connect(&m_workbench, &Workbench::changed, this, [this] { reload(); });
    connect(&m_workbench, &Workbench::directoryChanged, this, [this] { reload(); });
}

void DutyTab::wipe()
{
    m_table->clear();
    m_summary->clear();
}

QPushButton *DutyTab::addButton(const QString &objectName, const char *role, std::function<void()> press)
{
    QPushButton *button = makeButton(this, objectName, role);
    connect(button, &QPushButton::clicked, this, std::move(press));
    m_buttons->addWidget(button);
    return button;
}

void DutyTab::setUrgent(int count)
{
    m_urgent = count;
    Q_EMIT urgentChanged();
}

QString DutyTab::complaint(const Error &error) const
{
    const QString own = refusal(error);
    return own.isEmpty() ? Texts::error(error) : own;
}

QString DutyTab::staffName(const StaffId &id) const
{
    if (m_workbench.directory().staff.empty())
        return {}; // not read yet
    const QString name = m_workbench.directory().staffName(id);
    return name.isEmpty() ? tr("a former member of staff") : name;
}

QString DutyTab::zoneName(const ZoneId &id) const
{
    const Zone *zone = m_workbench.directory().zone(id);
    return zone ? Texts::zoneName(*zone) : id.key;
}

QString DutyTab::subjectName(const QString &subject) const
{
    if (const auto staff = staffOf(subject))
        return staffName(*staff);
    return tr("a visitor");
}

QList<FormDialog::Choice> DutyTab::staffChoices(bool subjects) const
{
    QList<FormDialog::Choice> people;
    for (const Staff &staff : m_workbench.directory().staff) {
        if (staff.state == StaffState::Active)
            people.append(
                {subjects ? staffSubject(staff.id) : staff.id.text(), QStringLiteral("%1  %2").arg(staff.number, staff.name)});
    }
    return people;
}

QList<FormDialog::Choice> DutyTab::zoneChoices() const
{
    QList<FormDialog::Choice> zones;
    for (const Zone &zone : m_workbench.directory().zones)
        zones.append({zone.id.key, Texts::zoneName(zone)});
    return zones;
}

} // namespace gatehouse::admin
