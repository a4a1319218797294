// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ids.h"

#include <QDateTime>
#include <QStringList>

#include <optional>
#include <vector>

namespace gatehouse::domain
{

/// Requested -> Approved | Denied | Lapsed; Approved -> OnSite | Lapsed; OnSite -> Departed | ClosedBySystem.
/// Attended is the end of a delivery: the guard came, nobody entered. ClosedBySystem is never shown as a departure.
enum class VisitState { Requested, Approved, Denied, Lapsed, OnSite, Departed, ClosedBySystem, Attended };

/// One person's visit. Holds nothing that says who it is: that is sealed (see sealed.h).
struct Visit {
    VisitId id;
    PartyId party;  ///< visits that came together; a single visitor is a party of one
    int number = 0; ///< site-wide running number, shown as "V-2318"
    VisitState state = VisitState::Requested;
    PurposeId purpose;
    std::vector<ZoneId> zones; ///< asked for; after the decision: those approved
    std::optional<StaffId> host;
    std::optional<InvitationId> invitation;
    QDateTime windowFrom;
    QDateTime windowUntil;
    StationId station;    ///< where it was registered
    bool atDesk = false;  ///< registered by a guard, not at the kiosk
    QString language;     ///< BCP 47, the visitor's
    QString documentKind; ///< scanning kind, or "typed", or "none"
    QDateTime requestedAt;
    std::optional<QDateTime> decidedAt;
    std::optional<StaffId> decidedBy;
    std::optional<QDateTime> enteredAt;
    std::optional<QDateTime> leftAt;
    std::optional<QDateTime> originalSeenAt; ///< a guard recorded "original seen, face matches" (R1)
    int pickup = 0;                          ///< pick-up number while the visitor waits away from the kiosk; 0 is none
    QString question; ///< code of what the guard asked and the visitor has not answered yet; empty is none

    bool operator==(const Visit &) const = default;
};

/// Derived, never stored: on site past the end of the window.
bool isOverdue(const Visit &visit, const QDateTime &now);

/// Whether the life cycle allows the step.
bool mayChange(VisitState from, VisitState to);

/// "V-2318"
QString visitLabel(int number);

std::vector<VisitState> visitStates();
QString visitStateName(VisitState state);
std::optional<VisitState> visitStateFromName(QStringView name);

/// The notices whose version counts.
namespace notice
{
inline const QString privacy = QStringLiteral("privacy");
inline const QString terms = QStringLiteral("terms");
} // namespace notice

/// What a visitor acknowledged (R15) or signed (R20): which text, in which version and language. Not personal.
struct Consent {
    QString notice; ///< "privacy", "terms"
    int version = 0;
    QString language;
    QString method; ///< "tick", "finger", "typed"
    QDateTime at;

    bool operator==(const Consent &) const = default;
};

/// Something carried in (R6, R7). What "other" is, is sealed with the visitor's record.
/// Allowed: this device by name may come along, `tag` is the name.
enum class ItemState { Declared, Deposited, Returned, Allowed };

struct Item {
    QString kind; ///< "laptop", "phone", "camera", "usb-storage", "disc", "player", "tools", "food", "flammable", "other"
    int count = 1;
    ItemState state = ItemState::Declared;
    QString tag; ///< numbered tag of the deposit, or the device that is allowed

    bool operator==(const Item &) const = default;
};

QStringList itemKinds();
QString itemStateName(ItemState state);
std::optional<ItemState> itemStateFromName(QStringView name);

enum class BadgeState { Issued, Returned, Lost, Revoked };

/// A badge names a visit and grants nothing by itself. The serial is 64 random bits.
struct Badge {
    quint64 serial = 0;
    VisitId visit;
    StationId station; ///< whose signature the token carries
    QString token;     ///< as in the QR code
    QDateTime validFrom;
    QDateTime validUntil;
    BadgeState state = BadgeState::Issued;
    QDateTime issuedAt;
    std::optional<QDateTime> endedAt;

    bool operator==(const Badge &) const = default;
};

QString badgeStateName(BadgeState state);
std::optional<BadgeState> badgeStateFromName(QStringView name);

/// Permission ahead of the visit (R1): host, purpose, zones and window are typed once by staff; the guard's check stays.
struct Invitation {
    InvitationId id;
    StaffId createdBy;
    StaffId host;
    PurposeId purpose;
    std::vector<ZoneId> zones;
    QDateTime windowFrom;
    QDateTime windowUntil;
    QDateTime createdAt;
    bool revoked = false;

    bool operator==(const Invitation &) const = default;
};

} // namespace gatehouse::domain
