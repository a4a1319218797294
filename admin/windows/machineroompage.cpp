// SPDX-License-Identifier: GPL-3.0-or-later
#include "machineroompage.h"

#include "models/roomrows.h"
#include "presentation/words.h"
#include "reasondialog.h"
#include "recordview.h"
#include "roomdialogs.h"
#include "usecases/duties.h"
#include "usecases/escortvisit.h"
#include "widgets.h"

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
constexpr int margin = 22;

const QList<Duty> &allDuties()
{
    static const QList<Duty> duties{Duty::Lead, Duty::Keeper, Duty::Supervisor, Duty::FireKeeper, Duty::Maintainer};
    return duties;
}
} // namespace

MachineRoomPage::MachineRoomPage(Workbench &workbench, AppSettings &settings, QWidget *parent)
    : Page(workbench, settings, parent), m_tables(new QStackedWidget(this)), m_feet(new QStackedWidget(this))
{
    setObjectName(u"machineRoomPage"_s);
    m_summary = makeLabel(this, "heading");
    m_summary->setObjectName(u"roomSummary"_s);
    m_alarm = makeLabel(this);
    m_alarm->setObjectName(u"roomAlarm"_s);
    m_alarm->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(margin, 14, margin, 10);
    head->setSpacing(10);
    head->addWidget(m_summary, 1);
    addList(Visitors, u"roomVisitors"_s, head);
    addList(Access, u"roomAccess"_s, head);
    addList(Duties, u"roomDuties"_s, head);
    m_lists[Visitors].view->setStretches({3, 3, 0, 2, 0, 0, 4});
    m_lists[Access].view->setStretches({3, 3, 1, 1, 1, 3});
    m_lists[Duties].view->setStretches({3, 3, 1, 1});
    auto *alarmRow = new QHBoxLayout;
    alarmRow->setContentsMargins(margin, 0, margin, 8);
    alarmRow->addWidget(m_alarm, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(alarmRow);
    layout->addWidget(m_tables, 1);
    layout->addWidget(makeFoot());
    connect(&m_workbench, &Workbench::changed, this, &MachineRoomPage::reload);
    connect(&m_workbench, &Workbench::directoryChanged, this, &MachineRoomPage::reload);
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &MachineRoomPage::reload);
    timer->start(roomRefreshMs);
    showList(Visitors);
    retranslate();
}

void MachineRoomPage::addList(List list, const QString &objectName, QHBoxLayout *tabs)
{
    Section &section = m_lists[list];
    section.table = new RecordTable(this);
    section.view = new RecordView(section.table, RecordView::Scrolling, this);
    section.view->setObjectName(objectName);
    section.tab = makeButton(this, objectName + u"Tab"_s);
    section.tab->setCheckable(true);
    tabs->addWidget(section.tab);
    m_tables->addWidget(section.view);
    connect(section.tab, &QPushButton::clicked, this, [this, list] { showList(list); });
    connect(section.view, &RecordView::keySelected, this, &MachineRoomPage::enableDeeds);
}

QPushButton *MachineRoomPage::addDeed(QHBoxLayout *row, const QString &objectName, const char *role,
                                      void (MachineRoomPage::*deed)())
{
    QPushButton *button = makeButton(this, objectName, role);
    row->addWidget(button);
    connect(button, &QPushButton::clicked, this, deed);
    return button;
}

