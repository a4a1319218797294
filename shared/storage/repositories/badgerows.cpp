// SPDX-License-Identifier: GPL-3.0-or-later
#include "badgerows.h"

#include "storage/connection.h"

namespace gatehouse::storage
{

using namespace domain;

namespace
{
const QString badgeColumns =
    QStringLiteral("serial, visit, station, token, valid_from, valid_until, state, issued_at, ended_at");

Result<Badge> badgeFromRow(const Row &row)
{
    Badge badge;
    badge.serial = row.serial(0);
    badge.visit = row.id<VisitId>(1);
    badge.station = row.id<StationId>(2);
    badge.token = row.text(3);
    badge.validFrom = row.time(4);
    badge.validUntil = row.time(5);
    const auto state = badgeStateFromName(row.text(6));
    badge.issuedAt = row.time(7);
    badge.endedAt = row.optionalTime(8);
    if (badge.visit.isNull() || !state)
        return unreadable("badge");
    badge.state = *state;
    return badge;
}
} // namespace

Result<void> BadgeRows::insert(const Badge &badge)
{
    GATEHOUSE_TRY_ASSIGN(
        const qint64 added,
        m_connection.execute(QStringLiteral("INSERT INTO badge (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                                 .arg(badgeColumns),
                             boundAll(badge.serial, badge.visit, badge.station, badge.token, badge.validFrom, badge.validUntil,
                                      badgeStateName(badge.state), badge.issuedAt, badge.endedAt)));
    if (added == 0)
        return fail(ErrorCode::Conflict, QStringLiteral("badge serial is taken"));
    return {};
}

Result<void> BadgeRows::update(const Badge &badge, BadgeState expected)
{
    GATEHOUSE_TRY_ASSIGN(
        const qint64 changed,
        m_connection.execute(
            // Whose it is never changes: also one whose visit's row was taken away can end.
            QStringLiteral("UPDATE badge SET station = ?, token = ?, valid_from = ?, valid_until = ?, "
                           "state = ?, issued_at = ?, ended_at = ? WHERE serial = ? AND state = ?"),
            boundAll(badge.station, badge.token, badge.validFrom, badge.validUntil, badgeStateName(badge.state), badge.issuedAt,
                     badge.endedAt, badge.serial, badgeStateName(expected))));
    if (changed > 0)
        return {};
    GATEHOUSE_TRY_ASSIGN(const auto known, m_connection.number(QStringLiteral("SELECT COUNT(*) FROM badge WHERE serial = ?"),
                                                               boundAll(badge.serial)));
    return known.value_or(0) == 0
               ? fail(ErrorCode::NotFound, QStringLiteral("badge"))
               : fail(ErrorCode::Conflict, QStringLiteral("the badge is not %1 any more").arg(badgeStateName(expected)));
}

Result<std::optional<Badge>> BadgeRows::bySerial(quint64 serial)
{
    return m_connection.one<Badge>(QStringLiteral("SELECT %1 FROM badge WHERE serial = ?").arg(badgeColumns), boundAll(serial),
                                   badgeFromRow);
}

Result<std::vector<Badge>> BadgeRows::ofVisit(const VisitId &visit)
{
    return m_connection.all<Badge>(
        QStringLiteral("SELECT %1 FROM badge WHERE visit = ? ORDER BY issued_at DESC, serial").arg(badgeColumns),
        boundAll(visit), badgeFromRow);
}

Result<std::vector<Badge>> BadgeRows::all()
{
    return m_connection.all<Badge>(QStringLiteral("SELECT %1 FROM badge").arg(badgeColumns), {}, badgeFromRow);
}

} // namespace gatehouse::storage
