// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidents.h"

#include "badgerecords.h"
#include "badges.h"
#include "caseaccess.h"
#include "domain/roomactions.h"
#include "notes.h"
#include "security/tokens.h"
#include "staffact.h"

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
constexpr int sameReportSeconds = 120;
constexpr std::size_t shownClosed = 200;

const IncidentBook &incidentBook(const Workplace &workplace)
{
    return workplace.authority.rooms().incidents;
}

Result<Incident> openOne(const Workplace &workplace, const IncidentId &id)
{
    const std::optional<Incident> incident = incidentBook(workplace).byId(id);
    if (!incident)
        return fail(ErrorCode::NotFound, QStringLiteral("incident"));
    if (!incident->isOpen())
        return fail(ErrorCode::Conflict, QStringLiteral("closed"));
    return *incident;
}

Result<void> insertNote(QJsonObject &details, Transaction &transaction, const Workplace &workplace, const QString &subject,
                        const QString &text)
{
    GATEHOUSE_TRY_ASSIGN(const std::optional<NoteRef> note, writeNote(transaction, workplace, subject, text));
    if (note)
        details.insert(QStringLiteral("note"), toJson(*note));
    return {};
}

std::optional<StaffId> keeperOf(const Workplace &workplace, const ZoneId &zone)
{
    const std::vector<StaffId> keepers = workplace.authority.duties().holders(zone, Duty::Keeper, workplace.clock.now());
    return keepers.empty() ? std::nullopt : std::optional<StaffId>(keepers.front());
}

Result<void> requireStep(const Incident &incident, const QString &step)
{
    if (incident.step(step))
        return fail(ErrorCode::Conflict, step);
    if (!IncidentBook::mayTake(incident, step))
        return fail(ErrorCode::Blocked, incident.missingSteps().value(0));
    return {};
}

IncidentCase caseOf(Transaction &transaction, const StaffSession &session, const Incident &incident, const QDateTime &now)
{
    const QString subject = incidentSubject(incident.id);
    IncidentCase one{incident, noteOrNothing(transaction, session, subject, incident.note), {}, {}, alarmsOf(incident, now)};
    for (const IncidentStep &step : incident.steps)
        one.stepTexts.push_back(noteOrNothing(transaction, session, subject, step.note));
    if (incident.closed)
        one.closingText = noteOrNothing(transaction, session, subject, incident.closed->note);
    return one;
}
} // namespace

Result<IncidentId> openIncidentIn(Transaction &transaction, const Workplace &workplace, const Signer &signer,
                                  const NewIncident &incident)
{
    if (!incident.about.isEmpty()) {
        if (const auto before = incidentBook(workplace).openAbout(incident.about, incident.point))
            return before->id;
    }
    const IncidentId id = makeId<IncidentId>(workplace.clock, workplace.randomness);
    QJsonObject details{{QStringLiteral("kind"), incidentKindName(incident.kind)}, {QStringLiteral("zone"), incident.zone.key}};
    if (!incident.about.isEmpty())
        details.insert(QStringLiteral("about"), incident.about);
    if (!incident.point.isEmpty())
        details.insert(QStringLiteral("point"), incident.point);
    const std::optional<StaffId> owner = incident.owner ? incident.owner : keeperOf(workplace, incident.zone);
    if (owner)
        details.insert(QStringLiteral("owner"), owner->text());
    if (incident.fixBy)
        details.insert(QStringLiteral("fixBy"), incident.fixBy->toUTC().toString(Qt::ISODateWithMs));
    GATEHOUSE_TRY(insertNote(details, transaction, workplace, incidentSubject(id), incident.text));
    GATEHOUSE_TRY(record(transaction, workplace, signer, action::incidentOpen, incidentSubject(id), details));
    return id;
}

