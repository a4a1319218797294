// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workplace.h"

namespace gatehouse::usecases
{

/// What domain::KioskMail carries.
namespace kioskmail
{
inline const QString face = QStringLiteral("face");
inline const QString question = QStringLiteral("question");
} // namespace kioskmail

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
/// The same key again, where the database has it no longer.
[[nodiscard]] Result<void> announceBoot(const Workplace &workplace, const security::BoxKeyPair &keys);

/// The face was printed: it is forgotten and deleted.
[[nodiscard]] Result<void> faceUsed(const Workplace &workplace, const domain::VisitId &visit);

/// Writes the faces of approved visits anew for kiosks that were started since; done by a signed-in admin app on every change.
[[nodiscard]] Result<int> renewFaces(const Workplace &workplace, const StaffSession &session);

struct GuardsQuestion {
    QString code;
    QString words; ///< own words, for this kiosk's present boot; empty for one of the coded ones

    bool operator==(const GuardsQuestion &) const = default;
};

/// What a guard asks the visitor and signed for; nothing when nobody did, whatever the rows say, or when it was answered.
[[nodiscard]] Result<std::optional<GuardsQuestion>> readQuestion(const Workplace &workplace, const security::BoxKeyPair &boot,
                                                                 const domain::VisitId &visit);

} // namespace gatehouse::usecases
