// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "open.h"

#include <memory>

namespace gatehouse::storage
{

class Connection;

/// Opens or makes the file of an embedded database with the settings of design.md section 4: WAL, synchronous FULL, foreign
/// keys, secure_delete, no trusted schema, busy timeout, mode 0600. The schema is not looked at.
[[nodiscard]] Result<std::unique_ptr<Connection>> openSqliteFile(const QString &path, const OpenOptions &options);

} // namespace gatehouse::storage
