// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/badgebook.h"
#include "workplace.h"

namespace gatehouse::usecases
{

/// Months that a staff badge is valid.
inline constexpr int staffBadgeMonths = 24;

/// Where a PIN verifier is stored. The row counts only as far as the owner's statement names its hash (see pinVerifiers).
QString pinSetting(const domain::StaffId &staff);

struct StaffBadge {
    quint64 serial = 0;
    QString token;
    domain::Staff staff;
    QDateTime validUntil;
};

/// A manager or administrator makes a badge for an active person (R17: for that person and nobody else); the earlier one dies.
/// NotFound, NotAllowed, ClockWrong.
[[nodiscard]] Result<StaffBadge> issueStaffBadge(const Workplace &workplace, const StaffSession &session,
                                                 const domain::StaffId &staff);
/// What a staff badge says for itself, and what the ledger says of it.
struct StaffBadgeAnswer {
    bool genuine = false; ///< signed by an enrolled station of this site
    bool ofThisSite = false;
    bool inItsTime = false;
    std::optional<domain::BadgeRecord> badge; ///< when the token is the one that was issued
    bool authorised = false; ///< it is out, and its holder active, the time right; it opens nothing without the PIN (R17)
    bool holderActive = false;
    bool clockWrong = false; ///< as in BadgeAnswer
};

/// Invalid when the text is no staff badge at all.
[[nodiscard]] Result<StaffBadgeAnswer> verifyStaffBadge(const Workplace &workplace, const QString &token);

/// The detail of NotFound for a person without a badge that counts.
inline const QString noStaffBadge = QStringLiteral("staff badge");

/// Somebody's badge is lost: it is dead at once, and an incident looks for it (R21). By the person, a guard, a manager or an
/// administrator. NotFound (noStaffBadge). A badge that was found on somebody else dies with the incident, see
/// revokeFoundBadge.
[[nodiscard]] Result<void> loseStaffBadge(const Workplace &workplace, const StaffSession &session,
                                          const domain::StaffId &staff);

/// The person's own PIN; the statement names the hash of the stored verifier. Invalid with the number of the security::PinFlaw
/// as detail when it is weak. Blocks for the time of Argon2id.
[[nodiscard]] Result<void> setPin(const Workplace &workplace, const StaffSession &session, const security::SecureBytes &pin,
                                  security::KeyCost cost = security::KeyCost::Moderate);

} // namespace gatehouse::usecases
