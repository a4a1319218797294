// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/escortrules.h"
#include "invitations.h"
#include "readvisits.h"

namespace gatehouse::usecases
{

/// One visitor of an escorted zone, as the desk shows it.
struct RoomVisitor {
    domain::EscortedAccess access;
    int number = 0;
    QString name; ///< empty when the reader may not open it
    QString company;
    QString workReason; ///< these three are empty when the reader may not open them
    QString workArea;
    QString changeNumber;
    HostWork hostWork; ///< what the invitation says of the work, as far as the reader may open it
    std::optional<QDateTime> insideSince;
    QString astray; ///< code of domain::Astray; empty: all is well
    bool handOverSoon = false;
    bool briefed = false;                        ///< or the zone asks for no briefing (R23)
    bool mine = false;                           ///< the reader is asked to accept, or is offered
    bool toApprove = false;                      ///< the reader is asked to approve, by a duty or standing in for one
    bool mayApprove = false;                     ///< an approval by the reader, by a duty or standing in, would count
    std::vector<domain::StaffId> approversAsked; ///< by a duty, now
    domain::Asked asked = domain::Asked::Named;
    std::vector<std::vector<QString>> approvalsMissing;
};

/// Helpers who were let in without a badge, as the desk shows it.
struct RoomEmergency {
    domain::Emergency emergency;
    QString identity; ///< empty: not found out, or the reader may not open it
    bool overdue = false;
};

/// Everything about one escorted zone that a signed-in person sees. Only ids besides the visitors' names: staff names come from
/// the directory.
struct RoomView {
    domain::ZoneId zone;
    QDateTime at;
    std::vector<RoomVisitor> visitors;          ///< not over, or inside: astray first, then inside, then by request
    std::vector<domain::Presence> othersInside; ///< staff and emergency heads
    std::vector<domain::DutyAssignment> duties;
    std::vector<std::pair<domain::StaffId, domain::EscortAuthorisation>> authorisations;
    std::vector<domain::AccessGrant> accessList;
    std::vector<RoomEmergency> emergencies; ///< of all zones: to be confirmed or inside, then those of the last 90 days
    std::vector<domain::StaffId> escorts;   ///< who may escort now
    std::set<QString> capacities;           ///< of the reader
};

/// NotFound when the zone is not escorted or nobody signed it.
[[nodiscard]] Result<RoomView> readRoom(const Workplace &workplace, const StaffSession &session, CardIndex &cards,
                                        const domain::ZoneId &zone);

} // namespace gatehouse::usecases
