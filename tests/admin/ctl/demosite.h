// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "toolrun.h"

#include <QHash>
#include <QJsonArray>
#include <QObject>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

namespace gatehouse::test
{

/// A test over a demo site that the real binary makes once for all its functions, in a folder of its own.
class DemoSite : public QObject
{
protected:
    void makeDemo()
    {
        QVERIFY(m_folder.isValid());
        const auto made = run({"demo", "--weeks", "1", "--fast-keys", "--json"});
        QVERIFY2(made.exit == 0, made.err.constData());
        for (const auto &object : made.objects()) {
            if (object.contains("password")) {
                const auto role = object.value("roles")[0].toString();
                m_passwords.insert(role, object.value("password").toString());
                m_numbers.insert(role, object.value("number").toString());
            }
        }
    }

    QProcessEnvironment environment(const QString &name) const
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.remove("XDG_RUNTIME_DIR"); // as in a service's shell
        environment.insert("GATEHOUSE_DB", "sqlite:" + m_folder.filePath(name + ".db"));
        environment.insert("GATEHOUSE_CONFIG", m_folder.filePath(name + "-stations"));
        return environment;
    }

    ToolRun run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return runTool(arguments, input, environment("demo"));
    }

    QByteArray passwordOf(const QString &role) const { return m_passwords.value(role).toUtf8() + '\n'; }

    QString issuedToken() const
    {
        return value(QStringLiteral("select token from badge where state = 'issued' order by issued_at desc limit 1"));
    }

    /// The first value that the query gives of the demo's database.
    QString value(const QString &sql) const
    {
        auto database = QSqlDatabase::addDatabase("QSQLITE", "look");
        database.setDatabaseName(m_folder.filePath("demo.db"));
        QString result;
        if (database.open()) {
            QSqlQuery query(database);
            if (query.exec(sql) && query.next())
                result = query.value(0).toString();
            query.clear();
            database.close();
        }
        database = {};
        QSqlDatabase::removeDatabase("look");
        return result;
    }

    QTemporaryDir m_folder;
    QHash<QString, QString> m_passwords;
    QHash<QString, QString> m_numbers;
};

} // namespace gatehouse::test
