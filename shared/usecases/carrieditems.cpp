// SPDX-License-Identifier: GPL-3.0-or-later
#include "carrieditems.h"

#include "caseaccess.h"
#include "incidents.h"

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
constexpr int longestDevice = 60;

struct ItemsAct {
    std::unique_ptr<Transaction> transaction;
    Visit visit;
    std::vector<Item> items;
};

Result<ItemsAct> beginItems(const Workplace &workplace, const StaffSession &session, const VisitId &id)
{
    ItemsAct act;
    GATEHOUSE_TRY_ASSIGN(act.transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*act.transaction, workplace, session, {Role::Guard, Role::Manager}));
    GATEHOUSE_TRY_ASSIGN(act.visit, loadVisit(*act.transaction, id));
    GATEHOUSE_TRY_ASSIGN(act.items, act.transaction->visits().items(id));
    return act;
}

bool isNamed(const Workplace &workplace, const Visit &visit, const QString &kind)
{
    return std::any_of(visit.zones.begin(), visit.zones.end(), [&](const ZoneId &id) {
        const auto zone = workplace.authority.zone(id);
        return zone && std::find(zone->namedItems.begin(), zone->namedItems.end(), kind) != zone->namedItems.end();
    });
}
} // namespace

Result<std::vector<Item>> declaredItems(const Workplace &workplace, const VisitId &visit)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    return transaction->visits().items(visit);
}

Result<void> allowItem(const Workplace &workplace, const StaffSession &session, const VisitId &id, const QString &kind,
                       const QString &device)
{
    const QString name = device.trimmed();
    if (name.isEmpty() || name.size() > longestDevice)
        return fail(ErrorCode::Invalid, QStringLiteral("device"));
    GATEHOUSE_TRY_ASSIGN(ItemsAct act, beginItems(workplace, session, id));
    if (!isNamed(workplace, act.visit, kind))
        return fail(ErrorCode::Invalid, QStringLiteral("kind"));
    if (act.visit.host == session.staff.id)
        return fail(ErrorCode::NotAllowed, QStringLiteral("host"));
    const auto item = std::find_if(act.items.begin(), act.items.end(), [&](const Item &one) { return one.kind == kind; });
    if (item == act.items.end())
        return fail(ErrorCode::NotFound, QStringLiteral("item"));
    if (item->state == ItemState::Deposited)
        return fail(ErrorCode::Conflict, itemStateName(item->state));
    item->state = ItemState::Allowed;
    item->tag = name;
    GATEHOUSE_TRY(act.transaction->visits().setItems(id, act.items));
    GATEHOUSE_TRY(record(*act.transaction, workplace, signerOf(session), action::itemAllow, visitSubject(id),
                         {{QStringLiteral("kind"), kind}, {QStringLiteral("tag"), name}}));
    return act.transaction->commit();
}

Result<void> reconcileItems(const Workplace &workplace, const StaffSession &session, const VisitId &id,
                            const QStringList &missing)
{
    GATEHOUSE_TRY_ASSIGN(const ItemsAct act, beginItems(workplace, session, id));
    const bool cameIn = act.visit.state == VisitState::OnSite || act.visit.state == VisitState::Departed ||
                        act.visit.state == VisitState::ClosedBySystem;
    if (!cameIn)
        return fail(ErrorCode::Conflict, visitStateName(act.visit.state));
    const std::vector<Carried> carried = workplace.authority.carried().carried(id);
    for (const Carried &item : carried) {
        if (item.state == ItemState::Deposited && !missing.contains(item.kind))
            return fail(ErrorCode::Conflict, item.kind);
    }
    for (const QString &kind : missing) {
        if (std::none_of(carried.begin(), carried.end(), [&](const Carried &item) { return item.kind == kind; }))
            return fail(ErrorCode::Invalid, QStringLiteral("kind"));
        const ZoneId zone = act.visit.zones.empty() ? ZoneId() : act.visit.zones.back();
        GATEHOUSE_TRY(openIncidentIn(*act.transaction, workplace, signerOf(session),
                                     {IncidentKind::MissingItem, zone, visitSubject(id), kind, {}, {}, {}}));
    }
    GATEHOUSE_TRY(record(*act.transaction, workplace, signerOf(session), action::itemReconcile, visitSubject(id),
                         {{QStringLiteral("missing"), QJsonArray::fromStringList(missing)}}));
    return act.transaction->commit();
}

} // namespace gatehouse::usecases
