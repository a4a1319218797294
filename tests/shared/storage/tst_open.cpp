// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracttest.h"
#include "rawdatabase.h"
#include "storage/connection.h"
#include "storage/sqlitefile.h"
#include "testprogram.h"

#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace gatehouse;
using storage::OpenOptions;
using storage::openStore;

class TestOpen : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString path() const { return m_folder->filePath(QStringLiteral("a b;c?d.db")); }
    QString url() const { return QStringLiteral("sqlite:") + path(); }
    static OpenOptions creating()
    {
        OpenOptions options;
        options.create = true;
        return options;
    }
    void write(const QByteArray &content) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(content), content.size());
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void filesAreForTheOwnerOnly()
    {
        const mode_t old = ::umask(0);
        auto opened = openStore(url(), creating());
        ::umask(old);
        TAKE(store, std::move(opened));
        TAKE(transaction, store->beginWrite());
        for (const char *ending : {"", "-wal", "-shm"}) {
            struct stat status = {};
            QCOMPARE(::stat(QFile::encodeName(path() + QLatin1String(ending)).constData(), &status), 0);
            QCOMPARE(status.st_mode & 0777, mode_t(0600));
        }
    }

    void settings_data()
    {
        QTest::addColumn<int>("expected");
        QTest::newRow("synchronous") << 2;
        QTest::newRow("foreign_keys") << 1;
        QTest::newRow("secure_delete") << 1;
        QTest::newRow("trusted_schema") << 0;
        QTest::newRow("busy_timeout") << 5000;
        QTest::newRow("cell_size_check") << 1;
        QTest::newRow("temp_store") << 2;
    }

    void settings()
    {
        QFETCH(int, expected);
        TAKE(connection, storage::openSqliteFile(path(), creating()));
        TAKE(value, connection->number(QStringLiteral("PRAGMA %1").arg(QLatin1String(QTest::currentDataTag()))));
        QCOMPARE(value, std::optional<qint64>(expected));
    }

    void journalIsWal()
    {
        {
            TAKE(store, openStore(url(), creating()));
        }
        test::RawDatabase raw(path());
        QCOMPARE(raw.value(QStringLiteral("PRAGMA journal_mode")).toString(), QStringLiteral("wal"));
    }

    void urls_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("code");
        QTest::newRow("nothing") << QString() << "invalid";
        QTest::newRow("a path") << "/tmp/x.db"
                                << "invalid";
        QTest::newRow("no path") << "sqlite:"
                                 << "invalid";
        QTest::newRow("a folder") << "sqlite:/tmp"
                                  << "invalid";
        QTest::newRow("unknown engine") << "mysql://host/db"
                                        << "invalid";
        QTest::newRow("PostgreSQL") << "postgresql://host/db"
                                    << "unavailable";
        QTest::newRow("not there") << "sqlite:/nonexistent/x.db"
                                   << "not-found";
    }

    void urls()
    {
        QFETCH(QString, url);
        QFETCH(QString, code);
        const auto opened = openStore(url);
        QVERIFY(!opened);
        QCOMPARE(errorName(opened.error().code), code);
        QVERIFY(!opened.error().detail.isEmpty());
    }

    void createNeedsAFolder() { FAILS_WITH(openStore(QStringLiteral("sqlite:/nonexistent/x.db"), creating()), Unavailable); }

    void aPipeIsNoDatabase()
    {
        QCOMPARE(::mkfifo(QFile::encodeName(path()).constData(), 0600), 0);
        FAILS_WITH(openStore(url(), creating()), Invalid);
    }

    void nothingIsCreatedUnasked()
    {
        FAILS_WITH(openStore(url()), NotFound);
        QVERIFY(!QFile::exists(path()));
        OpenOptions options = creating();
        options.readOnly = true;
        FAILS_WITH(openStore(url(), options), NotFound);
        QVERIFY(!QFile::exists(path()));
    }

    void openingAgainKeepsWhatIsThere()
    {
        {
            TAKE(store, openStore(url(), creating()));
            TAKE(transaction, store->beginWrite());
            SUCCEEDS(transaction->site().setSetting(QStringLiteral("a"), "1"));
            SUCCEEDS(transaction->commit());
        }
        OpenOptions options = creating();
        options.verify = true;
        TAKE(store, openStore(QStringLiteral("sqlite://") + path(), options));
        TAKE(transaction, store->beginRead());
        TAKE(value, transaction->site().setting(QStringLiteral("a")));
        QCOMPARE(value, std::optional(QByteArray("1")));
    }

    void readOnlyNeverWrites()
    {
        {
            TAKE(store, openStore(url(), creating()));
        }
        OpenOptions options;
        options.readOnly = true;
        TAKE(store, openStore(url(), options));
        FAILS_WITH(store->beginWrite(), ReadOnly);
        TAKE(transaction, store->beginRead());
        TAKE(head, transaction->ledger().head());
        QCOMPARE(head.sequence, qint64(0));
    }

    void whatIsNoDatabaseIsDamaged_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("This is a letter to my aunt.\n").repeated(400);
        QTest::newRow("zeros") << QByteArray(8192, '\0');
        QTest::newRow("header only") << QByteArray("SQLite format 3\0", 16);
        QTest::newRow("header and garbage") << QByteArray("SQLite format 3\0", 16) + QByteArray(8192, '\xa5');
    }

    void whatIsNoDatabaseIsDamaged()
    {
        QFETCH(QByteArray, content);
        write(content);
        QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); // whoever tried says so: it is tried every second
        FAILS_WITH(openStore(url()), Damaged);
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
    }

    void aDatabaseOfOthersIsLeftAlone()
    {
        {
            test::RawDatabase raw(path());
            QVERIFY(raw.run(QStringLiteral("CREATE TABLE recipe (name TEXT)")));
        }
        FAILS_WITH(openStore(url(), creating()), Damaged);
        test::RawDatabase raw(path());
        QCOMPARE(raw.value(QStringLiteral("SELECT COUNT(*) FROM sqlite_schema")).toInt(), 1);
        QCOMPARE(raw.value(QStringLiteral("PRAGMA journal_mode")).toString(), QStringLiteral("delete"));
    }
};

GATEHOUSE_TEST(QCoreApplication, TestOpen);
#include "tst_open.moc"
