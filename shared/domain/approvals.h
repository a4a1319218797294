// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ids.h"
#include "zone.h"

#include <QDateTime>

#include <set>
#include <vector>

namespace gatehouse::domain
{

/// One approval of a visit: who gave it, and in which capacities that person stood at that place in the ledger.
struct ZoneApproval {
    StaffId by;
    QDateTime at;
    qint64 sequence = 0;
    std::set<QString> capacities; ///< "guard", "manager", names of duties

    bool operator==(const ZoneApproval &) const = default;
};

/// The capacities that must stand behind a visit to the zone. Work with heat, or with the fire protection impaired, needs the
/// fire keeper besides.
std::vector<std::vector<QString>> approversNeeded(const Zone &zone, bool hotWork);

/// Whether different people fill every one of the slots, and there are at least `count` of them.
bool areFilled(const std::vector<std::vector<QString>> &needed, const std::vector<ZoneApproval> &approvals, int count);

/// The slots that remain when as many as possible are filled; what the screen says is still waited for.
std::vector<std::vector<QString>> openSlots(const std::vector<std::vector<QString>> &needed,
                                            const std::vector<ZoneApproval> &approvals);

} // namespace gatehouse::domain
