// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracttest.h"
#include "rawdatabase.h"
#include "testprogram.h"

#include <QTemporaryDir>

#include <limits>

using namespace gatehouse;
using namespace gatehouse::domain;

/// What rows that were changed by hand do to the store. Whether they give anybody authority is for tests/shared/usecases.
class TestTampering : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    QString path() const { return m_folder->filePath(QStringLiteral("x.db")); }

private Q_SLOTS:
    void init()
    {
        m_store.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        storage::OpenOptions options;
        options.create = true;
        TAKE(store, storage::openStore(QStringLiteral("sqlite:") + path(), options));
        m_store = std::move(store);
    }
    void cleanup() { m_store.reset(); }

    void ledgerRowsStay_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("update") << "UPDATE ledger SET actor = 'x'";
        QTest::newRow("delete") << "DELETE FROM ledger";
        QTest::newRow("head back") << "UPDATE ledger_head SET sequence = 1";
        QTest::newRow("head far ahead") << "UPDATE ledger_head SET sequence = sequence + 2";
        QTest::newRow("head away") << "DELETE FROM ledger_head";
        QTest::newRow("second head") << "INSERT INTO ledger_head VALUES (2, 0, x'00')";
    }

    void ledgerRowsStay()
    {
        QFETCH(QString, statement);
        test::SampleRows rows;
        const auto station = rows.id<StationId>();
        LedgerHead head;
        TAKE(write, m_store->beginWrite());
        for (int i = 1; i <= 2; ++i) {
            const LedgerEntry entry = rows.entry(head, station, i);
            SUCCEEDS(write->ledger().append(entry));
            head = {entry.sequence, entry.hash};
        }
        SUCCEEDS(write->commit());
        test::RawDatabase raw(path());
        const auto before = raw.rows(QStringLiteral("SELECT * FROM ledger"));
        QVERIFY2(!raw.run(statement), "the engine let it pass");
        QCOMPARE(raw.rows(QStringLiteral("SELECT * FROM ledger")), before);
    }

    void aHeadThatIsNotTheLastEntryStopsWriting_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("last entry taken away") << "DELETE FROM ledger WHERE sequence = 2";
        QTest::newRow("all taken away") << "DELETE FROM ledger";
        QTest::newRow("entry put there")
            << "INSERT INTO ledger SELECT 3, occurred, recorded, station, 9, actor, action, subject, details, "
               "previous, body, hash, signer, signature FROM ledger WHERE sequence = 2";
        QTest::newRow("last hash changed") << "UPDATE ledger SET hash = x'00' WHERE sequence = 2";
        QTest::newRow("head lost") << "DELETE FROM ledger_head";
        QTest::newRow("head turned back") << "UPDATE ledger_head SET sequence = 1";
    }

    void aHeadThatIsNotTheLastEntryStopsWriting()
    {
        QFETCH(QString, statement);
        test::SampleRows rows;
        const auto station = rows.id<StationId>();
        LedgerHead head;
        {
            TAKE(write, m_store->beginWrite());
            for (int i = 1; i <= 2; ++i) {
                const LedgerEntry entry = rows.entry(head, station, i);
                SUCCEEDS(write->ledger().append(entry));
                head = {entry.sequence, entry.hash};
            }
            SUCCEEDS(write->commit());
        }
        test::RawDatabase raw(path());
        for (const QVariantList &trigger : raw.rows(QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'trigger'")))
            QVERIFY(raw.run(QStringLiteral("DROP TRIGGER ") + trigger.front().toString()));
        QVERIFY2(raw.run(statement), qPrintable(raw.error()));
        TAKE(write, m_store->beginWrite());
        FAILS_WITH(write->ledger().head(), BadSignature);
        FAILS_WITH(write->ledger().append(rows.entry(head, station, 3)), BadSignature);
    }

    /// Code in the file that swallows an entry, while the person is told that it is written.
    void whatWouldSwallowAnEntryStopsWriting_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<QStringList>("planted");
        QTest::newRow("triggers")
            << QStringList{"DROP TRIGGER ledger_no_delete",
                           "CREATE TRIGGER z1 AFTER INSERT ON ledger BEGIN DELETE FROM ledger WHERE sequence=NEW.sequence; END",
                           "CREATE TRIGGER z2 BEFORE UPDATE ON ledger_head WHEN NOT EXISTS (SELECT 1 FROM ledger WHERE "
                           "sequence=NEW.sequence) BEGIN SELECT RAISE(IGNORE); END"}
            << QStringList{"z1", "z2"};
        QTest::newRow("one of ours, changed")
            << QStringList{"DROP TRIGGER ledger_no_delete",
                           "CREATE TRIGGER ledger_no_delete BEFORE INSERT ON ledger BEGIN SELECT RAISE(IGNORE); END"}
            << QStringList{"ledger_no_delete"};
        QTest::newRow("a view in the place of a table")
            << QStringList{"ALTER TABLE visit RENAME TO kept", "CREATE VIEW visit AS SELECT * FROM kept"}
            << QStringList{"kept",           "visit",        "visit_by_host", "visit_by_party", "visit_by_pickup",
                           "visit_by_state", "visit_by_time"};
        QTest::newRow("a head that does not move")
            << QStringList{"DROP TABLE ledger_head",
                           "CREATE TABLE ledger_head (id INTEGER, sequence INTEGER UNIQUE ON CONFLICT IGNORE, hash BLOB)"}
            << QStringList{"ledger_head"};
        QTest::newRow("an index that fails for alarms")
            << QStringList{"CREATE INDEX quiet ON ledger(CASE WHEN action='alarm' THEN abs(-9223372036854775807-1) END)"}
            << QStringList{"quiet"};
        QTest::newRow("one of ours, unique")
            << QStringList{"DROP INDEX ledger_by_subject", "CREATE UNIQUE INDEX ledger_by_subject ON ledger (subject)"}
            << QStringList{"ledger_by_subject"};
        QTest::newRow("a table that holds visits fast")
            << QStringList{"CREATE TABLE held (visit TEXT REFERENCES visit (id))"} << QStringList{"held"};
        QTest::newRow("what the engine makes by itself") << QStringList{"ANALYZE"} << QStringList();
    }

    void whatWouldSwallowAnEntryStopsWriting()
    {
        QFETCH(QStringList, statements);
        QFETCH(QStringList, planted);
        test::RawDatabase raw(path());
        QVERIFY(raw.run("PRAGMA legacy_alter_table=ON"));
        for (const QString &statement : statements)
            QVERIFY2(raw.run(statement), qPrintable(raw.error()));
        {
            TAKE(read, m_store->beginRead());
            TAKE(found, read->ledger().plantedCode());
            QCOMPARE(found, planted);
        }
        if (planted.isEmpty())
            SUCCEEDS(m_store->beginWrite());
        else
            FAILS_WITH(m_store->beginWrite(), Damaged);
    }

    void aCountThatWasUsedUpIsSaid()
    {
        test::SampleRows rows;
        const auto station = rows.id<StationId>();
        TAKE(write, m_store->beginWrite());
        SUCCEEDS(write->ledger().append(rows.entry({}, station, std::numeric_limits<qint64>::max())));
        FAILS_WITH(write->ledger().nextStationCounter(station), Damaged);
        TAKE(other, write->ledger().nextStationCounter(rows.id<StationId>()));
        QCOMPARE(other, 1);
    }

    void anUnreadableVisitDoesNotHideTheOthers_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("unknown state") << "UPDATE visit SET state = 'vip' WHERE number = 2";
        QTest::newRow("id in capitals") << "UPDATE visit SET id = upper(id) WHERE number = 2";
        QTest::newRow("no id") << "UPDATE visit SET id = 'x' WHERE number = 2";
    }

    void anUnreadableVisitDoesNotHideTheOthers()
    {
        QFETCH(QString, statement);
        test::SampleRows rows;
        {
            TAKE(write, m_store->beginWrite());
            for (int number = 1; number <= 3; ++number)
                SUCCEEDS(write->visits().insert(rows.visit(number)));
            SUCCEEDS(write->commit());
        }
        test::RawDatabase raw(path());
        QVERIFY2(raw.run(statement), qPrintable(raw.error()));
        TAKE(read, m_store->beginRead());
        TAKE(found, read->visits().find({}));
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0].number, 3);
        QCOMPARE(found[1].number, 1);
    }

    void aValueOfAnotherTypeDoesNotEnter()
    {
        test::RawDatabase raw(path());
        QVERIFY(!raw.run(QStringLiteral("INSERT INTO station_pulse VALUES ('a', 'yesterday', x'00')")));
    }
};

GATEHOUSE_TEST(QCoreApplication, TestTampering);
#include "tst_tampering.moc"
