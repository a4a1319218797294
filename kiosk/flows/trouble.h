// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

namespace gatehouse::kiosk
{

/// Why the kiosk is out of order, or none. The kiosk says so, goes on trying, and comes back by itself.
enum class Trouble {
    None,
    NoDatabase,   ///< "no-database": not there, or not reachable
    Busy,         ///< "busy": another program holds it
    ReadOnly,     ///< "read-only"
    Full,         ///< "full": no space left
    Damaged,      ///< "damaged": not a sound database
    Tampered,     ///< "tampered": the ledger does not verify
    NewerSchema,  ///< "newer-schema": this program is too old
    ReplacedSite, ///< "replaced-site": the database names another site key than this station was enrolled for
    ClockWrong,   ///< "clock-wrong"
    NotEnrolled,  ///< "not-enrolled": this machine has no station key
    Revoked,      ///< "revoked": the station's key does not count: revoked, or not yet confirmed by a manager
    NotLive,      ///< "not-live": the site was not taken into service
    UnknownZone,  ///< "unknown-zone": the site has no such zone as this door was started for
    Internal      ///< "internal"
};

QString troubleCode(Trouble trouble);
/// What a failure while opening or working means for the whole kiosk; None when it concerns one action only.
Trouble troubleOf(const Error &error);
/// For the person in front of the kiosk, in the present language.
QString troubleTitle(Trouble trouble);
QString troubleText(Trouble trouble);
/// For the administrator: what is wrong, and what puts it right.
QString troubleAdvice(Trouble trouble);

} // namespace gatehouse::kiosk
