// SPDX-License-Identifier: GPL-3.0-or-later
#include "machineroompage.h"

#include "presentation/words.h"
#include "roomaccesstab.h"
#include "roomdutiestab.h"
#include "roomemergenciestab.h"
#include "roomvisitorstab.h"
#include "windows/parts/widgets.h"

#include <QHBoxLayout>
#include <QTimer>

#include <algorithm>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

namespace
{
constexpr int roomRefreshMs = 15000; // an escort goes unanswered, a window ends, without anything being written
constexpr int roomMargin = 22;
constexpr int reviewAhead = 14; // days before the quarter's review is due
} // namespace

MachineRoomPage::MachineRoomPage(Workbench &workbench, AppSettings &settings, QWidget *parent)
    : Page(workbench, settings, parent), m_tables(new QStackedWidget(this)),
      m_emergencies(new RoomEmergenciesTab(workbench, this))
{
    setObjectName(u"machineRoomPage"_s);
    m_summary = makeLabel(this, "heading");
    m_summary->setObjectName(u"roomSummary"_s);
    m_alarm = makeLabel(this);
    m_alarm->setObjectName(u"roomAlarm"_s);
    m_alarm->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(roomMargin, 14, roomMargin, 10);
    head->setSpacing(10);
    head->addWidget(m_summary, 1);
    auto *visitors = new RoomVisitorsTab(workbench, this);
    connect(visitors, &RoomVisitorsTab::openAsked, this, &MachineRoomPage::openAsked);
    addTab(visitors, u"roomVisitorsTab"_s, head);
    addTab(m_emergencies, u"roomEmergenciesTab"_s, head);
    addTab(new RoomAccessTab(workbench, this), u"roomAccessTab"_s, head);
    addTab(new RoomDutiesTab(workbench, this), u"roomDutiesTab"_s, head);
    auto *alarmRow = new QHBoxLayout;
    alarmRow->setContentsMargins(roomMargin, 0, roomMargin, 8);
    alarmRow->addWidget(m_alarm, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(alarmRow);
    layout->addWidget(m_tables, 1);
    connect(&m_workbench, &Workbench::changed, this, &MachineRoomPage::reload);
    connect(&m_workbench, &Workbench::directoryChanged, this, &MachineRoomPage::reload);
    connect(&m_settings, &AppSettings::keysChanged, this, &MachineRoomPage::retranslate);
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &MachineRoomPage::reload);
    timer->start(roomRefreshMs);
    showTab(0);
    retranslate();
}

void MachineRoomPage::addTab(RoomTab *tab, const QString &objectName, QHBoxLayout *row)
{
    QPushButton *button = makeButton(this, objectName);
    button->setCheckable(true);
    row->addWidget(button);
    m_tables->addWidget(tab);
    connect(button, &QPushButton::clicked, this, [this, index = m_tabs.size()] { showTab(static_cast<int>(index)); });
    connect(tab, &RoomTab::said, this, &Page::said);
    m_tabs.append({button, tab});
}

void MachineRoomPage::showTab(int index)
{
    for (int i = 0; i < m_tabs.size(); ++i)
        m_tabs[i].button->setChecked(i == index);
    m_tables->setCurrentIndex(index);
}

RecordTable *MachineRoomPage::visitors() const
{
    return m_tabs.front().tab->table();
}

void MachineRoomPage::admitEmergency()
{
    showTab(m_tables->indexOf(m_emergencies));
    m_emergencies->admit();
}

QString MachineRoomPage::title() const
{
    const auto id = zone();
    const Zone *known = id ? m_workbench.directory().zone(*id) : nullptr;
    return known ? Texts::zoneName(*known) : tr("Machine room");
}

void MachineRoomPage::start()
{
    showTab(0);
    reload();
}

void MachineRoomPage::wipe()
{
    m_view.reset();
    for (const Section &section : m_tabs)
        section.tab->setRoom({});
    m_summary->clear();
    m_alarm->clear();
    m_alarm->hide();
}

