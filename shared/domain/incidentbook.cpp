// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentbook.h"

#include "statementdetails.h"

namespace gatehouse::domain
{

bool IncidentBook::wants(const QString &what) const
{
    return what == action::incidentOpen || what == action::incidentStep || what == action::incidentInform ||
           what == action::incidentAssign || what == action::incidentClose;
}

void IncidentBook::apply(const LedgerEntry &entry, const StandingView &view)
{
    if (entry.action == action::incidentOpen) {
        openOne(entry);
        return;
    }
    const auto found = m_incidents.find(detail::subjectId<IncidentId>(entry, "incident:"));
    if (found != m_incidents.end() && found->second.isOpen())
        change(found->second, entry, view);
}

void IncidentBook::openOne(const LedgerEntry &entry)
{
    const IncidentId id = detail::subjectId<IncidentId>(entry, "incident:");
    const auto kind = incidentKindFromName(detail::text(entry, "kind"));
    const bool known = entry.actor.startsWith(QLatin1String("staff:")) || entry.actor.startsWith(QLatin1String("station:"));
    if (id.isNull() || !kind || !known || m_incidents.contains(id))
        return;
    Incident incident;
    incident.id = id;
    incident.kind = *kind;
    incident.zone = ZoneId{detail::text(entry, "zone")};
    incident.openedBy = entry.actor;
    incident.station = entry.station;
    incident.openedAt = entry.occurred;
    incident.about = detail::text(entry, "about");
    incident.point = detail::text(entry, "point");
    incident.note = detail::note(entry);
    incident.owner = detail::staff(entry, "owner");
    incident.fixBy = detail::time(entry, "fixBy");
    if (!incident.fixBy.isValid())
        incident.fixBy = incident.openedAt.addSecs(60LL * incidentPlan(*kind).fixWithinMinutes);
    m_incidents.emplace(id, incident);
}

bool IncidentBook::mayTake(const Incident &incident, const QString &step)
{
    for (const StepRule &rule : incidentPlan(incident.kind).steps) {
        if (rule.code == step)
            return !incident.step(step);
        if (rule.required && !incident.step(rule.code))
            return false;
    }
    return false;
}

bool IncidentBook::mayAssign(const Incident &incident, const StaffId &by, const StandingView &view, qint64 sequence)
{
    return incident.owner == by || view.held(by, Role::Guard, sequence) || view.held(by, Role::Manager, sequence);
}

void IncidentBook::change(Incident &incident, const LedgerEntry &entry, const StandingView &view)
{
    const std::optional<StaffId> by = staffOf(entry.actor);
    if (!by)
        return;
    if (entry.action == action::incidentStep) {
        const QString code = detail::text(entry, "step");
        if (!mayTake(incident, code))
            return;
        IncidentStep step{code, entry.actor, entry.occurred, detail::note(entry), std::nullopt};
        bool isNumber = false;
        const quint64 serial = detail::text(entry, "badge").toULongLong(&isNumber, 16);
        if (isNumber)
            step.badge = serial;
        incident.steps.push_back(step);
    } else if (entry.action == action::incidentInform) {
        const auto who = informedFromName(detail::text(entry, "who"));
        if (who && !incident.wasInformed(*who))
            incident.informed.push_back({*who, entry.actor, entry.occurred});
    } else if (entry.action == action::incidentAssign) {
        if (!mayAssign(incident, *by, view, entry.sequence))
            return;
        incident.owner = detail::staff(entry, "owner");
        if (const QDateTime fixBy = detail::time(entry, "fixBy"); fixBy.isValid())
            incident.fixBy = fixBy;
    } else if (entry.action == action::incidentClose) {
        if (view.held(*by, Role::Manager, entry.sequence) && incident.missingSteps().isEmpty())
            incident.closed = IncidentClosing{*by, entry.occurred, detail::note(entry)};
    }
}

std::optional<Incident> IncidentBook::byId(const IncidentId &id) const
{
    const auto found = m_incidents.find(id);
    return found == m_incidents.end() ? std::nullopt : std::optional<Incident>(found->second);
}

std::vector<Incident> IncidentBook::all() const
{
    std::vector<Incident> found;
    for (const auto &[id, incident] : m_incidents)
        found.push_back(incident);
    return found;
}

std::vector<Incident> IncidentBook::open() const
{
    std::vector<Incident> found;
    for (const auto &[id, incident] : m_incidents) {
        if (incident.isOpen())
            found.push_back(incident);
    }
    return found;
}

std::optional<Incident> IncidentBook::openAbout(const QString &about, const QString &point) const
{
    for (const auto &[id, incident] : m_incidents) {
        if (incident.isOpen() && incident.about == about && incident.point == point)
            return incident;
    }
    return std::nullopt;
}

} // namespace gatehouse::domain
