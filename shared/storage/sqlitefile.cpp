// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlitefile.h"

#include "connection.h"
#include "refusals.h"
#include "sqlitedialect.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QThread>
#include <QUrl>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace gatehouse::storage
{

namespace
{
constexpr qint64 largestVerified = 64 * 1024 * 1024;

const SqliteDialect &sqliteDialect()
{
    static const SqliteDialect dialect;
    return dialect;
}

QString freshConnectionName()
{
    static std::atomic<quint64> count{0};
    return QStringLiteral("gatehouse-%1").arg(++count);
}

/// Makes the file itself, so that it is never readable by others, not even for a moment; SQLite gives -wal and -shm its mode.
Result<void> makeFile(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) {
        const int why = errno;
        if (why == EEXIST)
            return {};
        const auto code = why == EROFS || why == EACCES ? ErrorCode::ReadOnly
                          : why == ENOSPC               ? ErrorCode::Full
                                                        : ErrorCode::Unavailable;
        if (why == ENOENT)
            return fail(code, QStringLiteral("there is no folder %1: make it first").arg(QFileInfo(path).absolutePath()));
        return fail(code, QStringLiteral("cannot make the database file: %1").arg(QString::fromLocal8Bit(std::strerror(why))));
    }
    ::close(file);
    return {};
}

Result<std::unique_ptr<Connection>> connectTo(const QString &path, const OpenOptions &options, bool immutable)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), freshConnectionName());
    QStringList settings{QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(options.busyTimeout.count())};
    if (options.readOnly)
        settings << QStringLiteral("QSQLITE_OPEN_READONLY");
    if (immutable)
        settings << QStringLiteral("QSQLITE_OPEN_URI");
    database.setConnectOptions(settings.join(QLatin1Char(';')));
    database.setDatabaseName(
        immutable ? QStringLiteral("file:%1?immutable=1").arg(QString::fromLatin1(QUrl::toPercentEncoding(path, "/"))) : path);
    const bool opened = database.open();
    const Error error = opened ? Error() : sqliteDialect().translate(database.lastError(), path);
    auto connection = std::make_unique<Connection>(database, sqliteDialect());
    database = {}; // a second handle would keep the connection in use when it is taken away
    if (!opened)
        return fail(error);
    return connection;
}

/// Two programs that start at once on a new file both switch it to WAL; SQLite answers busy there without waiting.
Result<void> switchToWal(Connection &connection, std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    for (;;) {
        auto switched = connection.execute(QStringLiteral("PRAGMA journal_mode = WAL"));
        if (switched)
            return {};
        if (switched.error().code != ErrorCode::Busy || deadline.hasExpired())
            return fail(switched.error());
        QThread::msleep(10);
    }
}

Result<void> applySettings(Connection &connection, const OpenOptions &options)
{
    for (const char *setting : {"PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON", "PRAGMA foreign_keys = ON",
                                "PRAGMA secure_delete = ON", "PRAGMA temp_store = MEMORY"})
        GATEHOUSE_TRY(connection.execute(QLatin1String(setting)));
    if (!options.readOnly)
        GATEHOUSE_TRY(switchToWal(connection, options.busyTimeout));
    GATEHOUSE_TRY(connection.execute(QStringLiteral("PRAGMA synchronous = FULL")));
    return {};
}

Result<void> lookForDamage(Connection &connection)
{
    GATEHOUSE_TRY_ASSIGN(const auto answer,
                         connection.one<QString>(QStringLiteral("PRAGMA quick_check(1)"), {},
                                                 [](const Row &row) { return Result<QString>(row.text(0)); }));
    if (answer.value_or(QString()) != QLatin1String("ok"))
        return fail(ErrorCode::Damaged, QStringLiteral("quick_check found damage"));
    return {};
}

/// Read as it lies, the file is without what stands in its write-ahead file: a revoked badge would be good again.
Result<std::unique_ptr<Connection>> connectAsItLies(const QString &path, const OpenOptions &options)
{
    if (QFileInfo(path + QStringLiteral("-wal")).size() > 0)
        return fail(ErrorCode::Unavailable,
                    newestInLog + QStringLiteral(" %1-wal, which cannot be used here: copy the database and this file into a "
                                                 "folder that you may write, and read it there")
                                      .arg(path));
    return connectTo(path, options, true);
}

/// A database in WAL mode needs its -shm file even for reading. On media where that cannot be made, nobody writes either, so
/// the file may be read as it lies.
Result<std::unique_ptr<Connection>> connectReadable(const QString &path, const OpenOptions &options)
{
    GATEHOUSE_TRY_ASSIGN(auto connection, connectTo(path, options, false));
    auto readable = connection->number(QStringLiteral("SELECT COUNT(*) FROM sqlite_schema"));
    if (readable)
        return connection;
    const ErrorCode code = readable.error().code;
    const bool noSharedMemory = code == ErrorCode::Unavailable || code == ErrorCode::ReadOnly;
    if (noSharedMemory && options.readOnly)
        return connectAsItLies(path, options);
    if (noSharedMemory && !QFileInfo(QFileInfo(path).absolutePath()).isWritable())
        return fail(ErrorCode::ReadOnly, readable.error().detail);
    return fail(readable.error());
}

/// Before anything is written: the file of another program is left as it is.
Result<void> refuseForeign(Connection &connection, bool create)
{
    // In this order: another program may be making the database, and all its tables are there at once.
    GATEHOUSE_TRY_ASSIGN(const bool hasTables, connection.dialect().hasAnyTable(connection));
    if (!hasTables && create)
        return {};
    GATEHOUSE_TRY_ASSIGN(const bool ours, connection.dialect().hasTable(connection, QStringLiteral("schema_version")));
    return ours ? Result<void>() : fail(ErrorCode::Damaged, QStringLiteral("this is no Gatehouse database"));
}
} // namespace

Result<std::unique_ptr<Connection>> openSqliteFile(const QString &path, const OpenOptions &options)
{
    if (path.isEmpty())
        return fail(ErrorCode::Invalid, QStringLiteral("no path in the database URL"));
    const bool exists = QFileInfo::exists(path);
    if (!exists && (!options.create || options.readOnly))
        return fail(ErrorCode::NotFound, QStringLiteral("there is no database at %1").arg(path));
    if (QFileInfo(path).isDir())
        return fail(ErrorCode::Invalid, QStringLiteral("%1 is a folder").arg(path));
    if (exists && !QFileInfo(path).isFile()) // SQLite would wait at a pipe for ever
        return fail(ErrorCode::Invalid, QStringLiteral("%1 is no file").arg(path));
    if (!exists)
        GATEHOUSE_TRY(makeFile(path));
    GATEHOUSE_TRY_ASSIGN(auto connection, connectReadable(path, options));
    GATEHOUSE_TRY(refuseForeign(*connection, options.create));
    GATEHOUSE_TRY(applySettings(*connection, options));
    if (options.verify && QFileInfo(path).size() <= largestVerified)
        GATEHOUSE_TRY(lookForDamage(*connection));
    return connection;
}

} // namespace gatehouse::storage
