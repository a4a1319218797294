// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workplace.h"

namespace gatehouse::domain::action
{
inline const QString timeConfirm = QStringLiteral("time.confirm");
inline const QString timeMark = QStringLiteral("time.mark"); ///< a station's word that it is later now
} // namespace gatehouse::domain::action

namespace gatehouse::usecases
{

/// A program that was started while its machine's clock was ahead writes entries of a time that is not yet; under the floor
/// that they set nobody would be admitted until that time comes (design.md section 5). A manager who has looked at the clock
/// states that it is right: the floor is this statement's own time from then on, at every station. What was approved meanwhile
/// keeps its window. NotAllowed: no manager. Conflict: nothing is in the way. ClockWrong: this clock was set while the program
/// ran, so the program has to be started again first. Storage errors. Thread of the Workplace.
[[nodiscard]] Result<void> confirmTime(const Workplace &workplace, const StaffSession &manager);

/// A statement that is dated back is judged by the time of those ahead of it: so that nobody dates one back into a term that is
/// over, a station writes one entry once a term is over and nothing else was written since. True when it did. The caller
/// commits, and has asked for requireTime.
[[nodiscard]] Result<bool> markTime(domain::Transaction &transaction, const Workplace &workplace);

/// What stands against this station's clock, for whoever has to say whether it is right.
struct ClockDoubt {
    QDateTime now;   ///< by this machine
    QDateTime floor; ///< the latest time in the ledger
    std::optional<NamedEntry> setBy;
    bool ranEvenly = false; ///< not set since the program started; only then a manager's word counts
};
/// Nothing while the clock is believed. Storage errors.
[[nodiscard]] Result<std::optional<ClockDoubt>> clockDoubt(const Workplace &workplace);

} // namespace gatehouse::usecases
