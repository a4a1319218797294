// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workplace.h"

namespace gatehouse::usecases
{

/// A manager or administrator lets somebody leave the kiosk program of a station, so that no person's password is typed on a
/// kiosk (design.md section 5). The signed statement is all there is: no row is written. NotAllowed without the role or the
/// open session, NotFound when the station is not enrolled or has been revoked.
[[nodiscard]] Result<void> releaseStation(const Workplace &workplace, const StaffSession &session,
                                          const domain::StationId &station);

/// A manager ends a station at once (R24): nothing that it signs from now on counts, nor do the badges that it issued, and its
/// program says so and stops. NotAllowed for others, NotFound as above, Invalid for the station at which the manager sits.
[[nodiscard]] Result<void> revokeStation(const Workplace &workplace, const StaffSession &session,
                                         const domain::StationId &station);

/// The stations that are enrolled by a signed statement and not revoked, by name, for managers and administrators. NotAllowed.
[[nodiscard]] Result<std::vector<domain::Station>> enrolledStations(const Workplace &workplace, const StaffSession &session);

/// Whether this station (workplace.stationId()) was released by an entry after `since`: the head's sequence that the program
/// saw when it started, so that yesterday's release never ends today's program. Obeys only what somebody signed who was manager
/// or administrator at that place in the ledger. `transaction` is one of beginRead() or beginWrite(), which bring the authority
/// up to it. BadSignature when the entries about the station are not those that were verified.
[[nodiscard]] Result<bool> releaseRequested(domain::Transaction &transaction, const Workplace &workplace, qint64 since);

} // namespace gatehouse::usecases
