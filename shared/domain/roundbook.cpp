// SPDX-License-Identifier: GPL-3.0-or-later
#include "roundbook.h"

#include "statementdetails.h"

#include <QJsonArray>

#include <algorithm>

namespace gatehouse::domain
{

namespace
{
constexpr int trainingDays = 365;

std::vector<SupplyLoad> loadsOf(const QJsonArray &array)
{
    std::vector<SupplyLoad> loads;
    for (const QJsonValue &value : array) {
        const QJsonObject one = value.toObject();
        loads.push_back({supplyFromName(one.value(QLatin1String("what")).toString()).value_or(SupplyLoad::What::Other),
                         one.value(QLatin1String("label")).toString()});
    }
    return loads;
}
} // namespace

bool RoundBook::wants(const QString &what) const
{
    return what == action::checklistDefine || what == action::supplyDefine || what == action::roundPlan ||
           what == action::roundStart || what == action::roundPoint || what == action::roundFinish ||
           what == action::fireDeviceDefine || what == action::fireDeviceCheck || what == action::fireTrainingGive;
}

void RoundBook::apply(const LedgerEntry &entry, const StandingView &view)
{
    const std::optional<StaffId> by = staffOf(entry.actor);
    if (!by)
        return;
    const Bearer bearer{*by, view, m_duties, entry.sequence, entry.recorded};
    const bool manager = bearer.hasAny({Role::Manager});
    if (entry.action == action::checklistDefine || entry.action == action::supplyDefine) {
        define(entry, *by, manager);
    } else if (entry.action == action::roundPlan) {
        const auto whose = detail::staff(entry, "whose");
        if (whose)
            m_planned.push_back({ZoneId{detail::text(entry, "zone")}, detail::time(entry, "at"), *whose});
    } else if (entry.action == action::roundStart) {
        begin(entry, bearer);
    } else if (entry.action == action::roundPoint || entry.action == action::roundFinish) {
        const auto found = m_rounds.find(detail::subjectId<RoundId>(entry, "round:"));
        if (found != m_rounds.end() && found->second.by == *by && !found->second.finishedAt)
            change(found->second, entry);
    } else {
        applyFire(entry, bearer);
    }
}

void RoundBook::define(const LedgerEntry &entry, const StaffId &by, bool manager)
{
    const auto answersFor = [&](const ZoneId &zone) { return manager || m_duties.holds(by, zone, Duty::Lead, entry.recorded); };
    if (entry.action == action::supplyDefine) {
        const ZoneId zone{detail::text(entry, "zone")};
        if (answersFor(zone))
            m_supply[zone] = loadsOf(entry.details.value(QLatin1String("loads")).toArray());
        return;
    }
    const Checklist checklist = checklistFromJson(entry.details.value(QLatin1String("checklist")).toObject());
    if (!answersFor(checklist.zone))
        return;
    m_checklists[{checklist.zone, checklist.kind}] = checklist;
    m_defined[{checklist.zone, checklist.kind}] = entry.recorded;
}

void RoundBook::begin(const LedgerEntry &entry, const Bearer &by)
{
    const RoundId id = detail::subjectId<RoundId>(entry, "round:");
    const auto kind = roundKindFromName(detail::text(entry, "kind"));
    if (id.isNull() || !kind || m_rounds.contains(id))
        return;
    const auto list = checklist(ZoneId{detail::text(entry, "zone")}, *kind);
    if (!list || !mayInspect(by, list->zone, *kind))
        return;
    m_rounds.emplace(id, Round{id, list->zone, *kind, by.staff, entry.occurred, *list, {}, std::nullopt});
    const auto planned = std::find_if(m_planned.begin(), m_planned.end(), [&](const Planned &one) {
        return *kind == RoundKind::Spot && one.zone == list->zone && one.at <= entry.occurred;
    });
    if (planned != m_planned.end())
        m_planned.erase(planned);
}

void RoundBook::change(Round &round, const LedgerEntry &entry)
{
    if (entry.action == action::roundFinish) {
        const bool nobodyInside = detail::number(entry, "inside", -1) == 0;
        if (round.unanswered().isEmpty() && (round.kind != RoundKind::Closing || nobodyInside))
            round.finishedAt = entry.occurred;
        return;
    }
    const QString code = detail::text(entry, "point");
    const auto &points = round.checklist.points;
    if (std::none_of(points.begin(), points.end(), [&](const CheckPoint &one) { return one.code == code; }))
        return;
    PointResult result{code, detail::flag(entry, "passed"), entry.occurred, round.by, detail::note(entry), std::nullopt};
    if (const IncidentId incident = IncidentId::fromText(detail::text(entry, "incident")); !incident.isNull())
        result.incident = incident;
    std::erase_if(round.results, [&](const PointResult &one) { return one.code == code; });
    round.results.push_back(result);
}

void RoundBook::applyFire(const LedgerEntry &entry, const Bearer &by)
{
    if (entry.action == action::fireTrainingGive) {
        if (!mayTrainForFire(by))
            return;
        const QDate on = QDate::fromString(detail::text(entry, "on"), Qt::ISODate);
        for (const QJsonValue &value : entry.details.value(QLatin1String("to")).toArray()) {
            const StaffId to = StaffId::fromText(value.toString());
            if (!to.isNull() && on.isValid() && to != by.staff)
                m_training[to] = {by.staff, to, on};
        }
        return;
    }
    const QString number = detail::text(entry, "number");
    const QDate next = QDate::fromString(detail::text(entry, "nextCheck"), Qt::ISODate);
    if (entry.action == action::fireDeviceDefine) {
        const auto keeper = detail::staff(entry, "keeper");
        if (number.isEmpty() || !keeper)
            return;
        if (detail::flag(entry, "retired"))
            m_devices.erase(number);
        else
            m_devices[number] = {
                number, detail::text(entry, "kind"), ZoneId{detail::text(entry, "zone")}, *keeper, next, std::nullopt, true};
        return;
    }
    const auto found = m_devices.find(number);
    if (found == m_devices.end())
        return;
    found->second.checkedAt = entry.occurred;
    found->second.lastCheckPassed = detail::flag(entry, "passed");
    if (next.isValid())
        found->second.nextCheck = next;
}

std::optional<Checklist> RoundBook::checklist(const ZoneId &zone, RoundKind kind) const
{
    const auto found = m_checklists.find({zone, kind});
    return found == m_checklists.end() ? std::nullopt : std::optional<Checklist>(found->second);
}

std::vector<Checklist> RoundBook::checklists() const
{
    std::vector<Checklist> all;
    for (const auto &[key, checklist] : m_checklists)
        all.push_back(checklist);
    return all;
}

std::optional<Round> RoundBook::byId(const RoundId &id) const
{
    const auto found = m_rounds.find(id);
    return found == m_rounds.end() ? std::nullopt : std::optional<Round>(found->second);
}

std::vector<Round> RoundBook::running() const
{
    std::vector<Round> found;
    for (const auto &[id, round] : m_rounds) {
        if (!round.finishedAt)
            found.push_back(round);
    }
    return found;
}

std::vector<Round> RoundBook::finished(int limit) const
{
    std::vector<Round> found;
    for (auto round = m_rounds.rbegin(); round != m_rounds.rend() && static_cast<int>(found.size()) < limit; ++round) {
        if (round->second.finishedAt)
            found.push_back(round->second);
    }
    return found;
}

std::optional<Round> RoundBook::last(const ZoneId &zone, RoundKind kind) const
{
    for (const Round &round : finished(static_cast<int>(m_rounds.size()))) {
        if (round.zone == zone && round.kind == kind)
            return round;
    }
    return std::nullopt;
}

std::vector<DueRound> RoundBook::due(const QDateTime &at) const
{
    std::vector<DueRound> found;
    for (const auto &[key, checklist] : m_checklists) {
        if (checklist.everyHours <= 0)
            continue;
        const auto before = last(checklist.zone, checklist.kind);
        const QDateTime from = before ? *before->finishedAt : m_defined.at(key);
        const QDateTime next = from.addSecs(3600LL * checklist.everyHours);
        if (next <= at)
            found.push_back({checklist.zone, checklist.kind, next, std::nullopt});
    }
    for (const Planned &planned : m_planned) {
        if (planned.at <= at)
            found.push_back({planned.zone, RoundKind::Spot, planned.at, planned.whose});
    }
    std::stable_sort(found.begin(), found.end(), [](const DueRound &a, const DueRound &b) { return a.due < b.due; });
    return found;
}

std::vector<SupplyLoad> RoundBook::supply(const ZoneId &zone) const
{
    const auto found = m_supply.find(zone);
    return found == m_supply.end() ? std::vector<SupplyLoad>() : found->second;
}

std::vector<FireDevice> RoundBook::fireDevices() const
{
    std::vector<FireDevice> all;
    for (const auto &[number, device] : m_devices)
        all.push_back(device);
    return all;
}

std::vector<FireDevice> RoundBook::fireDevicesDue(const QDate &today) const
{
    std::vector<FireDevice> found = fireDevices();
    std::erase_if(found, [&](const FireDevice &one) { return one.lastCheckPassed && one.nextCheck >= today; });
    return found;
}

std::optional<FireTraining> RoundBook::training(const StaffId &to) const
{
    const auto found = m_training.find(to);
    return found == m_training.end() ? std::nullopt : std::optional<FireTraining>(found->second);
}

bool RoundBook::isTrained(const StaffId &to, const QDate &today) const
{
    const auto given = training(to);
    return given && given->on.addDays(trainingDays) >= today;
}

} // namespace gatehouse::domain
