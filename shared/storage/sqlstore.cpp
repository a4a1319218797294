// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlstore.h"

#include "dialect.h"
#include "migrations/migrations.h"
#include "sqltransaction.h"

namespace gatehouse::storage
{

SqlStore::SqlStore(std::unique_ptr<Connection> connection, bool readOnly)
    : m_connection(std::move(connection)), m_readOnly(readOnly)
{
}

Result<std::unique_ptr<domain::Transaction>> SqlStore::beginRead()
{
    GATEHOUSE_TRY(m_connection->beginRead());
    return std::make_unique<SqlTransaction>(*m_connection);
}

Result<std::unique_ptr<domain::Transaction>> SqlStore::beginWrite()
{
    if (m_readOnly)
        return fail(ErrorCode::ReadOnly, QStringLiteral("opened for reading only"));
    GATEHOUSE_TRY(m_connection->beginWrite());
    auto transaction = std::make_unique<SqlTransaction>(*m_connection);
    // Nobody else can put one there until this transaction ends.
    GATEHOUSE_TRY_ASSIGN(const QStringList planted, plantedCode(*m_connection));
    if (!planted.isEmpty())
        return fail(ErrorCode::Damaged,
                    QStringLiteral("a trigger or view that Gatehouse did not make: %1").arg(planted.join(QLatin1String(", "))));
    // SQLite begins on a file that cannot be written, and would refuse the first change only.
    GATEHOUSE_TRY(m_connection->execute(QStringLiteral("DELETE FROM ledger_head WHERE 1 = 0")));
    return transaction;
}

Result<qint64> SqlStore::dataVersion()
{
    return m_connection->dialect().dataVersion(*m_connection);
}

} // namespace gatehouse::storage
