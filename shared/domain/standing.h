// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statementbook.h"

namespace gatehouse::domain
{

/// Whether who made the statement has the standing for its action, by the kind of station or the role of the person at that
/// place in the ledger. Asked once, where the ledger is replayed, before anybody believes the entry: one that fails counts as
/// absent. Duties of a zone and what else depends on what was stated before are the books' own question, on top of this. True
/// for an action that the table does not know: those that grant authority are judged by usecases/authority.h, and what nobody
/// believes needs no standing. The entry's signature is the caller's to verify.
bool mayState(const LedgerEntry &entry, const StandingView &standing);

} // namespace gatehouse::domain
