// SPDX-License-Identifier: GPL-3.0-or-later
#include "briefingbook.h"

#include "statementdetails.h"

#include <QJsonArray>

#include <algorithm>

namespace gatehouse::domain
{

QJsonObject toJson(const BriefingAnswers &answers)
{
    return {{QStringLiteral("version"), answers.version},
            {QStringLiteral("language"), answers.language},
            {QStringLiteral("questions"), QJsonArray::fromStringList(answers.questions)},
            {QStringLiteral("wrong"), answers.wrong}};
}

bool BriefingBook::wants(const QString &action) const
{
    return action == action::zoneDefine || action == action::briefingPassed;
}

void BriefingBook::apply(const LedgerEntry &entry, const StandingView &standing)
{
    if (entry.action == action::zoneDefine) {
        const Zone zone = zoneFromJson(entry.details.value(QLatin1String("zone")).toObject());
        m_days.insert(zone.id, zone.briefingDays);
        return;
    }
    const auto visit = visitOf(entry.subject);
    if (!visit)
        return;
    BriefingPassed briefing{*visit,         ZoneId{detail::text(entry, "zone")}, BriefingPassed::How::Kiosk,
                            entry.recorded, detail::number(entry, "version", 1), staffOf(entry.actor),
                            std::nullopt};
    if (const auto station = stationOf(entry.actor)) {
        const auto kind = standing.stationKind(*station);
        if (kind != StationKind::Kiosk && kind != StationKind::Door)
            return;
    } else if (!briefing.by ||
               !isDeciding(m_escorts.capacities(*briefing.by, briefing.zone, entry.sequence, entry.recorded, standing))) {
        return;
    } else if (detail::text(entry, "how") == QLatin1String("earlier")) {
        const VisitId source = VisitId::fromText(detail::text(entry, "earlier"));
        const auto earlier = passed(source, briefing.zone);
        if (source == *visit || !earlier || entry.recorded >= holdsUntil(*earlier))
            return;
        briefing.how = BriefingPassed::How::Earlier;
        briefing.at = earlier->at;
        briefing.version = earlier->version;
        briefing.earlier = source;
    } else {
        briefing.how = BriefingPassed::How::Spoken;
    }
    m_passed[{briefing.visit, briefing.zone.key}] = briefing;
}

std::optional<BriefingPassed> BriefingBook::passed(const VisitId &visit, const ZoneId &zone) const
{
    const auto found = m_passed.find({visit, zone.key});
    return found == m_passed.end() ? std::nullopt : std::optional<BriefingPassed>(found->second);
}

QDateTime BriefingBook::holdsUntil(const BriefingPassed &briefing) const
{
    return briefing.at.addDays(m_days.value(briefing.zone, Zone().briefingDays));
}

bool BriefingBook::isBriefed(const VisitId &visit, const ZoneId &zone, const QDateTime &at) const
{
    const auto briefing = passed(visit, zone);
    return briefing && at < holdsUntil(*briefing);
}

std::vector<BriefingPassed> BriefingBook::holding(const ZoneId &zone, const QDateTime &at) const
{
    std::vector<BriefingPassed> list;
    for (const auto &[key, briefing] : m_passed) {
        if (briefing.zone == zone && briefing.how != BriefingPassed::How::Earlier && at < holdsUntil(briefing))
            list.push_back(briefing);
    }
    std::sort(list.begin(), list.end(), [](const BriefingPassed &a, const BriefingPassed &b) { return a.at > b.at; });
    return list;
}

} // namespace gatehouse::domain
