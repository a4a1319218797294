// SPDX-License-Identifier: GPL-3.0-or-later
#include "zonelooks.h"

#include <utility>

namespace gatehouse::scanning
{

namespace
{
constexpr std::size_t mostLooks = 4; ///< each takes milliseconds, and the fifth hardly says anything new

void markDifferences(Reading &reading, const ScanResult &other)
{
    for (Field &field : reading.result.fields) {
        if (field.value == other.value(field.name))
            continue;
        field.trust = Trust::Unsure;
        reading.conclusive = false;
    }
}
} // namespace

void ZoneLooks::take(std::optional<Reading> reading)
{
    if (!reading)
        return;
    if (reading->result.valid)
        m_valid.push_back(reading->result);
    const bool better = reading->conclusive || (reading->result.valid && !isValid());
    if (!m_best || better)
        m_best = std::move(reading);
}

bool ZoneLooks::isEnough() const
{
    return isValid() && (m_best->conclusive || m_valid.size() >= mostLooks);
}

std::optional<Reading> ZoneLooks::chosen()
{
    std::optional<Reading> best = std::exchange(m_best, std::nullopt);
    // A conclusive look is clearer than all of them together.
    if (m_together && m_together->result.valid && !(best && best->conclusive))
        best = std::move(m_together);
    m_together.reset();
    for (const ScanResult &look : std::exchange(m_valid, {}))
        markDifferences(*best, look);
    return best;
}

} // namespace gatehouse::scanning
