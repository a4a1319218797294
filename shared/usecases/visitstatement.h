// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workplace.h"

namespace gatehouse::usecases
{

/// What is signed about a visit, and whether its rows still say that. Internal to this library.

/// What `visit.request` signs; whoever decides derives it from the rows again.
QJsonObject requestDetails(const domain::Visit &visit, const QJsonObject &blobHashes,
                           const std::vector<domain::Consent> &consents, const std::vector<domain::Item> &items);

/// What an approval is about; both the signer and whoever acts on it derive it from the visit.
QJsonObject approvalScope(const domain::Visit &visit, const QJsonObject &blobHashes);

/// BadSignature unless the sealed data are those of the signed request and, while the visit waits for a decision, its rows say
/// what was asked for and what guards did since: the original seen (R1), the items handed in (R6, R7).
[[nodiscard]] Result<void> requireAsStated(domain::Transaction &transaction, const Workplace &workplace,
                                           const domain::Visit &visit);

/// BadSignature unless the sealed data are those of the signed request.
[[nodiscard]] Result<void> requireSealedAsStated(domain::Transaction &transaction, const Workplace &workplace,
                                                 const domain::VisitId &visit);

/// What stands in an entry about a text that was sealed for somebody: a badge face, a question, an answer.
QString sealedHash(const QByteArray &sealedText);
inline const QString questionHash = QStringLiteral("question");
inline const QString answerHash = QStringLiteral("answer");
/// Whether a guard or manager signed for exactly this face: anybody can seal one to the kiosk's key.
[[nodiscard]] Result<bool> faceIsSigned(domain::Transaction &transaction, const Workplace &workplace,
                                        const domain::KioskMail &mail);
/// The entry of the guard or manager who asked the visitor, while it is not answered.
[[nodiscard]] Result<std::optional<domain::LedgerEntry>> openQuestion(domain::Transaction &transaction,
                                                                      const Workplace &workplace, const domain::VisitId &visit);
/// Whether this is what the visitor answered last, as the station where that was typed signed it.
[[nodiscard]] Result<bool> answerIsSigned(domain::Transaction &transaction, const Workplace &workplace,
                                          const domain::SealedBlob &answer);

/// This station states an alarm about a visit, once in ten minutes: whether it was said now. Whoever is refused asks again and
/// again; but an alarm that was seen and settled must not silence the next one for ever.
[[nodiscard]] Result<bool> stateAlarm(domain::Transaction &transaction, const Workplace &workplace,
                                      const domain::VisitId &visit, const QString &code);
/// Those that could not be written when they were raised; they stay when they cannot be now either.
[[nodiscard]] Result<void> tellAlarms(const Workplace &workplace);
inline const QString recordsChanged = QStringLiteral("records-changed");

} // namespace gatehouse::usecases
