// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/visit.h"
#include "workplace.h"

namespace gatehouse::usecases
{

/// A badge of a visitor or of staff, and what the database and the ledger say of it.
struct BadgeJudgement {
    /// What can be said of a badge, the gravest first.
    enum class Standing {
        OtherSite,
        Forged,      ///< no enrolled station of this site signed it
        NeverIssued, ///< signed here, but the ledger knows nothing of it
        Dead,        ///< lost or revoked
        Returned,
        NotApproved, ///< the approvals behind it do not verify; its holder is no active member of staff
        ClockWrong,  ///< this station's clock is not to be believed: nobody is admitted, whatever the time seems to be
        OutOfTime,
        NotOnSite, ///< its visitor
        Counts,
    };

    bool genuine = false; ///< signed by an enrolled station of this site
    bool ofThisSite = false;
    bool inItsTime = false;
    bool lookedUp = false;                   ///< in the database; without it there is only what the badge says itself
    std::optional<domain::BadgeState> state; ///< empty: never issued
    bool approved = false;   ///< the approvals behind a visitor's badge verify; the holder of a staff badge is active
    bool authorised = false; ///< it counts now: approved, out, in its time, a visitor on site, and the clock right
    bool clockWrong = false;
    QDateTime validUntil;
    std::optional<QDateTime> endedAt;
    std::optional<domain::Visit> visit;   ///< of a visitor's badge
    std::optional<domain::StaffId> staff; ///< of a staff badge
    std::vector<domain::Zone> zones;      ///< of a visitor's badge

    Standing standing() const;
};
/// For the log of the program: "forged".
QString standingName(BadgeJudgement::Standing standing);

/// Invalid when the text is no whole badge of either kind.
[[nodiscard]] Result<BadgeJudgement> judgeBadge(const Workplace &workplace, const QString &token);

} // namespace gatehouse::usecases
