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

/// The stations that are enrolled by a signed statement and not revoked, as it says, by name, for managers and administrators,
/// whatever became of their rows. NotAllowed.
[[nodiscard]] Result<std::vector<domain::Station>> enrolledStations(const Workplace &workplace, const StaffSession &session);

/// A machine that is to act, a spare one for instance (R24), asks to be enrolled: a row, which counts as absent until a manager
/// signs for it (enrolStation). Needs no authority, because it gives none. Invalid: name or key; Conflict: the id is known.
[[nodiscard]] Result<void> proposeStation(const Workplace &workplace, const domain::Station &station);

/// Those that ask and were neither enrolled nor turned away, by name, for managers and administrators. NotAllowed.
[[nodiscard]] Result<std::vector<domain::Station>> proposedStations(const Workplace &workplace, const StaffSession &session);

/// The detail of Conflict where a station of that name is enrolled.
inline const QString stationNameTaken = QStringLiteral("name");

/// A manager enrols a station that asks. `shownKey` is the key whose code was compared with the one on the station itself: the
/// row may be another's by now. NotAllowed for others; NotFound when it does not ask (any more); Conflict when another key asks
/// under its id, or the name is taken (stationNameTaken).
[[nodiscard]] Result<void> enrolStation(const Workplace &workplace, const StaffSession &session,
                                        const domain::StationId &station, const QByteArray &shownKey);

/// A manager turns a station that asks away; no statement is needed for what counts as absent. Errors as enrolStation.
[[nodiscard]] Result<void> turnStationAway(const Workplace &workplace, const StaffSession &session,
                                           const domain::StationId &station);

/// What people compare: "3f2a 9c01 77de 4b10 c2a5", of the key's fingerprint. 80 bits, so that no second key fits it.
QString stationCode(const QByteArray &signPublicKey);

/// What `station.enrol` signs.
QJsonObject enrolmentOf(const domain::Station &station);

/// Whether this station (workplace.stationId()) was released by an entry after `since`: the head's sequence that the program
/// saw when it started, so that yesterday's release never ends today's program. Obeys only what somebody signed who was manager
/// or administrator at that place in the ledger. `transaction` is one of beginRead() or beginWrite(), which bring the authority
/// up to it. BadSignature when the entries about the station are not those that were verified.
[[nodiscard]] Result<bool> releaseRequested(domain::Transaction &transaction, const Workplace &workplace, qint64 since);

/// Somebody at this station is guessing its exit code: an alarm, signed by the station.
[[nodiscard]] Result<void> reportExitCodes(const Workplace &workplace);

} // namespace gatehouse::usecases
