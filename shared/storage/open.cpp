// SPDX-License-Identifier: GPL-3.0-or-later
#include "open.h"

#include "connection.h"
#include "migrations/migrations.h"
#include "sqlitefile.h"
#include "sqlstore.h"

namespace gatehouse::storage
{

namespace
{
Result<std::unique_ptr<Connection>> connectionTo(const QString &url, const OpenOptions &options)
{
    const QString sqlite = QStringLiteral("sqlite:");
    if (url.startsWith(sqlite)) {
        QString path = url.mid(sqlite.size());
        if (path.startsWith(QLatin1String("//")))
            path.remove(0, 2);
        return openSqliteFile(path, options);
    }
    if (url.startsWith(QLatin1String("postgresql:")) || url.startsWith(QLatin1String("postgres:")))
        return fail(ErrorCode::Unavailable, QStringLiteral("the PostgreSQL engine is not built into this program yet"));
    return fail(ErrorCode::Invalid, QStringLiteral("a database URL is sqlite:PATH or postgresql://..."));
}
} // namespace

Result<std::unique_ptr<domain::Store>> openStore(const QString &url, const OpenOptions &options)
{
    GATEHOUSE_TRY_ASSIGN(auto connection, connectionTo(url, options));
    GATEHOUSE_TRY(options.migrate && !options.readOnly ? migrate(*connection, options.create) : checkSchema(*connection));
    return std::make_unique<SqlStore>(std::move(connection), options.readOnly);
}

int currentSchemaVersion()
{
    return static_cast<int>(migrations().size());
}

} // namespace gatehouse::storage
