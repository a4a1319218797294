// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workplace.h"

namespace gatehouse::usecases
{

/// A manager puts a new version of a notice (domain::notice) in force (R15, R20): a signed statement, replayed by Authority.
/// From then on visitors agree to this version, and what was agreed to before no longer counts for a new visit. The text itself
/// comes with the programs. Invalid for an unknown notice, Conflict when the version is not newer than the one in force,
/// NotAllowed for others.
[[nodiscard]] Result<void> publishNotice(const Workplace &workplace, const StaffSession &manager, const QString &kind,
                                         int version);

} // namespace gatehouse::usecases
