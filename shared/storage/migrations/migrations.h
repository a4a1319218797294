// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringList>

#include <vector>

namespace gatehouse::storage
{

class Connection;
class Dialect;

/// The statements that lead from the schema before to the next one. Never changed once released: what is wrong is put right by
/// another migration.
using Migration = QStringList (*)(const Dialect &);

/// In order; the first leads from nothing to version 1.
const std::vector<Migration> &migrations();

QStringList spineMigration(const Dialect &dialect);
QStringList notesMigration(const Dialect &dialect);
QStringList pulsesMigration(const Dialect &dialect);

/// Brings the schema up to date in one write transaction. A database without our tables is filled only when it is empty and
/// `create` says so; else Damaged. NewerSchema when a newer program wrote it.
[[nodiscard]] Result<void> migrate(Connection &connection, bool create);

/// Whether the schema is the one that this program knows: NewerSchema, Damaged when it is none of ours, Unavailable when it is
/// older.
[[nodiscard]] Result<void> checkSchema(Connection &connection);

/// The names of tables, indexes, triggers and views that no migration made, or made otherwise: somebody put them there by hand,
/// to spoil what is written.
[[nodiscard]] Result<QStringList> plantedCode(Connection &connection);

} // namespace gatehouse::storage
