// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations.h"

#include "base/logging.h"
#include "storage/connection.h"
#include "storage/dialect.h"
#include "storage/refusals.h"

namespace gatehouse::storage
{

namespace
{
const QString versionTable = QStringLiteral("CREATE TABLE schema_version (version {integer} NOT NULL PRIMARY KEY) {options}");

/// 0 for a database without our tables.
Result<int> storedVersion(Connection &connection)
{
    GATEHOUSE_TRY_ASSIGN(const bool known, connection.dialect().hasTable(connection, QStringLiteral("schema_version")));
    if (!known)
        return 0;
    GATEHOUSE_TRY_ASSIGN(const auto version, connection.number(QStringLiteral("SELECT MAX(version) FROM schema_version")));
    return static_cast<int>(version.value_or(0));
}

tl::unexpected<Error> newerSchema(int found)
{
    return fail(ErrorCode::NewerSchema,
                QStringLiteral("the database has schema %1, this program knows up to %2").arg(found).arg(migrations().size()));
}

tl::unexpected<Error> notOurs()
{
    return fail(ErrorCode::Damaged, QStringLiteral("this is no Gatehouse database"));
}

Result<void> applyFrom(Connection &connection, int version)
{
    const auto &steps = migrations();
    for (int next = version; next < static_cast<int>(steps.size()); ++next) {
        for (const QString &statement : steps[static_cast<std::size_t>(next)](connection.dialect()))
            GATEHOUSE_TRY(connection.execute(inDialect(connection.dialect(), statement)));
        GATEHOUSE_TRY(
            connection.execute(QStringLiteral("INSERT INTO schema_version (version) VALUES (?)"), boundAll(next + 1)));
        qCInfo(lcStorage) << "schema is now at" << next + 1;
    }
    return {};
}

/// The part of migrate() that runs inside the transaction: another program may have migrated while this one waited.
Result<void> migrateLocked(Connection &connection, bool create)
{
    GATEHOUSE_TRY_ASSIGN(const int version, storedVersion(connection));
    if (version > static_cast<int>(migrations().size()))
        return newerSchema(version);
    if (version == 0) {
        GATEHOUSE_TRY_ASSIGN(const bool foreign, connection.dialect().hasAnyTable(connection));
        if (foreign || !create)
            return notOurs();
        GATEHOUSE_TRY(connection.execute(inDialect(connection.dialect(), versionTable)));
    }
    return applyFrom(connection, version);
}
} // namespace

const std::vector<Migration> &migrations()
{
    static const std::vector<Migration> all{spineMigration, notesMigration, pulsesMigration};
    return all;
}

Result<void> migrate(Connection &connection, bool create)
{
    // Nothing to write in the usual case, which also must work while another writer is busy or the disk is full.
    GATEHOUSE_TRY_ASSIGN(const int version, storedVersion(connection));
    if (version == static_cast<int>(migrations().size()))
        return {};
    if (version > static_cast<int>(migrations().size()))
        return newerSchema(version);
    GATEHOUSE_TRY(connection.beginWrite());
    if (auto done = migrateLocked(connection, create); !done) {
        connection.rollback();
        return fail(done.error());
    }
    return connection.commit();
}

Result<void> checkSchema(Connection &connection)
{
    GATEHOUSE_TRY_ASSIGN(const int version, storedVersion(connection));
    const int known = static_cast<int>(migrations().size());
    if (version == 0)
        return notOurs();
    if (version > known)
        return newerSchema(version);
    if (version < known)
        return fail(ErrorCode::Unavailable, olderSchema + QStringLiteral(" %1 and must be migrated").arg(version));
    return {};
}

Result<QStringList> plantedCode(Connection &connection)
{
    GATEHOUSE_TRY_ASSIGN(const auto stored, connection.dialect().storedCode(connection));
    QStringList own{inDialect(connection.dialect(), versionTable)};
    for (const Migration &step : migrations()) {
        for (const QString &statement : step(connection.dialect()))
            own << inDialect(connection.dialect(), statement);
    }
    QStringList planted;
    for (const Dialect::StoredCode &code : stored) {
        if (!own.contains(code.sql))
            planted << code.name;
    }
    return planted;
}

} // namespace gatehouse::storage
