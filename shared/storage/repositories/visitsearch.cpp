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
constexpr std::size_t idsAtOnce = 500;

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

Condition conditionOf(const VisitQuery &query)
{
    Condition condition;
    if (query.from)
        condition.add(QStringLiteral("requested_at >= ?"), bound(*query.from));
    if (query.until)
        condition.add(QStringLiteral("requested_at < ?"), bound(*query.until));
    QVariantList hosts;
    for (const StaffId &host : query.hosts)
        hosts << bound(host);
    condition.addIn(QStringLiteral("host IN (%1)"), hosts);
    for (const ZoneId &zone : query.zones) // asked visit by visit, newest first: all visits of a zone would have to be sorted
        condition.add(QStringLiteral("EXISTS (SELECT 1 FROM visit_zone WHERE visit_zone.visit = visit.id AND zone = ?)"),
                      bound(zone));
    if (query.party)
        condition.add(QStringLiteral("party = ?"), bound(*query.party));
    QVariantList serials;
    for (const quint64 serial : query.badgeSerials)
        serials << bound(serial);
    condition.addIn(QStringLiteral("id IN (SELECT visit FROM badge WHERE serial IN (%1))"), serials);
    QVariantList numbers;
    for (const int number : query.numbers)
        numbers << bound(number);
    condition.addIn(QStringLiteral("number IN (%1)"), numbers);
    return condition;
}

/// The condition once for each state, as an index has the visits of one state in order, not those of several.
std::vector<Condition> eachState(const VisitQuery &query)
{
    const Condition common = conditionOf(query);
    if (query.states.empty())
        return {common};
    std::vector<Condition> each;
    for (const VisitState state : std::set<VisitState>(query.states.begin(), query.states.end())) {
        each.push_back(common);
        each.back().add(QStringLiteral("state = ?"), bound(visitStateName(state)));
    }
    return each;
}

/// What has to be asked, each for itself: no visit is in two of them.
std::vector<Condition> portionsOf(const VisitQuery &query)
{
    std::vector<Condition> portions = eachState(query);
    if (query.ids.empty())
        return portions;
    const std::set<VisitId> unique(query.ids.begin(), query.ids.end());
    std::vector<QVariantList> lists;
    for (const VisitId &id : unique) {
        if (lists.empty() || static_cast<std::size_t>(lists.back().size()) == idsAtOnce)
            lists.emplace_back();
        lists.back() << bound(id);
    }
    std::vector<Condition> each;
    for (const Condition &portion : portions) {
        for (const QVariantList &ids : lists) {
            each.push_back(portion);
            each.back().addIn(QStringLiteral("id IN (%1)"), ids);
        }
    }
    return each;
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
    const std::vector<Condition> portions = portionsOf(query);
    std::vector<Visit> found;
    for (const Condition &portion : portions) {
        GATEHOUSE_TRY_ASSIGN(auto part, select(portion.where() + QStringLiteral(" ORDER BY requested_at DESC, id DESC LIMIT ?"),
                                               portion.values + boundAll(limit)));
        found.insert(found.end(), part.begin(), part.end());
    }
    if (portions.size() > 1) {
        std::sort(found.begin(), found.end(), newerFirst);
        found.resize(std::min(found.size(), static_cast<std::size_t>(limit)));
    }
    return found;
}

Result<int> VisitRows::count(const VisitQuery &query)
{
    qint64 sum = 0;
    for (const Condition &portion : portionsOf(query)) {
        GATEHOUSE_TRY_ASSIGN(
            const auto part,
            m_connection.number(QStringLiteral("SELECT COUNT(*) FROM visit ") + portion.where(), portion.values));
        sum += part.value_or(0);
    }
    return static_cast<int>(sum);
}

} // namespace gatehouse::storage
