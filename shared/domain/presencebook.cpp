// SPDX-License-Identifier: GPL-3.0-or-later
#include "presencebook.h"

#include <QJsonArray>

#include <algorithm>

namespace gatehouse::domain
{

namespace
{
constexpr int mostHeads = 200;

bool isSamePerson(const Presence &a, const Presence &b)
{
    return (a.visit && a.visit == b.visit) || (a.staff && a.staff == b.staff);
}

/// The people of a passage; those who are neither a visit nor staff are left out.
std::vector<Presence> peopleIn(const LedgerEntry &entry)
{
    std::vector<Presence> people;
    for (const QJsonValue &value : entry.details.value(QLatin1String("people")).toArray()) {
        const QJsonObject json = value.toObject();
        Presence person;
        const VisitId visit = VisitId::fromText(json.value(QLatin1String("visit")).toString());
        const StaffId staff = StaffId::fromText(json.value(QLatin1String("staff")).toString());
        if (visit.isNull() == staff.isNull())
            continue;
        if (visit.isNull())
            person.staff = staff;
        else
            person.visit = visit;
        person.zone = ZoneId{entry.details.value(QLatin1String("zone")).toString()};
        person.since = entry.occurred;
        person.station = entry.station;
        person.serial = serialFromText(json.value(QLatin1String("serial")).toString());
        person.decision = entry.details.value(QLatin1String("decision")).toString();
        people.push_back(person);
    }
    return people;
}
} // namespace

QStringList emergencyKinds()
{
    return {QStringLiteral("fire-brigade"), QStringLiteral("ambulance"), QStringLiteral("police"), QStringLiteral("burst-pipe"),
            QStringLiteral("other")};
}

QString serialText(quint64 serial)
{
    return QStringLiteral("%1").arg(serial, 16, 16, QLatin1Char('0'));
}

quint64 serialFromText(const QString &text)
{
    return text.toULongLong(nullptr, 16);
}

bool PresenceBook::wants(const QString &what) const
{
    return what == action::passageEnter || what == action::passageLeave || what == action::passageUnused ||
           what == action::emergencyEnter || what == action::emergencyLeave || what == action::emergencyConfirm ||
           what == action::emergencyIdentify || what == action::visitDepart;
}

void PresenceBook::apply(const LedgerEntry &entry, const StandingView &standing)
{
    m_changed.clear();
    if (entry.action == action::visitDepart) {
        if (const auto visit = visitOf(entry.subject)) {
            Presence person;
            person.visit = *visit;
            m_departed.insert(*visit, entry.occurred);
            remove(person);
        }
        return;
    }
    if (const auto by = staffOf(entry.actor)) {
        const bool manager = standing.held(*by, Role::Manager, entry.sequence);
        if (manager || standing.held(*by, Role::Guard, entry.sequence))
            emergency(entry, *by, manager);
        return;
    }
    // Only a door says who passed it; a front-desk kiosk that was broken into does not.
    const auto station = stationOf(entry.actor);
    if (!station || standing.stationKind(*station) != StationKind::Door)
        return;
    if (entry.action == action::passageUnused)
        unused(entry);
    else if (entry.action == action::passageEnter || entry.action == action::passageLeave)
        passage(entry);
}

void PresenceBook::remove(const Presence &person)
{
    std::erase_if(m_inside, [&](const Presence &other) { return isSamePerson(person, other); });
    if (person.visit)
        m_changed.push_back(*person.visit);
}

bool PresenceBook::isNews(const Presence &person, const QDateTime &occurred) const
{
    if (person.visit && m_departed.contains(*person.visit) && occurred <= m_departed.value(*person.visit))
        return false;
    const QDateTime seen = m_seen.value(person.visit ? person.visit->value : person.staff->value);
    return !seen.isValid() || occurred >= seen;
}

void PresenceBook::passage(const LedgerEntry &entry)
{
    for (const Presence &person : peopleIn(entry)) {
        if (!isNews(person, entry.occurred))
            continue;
        m_seen.insert(person.visit ? person.visit->value : person.staff->value, entry.occurred);
        remove(person);
        if (entry.action == action::passageEnter)
            m_inside.push_back(person);
    }
}

void PresenceBook::unused(const LedgerEntry &entry)
{
    const QString decision = entry.details.value(QLatin1String("decision")).toString();
    std::vector<Presence> people;
    std::copy_if(m_inside.begin(), m_inside.end(), std::back_inserter(people), [&](const Presence &person) {
        return !decision.isEmpty() && person.decision == decision && person.station == entry.station;
    });
    for (const Presence &person : people)
        remove(person);
}

void PresenceBook::emergency(const LedgerEntry &entry, const StaffId &by, bool manager)
{
    const QString id = entry.details.value(QLatin1String("emergency")).toString();
    const int heads = qBound(0, entry.details.value(QLatin1String("heads")).toInt(), mostHeads);
    const auto known =
        std::find_if(m_emergencies.begin(), m_emergencies.end(), [&](const Emergency &other) { return other.id == id; });
    if (id.isEmpty())
        return;
    if (known == m_emergencies.end()) {
        if (entry.action == action::emergencyEnter) {
            const ZoneId zone{entry.details.value(QLatin1String("zone")).toString()};
            const QString kind = entry.details.value(QLatin1String("kind")).toString();
            m_emergencies.push_back({id, zone, kind, heads, 0, by, entry.occurred, {}, {}});
            count(m_emergencies.back(), entry);
        }
    } else if (entry.action == action::emergencyEnter && !known->confirmedBy) {
        known->heads = std::min(mostHeads, known->heads + heads);
        count(*known, entry);
    } else if (entry.action == action::emergencyLeave) {
        known->left = std::min(known->heads, known->left + heads);
        count(*known, entry);
    } else if (entry.action == action::emergencyIdentify) {
        if (const auto note = noteRefFromJson(entry.details.value(QLatin1String("note")).toObject()))
            known->identity = note;
    } else if (entry.action == action::emergencyConfirm && manager && by != known->by) {
        known->confirmedBy = by;
    }
}

/// Brings the heads inside up to what was counted in and out.
void PresenceBook::count(const Emergency &emergency, const LedgerEntry &entry)
{
    const auto known = std::find_if(m_inside.begin(), m_inside.end(),
                                    [&](const Presence &helpers) { return helpers.emergency == emergency.id; });
    if (emergency.inside() <= 0) {
        if (known != m_inside.end())
            m_inside.erase(known);
    } else if (known != m_inside.end()) {
        known->heads = emergency.inside();
    } else {
        Presence helpers;
        helpers.emergency = emergency.id;
        helpers.heads = emergency.inside();
        helpers.zone = emergency.zone;
        helpers.since = entry.occurred;
        helpers.station = entry.station;
        m_inside.push_back(helpers);
    }
}

std::vector<Presence> PresenceBook::inside(const ZoneId &zone) const
{
    std::vector<Presence> people;
    std::copy_if(m_inside.begin(), m_inside.end(), std::back_inserter(people),
                 [&](const Presence &person) { return person.zone == zone; });
    std::stable_sort(people.begin(), people.end(), [](const Presence &a, const Presence &b) { return a.since < b.since; });
    return people;
}

std::optional<ZoneId> PresenceBook::whereIs(const VisitId &visit) const
{
    for (const Presence &person : m_inside) {
        if (person.visit == visit)
            return person.zone;
    }
    return std::nullopt;
}

std::optional<ZoneId> PresenceBook::whereIs(const StaffId &staff) const
{
    for (const Presence &person : m_inside) {
        if (person.staff == staff)
            return person.zone;
    }
    return std::nullopt;
}

std::optional<Presence> PresenceBook::bySerial(quint64 serial) const
{
    for (const Presence &person : m_inside) {
        if (serial != 0 && person.serial == serial)
            return person;
    }
    return std::nullopt;
}

} // namespace gatehouse::domain
