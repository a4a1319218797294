// SPDX-License-Identifier: GPL-3.0-or-later
#include "workplace.h"

#include "recordat.h"

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

Signer signerOf(const StaffSession &session)
{
    return {staffActor(session.staff.id), session.keys.sign.publicKey, &session.keys.sign.secretKey};
}

Signer signerOf(const Workplace &workplace)
{
    return {stationActor(workplace.stationId()), workplace.station.keys.publicKey, &workplace.station.keys.secretKey};
}

Bearer bearerOf(const Workplace &workplace, const StaffId &staff)
{
    const Authority &authority = workplace.authority;
    return {staff, authority, authority.duties(), authority.head().sequence, workplace.clock.now()};
}

Result<LedgerEntry> record(Transaction &transaction, const Workplace &workplace, const Signer &signer, const QString &what,
                           const QString &subject, const QJsonObject &details)
{
    return recordAt(transaction, workplace, signer, what, subject, details, workplace.clock.now());
}

Result<LedgerEntry> recordAt(Transaction &transaction, const Workplace &workplace, const Signer &signer, const QString &what,
                             const QString &subject, const QJsonObject &details, const QDateTime &occurred)
{
    GATEHOUSE_TRY_ASSIGN(const LedgerHead head, transaction.ledger().head());
    GATEHOUSE_TRY_ASSIGN(const qint64 counter, transaction.ledger().nextStationCounter(workplace.stationId()));
    LedgerEntry entry;
    entry.sequence = head.sequence + 1;
    entry.recorded = workplace.clock.now();
    entry.occurred = occurred;
    entry.station = workplace.stationId();
    entry.stationCounter = counter;
    entry.actor = signer.actor;
    entry.action = what;
    entry.subject = subject;
    entry.details = details;
    entry.previous = head.hash;
    entry.body = ledgerBody(entry);
    entry.hash = ledgerHash(entry.body);
    entry.signer = signer.publicKey;
    entry.signature = security::sign(*signer.secretKey, entry.hash);
    GATEHOUSE_TRY(transaction.ledger().append(entry));
    return entry;
}

Result<std::unique_ptr<Transaction>> beginWrite(const Workplace &workplace)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, workplace.store.beginWrite());
    GATEHOUSE_TRY(workplace.authority.refresh(*transaction));
    return transaction;
}

Result<std::unique_ptr<Transaction>> beginRead(const Workplace &workplace)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, workplace.store.beginRead());
    GATEHOUSE_TRY(workplace.authority.refresh(*transaction));
    return transaction;
}

Result<void> requireRole(Transaction &transaction, const Workplace &workplace, const StaffSession &session,
                         std::initializer_list<Role> roles)
{
    const bool any = roles.size() == 0 ? workplace.authority.isActive(session.staff.id)
                                       : std::any_of(roles.begin(), roles.end(), [&](Role role) {
                                             return workplace.authority.holds(session.staff.id, role);
                                         });
    if (!any)
        return fail(ErrorCode::NotAllowed, QStringLiteral("role"));
    GATEHOUSE_TRY_ASSIGN(const SignInState state, transaction.staff().signIn(session.staff.id));
    if (state.session != session.id)
        return fail(ErrorCode::NotAllowed, QStringLiteral("session"));
    return {};
}

Result<void> requireTime(const Workplace &workplace)
{
    GATEHOUSE_TRY(beginRead(workplace)); // the floor stands in the ledger, and a manager may just have moved it elsewhere
    if (!workplace.time.trusted())
        return fail(ErrorCode::ClockWrong, QStringLiteral("clock"));
    return {};
}

Result<std::vector<Zone>> siteZones(Transaction &transaction, const Workplace &workplace)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<Zone> stored, transaction.site().zones());
    return workplace.authority.trustedZones(stored);
}

Result<ZoneId> entranceZone(Transaction &transaction, const Workplace &workplace)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<Zone> zones, siteZones(transaction, workplace));
    const auto open =
        std::find_if(zones.begin(), zones.end(), [](const Zone &zone) { return zone.escort == EscortRule::None; });
    if (open != zones.end())
        return open->id;
    return zones.empty() ? ZoneId() : zones.front().id;
}

Result<std::vector<Purpose>> sitePurposes(Transaction &transaction, const Workplace &workplace)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<Purpose> stored, transaction.site().purposes());
    return workplace.authority.trustedPurposes(stored);
}

} // namespace gatehouse::usecases