Result<IncidentId> openIncident(const Workplace &workplace, const StaffSession &session, const NewIncident &incident)
{
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session));
    GATEHOUSE_TRY_ASSIGN(const std::vector<Zone> zones, siteZones(act.transaction(), workplace));
    if (std::none_of(zones.begin(), zones.end(), [&](const Zone &zone) { return zone.id == incident.zone; }))
        return fail(ErrorCode::Invalid, QStringLiteral("zone"));
    GATEHOUSE_TRY_ASSIGN(const IncidentId id, openIncidentIn(act.transaction(), workplace, signerOf(session), incident));
    GATEHOUSE_TRY(act.done());
    return id;
}

Result<IncidentId> reportStranger(Transaction &transaction, const Workplace &workplace, const ZoneId &zone)
{
    const QString me = stationActor(workplace.stationId());
    for (const Incident &before : incidentBook(workplace).open()) {
        const bool same = before.kind == IncidentKind::Stranger && before.zone == zone && before.openedBy == me;
        if (same && before.openedAt.secsTo(workplace.clock.now()) < sameReportSeconds)
            return before.id;
    }
    return openIncidentIn(transaction, workplace, signerOf(workplace), {IncidentKind::Stranger, zone, {}, {}, {}, {}, {}});
}

Result<void> recordStep(const Workplace &workplace, const StaffSession &session, const IncidentId &id, const QString &step,
                        const QString &text)
{
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session));
    GATEHOUSE_TRY_ASSIGN(const Incident incident, openOne(workplace, id));
    GATEHOUSE_TRY(requireStep(incident, step));
    QJsonObject details{{QStringLiteral("step"), step}};
    GATEHOUSE_TRY(insertNote(details, act.transaction(), workplace, incidentSubject(id), text));
    GATEHOUSE_TRY(act.state(action::incidentStep, incidentSubject(id), details));
    return act.done();
}

Result<void> recordInformed(const Workplace &workplace, const StaffSession &session, const IncidentId &id, Informed who)
{
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session));
    GATEHOUSE_TRY_ASSIGN(const Incident incident, openOne(workplace, id));
    if (incident.wasInformed(who))
        return fail(ErrorCode::Conflict, informedName(who));
    GATEHOUSE_TRY(act.state(action::incidentInform, incidentSubject(id), {{QStringLiteral("who"), informedName(who)}}));
    return act.done();
}

Result<void> assignIncident(const Workplace &workplace, const StaffSession &session, const IncidentId &id, const StaffId &owner,
                            const QDateTime &fixBy)
{
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session));
    GATEHOUSE_TRY_ASSIGN(const Incident incident, openOne(workplace, id));
    const Authority &authority = workplace.authority;
    const bool may = incident.owner == session.staff.id || authority.holds(session.staff.id, Role::Guard) ||
                     authority.holds(session.staff.id, Role::Manager);
    if (!may)
        return fail(ErrorCode::NotAllowed, QStringLiteral("role"));
    if (!authority.isActive(owner) || fixBy <= workplace.clock.now())
        return fail(ErrorCode::Invalid, QStringLiteral("owner or time"));
    GATEHOUSE_TRY(act.state(
        action::incidentAssign, incidentSubject(id),
        {{QStringLiteral("owner"), owner.text()}, {QStringLiteral("fixBy"), fixBy.toUTC().toString(Qt::ISODateWithMs)}}));
    return act.done();
}

Result<void> closeIncident(const Workplace &workplace, const StaffSession &session, const IncidentId &id, const QString &text)
{
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session, {Role::Manager}));
    GATEHOUSE_TRY_ASSIGN(const Incident incident, openOne(workplace, id));
    if (const QStringList missing = incident.missingSteps(); !missing.isEmpty())
        return fail(ErrorCode::Blocked, missing.front());
    QJsonObject details;
    GATEHOUSE_TRY(insertNote(details, act.transaction(), workplace, incidentSubject(id), text));
    GATEHOUSE_TRY(act.state(action::incidentClose, incidentSubject(id), details));
    return act.done();
}

