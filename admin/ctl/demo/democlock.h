// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

namespace gatehouse::ctl
{

/// A clock that is set by hand and only forwards. Wall time and steady time move together, as on a machine whose clock nobody
/// touches, so that weeks of a demo site pass in seconds. One thread.
class DemoClock final : public Clock
{
public:
    explicit DemoClock(const QDateTime &start) : m_start(start.toUTC()), m_now(m_start) {}

    QDateTime now() const override { return m_now; }
    std::chrono::milliseconds steady() const override { return std::chrono::milliseconds(m_start.msecsTo(m_now)); }

    void advanceTo(const QDateTime &time)
    {
        if (time > m_now)
            m_now = time.toUTC();
    }

private:
    QDateTime m_start;
    QDateTime m_now;
};

} // namespace gatehouse::ctl
