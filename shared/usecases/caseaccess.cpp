// SPDX-License-Identifier: GPL-3.0-or-later
#include "caseaccess.h"

#include "badgefaces.h"
#include "base/logging.h"
#include "visitstatement.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
const QStringList &signedFields()
{
    static const QStringList fields{sealed::record, sealed::portrait, sealed::document, sealed::signature};
    return fields;
}

/// What must be as the row says.
QJsonObject rowPart(QJsonObject details)
{
    details.remove(invitationMethod);
    details.remove(invitationNote);
    return details;
}
} // namespace

QString invitationSubject(const InvitationId &id)
{
    return QStringLiteral("invitation:") + id.text();
}

QString hexText(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

Result<security::SecureBytes> openDataKey(Transaction &transaction, const StaffSession &session, const VisitId &visit)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<WrappedKey> keys, transaction.sealedData().keys(visit));
    if (keys.empty())
        return fail(ErrorCode::NotFound, QStringLiteral("erased"));
    for (const WrappedKey &wrapped : keys) {
        for (const OpenedSealingKey &opened : session.sealingKeys) {
            if (wrapped.recipient != QStringLiteral("site:") + opened.id)
                continue;
            if (auto key = security::openSealedKey(opened.keys, wrapped.bytes))
                return key;
        }
        if (wrapped.recipient == staffActor(session.staff.id)) {
            if (auto key = security::openSealedKey(session.keys.box, wrapped.bytes))
                return key;
        }
    }
    return fail(ErrorCode::NotAllowed, QStringLiteral("no key for this visit"));
}

Result<QByteArray> openBlob(Transaction &transaction, const security::SecureBytes &dataKey, const VisitId &visit,
                            const QString &field)
{
    GATEHOUSE_TRY_ASSIGN(const std::optional<SealedBlob> blob, transaction.sealedData().blob(visit, field));
    if (!blob)
        return QByteArray();
    return security::openField(dataKey, visit.text(), field, blob->bytes);
}

Result<QJsonObject> blobHashes(Transaction &transaction, const VisitId &visit)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<SealedBlob> blobs, transaction.sealedData().blobs(visit));
    QJsonObject hashes;
    for (const SealedBlob &blob : blobs) {
        if (signedFields().contains(blob.field))
            hashes.insert(blob.field, hexText(sha256(blob.bytes)));
    }
    return hashes;
}

Result<std::vector<LedgerEntry>> verifiedEntries(Transaction &transaction, const Workplace &workplace, const QString &subject)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<LedgerEntry> stored, transaction.ledger().ofSubject(subject));
    std::vector<LedgerEntry> entries;
    for (const LedgerEntry &entry : stored) {
        if (entry.sequence > workplace.authority.head().sequence)
            continue; // written by this transaction
        if (!workplace.authority.verified(entry)) {
            qCCritical(lcTrust) << "entry does not verify:" << entry.sequence;
            return fail(ErrorCode::BadSignature, QStringLiteral("entry %1").arg(entry.sequence));
        }
        entries.push_back(entry);
    }
    if (!workplace.authority.isWholeTrail(subject, entries)) {
        qCCritical(lcTrust) << "entries were changed or taken away:" << subject;
        return fail(ErrorCode::BadSignature, QStringLiteral("entries are missing"));
    }
    std::erase_if(entries, [&](const LedgerEntry &entry) { return !workplace.authority.isFounded(entry); });
    return entries;
}

Result<Visit> loadVisit(Transaction &transaction, const VisitId &id)
{
    GATEHOUSE_TRY_ASSIGN(std::optional<Visit> visit, transaction.visits().byId(id));
    if (!visit)
        return fail(ErrorCode::NotFound, QStringLiteral("visit"));
    return std::move(*visit);
}

Result<std::vector<Visit>> loadParty(Transaction &transaction, const Visit &visit)
{
    VisitQuery query;
    query.party = visit.party;
    return transaction.visits().find(query);
}

std::optional<QDateTime> refusedSince(const std::vector<Visit> &party)
{
    std::optional<QDateTime> since;
    for (const Visit &visit : party) {
        if (visit.state == VisitState::Requested || visit.state == VisitState::Approved)
            return std::nullopt;
        const bool refused = visit.state == VisitState::Denied || visit.state == VisitState::Lapsed;
        if (refused && visit.decidedAt && (!since || *visit.decidedAt > *since))
            since = visit.decidedAt;
    }
    return since;
}

Result<VisitorRecord> openRecord(Transaction &transaction, const security::SecureBytes &dataKey, const VisitId &visit)
{
    GATEHOUSE_TRY_ASSIGN(QByteArray json, openBlob(transaction, dataKey, visit, sealed::record));
    VisitorRecord record = visitorRecordFromJson(QJsonDocument::fromJson(json).object());
    security::wipe(json);
    return record;
}

Result<QString> openAnswer(Transaction &transaction, const Workplace &workplace, const StaffSession &session,
                           const VisitId &visit)
{
    GATEHOUSE_TRY_ASSIGN(const std::optional<SealedBlob> blob, transaction.sealedData().blob(visit, sealed::answer));
    if (!blob)
        return QString();
    GATEHOUSE_TRY_ASSIGN(const bool answered, answerIsSigned(transaction, workplace, *blob));
    if (!answered) {
        qCCritical(lcTrust) << "an answer that no station signed:" << visit.text();
        return QString();
    }
    for (const OpenedSealingKey &key : session.sealingKeys) {
        if (const auto plain = security::openText(key.keys, visit.text(), sealed::answer, blob->bytes)) {
            QByteArray text = plain->exposed();
            const QString answer = QString::fromUtf8(text);
            security::wipe(text);
            return answer;
        }
    }
    return QString();
}

