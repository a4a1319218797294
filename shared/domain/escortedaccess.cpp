// SPDX-License-Identifier: GPL-3.0-or-later
#include "escortedaccess.h"

#include "dutybook.h"
#include "names.h"

#include <algorithm>

namespace gatehouse::domain
{

namespace
{
constexpr NameTable<AccessState, 9> accessStates{{
    {AccessState::Requested, QLatin1String("requested")},
    {AccessState::Approved, QLatin1String("approved")},
    {AccessState::Assigned, QLatin1String("assigned")},
    {AccessState::Accepted, QLatin1String("accepted")},
    {AccessState::Inside, QLatin1String("inside")},
    {AccessState::Outside, QLatin1String("outside")},
    {AccessState::Released, QLatin1String("released")},
    {AccessState::Revoked, QLatin1String("revoked")},
    {AccessState::Ended, QLatin1String("ended")},
}};

constexpr qint64 aMinute = 60; // seconds
constexpr qint64 untilOthers = 2 * aMinute;
constexpr qint64 untilManagers = 4 * aMinute;
constexpr qint64 untilLapse = 30 * aMinute;
} // namespace

QString accessStateName(AccessState state)
{
    return nameIn(accessStates, state);
}

QStringList workMethods()
{
    return {QStringLiteral("look-only"), QStringLiteral("hand-tools"), QStringLiteral("replace-part"),
            QStringLiteral("software"),  QStringLiteral("hot-work"),   QStringLiteral("fire-protection-off")};
}

bool isHotWork(const QString &method)
{
    return method == QLatin1String("hot-work") || method == QLatin1String("fire-protection-off");
}

bool isDeciding(const std::set<QString> &capacities)
{
    return std::any_of(capacities.begin(), capacities.end(), [](const QString &name) {
        return name != dutyName(Duty::FireKeeper) && name != dutyName(Duty::Maintainer);
    });
}

Asked askedAfter(const QDateTime &since, const QDateTime &at)
{
    const qint64 waited = since.secsTo(at);
    if (waited < untilOthers)
        return Asked::Named;
    if (waited < untilManagers)
        return Asked::Others;
    return waited < untilLapse ? Asked::Managers : Asked::Nobody;
}

QDateTime waitingSince(const EscortedAccess &access)
{
    if (!access.approved)
        return access.requestedAt;
    return access.escort ? access.assignedAt : access.approvedAt;
}

} // namespace gatehouse::domain
