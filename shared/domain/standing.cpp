// SPDX-License-Identifier: GPL-3.0-or-later
#include "standing.h"

#include "badgebook.h"
#include "handoverbook.h"
#include "roomactions.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace gatehouse::domain
{

namespace
{
using Standing = unsigned;                                  ///< of those below, any one will do
constexpr Standing kiosk = 1, door = 2, desk = 4, tool = 8; // stations
constexpr Standing guard = 16, manager = 32, auditor = 64, administrator = 128;
constexpr Standing staff = 256; ///< any active member
constexpr Standing nobody = 0;
constexpr Standing entrance = kiosk | desk;
constexpr Standing stations = kiosk | door | desk | tool;
constexpr Standing guards = guard | manager;

constexpr std::array<std::pair<Role, Standing>, 4> byRole{
    {{Role::Guard, guard}, {Role::Manager, manager}, {Role::Auditor, auditor}, {Role::Administrator, administrator}}};

const QHash<QString, Standing> &table()
{
    static const QHash<QString, Standing> known{
        // Visits
        {action::visitRequest, entrance | guards},
        {action::visitPickup, entrance},
        {action::visitAnswer, entrance},
        {action::visitOriginalSeen, guards},
        {action::visitAsk, guards},
        {action::visitApprove, staff}, // a keeper or lead, see escortbook.h
        {action::visitFace, guards},
        {action::visitDeny, guards},
        {action::visitAttend, guards},
        {action::visitLapse, entrance},
        {action::visitClose, nobody}, // no program closes visits yet: whoever states it hides somebody who is inside
        {action::visitDepart, entrance | guards},
        {action::documentOpened, guards},
        {action::invitationCreate, staff},
        {action::invitationRevoke, staff},
        // Badges
        {action::badgeIssue, entrance | guards},
        {action::badgeReturn, entrance | guards},
        {action::badgeRevoke, entrance | staff}, // taken off a stranger by whoever meets one (R3)
        {action::staffBadgeIssue, manager | administrator},
        {action::staffBadgeRevoke, staff},
        {action::staffPin, staff},
        // What visitors carry
        {action::itemDeposit, guards},
        {action::itemReturn, guards},
        {action::itemAllow, staff},
        {action::itemReconcile, guards},
        // Duties, authorisations and access lists: leads too, see dutybook.h
        {action::dutyAssign, manager},
        {action::dutyEnd, manager},
        {action::dutyShift, staff},
        {action::escortAuthorise, staff},
        {action::escortWithdraw, staff},
        {action::accessGrant, staff},
        {action::accessReview, staff},
        {action::accessWithdraw, staff},
        // Escorted access
        {action::escortRequest, entrance | staff},
        {action::escortAssign, stations | staff},
        {action::escortAccept, door | staff},
        {action::escortDecline, staff},
        {action::escortHandOver, staff},
        {action::escortRelease, staff},
        {action::escortRevoke, stations | staff},
        {action::briefingPassed, kiosk | door | staff},
        // Doors and presence
        {action::passageEnter, door},
        {action::passageLeave, door},
        {action::passageRefuse, door},
        {action::passageUnused, door},
        {action::emergencyEnter, guards},
        {action::emergencyLeave, guards},
        {action::emergencyIdentify, guards},
        {action::emergencyConfirm, manager},
        {action::alarm, stations},
        // Incidents, rounds, handovers, exceptions, the register
        {action::incidentOpen, stations | staff},
        {action::incidentStep, staff},
        {action::incidentInform, staff},
        {action::incidentAssign, staff},
        {action::incidentClose, manager},
        {action::checklistDefine, staff},
        {action::supplyDefine, staff},
        {action::roundPlan, guards},
        {action::roundStart, staff},
        {action::roundPoint, staff},
        {action::roundFinish, staff},
        {action::fireDeviceDefine, manager},
        {action::fireDeviceCheck, staff},
        {action::fireTrainingGive, staff},
        {action::handoverOffer, staff},
        {action::handoverAccept, staff},
        {action::exceptionRequest, staff},
        {action::exceptionCheck, staff},
        {action::exceptionSign, staff},
        {action::exceptionRefuse, staff},
        {action::exceptionCarryOut, staff},
        {action::exceptionRelock, staff},
        {action::exceptionClose, staff},
        {action::registerAdd, staff},
        {action::registerLend, staff},
        {action::registerVirusCheck, staff},
        {action::registerReturn, staff},
        {action::registerLost, staff},
        {action::passRequest, staff},
        {action::passApprove, staff},
        {action::passRefuse, staff},
        {action::passLeave, guard},
        {action::staffLeave, manager},
        // Roll calls, places and paper forms: in an emergency no member of staff is asked for a role
        {action::musterStart, staff},
        {action::musterSafe, staff},
        {action::musterEnd, guards},
        {action::sitePlaces, manager},
        {action::paperPrint, guards},
        {action::paperEnter, guards},
        {action::paperVoid, guards},
        {action::rollCall, staff},
        {action::logExport, manager | auditor},
    };
    return known;
}

Standing standingOfKind(StationKind kind)
{
    switch (kind) {
    case StationKind::Kiosk:
        return kiosk;
    case StationKind::Door:
        return door;
    case StationKind::Admin:
        return desk;
    case StationKind::Tool:
        return tool;
    }
    return 0;
}

Standing standingOfActor(const LedgerEntry &entry, const StandingView &view)
{
    if (const auto station = stationOf(entry.actor)) {
        const auto kind = view.stationKind(*station);
        return kind ? standingOfKind(*kind) : 0;
    }
    const auto person = staffOf(entry.actor);
    const auto record = person ? view.staff(*person) : std::nullopt;
    if (!record || record->state != StaffState::Active)
        return 0;
    Standing all = staff;
    for (const auto &[role, standing] : byRole)
        all |= view.held(*person, role, entry.sequence) ? standing : 0;
    return all;
}
} // namespace

bool mayState(const LedgerEntry &entry, const StandingView &standing)
{
    const auto needed = table().constFind(entry.action);
    return needed == table().constEnd() || (*needed & standingOfActor(entry, standing)) != 0;
}

QStringList statedActions()
{
    return table().keys();
}

bool Bearer::hasAny(std::initializer_list<Role> roles) const
{
    return std::any_of(roles.begin(), roles.end(), [&](Role role) { return standing.held(staff, role, sequence); });
}

bool Bearer::holdsAny(const ZoneId &zone, std::initializer_list<Duty> wanted) const
{
    return std::any_of(wanted.begin(), wanted.end(), [&](Duty duty) { return duties.holds(staff, zone, duty, at); });
}

bool mayKeepRegister(const Bearer &by, const ZoneId &zone)
{
    return by.hasAny({Role::Guard, Role::Manager}) || by.holdsAny(zone, {Duty::Keeper, Duty::Supervisor, Duty::Maintainer});
}

bool mayInspect(const Bearer &by, const ZoneId &zone, RoundKind kind)
{
    if (kind == RoundKind::Closing)
        return by.hasAny({Role::Manager}) || by.holdsAny(zone, {Duty::Keeper});
    return by.hasAny({Role::Guard, Role::Manager}) ||
           by.holdsAny(zone, {Duty::Lead, Duty::Keeper, Duty::Supervisor, Duty::FireKeeper, Duty::Maintainer});
}

bool mayTrainForFire(const Bearer &by)
{
    const std::vector<DutyAssignment> assignments = by.duties.assignments(by.at);
    return std::any_of(assignments.begin(), assignments.end(), [&](const DutyAssignment &one) {
        return one.staff == by.staff && one.duty == Duty::FireKeeper && one.covers(by.at);
    });
}

bool mayHoldPost(const Bearer &by, const QString &post)
{
    if (post == guardDeskPost())
        return by.hasAny({Role::Guard});
    const QString prefix = keeperPost(ZoneId{});
    return post.startsWith(prefix) && by.holdsAny(ZoneId{post.mid(prefix.size())}, {Duty::Keeper});
}

} // namespace gatehouse::domain
