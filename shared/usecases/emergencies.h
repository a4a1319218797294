// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workplace.h"

namespace gatehouse::usecases
{

/// Helpers who cannot wait for a badge: a guard or manager lets them in with a kind and the number of heads; who they were is
/// found out later. Returns the id of the emergency. Invalid: unknown kind, no heads.
[[nodiscard]] Result<QString> enterEmergency(const Workplace &workplace, const StaffSession &session,
                                             const domain::ZoneId &zone, const QString &kind, int heads);
/// The detail of Conflict where a manager confirmed an emergency already.
inline const QString emergencyConfirmed = QStringLiteral("confirmed");
/// The detail of Blocked where more would come out than went in.
inline const QString headsDiffer = QStringLiteral("heads-differ");

/// More of them come in. Conflict (emergencyConfirmed): then it is another emergency.
[[nodiscard]] Result<void> joinEmergency(const Workplace &workplace, const StaffSession &session, const QString &emergency,
                                         int heads);
/// So many of them came out again. Blocked (headsDiffer).
[[nodiscard]] Result<void> leaveEmergency(const Workplace &workplace, const StaffSession &session, const QString &emergency,
                                          int heads);
/// Who they were, as found out later: units, names, vehicles; sealed. The latest counts. Invalid: no text.
[[nodiscard]] Result<void> identifyEmergency(const Workplace &workplace, const StaffSession &session, const QString &emergency,
                                             const QString &text);
/// By a manager who did not let them in, within 24 hours; later it is an incident and is confirmed all the same.
[[nodiscard]] Result<void> confirmEmergency(const Workplace &workplace, const StaffSession &session, const QString &emergency);

/// An emergency that nobody confirmed within 24 hours becomes an incident, signed by this station, once. Within a write
/// transaction of the caller; returns how many.
[[nodiscard]] Result<int> reportUnconfirmed(domain::Transaction &transaction, const Workplace &workplace);

/// What an emergency is called in statements and incidents: "emergency:<id>".
QString emergencySubject(const QString &emergency);

} // namespace gatehouse::usecases
