// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workplace.h"

namespace gatehouse::usecases
{

/// What the deciding admin app lets a kiosk show and print, sealed to that kiosk's present boot.
struct BadgeFaceData {
    QString name;
    QString company;
    QString host;
    QByteArray portrait; ///< JPEG, may be empty

    bool operator==(const BadgeFaceData &) const = default;
};

QByteArray encodeFace(const BadgeFaceData &face);
BadgeFaceData decodeFace(const QByteArray &bytes);

/// The face as the visit's sealed record has it. NotAllowed when this person may not open the visit.
[[nodiscard]] Result<BadgeFaceData> faceFromRecord(domain::Transaction &transaction, const StaffSession &session,
                                                   const domain::Visit &visit);

/// Seals a face to the present boot of the kiosk where the visit was registered, within the decision's transaction. Without
/// such a kiosk (a desk registration, a kiosk that never announced itself) there is nothing to send. Returns what the sender's
/// entry must hold as "face", empty when nothing was sent: the kiosk shows no face that nobody signed for.
[[nodiscard]] Result<QString> sendFace(domain::Transaction &transaction, const Workplace &workplace, const domain::Visit &visit,
                                       const BadgeFaceData &face);

/// The kiosk's key of this boot, announced in the database and signed by the station. Kept in memory only.
[[nodiscard]] Result<security::BoxKeyPair> announceBoot(const Workplace &workplace);

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
/// The face was printed: it is forgotten and deleted.
[[nodiscard]] Result<void> faceUsed(const Workplace &workplace, const domain::VisitId &visit);

/// The same at the desk, with the guard's own keys. When the badge is out already it is the same token again, or one in its
/// place where the station that signed it was revoked (R24).
[[nodiscard]] Result<IssuedBadge> issueBadgeAtDesk(const Workplace &workplace, const StaffSession &session,
                                                   const domain::VisitId &visit);

/// Writes the faces of approved visits anew for kiosks that were started since; done by a signed-in admin app on every change.
[[nodiscard]] Result<int> renewFaces(const Workplace &workplace, const StaffSession &session);

/// The guard's question in own words for this kiosk's present boot; empty when the question is one of the coded ones.
[[nodiscard]] Result<QString> readQuestion(const Workplace &workplace, const security::BoxKeyPair &boot,
                                           const domain::VisitId &visit);

/// What a badge says for itself and, with the database, about itself.
struct BadgeAnswer {
    bool genuine = false; ///< signed by an enrolled station of this site
    bool ofThisSite = false;
    bool inItsTime = false;
    std::optional<domain::Badge> badge; ///< from the database, when the token is the one that was issued
    std::optional<domain::Visit> visit;
    bool authorised = false; ///< the approvals behind it verify
    std::vector<domain::Zone> zones;
};

/// Invalid when the text is no badge at all.
[[nodiscard]] Result<BadgeAnswer> verifyBadge(const Workplace &workplace, const QString &token);

/// Whose badge is shown, to say something to its bearer: books nothing. NotFound: badge of another site or unknown;
/// BadSignature: forged; Conflict: no longer out.
[[nodiscard]] Result<domain::Visit> visitOfBadge(const Workplace &workplace, const QString &token);

/// Makes a badge dead that was found where it should not be, within a larger act; answers with the badge as it was before. One
/// that is dead already stays as it is. NotFound: badge of another site or unknown; BadSignature: forged.
[[nodiscard]] Result<domain::Badge> revokeBadge(domain::Transaction &transaction, const Workplace &workplace,
                                                const Signer &signer, const QString &token);

/// Books badge back and departure by showing the badge. NotFound: badge of another site or unknown; BadSignature: forged;
/// Conflict: returned before (detail: when, ISO 8601); Blocked: was never let in.
[[nodiscard]] Result<domain::Visit> checkOut(const Workplace &workplace, const QString &token,
                                             const StaffSession *desk = nullptr);

/// Departure booked by a guard without the badge, which is then lost (and dead).
[[nodiscard]] Result<domain::Visit> departWithoutBadge(const Workplace &workplace, const StaffSession &session,
                                                       const domain::VisitId &visit);

} // namespace gatehouse::usecases