QWidget *MachineRoomPage::makeFoot()
{
    QHBoxLayout *rows[ListCount];
    for (QHBoxLayout *&row : rows) {
        auto *foot = new QWidget(m_feet);
        row = new QHBoxLayout(foot);
        row->setContentsMargins(margin, 12, margin, 14);
        row->setSpacing(12);
        row->addStretch(1);
        m_feet->addWidget(foot);
    }
    m_approve = addDeed(rows[Visitors], u"roomApprove"_s, "primary", &MachineRoomPage::approve);
    m_ask = addDeed(rows[Visitors], u"roomAsk"_s, nullptr, &MachineRoomPage::ask);
    m_accept = addDeed(rows[Visitors], u"roomAcceptVisitor"_s, "primary", &MachineRoomPage::accept);
    m_decline = addDeed(rows[Visitors], u"roomDecline"_s, nullptr, &MachineRoomPage::decline);
    m_brief = addDeed(rows[Visitors], u"roomBrief"_s, nullptr, &MachineRoomPage::brief);
    m_handOver = addDeed(rows[Visitors], u"roomHandOver"_s, nullptr, &MachineRoomPage::handOver);
    m_release = addDeed(rows[Visitors], u"roomRelease"_s, nullptr, &MachineRoomPage::release);
    m_revoke = addDeed(rows[Visitors], u"roomRevoke"_s, "danger", &MachineRoomPage::revoke);
    m_grant = addDeed(rows[Access], u"roomGrant"_s, "primary", &MachineRoomPage::grant);
    m_review = addDeed(rows[Access], u"roomReview"_s, nullptr, &MachineRoomPage::review);
    m_withdraw = addDeed(rows[Access], u"roomWithdraw"_s, "danger", &MachineRoomPage::withdrawAccess);
    m_giveDuty = addDeed(rows[Duties], u"roomGiveDuty"_s, "primary", &MachineRoomPage::giveDuty);
    m_authorise = addDeed(rows[Duties], u"roomAuthorise"_s, nullptr, &MachineRoomPage::authorise);
    m_endDuty = addDeed(rows[Duties], u"roomEndDuty"_s, "danger", &MachineRoomPage::endDuty);
    m_feet->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    return m_feet;
}

void MachineRoomPage::showList(int list)
{
    for (int i = 0; i < ListCount; ++i)
        m_lists[i].tab->setChecked(i == list);
    m_tables->setCurrentIndex(list);
    m_feet->setCurrentIndex(list);
    enableDeeds();
}

QString MachineRoomPage::title() const
{
    const auto id = zone();
    const Zone *known = id ? m_workbench.directory().zone(*id) : nullptr;
    return known ? Texts::zoneName(*known) : tr("Machine room");
}

void MachineRoomPage::start()
{
    showList(Visitors);
    reload();
}

void MachineRoomPage::wipe()
{
    m_view.reset();
    for (Section &section : m_lists)
        section.table->clear();
    m_summary->clear();
    m_alarm->clear();
    m_alarm->hide();
}

