// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QHashFunctions>
#include <QMetaType>

namespace gatehouse::domain
{

using VisitId = Id<struct VisitTag>;
using PartyId = Id<struct PartyTag>;
using StaffId = Id<struct StaffTag>;
using StationId = Id<struct StationTag>;
using InvitationId = Id<struct InvitationTag>;
using SessionId = Id<struct SessionTag>;

/// Zones and purposes are data with a readable key: "lobby", "machine-room"; "meeting", "delivery".
struct ZoneId {
    QString key;
    bool operator==(const ZoneId &) const = default;
    bool operator<(const ZoneId &other) const { return key < other.key; }
};

struct PurposeId {
    QString key;
    bool operator==(const PurposeId &) const = default;
    bool operator<(const PurposeId &other) const { return key < other.key; }
};

inline size_t qHash(const ZoneId &id, size_t seed = 0)
{
    return qHash(id.key, seed);
}

inline size_t qHash(const PurposeId &id, size_t seed = 0)
{
    return qHash(id.key, seed);
}

} // namespace gatehouse::domain
