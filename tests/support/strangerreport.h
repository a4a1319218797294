// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "testsite.h"
#include "usecases/incidents.h"

namespace gatehouse::test
{

/// The incident that a stranger becomes, as this station reports one.
inline domain::IncidentId strangerAt(const TestStation &station, const domain::ZoneId &zone)
{
    auto transaction = must(usecases::beginWrite(station.at()));
    const domain::IncidentId id = must(usecases::reportStranger(*transaction, station.at(), zone));
    must(transaction->commit());
    return id;
}

} // namespace gatehouse::test
