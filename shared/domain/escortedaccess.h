// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "approvals.h"
#include "visit.h"

namespace gatehouse::domain
{

/// Requested -> Approved -> Assigned -> Accepted -> Inside <-> Outside -> Released; Revoked from anywhere; Ended with the
/// visit. Released, Revoked and Ended are final: the access dies when the work ends.
enum class AccessState { Requested, Approved, Assigned, Accepted, Inside, Outside, Released, Revoked, Ended };

QString accessStateName(AccessState state);

/// One visit's access to one escorted zone, as the statements say.
struct EscortedAccess {
    VisitId visit;
    PartyId party;
    ZoneId zone;
    PurposeId purpose;
    AccessState state = AccessState::Requested;
    std::optional<StaffId> host;
    std::optional<StaffId> requestedBy; ///< when registered by a person at the desk
    QDateTime windowFrom;
    QDateTime windowUntil;
    QDateTime requestedAt;
    QString method;            ///< code of how the work is done, see workMethods(); empty: none stated
    bool hotWork = false;      ///< heat, or fire protection impaired: sticks once said
    bool fireRestored = false; ///< said at release (R11)
    std::vector<ZoneApproval> approvals;
    bool approved = false;
    QDateTime approvedAt;
    std::optional<StaffId> escort; ///< asked, or who accepted
    QDateTime assignedAt;
    bool accepted = false;
    QDateTime acceptedAt;
    bool acceptedByPin = false;        ///< witnessed by a door station instead of signed by the escort
    std::optional<StaffId> handOverTo; ///< offered; the escort stays in charge until the other accepts
    std::vector<StaffId> declinedBy;
    bool wasInside = false;
    QString endReason;   ///< code of a revocation
    qint64 sequence = 0; ///< of the last statement that changed it

    bool isOver() const { return state >= AccessState::Released; }
    bool isInWindow(const QDateTime &at) const { return windowFrom <= at && at < windowUntil; }
    bool operator==(const EscortedAccess &) const = default;
};

/// A visitor inside an escorted zone whom no valid escort is with.
struct Astray {
    VisitId visit;
    ZoneId zone;
    /// "no-access", "not-accepted", "revoked", "released", "window-over", "escort-not-valid", "escort-not-inside",
    /// "second-escort-missing", "over-limit"
    QString code;
    std::optional<StaffId> escort;
    QDateTime since; ///< when the visitor came in

    bool operator==(const Astray &) const = default;
};

/// How work may be done; codes in statements, words in presentation. "hot-work" and "fire-protection-off" need the fire keeper.
QStringList workMethods();
bool isHotWork(const QString &method);

/// Whether somebody in these capacities decides about a zone's visitors; the fire keeper and the maintainer do not by that
/// alone.
bool isDeciding(const std::set<QString> &capacities);

/// Who is waited for: the person asked; after 2 minutes whoever else may; after 4 the managers besides; after 30 it lapses.
enum class Asked { Named, Others, Managers, Nobody };
Asked askedAfter(const QDateTime &since, const QDateTime &at);
/// Since when an answer is waited for: an approval since the request, an escort since approval or since asked.
QDateTime waitingSince(const EscortedAccess &access);

} // namespace gatehouse::domain
