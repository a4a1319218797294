// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documentreader.h"

#include <optional>
#include <vector>

namespace gatehouse::scanning
{

/// Several looks at the zone of one still picture, each from another band of print. One conclusive look is enough; where no
/// look is, what all of them saw together counts, and what two looks do not agree on is for the person. A value of one thread.
class ZoneLooks
{
public:
    /// A look, or nothing when it was none.
    void take(std::optional<Reading> reading);
    /// What the looks so far saw together (ZoneMemory); replaces what was given before.
    void takeTogether(std::optional<Reading> reading) { m_together = std::move(reading); }

    bool isValid() const { return m_best && m_best->result.valid; }
    /// No further look is needed.
    bool isEnough() const;
    /// The reading that counts; one that its own check digits refuse where there is no better. Leaves this empty.
    std::optional<Reading> chosen();

private:
    std::optional<Reading> m_best, m_together;
    std::vector<ScanResult> m_valid;
};

} // namespace gatehouse::scanning
