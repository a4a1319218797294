// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit.h"

#include "names.h"

namespace gatehouse::domain
{

namespace
{
constexpr NameTable<VisitState, 8> visitStateTable{{
    {VisitState::Requested, QLatin1String("requested")},
    {VisitState::Approved, QLatin1String("approved")},
    {VisitState::Denied, QLatin1String("denied")},
    {VisitState::Lapsed, QLatin1String("lapsed")},
    {VisitState::OnSite, QLatin1String("on-site")},
    {VisitState::Departed, QLatin1String("departed")},
    {VisitState::ClosedBySystem, QLatin1String("closed-by-system")},
    {VisitState::Attended, QLatin1String("attended")},
}};

constexpr NameTable<ItemState, 4> itemStateTable{{
    {ItemState::Declared, QLatin1String("declared")},
    {ItemState::Deposited, QLatin1String("deposited")},
    {ItemState::Returned, QLatin1String("returned")},
    {ItemState::Allowed, QLatin1String("allowed")},
}};

constexpr NameTable<BadgeState, 4> badgeStateTable{{
    {BadgeState::Issued, QLatin1String("issued")},
    {BadgeState::Returned, QLatin1String("returned")},
    {BadgeState::Lost, QLatin1String("lost")},
    {BadgeState::Revoked, QLatin1String("revoked")},
}};
} // namespace

bool isOverdue(const Visit &visit, const QDateTime &now)
{
    return visit.state == VisitState::OnSite && now > visit.windowUntil;
}

bool mayChange(VisitState from, VisitState to)
{
    switch (from) {
    case VisitState::Requested:
        return to == VisitState::Approved || to == VisitState::Denied || to == VisitState::Lapsed || to == VisitState::Attended;
    case VisitState::Approved:
        return to == VisitState::OnSite || to == VisitState::Lapsed || to == VisitState::Denied;
    case VisitState::OnSite:
        return to == VisitState::Departed || to == VisitState::ClosedBySystem;
    case VisitState::Denied:
    case VisitState::Lapsed:
    case VisitState::Departed:
    case VisitState::ClosedBySystem:
    case VisitState::Attended:
        return false;
    }
    return false;
}

QString visitLabel(int number)
{
    return QStringLiteral("V-%1").arg(number);
}

std::vector<VisitState> visitStates()
{
    std::vector<VisitState> states;
    for (const auto &[state, name] : visitStateTable)
        states.push_back(state);
    return states;
}

QString visitStateName(VisitState state)
{
    return nameIn(visitStateTable, state);
}

std::optional<VisitState> visitStateFromName(QStringView name)
{
    return valueIn(visitStateTable, name);
}

QStringList itemKinds()
{
    return {QStringLiteral("laptop"),    QStringLiteral("phone"),  QStringLiteral("camera"), QStringLiteral("usb-storage"),
            QStringLiteral("disc"),      QStringLiteral("player"), QStringLiteral("tools"),  QStringLiteral("food"),
            QStringLiteral("flammable"), QStringLiteral("other")};
}

QString itemStateName(ItemState state)
{
    return nameIn(itemStateTable, state);
}

std::optional<ItemState> itemStateFromName(QStringView name)
{
    return valueIn(itemStateTable, name);
}

QString badgeStateName(BadgeState state)
{
    return nameIn(badgeStateTable, state);
}

std::optional<BadgeState> badgeStateFromName(QStringView name)
{
    return valueIn(badgeStateTable, name);
}

} // namespace gatehouse::domain
