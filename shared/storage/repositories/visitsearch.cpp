// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.h"
#include "visitrows.h"

#include <algorithm>
#include <set>

namespace gatehouse::storage
{

using namespace domain;

namespace
{
// Well below what any engine allows as bound values of one statement.
constexpr qsizetype idsAtOnce = 500;
constexpr std::size_t portionsAtOnce = 50; // each of so many ids at most; SQLite merges them as far as the limit asks
constexpr int fewVisits = 5000;            // of 100,000: sorting these takes as long as meeting 500 of them

struct Condition {
    QStringList parts;
    QVariantList values;

    void add(const QString &part, const QVariant &value)
    {
        parts << part;
        values << value;
    }
    /// "state IN (%1)": any of the choices; no choices restrict nothing.
    void addIn(const QString &part, const QVariantList &choices)
    {
        if (choices.isEmpty())
            return;
        parts << part.arg(QStringList(choices.size(), QStringLiteral("?")).join(QLatin1Char(',')));
        values << choices;
    }
    QString where() const
    {
        return parts.isEmpty() ? QString() : QStringLiteral("WHERE ") + parts.join(QStringLiteral(" AND "));
    }
};

template <typename Values>
QVariantList eachBound(const Values &values)
{
    QVariantList all;
    for (const auto &value : values)
        all << bound(value);
    return all;
}

QVariantList boundStates(const VisitQuery &query)
{
    QVariantList states;
    for (const VisitState state : std::set<VisitState>(query.states.begin(), query.states.end()))
        states << bound(visitStateName(state));
    return states;
}

/// All but the states, the hosts and the ids, which portionsOf() adds.
Condition conditionOf(const VisitQuery &query)
{
    Condition condition;
    if (query.from)
        condition.add(QStringLiteral("requested_at >= ?"), bound(*query.from));
    if (query.until)
        condition.add(QStringLiteral("requested_at < ?"), bound(*query.until));
    for (const ZoneId &zone : query.zones) // asked visit by visit, newest first: all visits of a zone would have to be sorted
        condition.add(QStringLiteral("EXISTS (SELECT 1 FROM visit_zone WHERE visit_zone.visit = visit.id AND zone = ?)"),
                      bound(zone));
    if (query.party)
        condition.add(QStringLiteral("party = ?"), bound(*query.party));
    condition.addIn(QStringLiteral("id IN (SELECT visit FROM badge WHERE serial IN (%1))"), eachBound(query.badgeSerials));
    condition.addIn(QStringLiteral("number IN (%1)"), eachBound(query.numbers));
    return condition;
}

/// The condition once for each of the values, of which no visit has two.
std::vector<Condition> forEach(const Condition &common, const QString &part, const QVariantList &values)
{
    std::vector<Condition> each;
    for (const QVariant &value : values) {
        each.push_back(common);
        each.back().add(part, value);
    }
    return each;
}

std::vector<Condition> forIds(const Condition &common, const std::set<VisitId> &ids)
{
    const QVariantList all = eachBound(ids);
    std::vector<Condition> each;
    for (qsizetype from = 0; from < all.size(); from += idsAtOnce) {
        each.push_back(common);
        each.back().addIn(QStringLiteral("id IN (%1)"), all.mid(from, idsAtOnce));
    }
    return each;
}

/// What is asked, each by one index and in order; no visit is in two of them. An index has the visits of one host or of one
/// state in order of time, not those of several. Where the query names a few visits, their hosts and states must not be looked
/// for by an index: it would go through all visits of the state to find three.
std::vector<Condition> portionsOf(const VisitQuery &query, const std::optional<ZoneId> &rareZone)
{
    const bool namesFew =
        !query.ids.empty() || rareZone || query.party || !query.badgeSerials.empty() || !query.numbers.empty();
    Condition common = conditionOf(query);
    if (!namesFew && query.hosts.empty() && !query.states.empty())
        return forEach(common, QStringLiteral("state = ?"), boundStates(query));
    common.addIn(QStringLiteral("(state || '') IN (%1)"), boundStates(query));
    const std::set<StaffId> hosts(query.hosts.begin(), query.hosts.end());
    if (!namesFew && !hosts.empty())
        return forEach(common, QStringLiteral("host = ?"), eachBound(hosts));
    common.addIn(QStringLiteral("(host || '') IN (%1)"), eachBound(hosts));
    if (rareZone)
        common.add(QStringLiteral("id IN (SELECT visit FROM visit_zone WHERE zone = ?)"), bound(*rareZone));
    if (query.ids.empty())
        return {common};
    return forIds(common, std::set<VisitId>(query.ids.begin(), query.ids.end()));
}

/// One of the zones whose visits are so few that they are sooner sorted than met among all visits.
Result<std::optional<ZoneId>> rareZoneIn(Connection &connection, const VisitQuery &query)
{
    for (const ZoneId &zone : query.zones) {
        GATEHOUSE_TRY_ASSIGN(
            const auto visits,
            connection.number(QStringLiteral("SELECT COUNT(*) FROM (SELECT 1 FROM visit_zone WHERE zone = ? LIMIT ?) AS some"),
                              boundAll(zone, fewVisits + 1)));
        if (visits.value_or(0) <= fewVisits)
            return std::optional(zone);
    }
    return std::optional<ZoneId>();
}

bool newerFirst(const Visit &left, const Visit &right)
{
    if (left.requestedAt != right.requestedAt)
        return left.requestedAt > right.requestedAt;
    return left.id.text() > right.id.text();
}
} // namespace

Result<std::vector<Visit>> VisitRows::find(const VisitQuery &query)
{
    const int limit = std::max(query.limit, 0);
    GATEHOUSE_TRY_ASSIGN(const auto rareZone, rareZoneIn(m_connection, query));
    const std::vector<Condition> portions = portionsOf(query, rareZone);
    std::vector<Visit> found;
    for (std::size_t from = 0; from < portions.size(); from += portionsAtOnce) {
        QStringList parts;
        QVariantList values;
        for (std::size_t i = from; i < std::min(from + portionsAtOnce, portions.size()); ++i) {
            parts << portions[i].where();
            values << portions[i].values;
        }
        GATEHOUSE_TRY_ASSIGN(const std::vector<Visit> some,
                             select(parts, QStringLiteral("ORDER BY requested_at DESC, id DESC LIMIT ?"), values << limit));
        found.insert(found.end(), some.begin(), some.end());
    }
    if (portions.size() > portionsAtOnce) {
        std::sort(found.begin(), found.end(), newerFirst);
        found.resize(std::min(found.size(), static_cast<std::size_t>(limit)));
    }
    return found;
}

Result<int> VisitRows::count(const VisitQuery &query)
{
    GATEHOUSE_TRY_ASSIGN(const auto rareZone, rareZoneIn(m_connection, query));
    qint64 sum = 0;
    for (const Condition &portion : portionsOf(query, rareZone)) {
        GATEHOUSE_TRY_ASSIGN(
            const auto part,
            m_connection.number(QStringLiteral("SELECT COUNT(*) FROM visit ") + portion.where(), portion.values));
        sum += part.value_or(0);
    }
    return static_cast<int>(sum);
}

} // namespace gatehouse::storage
