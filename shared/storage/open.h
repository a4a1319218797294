// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/ports/store.h"

#include <chrono>
#include <memory>

namespace gatehouse::storage
{

struct OpenOptions {
    bool create = false;   ///< make the database when it is not there (SQLite: a file with mode 0600)
    bool migrate = true;   ///< bring an older schema up to date
    bool readOnly = false; ///< never write; opens a database on read-only media too
    bool verify = false;   ///< look for damage first (SQLite: quick_check, up to some 64 MiB); for a program's first Store
    std::chrono::milliseconds busyTimeout{5000};
};

/// Opens the database that a URL names: "sqlite:PATH" here, "postgresql://..." when that engine is built.
/// The Store belongs to the calling thread: open one for each thread; a QCoreApplication must exist. It must outlive its
/// transactions, of which one at a time may be open.
///
/// Errors: Invalid for a URL of no known kind, NotFound when there is nothing and `create` is off, NewerSchema, Unavailable for
/// an engine that is not built or a file that cannot be reached, and ReadOnly, Full, Busy and Damaged as the ports have them.
[[nodiscard]] Result<std::unique_ptr<domain::Store>> openStore(const QString &url, const OpenOptions &options = {});

/// The number of the schema that this program writes.
int currentSchemaVersion();

} // namespace gatehouse::storage
