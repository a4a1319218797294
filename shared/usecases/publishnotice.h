// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workplace.h"

namespace gatehouse::usecases
{

/// In characters, of one text.
inline constexpr int longestNotice = 12000;

/// A manager puts a new version of a notice (domain::notice) in force (R15, R20, R23): a signed statement, replayed by
/// Authority. From then on visitors agree to this version, and what was agreed to before no longer counts for a new visit; a
/// safety briefing that was passed holds until its days are over. `texts`: by language, one in each of notice::languages();
/// none when the programs bring this version themselves. Invalid for an unknown notice or a text that is missing or longer than
/// longestNotice, Conflict when the version is not newer than the one in force, NotAllowed for others.
[[nodiscard]] Result<void> publishNotice(const Workplace &workplace, const StaffSession &manager, const QString &kind,
                                         int version, const QMap<QString, QString> &texts = {});

} // namespace gatehouse::usecases
