// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of the book; how it is replayed is in escortbook.cpp.
#include "escortbook.h"

#include <algorithm>

namespace gatehouse::domain
{

std::optional<EscortedAccess> EscortBook::access(const VisitId &visit, const ZoneId &zone) const
{
    for (const EscortedAccess &access : accessesOf(visit)) {
        if (access.zone == zone)
            return access;
    }
    return std::nullopt;
}

std::vector<EscortedAccess> EscortBook::accesses(const ZoneId &zone) const
{
    std::vector<EscortedAccess> list;
    for (const VisitId &visit : m_order) {
        for (const EscortedAccess &access : m_accesses.at(visit)) {
            if (access.zone == zone)
                list.push_back(access);
        }
    }
    return list;
}

bool EscortBook::isApproved(const VisitId &visit) const
{
    const std::vector<EscortedAccess> list = accessesOf(visit);
    return std::all_of(list.begin(), list.end(), [](const EscortedAccess &access) { return access.approved; });
}

bool EscortBook::wouldBeApproved(const VisitId &visit, const StaffId &by, const StandingView &standing, qint64 sequence,
                                 const QDateTime &at) const
{
    const std::vector<EscortedAccess> list = accessesOf(visit);
    return std::all_of(list.begin(), list.end(), [&](const EscortedAccess &access) {
        std::vector<ZoneApproval> approvals = access.approvals;
        if (const auto approval = approvalThatCounts(access, by, sequence, at, standing))
            approvals.push_back(*approval);
        const Zone zone = m_zones.value(access.zone);
        return areFilled(approversNeeded(zone, access.hotWork), approvals, zone.approvals);
    });
}

std::vector<EscortedAccess> EscortBook::open() const
{
    std::vector<EscortedAccess> list;
    for (const auto &[visit, accesses] : m_accesses) {
        std::copy_if(accesses.begin(), accesses.end(), std::back_inserter(list),
                     [](const EscortedAccess &access) { return !access.isOver(); });
    }
    return list;
}

std::vector<EscortedAccess> EscortBook::accessesOf(const VisitId &visit) const
{
    const auto found = m_accesses.find(visit);
    return found == m_accesses.end() ? std::vector<EscortedAccess>() : found->second;
}

std::vector<EscortedAccess> EscortBook::accessesOf(const StaffId &escort) const
{
    std::vector<EscortedAccess> list;
    for (const VisitId &visit : m_order) {
        for (const EscortedAccess &access : m_accesses.at(visit)) {
            if (!access.isOver() && (access.escort == escort || access.handOverTo == escort))
                list.push_back(access);
        }
    }
    return list;
}

std::optional<StaffId> EscortBook::escortInCharge(const VisitId &visit, const ZoneId &zone, const QDateTime &at) const
{
    const auto found = access(visit, zone);
    if (!found || found->isOver() || !found->approved || !found->accepted || !found->isInWindow(at) ||
        !m_duties.mayEscort(*found->escort, zone, at))
        return std::nullopt;
    return found->escort;
}

int EscortBook::visitorsOf(const StaffId &escort, const ZoneId &zone, const QDateTime &at) const
{
    const std::vector<EscortedAccess> list = accessesOf(escort);
    return static_cast<int>(std::count_if(list.begin(), list.end(), [&](const EscortedAccess &access) {
        return access.zone == zone && access.accepted && access.escort == escort && at < access.windowUntil;
    }));
}

int EscortBook::visitorsPerEscort(const ZoneId &zone) const
{
    return m_zones.value(zone).visitorsPerEscort;
}

std::vector<std::vector<QString>> EscortBook::approvalsMissing(const EscortedAccess &access) const
{
    return openSlots(approversNeeded(m_zones.value(access.zone), access.hotWork), access.approvals);
}

std::vector<Astray> EscortBook::astray(const ZoneId &zone, const QDateTime &at) const
{
    std::vector<Astray> alarms;
    if (m_zones.value(zone).escort == EscortRule::None)
        return alarms;
    std::map<StaffId, int> perEscort;
    for (const Presence &person : m_presence.inside(zone)) {
        if (!person.visit)
            continue;
        QString code = astrayCode(person, zone, at);
        const auto found = access(*person.visit, zone);
        const std::optional<StaffId> escort = found ? found->escort : std::nullopt;
        if (code.isEmpty() && ++perEscort[*escort] > visitorsPerEscort(zone))
            code = QStringLiteral("over-limit");
        if (!code.isEmpty())
            alarms.push_back({*person.visit, zone, code, escort, person.since});
    }
    return alarms;
}

QString EscortBook::astrayCode(const Presence &visitor, const ZoneId &zone, const QDateTime &at) const
{
    const auto found = access(*visitor.visit, zone);
    if (!found)
        return QStringLiteral("no-access");
    if (found->state == AccessState::Released)
        return QStringLiteral("released");
    if (found->isOver())
        return QStringLiteral("revoked");
    if (!found->approved || !found->accepted)
        return QStringLiteral("not-accepted");
    if (!found->isInWindow(at))
        return QStringLiteral("window-over");
    if (!m_duties.mayEscort(*found->escort, zone, at))
        return QStringLiteral("escort-not-valid");
    if (m_presence.whereIs(*found->escort) != zone)
        return QStringLiteral("escort-not-inside");
    if (m_zones.value(zone).escort != EscortRule::Two)
        return {};
    const std::vector<Presence> people = m_presence.inside(zone);
    const auto escorts = std::count_if(people.begin(), people.end(), [&](const Presence &person) {
        return person.staff && m_duties.mayEscort(*person.staff, zone, at);
    });
    return escorts < 2 ? QStringLiteral("second-escort-missing") : QString();
}

} // namespace gatehouse::domain
