// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "usecases/timeguard.h"

#include <QDateTime>
#include <QHash>

#include <chrono>

namespace gatehouse::admin
{

/// Tells whether a door station still says that it is alive, by whether what it signs moves on, on a clock that nobody can set:
/// what it signed earlier and somebody put back says nothing, nor what was kept back for longer than clocks may differ (a door
/// whose clock is further off admits nobody new anyway). A station that was silent when it was looked at first, and for longer
/// than a day before, is out of service and no alarm, and so is one that has never said anything; not one whose row was taken
/// away or made old. Pure.
class DoorPulse
{
public:
    static constexpr std::chrono::milliseconds silentAfter{4000};

    /// Takes a reading; true while the station is silent.
    bool isSilent(const domain::StationId &station, const QDateTime &seen, const QDateTime &signedAt, const QDateTime &now,
                  std::chrono::milliseconds steady)
    {
        auto sign = m_signs.find(station);
        if (sign == m_signs.end())
            sign = m_signs.insert(station, {seen, steady, isInService(seen, signedAt, now)});
        else if (seen.isValid() && (!sign->seen.isValid() || seen > sign->seen) && isOfNow(seen, now))
            *sign = {seen, steady, true};
        return sign->inService && steady - sign->changed >= silentAfter;
    }

private:
    static bool isOfNow(const QDateTime &seen, const QDateTime &now)
    {
        const std::chrono::milliseconds apart(seen.msecsTo(now));
        return std::chrono::abs(apart) <= usecases::TimeGuard::tolerance;
    }

    /// By what is there at the first look. A row that is gone was there once the station had signed anything.
    static bool isInService(const QDateTime &seen, const QDateTime &signedAt, const QDateTime &now)
    {
        const QDateTime aDayAgo = now.addDays(-1);
        return seen.isValid() ? seen >= aDayAgo || (signedAt.isValid() && signedAt >= aDayAgo) : signedAt.isValid();
    }

    struct Sign {
        QDateTime seen;
        std::chrono::milliseconds changed{0};
        bool inService = false;
    };
    QHash<domain::StationId, Sign> m_signs;
};

} // namespace gatehouse::admin
