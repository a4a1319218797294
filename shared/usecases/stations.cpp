// SPDX-License-Identifier: GPL-3.0-or-later
#include "stations.h"

#include "caseaccess.h"

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{

bool maySignRelease(const Authority &authority, const LedgerEntry &entry)
{
    const QString prefix = QStringLiteral("staff:");
    if (!entry.actor.startsWith(prefix) || !authority.verified(entry))
        return false;
    const StaffId signer = StaffId::fromText(entry.actor.mid(prefix.size()));
    return authority.held(signer, Role::Manager, entry.sequence) || authority.held(signer, Role::Administrator, entry.sequence);
}

constexpr int longestStationName = 40;
constexpr int stationKeySize = 32; // Ed25519
constexpr int stationCodeBytes = 10;
constexpr int stationCodeGroup = 4;

bool isStationNameFit(const QString &name)
{
    return !name.isEmpty() && name == name.trimmed() && name.size() <= longestStationName &&
           std::all_of(name.begin(), name.end(), [](QChar c) { return c.isPrint(); });
}

Result<bool> asks(Transaction &transaction, const Station &station)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<LedgerEntry> entries, transaction.ledger().ofSubject(stationSubject(station.id)));
    return !station.revoked && entries.empty();
}

/// A write transaction with a station that asks.
struct Enrolment {
    std::unique_ptr<Transaction> transaction;
    Station station;
};

Result<Enrolment> beginEnrolment(const Workplace &workplace, const StaffSession &session, const StationId &id)
{
    Enrolment enrolment;
    GATEHOUSE_TRY_ASSIGN(enrolment.transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*enrolment.transaction, workplace, session, {Role::Manager}));
    GATEHOUSE_TRY_ASSIGN(const std::optional<Station> station, enrolment.transaction->stations().byId(id));
    if (!station)
        return fail(ErrorCode::NotFound, QStringLiteral("station"));
    GATEHOUSE_TRY_ASSIGN(const bool waits, asks(*enrolment.transaction, *station));
    if (!waits)
        return fail(ErrorCode::NotFound, QStringLiteral("station"));
    enrolment.station = *station;
    return enrolment;
}

} // namespace

QString stationCode(const QByteArray &signPublicKey)
{
    QString code = QString::fromLatin1(security::fingerprint(signPublicKey).left(stationCodeBytes).toHex());
    for (qsizetype at = code.size() - stationCodeGroup; at > 0; at -= stationCodeGroup)
        code.insert(at, QLatin1Char(' '));
    return code;
}

QJsonObject enrolmentOf(const Station &station)
{
    return {{QStringLiteral("station"), station.id.text()},
            {QStringLiteral("name"), station.name},
            {QStringLiteral("kind"), stationKindName(station.kind)},
            {QStringLiteral("key"), hexText(station.signPublicKey)}};
}

Result<void> proposeStation(const Workplace &workplace, const Station &station)
{
    if (!isStationNameFit(station.name) || station.signPublicKey.size() != stationKeySize || station.id.isNull())
        return fail(ErrorCode::Invalid, QStringLiteral("name or key of a station"));
    GATEHOUSE_TRY_ASSIGN(const auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY_ASSIGN(const std::optional<Station> known, transaction->stations().byId(station.id));
    if (known)
        return fail(ErrorCode::Conflict, QStringLiteral("station"));
    GATEHOUSE_TRY(transaction->stations().save(station));
    return transaction->commit();
}

Result<std::vector<Station>> proposedStations(const Workplace &workplace, const StaffSession &session)
{
    GATEHOUSE_TRY_ASSIGN(const auto transaction, beginRead(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {Role::Manager, Role::Administrator}));
    GATEHOUSE_TRY_ASSIGN(const std::vector<Station> stations, transaction->stations().all());
    std::vector<Station> asking;
    for (const Station &station : stations) {
        GATEHOUSE_TRY_ASSIGN(const bool waits, asks(*transaction, station));
        if (waits)
            asking.push_back(station);
    }
    return asking;
}

Result<void> enrolStation(const Workplace &workplace, const StaffSession &session, const StationId &id,
                          const QByteArray &shownKey)
{
    GATEHOUSE_TRY_ASSIGN(const Enrolment enrolment, beginEnrolment(workplace, session, id));
    const Station &station = enrolment.station;
    if (station.signPublicKey != shownKey || !isStationNameFit(station.name))
        return fail(ErrorCode::Conflict, QStringLiteral("key"));
    const std::vector<Station> stations = workplace.authority.enrolledStations();
    const bool taken =
        std::any_of(stations.begin(), stations.end(), [&](const Station &other) { return other.name == station.name; });
    if (taken)
        return fail(ErrorCode::Conflict, stationNameTaken);
    GATEHOUSE_TRY(record(*enrolment.transaction, workplace, signerOf(session), action::stationEnrol, stationSubject(id),
                         enrolmentOf(station)));
    return enrolment.transaction->commit();
}

Result<void> turnStationAway(const Workplace &workplace, const StaffSession &session, const StationId &id)
{
    GATEHOUSE_TRY_ASSIGN(Enrolment enrolment, beginEnrolment(workplace, session, id));
    enrolment.station.revoked = true;
    GATEHOUSE_TRY(enrolment.transaction->stations().save(enrolment.station));
    return enrolment.transaction->commit();
}

Result<void> releaseStation(const Workplace &workplace, const StaffSession &session, const StationId &station)
{
    GATEHOUSE_TRY_ASSIGN(const auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {Role::Manager, Role::Administrator}));
    if (workplace.authority.stationKey(station).isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("station"));
    GATEHOUSE_TRY(record(*transaction, workplace, signerOf(session), action::stationRelease, stationSubject(station)));
    return transaction->commit();
}

Result<void> revokeStation(const Workplace &workplace, const StaffSession &session, const StationId &station)
{
    if (station == workplace.stationId())
        return fail(ErrorCode::Invalid, QStringLiteral("own station"));
    GATEHOUSE_TRY_ASSIGN(const auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {Role::Manager}));
    if (workplace.authority.stationKey(station).isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("station"));
    GATEHOUSE_TRY(record(*transaction, workplace, signerOf(session), action::stationRevoke, stationSubject(station),
                         {{QStringLiteral("station"), station.text()}}));
    return transaction->commit();
}

Result<std::vector<Station>> enrolledStations(const Workplace &workplace, const StaffSession &session)
{
    GATEHOUSE_TRY_ASSIGN(const auto transaction, beginRead(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {Role::Manager, Role::Administrator}));
    return workplace.authority.enrolledStations();
}

Result<bool> releaseRequested(Transaction &transaction, const Workplace &workplace, qint64 since)
{
    const QString subject = stationSubject(workplace.stationId());
    GATEHOUSE_TRY_ASSIGN(const std::vector<LedgerEntry> entries, transaction.ledger().ofSubject(subject));
    if (!workplace.authority.isWholeTrail(subject, entries))
        return fail(ErrorCode::BadSignature, QStringLiteral("entries about the station"));
    return std::any_of(entries.begin(), entries.end(), [&](const LedgerEntry &entry) {
        return entry.sequence > since && entry.action == action::stationRelease && maySignRelease(workplace.authority, entry);
    });
}

Result<void> reportExitCodes(const Workplace &workplace)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(record(*transaction, workplace, signerOf(workplace), action::alarm, stationActor(workplace.stationId()),
                         {{QStringLiteral("code"), QStringLiteral("exit-code-guessed")}}));
    return transaction->commit();
}

} // namespace gatehouse::usecases
