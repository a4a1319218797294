// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskvisit.h"

#include "domain/visitorform.h"
#include "texts.h"
#include "windows/parts/widgets.h"

#include <QFormLayout>

#include <algorithm>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

namespace
{
constexpr int hostTypingMs = 150;
} // namespace

DeskVisit::DeskVisit(Workbench &workbench, QWidget *parent) : QFrame(parent), m_workbench(workbench)
{
    setProperty("role", u"card"_s);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(20, 16, 20, 16);
    form->setVerticalSpacing(10);
    form->setHorizontalSpacing(20);
    m_purpose = new QComboBox(this);
    m_purpose->setObjectName(u"deskPurpose"_s);
    m_host = makeLine(u"deskHost"_s);
    m_host->setPlaceholderText(tr("Type two letters of the name"));
    m_hosts = new QListWidget(this);
    m_hosts->setObjectName(u"deskHosts"_s);
    m_hosts->setAccessibleName(tr("Hosts who match"));
    m_hosts->setProperty("role", u"framed"_s);
    m_hosts->setMaximumHeight(150);
    m_hosts->hide();
    m_company = makeLine(u"deskCompany"_s);
    m_phone = makeLine(u"deskPhone"_s);
    addRow(form, tr("Purpose"), m_purpose);
    m_hostLabel = addRow(form, tr("Host"), m_host);
    form->addRow(nullptr, m_hosts);
    m_companyLabel = addRow(form, tr("Company"), m_company);
    addRow(form, tr("Phone"), m_phone);
    auto *zones = new QWidget(this);
    m_zoneBoxes = new QVBoxLayout(zones);
    m_zoneBoxes->setContentsMargins(0, 0, 0, 0);
    form->addRow(nullptr, zones);
    m_hostTimer.setSingleShot(true);
    m_hostTimer.setInterval(hostTypingMs);
    for (const Purpose &one : m_workbench.directory().purposes) {
        if (one.entering)
            m_purpose->addItem(Texts::purposeName(one), one.id.key);
    }
    connect(&m_hostTimer, &QTimer::timeout, this, &DeskVisit::findHost);
    connect(m_host, &QLineEdit::textEdited, this, [this] {
        m_hostId.reset();
        m_hostTimer.start();
        Q_EMIT changed();
    });
    connect(m_host, &QLineEdit::returnPressed, this, [this] {
        if (m_hosts->isVisible() && m_hosts->count() > 0)
            chooseHost(m_hosts->item(0));
    });
    connect(m_hosts, &QListWidget::itemActivated, this, &DeskVisit::chooseHost);
    connect(m_hosts, &QListWidget::itemClicked, this, &DeskVisit::chooseHost);
    for (const QLineEdit *line : {m_company, m_phone})
        connect(line, &QLineEdit::textChanged, this, &DeskVisit::changed);
    connect(m_purpose, &QComboBox::currentIndexChanged, this, &DeskVisit::applyPurpose);
    setFocusProxy(m_purpose);
    applyPurpose();
}

QLabel *DeskVisit::addRow(QFormLayout *form, const QString &text, QWidget *field)
{
    QLabel *label = makeLabel(this);
    label->setText(text);
    form->addRow(label, field);
    nameAfter(field, label);
    return label;
}

QLineEdit *DeskVisit::makeLine(const QString &objectName)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(objectName);
    setLongest(line, longestField);
    return line;
}

const Purpose *DeskVisit::purpose() const
{
    return m_workbench.directory().purpose(PurposeId{m_purpose->currentData().toString()});
}

/// Whether `asks(const Zone &)` holds for a zone of the visit.
template <typename Asks>
bool DeskVisit::anyZone(Asks asks) const
{
    const Purpose *chosen = purpose();
    if (!chosen)
        return false;
    const auto holds = [&](const ZoneId &id) {
        const Zone *zone = m_workbench.directory().zone(id);
        return zone && asks(*zone);
    };
    return std::any_of(chosen->zones.begin(), chosen->zones.end(), holds) ||
           std::any_of(m_optionalZones.begin(), m_optionalZones.end(),
                       [&](const auto &one) { return one.second->isChecked() && holds(one.first); });
}

