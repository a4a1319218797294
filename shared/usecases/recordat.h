// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workplace.h"

namespace gatehouse::usecases
{

/// Like record(), for what happened earlier: a door's journal, a numbered paper form. `recorded` is now all the same.
[[nodiscard]] Result<domain::LedgerEntry> recordAt(domain::Transaction &transaction, const Workplace &workplace,
                                                   const Signer &signer, const QString &action, const QString &subject,
                                                   const QJsonObject &details, const QDateTime &occurred);

} // namespace gatehouse::usecases
