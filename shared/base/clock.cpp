// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock.h"

#include <ctime>

namespace gatehouse
{

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

std::chrono::milliseconds SystemClock::steady() const
{
    // Unlike std::chrono::steady_clock it goes on while the machine sleeps, so that waking up does not look like a clock that
    // was set.
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::milliseconds(time.tv_nsec / 1'000'000);
}

} // namespace gatehouse
