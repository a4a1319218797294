// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "badgebook.h"
#include "policy.h"
#include "visit.h"
#include "zone.h"

#include <QHash>

#include <optional>
#include <vector>

namespace gatehouse::domain
{

/// Which way somebody wants to go. Leaving is recorded, never prevented: the way out is mechanical.
enum class Direction { Enter, Leave };

enum class PinState { NotTyped, Right, Wrong, BackOff, NoneSet };

/// Where a badge's holder is, as the doors said.
struct LastSeen {
    ZoneId zone;
    QDateTime since;
    quint64 serial = 0;

    bool operator==(const LastSeen &) const = default;
};

/// What is known of a visitor's access to the zone.
struct VisitorFacts {
    VisitId visit;
    bool asked = false;    ///< there is an access to this zone
    bool approved = false; ///< by as many as the zone asks for
    bool over = false;     ///< released, revoked, denied, departed
    bool begun = false;    ///< the window has begun
    bool ended = false;    ///< the window is over
    bool briefed = false;  ///< or the zone asks for no briefing (R23)
    QStringList items;     ///< kinds that the zone does not admit, neither handed in nor allowed by name (R6, R7)
    bool accepted = false; ///< by `escort`
    std::optional<StaffId> escort;
    std::optional<StaffId>
        offeredTo; ///< asked and not yet accepted, or handed over and not yet accepted: may accept here by PIN

    bool operator==(const VisitorFacts &) const = default;
};

/// What is known of a staff member.
struct StaffFacts {
    StaffId staff;
    bool active = false;
    bool managerial = false;
    bool authorised = false; ///< holds an escort authorisation for the zone, in its time
    bool trained = false;    ///< the training behind it is in its time
    bool onAccessList = false;
    bool accessSuspended = false; ///< on the list and not reviewed in time
    PinState pin = PinState::NotTyped;
    qint64 secondsToWait = 0; ///< with BackOff
    int charges = 0;          ///< visitors accepted already, inside or not

    bool mayEscort() const { return active && managerial && authorised && trained; }
    bool operator==(const StaffFacts &) const = default;
};

/// One badge of the set that was shown.
struct ShownBadge {
    quint64 serial = 0;
    BadgeStanding standing = BadgeStanding::Sound;
    QDateTime at; ///< when it was shown
    std::optional<VisitorFacts> visitor;
    std::optional<StaffFacts> staff;
    std::optional<LastSeen> seen;

    bool operator==(const ShownBadge &) const = default;
};

/// Somebody inside the zone already.
struct InsideFacts {
    std::optional<VisitId> visit;
    std::optional<StaffId> staff;
    std::optional<StaffId> escort; ///< who answers for the visit
    bool mayEscort = false;        ///< of a staff member

    bool operator==(const InsideFacts &) const = default;
};

/// How the station stands to its records.
enum class Contact {
    Connected,
    CutOff,         ///< for less than 30 minutes: what was approved and accepted before may pass
    CutOffTooLong,  ///< nobody enters
    NeverConnected, ///< since this boot: nobody enters
    Distrusted      ///< the ledger does not verify: nobody enters
};

struct DoorFacts {
    Direction direction = Direction::Enter;
    ZoneId zone;
    EscortRule escort = EscortRule::One;
    int visitorsPerEscort = 5;
    Contact contact = Contact::Connected;
    bool timeTrusted = true;
    std::vector<ShownBadge> badges; ///< in the order shown; each serial once
    std::vector<InsideFacts> inside;
};

/// An acceptance at the door: badge and PIN of the escort, witnessed by the station.
struct AcceptedHere {
    VisitId visit;
    StaffId escort;
    bool operator==(const AcceptedHere &) const = default;
};

/// One decision over the whole set: everybody or nobody.
struct DoorDecision {
    bool admitted = false;
    std::vector<Finding> findings;      ///< what blocks first, in the order in which a person would put it right
    std::vector<AcceptedHere> accepted; ///< to be stated together with the passage
    std::optional<StaffId> escort;      ///< the one whom the screen names
    int mayStillFollow = 0;             ///< visitors whom the escorts of the set could still bring in
    bool alarm = false;                 ///< the guard must hear of it at once

    bool operator==(const DoorDecision &) const = default;
};

/// Facts in, findings out (R2, R4, R17, R23, R24): pure, no clock, no I/O. Codes of findings:
///   on a badge: "badge-unreadable", "badge-foreign", "badge-forged", "badge-unknown", "badge-not-yet", "badge-expired",
///     "badge-returned", "badge-lost", "badge-revoked", "badge-copied" [serial, since, at, zone]
///   on a visitor: "access-none", "access-over", "access-not-approved", "access-not-accepted", "access-not-yet",
///   "access-expired",
///     "not-briefed", "item-not-handed-in" [kind], "escort-missing", "escort-at-limit" [limit], "second-escort-missing",
///     "accepted-after-cut"
///   on a staff member: "staff-not-active", "escort-not-managerial", "escort-not-authorised", "escort-not-trained",
///     "not-on-access-list", "access-not-reviewed", "pin-missing", "pin-wrong", "pin-back-off" [seconds], "pin-not-set"
///   on the station: "clock-not-trusted", "cut-off-too-long", "no-records", "register-not-trusted",
///   "set-empty"
///   on leaving: "escort-leaves-first" (warns, alarms), "was-not-inside" (warns)
DoorDecision decideDoor(const DoorFacts &facts);

/// The finding on one badge by itself, as soon as it was shown; nothing when only the set can tell.
std::optional<Finding> judgeBadge(const DoorFacts &facts, const ShownBadge &badge);

} // namespace gatehouse::domain
