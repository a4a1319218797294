// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

namespace gatehouse::test
{

/// A SQLite file as somebody with the file in hand sees it: no rules but those inside the file.
class RawDatabase
{
public:
    explicit RawDatabase(const QString &path) : m_name(QUuid::createUuid().toString())
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        database.setDatabaseName(path);
        database.open();
    }
    ~RawDatabase()
    {
        QSqlDatabase::database(m_name, false).close();
        QSqlDatabase::removeDatabase(m_name);
    }
    RawDatabase(const RawDatabase &) = delete;
    RawDatabase &operator=(const RawDatabase &) = delete;

    /// Whether the statement ran.
    bool run(const QString &sql, const QVariantList &values = {})
    {
        QSqlQuery query = prepared(sql, values);
        const bool done = query.exec();
        m_error = query.lastError().text();
        return done;
    }
    QList<QVariantList> rows(const QString &sql, const QVariantList &values = {})
    {
        QSqlQuery query = prepared(sql, values);
        QList<QVariantList> found;
        const bool done = query.exec();
        m_error = query.lastError().text();
        while (done && query.next()) {
            QVariantList row;
            for (int i = 0;; ++i) {
                const QVariant value = query.value(i);
                if (!value.isValid())
                    break;
                row << value;
            }
            found << row;
        }
        return found;
    }
    QVariant value(const QString &sql, const QVariantList &values = {})
    {
        const auto found = rows(sql, values);
        return found.isEmpty() || found.front().isEmpty() ? QVariant() : found.front().front();
    }
    QString error() const { return m_error; }

private:
    QSqlQuery prepared(const QString &sql, const QVariantList &values) const
    {
        QSqlQuery query(QSqlDatabase::database(m_name, false));
        query.setForwardOnly(true);
        query.prepare(sql);
        for (int i = 0; i < values.size(); ++i)
            query.bindValue(i, values[i]);
        return query;
    }

    QString m_name;
    QString m_error;
};

/// An entry by hand that does not follow on the last one; whether it is there now.
inline bool appendBadEntry(RawDatabase &raw)
{
    return raw.run(QStringLiteral("INSERT INTO ledger SELECT sequence + 1, occurred, recorded, station, station_counter + 999, "
                                  "actor, action, subject, details, previous, body, zeroblob(32), signer, signature "
                                  "FROM ledger ORDER BY sequence DESC LIMIT 1")) &&
           raw.run(QStringLiteral("UPDATE ledger_head SET sequence = sequence + 1, hash = zeroblob(32)"));
}

} // namespace gatehouse::test
