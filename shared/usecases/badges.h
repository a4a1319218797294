// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "badgefaces.h"

namespace gatehouse::usecases
{

/// A badge that is out, with all that its picture shows.
struct IssuedBadge {
    domain::Badge badge;
    domain::Visit visit;
    BadgeFaceData face;
    std::vector<domain::Zone> zones;
    bool escortRequired = false;
};

/// Issues the badge of an approved visit at the kiosk: verifies every approval, signs the token, brings the visit on site.
/// Blocked when the approvals do not verify (an alarm entry is written); NotFound when the face is not here yet or was sealed
/// to an earlier boot (the admin app renews it, see renewFaces); ClockWrong; Expired when the window is over; Conflict when
/// issued before.
[[nodiscard]] Result<IssuedBadge> issueBadge(const Workplace &workplace, const security::BoxKeyPair &boot,
                                             const domain::VisitId &visit);

/// The same at the desk, with the guard's own keys. When the badge is out already it is the same token again, or one in its
/// place where the station that signed it was revoked (R24).
[[nodiscard]] Result<IssuedBadge> issueBadgeAtDesk(const Workplace &workplace, const StaffSession &session,
                                                   const domain::VisitId &visit);

/// The visitor stays and has lost the badge: what was out is lost, and dead at once everywhere; another one is out in its
/// place, in the same transaction. One that ended before (found on somebody else, R3) is replaced as well. Conflict (detail:
/// state) unless on site; Expired when the window is over: then the departure is booked without a badge; Blocked and ClockWrong
/// as above.
[[nodiscard]] Result<IssuedBadge> replaceLostBadge(const Workplace &workplace, const StaffSession &session,
                                                   const domain::VisitId &visit);

/// What a badge says for itself and, with the database, about itself.
struct BadgeAnswer {
    bool genuine = false; ///< signed by an enrolled station of this site
    bool ofThisSite = false;
    bool inItsTime = false;
    std::optional<domain::BadgeRecord> badge; ///< by the ledger, when the token is the one that was issued
    std::optional<domain::Visit> visit;
    bool approved = false;   ///< the approvals behind it verify
    bool authorised = false; ///< that, it is out, in its time, its visitor on site by row and ledger, and the clock right
    bool clockWrong = false; ///< this station's clock is not to be believed: nobody is admitted, whatever the time seems to be
    std::vector<domain::Zone> zones;
};

/// Invalid when the text is no badge at all.
[[nodiscard]] Result<BadgeAnswer> verifyBadge(const Workplace &workplace, const QString &token);

/// Whose badge is shown, to say something to its bearer: books nothing. NotFound: badge of another site or unknown;
/// BadSignature: forged; Conflict: no longer out.
[[nodiscard]] Result<domain::Visit> visitOfBadge(const Workplace &workplace, const QString &token);

/// Makes a badge dead that was found where it should not be, within a larger act; answers with the badge as it was before. One
/// that is dead already stays as it is. `stranger`: the incident at which it was found. NotFound: badge of another site or
/// unknown; BadSignature: forged.
[[nodiscard]] Result<domain::BadgeRecord> revokeBadge(domain::Transaction &transaction, const Workplace &workplace,
                                                      const Signer &signer, const QString &token,
                                                      const domain::IncidentId &stranger = {});

/// Books badge back and departure by showing the badge. NotFound: badge of another site or unknown; BadSignature: forged;
/// Conflict: returned before (detail: when, ISO 8601); Blocked: was never let in.
[[nodiscard]] Result<domain::Visit> checkOut(const Workplace &workplace, const QString &token,
                                             const StaffSession *desk = nullptr);

/// Departure booked by a guard without the badge, which is then lost (and dead).
[[nodiscard]] Result<domain::Visit> departWithoutBadge(const Workplace &workplace, const StaffSession &session,
                                                       const domain::VisitId &visit);

} // namespace gatehouse::usecases
