// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeguard.h"

namespace gatehouse::usecases
{

namespace
{
constexpr qint64 toleranceMs = std::chrono::milliseconds(TimeGuard::tolerance).count();
}

TimeGuard::TimeGuard(const Clock &clock)
    : m_clock(clock), m_wallAtStart(clock.now().toMSecsSinceEpoch()), m_steadyAtStart(clock.steady())
{
}

void TimeGuard::seen(const QDateTime &recorded)
{
    if (!m_floor.isValid() || recorded > m_floor)
        m_floor = recorded;
}

bool TimeGuard::trusted() const
{
    const qint64 wall = m_clock.now().toMSecsSinceEpoch();
    if (m_floor.isValid() && wall < m_floor.toMSecsSinceEpoch() - toleranceMs)
        return false;
    return ranEvenly();
}

bool TimeGuard::ranEvenly() const
{
    const qint64 wall = m_clock.now().toMSecsSinceEpoch();
    const qint64 expected = m_wallAtStart + (m_clock.steady() - m_steadyAtStart).count();
    return qAbs(wall - expected) <= toleranceMs;
}

} // namespace gatehouse::usecases
