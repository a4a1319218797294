// SPDX-License-Identifier: GPL-3.0-or-later
#include "zonelooks.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace gatehouse::scanning
{

namespace
{
constexpr std::size_t mostLooks = 4; ///< each takes milliseconds, and the fifth hardly says anything new

// What the check digits chose in most looks is the same in all of them, and one in which it seems to be seen proves little.
bool isMostlyDoubted(const std::vector<ScanResult> &looks, const QString &field)
{
    static const QStringList guarded{QStringLiteral("documentNumber"), QStringLiteral("birthDate"),
                                     QStringLiteral("expiryDate")};
    const auto doubts = std::count_if(looks.cbegin(), looks.cend(), [&field](const ScanResult &look) {
        const auto seen = look.field(field);
        return seen && seen->trust == Trust::Unsure;
    });
    return guarded.contains(field) && 2 * doubts > std::ssize(looks);
}

void markDifferences(Reading &reading, const ScanResult &other)
{
    for (Field &field : reading.result.fields) {
        if (field.value == other.value(field.name))
            continue;
        field.trust = Trust::Unsure;
        reading.conclusive = false;
    }
}
void markDoubted(Reading &reading, const std::vector<ScanResult> &looks)
{
    for (Field &field : reading.result.fields) {
        if (!isMostlyDoubted(looks, field.name))
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
    const std::vector<ScanResult> looks = std::exchange(m_valid, {});
    for (const ScanResult &look : looks)
        markDifferences(*best, look);
    if (best)
        markDoubted(*best, looks);
    return best;
}

} // namespace gatehouse::scanning
