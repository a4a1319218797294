// SPDX-License-Identifier: GPL-3.0-or-later
#include "escortbook.h"

#include "entryfields.h"

#include <QJsonArray>

#include <algorithm>

namespace gatehouse::domain
{

namespace
{
StaffId escortIn(const LedgerEntry &entry)
{
    return StaffId::fromText(entry.details.value(QLatin1String("escort")).toString());
}

bool endsVisit(const QString &what)
{
    return what == action::visitDeny || what == action::visitLapse || what == action::visitDepart || what == action::visitClose;
}

bool changesAccess(const QString &what)
{
    return what == action::escortRequest || what == action::escortAssign || what == action::escortAccept ||
           what == action::escortDecline || what == action::escortHandOver || what == action::escortRelease ||
           what == action::escortRevoke;
}
} // namespace

QJsonObject visitScope(const QJsonObject &details)
{
    QJsonObject scope;
    for (const char *name : {"purpose", "zones", "host", "from", "until", "blobs"})
        scope.insert(QLatin1String(name), details.value(QLatin1String(name)));
    return scope;
}

bool EscortBook::wants(const QString &what) const
{
    return what == action::zoneDefine || what == action::visitRequest || what == action::visitApprove || endsVisit(what) ||
           changesAccess(what) || m_presence.wants(what);
}

void EscortBook::apply(const LedgerEntry &entry, const StandingView &standing)
{
    if (m_presence.wants(entry.action)) {
        m_presence.apply(entry, standing);
        for (const VisitId &visit : m_presence.changed())
            passed(visit);
    }
    if (entry.action == action::zoneDefine) {
        const Zone zone = zoneFromJson(entry.details.value(QLatin1String("zone")).toObject());
        m_zones.insert(zone.id, zone);
    } else if (entry.action == action::visitRequest) {
        request(entry, standing);
    } else if (entry.action == action::visitApprove) {
        approve(entry, standing);
    } else if (endsVisit(entry.action)) {
        endVisit(entry);
    } else if (changesAccess(entry.action)) {
        const auto visit = visitOf(entry.subject);
        const auto found = visit ? m_accesses.find(*visit) : m_accesses.end();
        if (found == m_accesses.end())
            return;
        const auto station = stationOf(entry.actor);
        const Entry statement{entry, standing, staffOf(entry.actor),
                              station ? standing.stationKind(*station) : std::optional<StationKind>()};
        for (EscortedAccess &access : found->second) {
            if (access.zone == zoneIn(entry) && !access.isOver())
                change(access, statement);
        }
    }
}

void EscortBook::request(const LedgerEntry &entry, const StandingView &)
{
    const auto visit = visitOf(entry.subject);
    if (!visit || m_requests.contains(*visit))
        return; // a visit is requested once
    Request asked{visitScope(entry.details), {}};
    EscortedAccess access;
    access.visit = *visit;
    access.party = PartyId::fromText(entry.details.value(QLatin1String("party")).toString());
    access.purpose = PurposeId{entry.details.value(QLatin1String("purpose")).toString()};
    const StaffId host = StaffId::fromText(entry.details.value(QLatin1String("host")).toString());
    access.host = host.isNull() ? std::nullopt : std::optional<StaffId>(host);
    access.requestedBy = staffOf(entry.actor);
    access.windowFrom = timeIn(entry.details, QLatin1String("from"));
    access.windowUntil = timeIn(entry.details, QLatin1String("until"));
    access.requestedAt = entry.recorded;
    access.sequence = entry.sequence;
    std::vector<EscortedAccess> accesses;
    for (const QJsonValue &key : entry.details.value(QLatin1String("zones")).toArray()) {
        access.zone = ZoneId{key.toString()};
        if (m_zones.value(access.zone).escort != EscortRule::None)
            accesses.push_back(access);
    }
    if (accesses.empty())
        return;
    m_requests.insert(*visit, asked);
    m_accesses.emplace(*visit, accesses);
    m_order.push_back(*visit);
}

std::set<QString> EscortBook::capacities(const StaffId &staff, const ZoneId &zone, qint64 sequence, const QDateTime &at,
                                         const StandingView &standing) const
{
    std::set<QString> names;
    for (const Role role : {Role::Guard, Role::Manager}) {
        if (standing.held(staff, role, sequence))
            names.insert(roleName(role));
    }
    for (const Duty duty : {Duty::Lead, Duty::Keeper, Duty::Supervisor, Duty::FireKeeper, Duty::Maintainer}) {
        if (m_duties.holds(staff, zone, duty, at))
            names.insert(dutyName(duty));
    }
    return names;
}

std::set<QString> EscortBook::approvingCapacities(const EscortedAccess &access, const StaffId &staff, qint64 sequence,
                                                  const QDateTime &at, const StandingView &standing) const
{
    std::set<QString> names = capacities(staff, access.zone, sequence, at, standing);
    if (!names.contains(roleName(Role::Manager)) || askedAfter(access.requestedAt, at) != Asked::Managers)
        return names;
    for (const std::vector<QString> &slot : m_zones.value(access.zone).approvers) {
        std::copy_if(slot.begin(), slot.end(), std::inserter(names, names.end()), [](const QString &name) {
            const auto duty = dutyFromName(name);
            return duty && *duty != Duty::FireKeeper;
        });
    }
    return names;
}

std::optional<ZoneApproval> EscortBook::approvalThatCounts(const EscortedAccess &access, const StaffId &by, qint64 sequence,
                                                           const QDateTime &at, const StandingView &standing) const
{
    const bool again = std::any_of(access.approvals.begin(), access.approvals.end(),
                                   [&](const ZoneApproval &earlier) { return earlier.by == by; });
    const std::set<QString> names = approvingCapacities(access, by, sequence, at, standing);
    // Never by the host or the one who asked, and each person once.
    if (access.isOver() || again || names.empty() || access.host == by || access.requestedBy == by)
        return std::nullopt;
    return ZoneApproval{by, at, sequence, names};
}

void EscortBook::approve(const LedgerEntry &entry, const StandingView &standing)
{
    const auto visit = visitOf(entry.subject);
    const auto by = staffOf(entry.actor);
    const auto found = visit ? m_accesses.find(*visit) : m_accesses.end();
    if (found == m_accesses.end() || !by ||
        visitScope(entry.details.value(QLatin1String("scope")).toObject()) != m_requests.value(*visit).scope)
        return;
    for (EscortedAccess &access : found->second) {
        const auto approval = approvalThatCounts(access, *by, entry.sequence, entry.recorded, standing);
        if (!approval)
            continue;
        access.approvals.push_back(*approval);
        access.sequence = entry.sequence;
        settle(access);
        if (access.approved && !access.approvedAt.isValid()) {
            access.approvedAt = entry.recorded;
            if (access.escort)
                access.assignedAt = entry.recorded; // named in advance: asked from now on
        }
    }
}

void EscortBook::endVisit(const LedgerEntry &entry)
{
    const auto visit = visitOf(entry.subject);
    const auto found = visit ? m_accesses.find(*visit) : m_accesses.end();
    if (found == m_accesses.end())
        return;
    for (EscortedAccess &access : found->second) {
        if (access.isOver())
            continue;
        access.state = AccessState::Ended;
        access.endReason = entry.action;
        access.sequence = entry.sequence;
    }
}

void EscortBook::change(EscortedAccess &access, const Entry &entry)
{
    const EscortedAccess before = access;
    const QString &what = entry.ledger.action;
    if (what == action::escortRequest)
        describe(access, entry);
    else if (what == action::escortAssign)
        assign(access, entry);
    else if (what == action::escortAccept)
        accept(access, entry);
    else if (what == action::escortDecline)
        decline(access, entry);
    else if (what == action::escortHandOver)
        handOver(access, entry);
    else if (what == action::escortRelease)
        release(access, entry);
    else
        revoke(access, entry);
    settle(access);
    if (!(access == before))
        access.sequence = entry.ledger.sequence;
}

/// What is true of the state follows from what was stated.
void EscortBook::settle(EscortedAccess &access) const
{
    if (access.isOver())
        return;
    const Zone zone = m_zones.value(access.zone);
    access.approved = areFilled(approversNeeded(zone, access.hotWork), access.approvals, zone.approvals);
    if (!access.approved)
        access.state = AccessState::Requested;
    else if (!access.escort)
        access.state = AccessState::Approved;
    else if (!access.accepted)
        access.state = AccessState::Assigned;
    else if (m_presence.whereIs(access.visit) == access.zone)
        access.state = AccessState::Inside;
    else
        access.state = access.wasInside ? AccessState::Outside : AccessState::Accepted;
}

bool EscortBook::decides(const Entry &entry, const ZoneId &zone) const
{
    return entry.by && isDeciding(capacities(*entry.by, zone, entry.ledger.sequence, entry.ledger.recorded, entry.standing));
}

void EscortBook::describe(EscortedAccess &access, const Entry &entry)
{
    const QString method = entry.ledger.details.value(QLatin1String("method")).toString();
    if (!workMethods().contains(method) || (!entry.station && !decides(entry, access.zone)))
        return;
    if (access.method.isEmpty() || isHotWork(method))
        access.method = method;
    access.hotWork = access.hotWork || isHotWork(method); // it needs the fire keeper from now on, whatever is said later
}

void EscortBook::assign(EscortedAccess &access, const Entry &entry)
{
    const StaffId escort = escortIn(entry.ledger);
    const bool allowed = decides(entry, access.zone) || (entry.by && access.host == entry.by) || entry.station.has_value();
    if (!allowed || !m_duties.mayEscort(escort, access.zone, entry.ledger.recorded))
        return;
    if (access.accepted) {
        // The escort in charge hands over; somebody else does it only when that escort may escort no more.
        if (access.escort != escort && !m_duties.mayEscort(*access.escort, access.zone, entry.ledger.recorded))
            access.handOverTo = escort;
        return;
    }
    access.escort = escort;
    access.assignedAt = entry.ledger.recorded;
}

void EscortBook::accept(EscortedAccess &access, const Entry &entry)
{
    const QDateTime &at = entry.ledger.recorded;
    const StaffId escort = escortIn(entry.ledger);
    const bool byPin = entry.station == StationKind::Door &&
                       entry.ledger.details.value(QLatin1String("method")).toString() == QLatin1String("pin");
    const bool hisOwn = entry.by == escort;
    if (!access.approved || !access.isInWindow(at) || !(byPin || hisOwn) || !m_duties.mayEscort(escort, access.zone, at))
        return;
    const bool over = access.accepted && access.escort == escort;
    const bool askedAsNext = access.accepted && access.handOverTo == escort;
    if (over || (access.accepted && !askedAsNext) || visitorsOf(escort, access.zone, at) >= visitorsPerEscort(access.zone))
        return;
    access.escort = escort;
    access.accepted = true;
    access.acceptedAt = at;
    access.acceptedByPin = byPin;
    access.handOverTo.reset();
}

void EscortBook::decline(EscortedAccess &access, const Entry &entry)
{
    if (!entry.by)
        return;
    if (access.handOverTo == entry.by) {
        access.handOverTo.reset();
    } else if (!access.accepted && access.escort == entry.by) {
        access.declinedBy.push_back(*entry.by);
        access.escort.reset();
    }
}

void EscortBook::handOver(EscortedAccess &access, const Entry &entry)
{
    const StaffId to = StaffId::fromText(entry.ledger.details.value(QLatin1String("to")).toString());
    if (!access.accepted || !entry.by || access.escort != entry.by || to == *entry.by ||
        !m_duties.mayEscort(to, access.zone, entry.ledger.recorded))
        return;
    access.handOverTo = to;
}

void EscortBook::release(EscortedAccess &access, const Entry &entry)
{
    const bool byEscort = entry.by && access.accepted && access.escort == entry.by;
    const bool restored = entry.ledger.details.value(QLatin1String("restored")).toBool();
    const bool inside = m_presence.whereIs(access.visit) == access.zone;
    if (inside || !access.accepted || !(byEscort || decides(entry, access.zone)) || (access.hotWork && !restored))
        return;
    access.fireRestored = restored;
    access.state = AccessState::Released;
}

void EscortBook::revoke(EscortedAccess &access, const Entry &entry)
{
    const QDateTime &at = entry.ledger.recorded;
    const QString code = entry.ledger.details.value(QLatin1String("code")).toString();
    const bool byEscort = entry.by && access.escort == entry.by;
    const bool unanswered = entry.station && code == QLatin1String("unanswered") && !access.accepted;
    const bool byDuty = entry.by && !capacities(*entry.by, access.zone, entry.ledger.sequence, at, entry.standing).empty();
    if (!byEscort && !unanswered && !byDuty)
        return;
    access.state = AccessState::Revoked;
    access.endReason = code;
}

void EscortBook::passed(const VisitId &visit)
{
    const auto found = m_accesses.find(visit);
    if (found == m_accesses.end())
        return;
    for (EscortedAccess &access : found->second) {
        access.wasInside = access.wasInside || m_presence.whereIs(visit) == access.zone;
        settle(access);
    }
}

} // namespace gatehouse::domain
