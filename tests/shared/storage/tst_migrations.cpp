// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracttest.h"
#include "rawdatabase.h"
#include "storage/connection.h"
#include "storage/dialect.h"
#include "storage/migrations/migrations.h"
#include "storage/sqlitefile.h"
#include "testprogram.h"

#include <QFile>
#include <QTemporaryDir>

#include <thread>

using namespace gatehouse;
using namespace gatehouse::storage;

class TestMigrations : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString path(const char *name = "x.db") const { return m_folder->filePath(QLatin1String(name)); }
    static OpenOptions creating()
    {
        OpenOptions options;
        options.create = true;
        return options;
    }

    /// The database as the program of that version left it.
    static Result<void> makeVersion(const QString &path, int version)
    {
        GATEHOUSE_TRY_ASSIGN(auto connection, openSqliteFile(path, creating()));
        GATEHOUSE_TRY(
            connection->execute(QStringLiteral("CREATE TABLE schema_version (version INTEGER NOT NULL PRIMARY KEY) STRICT")));
        for (int next = 1; next <= version; ++next) {
            for (const QString &statement : migrations()[static_cast<std::size_t>(next - 1)](connection->dialect()))
                GATEHOUSE_TRY(connection->execute(inDialect(connection->dialect(), statement)));
            GATEHOUSE_TRY(
                connection->execute(QStringLiteral("INSERT INTO schema_version (version) VALUES (?)"), boundAll(next)));
        }
        return {};
    }

    static QStringList schemaOf(const QString &path)
    {
        test::RawDatabase raw(path);
        QStringList lines;
        for (const QVariantList &row :
             raw.rows(QStringLiteral("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")))
            lines << row.front().toString();
        return lines;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void everyOlderVersionBecomesTheCurrentOne_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version <= currentSchemaVersion(); ++version)
            QTest::newRow(QByteArray::number(version).constData()) << version;
    }

    void everyOlderVersionBecomesTheCurrentOne()
    {
        QFETCH(int, version);
        SUCCEEDS(makeVersion(path("old.db"), version));
        SUCCEEDS(openStore(QStringLiteral("sqlite:") + path("old.db")));
        SUCCEEDS(openStore(QStringLiteral("sqlite:") + path("fresh.db"), creating()));
        QCOMPARE(schemaOf(path("old.db")), schemaOf(path("fresh.db")));
    }

    /// A released migration never changes: the golden files are the schema of each version as it went out.
    void everyVersionIsAsReleased_data() { everyOlderVersionBecomesTheCurrentOne_data(); }

    void everyVersionIsAsReleased()
    {
        QFETCH(int, version);
        QFile golden(QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/shared/storage/schema-%1.sql").arg(version));
        QVERIFY2(golden.open(QIODevice::ReadOnly), "golden file is missing");
        SUCCEEDS(makeVersion(path(), version));
        QCOMPARE(schemaOf(path()).join(QStringLiteral(";\n")) + QStringLiteral(";\n"), QString::fromUtf8(golden.readAll()));
    }

    void aNewerSchemaIsRefusedAndLeftAlone()
    {
        SUCCEEDS(openStore(QStringLiteral("sqlite:") + path(), creating()));
        {
            test::RawDatabase raw(path());
            QVERIFY(raw.run(QStringLiteral("INSERT INTO schema_version (version) VALUES (?)"), {currentSchemaVersion() + 1}));
            QVERIFY(raw.run(QStringLiteral("CREATE TABLE tomorrow (x)")));
        }
        const QStringList before = schemaOf(path());
        FAILS_WITH(openStore(QStringLiteral("sqlite:") + path(), creating()), NewerSchema);
        OpenOptions reading;
        reading.readOnly = true;
        FAILS_WITH(openStore(QStringLiteral("sqlite:") + path(), reading), NewerSchema);
        QCOMPARE(schemaOf(path()), before);
    }

    /// By a program that had it open while a newer one migrated it, until it is put right.
    void aSchemaThatBecomesNewerIsRefusedToo()
    {
        TAKE(store, openStore(QStringLiteral("sqlite:") + path(), creating()));
        test::RawDatabase raw(path());
        QVERIFY(raw.run(QStringLiteral("INSERT INTO schema_version (version) VALUES (9999)")));
        FAILS_WITH(store->beginWrite(), NewerSchema);
        FAILS_WITH(store->beginRead(), NewerSchema);
        QVERIFY(raw.run(QStringLiteral("DELETE FROM schema_version WHERE version = 9999"))); // nothing is left locked
        SUCCEEDS(store->beginRead());
        SUCCEEDS(store->beginWrite());
    }

    void anOlderSchemaNeedsMigrating()
    {
        {
            TAKE(connection, openSqliteFile(path(), creating()));
            SUCCEEDS(connection->execute(QStringLiteral("CREATE TABLE schema_version (version INTEGER NOT NULL PRIMARY KEY)")));
        }
        OpenOptions options;
        options.migrate = false;
        FAILS_WITH(openStore(QStringLiteral("sqlite:") + path(), options), Damaged); // no version at all is none of ours
    }

    void programsThatStartAtOnceMigrateOnce()
    {
        std::vector<std::thread> threads;
        std::vector<QByteArray> answers(4);
        for (QByteArray &answer : answers) {
            threads.emplace_back(
                [this, &answer] { answer = test::explain(openStore(QStringLiteral("sqlite:") + path(), creating())); });
        }
        for (std::thread &thread : threads)
            thread.join();
        for (const QByteArray &answer : answers)
            QCOMPARE(answer, QByteArray("ok"));
        test::RawDatabase raw(path());
        QCOMPARE(raw.value(QStringLiteral("SELECT COUNT(*) FROM schema_version")).toInt(), currentSchemaVersion());
    }
};

GATEHOUSE_TEST(QCoreApplication, TestMigrations);
#include "tst_migrations.moc"
