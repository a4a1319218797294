// SPDX-License-Identifier: GPL-3.0-or-later
#include "roomvisitorstab.h"

#include "models/roomrows.h"
#include "roomdialogs.h"
#include "usecases/briefings.h"
#include "usecases/duties.h"
#include "usecases/escortvisit.h"
#include "windows/parts/formdialog.h"
#include "windows/parts/reasondialog.h"
#include "windows/parts/widgets.h"

#include <QVBoxLayout>

#include <algorithm>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;
using usecases::StaffSession;
using usecases::Workplace;

namespace
{
constexpr int roomAboutMargin = 22;
constexpr int usualShift = 8 * 3600; // seconds
} // namespace

RoomVisitorsTab::RoomVisitorsTab(Workbench &workbench, QWidget *parent) : RoomTab(workbench, u"roomVisitors"_s, parent)
{
    m_view->setStretches({3, 3, 0, 2, 0, 0, 4});
    m_about = makeLabel(this, "muted");
    m_about->setObjectName(u"roomAbout"_s);
    m_about->setWordWrap(true);
    m_about->setContentsMargins(roomAboutMargin, 8, roomAboutMargin, 0);
    qobject_cast<QVBoxLayout *>(layout())->insertWidget(1, m_about);
    m_approve = addDeed(u"roomApprove"_s, "primary", [this] { approve(); });
    m_ask = addDeed(u"roomAsk"_s, nullptr, [this] { ask(); });
    m_accept = addDeed(u"roomAcceptVisitor"_s, "primary", [this] { accept(); });
    m_decline = addDeed(u"roomDecline"_s, nullptr, [this] { decline(); });
    m_brief = addDeed(u"roomBrief"_s, nullptr, [this] { brief(); });
    m_handOver = addDeed(u"roomHandOver"_s, nullptr, [this] { handOver(); });
    m_release = addDeed(u"roomRelease"_s, nullptr, [this] { release(); });
    m_revoke = addDeed(u"roomRevoke"_s, "danger", [this] { revoke(); });
    m_shift = addDeed(u"roomShift"_s, nullptr, [this] { sayShift(); });
}

QString RoomVisitorsTab::title() const
{
    return tr("Visitors");
}

void RoomVisitorsTab::refresh(const usecases::RoomView &room)
{
    m_table->setRows(RoomRows::visitors(room, m_workbench.directory()));
}

const usecases::RoomVisitor *RoomVisitorsTab::selected() const
{
    const VisitId id = VisitId::fromText(m_view->selectedKey());
    if (!room())
        return nullptr;
    const auto &visitors = room()->visitors;
    const auto found = std::find_if(visitors.begin(), visitors.end(),
                                    [&](const usecases::RoomVisitor &visitor) { return visitor.access.visit == id; });
    return found == visitors.end() ? nullptr : &*found;
}

void RoomVisitorsTab::enableDeeds()
{
    const usecases::RoomVisitor *visitor = selected();
    const bool open = visitor && !visitor->access.isOver();
    const bool queued = open && decidesInQueue(*visitor);
    QString about = visitor ? RoomRows::about(*visitor, m_workbench.directory()) : QString();
    if (queued)
        about = Texts::paragraph({tr("As a guard, decide the case under Waiting."), about});
    setFreeText(m_about, about);
    m_about->setVisible(visitor != nullptr);
    const bool accepted = open && visitor->access.accepted;
    const bool charge = accepted && visitor->access.escort == me();
    // A guard approves in the queue, where the document is seen; a duty, or the manager who stands in for it, approves here.
    m_approve->setEnabled(open && (visitor->mayApprove || queued));
    m_approve->setText(queued ? tr("Decide…") : tr("Approve"));
    m_ask->setEnabled(open && (decides() || visitor->access.host == me()) && !charge);
    m_accept->setEnabled(open && visitor->mine);
    m_decline->setEnabled(open && visitor->mine && (visitor->access.handOverTo == me() || visitor->access.escort == me()));
    m_brief->setEnabled(open && decides() && !visitor->briefed);
    m_handOver->setEnabled(charge);
    m_release->setEnabled(accepted && (charge || decides()));
    m_revoke->setEnabled(open && (charge || decides()));
    m_shift->setVisible(room() && std::find(room()->escorts.begin(), room()->escorts.end(), me()) != room()->escorts.end());
}

