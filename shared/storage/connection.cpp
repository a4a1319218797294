// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection.h"

#include "base/logging.h"
#include "dialect.h"

#include <QSqlError>

namespace gatehouse::storage
{

namespace
{
constexpr std::size_t maximumPrepared = 200;

/// Whether the whole database is in trouble, and not this statement. It is tried again every second or so, by several at once:
/// whoever asked says so, once.
bool ailsDatabase(ErrorCode code)
{
    return code == ErrorCode::Unavailable || code == ErrorCode::Busy || code == ErrorCode::ReadOnly ||
           code == ErrorCode::Full || code == ErrorCode::Damaged;
}
} // namespace

Connection::Connection(QSqlDatabase database, const Dialect &dialect)
    : m_database(std::move(database)), m_dialect(dialect), m_thread(QThread::currentThread())
{
}

Connection::~Connection()
{
    Q_ASSERT(isOwnThread());
    rollback();
    m_prepared.clear();
    const QString name = m_database.connectionName();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Result<qint64> Connection::execute(const QString &sql, const QVariantList &values)
{
    GATEHOUSE_TRY_ASSIGN(QSqlQuery * query, run(sql, values));
    const qint64 changed = query->numRowsAffected();
    query->finish();
    return changed;
}

Result<std::optional<qint64>> Connection::number(const QString &sql, const QVariantList &values)
{
    GATEHOUSE_TRY_ASSIGN(const auto found, (one<std::optional<qint64>>(sql, values, [](const Row &row) {
                             return Result<std::optional<qint64>>(row.isNull(0) ? std::nullopt : std::optional(row.number(0)));
                         })));
    return found.value_or(std::nullopt);
}

Result<void> Connection::beginRead()
{
    return begin(m_dialect.beginRead());
}

Result<void> Connection::beginWrite()
{
    return begin(m_dialect.beginWrite());
}

Result<void> Connection::begin(const QStringList &statements)
{
    if (m_transaction)
        return fail(ErrorCode::Internal, QStringLiteral("a transaction is open on this store already"));
    m_failure.reset();
    for (const QString &statement : statements) {
        if (auto done = execute(statement); !done) {
            // The first one may have begun what a later one could not complete.
            m_transaction = true;
            rollback();
            return fail(done.error());
        }
    }
    m_transaction = true;
    return {};
}

Result<void> Connection::commit()
{
    if (!m_transaction)
        return fail(ErrorCode::Internal, QStringLiteral("no transaction is open"));
    auto done = execute(QStringLiteral("COMMIT"));
    if (!done) {
        rollback();
        return fail(done.error());
    }
    m_transaction = false;
    return {};
}

void Connection::rollback()
{
    if (!m_transaction)
        return;
    m_transaction = false;
    m_failure.reset();
    // Fails when the engine has rolled back by itself, which is as good.
    QSqlQuery(m_database).exec(QStringLiteral("ROLLBACK"));
}

Result<QSqlQuery *> Connection::run(const QString &sql, const QVariantList &values)
{
    Q_ASSERT(isOwnThread());
    if (m_failure)
        return fail(*m_failure);
    auto place = m_prepared.find(sql);
    if (place == m_prepared.end()) {
        if (m_prepared.size() >= maximumPrepared)
            m_prepared.clear();
        auto fresh = std::make_unique<QSqlQuery>(m_database);
        fresh->setForwardOnly(true);
        if (!fresh->prepare(sql))
            return fail(failed(*fresh));
        place = m_prepared.emplace(sql, std::move(fresh)).first;
    }
    QSqlQuery &query = *place->second;
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values[i]);
    if (!query.exec()) {
        const Error error = failed(query);
        query.finish();
        return fail(error);
    }
    return &query;
}

Result<Connection::Step> Connection::step(QSqlQuery &query)
{
    if (query.next())
        return Step::Row;
    const bool broken = query.lastError().isValid();
    const Error error = broken ? failed(query) : Error();
    query.finish();
    if (broken)
        return fail(error);
    return Step::End;
}

Error Connection::failed(const QSqlQuery &query)
{
    const Error error = m_dialect.translate(query.lastError(), m_database.databaseName());
    if (!ailsDatabase(error.code))
        qCWarning(lcStorage) << "statement failed:" << errorName(error.code) << error.detail;
    if (m_transaction)
        m_failure = error;
    return error;
}

void Connection::logUnreadable(const Error &error) const
{
    qCWarning(lcStorage) << "row left out:" << error.detail;
}

} // namespace gatehouse::storage
