// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "values.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QThread>

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace gatehouse::storage
{

class Dialect;

/// One connection to a database: runs statements with bound values, keeps them prepared, and turns every QSqlError into an
/// Error at this one place. Belongs to the thread that made it. Results are read to their end before anything else runs, so
/// that no unfinished SELECT ever stands in the way of a write.
///
/// When a statement fails inside a transaction, everything after it fails with the same error until rollback(): no engine can
/// then commit half of it.
class Connection
{
public:
    /// `database` has been opened under a name of its own, which the connection removes in the end.
    Connection(QSqlDatabase database, const Dialect &dialect);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    const Dialect &dialect() const { return m_dialect; }

    /// Runs one statement; the number of rows it changed.
    [[nodiscard]] Result<qint64> execute(const QString &sql, const QVariantList &values = {});

    /// Every row through `map`, a function from Row to Result<T>. A row that cannot be understood (changed by hand) is left out
    /// and logged: it must not hide the others.
    template <typename T, typename Map>
    [[nodiscard]] Result<std::vector<T>> all(const QString &sql, const QVariantList &values, Map map);

    /// The first row through `map`; Damaged when it cannot be understood.
    template <typename T, typename Map>
    [[nodiscard]] Result<std::optional<T>> one(const QString &sql, const QVariantList &values, Map map);

    [[nodiscard]] Result<std::optional<qint64>> number(const QString &sql, const QVariantList &values = {});

    [[nodiscard]] Result<void> beginRead();
    [[nodiscard]] Result<void> beginWrite();
    [[nodiscard]] Result<void> commit();
    void rollback();
    bool isOwnThread() const { return m_thread == QThread::currentThread(); }

private:
    enum class Step { Row, End };

    [[nodiscard]] Result<void> begin(const QStringList &statements);
    [[nodiscard]] Result<QSqlQuery *> run(const QString &sql, const QVariantList &values);
    [[nodiscard]] Result<Step> step(QSqlQuery &query);
    [[nodiscard]] Error failed(const QSqlQuery &query);
    void logUnreadable(const Error &error) const;

    QSqlDatabase m_database;
    const Dialect &m_dialect;
    QThread *m_thread;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_prepared;
    bool m_transaction = false;
    std::optional<Error> m_failure;
};

template <typename T, typename Map>
Result<std::vector<T>> Connection::all(const QString &sql, const QVariantList &values, Map map)
{
    GATEHOUSE_TRY_ASSIGN(QSqlQuery * query, run(sql, values));
    std::vector<T> found;
    for (;;) {
        GATEHOUSE_TRY_ASSIGN(const Step at, step(*query));
        if (at == Step::End)
            return found;
        Result<T> value = map(Row(*query));
        if (value)
            found.push_back(std::move(*value));
        else
            logUnreadable(value.error());
    }
}

template <typename T, typename Map>
Result<std::optional<T>> Connection::one(const QString &sql, const QVariantList &values, Map map)
{
    GATEHOUSE_TRY_ASSIGN(QSqlQuery * query, run(sql, values));
    GATEHOUSE_TRY_ASSIGN(const Step at, step(*query));
    if (at == Step::End)
        return std::optional<T>();
    Result<T> value = map(Row(*query));
    query->finish();
    if (!value)
        return fail(value.error());
    return std::optional<T>(std::move(*value));
}

} // namespace gatehouse::storage
