// SPDX-License-Identifier: GPL-3.0-or-later
#include "musters.h"

#include "emergencies.h"

#include "domain/roomactions.h"
#include "incidents.h"
#include "staffact.h"

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
constexpr int longestPlace = 80;

const MusterBook &musterBook(const Workplace &workplace)
{
    return workplace.authority.rooms().musters;
}

PersonHere personOf(const Workplace &workplace, const VisitRow &row)
{
    PersonHere person;
    person.subject = visitSubject(row.visit.id);
    person.name = row.name;
    person.label = visitLabel(row.visit.number);
    person.company = row.company;
    person.hostName = row.hostName;
    person.zones = row.visit.zones;
    person.lastSeen = workplace.authority.escorts().whereIs(row.visit.id);
    person.since = row.visit.enteredAt.value_or(row.visit.requestedAt);
    return person;
}

/// Staff whom a door let in, and helpers who were only counted.
Result<std::vector<PersonHere>> othersInside(const Workplace &workplace, const StaffSession &session)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {}));
    GATEHOUSE_TRY_ASSIGN(const std::vector<Zone> zones, siteZones(*transaction, workplace));
    std::vector<PersonHere> people;
    for (const Zone &zone : zones) {
        for (const Presence &presence : workplace.authority.escorts().inside(zone.id)) {
            if (presence.visit)
                continue;
            PersonHere person;
            person.lastSeen = zone.id;
            person.since = presence.since;
            person.heads = presence.heads;
            if (!presence.emergency.isEmpty())
                person.subject = emergencySubject(presence.emergency);
            if (presence.staff) {
                GATEHOUSE_TRY_ASSIGN(const std::optional<Staff> row, transaction->staff().byId(*presence.staff));
                person.subject = staffSubject(*presence.staff);
                person.name = row ? row->name : QString();
                person.label = row ? row->number : QString();
            }
            people.push_back(person);
        }
    }
    return people;
}

Result<void> requirePaper(const Workplace &workplace, int number)
{
    const PaperForms &papers = musterBook(workplace).papers();
    if (number < 1 || number > papers.lastPrinted)
        return fail(ErrorCode::NotFound, paperForm);
    if (papers.entered.contains(number) || papers.spoiled.contains(number))
        return fail(ErrorCode::Conflict, paperForm);
    return {};
}

Result<void> reportMissing(const StaffAct &act, const Workplace &workplace, const StaffSession &session,
                           const std::vector<int> &missing)
{
    GATEHOUSE_TRY_ASSIGN(const ZoneId entrance, entranceZone(act.transaction(), workplace));
    const std::vector<Incident> all = workplace.authority.rooms().incidents.all();
    for (const int number : missing) {
        const QString about = QStringLiteral("paper:%1").arg(number);
        const bool known = std::any_of(all.begin(), all.end(), [&](const Incident &one) { return one.about == about; });
        if (!known)
            GATEHOUSE_TRY(openIncidentIn(act.transaction(), workplace, signerOf(session),
                                         {IncidentKind::MissingPaper, entrance, about, {}, {}, session.staff.id, {}}));
    }
    return {};
}
} // namespace

Result<std::vector<PersonHere>> whoIsHere(const Workplace &workplace, const StaffSession &session, CardIndex &cards)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<VisitRow> rows, visitsOnSite(workplace, session, cards));
    std::vector<PersonHere> people;
    for (const VisitRow &row : rows)
        people.push_back(personOf(workplace, row));
    GATEHOUSE_TRY_ASSIGN(const std::vector<PersonHere> others, othersInside(workplace, session));
    people.insert(people.end(), others.begin(), others.end());
    const auto running = musterBook(workplace).running();
    for (PersonHere &person : people) {
        if (running && running->safe.contains(person.subject))
            person.safeAt = running->safe.at(person.subject);
    }
    std::stable_sort(people.begin(), people.end(), [](const PersonHere &a, const PersonHere &b) {
        const QString zoneA = a.lastSeen ? a.lastSeen->key : QString();
        const QString zoneB = b.lastSeen ? b.lastSeen->key : QString();
        return zoneA == zoneB ? a.name < b.name : zoneA > zoneB; // those whom a door saw last come first
    });
    return people;
}

