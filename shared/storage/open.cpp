// SPDX-License-Identifier: GPL-3.0-or-later
#include "open.h"

#include "base/databaseurl.h"
#include "connection.h"
#include "databasefiles.h"
#include "migrations/migrations.h"
#include "sqlitefile.h"
#include "sqlstore.h"

#include <QFileInfo>

namespace gatehouse::storage
{

namespace
{
Result<std::unique_ptr<Connection>> connectionTo(const QString &url, const OpenOptions &options)
{
    if (url.startsWith(QLatin1String("sqlite:")))
        return openSqliteFile(databaseFile(url), options);
    if (isServerDatabase(url))
        return fail(ErrorCode::Unavailable, noServerYet());
    return fail(ErrorCode::Invalid, QStringLiteral("a database URL is sqlite:PATH"));
}
} // namespace

Result<std::unique_ptr<domain::Store>> openStore(const QString &url, const OpenOptions &options)
{
    const QString path = databaseFile(url);
    const auto files = path.isEmpty() ? nullptr : DatabaseFiles::inUse(path);
    if (files && (options.create || QFileInfo::exists(path)))
        GATEHOUSE_TRY(files->check());
    GATEHOUSE_TRY_ASSIGN(auto connection, connectionTo(url, options));
    GATEHOUSE_TRY(options.migrate && !options.readOnly ? migrate(*connection, options.create) : checkSchema(*connection));
    return std::make_unique<SqlStore>(std::move(connection), path.isEmpty() ? nullptr : DatabaseFiles::of(path),
                                      options.readOnly);
}

int currentSchemaVersion()
{
    return static_cast<int>(migrations().size());
}

} // namespace gatehouse::storage
