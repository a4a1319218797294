// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledgerentry.h"
#include "staff.h"
#include "station.h"
#include "zone.h"

#include <optional>

namespace gatehouse::domain
{

/// Who holds what at a place in the ledger, as signed. What a book asks before it believes a statement. Implemented by
/// usecases/authority.h; tests of a book bring their own.
class StandingView
{
public:
    virtual ~StandingView() = default;
    /// Whether the person was active and held the role at that place.
    virtual bool held(const StaffId &staff, Role role, qint64 sequence) const = 0;
    /// The staff record as signed so far; nothing when it was never certified.
    virtual std::optional<Staff> staff(const StaffId &id) const = 0;
    /// The zone as a manager signed it last.
    virtual std::optional<Zone> zone(const ZoneId &id) const = 0;
    /// Of a station that is enrolled and not revoked.
    virtual std::optional<StationKind> stationKind(const StationId &id) const = 0;
};

/// A part of what the ledger says, kept in memory and replayed from verified entries alone: there is no row behind it that
/// somebody could write (design.md section 5). Whoever replays the ledger hands every entry whose action the book wants to it,
/// in order, after the entry's signature was verified. A statement by somebody without the authority to make it is ignored: it
/// counts as absent. A book reads no clock and does no I/O: times come from the entries, and questions about now take a time
/// (UTC). Belongs to one thread.
class StatementBook
{
public:
    virtual ~StatementBook() = default;
    virtual bool wants(const QString &action) const = 0;
    virtual void apply(const LedgerEntry &entry, const StandingView &standing) = 0;
};

} // namespace gatehouse::domain
