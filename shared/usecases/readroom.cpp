// SPDX-License-Identifier: GPL-3.0-or-later
#include "readroom.h"

#include "caseaccess.h"
#include "emergencies.h"
#include "notes.h"

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
constexpr int shownDays = 90;

/// From the cards, or with the visit's own key: host, escort, keeper and lead have that one, and read what the work is.
Result<void> nameVisitor(Transaction &transaction, const Workplace &workplace, const StaffSession &session,
                         const CardIndex &cards, RoomVisitor &visitor)
{
    const VisitId &id = visitor.access.visit;
    GATEHOUSE_TRY_ASSIGN(const std::optional<Visit> visit, transaction.visits().byId(id));
    visitor.number = visit ? visit->number : 0;
    if (const auto card = cards.card(id)) {
        visitor.name = card->name;
        visitor.company = card->company;
    }
    const auto dataKey = openDataKey(transaction, session, id);
    if (!dataKey)
        return {};
    GATEHOUSE_TRY_ASSIGN(const VisitorRecord record, openRecord(transaction, *dataKey, id));
    visitor.name = record.displayName();
    visitor.company = record.company;
    visitor.workReason = record.workReason;
    visitor.workArea = record.workArea;
    visitor.changeNumber = record.changeNumber;
    if (visit && visit->invitation) {
        GATEHOUSE_TRY_ASSIGN(visitor.hostWork, workOfInvitation(transaction, workplace, session, *visit->invitation));
    }
    return {};
}

/// In which duties of the zone the reader stands, or may stand in, for this access.
std::set<QString> approvingDuties(const Authority &authority, const EscortedAccess &access, const StaffId &reader,
                                  const QDateTime &at)
{
    std::set<QString> names = authority.escorts().approvingCapacities(access, reader, authority.head().sequence, at, authority);
    std::erase_if(names, [](const QString &name) { return !dutyFromName(name).has_value(); });
    return names;
}

/// A manager is asked when a duty that is still missing did not answer (R9).
bool standsIn(const Authority &authority, const RoomVisitor &visitor, const StaffId &reader, const std::set<QString> &duties)
{
    return visitor.mayApprove && visitor.asked == Asked::Managers && authority.holds(reader, Role::Manager) &&
           std::any_of(visitor.approvalsMissing.begin(), visitor.approvalsMissing.end(), [&](const std::vector<QString> &slot) {
               return std::any_of(slot.begin(), slot.end(), [&](const QString &name) { return duties.contains(name); });
           });
}

RoomVisitor describe(const Authority &authority, const EscortedAccess &access, const StaffId &reader, const QDateTime &at)
{
    const EscortQuestion question{authority.duties(), authority.escorts(), access.visit, access.zone, at};
    RoomVisitor visitor;
    visitor.access = access;
    visitor.handOverSoon = shouldHandOver(question);
    visitor.asked = askedAfter(waitingSince(access), at);
    const auto zone = authority.zone(access.zone);
    visitor.briefed = (zone && !zone->asksBriefing) || authority.briefings().isBriefed(access.visit, access.zone, at);
    visitor.approvalsMissing = authority.escorts().approvalsMissing(access);
    const std::vector<StaffId> asked = askedNow(question);
    visitor.mine = access.handOverTo == reader || std::find(asked.begin(), asked.end(), reader) != asked.end();
    visitor.approversAsked = approversAsked(question);
    const std::set<QString> duties = approvingDuties(authority, access, reader, at);
    visitor.mayApprove = !access.approved && !duties.empty() && approvalFindings(question, reader, duties).empty();
    visitor.toApprove =
        std::find(visitor.approversAsked.begin(), visitor.approversAsked.end(), reader) != visitor.approversAsked.end() ||
        standsIn(authority, visitor, reader, duties);
    return visitor;
}

int place(const RoomVisitor &visitor)
{
    if (!visitor.astray.isEmpty())
        return 0;
    if (visitor.insideSince)
        return 1;
    return visitor.mine || visitor.toApprove ? 2 : 3;
}

std::vector<RoomEmergency> emergenciesAt(Transaction &transaction, const Workplace &workplace, const StaffSession &session)
{
    const QDateTime now = workplace.clock.now();
    std::vector<RoomEmergency> list;
    for (const Emergency &emergency : workplace.authority.escorts().presence().emergencies()) {
        const bool open = !emergency.confirmedBy || emergency.inside() > 0;
        if (open || emergency.at.addDays(shownDays) > now)
            list.push_back({emergency, noteOrNothing(transaction, session, emergencySubject(emergency.id), emergency.identity),
                            emergency.isOverdue(now)});
    }
    std::reverse(list.begin(), list.end()); // newest first
    std::stable_partition(list.begin(), list.end(),
                          [](const RoomEmergency &one) { return !one.emergency.confirmedBy || one.emergency.inside() > 0; });
    return list;
}
} // namespace

Result<RoomView> readRoom(const Workplace &workplace, const StaffSession &session, CardIndex &cards, const ZoneId &zone)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {}));
    GATEHOUSE_TRY(cards.refresh(*transaction, session));
    const Authority &authority = workplace.authority;
    const EscortBook &book = authority.escorts();
    RoomView view;
    view.zone = zone;
    view.at = workplace.clock.now();
    const auto definition = authority.zone(zone);
    if (!definition || definition->escort == EscortRule::None)
        return fail(ErrorCode::NotFound, QStringLiteral("zone"));
    std::map<VisitId, Presence> inside;
    for (const Presence &person : book.inside(zone)) {
        if (person.visit)
            inside.emplace(*person.visit, person);
        else
            view.othersInside.push_back(person);
    }
    const std::vector<Astray> alarms = book.astray(zone, view.at);
    for (const EscortedAccess &access : book.accesses(zone)) {
        const auto here = inside.find(access.visit);
        if (here == inside.end() && (access.isOver() || view.at >= access.windowUntil))
            continue;
        RoomVisitor visitor = describe(authority, access, session.staff.id, view.at);
        if (here != inside.end())
            visitor.insideSince = here->second.since;
        const auto alarm = std::find_if(alarms.begin(), alarms.end(),
                                        [&](const Astray &candidate) { return candidate.visit == access.visit; });
        if (alarm != alarms.end())
            visitor.astray = alarm->code;
        GATEHOUSE_TRY(nameVisitor(*transaction, workplace, session, cards, visitor));
        view.visitors.push_back(std::move(visitor));
    }
    std::stable_sort(view.visitors.begin(), view.visitors.end(),
                     [](const RoomVisitor &a, const RoomVisitor &b) { return place(a) < place(b); });
    for (const DutyAssignment &duty : authority.duties().assignments(view.at)) {
        if (duty.zone == zone)
            view.duties.push_back(duty);
    }
    view.escorts = authority.duties().escorts(zone, view.at);
    for (const StaffId &escort : view.escorts)
        view.authorisations.emplace_back(escort, *authority.duties().escortAuthorisation(escort, zone));
    view.accessList = authority.duties().accessList(zone);
    view.emergencies = emergenciesAt(*transaction, workplace, session);
    view.capacities = book.capacities(session.staff.id, zone, authority.head().sequence, view.at, authority);
    return view;
}

} // namespace gatehouse::usecases
