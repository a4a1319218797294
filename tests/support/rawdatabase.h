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

} // namespace gatehouse::test