Result<MusterId> startMuster(const Workplace &workplace, const StaffSession &session, bool drill, int people)
{
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session));
    if (musterBook(workplace).running())
        return fail(ErrorCode::Conflict, countRuns);
    const MusterId id = makeId<MusterId>(workplace.clock, workplace.randomness);
    GATEHOUSE_TRY(act.state(action::musterStart, musterSubject(id),
                            {{QStringLiteral("drill"), drill}, {QStringLiteral("people"), people}}));
    GATEHOUSE_TRY(act.done());
    return id;
}

Result<void> markSafe(const Workplace &workplace, const StaffSession &session, const MusterId &id, const QString &person)
{
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session));
    const std::optional<Muster> muster = musterBook(workplace).byId(id);
    if (!muster || muster->endedAt)
        return fail(ErrorCode::NotFound, QStringLiteral("muster"));
    PersonHere marked;
    marked.subject = person;
    if (!visitOf(person) && !staffOf(person) && !marked.isHelpers())
        return fail(ErrorCode::Invalid, QStringLiteral("person"));
    if (muster->safe.contains(person))
        return {};
    GATEHOUSE_TRY(act.state(action::musterSafe, musterSubject(id), {{QStringLiteral("person"), person}}));
    return act.done();
}

Result<Muster> endMuster(const Workplace &workplace, const StaffSession &session, const MusterId &id)
{
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session, {Role::Guard, Role::Manager}));
    std::optional<Muster> muster = musterBook(workplace).byId(id);
    if (!muster || muster->endedAt)
        return fail(ErrorCode::NotFound, QStringLiteral("muster"));
    GATEHOUSE_TRY(act.state(action::musterEnd, musterSubject(id)));
    GATEHOUSE_TRY(act.done());
    muster->endedAt = workplace.clock.now();
    return *muster;
}

Result<PaperRange> printPapers(const Workplace &workplace, const StaffSession &session, int count)
{
    if (count < 1 || count > mostPapersAtOnce)
        return fail(ErrorCode::Invalid, QStringLiteral("count"));
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session, {Role::Guard, Role::Manager}));
    const PaperRange range{musterBook(workplace).papers().lastPrinted + 1, musterBook(workplace).papers().lastPrinted + count};
    GATEHOUSE_TRY(act.state(action::paperPrint, QStringLiteral("site"),
                            {{QStringLiteral("from"), range.from}, {QStringLiteral("to"), range.to}}));
    GATEHOUSE_TRY(act.done());
    return range;
}

Result<std::vector<int>> takePaperBack(const Workplace &workplace, const StaffSession &session, int number,
                                       std::optional<int> visit)
{
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session, {Role::Guard, Role::Manager}));
    GATEHOUSE_TRY(requirePaper(workplace, number));
    PaperForms papers = musterBook(workplace).papers();
    if (visit) {
        VisitQuery query;
        query.numbers = {*visit};
        GATEHOUSE_TRY_ASSIGN(const std::vector<Visit> found, act.transaction().visits().find(query));
        if (found.empty())
            return fail(ErrorCode::NotFound, QStringLiteral("visit"));
        GATEHOUSE_TRY(act.state(action::paperEnter, visitSubject(found.front().id), {{QStringLiteral("number"), number}}));
        papers.entered.insert(number);
    } else {
        GATEHOUSE_TRY(act.state(action::paperVoid, QStringLiteral("site"), {{QStringLiteral("number"), number}}));
        papers.spoiled.insert(number);
    }
    const std::vector<int> missing = papers.missing();
    GATEHOUSE_TRY(reportMissing(act, workplace, session, missing));
    GATEHOUSE_TRY(act.done());
    return missing;
}

Result<void> defineSitePlaces(const Workplace &workplace, const StaffSession &manager, const SitePlaces &places)
{
    const QString point = places.assemblyPoint.trimmed();
    const QString backup = places.backupSite.trimmed();
    if (point.isEmpty() || point.size() > longestPlace || backup.size() > longestPlace)
        return fail(ErrorCode::Invalid, QStringLiteral("places"));
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, manager, {Role::Manager}));
    GATEHOUSE_TRY(act.state(action::sitePlaces, QStringLiteral("site"),
                            {{QStringLiteral("assemblyPoint"), point}, {QStringLiteral("backupSite"), backup}}));
    return act.done();
}

Result<MustersView> mustersView(const Workplace &workplace, const StaffSession &session)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {}));
    return MustersView{musterBook(workplace).all(), musterBook(workplace).papers(), musterBook(workplace).places()};
}

} // namespace gatehouse::usecases
