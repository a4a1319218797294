// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workplace.h"

namespace gatehouse::usecases
{

/// Whether a visit with its pictures could be saved now: after a disk was full, reading succeeds while nothing can be written.
/// Writes as many bytes as one takes and empties them again; outside the ledger, and nobody reads them. Storage errors. Thread
/// of the Workplace.
[[nodiscard]] Result<void> tryToSave(const Workplace &workplace);

} // namespace gatehouse::usecases
