// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workplace.h"

#include <QJsonArray>

namespace gatehouse::usecases
{

/// What several use cases need of a visit's sealed data. Internal to this library.

QString hexText(const QByteArray &bytes);
QByteArray sha256(const QByteArray &bytes);

/// The visit's data key, opened with one of the session's sealing keys or the person's own. NotAllowed when none fits.
[[nodiscard]] Result<security::SecureBytes> openDataKey(domain::Transaction &transaction, const StaffSession &session,
                                                        const domain::VisitId &visit);

/// One sealed field, empty when there is none.
[[nodiscard]] Result<QByteArray> openBlob(domain::Transaction &transaction, const security::SecureBytes &dataKey,
                                          const domain::VisitId &visit, const QString &field);

/// Field name -> hex SHA-256 of the sealed bytes, for the fields that a visitor gives and a decision signs.
[[nodiscard]] Result<QJsonObject> blobHashes(domain::Transaction &transaction, const domain::VisitId &visit);

/// The entries about a subject, in order, without those whose signer had no standing for them. BadSignature when one of them is
/// not signed by its actor, was changed or is missing: what cannot be read whole (an issued badge, a denial) must not be taken
/// for something that never happened.
[[nodiscard]] Result<std::vector<domain::LedgerEntry>> verifiedEntries(domain::Transaction &transaction,
                                                                       const Workplace &workplace, const QString &subject);

[[nodiscard]] Result<domain::Visit> loadVisit(domain::Transaction &transaction, const domain::VisitId &visit);
/// The visit and those that came with it.
[[nodiscard]] Result<std::vector<domain::Visit>> loadParty(domain::Transaction &transaction, const domain::Visit &visit);
/// Since when nobody of a party is waited for any more, because all who did not enter were refused or got no answer: nothing
/// while somebody is undecided or has a badge to fetch, and where nobody was refused.
std::optional<QDateTime> refusedSince(const std::vector<domain::Visit> &party);
[[nodiscard]] Result<domain::VisitorRecord> openRecord(domain::Transaction &transaction, const security::SecureBytes &dataKey,
                                                       const domain::VisitId &visit);

/// What the visitor answered last, sealed to the site; empty when none of the session's keys opens it, or no station signed for
/// it, since anybody can seal.
[[nodiscard]] Result<QString> openAnswer(domain::Transaction &transaction, const Workplace &workplace,
                                         const StaffSession &session, const domain::VisitId &visit);

/// Nothing is asked of the visitor any more: it was answered, or the visit decided. The row is still to be written.
[[nodiscard]] Result<void> closeQuestion(domain::Transaction &transaction, domain::Visit &visit);

/// Empty when there is no such person.
[[nodiscard]] Result<QString> nameOfStaff(domain::Transaction &transaction, const domain::StaffId &id);

/// The zones of the visit as a manager signed them; fewer than the visit names when one of them is not.
[[nodiscard]] Result<std::vector<domain::Zone>> zonesOf(domain::Transaction &transaction, const Workplace &workplace,
                                                        const domain::Visit &visit);
[[nodiscard]] Result<std::optional<domain::Purpose>> purposeOf(domain::Transaction &transaction, const Workplace &workplace,
                                                               const domain::PurposeId &id);

/// The boot key of a station when the station itself signed it and is enrolled.
[[nodiscard]] Result<std::optional<domain::StationBoot>>
trustedBoot(domain::Transaction &transaction, const Workplace &workplace, const domain::StationId &station);

/// Who approves must see what is approved: the keepers and leads of the escorted zones among these, and the fire keeper where
/// the work asks for that one.
std::vector<domain::StaffId> accessApprovers(const Workplace &workplace, const std::vector<domain::ZoneId> &zones, bool hotWork,
                                             const QDateTime &at);

QJsonArray zoneKeyArray(const std::vector<domain::ZoneId> &zones);

QString invitationSubject(const domain::InvitationId &id);
/// What `invitation.create` signs, and besides: what the host said about the work.
QJsonObject invitationDetails(const domain::Invitation &invitation);
inline const QString invitationMethod = QStringLiteral("method");
inline const QString invitationNote = QStringLiteral("note");

/// Whoever made it and the host; guards and managers, who answer for the entrance (R1).
bool mayHandle(const domain::Bearer &by, const domain::Invitation &invitation);
/// The invitation as its signer made it; nothing when row and statement differ. `revoked` when somebody who may revoked it.
[[nodiscard]] Result<std::optional<domain::Invitation>>
verifiedInvitation(domain::Transaction &transaction, const Workplace &workplace, const domain::InvitationId &id);

} // namespace gatehouse::usecases
