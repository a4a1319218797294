// SPDX-License-Identifier: GPL-3.0-or-later
#include "replacedkeys.h"

#include "authority.h"
#include "domain/presencebook.h"
#include "security/tokens.h"

#include <QCryptographicHash>

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
const QString &otherKeys()
{
    static const QString detail = QStringLiteral("keys are not those that the ledger names: ");
    return detail;
}

Result<void> lookAtSealingKeys(Transaction &transaction, const Authority &authority, QStringList &replaced)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<SealingKey> rows, transaction.sealedData().sealingKeys());
    const std::vector<SealingKey> &signedKeys = authority.sealingKeys();
    const auto isIn = [](const std::vector<SealingKey> &keys, const SealingKey &wanted) {
        return std::any_of(keys.begin(), keys.end(), [&wanted](const SealingKey &key) {
            return key.id == wanted.id && key.publicKey == wanted.publicKey;
        });
    };
    for (const SealingKey &row : rows) {
        if (!isIn(signedKeys, row))
            replaced << QStringLiteral("sealing_key ") + row.id;
    }
    for (const SealingKey &key : signedKeys) {
        if (!isIn(rows, key))
            replaced << QStringLiteral("sealing_key ") + key.id;
    }
    replaced.removeDuplicates();
    return {};
}

Result<void> lookAtStations(Transaction &transaction, const Authority &authority, QStringList &replaced)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<Station> rows, transaction.stations().all());
    for (const Station &row : rows) {
        const QByteArray key = authority.stationKey(row.id);
        if (!key.isEmpty() && key != row.signPublicKey)
            replaced << QStringLiteral("station ") + row.id.text();
    }
    return {};
}

Result<void> lookAtPeople(Transaction &transaction, const Authority &authority, QStringList &replaced)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<Credential> rows, transaction.staff().credentials());
    for (const Credential &row : rows) {
        const QByteArray key = authority.staffSignKey(row.staff);
        if (!key.isEmpty() && (row.signPublicKey != key || row.boxPublicKey != authority.staffBoxKey(row.staff)))
            replaced << QStringLiteral("credential ") + row.staff.text();
    }
    return {};
}
} // namespace

/// The token carries visit, station and validity; its hash and how the badge ended were signed.
bool isAsSigned(const Badge &row, const std::optional<BadgeRecord> &issued)
{
    const auto parsed = security::parseBadgeToken(row.token);
    if (!issued || !parsed || issued->visit != row.visit || issued->state != row.state ||
        issued->tokenHash != QCryptographicHash::hash(row.token.toLatin1(), QCryptographicHash::Sha256))
        return false;
    const security::BadgeToken &token = parsed->token;
    return token.serial == row.serial && token.visit == row.visit.value && token.station == row.station.value &&
           token.notBefore.toSecsSinceEpoch() == row.validFrom.toSecsSinceEpoch() &&
           token.notAfter.toSecsSinceEpoch() == row.validUntil.toSecsSinceEpoch();
}

Result<QStringList> replacedKeys(Transaction &transaction, const Authority &authority)
{
    QStringList replaced;
    GATEHOUSE_TRY(lookAtSealingKeys(transaction, authority, replaced));
    GATEHOUSE_TRY(lookAtStations(transaction, authority, replaced));
    GATEHOUSE_TRY(lookAtPeople(transaction, authority, replaced));
    return replaced;
}

bool isCertified(const Staff &row, const Authority &authority)
{
    const std::optional<Staff> person = authority.staff(row.id);
    return person && person->number == row.number && person->grade == row.grade && person->roles == row.roles &&
           person->agreementDate == row.agreementDate && person->state == row.state;
}

Result<QStringList> uncertifiedStaff(Transaction &transaction, const Authority &authority)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<Staff> rows, transaction.staff().all());
    QStringList numbers;
    for (const Staff &row : rows) {
        if (isCertified(row, authority))
            continue;
        const std::optional<Staff> certified = authority.staff(row.id);
        numbers << (certified ? certified->number : row.number);
    }
    for (const Staff &person : authority.certifiedStaff()) {
        const bool stored = std::any_of(rows.begin(), rows.end(), [&](const Staff &row) { return row.id == person.id; });
        if (!stored)
            numbers << person.number;
    }
    numbers.removeDuplicates();
    return numbers;
}

Result<QStringList> changedDefinitions(Transaction &transaction, const Authority &authority)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<Zone> zones, transaction.site().zones());
    GATEHOUSE_TRY_ASSIGN(const std::vector<Purpose> purposes, transaction.site().purposes());
    GATEHOUSE_TRY_ASSIGN(const std::vector<Station> stations, transaction.stations().all());
    QStringList changed = authority.changedDefinitions(zones, purposes);
    for (const Station &enrolled : authority.enrolledStations()) {
        const auto row =
            std::find_if(stations.begin(), stations.end(), [&](const Station &one) { return one.id == enrolled.id; });
        // Its key is for replacedKeys().
        if (row == stations.end() || row->name != enrolled.name || row->kind != enrolled.kind || row->revoked)
            changed << QStringLiteral("station ") + enrolled.id.text();
    }
    return changed;
}

Result<QStringList> changedBadges(Transaction &transaction, const Authority &authority)
{
    QHash<quint64, BadgeRecord> issued = authority.badges().all();
    GATEHOUSE_TRY_ASSIGN(const std::vector<Badge> rows, transaction.badges().all());
    QStringList changed;
    for (const Badge &row : rows) {
        if (!isAsSigned(row, authority.badges().bySerial(row.serial)))
            changed << serialText(row.serial);
        issued.remove(row.serial);
    }
    for (const BadgeRecord &missing : issued) {
        if (missing.visit) // those of staff have no row
            changed << serialText(missing.serial);
    }
    changed.sort();
    return changed;
}

Result<void> refuseReplacedKeys(Transaction &transaction, const Authority &authority)
{
    GATEHOUSE_TRY_ASSIGN(const QStringList replaced, replacedKeys(transaction, authority));
    if (replaced.isEmpty())
        return {};
    return fail(ErrorCode::BadSignature, otherKeys() + replaced.join(QLatin1String(", ")));
}

bool isReplacedKey(const Error &error)
{
    return error.code == ErrorCode::BadSignature && error.detail.startsWith(otherKeys());
}

} // namespace gatehouse::usecases
