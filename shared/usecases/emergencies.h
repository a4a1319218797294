// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workplace.h"

namespace gatehouse::usecases
{

/// Helpers who cannot wait for a badge: a guard or manager lets them in with a kind and the number of heads; who they were is
/// found out later. Returns the id of the emergency. Invalid: unknown kind, no heads.
[[nodiscard]] Result<QString> enterEmergency(const Workplace &workplace, const StaffSession &session,
                                             const domain::ZoneId &zone, const QString &kind, int heads);
/// So many of them came out again.
[[nodiscard]] Result<void> leaveEmergency(const Workplace &workplace, const StaffSession &session, const QString &emergency,
                                          int heads);
/// By a manager who did not let them in, within 24 hours; later it is an incident and is confirmed all the same.
[[nodiscard]] Result<void> confirmEmergency(const Workplace &workplace, const StaffSession &session, const QString &emergency);

} // namespace gatehouse::usecases
