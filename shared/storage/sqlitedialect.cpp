// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlitedialect.h"

#include "connection.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>

#include <sys/statvfs.h>

namespace gatehouse::storage
{

namespace
{
// Result codes of sqlite3.h, here by number: the driver hands them on as text, and nothing else of SQLite's API is used.
enum PrimaryCode {
    Perm = 3,
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    Constraint = 19,
    NotADatabase = 26
};
constexpr int ioErrorShortRead = 522;
constexpr int ioErrorWrite = 778;
constexpr int ioErrorSync = 1034;
constexpr int ioErrorTruncate = 1546;
constexpr int ioErrorSharedMemorySize = 4874; // no room for the -shm file
constexpr int ioErrorCorruptFs = 8458;
constexpr int constraintPrimaryKey = 1555;
constexpr int constraintUnique = 2067;

ErrorCode sqliteErrorCode(int extended)
{
    switch (extended & 0xff) {
    case Busy:
    case Locked:
        return ErrorCode::Busy;
    case Perm:
    case ReadOnly:
        return ErrorCode::ReadOnly;
    case Full:
        return ErrorCode::Full;
    case Corrupt:
    case NotADatabase:
        return ErrorCode::Damaged;
    case IoError:
        if (extended == ioErrorSharedMemorySize)
            return ErrorCode::Full;
        return extended == ioErrorShortRead || extended == ioErrorCorruptFs ? ErrorCode::Damaged : ErrorCode::Unavailable;
    case CannotOpen:
        return ErrorCode::Unavailable;
    case Constraint:
        return extended == constraintPrimaryKey || extended == constraintUnique ? ErrorCode::Conflict : ErrorCode::Invalid;
    default:
        return ErrorCode::Internal;
    }
}

/// A disk that fails makes Linux take the right to write from a file system that is in use: files that are open then answer
/// every write with an error.
bool lostTheRightToWrite(int extended, const QString &database)
{
    struct statvfs about = {};
    return (extended == ioErrorWrite || extended == ioErrorSync || extended == ioErrorTruncate) &&
           ::statvfs(QFile::encodeName(QFileInfo(database).absolutePath()).constData(), &about) == 0 &&
           (about.f_flag & ST_RDONLY) != 0;
}
} // namespace

QString SqliteDialect::integerType() const
{
    return QStringLiteral("INTEGER");
}

QString SqliteDialect::bytesType() const
{
    return QStringLiteral("BLOB");
}

QString SqliteDialect::countedKey() const
{
    return QStringLiteral("INTEGER PRIMARY KEY AUTOINCREMENT");
}

QString SqliteDialect::tableOptions() const
{
    return QStringLiteral("STRICT");
}

QStringList SqliteDialect::appendOnly(const QString &table) const
{
    const QString trigger = QStringLiteral("CREATE TRIGGER %1_no_%2 BEFORE %3 ON %1 BEGIN "
                                           "SELECT RAISE(ABORT, '%1 is append-only'); END");
    return {trigger.arg(table, QStringLiteral("update"), QStringLiteral("UPDATE")),
            trigger.arg(table, QStringLiteral("delete"), QStringLiteral("DELETE"))};
}

QStringList SqliteDialect::startLedger() const
{
    return {QStringLiteral("INSERT INTO ledger_head (id, sequence, hash) VALUES (1, 0, zeroblob(32))"),
            QStringLiteral("CREATE TRIGGER ledger_head_moves_on BEFORE UPDATE ON ledger_head "
                           "WHEN NEW.sequence <> OLD.sequence + 1 OR NEW.id <> OLD.id "
                           "BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END"),
            QStringLiteral("CREATE TRIGGER ledger_head_stays BEFORE DELETE ON ledger_head "
                           "BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END")};
}

QStringList SqliteDialect::beginRead() const
{
    // The SELECT takes the snapshot: BEGIN alone would take it at the first use.
    return {QStringLiteral("PRAGMA query_only = ON"), QStringLiteral("BEGIN"),
            QStringLiteral("SELECT version FROM schema_version LIMIT 1")};
}

QStringList SqliteDialect::beginWrite() const
{
    // IMMEDIATE: a deferred transaction that writes after it has read fails at once, without waiting, when another process
    // wrote in between.
    return {QStringLiteral("PRAGMA query_only = OFF"), QStringLiteral("BEGIN IMMEDIATE")};
}

Error SqliteDialect::translate(const QSqlError &error, const QString &database) const
{
    const int code = error.nativeErrorCode().toInt();
    return Error{lostTheRightToWrite(code, database) ? ErrorCode::ReadOnly : sqliteErrorCode(code),
                 QStringLiteral("SQLite %1: %2").arg(code).arg(error.databaseText())};
}

Result<bool> SqliteDialect::hasTable(Connection &connection, const QString &table) const
{
    GATEHOUSE_TRY_ASSIGN(
        const auto count,
        connection.number(QStringLiteral("SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name = ?"),
                          boundAll(table)));
    return count.value_or(0) > 0;
}

Result<bool> SqliteDialect::hasAnyTable(Connection &connection) const
{
    GATEHOUSE_TRY_ASSIGN(const auto count, connection.number(QStringLiteral("SELECT COUNT(*) FROM sqlite_schema")));
    return count.value_or(0) > 0;
}

Result<std::vector<Dialect::StoredCode>> SqliteDialect::storedCode(Connection &connection) const
{
    // Left out are what SQLite makes by itself: indexes of keys, which have no statement, and its own tables.
    return connection.all<StoredCode>(
        QStringLiteral("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND sql NOT IN ("
                       "'CREATE TABLE sqlite_sequence(name,seq)',"
                       "'CREATE TABLE sqlite_stat1(tbl,idx,stat)',"
                       "'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)') ORDER BY name"),
        {}, [](const Row &row) {
            return Result<StoredCode>(StoredCode{row.text(0), row.text(1)});
        });
}

Result<qint64> SqliteDialect::dataVersion(Connection &connection) const
{
    GATEHOUSE_TRY_ASSIGN(const auto version, connection.number(QStringLiteral("PRAGMA data_version")));
    return version.value_or(0);
}

} // namespace gatehouse::storage
