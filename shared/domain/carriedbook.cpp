// SPDX-License-Identifier: GPL-3.0-or-later
#include "carriedbook.h"

#include "statementdetails.h"

#include <QJsonArray>

#include <algorithm>

namespace gatehouse::domain
{

namespace
{
std::vector<Carried> declaredIn(const LedgerEntry &request)
{
    std::vector<Carried> items;
    for (const QJsonValue &value : request.details.value(QLatin1String("items")).toArray()) {
        const QJsonObject item = value.toObject();
        items.push_back({item.value(QLatin1String("kind")).toString(),
                         item.value(QLatin1String("count")).toInt(1),
                         ItemState::Declared,
                         {}});
    }
    return items;
}

bool names(const std::vector<QString> &kinds, const QString &kind)
{
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}
} // namespace

bool CarriedBook::wants(const QString &what) const
{
    return what == action::visitRequest || what == action::itemDeposit || what == action::itemReturn ||
           what == action::itemAllow || what == action::itemReconcile;
}

void CarriedBook::apply(const LedgerEntry &entry, const StandingView &standing)
{
    const auto visit = visitOf(entry.subject);
    if (!visit)
        return;
    if (entry.action == action::visitRequest) {
        if (const auto host = detail::staff(entry, "host"))
            m_hosts.emplace(*visit, *host);
        m_carried.emplace(*visit, declaredIn(entry)); // a visit is requested once
        return;
    }
    const auto by = staffOf(entry.actor);
    const bool guard =
        by && (standing.held(*by, Role::Guard, entry.sequence) || standing.held(*by, Role::Manager, entry.sequence));
    const bool allows = entry.action == action::itemAllow;
    if (!(allows ? by && mayAllow(*by, *visit, entry, standing) : guard))
        return;
    if (entry.action == action::itemReconcile) {
        Reconciliation done{*by, entry.recorded, {}};
        for (const QJsonValue &kind : entry.details.value(QLatin1String("missing")).toArray())
            done.missing << kind.toString();
        m_reconciled[*visit] = done;
        return;
    }
    const QString kind = detail::text(entry, "kind");
    std::vector<Carried> &items = m_carried[*visit];
    const auto item =
        std::find_if(items.begin(), items.end(), [&](const Carried &candidate) { return candidate.kind == kind; });
    if (item == items.end())
        return;
    item->state = allows                                ? ItemState::Allowed
                  : entry.action == action::itemDeposit ? ItemState::Deposited
                                                        : ItemState::Returned;
    item->tag = detail::text(entry, "tag");
}

bool CarriedBook::mayAllow(const StaffId &by, const VisitId &visit, const LedgerEntry &entry,
                           const StandingView &standing) const
{
    const auto host = m_hosts.find(visit);
    if (host != m_hosts.end() && host->second == by)
        return false;
    const std::vector<EscortedAccess> accesses = m_escorts.accessesOf(visit);
    if (accesses.empty())
        return standing.held(by, Role::Guard, entry.sequence) || standing.held(by, Role::Manager, entry.sequence);
    return std::any_of(accesses.begin(), accesses.end(), [&](const EscortedAccess &access) {
        return isDeciding(m_escorts.capacities(by, access.zone, entry.sequence, entry.recorded, standing));
    });
}

std::vector<Carried> CarriedBook::carried(const VisitId &visit) const
{
    const auto found = m_carried.find(visit);
    return found == m_carried.end() ? std::vector<Carried>() : found->second;
}

QStringList CarriedBook::notAdmitted(const VisitId &visit, const Zone &zone) const
{
    QStringList kinds;
    for (const Carried &item : carried(visit)) {
        if (item.state == ItemState::Deposited)
            continue;
        const bool prohibited = names(zone.prohibitedItems, item.kind);
        const bool named = names(zone.namedItems, item.kind) && item.state != ItemState::Allowed;
        if (prohibited || named)
            kinds << item.kind;
    }
    return kinds;
}

std::optional<Reconciliation> CarriedBook::reconciliation(const VisitId &visit) const
{
    const auto found = m_reconciled.find(visit);
    return found == m_reconciled.end() ? std::nullopt : std::optional<Reconciliation>(found->second);
}

} // namespace gatehouse::domain
