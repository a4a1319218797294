// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QDateTime>

namespace gatehouse::usecases
{

/// Whether this station's wall clock may be believed. Two ways to find out that it may not: it is below the floor (the latest
/// time recorded in the ledger), or it has moved against the clock that nobody can set since this process started. While it may
/// not be believed, nobody new is admitted. One object per process; belongs to the thread of its Workplace.
class TimeGuard
{
public:
    /// Clocks that are no further apart go together (design.md section 5).
    static constexpr std::chrono::seconds tolerance{60};

    explicit TimeGuard(const Clock &clock);

    /// Raises the floor; called with the recorded time of verified entries.
    void seen(const QDateTime &recorded);
    /// A manager said that the clock is right at this recorded time: the floor is here, whatever was recorded before.
    void confirmed(const QDateTime &recorded) { m_floor = recorded; }
    bool trusted() const;
    /// Whether the wall clock has moved with the one that nobody can set since this process started.
    bool ranEvenly() const;
    QDateTime floor() const { return m_floor; }

private:
    const Clock &m_clock;
    qint64 m_wallAtStart;
    std::chrono::milliseconds m_steadyAtStart;
    QDateTime m_floor;
};

} // namespace gatehouse::usecases