void MachineRoomPage::focusFirst()
{
    m_lists[m_tables->currentIndex()].view->setFocus();
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
    m_workbench.ask(this, [zone = *id](Seat &seat) -> Result<usecases::RoomView> {
        GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
        return usecases::readRoom(seat.workplace(), *session, seat.cards(), zone);
    }, [this](Result<usecases::RoomView> view) {
        m_loading = false;
        if (view && m_workbench.isWorking()) {
            m_view = std::move(*view);
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
    const SiteDirectory &site = m_workbench.directory();
    m_lists[Visitors].table->setRows(RoomRows::visitors(*m_view, site));
    m_lists[Access].table->setRows(RoomRows::accessList(*m_view, site));
    m_lists[Duties].table->setRows(RoomRows::duties(*m_view, site));
    const auto count = [&](auto holdsTrue) {
        return static_cast<int>(std::count_if(m_view->visitors.begin(), m_view->visitors.end(), holdsTrue));
    };
    const int inside = count([](const usecases::RoomVisitor &visitor) { return visitor.insideSince.has_value(); });
    const int astray = count([](const usecases::RoomVisitor &visitor) { return !visitor.astray.isEmpty(); });
    const int mine = count([](const usecases::RoomVisitor &visitor) { return visitor.mine; });
    int others = 0;
    for (const Presence &person : m_view->othersInside)
        others += person.heads;
    QString summary = inside == 0 ? tr("No visitor is inside.") : tr("%n visitor(s) inside", nullptr, inside);
    if (others > 0)
        summary += u"  ·  "_s + tr("%n other(s) inside", nullptr, others);
    m_summary->setText(summary);
    QStringList alarms;
    if (astray > 0)
        alarms << tr("%n visitor(s) inside without a valid escort. Go there now.", nullptr, astray);
    if (!m_view->emergencies.empty())
        alarms << tr("%n emergency entry(ies) to be confirmed by a manager", nullptr, static_cast<int>(m_view->emergencies.size()));
    setVerdict(m_alarm, Tone::Bad, alarms.join(u"  ·  "_s));
    m_alarm->setVisible(!alarms.isEmpty());
    enableDeeds();
    Q_EMIT countChanged(inside, mine, astray);
}

const usecases::RoomVisitor *MachineRoomPage::selected() const
{
    const VisitId id = VisitId::fromText(m_lists[Visitors].view->selectedKey());
    if (!m_view)
        return nullptr;
    const auto found = std::find_if(m_view->visitors.begin(), m_view->visitors.end(),
                                    [&](const usecases::RoomVisitor &visitor) { return visitor.access.visit == id; });
    return found == m_view->visitors.end() ? nullptr : &*found;
}

bool MachineRoomPage::leads() const
{
    return holds(dutyName(Duty::Lead)) || m_workbench.has(Role::Manager);
}

void MachineRoomPage::enableDeeds()
{
    if (!m_endDuty)
        return; // still being built
    const usecases::RoomVisitor *visitor = selected();
    const bool open = visitor && !visitor->access.isOver();
    const bool accepted = open && visitor->access.accepted;
    const StaffId me = m_workbench.person() ? m_workbench.person()->staff.id : StaffId();
    const bool charge = accepted && visitor->access.escort == me;
    const auto &approvals = open ? visitor->access.approvals : std::vector<ZoneApproval>();
    const bool gave = std::any_of(approvals.begin(), approvals.end(), [&](const ZoneApproval &approval) { return approval.by == me; });
    // A guard approves in the queue, where the document is seen; a duty approves here.
    const bool byDuty = m_view && std::any_of(m_view->capacities.begin(), m_view->capacities.end(),
                                              [](const QString &name) { return dutyFromName(name).has_value(); });
    m_approve->setEnabled(open && !visitor->access.approved && byDuty && !gave);
    m_ask->setEnabled(open && (decides() || visitor->access.host == me) && !charge);
    m_accept->setEnabled(open && visitor->mine);
    m_decline->setEnabled(open && visitor->mine && (visitor->access.handOverTo == me || visitor->access.escort == me));
    m_brief->setEnabled(open && decides() && !visitor->access.briefedAt);
    m_handOver->setEnabled(charge);
    m_release->setEnabled(accepted && (charge || decides()));
    m_revoke->setEnabled(open && (charge || decides()));
    const bool onList = !m_lists[Access].view->selectedKey().isEmpty();
    m_grant->setEnabled(leads());
    m_review->setEnabled(onList && leads());
    m_withdraw->setEnabled(onList && leads());
    m_giveDuty->setEnabled(m_workbench.has(Role::Manager));
    m_authorise->setEnabled(leads());
    m_endDuty->setEnabled(!m_lists[Duties].view->selectedKey().isEmpty() && leads());
}

std::vector<Staff> MachineRoomPage::people(bool escortsOnly) const
{
    std::vector<Staff> list;
    for (const Staff &person : m_workbench.directory().staff) {
        const bool escort = m_view && std::find(m_view->escorts.begin(), m_view->escorts.end(), person.id) != m_view->escorts.end();
        if (person.state == StaffState::Active && (escort || !escortsOnly))
            list.push_back(person);
    }
    return list;
}

void MachineRoomPage::refused(const Error &error)
{
    QString sentence = Texts::error(error);
    if (error.code == ErrorCode::Blocked)
        sentence = Texts::finding({Rule::R4, Verdict::Block, error.detail, {}}, m_workbench.directory());
    Q_EMIT said(Tone::Bad, sentence);
}

template <typename Deed>
void MachineRoomPage::act(Deed deed, const QString &done)
{
    const auto id = zone();
    if (!id)
        return;
    m_workbench.act(this, [deed, zone = *id](Seat &seat) -> Result<void> {
        GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
        return deed(seat.workplace(), *session, zone);
    }, [this, done](const Result<void> &result) {
        if (result)
            Q_EMIT said(Tone::Good, done);
        else
            refused(result.error());
    });
}

using usecases::StaffSession;
using usecases::Workplace;

void MachineRoomPage::approve()
{
    const auto *visitor = selected();
    if (!visitor)
        return;
    act([visit = visitor->access.visit](const Workplace &at, const StaffSession &me, const ZoneId &room) -> Result<void> {
        GATEHOUSE_TRY(usecases::approveAccess(at, me, visit, room));
        return {};
    }, tr("%1: approved").arg(RoomRows::visitorName(*visitor)));
}

void MachineRoomPage::ask()
{
    const auto *visitor = selected();
    if (!visitor)
        return;
    const VisitId visit = visitor->access.visit;
    const QString name = RoomRows::visitorName(*visitor);
    PersonDialog dialog(tr("Who escorts %1?").arg(name), tr("Ask"), this);
    dialog.setPeople(people(true));
    if (dialog.exec() != QDialog::Accepted)
        return;
    act([visit, escort = dialog.person()](const Workplace &at, const StaffSession &me,
                                          const ZoneId &room) { return usecases::assignEscort(at, me, visit, room, escort); },
        tr("%1: escort asked").arg(name));
}

void MachineRoomPage::accept()
{
    const auto *visitor = selected();
    if (!visitor)
        return;
    act([visit = visitor->access.visit](const Workplace &at, const StaffSession &me,
                                        const ZoneId &room) { return usecases::acceptEscort(at, me, visit, room); },
        tr("%1: you are the escort").arg(RoomRows::visitorName(*visitor)));
}

void MachineRoomPage::decline()
{
    const auto *visitor = selected();
    if (!visitor)
        return;
    act([visit = visitor->access.visit](const Workplace &at, const StaffSession &me,
                                        const ZoneId &room) { return usecases::declineEscort(at, me, visit, room); },
        tr("%1: declined").arg(RoomRows::visitorName(*visitor)));
}

void MachineRoomPage::handOver()
{
    const auto *visitor = selected();
    if (!visitor)
        return;
    const VisitId visit = visitor->access.visit;
    const QString name = RoomRows::visitorName(*visitor);
    PersonDialog dialog(tr("Hand %1 over to").arg(name), tr("Offer"), this);
    std::vector<Staff> others = people(true);
    std::erase_if(others, [&](const Staff &person) { return visitor->access.escort == person.id; });
    dialog.setPeople(others);
    if (dialog.exec() != QDialog::Accepted)
        return;
    act([visit, to = dialog.person()](const Workplace &at, const StaffSession &me,
                                      const ZoneId &room) { return usecases::handOverEscort(at, me, visit, room, to); },
        tr("%1: offered. You stay in charge until it is accepted.").arg(name));
}

void MachineRoomPage::release()
{
    const auto *visitor = selected();
    if (!visitor)
        return;
    const VisitId visit = visitor->access.visit;
    const QString name = RoomRows::visitorName(*visitor);
    ReleaseDialog dialog(name, visitor->access.hotWork, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    act([visit, words = dialog.words()](const Workplace &at, const StaffSession &me,
                                        const ZoneId &room) { return usecases::releaseEscort(at, me, {visit}, room, words); },
        tr("%1: released").arg(name));
}

void MachineRoomPage::revoke()
{
    const auto *visitor = selected();
    if (!visitor)
        return;
    const VisitId visit = visitor->access.visit;
    const QString name = RoomRows::visitorName(*visitor);
    ReasonDialog dialog(tr("Revoke the access of %1").arg(name), tr("The badge is dead for this zone at once."),
                        {{u"conduct"_s, tr("Conduct")}, {u"work-stopped"_s, tr("The work was stopped")}, {u"emergency"_s, tr("Emergency")}},
                        tr("Revoke"), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    act([visit, code = dialog.reason().code](const Workplace &at, const StaffSession &me,
                                             const ZoneId &room) { return usecases::revokeAccess(at, me, visit, room, code); },
        tr("%1: access revoked").arg(name));
}

void MachineRoomPage::brief()
{
    const auto *visitor = selected();
    if (!visitor)
        return;
    act([visit = visitor->access.visit](const Workplace &at, const StaffSession &me,
                                        const ZoneId &room) { return usecases::passBriefing(at, &me, visit, room, 1); },
        tr("%1: briefed").arg(RoomRows::visitorName(*visitor)));
}

void MachineRoomPage::grant()
{
    PersonDialog dialog(tr("Add to the access list"), tr("Add"), this);
    dialog.setPeople(people(false));
    QList<std::pair<QString, QString>> reasons;
    for (const QString &code : usecases::accessReasons())
        reasons.append({code, RoomRows::accessReason(code)});
    dialog.addChoice(tr("For"), reasons);
    dialog.addUntil(m_workbench.now().date().addYears(1));
    if (dialog.exec() != QDialog::Accepted)
        return;
    act([who = dialog.person(), until = dialog.until(), reason = dialog.choice()](
            const Workplace &at, const StaffSession &me,
            const ZoneId &room) { return usecases::grantAccess(at, me, who, room, until, reason); },
        tr("Added to the access list"));
}

void MachineRoomPage::review()
{
    const StaffId who = StaffId::fromText(m_lists[Access].view->selectedKey());
    act([who](const Workplace &at, const StaffSession &me, const ZoneId &room) { return usecases::reviewAccess(at, me, who, room); },
        tr("%1: reviewed and kept").arg(m_workbench.directory().staffName(who)));
}

void MachineRoomPage::withdrawAccess()
{
    const StaffId who = StaffId::fromText(m_lists[Access].view->selectedKey());
    act([who](const Workplace &at, const StaffSession &me, const ZoneId &room) { return usecases::withdrawAccess(at, me, who, room); },
        tr("%1: taken off the access list").arg(m_workbench.directory().staffName(who)));
}

void MachineRoomPage::giveDuty()
{
    PersonDialog dialog(tr("Give a duty"), tr("Give"), this);
    dialog.setPeople(people(false));
    QList<std::pair<QString, QString>> duties;
    for (const Duty duty : allDuties())
        duties.append({dutyName(duty), RoomRows::duty(duty)});
    dialog.addChoice(tr("Duty"), duties);
    dialog.addCheck(tr("As deputy"));
    dialog.addUntil(m_workbench.now().date().addYears(1));
    if (dialog.exec() != QDialog::Accepted)
        return;
    const usecases::DutyTerm chosen{dialog.person(), {}, dutyFromName(dialog.choice()).value_or(Duty::Keeper), dialog.checked(), dialog.until()};
    act([chosen](const Workplace &at, const StaffSession &me, const ZoneId &room) {
        usecases::DutyTerm term = chosen;
        term.zone = room;
        return usecases::assignDuty(at, me, term);
    }, tr("Duty given"));
}

void MachineRoomPage::authorise()
{
    PersonDialog dialog(tr("Who may escort visitors?"), tr("Authorise"), this);
    std::vector<Staff> managerial = people(false); // R4
    std::erase_if(managerial, [](const Staff &person) { return person.grade != Grade::Managerial; });
    dialog.setPeople(managerial);
    dialog.addTraining(m_workbench.now().toLocalTime().date());
    dialog.addUntil(m_workbench.now().date().addYears(1));
    if (dialog.exec() != QDialog::Accepted)
        return;
    act([who = dialog.person(), until = dialog.until(), training = dialog.training()](
            const Workplace &at, const StaffSession &me,
            const ZoneId &room) { return usecases::authoriseEscort(at, me, who, room, until, training); },
        tr("Authorised to escort"));
}

void MachineRoomPage::endDuty()
{
    const QStringList key = m_lists[Duties].view->selectedKey().split(u'|');
    if (key.size() < 3)
        return;
    const StaffId who = StaffId::fromText(key.at(1));
    const auto duty = dutyFromName(key.at(2));
    act([who, duty](const Workplace &at, const StaffSession &me, const ZoneId &room) {
        return duty ? usecases::endDuty(at, me, who, room, *duty) : usecases::withdrawEscort(at, me, who, room);
    }, tr("%1: ended").arg(m_workbench.directory().staffName(who)));
}

void MachineRoomPage::retranslate()
{
    m_lists[Visitors].table->setColumns(RoomRows::visitorTitles());
    m_lists[Access].table->setColumns(RoomRows::accessTitles());
    m_lists[Duties].table->setColumns(RoomRows::dutyTitles());
    m_lists[Visitors].view->setAccessibleName(tr("Visitors of the zone"));
    m_lists[Access].view->setAccessibleName(tr("Access list"));
    m_lists[Duties].view->setAccessibleName(tr("Duties and authorisations"));
    m_lists[Visitors].tab->setText(tr("Visitors"));
    m_lists[Access].tab->setText(tr("Access list"));
    m_lists[Duties].tab->setText(tr("Duties"));
    m_approve->setText(tr("Approve"));
    m_ask->setText(tr("Ask an escort…"));
    m_accept->setText(tr("Accept as escort"));
    m_decline->setText(tr("Decline"));
    m_brief->setText(tr("Briefed"));
    m_brief->setToolTip(tr("The visitor was told the room's rules and answered the questions"));
    m_handOver->setText(tr("Hand over…"));
    m_release->setText(tr("Release…"));
    m_revoke->setText(tr("Revoke…"));
    m_grant->setText(tr("Add…"));
    m_review->setText(tr("Reviewed: keep"));
    m_withdraw->setText(tr("Take off the list"));
    m_giveDuty->setText(tr("Give a duty…"));
    m_authorise->setText(tr("Authorise an escort…"));
    m_endDuty->setText(tr("End"));
    refresh();
}

} // namespace gatehouse::admin
