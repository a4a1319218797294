// SPDX-License-Identifier: GPL-3.0-or-later
#include "visitrows.h"

#include "storage/connection.h"

#include <limits>

namespace gatehouse::storage
{

using namespace domain;

namespace
{
const QString visitColumns =
    QStringLiteral("id, party, number, state, purpose, host, invitation, window_from, window_until, station, at_desk, "
                   "language, document_kind, "
                   "requested_at, decided_at, decided_by, entered_at, left_at, original_seen_at, pickup, question");

constexpr int largestPickup = 999;

/// Of what lapsed (the first value), and what is in so many other states. What lapsed because nobody answered carries the time,
/// what its visitor withdrew does not. With an OR, SQLite would look at every visit of these states, not at the few numbers.
QString holdsPickup(int states)
{
    return QStringLiteral("pickup > 0 AND CASE WHEN state = ? THEN decided_at IS NOT NULL ELSE state IN (%1) END")
        .arg(QStringList(states, QStringLiteral("?")).join(QStringLiteral(", ")));
}

Result<Visit> visitFromRow(const Row &row)
{
    Visit visit;
    visit.id = row.id<VisitId>(0);
    visit.party = row.id<PartyId>(1);
    visit.number = row.integer(2);
    const auto state = visitStateFromName(row.text(3));
    visit.purpose.key = row.text(4);
    visit.host = row.optionalId<StaffId>(5);
    visit.invitation = row.optionalId<InvitationId>(6);
    visit.windowFrom = row.time(7);
    visit.windowUntil = row.time(8);
    visit.station = row.id<StationId>(9);
    visit.atDesk = row.flag(10);
    visit.language = row.text(11);
    visit.documentKind = row.text(12);
    visit.requestedAt = row.time(13);
    visit.decidedAt = row.optionalTime(14);
    visit.decidedBy = row.optionalId<StaffId>(15);
    visit.enteredAt = row.optionalTime(16);
    visit.leftAt = row.optionalTime(17);
    visit.originalSeenAt = row.optionalTime(18);
    visit.pickup = row.integer(19);
    visit.question = row.text(20);
    if (visit.id.isNull() || !state)
        return unreadable("visit");
    visit.state = *state;
    return visit;
}

QVariantList visitValues(const Visit &visit)
{
    return boundAll(visit.id, visit.party, visit.number, visitStateName(visit.state), visit.purpose, visit.host,
                    visit.invitation, visit.windowFrom, visit.windowUntil, visit.station, visit.atDesk, visit.language,
                    visit.documentKind, visit.requestedAt, visit.decidedAt, visit.decidedBy, visit.enteredAt, visit.leftAt,
                    visit.originalSeenAt, visit.pickup, visit.question);
}

QString updateStatement()
{
    QStringList columns = visitColumns.split(QStringLiteral(", "));
    columns.removeFirst();
    return QStringLiteral("UPDATE visit SET %1 = ? WHERE id = ? AND state = ?").arg(columns.join(QStringLiteral(" = ?, ")));
}
} // namespace

Result<void> VisitRows::insert(const Visit &visit)
{
    const QVariantList values = visitValues(visit);
    const QString marks = QStringList(values.size(), QStringLiteral("?")).join(QLatin1Char(','));
    GATEHOUSE_TRY_ASSIGN(
        const qint64 added,
        m_connection.execute(
            QStringLiteral("INSERT INTO visit (%1) VALUES (%2) ON CONFLICT DO NOTHING").arg(visitColumns, marks), values));
    if (added > 0)
        return writeZones(visit);
    GATEHOUSE_TRY_ASSIGN(const auto known,
                         m_connection.number(QStringLiteral("SELECT COUNT(*) FROM visit WHERE id = ?"), boundAll(visit.id)));
    if (known.value_or(0) == 0)
        return fail(ErrorCode::Conflict, QStringLiteral("visit number is taken"));
    return {};
}

Result<void> VisitRows::update(const Visit &visit, VisitState expected)
{
    static const QString statement = updateStatement();
    QVariantList values = visitValues(visit);
    values.append(values.takeFirst());
    values.append(bound(visitStateName(expected)));
    GATEHOUSE_TRY_ASSIGN(const qint64 changed, m_connection.execute(statement, values));
    if (changed == 0) {
        GATEHOUSE_TRY_ASSIGN(const auto known, m_connection.number(QStringLiteral("SELECT COUNT(*) FROM visit WHERE id = ?"),
                                                                   boundAll(visit.id)));
        return known.value_or(0) == 0
                   ? fail(ErrorCode::NotFound, QStringLiteral("visit"))
                   : fail(ErrorCode::Conflict, QStringLiteral("the visit is not %1 any more").arg(visitStateName(expected)));
    }
    GATEHOUSE_TRY_ASSIGN(const auto zones, zonesOf(visit.id));
    if (zones == visit.zones)
        return {};
    GATEHOUSE_TRY(m_connection.execute(QStringLiteral("DELETE FROM visit_zone WHERE visit = ?"), boundAll(visit.id)));
    return writeZones(visit);
}

Result<std::optional<Visit>> VisitRows::byId(const VisitId &id)
{
    GATEHOUSE_TRY_ASSIGN(auto visit,
                         m_connection.one<Visit>(QStringLiteral("SELECT %1 FROM visit WHERE id = ?").arg(visitColumns),
                                                 boundAll(id), visitFromRow));
    if (visit) {
        GATEHOUSE_TRY_ASSIGN(visit->zones, zonesOf(id));
    }
    return visit;
}

Result<std::vector<Visit>> VisitRows::select(const QStringList &wheres, const QString &order, const QVariantList &values)
{
    const QString begin = QStringLiteral("SELECT %1 FROM visit ").arg(visitColumns);
    const QString sql = begin + wheres.join(QStringLiteral(" UNION ALL ") + begin) + QLatin1Char(' ') + order;
    GATEHOUSE_TRY_ASSIGN(auto visits, m_connection.all<Visit>(sql, values, visitFromRow));
    for (Visit &visit : visits) {
        GATEHOUSE_TRY_ASSIGN(visit.zones, zonesOf(visit.id));
    }
    return visits;
}

Result<std::vector<ZoneId>> VisitRows::zonesOf(const VisitId &id)
{
    return m_connection.all<ZoneId>(QStringLiteral("SELECT zone FROM visit_zone WHERE visit = ? ORDER BY pos"), boundAll(id),
                                    [](const Row &row) { return Result<ZoneId>(ZoneId{row.text(0)}); });
}

Result<void> VisitRows::writeZones(const Visit &visit)
{
    int position = 0;
    for (const ZoneId &zone : visit.zones) {
        GATEHOUSE_TRY(m_connection.execute(QStringLiteral("INSERT INTO visit_zone (visit, pos, zone) VALUES (?, ?, ?)"),
                                           boundAll(visit.id, ++position, zone)));
    }
    return {};
}

Result<int> VisitRows::nextNumber()
{
    // The counter covers numbers that were given out and not used yet; the visits cover a counter that was changed by hand.
    GATEHOUSE_TRY_ASSIGN(const auto given,
                         m_connection.number(QStringLiteral("SELECT reached FROM counter WHERE name = 'visit'")));
    GATEHOUSE_TRY_ASSIGN(const auto used, m_connection.number(QStringLiteral("SELECT MAX(number) FROM visit")));
    const qint64 next = std::max(given.value_or(0), used.value_or(0)) + 1;
    if (next > std::numeric_limits<int>::max())
        return fail(ErrorCode::Damaged, QStringLiteral("the running number has been tampered with"));
    GATEHOUSE_TRY(m_connection.execute(QStringLiteral("INSERT INTO counter (name, reached) VALUES ('visit', ?) "
                                                      "ON CONFLICT (name) DO UPDATE SET reached = excluded.reached"),
                                       boundAll(next)));
    return static_cast<int>(next);
}

Result<int> VisitRows::nextPickup()
{
    GATEHOUSE_TRY_ASSIGN(
        const auto taken,
        m_connection.all<int>(QStringLiteral("SELECT DISTINCT pickup FROM visit WHERE %1 ORDER BY pickup").arg(holdsPickup(3)),
                              boundAll(visitStateName(VisitState::Lapsed), visitStateName(VisitState::Requested),
                                       visitStateName(VisitState::Approved), visitStateName(VisitState::Denied)),
                              [](const Row &row) { return Result<int>(row.integer(0)); }));
    int free = 1;
    for (const int number : taken) {
        if (number != free)
            break;
        ++free;
    }
    if (free > largestPickup)
        return fail(ErrorCode::Conflict, domain::noFreePickup);
    return free;
}

Result<std::vector<Visit>> VisitRows::withPickup()
{
    return select(
        {QStringLiteral("WHERE %1").arg(holdsPickup(2))}, QStringLiteral("ORDER BY pickup, id"),
        boundAll(visitStateName(VisitState::Lapsed), visitStateName(VisitState::Approved), visitStateName(VisitState::Denied)));
}

Result<void> VisitRows::addConsent(const VisitId &id, const Consent &consent)
{
    // The same consent again is a retry.
    GATEHOUSE_TRY(m_connection.execute(
        QStringLiteral(
            "INSERT INTO visit_consent (visit, pos, notice, version, language, method, given_at) VALUES (?, "
            "(SELECT COALESCE(MAX(pos), 0) + 1 FROM visit_consent WHERE visit = ?), ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
        boundAll(id, id, consent.notice, consent.version, consent.language, consent.method, consent.at)));
    return {};
}

Result<std::vector<Consent>> VisitRows::consents(const VisitId &id)
{
    return m_connection.all<Consent>(
        QStringLiteral("SELECT notice, version, language, method, given_at FROM visit_consent WHERE visit = ? ORDER BY pos"),
        boundAll(id), [](const Row &row) {
            return Result<Consent>(Consent{row.text(0), row.integer(1), row.text(2), row.text(3), row.time(4)});
        });
}

Result<void> VisitRows::setItems(const VisitId &id, const std::vector<Item> &items)
{
    GATEHOUSE_TRY(m_connection.execute(QStringLiteral("DELETE FROM visit_item WHERE visit = ?"), boundAll(id)));
    int position = 0;
    for (const Item &item : items) {
        GATEHOUSE_TRY(m_connection.execute(
            QStringLiteral("INSERT INTO visit_item (visit, pos, kind, amount, state, tag) VALUES (?, ?, ?, ?, ?, ?)"),
            boundAll(id, ++position, item.kind, item.count, itemStateName(item.state), item.tag)));
    }
    return {};
}

Result<std::vector<Item>> VisitRows::items(const VisitId &id)
{
    return m_connection.all<Item>(
        QStringLiteral("SELECT kind, amount, state, tag FROM visit_item WHERE visit = ? ORDER BY pos"), boundAll(id),
        [](const Row &row) -> Result<Item> {
            const auto state = itemStateFromName(row.text(2));
            if (!state)
                return unreadable("visit_item.state");
            return Item{row.text(0), row.integer(1), *state, row.text(3)};
        });
}

} // namespace gatehouse::storage
