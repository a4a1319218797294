// SPDX-License-Identifier: GPL-3.0-or-later
#include "handovers.h"

#include "domain/roomactions.h"
#include "notes.h"
#include "staffact.h"

#include <QJsonArray>

#include <algorithm>
#include <set>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
constexpr int shownHandovers = 60;

const HandoverBook &handoverBook(const Workplace &workplace)
{
    return workplace.authority.rooms().handovers;
}

/// By rows or by signed entries, as visitsOnSite lists them: a row that somebody changed takes nobody out of the count.
Result<int> countOnSite(Transaction &transaction, const Workplace &workplace)
{
    VisitQuery byRows;
    byRows.states = {VisitState::OnSite};
    byRows.limit = 10'000;
    GATEHOUSE_TRY_ASSIGN(const std::vector<Visit> visits, transaction.visits().find(byRows));
    std::set<VisitId> inside = workplace.authority.inside();
    for (const Visit &visit : visits)
        inside.insert(visit.id);
    return static_cast<int>(inside.size());
}

Result<OpenThings> count(Transaction &transaction, const Workplace &workplace)
{
    const RoomBooks &rooms = workplace.authority.rooms();
    const QDateTime now = workplace.clock.now();
    OpenThings open;
    VisitQuery waiting;
    waiting.states = {VisitState::Requested};
    GATEHOUSE_TRY_ASSIGN(open.waiting, transaction.visits().count(waiting));
    GATEHOUSE_TRY_ASSIGN(open.onSite, countOnSite(transaction, workplace));
    open.badgesOut = workplace.authority.badges().visitorsOut();
    open.deposits = static_cast<int>(rooms.items.deposits().size());
    open.incidents = static_cast<int>(rooms.incidents.open().size());
    open.roundsDue = static_cast<int>(rooms.rounds.due(now).size());
    for (const ExceptionRequest &request : rooms.exceptions.all())
        open.exceptions += request.isRunning() && (request.isOpen() || !request.isOverdue(now)) ? 1 : 0;
    for (const Registered &item : rooms.items.registered())
        open.itemsOut += item.isOut() ? 1 : 0;
    return open;
}
} // namespace

Result<OpenThings> openThings(const Workplace &workplace, const StaffSession &session)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {}));
    return count(*transaction, workplace);
}

Result<HandoverId> offerHandover(const Workplace &workplace, const StaffSession &session, const HandoverOffer &offer)
{
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session));
    if (!mayHoldPost(bearerOf(workplace, session.staff.id), offer.post))
        return fail(ErrorCode::NotAllowed, QStringLiteral("post"));
    if (!offer.notesHandedIn)
        return fail(ErrorCode::Blocked, notesMissing);
    for (const QString &code : selfCheckCodes(offer.post)) {
        if (!offer.selfCheck.contains(code))
            return fail(ErrorCode::Blocked, code);
    }
    const HandoverId id = makeId<HandoverId>(workplace.clock, workplace.randomness);
    GATEHOUSE_TRY_ASSIGN(const OpenThings open, count(act.transaction(), workplace));
    QJsonObject details{{QStringLiteral("post"), offer.post},
                        {QStringLiteral("open"), toJson(open)},
                        {QStringLiteral("notesHandedIn"), offer.notesHandedIn},
                        {QStringLiteral("selfCheck"), QJsonArray::fromStringList(offer.selfCheck)}};
    GATEHOUSE_TRY_ASSIGN(const auto note, writeNote(act.transaction(), workplace, handoverSubject(id), offer.text));
    if (note)
        details.insert(QStringLiteral("note"), toJson(*note));
    GATEHOUSE_TRY(act.state(action::handoverOffer, handoverSubject(id), details));
    GATEHOUSE_TRY(act.done());
    return id;
}

Result<void> acceptHandover(const Workplace &workplace, const StaffSession &session, const HandoverId &id)
{
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session));
    const std::optional<Handover> handover = handoverBook(workplace).byId(id);
    if (!handover)
        return fail(ErrorCode::NotFound, QStringLiteral("handover"));
    if (!handover->isPending())
        return fail(ErrorCode::Conflict, handover->to ? handover->to->text() : QStringLiteral("replaced"));
    if (handover->from == session.staff.id || !mayHoldPost(bearerOf(workplace, session.staff.id), handover->post))
        return fail(ErrorCode::NotAllowed, QStringLiteral("post"));
    GATEHOUSE_TRY(act.state(action::handoverAccept, handoverSubject(id)));
    return act.done();
}

Result<std::vector<HandoverSheet>> handoverSheets(const Workplace &workplace, const StaffSession &session)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {}));
    std::vector<HandoverSheet> sheets;
    for (const Handover &handover : handoverBook(workplace).last(shownHandovers)) {
        const bool may = handover.isPending() && handover.from != session.staff.id &&
                         mayHoldPost(bearerOf(workplace, session.staff.id), handover.post);
        sheets.push_back({handover, noteOrNothing(*transaction, session, handoverSubject(handover.id), handover.note), may});
    }
    std::stable_partition(sheets.begin(), sheets.end(), [](const HandoverSheet &one) { return one.handover.isPending(); });
    return sheets;
}

Result<QStringList> ownPosts(const Workplace &workplace, const StaffSession &session)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {}));
    GATEHOUSE_TRY_ASSIGN(const std::vector<Zone> zones, siteZones(*transaction, workplace));
    QStringList posts{guardDeskPost()};
    for (const Zone &zone : zones)
        posts << keeperPost(zone.id);
    posts.removeIf([&](const QString &post) { return !mayHoldPost(bearerOf(workplace, session.staff.id), post); });
    return posts;
}

} // namespace gatehouse::usecases
