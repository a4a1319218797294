// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident.h"

#include "names.h"

#include <algorithm>

namespace gatehouse::domain
{

namespace
{
constexpr NameTable<IncidentKind, 13> namedKinds{{
    {IncidentKind::Stranger, QLatin1String("stranger")},
    {IncidentKind::UndeclaredItem, QLatin1String("undeclared-item")},
    {IncidentKind::MissingItem, QLatin1String("missing-item")},
    {IncidentKind::ElectricalHazard, QLatin1String("electrical-hazard")},
    {IncidentKind::DoorOrWindow, QLatin1String("door-or-window")},
    {IncidentKind::FireEquipment, QLatin1String("fire-equipment")},
    {IncidentKind::Fire, QLatin1String("fire")},
    {IncidentKind::EquipmentFailure, QLatin1String("equipment-failure")},
    {IncidentKind::InformationSecurity, QLatin1String("information-security")},
    {IncidentKind::UnconfirmedEmergency, QLatin1String("unconfirmed-emergency")},
    {IncidentKind::ForcedDoor, QLatin1String("forced-door")},
    {IncidentKind::MissingPaper, QLatin1String("missing-paper")},
    {IncidentKind::OtherIncident, QLatin1String("other")},
}};

constexpr NameTable<Informed, 8> informedTable{{
    {Informed::Guard, QLatin1String("guard")},
    {Informed::Keeper, QLatin1String("keeper")},
    {Informed::Supervisor, QLatin1String("supervisor")},
    {Informed::Lead, QLatin1String("lead")},
    {Informed::FireKeeper, QLatin1String("fire-keeper")},
    {Informed::Maintainer, QLatin1String("maintainer")},
    {Informed::GeneralAffairs, QLatin1String("general-affairs")},
    {Informed::Manager, QLatin1String("manager")},
}};

constexpr int hour = 60;
constexpr int day = 24 * hour;

QString code(const char *text)
{
    return QString::fromLatin1(text);
}

/// The times are ours: the policy asks that they are defined (R27), not which they are. Everyone else follows from R9: to the
/// keeper, escalated to a supervisor, reported to the lead.
const std::vector<IncidentPlan> &plans()
{
    using enum Informed;
    static const std::vector<IncidentPlan> all{
        // R3: led out politely at once, asked for the reason afterwards; never the other way round.
        {IncidentKind::Stranger,
         Rule::R3,
         {{code("lead-out")}, {badgeLookedUp, false}, {code("reason-asked")}},
         {{Guard, 2}, {Keeper, 15}, {Supervisor, hour}, {Lead, day}},
         day},
        {IncidentKind::UndeclaredItem,
         Rule::R7,
         {{code("item-secured")}, {code("reason-asked")}},
         {{Guard, 5}, {Keeper, hour}, {Supervisor, day}},
         day},
        {IncidentKind::MissingItem,
         Rule::R21,
         {{code("person-asked")}, {code("item-settled")}},
         {{Guard, 15}, {Keeper, hour}},
         3 * day},
        {IncidentKind::ElectricalHazard,
         Rule::R10,
         {{code("made-safe")}, {code("repaired")}},
         {{Keeper, 30}, {Supervisor, 4 * hour}},
         day},
        {IncidentKind::DoorOrWindow,
         Rule::R10,
         {{code("secured")}, {code("repaired")}},
         {{Keeper, hour}, {GeneralAffairs, day}},
         7 * day},
        {IncidentKind::FireEquipment,
         Rule::R11,
         {{code("replaced-or-repaired")}},
         {{FireKeeper, hour}, {Keeper, hour}},
         3 * day},
        {IncidentKind::Fire,
         Rule::R24,
         {{code("room-cleared")}, {code("brigade-called")}, {code("people-counted")}},
         {{Guard, 1}, {FireKeeper, 5}, {Lead, 15}},
         day},
        {IncidentKind::EquipmentFailure,
         Rule::R24,
         {{code("isolated"), false}, {code("spare-in-place"), false}, {code("restored")}},
         {{Keeper, 15}, {Maintainer, 30}, {Lead, 4 * hour}},
         8 * hour},
        {IncidentKind::InformationSecurity,
         Rule::R27,
         {{code("isolated")}, {code("evidence-kept")}, {code("restored")}},
         {{Keeper, 15}, {Supervisor, 30}, {Lead, hour}},
         day},
        {IncidentKind::UnconfirmedEmergency, Rule::R27, {{code("identity-settled")}}, {{Manager, hour}, {Lead, day}}, day},
        {IncidentKind::ForcedDoor,
         Rule::R10,
         {{code("room-checked")}, {code("secured")}},
         {{Guard, 2}, {Keeper, 15}, {Lead, day}},
         day},
        {IncidentKind::MissingPaper, Rule::R13, {{code("searched")}}, {{Keeper, day}}, 3 * day},
        {IncidentKind::OtherIncident, Rule::R27, {}, {{Keeper, hour}}, 3 * day},
    };
    return all;
}
} // namespace

const IncidentPlan &incidentPlan(IncidentKind kind)
{
    const auto found =
        std::find_if(plans().begin(), plans().end(), [kind](const IncidentPlan &plan) { return plan.kind == kind; });
    return found == plans().end() ? plans().back() : *found;
}

const std::vector<IncidentKind> &incidentKinds()
{
    static const std::vector<IncidentKind> kinds = [] {
        std::vector<IncidentKind> all;
        for (const auto &[kind, name] : namedKinds)
            all.push_back(kind);
        return all;
    }();
    return kinds;
}

const IncidentStep *Incident::step(QStringView stepCode) const
{
    const auto found =
        std::find_if(steps.begin(), steps.end(), [&](const IncidentStep &taken) { return taken.code == stepCode; });
    return found == steps.end() ? nullptr : &*found;
}

bool Incident::wasInformed(Informed who) const
{
    return std::any_of(informed.begin(), informed.end(), [&](const InformedAt &told) { return told.who == who; });
}

QStringList Incident::missingSteps() const
{
    QStringList missing;
    for (const StepRule &rule : incidentPlan(kind).steps) {
        if (rule.required && !step(rule.code))
            missing << rule.code;
    }
    return missing;
}

std::vector<IncidentAlarm> alarmsOf(const Incident &incident, const QDateTime &at)
{
    std::vector<IncidentAlarm> alarms;
    if (!incident.isOpen())
        return alarms;
    for (const InformRule &rule : incidentPlan(incident.kind).informs) {
        const QDateTime due = incident.openedAt.addSecs(60LL * rule.withinMinutes);
        if (at > due && !incident.wasInformed(rule.who))
            alarms.push_back({incident.id, IncidentAlarm::What::NotInformed, rule.who, due});
    }
    if (at > incident.fixBy)
        alarms.push_back({incident.id, IncidentAlarm::What::NotFixed, std::nullopt, incident.fixBy});
    // R28: every open item names its owner; an hour is enough to find one.
    const QDateTime ownerDue = incident.openedAt.addSecs(60LL * hour);
    if (!incident.owner && at > ownerDue)
        alarms.push_back({incident.id, IncidentAlarm::What::NoOwner, std::nullopt, ownerDue});
    return alarms;
}

QString incidentSubject(const IncidentId &id)
{
    return QStringLiteral("incident:") + id.text();
}

QString incidentKindName(IncidentKind kind)
{
    return nameIn(namedKinds, kind);
}

std::optional<IncidentKind> incidentKindFromName(QStringView name)
{
    return valueIn(namedKinds, name);
}

QString informedName(Informed who)
{
    return nameIn(informedTable, who);
}

std::optional<Informed> informedFromName(QStringView name)
{
    return valueIn(informedTable, name);
}

} // namespace gatehouse::domain
