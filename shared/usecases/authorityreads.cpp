// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of an authority; how it is replayed is in authority.cpp.
#include "authority.h"

#include "base/logging.h"

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

std::vector<NamedEntry> Authority::unfounded() const
{
    return {m_replayed.unfounded.cbegin(), m_replayed.unfounded.cend()};
}

std::set<VisitId> Authority::inside() const
{
    std::set<VisitId> visits;
    for (const QString &subject : m_replayed.inside) {
        if (const auto visit = visitOf(subject))
            visits.insert(*visit);
    }
    return visits;
}

bool Authority::held(const StaffId &staffId, Role role, qint64 sequence) const
{
    const auto found = m_replayed.people.find(staffId);
    if (found == m_replayed.people.end() || !found->active.covers(sequence))
        return false;
    const auto spans = found->roles.find(role);
    if (spans == found->roles.end())
        return false;
    return std::any_of(spans->second.begin(), spans->second.end(), [&](const Span &span) { return span.covers(sequence); });
}

bool Authority::isApproval(const LedgerEntry &entry) const
{
    const auto by = staffOf(entry.actor);
    const auto visit = visitOf(entry.subject);
    if (!by || !visit)
        return false;
    const std::vector<EscortedAccess> accesses = m_replayed.books->escorts.accessesOf(*visit);
    if (accesses.empty())
        return held(*by, Role::Guard, entry.sequence) || held(*by, Role::Manager, entry.sequence);
    const std::vector<ZoneApproval> &approvals = accesses.front().approvals;
    return std::any_of(approvals.begin(), approvals.end(),
                       [&](const ZoneApproval &approval) { return approval.by == *by && approval.sequence == entry.sequence; });
}

bool Authority::holds(const StaffId &staffId, Role role) const
{
    return held(staffId, role, m_replayed.head.sequence);
}

bool Authority::isActive(const StaffId &staffId) const
{
    const auto found = m_replayed.people.find(staffId);
    return found != m_replayed.people.end() && found->active.covers(m_replayed.head.sequence);
}

std::optional<Staff> Authority::staff(const StaffId &id) const
{
    const auto found = m_replayed.people.find(id);
    return found == m_replayed.people.end() ? std::nullopt : std::optional<Staff>(found->staff);
}

std::optional<Zone> Authority::zone(const ZoneId &id) const
{
    const auto found = m_replayed.zones.find(id.key);
    return found == m_replayed.zones.end() ? std::nullopt : std::optional<Zone>(zoneFromJson(*found));
}

std::optional<StationKind> Authority::stationKind(const StationId &id) const
{
    const auto found = m_replayed.stations.find(id);
    return found == m_replayed.stations.end() || found->valid.until >= 0 ? std::nullopt
                                                                         : std::optional<StationKind>(found->station.kind);
}

QByteArray Authority::staffSignKey(const StaffId &id) const
{
    const auto found = m_replayed.people.find(id);
    return found == m_replayed.people.end() || !found->active.covers(m_replayed.head.sequence) ? QByteArray() : found->signKey;
}

QByteArray Authority::staffBoxKey(const StaffId &id) const
{
    const auto found = m_replayed.people.find(id);
    return found == m_replayed.people.end() || !found->active.covers(m_replayed.head.sequence) ? QByteArray() : found->boxKey;
}

QByteArray Authority::activationKey(const StaffId &id) const
{
    const auto found = m_replayed.people.find(id);
    return found == m_replayed.people.end() ? QByteArray() : found->activationKey;
}

QDateTime Authority::codeSince(const StaffId &id) const
{
    const auto found = m_replayed.people.find(id);
    return found == m_replayed.people.end() ? QDateTime() : found->codeSince;
}

QDateTime Authority::passwordSince(const StaffId &id) const
{
    const auto found = m_replayed.people.find(id);
    return found == m_replayed.people.end() ? QDateTime() : found->passwordSince;
}

QByteArray Authority::stationKey(const StationId &id) const
{
    const auto found = m_replayed.stations.find(id);
    return found == m_replayed.stations.end() || !found->valid.covers(m_replayed.head.sequence) ? QByteArray()
                                                                                                : found->station.signPublicKey;
}

QDateTime Authority::stationSignedAt(const StationId &id) const
{
    const auto found = m_replayed.stations.find(id);
    return found == m_replayed.stations.end() ? QDateTime() : found->signedAt;
}

bool Authority::knowsNumber(const QString &staffNumber) const
{
    return std::any_of(m_replayed.people.begin(), m_replayed.people.end(),
                       [&](const Person &person) { return person.staff.number == staffNumber; });
}

std::vector<Staff> Authority::certifiedStaff() const
{
    std::vector<Staff> people;
    for (const Person &person : m_replayed.people) {
        if (person.staff.state != StaffState::Left)
            people.push_back(person.staff);
    }
    return people;
}

std::vector<Station> Authority::enrolledStations() const
{
    std::vector<Station> stations;
    for (const Enrolled &enrolled : m_replayed.stations) {
        if (enrolled.valid.until < 0)
            stations.push_back(enrolled.station);
    }
    std::sort(stations.begin(), stations.end(), [](const Station &one, const Station &other) {
        return std::pair(one.name, one.id.text()) < std::pair(other.name, other.id.text());
    });
    return stations;
}

QStringList Authority::changedDefinitions(const std::vector<Zone> &zones, const std::vector<Purpose> &purposes) const
{
    QStringList changed;
    const auto compare = [&changed](QHash<QString, QJsonObject> wanted, const auto &rows, const QString &what) {
        for (const auto &row : rows) {
            if (wanted.take(row.id.key) != toJson(row))
                changed << what + row.id.key;
        }
        for (auto missing = wanted.cbegin(); missing != wanted.cend(); ++missing)
            changed << what + missing.key();
    };
    compare(m_replayed.zones, zones, QStringLiteral("zone "));
    compare(m_replayed.purposes, purposes, QStringLiteral("purpose "));
    changed.sort();
    return changed;
}

std::vector<Zone> Authority::trustedZones(const std::vector<Zone> &stored) const
{
    std::vector<Zone> trusted;
    for (const Zone &zone : stored) {
        if (m_replayed.zones.value(zone.id.key) == toJson(zone))
            trusted.push_back(zone);
        else
            qCWarning(lcTrust) << "a zone is not as it was signed:" << zone.id.key;
    }
    return trusted;
}

std::vector<Purpose> Authority::trustedPurposes(const std::vector<Purpose> &stored) const
{
    std::vector<Purpose> trusted;
    for (const Purpose &purpose : stored) {
        if (m_replayed.purposes.value(purpose.id.key) == toJson(purpose))
            trusted.push_back(purpose);
        else
            qCWarning(lcTrust) << "a purpose is not as it was signed:" << purpose.id.key;
    }
    return trusted;
}

std::optional<SealingKey> Authority::sealingKey() const
{
    return m_replayed.sealingKeys.empty() ? std::nullopt : std::optional<SealingKey>(m_replayed.sealingKeys.back());
}

QByteArray Authority::siteTag() const
{
    return m_rootFingerprint.left(4);
}

} // namespace gatehouse::usecases