void MachineRoomPage::focusFirst()
{
    m_tabs[m_tables->currentIndex()].tab->view()->setFocus();
}

std::optional<ZoneId> MachineRoomPage::zone() const
{
    for (const Zone &candidate : m_workbench.directory().zones) {
        if (candidate.escort != EscortRule::None)
            return candidate.id;
    }
    return std::nullopt;
}

void MachineRoomPage::reload()
{
    const auto id = zone();
    if (!m_workbench.isWorking() || !id)
        return;
    if (m_loading) {
        m_again = true;
        return;
    }
    m_loading = true;
    m_workbench.ask(
        this,
        [zone = *id](Seat &seat) -> Result<usecases::RoomView> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::readRoom(seat.workplace(), *session, seat.cards(), zone);
        },
        [this](Result<usecases::RoomView> view) {
            m_loading = false;
            if (view && m_workbench.isWorking()) {
                m_view = std::make_shared<const usecases::RoomView>(std::move(*view));
                refresh();
            }
            if (std::exchange(m_again, false))
                reload();
        });
}

void MachineRoomPage::refresh()
{
    if (!m_view)
        return;
    for (const Section &section : m_tabs)
        section.tab->setRoom(m_view);
    const auto count = [](const auto &list, auto holdsTrue) {
        return static_cast<int>(std::count_if(list.begin(), list.end(), holdsTrue));
    };
    const auto &visitors = m_view->visitors;
    const int inside = count(visitors, [](const usecases::RoomVisitor &visitor) { return visitor.insideSince.has_value(); });
    const int astray = count(visitors, [](const usecases::RoomVisitor &visitor) { return !visitor.astray.isEmpty(); });
    const int mine = count(visitors, [](const usecases::RoomVisitor &visitor) { return visitor.mine || visitor.toApprove; });
    int others = 0;
    for (const Presence &person : m_view->othersInside)
        others += person.heads;
    QString summary = inside == 0 ? tr("No visitor is inside.") : tr("%n visitor(s) inside", nullptr, inside);
    if (others > 0)
        summary += u"  ·  "_s + tr("%n other(s) inside", nullptr, others);
    const bool leads = m_workbench.has(Role::Manager) || m_view->capacities.contains(dutyName(Duty::Lead));
    const int toReview = !leads ? 0 : count(m_view->accessList, [this](const AccessGrant &grant) {
        return m_view->at < grant.until && (grant.isUnused(m_view->at) || m_view->at.addDays(reviewAhead) >= grant.reviewDue());
    });
    if (toReview > 0)
        summary += u"  ·  "_s + tr("%n entry(ies) of the access list to review", nullptr, toReview);
    m_summary->setText(summary);
    QStringList alarms;
    if (astray > 0)
        alarms << tr("%n visitor(s) inside without a valid escort. Go there now.", nullptr, astray);
    const StaffId me = m_workbench.person() ? m_workbench.person()->staff.id : StaffId();
    const int toHandOver = count(
        visitors, [&](const usecases::RoomVisitor &visitor) { return visitor.handOverSoon && visitor.access.escort == me; });
    if (toHandOver > 0)
        alarms << tr("Hand %n visitor(s) over: your authorisation or your shift ends.", nullptr, toHandOver);
    const auto &emergencies = m_view->emergencies;
    const int unconfirmed = count(emergencies, [](const usecases::RoomEmergency &one) { return !one.emergency.confirmedBy; });
    if (unconfirmed > 0)
        alarms << tr("%n emergency entry(ies) to be confirmed by a manager", nullptr, unconfirmed);
    setVerdict(m_alarm, Tone::Bad, alarms.join(u"  ·  "_s));
    m_alarm->setVisible(!alarms.isEmpty());
    Q_EMIT countChanged(inside, mine + toHandOver, astray);
}

void MachineRoomPage::retranslate()
{
    m_emergencies->setKey(m_settings.key(Command::EmergencyEntry));
    for (const Section &section : m_tabs) {
        section.tab->retranslate();
        section.button->setText(section.tab->title());
    }
    refresh();
}

} // namespace gatehouse::admin
