// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QDateTime>
#include <QHash>

#include <chrono>

namespace gatehouse::admin
{

/// Tells whether a door station still says that it is alive, by whether what it says changes, on a clock that nobody can set:
/// the clocks of two machines need not agree. A station that was silent when it was looked at first, and for longer than a day
/// before, is out of service and no alarm. Pure.
class DoorPulse
{
public:
    static constexpr std::chrono::milliseconds silentAfter{4000};

    /// Takes a reading; true while the station is silent.
    bool isSilent(const domain::StationId &station, const QDateTime &seen, const QDateTime &now,
                  std::chrono::milliseconds steady)
    {
        Sign &sign = m_signs[station];
        if (sign.seen != seen) {
            const bool old = !sign.seen.isValid() && seen.addDays(1) < now;
            sign = {seen, steady, !old};
        }
        return sign.inService && steady - sign.changed >= silentAfter;
    }

private:
    struct Sign {
        QDateTime seen;
        std::chrono::milliseconds changed{0};
        bool inService = false;
    };
    QHash<domain::StationId, Sign> m_signs;
};

} // namespace gatehouse::admin