bool DeskVisit::asksDocument() const
{
    return anyZone([](const Zone &zone) { return zone.asksDocument; });
}

bool DeskVisit::asksTerms() const
{
    return anyZone([](const Zone &zone) { return zone.asksTerms; });
}

bool DeskVisit::asksWork() const
{
    return anyZone([](const Zone &zone) { return zone.escort != EscortRule::None; });
}

void DeskVisit::applyPurpose()
{
    const Purpose *chosen = purpose();
    if (!chosen)
        return;
    for (const auto &[zone, box] : m_optionalZones)
        box->deleteLater();
    m_optionalZones.clear();
    for (const ZoneId &id : chosen->optionalZones) {
        auto *box = new QCheckBox(tr("also: %1").arg(Texts::zoneNames(m_workbench.directory(), {id})), this);
        m_zoneBoxes->addWidget(box);
        m_optionalZones.append({id, box});
        connect(box, &QCheckBox::toggled, this, &DeskVisit::changed);
    }
    m_zoneBoxes->parentWidget()->setVisible(!m_optionalZones.isEmpty());
    m_host->setVisible(chosen->asksHost);
    m_hostLabel->setVisible(chosen->asksHost);
    m_company->setVisible(chosen->asksCompany);
    m_companyLabel->setVisible(chosen->asksCompany);
    Q_EMIT changed();
}

void DeskVisit::findHost()
{
    const QString typed = m_host->text().trimmed();
    if (typed.size() < 2 && !(typed.size() == 1 && typed.at(0).script() == QChar::Script_Han)) {
        m_hosts->hide();
        return;
    }
    m_workbench.ask(
        this, [typed](Seat &seat) { return usecases::findHosts(seat.workplace(), typed); },
        [this, typed](const Result<std::vector<usecases::HostMatch>> &matches) {
            if (matches && typed == m_host->text().trimmed() && !m_hostId)
                tookHosts(*matches);
        });
}

void DeskVisit::tookHosts(const std::vector<usecases::HostMatch> &matches)
{
    m_hosts->clear();
    for (const usecases::HostMatch &match : matches) {
        auto *item = new QListWidgetItem(match.name, m_hosts);
        item->setData(Qt::UserRole, match.id.value);
    }
    m_hosts->setVisible(m_hosts->count() > 0);
}

void DeskVisit::chooseHost(QListWidgetItem *item)
{
    m_hostId = StaffId{item->data(Qt::UserRole).toUuid()};
    m_host->setText(item->text());
    m_hosts->hide();
    m_company->setFocus();
    Q_EMIT changed();
}

QString DeskVisit::missing() const
{
    const Purpose *chosen = purpose();
    if (!chosen)
        return tr("Choose a purpose.");
    if (chosen->asksHost && !m_hostId && !m_host->text().trimmed().isEmpty())
        return tr("Choose the host from the list, or leave the field empty.");
    if (chosen->asksCompany && !companyProblem(m_company->text().trimmed(), true).isEmpty())
        return tr("Say which company the visitor comes from.");
    if (!phoneProblem(m_phone->text().trimmed()).isEmpty())
        return tr("A phone number has digits, spaces and + - ( ) only, and 40 characters at most.");
    return {};
}

void DeskVisit::fill(usecases::VisitRequest &request) const
{
    request.purpose = purpose()->id;
    if (purpose()->asksHost)
        request.host = m_hostId;
    for (const auto &[zone, box] : m_optionalZones) {
        if (box->isChecked())
            request.optionalZones.push_back(zone);
    }
}

void DeskVisit::fill(VisitorRecord &record) const
{
    if (purpose()->asksCompany)
        record.company = m_company->text().trimmed();
    record.phone = m_phone->text().trimmed();
}

} // namespace gatehouse::admin
