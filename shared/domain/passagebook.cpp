// SPDX-License-Identifier: GPL-3.0-or-later
#include "passagebook.h"

#include <QJsonArray>

namespace gatehouse::domain
{

bool PassageBook::wants(const QString &what) const
{
    return what == action::passageEnter || what == action::passageLeave || what == action::passageRefuse ||
           what == action::passageUnused;
}

void PassageBook::apply(const LedgerEntry &entry, const StandingView &standing)
{
    const auto door = stationOf(entry.actor);
    if (!door || standing.stationKind(*door) != StationKind::Door)
        return;
    if (entry.action == action::passageUnused) {
        const QString decision = entry.details.value(QLatin1String("decision")).toString();
        if (!decision.isEmpty())
            m_unused.insert({*door, decision}, entry.sequence);
        return;
    }
    for (const QJsonValue &person : entry.details.value(QLatin1String("people")).toArray()) {
        const VisitId visit = VisitId::fromText(person.toObject().value(QLatin1String("visit")).toString());
        if (visit.isNull())
            continue;
        std::vector<qint64> &places = m_passages[visit];
        if (places.empty() || places.back() != entry.sequence)
            places.push_back(entry.sequence);
    }
}

} // namespace gatehouse::domain
