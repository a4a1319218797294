// SPDX-License-Identifier: GPL-3.0-or-later
#include "approvals.h"

#include "dutybook.h"

#include <algorithm>

namespace gatehouse::domain
{

namespace
{
using Slots = std::vector<std::vector<QString>>;

bool fits(const ZoneApproval &approval, const std::vector<QString> &capacities)
{
    return std::any_of(capacities.begin(), capacities.end(),
                       [&](const QString &capacity) { return approval.capacities.contains(capacity); });
}

/// Kuhn's matching of slots and people: a keeper who is also the guard fills one slot, not two.
class Matching
{
public:
    Matching(const Slots &needed, const std::vector<ZoneApproval> &approvals)
        : m_needed(needed), m_approvals(approvals), m_slotOf(approvals.size(), -1)
    {
        for (std::size_t slot = 0; slot < needed.size(); ++slot) {
            std::vector<bool> tried(approvals.size(), false);
            m_filled.push_back(place(static_cast<int>(slot), tried));
        }
    }

    bool filled(std::size_t slot) const { return m_filled[slot]; }

private:
    bool place(int slot, std::vector<bool> &tried)
    {
        for (std::size_t person = 0; person < m_approvals.size(); ++person) {
            if (tried[person] || !fits(m_approvals[person], m_needed[static_cast<std::size_t>(slot)]))
                continue;
            tried[person] = true;
            if (m_slotOf[person] < 0 || place(m_slotOf[person], tried)) {
                m_slotOf[person] = slot;
                return true;
            }
        }
        return false;
    }

    const Slots &m_needed;
    const std::vector<ZoneApproval> &m_approvals;
    std::vector<int> m_slotOf;
    std::vector<bool> m_filled;
};
} // namespace

Slots approversNeeded(const Zone &zone, bool hotWork)
{
    Slots needed = zone.approvers;
    if (hotWork)
        needed.push_back({dutyName(Duty::FireKeeper)});
    return needed;
}

bool areFilled(const Slots &needed, const std::vector<ZoneApproval> &approvals, int count)
{
    return static_cast<int>(approvals.size()) >= count && openSlots(needed, approvals).empty();
}

Slots openSlots(const Slots &needed, const std::vector<ZoneApproval> &approvals)
{
    const Matching matching(needed, approvals);
    Slots open;
    for (std::size_t slot = 0; slot < needed.size(); ++slot) {
        if (!matching.filled(slot))
            open.push_back(needed[slot]);
    }
    return open;
}

} // namespace gatehouse::domain
