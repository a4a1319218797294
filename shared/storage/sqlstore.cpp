// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlstore.h"

#include "base/logging.h"
#include "dialect.h"
#include "migrations/migrations.h"
#include "refusals.h"
#include "sqltransaction.h"

namespace gatehouse::storage
{

SqlStore::SqlStore(std::unique_ptr<Connection> connection, std::shared_ptr<const DatabaseFiles> files, bool readOnly)
    : m_files(std::move(files)), m_connection(std::move(connection)), m_readOnly(readOnly)
{
}

SqlStore::~SqlStore()
{
    if (m_readOnly || !m_files || !m_files->lacksOnlyItsLog())
        return;
    m_connection->rollback();
    const auto busy = [](const Row &row) { return Result<bool>(row.number(0) != 0 || row.number(1) != row.number(2)); };
    const auto left = m_connection->one<bool>(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"), {}, busy);
    if (!left)
        qCCritical(lcStorage) << "the write-ahead file was taken away; what stood in it is lost";
    else if (left->value_or(true)) // somebody reads an earlier state, and may save the rest on closing
        qCCritical(lcStorage) << "the write-ahead file was taken away; not all that stood in it is in the database";
    else
        qCCritical(lcStorage) << "the write-ahead file was taken away; what stood in it is in the database";
}

Result<void> SqlStore::checkFiles() const
{
    return m_files ? m_files->check() : Result<void>();
}

Result<std::unique_ptr<domain::Transaction>> SqlStore::beginRead()
{
    GATEHOUSE_TRY(checkFiles());
    GATEHOUSE_TRY(m_connection->beginRead());
    auto transaction = std::make_unique<SqlTransaction>(*m_connection);
    GATEHOUSE_TRY(checkSchema(*m_connection)); // another program may have migrated since this one opened it
    return transaction;
}

Result<std::unique_ptr<domain::Transaction>> SqlStore::beginWrite()
{
    if (m_readOnly)
        return fail(ErrorCode::ReadOnly, QStringLiteral("opened for reading only"));
    GATEHOUSE_TRY(checkFiles());
    GATEHOUSE_TRY(m_connection->beginWrite());
    auto transaction = std::make_unique<SqlTransaction>(*m_connection);
    GATEHOUSE_TRY(checkSchema(*m_connection));
    // Nobody else can put one there until this transaction ends.
    GATEHOUSE_TRY_ASSIGN(const QStringList planted, plantedCode(*m_connection));
    if (!planted.isEmpty())
        return fail(ErrorCode::Damaged, plantedPart + QLatin1String(": ") + planted.join(QLatin1String(", ")));
    // SQLite begins on a file that cannot be written, and would refuse the first change only.
    GATEHOUSE_TRY(m_connection->execute(QStringLiteral("DELETE FROM ledger_head WHERE 1 = 0")));
    return transaction;
}

Result<qint64> SqlStore::dataVersion()
{
    GATEHOUSE_TRY(checkFiles());
    return m_connection->dialect().dataVersion(*m_connection);
}

} // namespace gatehouse::storage