Result<std::vector<Zone>> zonesOf(Transaction &transaction, const Workplace &workplace, const Visit &visit)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<Zone> all, siteZones(transaction, workplace));
    std::vector<Zone> zones;
    for (const ZoneId &id : visit.zones) {
        const auto found = std::find_if(all.begin(), all.end(), [&](const Zone &zone) { return zone.id == id; });
        if (found != all.end())
            zones.push_back(*found);
    }
    return zones;
}

Result<std::optional<Purpose>> purposeOf(Transaction &transaction, const Workplace &workplace, const PurposeId &id)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<Purpose> all, sitePurposes(transaction, workplace));
    const auto found = std::find_if(all.begin(), all.end(), [&](const Purpose &purpose) { return purpose.id == id; });
    return found == all.end() ? std::optional<Purpose>() : std::optional<Purpose>(*found);
}

Result<std::optional<StationBoot>> trustedBoot(Transaction &transaction, const Workplace &workplace, const StationId &station)
{
    GATEHOUSE_TRY_ASSIGN(std::optional<StationBoot> boot, transaction.stations().boot(station));
    const QByteArray key = workplace.authority.stationKey(station);
    if (!boot || key.isEmpty())
        return std::optional<StationBoot>();
    const QByteArray message = security::bootMessage(station.text(), boot->bootPublicKey, boot->since.toMSecsSinceEpoch());
    if (!security::verify(key, message, boot->signature)) {
        qCCritical(lcTrust) << "boot key of station" << station.text() << "is not signed by it";
        return std::optional<StationBoot>();
    }
    return boot;
}

std::vector<StaffId> accessApprovers(const Workplace &workplace, const std::vector<ZoneId> &zones, bool hotWork,
                                     const QDateTime &at)
{
    std::vector<StaffId> approvers;
    for (const ZoneId &id : zones) {
        const auto zone = workplace.authority.zone(id);
        if (!zone || zone->escort == EscortRule::None)
            continue;
        for (const Duty duty : {Duty::Keeper, Duty::Lead, Duty::FireKeeper}) {
            if (duty == Duty::FireKeeper && !hotWork)
                continue;
            const std::vector<StaffId> holders = workplace.authority.duties().holders(id, duty, at);
            approvers.insert(approvers.end(), holders.begin(), holders.end());
        }
    }
    return approvers;
}

QJsonArray zoneKeyArray(const std::vector<ZoneId> &zones)
{
    QJsonArray keys;
    for (const ZoneId &zone : zones)
        keys.append(zone.key);
    return keys;
}

bool mayHandle(const Bearer &by, const Invitation &invitation)
{
    return invitation.createdBy == by.staff || invitation.host == by.staff || by.hasAny({Role::Guard, Role::Manager});
}

Result<std::optional<Invitation>> verifiedInvitation(Transaction &transaction, const Workplace &workplace,
                                                     const InvitationId &id)
{
    GATEHOUSE_TRY_ASSIGN(std::optional<Invitation> invitation, transaction.invitations().byId(id));
    if (!invitation)
        return std::optional<Invitation>();
    GATEHOUSE_TRY_ASSIGN(const std::vector<LedgerEntry> entries,
                         verifiedEntries(transaction, workplace, invitationSubject(id)));
    bool made = false;
    for (const LedgerEntry &entry : entries) {
        const auto by = staffOf(entry.actor);
        const Authority &authority = workplace.authority;
        if (entry.action == action::invitationRevoke && by &&
            mayHandle({*by, authority, authority.duties(), entry.sequence, entry.recorded}, *invitation))
            invitation->revoked = true;
        made = made || (entry.action == action::invitationCreate && entry.actor == staffActor(invitation->createdBy) &&
                        rowPart(entry.details) == invitationDetails(*invitation));
    }
    if (!made) {
        qCCritical(lcTrust) << "invitation without statement:" << id.text();
        return std::optional<Invitation>();
    }
    return invitation;
}

QJsonObject invitationDetails(const Invitation &invitation)
{
    return {{QStringLiteral("host"), invitation.host.text()},
            {QStringLiteral("purpose"), invitation.purpose.key},
            {QStringLiteral("zones"), zoneKeyArray(invitation.zones)},
            {QStringLiteral("from"), invitation.windowFrom.toString(Qt::ISODateWithMs)},
            {QStringLiteral("until"), invitation.windowUntil.toString(Qt::ISODateWithMs)}};
}

Result<void> closeQuestion(Transaction &transaction, Visit &visit)
{
    visit.question.clear();
    return transaction.sealedData().removeMail(visit.id, kioskmail::question);
}

Result<QString> nameOfStaff(Transaction &transaction, const StaffId &id)
{
    GATEHOUSE_TRY_ASSIGN(const std::optional<Staff> staff, transaction.staff().byId(id));
    return staff ? staff->name : QString();
}

} // namespace gatehouse::usecases
