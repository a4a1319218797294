// SPDX-License-Identifier: GPL-3.0-or-later
#include "station.h"

#include "names.h"

namespace gatehouse::domain
{

namespace
{
constexpr NameTable<StationKind, 4> stationKindTable{{
    {StationKind::Kiosk, QLatin1String("kiosk")},
    {StationKind::Door, QLatin1String("door")},
    {StationKind::Admin, QLatin1String("admin")},
    {StationKind::Tool, QLatin1String("tool")},
}};
} // namespace

QString stationKindName(StationKind kind)
{
    return nameIn(stationKindTable, kind);
}

std::optional<StationKind> stationKindFromName(QStringView name)
{
    return valueIn(stationKindTable, name);
}

} // namespace gatehouse::domain
