// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/standing.h"

#include <QHash>

#include <initializer_list>
#include <set>

namespace gatehouse::test
{

/// Feeds statements to books as the replay of a ledger does, with people, zones and stations that a test names. Ids come from
/// numbers, so that a failing test says who it was. The time is the test's.
class BookDesk final : public domain::StandingView
{
public:
    explicit BookDesk(std::initializer_list<domain::StatementBook *> books) : m_books(books) {}

    QDateTime now{QDate(2026, 11, 24), QTime(9, 0), Qt::UTC};

    static domain::StaffId staffId(int n) { return {QUuid(0x1000, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, static_cast<uchar>(n))}; }
    static domain::VisitId visitId(int n)
    {
        return {QUuid(0x2000, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, static_cast<uchar>(n >> 8), static_cast<uchar>(n))};
    }
    static domain::StationId stationId(int n)
    {
        return {QUuid(0x3000, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, static_cast<uchar>(n))};
    }

    domain::StaffId person(int n, const std::set<domain::Role> &roles, domain::Grade grade = domain::Grade::Employee)
    {
        domain::Staff staff;
        staff.id = staffId(n);
        staff.roles = roles;
        staff.grade = grade;
        staff.state = domain::StaffState::Active;
        m_staff.insert(staff.id, staff);
        return staff.id;
    }
    domain::StationId station(int n, domain::StationKind kind)
    {
        m_stations.insert(stationId(n), kind);
        return stationId(n);
    }
    void define(const domain::Zone &zone)
    {
        m_zones.insert(zone.id, zone);
        say(domain::action::zoneDefine, QStringLiteral("root"), domain::zoneSubject(zone.id),
            {{QStringLiteral("zone"), domain::toJson(zone)}});
    }

    /// Hands the statement to every book that wants it; returns its sequence. `occurred`: now, unless a door tells it later.
    qint64 say(const QString &action, const QString &actor, const QString &subject, const QJsonObject &details,
               const QDateTime &occurred = {})
    {
        domain::LedgerEntry entry;
        entry.sequence = ++m_sequence;
        entry.recorded = now;
        entry.occurred = occurred.isValid() ? occurred : now;
        entry.actor = actor;
        entry.action = action;
        entry.subject = subject;
        entry.details = details;
        if (const auto id = domain::stationOf(actor))
            entry.station = *id;
        for (domain::StatementBook *book : m_books) {
            if (book->wants(action) && domain::mayState(entry, *this))
                book->apply(entry, *this);
        }
        return m_sequence;
    }

    qint64 sequence() const { return m_sequence; } ///< of the last statement

    bool held(const domain::StaffId &id, domain::Role role, qint64) const override { return m_staff.value(id).has(role); }
    std::optional<domain::Staff> staff(const domain::StaffId &id) const override
    {
        return m_staff.contains(id) ? std::optional<domain::Staff>(m_staff.value(id)) : std::nullopt;
    }
    std::optional<domain::Zone> zone(const domain::ZoneId &id) const override
    {
        return m_zones.contains(id) ? std::optional<domain::Zone>(m_zones.value(id)) : std::nullopt;
    }
    std::optional<domain::StationKind> stationKind(const domain::StationId &id) const override
    {
        return m_stations.contains(id) ? std::optional<domain::StationKind>(m_stations.value(id)) : std::nullopt;
    }

private:
    std::vector<domain::StatementBook *> m_books;
    qint64 m_sequence = 0;
    QHash<domain::StaffId, domain::Staff> m_staff;
    QHash<domain::ZoneId, domain::Zone> m_zones;
    QHash<domain::StationId, domain::StationKind> m_stations;
};

/// As in details: UTC with milliseconds.
inline QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

} // namespace gatehouse::test
