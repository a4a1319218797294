// SPDX-License-Identifier: GPL-3.0-or-later
#include "stations.h"

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

} // namespace

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
    GATEHOUSE_TRY_ASSIGN(std::vector<Station> stations, transaction->stations().all());
    std::erase_if(stations, [&](const Station &one) { return workplace.authority.stationKey(one.id) != one.signPublicKey; });
    std::sort(stations.begin(), stations.end(), [](const Station &one, const Station &other) { return one.name < other.name; });
    return stations;
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

} // namespace gatehouse::usecases
