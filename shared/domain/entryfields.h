// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledgerentry.h"
#include "zone.h"

namespace gatehouse::domain
{

/// The moment in a field of an entry's details; invalid where there is none.
inline QDateTime timeIn(const QJsonObject &details, QLatin1String name)
{
    return QDateTime::fromString(details.value(name).toString(), Qt::ISODateWithMs);
}

/// The zone that an entry names; its key is empty where it names none.
inline ZoneId zoneIn(const LedgerEntry &entry)
{
    return ZoneId{entry.details.value(QLatin1String("zone")).toString()};
}

} // namespace gatehouse::domain