namespace
{
struct Revoked {
    FoundBadge found;
    quint64 serial = 0;
};

/// The card of somebody on the staff: stolen, lost, or lent.
Result<Revoked> revokeFoundStaffBadge(const StaffAct &act, const Workplace &workplace,
                                      const security::ParsedStaffBadgeToken &parsed, const QString &token,
                                      const IncidentId &stranger)
{
    const ReadBadge read = readBadge(workplace.authority, token, parsed, security::verifyStaffBadgeToken);
    if (!read.ofThisSite)
        return fail(ErrorCode::NotFound, security::ofOtherSite);
    if (!read.genuine)
        return fail(ErrorCode::BadSignature, QStringLiteral("forged"));
    const std::optional<BadgeRecord> &badge = read.issued;
    if (!badge || !badge->staff)
        return fail(ErrorCode::NotFound, QStringLiteral("unknown"));
    const bool wasValid = badge->state == BadgeState::Issued;
    if (wasValid)
        GATEHOUSE_TRY(act.state(action::staffBadgeRevoke, staffSubject(*badge->staff),
                                {{QStringLiteral("serial"), serialText(parsed.token.serial)},
                                 {QStringLiteral("state"), badgeStateName(BadgeState::Revoked)},
                                 {QStringLiteral("incident"), stranger.text()}}));
    return Revoked{{VisitId(), 0, badge->staff, wasValid}, parsed.token.serial};
}

/// As it was signed: the badge is dead whether the visit has a row or not.
Result<int> numberOf(Transaction &transaction, const Workplace &workplace, const VisitId &visit)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<LedgerEntry> entries, verifiedEntries(transaction, workplace, visitSubject(visit)));
    const auto request = std::find_if(entries.begin(), entries.end(),
                                      [](const LedgerEntry &entry) { return entry.action == action::visitRequest; });
    return request == entries.end() ? 0 : request->details.value(QLatin1String("number")).toInt();
}

Result<Revoked> revokeFound(const StaffAct &act, const Workplace &workplace, const StaffSession &session, const QString &token,
                            const IncidentId &stranger)
{
    if (const auto staff = security::parseStaffBadgeToken(token))
        return revokeFoundStaffBadge(act, workplace, *staff, token, stranger);
    GATEHOUSE_TRY_ASSIGN(const BadgeRecord badge,
                         revokeBadge(act.transaction(), workplace, signerOf(session), token, stranger));
    GATEHOUSE_TRY_ASSIGN(const int number, numberOf(act.transaction(), workplace, *badge.visit));
    return Revoked{{*badge.visit, number, std::nullopt, badge.state == BadgeState::Issued}, badge.serial};
}
} // namespace

Result<FoundBadge> revokeFoundBadge(const Workplace &workplace, const StaffSession &session, const IncidentId &id,
                                    const QString &token)
{
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session));
    GATEHOUSE_TRY_ASSIGN(const Incident incident, openOne(workplace, id));
    GATEHOUSE_TRY(requireStep(incident, badgeLookedUp));
    GATEHOUSE_TRY_ASSIGN(const Revoked revoked, revokeFound(act, workplace, session, token, id));
    GATEHOUSE_TRY(act.state(action::incidentStep, incidentSubject(id),
                            {{QStringLiteral("step"), badgeLookedUp}, {QStringLiteral("badge"), serialText(revoked.serial)}}));
    GATEHOUSE_TRY(act.done());
    return revoked.found;
}

Result<std::vector<IncidentCase>> incidentCases(const Workplace &workplace, const StaffSession &session)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {}));
    const QDateTime now = workplace.clock.now();
    std::vector<IncidentCase> cases;
    for (const Incident &incident : incidentBook(workplace).open())
        cases.push_back(caseOf(*transaction, session, incident, now));
    std::stable_partition(cases.begin(), cases.end(), [](const IncidentCase &one) { return !one.alarms.empty(); });
    std::vector<Incident> all = incidentBook(workplace).all();
    std::size_t closed = 0;
    for (auto one = all.rbegin(); one != all.rend() && closed < shownClosed; ++one) {
        if (one->isOpen())
            continue;
        cases.push_back(caseOf(*transaction, session, *one, now));
        ++closed;
    }
    return cases;
}

} // namespace gatehouse::usecases