/// A guard's approval is missing, which is given where the document is seen.
bool RoomVisitorsTab::decidesInQueue(const usecases::RoomVisitor &visitor) const
{
    const auto &missing = visitor.approvalsMissing;
    return !visitor.access.approved && !visitor.mayApprove && m_workbench.has(Role::Guard) &&
           std::any_of(missing.begin(), missing.end(), [](const std::vector<QString> &slot) {
               return std::find(slot.begin(), slot.end(), roleName(Role::Guard)) != slot.end();
           });
}

void RoomVisitorsTab::approve()
{
    const auto *visitor = selected();
    if (!visitor)
        return;
    if (decidesInQueue(*visitor)) {
        Q_EMIT openAsked(visitor->access.visit);
        return;
    }
    act(
        [visit = visitor->access.visit](const Workplace &at, const StaffSession &me, const ZoneId &room) -> Result<void> {
            GATEHOUSE_TRY(usecases::approveAccess(at, me, visit, room));
            return {};
        },
        tr("%1: approved").arg(RoomRows::visitorName(*visitor)));
}

void RoomVisitorsTab::ask()
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

void RoomVisitorsTab::accept()
{
    const auto *visitor = selected();
    if (!visitor)
        return;
    act([visit = visitor->access.visit](const Workplace &at, const StaffSession &me,
                                        const ZoneId &room) { return usecases::acceptEscort(at, me, visit, room); },
        tr("%1: you are the escort").arg(RoomRows::visitorName(*visitor)));
}

void RoomVisitorsTab::decline()
{
    const auto *visitor = selected();
    if (!visitor)
        return;
    act([visit = visitor->access.visit](const Workplace &at, const StaffSession &me,
                                        const ZoneId &room) { return usecases::declineEscort(at, me, visit, room); },
        tr("%1: declined").arg(RoomRows::visitorName(*visitor)));
}

void RoomVisitorsTab::handOver()
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

void RoomVisitorsTab::release()
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

void RoomVisitorsTab::revoke()
{
    const auto *visitor = selected();
    if (!visitor)
        return;
    const VisitId visit = visitor->access.visit;
    const QString name = RoomRows::visitorName(*visitor);
    ReasonDialog dialog(
        tr("Revoke the access of %1").arg(name), tr("The badge is dead for this zone at once."),
        {{u"conduct"_s, tr("Conduct")}, {u"work-stopped"_s, tr("The work was stopped")}, {u"emergency"_s, tr("Emergency")}},
        tr("Revoke"), "danger", this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    act([visit, code = dialog.reason().code](const Workplace &at, const StaffSession &me,
                                             const ZoneId &room) { return usecases::revokeAccess(at, me, visit, room, code); },
        tr("%1: access revoked").arg(name));
}

void RoomVisitorsTab::brief()
{
    const auto *visitor = selected();
    if (!visitor)
        return;
    act([visit = visitor->access.visit](const Workplace &at, const StaffSession &me,
                                        const ZoneId &room) { return usecases::briefInPerson(at, me, visit, room); },
        tr("%1: briefed").arg(RoomRows::visitorName(*visitor)));
}

void RoomVisitorsTab::sayShift()
{
    auto *form = new FormDialog(u"shiftDialog"_s, tr("When does your shift end?"),
                                tr("A quarter of an hour before, you are asked to hand your visitors over."), tr("Sign"), this);
    form->addTime(u"shiftEnd"_s, tr("Ends"), m_workbench.now().addSecs(usualShift));
    form->ask([this](FormDialog &filled) {
        const QDateTime until = filled.time(u"shiftEnd"_s);
        act([until](const Workplace &at, const StaffSession &session,
                    const ZoneId &) { return usecases::stateShiftEnd(at, session, session.staff.id, until); },
            tr("Your shift ends %1.").arg(Texts::shortTime(until, m_workbench.now())), &filled);
    });
}

QString RoomVisitorsTab::refusal(const Error &error) const
{
    return error.code == ErrorCode::Blocked && error.detail == usecases::termOver ? tr("That time is past.") : QString();
}

void RoomVisitorsTab::retranslate()
{
    m_table->setColumns(RoomRows::visitorTitles());
    m_view->setAccessibleName(tr("Visitors of the zone"));
    m_view->setEmptyText(tr("No visitor of the machine room today."));
    m_ask->setText(tr("Ask an escort…"));
    m_accept->setText(tr("Accept as escort"));
    m_decline->setText(tr("Decline"));
    m_brief->setText(tr("Briefed"));
    m_brief->setToolTip(tr("The visitor was told the room's rules and answered the questions"));
    m_handOver->setText(tr("Hand over…"));
    m_release->setText(tr("Release…"));
    m_revoke->setText(tr("Revoke…"));
    m_shift->setText(tr("My shift…"));
}

} // namespace gatehouse::admin
