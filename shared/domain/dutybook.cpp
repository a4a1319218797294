// SPDX-License-Identifier: GPL-3.0-or-later
#include "dutybook.h"

#include "entryfields.h"
#include "names.h"

#include <QJsonArray>
#include <QTimeZone>

#include <algorithm>

namespace gatehouse::domain
{

namespace
{
constexpr NameTable<Duty, 5> dutyTable{{
    {Duty::Lead, QLatin1String("lead")},
    {Duty::Keeper, QLatin1String("keeper")},
    {Duty::Supervisor, QLatin1String("supervisor")},
    {Duty::FireKeeper, QLatin1String("fire-keeper")},
    {Duty::Maintainer, QLatin1String("maintainer")},
}};

constexpr int trainingYears = 1;
constexpr int unusedDays = 90;
constexpr int monthsPerQuarter = 3;

bool isAbout(const QString &what)
{
    return what == action::dutyAssign || what == action::dutyEnd || what == action::dutyShift ||
           what == action::escortAuthorise || what == action::escortWithdraw || what == action::accessGrant ||
           what == action::accessReview || what == action::accessWithdraw;
}
} // namespace

QString dutyName(Duty duty)
{
    return nameIn(dutyTable, duty);
}

std::optional<Duty> dutyFromName(QStringView name)
{
    return valueIn(dutyTable, name);
}

QDateTime EscortAuthorisation::endsAt() const
{
    return std::min(until, QDateTime(training.addYears(trainingYears), QTime(0, 0), Qt::UTC));
}

QDateTime AccessGrant::reviewDue() const
{
    const QDate reviewed = reviewedAt.toUTC().date();
    const QDate quarter(reviewed.year(), (reviewed.month() - 1) / monthsPerQuarter * monthsPerQuarter + 1, 1);
    return QDateTime(quarter.addMonths(2 * monthsPerQuarter), QTime(0, 0), Qt::UTC);
}

bool AccessGrant::isUnused(const QDateTime &at) const
{
    return lastUsed.value_or(grantedAt).addDays(unusedDays) <= at;
}

bool DutyBook::wants(const QString &what) const
{
    return isAbout(what) || what == action::staffRevoke || what == action::passageEnter;
}

void DutyBook::apply(const LedgerEntry &entry, const StandingView &standing)
{
    if (entry.action == action::staffRevoke)
        return leave(StaffId::fromText(entry.details.value(QLatin1String("staff")).toString()));
    if (entry.action == action::passageEnter) {
        const auto door = stationOf(entry.actor);
        if (door && standing.stationKind(*door) == StationKind::Door)
            used(entry);
        return;
    }
    const auto by = staffOf(entry.actor);
    const auto subject = staffOf(entry.subject);
    const ZoneId zone = zoneIn(entry);
    if (!by || !subject || !standing.staff(*subject))
        return;
    const bool manager = standing.held(*by, Role::Manager, entry.sequence);
    if (entry.action == action::dutyShift && (manager || *by == *subject))
        m_shifts[*subject] = timeIn(entry.details, QLatin1String("until"));
    if (zone.key.isEmpty())
        return;
    const bool leads = manager || holds(*by, zone, Duty::Lead, entry.recorded);
    if (entry.action == action::dutyAssign && manager)
        assign(entry, *subject, zone);
    else if (entry.action == action::dutyEnd && manager)
        end(entry, *subject, zone);
    else if (entry.action == action::escortAuthorise && leads && *by != *subject)
        authorise(entry, standing, *subject, zone);
    else if (entry.action == action::escortWithdraw && leads)
        m_authorisations.erase({*subject, zone});
    else if (entry.action == action::accessGrant && leads && *by != *subject)
        grant(entry, *by, *subject, zone);
    else if (entry.action == action::accessReview)
        review(entry, standing, *subject, zone);
    else if (entry.action == action::accessWithdraw && leads)
        m_access.erase({*subject, zone});
}

void DutyBook::assign(const LedgerEntry &entry, const StaffId &staff, const ZoneId &zone)
{
    const auto duty = dutyFromName(entry.details.value(QLatin1String("duty")).toString());
    const QDateTime until = timeIn(entry.details, QLatin1String("until"));
    if (!duty || !until.isValid())
        return;
    // Never earlier than it was said: nothing that was done before becomes right afterwards.
    const QDateTime from = timeIn(entry.details, QLatin1String("from"));
    m_assignments.push_back({staff, zone, *duty, entry.details.value(QLatin1String("deputy")).toBool(),
                             from.isValid() ? std::max(from, entry.recorded) : entry.recorded, until});
}

void DutyBook::end(const LedgerEntry &entry, const StaffId &staff, const ZoneId &zone)
{
    const auto duty = dutyFromName(entry.details.value(QLatin1String("duty")).toString());
    std::erase_if(m_assignments, [&](const DutyAssignment &assignment) {
        return assignment.staff == staff && assignment.zone == zone && assignment.duty == duty;
    });
}

void DutyBook::authorise(const LedgerEntry &entry, const StandingView &standing, const StaffId &staff, const ZoneId &zone)
{
    // R4: only managerial staff whom the company has arranged.
    if (standing.staff(staff)->grade != Grade::Managerial)
        return;
    const QDateTime until = timeIn(entry.details, QLatin1String("until"));
    const QDate training = QDate::fromString(entry.details.value(QLatin1String("training")).toString(), Qt::ISODate);
    if (until.isValid() && training.isValid() && training <= entry.recorded.toUTC().date().addDays(1))
        m_authorisations[{staff, zone}] = {until, training, *staffOf(entry.actor)};
}

void DutyBook::grant(const LedgerEntry &entry, const StaffId &by, const StaffId &staff, const ZoneId &zone)
{
    const QDateTime until = timeIn(entry.details, QLatin1String("until"));
    if (until.isValid())
        m_access[{staff, zone}] = {staff, zone,           by, entry.recorded,
                                   until, entry.recorded, {}, entry.details.value(QLatin1String("reason")).toString()};
}

void DutyBook::review(const LedgerEntry &entry, const StandingView &standing, const StaffId &staff, const ZoneId &zone)
{
    const auto found = m_access.find({staff, zone});
    const StaffId by = *staffOf(entry.actor);
    const bool ofLead = holds(staff, zone, Duty::Lead, entry.recorded);
    const bool allowed =
        ofLead ? standing.held(by, Role::Manager, entry.sequence) : holds(by, zone, Duty::Lead, entry.recorded);
    if (found != m_access.end() && allowed && by != staff)
        found->second.reviewedAt = entry.recorded;
}

void DutyBook::leave(const StaffId &staff)
{
    std::erase_if(m_assignments, [&](const DutyAssignment &assignment) { return assignment.staff == staff; });
    std::erase_if(m_authorisations, [&](const auto &entry) { return entry.first.first == staff; });
    std::erase_if(m_access, [&](const auto &entry) { return entry.first.first == staff; });
}

void DutyBook::used(const LedgerEntry &entry)
{
    for (const QJsonValue &person : entry.details.value(QLatin1String("people")).toArray()) {
        const StaffId staff = StaffId::fromText(person.toObject().value(QLatin1String("staff")).toString());
        const auto found = m_access.find({staff, zoneIn(entry)});
        if (found != m_access.end())
            found->second.lastUsed = entry.occurred;
    }
}

std::vector<StaffId> DutyBook::holders(const ZoneId &zone, Duty duty, const QDateTime &at) const
{
    std::vector<StaffId> people;
    for (const bool deputies : {false, true}) {
        for (const DutyAssignment &assignment : m_assignments) {
            if (assignment.zone == zone && assignment.duty == duty && assignment.deputy == deputies && assignment.covers(at) &&
                std::find(people.begin(), people.end(), assignment.staff) == people.end())
                people.push_back(assignment.staff);
        }
    }
    return people;
}

bool DutyBook::holds(const StaffId &staff, const ZoneId &zone, Duty duty, const QDateTime &at) const
{
    return std::any_of(m_assignments.begin(), m_assignments.end(), [&](const DutyAssignment &assignment) {
        return assignment.staff == staff && assignment.zone == zone && assignment.duty == duty && assignment.covers(at);
    });
}

std::vector<DutyAssignment> DutyBook::assignments(const QDateTime &at) const
{
    std::vector<DutyAssignment> current;
    std::copy_if(m_assignments.begin(), m_assignments.end(), std::back_inserter(current),
                 [&](const DutyAssignment &assignment) { return at < assignment.until; });
    return current;
}

std::optional<EscortAuthorisation> DutyBook::escortAuthorisation(const StaffId &staff, const ZoneId &zone) const
{
    const auto found = m_authorisations.find({staff, zone});
    return found == m_authorisations.end() ? std::nullopt : std::optional<EscortAuthorisation>(found->second);
}

bool DutyBook::mayEscort(const StaffId &staff, const ZoneId &zone, const QDateTime &at) const
{
    const auto authorisation = escortAuthorisation(staff, zone);
    return authorisation && at < authorisation->endsAt();
}

std::vector<StaffId> DutyBook::escorts(const ZoneId &zone, const QDateTime &at) const
{
    std::vector<StaffId> people;
    for (const auto &[place, authorisation] : m_authorisations) {
        if (place.second == zone && at < authorisation.endsAt())
            people.push_back(place.first);
    }
    return people;
}

std::optional<QDateTime> DutyBook::shiftEnd(const StaffId &staff) const
{
    const auto found = m_shifts.find(staff);
    return found == m_shifts.end() || !found->second.isValid() ? std::nullopt : std::optional<QDateTime>(found->second);
}

std::optional<AccessGrant> DutyBook::access(const StaffId &staff, const ZoneId &zone) const
{
    const auto found = m_access.find({staff, zone});
    return found == m_access.end() ? std::nullopt : std::optional<AccessGrant>(found->second);
}

std::vector<AccessGrant> DutyBook::accessList(const ZoneId &zone) const
{
    std::vector<AccessGrant> list;
    for (const auto &[place, grant] : m_access) {
        if (place.second == zone)
            list.push_back(grant);
    }
    return list;
}

bool DutyBook::mayEnter(const StaffId &staff, const ZoneId &zone, const QDateTime &at) const
{
    const auto grant = access(staff, zone);
    return grant && at < grant->until && !grant->isSuspended(at);
}

} // namespace gatehouse::domain
