// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringList>

#include <vector>

class QSqlError;

namespace gatehouse::storage
{

class Connection;

/// Everything in which the engines differ. All other SQL of storage/ runs on each of them. Has no state; any thread.
class Dialect
{
public:
    virtual ~Dialect() = default;

    // Words of the schema.
    virtual QString integerType() const = 0; ///< 64 bits, signed
    virtual QString bytesType() const = 0;
    virtual QString countedKey() const = 0; ///< a primary key that the engine counts upwards and never uses twice
    virtual QString tableOptions() const = 0;
    /// Statements that make the engine refuse to change or delete rows of a table.
    virtual QStringList appendOnly(const QString &table) const = 0;
    /// Statements that put the row of an empty ledger into ledger_head and let it only move on by one.
    virtual QStringList startLedger() const = 0;

    // A consistent view in which nothing can be written; a writer, serialised with all others from its first statement on.
    virtual QStringList beginRead() const = 0;
    virtual QStringList beginWrite() const = 0;

    /// `database`: its name, by which an engine may look what ails it.
    virtual Error translate(const QSqlError &error, const QString &database) const = 0;
    virtual Result<bool> hasTable(Connection &connection, const QString &table) const = 0;
    virtual Result<bool> hasAnyTable(Connection &connection) const = 0;
    struct StoredCode {
        QString name;
        QString sql;
    };
    /// Everything that has a say when rows are read or written, with the statements that made it: tables (their checks and
    /// computed columns), indexes (their expressions), triggers and views.
    virtual Result<std::vector<StoredCode>> storedCode(Connection &connection) const = 0;
    virtual Result<qint64> dataVersion(Connection &connection) const = 0;
};

/// `sql` with {integer}, {bytes}, {counted} and {options} replaced by the engine's words.
QString inDialect(const Dialect &dialect, QString sql);

} // namespace gatehouse::storage
