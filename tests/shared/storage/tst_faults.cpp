// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/databaseurl.h"
#include "contracttest.h"
#include "rawdatabase.h"
#include "storage/sqlitedialect.h"
#include "testprogram.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSqlError>
#include <QTemporaryDir>

#include <csignal>
#include <cstdio>
#include <functional>

using namespace gatehouse;
using namespace gatehouse::domain;
using storage::OpenOptions;
using storage::openStore;

namespace
{
OpenOptions creating()
{
    OpenOptions options;
    options.create = true;
    options.busyTimeout = std::chrono::milliseconds(50);
    return options;
}

void say(const QByteArray &line)
{
    std::fputs((line + '\n').constData(), stdout);
    std::fflush(stdout);
}

using Step = std::function<void()>;

/// A check-in as the use case writes it; `step` comes after each statement.
Result<void> checkIn(Store &store, test::SampleRows &rows, const StationId &station, int blobSize, const Step &step)
{
    GATEHOUSE_TRY_ASSIGN(auto write, store.beginWrite());
    step();
    GATEHOUSE_TRY_ASSIGN(const int number, write->visits().nextNumber());
    step();
    const Visit visit = rows.visit(number);
    GATEHOUSE_TRY(write->visits().insert(visit));
    step();
    GATEHOUSE_TRY(write->sealedData().put({visit.id, sealed::record, rows.bytes(blobSize)}));
    step();
    GATEHOUSE_TRY(write->sealedData().putKey({visit.id, QStringLiteral("site:1"), rows.bytes(80)}));
    step();
    GATEHOUSE_TRY_ASSIGN(const auto head, write->ledger().head());
    GATEHOUSE_TRY_ASSIGN(const qint64 counter, write->ledger().nextStationCounter(station));
    LedgerEntry entry = rows.entry(head, station, counter);
    entry.subject = visitSubject(visit.id);
    GATEHOUSE_TRY(write->ledger().append(entry));
    step();
    return write->commit();
}

/// Child: checks people in until something fails, then says what failed and what is still there to read.
int fillUp(const QString &url)
{
    test::SampleRows rows;
    auto store = openStore(url, creating());
    if (!store) {
        say("open " + errorName(store.error().code).toUtf8());
        return 0;
    }
    const auto station = rows.id<StationId>();
    int acknowledged = 0;
    Result<void> done;
    while (acknowledged < 2000 && (done = checkIn(**store, rows, station, 20000, [] {})))
        ++acknowledged;
    say("failed " + (done ? QByteArray("never") : errorName(done.error().code).toUtf8()));
    say("acknowledged " + QByteArray::number(acknowledged));
    auto read = (*store)->beginRead();
    const auto count = read ? (*read)->visits().count({}) : Result<int>(fail(read.error()));
    say("stored " + (count ? QByteArray::number(*count) : errorName(count.error().code).toUtf8()));
    return 0;
}

/// Child: one check-in after the other; after each statement it says so and waits for a line, so that the parent chooses where
/// it dies.
int stepThrough(const QString &url)
{
    test::SampleRows rows(7);
    auto store = openStore(url, creating());
    if (!store)
        return 1;
    const auto station = rows.id<StationId>();
    const Step step = [] {
        say("step");
        char line[8];
        if (!std::fgets(line, sizeof line, stdin))
            std::exit(1);
    };
    for (;;) {
        if (!checkIn(**store, rows, station, 5000, step))
            return 1;
        say("acknowledged");
    }
}

QByteArray describe(const Result<std::unique_ptr<Store>> &opened)
{
    return opened ? QByteArray("ok") : errorName(opened.error().code).toUtf8();
}

/// Child: what can be done with a database that cannot be written.
int tryReadOnly(const QString &url)
{
    auto store = openStore(url, creating());
    say("open " + describe(store));
    if (store) {
        const auto write = (*store)->beginWrite();
        say("write " + (write ? QByteArray("ok") : errorName(write.error().code).toUtf8()));
    }
    OpenOptions options;
    options.readOnly = true;
    store = openStore(url, options);
    say("read-only " + describe(store));
    if (store) {
        auto read = (*store)->beginRead();
        const auto count = read ? (*read)->visits().count({}) : Result<int>(fail(read.error()));
        say("stored " + (count ? QByteArray::number(*count) : errorName(count.error().code).toUtf8()));
    }
    return 0;
}

/// Child: how it is told that SQLite could write nothing.
int tellWriteError(const QString &url)
{
    const QSqlError error(QString(), QStringLiteral("disk I/O error"), QSqlError::StatementError, QStringLiteral("778"));
    say(errorName(storage::SqliteDialect().translate(error, databaseFile(url)).code).toUtf8());
    return 0;
}
} // namespace

class TestFaults : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString path() const { return m_folder->filePath(QStringLiteral("x.db")); }
    QString url() const { return QStringLiteral("sqlite:") + path(); }

    /// Lines of a child that runs in a mount namespace of its own after `mounts`.
    QByteArrayList inNamespace(const QString &mounts, const QString &child) const
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::SeparateChannels);
        process.start(QStringLiteral("unshare"),
                      {QStringLiteral("-rm"), QStringLiteral("sh"), QStringLiteral("-c"),
                       mounts + QStringLiteral(" && exec \"$0\" tst_faults --child %1 \"$2\"").arg(child),
                       QCoreApplication::applicationFilePath(), m_folder->path(), url()});
        process.waitForFinished(120000);
        if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
            return {"child: " + process.readAllStandardError()};
        return process.readAllStandardOutput().split('\n');
    }

    void makeVisits(int count)
    {
        test::SampleRows rows;
        TAKE(store, openStore(url(), creating()));
        const auto station = rows.id<StationId>();
        for (int i = 0; i < count; ++i)
            SUCCEEDS(checkIn(*store, rows, station, 3000, [] {}));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QProcess::execute(QStringLiteral("unshare"), {QStringLiteral("-rm"), QStringLiteral("true")}) != 0)
            QSKIP("this machine allows no mount namespaces, without which there is no full disk to test on");
    }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aFullDiskLosesNothing()
    {
        const auto lines = inNamespace(QStringLiteral("mount -t tmpfs -o size=1000k tmpfs \"$1\""), QStringLiteral("fill"));
        QVERIFY2(lines.size() >= 3, lines.join('\n').constData());
        QCOMPARE(lines[0], QByteArray("failed full"));
        const int acknowledged = lines[1].mid(13).toInt();
        QVERIFY2(acknowledged > 3, lines[1].constData());
        QCOMPARE(lines[2], "stored " + QByteArray::number(acknowledged));
    }

    void aFullDiskHoldsNoNewDatabase()
    {
        const auto lines = inNamespace(QStringLiteral("mount -t tmpfs -o size=16k tmpfs \"$1\""), QStringLiteral("fill"));
        QCOMPARE(lines.value(0), QByteArray("open full"));
    }

    void aReadOnlyFolder()
    {
        makeVisits(3);
        const auto lines = inNamespace(QStringLiteral("mount --bind \"$1\" \"$1\" && mount -o remount,ro,bind \"$1\""),
                                       QStringLiteral("read-only"));
        QCOMPARE(lines.value(0), QByteArray("open read-only"));
        QCOMPARE(lines.value(1), QByteArray("read-only ok"));
        QCOMPARE(lines.value(2), QByteArray("stored 3"));
    }

    /// A copy of a running site's files on media that cannot be written: what stands in the write-ahead file is not left out.
    void aWriteAheadFileThatCannotBeUsed()
    {
        makeVisits(3);
        TAKE(store, openStore(url(), creating()));
        test::SampleRows rows;
        SUCCEEDS(checkIn(*store, rows, rows.id<StationId>(), 3000, [] {}));
        const QString copy = m_folder->filePath(QStringLiteral("copy"));
        QVERIFY(QDir().mkdir(copy));
        for (const auto *ending : {"", "-wal"})
            QVERIFY(QFile::copy(path() + QLatin1String(ending), copy + QStringLiteral("/x.db") + QLatin1String(ending)));
        const auto lines = inNamespace(QStringLiteral("mount --bind \"$1/copy\" \"$1\" && mount -o remount,ro,bind \"$1\""),
                                       QStringLiteral("read-only"));
        QCOMPARE(lines.value(0), QByteArray("open read-only"));
        QCOMPARE(lines.value(1), QByteArray("read-only unavailable"));
    }

    void aReadOnlyFile()
    {
        makeVisits(3);
        const auto lines =
            inNamespace(QStringLiteral("mount --bind \"$1/x.db\" \"$1/x.db\" && mount -o remount,ro,bind \"$1/x.db\""),
                        QStringLiteral("read-only"));
        QCOMPARE(lines.value(0), QByteArray("open ok")); // it can be looked into
        QCOMPARE(lines.value(1), QByteArray("write read-only"));
        QCOMPARE(lines.value(2), QByteArray("read-only ok"));
        QCOMPARE(lines.value(3), QByteArray("stored 3"));
    }

    /// A file system becomes read-only under files that are open, as with ext4's errors=remount-ro.
    void aFileSystemThatLosesTheRightToWrite()
    {
        const QString tell = QStringLiteral("tell");
        QCOMPARE(inNamespace(QStringLiteral("true"), tell).value(0), QByteArray("unavailable"));
        QCOMPARE(inNamespace(QStringLiteral("mount --bind \"$1\" \"$1\" && mount -o remount,ro,bind \"$1\""), tell).value(0),
                 QByteArray("read-only"));
    }

    void aDamagedFile_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("length");
        QTest::newRow("header") << qint64(0) << qint64(100);
        QTest::newRow("schema") << qint64(100) << qint64(3900);
        QTest::newRow("every later page") << qint64(4096) << qint64(-1);
    }

    void aDamagedFile()
    {
        QFETCH(qint64, from);
        QFETCH(qint64, length);
        makeVisits(30);
        {
            QFile file(path());
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.seek(from));
            const qint64 size = length < 0 ? file.size() - from : length;
            QCOMPARE(file.write(QByteArray(static_cast<int>(size), '\x5a')), size);
        }
        OpenOptions options = creating();
        options.verify = true;
        FAILS_WITH(openStore(url(), options), Damaged);
    }

    void damageThatIsMetLater()
    {
        makeVisits(30);
        test::RawDatabase raw(path());
        const auto root = raw.value(QStringLiteral("SELECT rootpage FROM sqlite_schema WHERE name = 'visit'")).toLongLong();
        QVERIFY(root > 1);
        TAKE(store, openStore(url()));
        QVERIFY(raw.run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
        {
            QFile file(path());
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.seek((root - 1) * 4096));
            file.write(QByteArray(4096, '\x5a'));
        }
        TAKE(fresh, openStore(url()));
        TAKE(read, fresh->beginRead());
        FAILS_WITH(read->visits().find({}), Damaged);
    }

    /// SQLite itself would go on, acknowledge, and leave it in files that nobody finds.
    void filesThatAreTakenAwayInUse_data()
    {
        QTest::addColumn<QStringList>("taken");
        QTest::addColumn<bool>("replaced");
        const QString database = QStringLiteral("x.db");
        const QString log = database + QStringLiteral("-wal");
        const QString index = database + QStringLiteral("-shm");
        QTest::newRow("log and its index") << QStringList{log, index} << false;
        QTest::newRow("log") << QStringList{log} << false;
        QTest::newRow("index") << QStringList{index} << false;
        QTest::newRow("database") << QStringList{database} << false;
        QTest::newRow("a copy in its place") << QStringList{database} << true;
    }

    void filesThatAreTakenAwayInUse()
    {
        QFETCH(QStringList, taken);
        QFETCH(bool, replaced);
        makeVisits(3);
        const QString copy = m_folder->filePath(QStringLiteral("copy"));
        QVERIFY(QFile::copy(path(), copy));
        TAKE(store, openStore(url(), creating()));
        OpenOptions looking;
        looking.readOnly = true;
        TAKE(reader, openStore(url(), looking));
        test::SampleRows rows(9);
        SUCCEEDS(checkIn(*store, rows, rows.id<StationId>(), 100, [] {})); // acknowledged, and in the log only
        for (const QString &file : taken)
            QVERIFY(QFile::remove(m_folder->filePath(file)));
        if (replaced)
            QVERIFY(QFile::rename(copy, path()));
        if (taken.contains(QStringLiteral("x.db")) && !replaced) {
            FAILS_WITH(store->beginWrite(), Unavailable);
            FAILS_WITH(store->beginRead(), Unavailable);
            FAILS_WITH(reader->dataVersion(), Unavailable);
            FAILS_WITH(openStore(url()), NotFound);
            FAILS_WITH(openStore(url(), creating()), Unavailable);
            return;
        }
        FAILS_WITH(store->beginWrite(), Damaged);
        FAILS_WITH(store->beginRead(), Damaged);
        FAILS_WITH(reader->dataVersion(), Damaged);
        FAILS_WITH(openStore(url()), Damaged); // not before all have let go of the old files
        reader.reset();
        store.reset();
        TAKE(again, openStore(url()));
        TAKE(read, again->beginRead());
        TAKE(visits, read->visits().find({}));
        QCOMPARE(visits.size(), std::size_t(4)); // nothing acknowledged was lost with the log
    }

    /// Who closes first cannot save all while another reads what was there before, and does not say so.
    void aLogThatIsTakenWhileSomebodyReads()
    {
        makeVisits(3);
        TAKE(store, openStore(url(), creating()));
        TAKE(other, openStore(url()));
        TAKE(read, other->beginRead());
        SUCCEEDS(read->visits().find({})); // from here on it reads this state
        test::SampleRows rows(9);
        SUCCEEDS(checkIn(*store, rows, rows.id<StationId>(), 100, [] {}));
        QVERIFY(QFile::remove(path() + QStringLiteral("-wal")));
        QTest::ignoreMessage(QtCriticalMsg, "the write-ahead file was taken away; not all that stood in it is in the database");
        store.reset();
        read.reset();
        QTest::ignoreMessage(QtCriticalMsg, "the write-ahead file was taken away; what stood in it is in the database");
        other.reset();
        TAKE(again, openStore(url()));
        TAKE(now, again->beginRead());
        TAKE(visits, now->visits().find({}));
        QCOMPARE(visits.size(), std::size_t(4));
    }

    /// The same while another program has the database open too: then SQLite itself saves nothing on closing.
    void aLogThatIsTakenFromTwoPrograms()
    {
        makeVisits(3);
        TAKE(store, openStore(url(), creating()));
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("tst_faults"), QStringLiteral("--child"), QStringLiteral("step"), url()});
        QVERIFY(other.waitForStarted());
        QVERIFY(other.waitForReadyRead(30000)); // inside a transaction
        other.write("\n\n\n\n\n\n");
        QByteArray said = other.readAllStandardOutput();
        while (!said.contains("acknowledged")) {
            QVERIFY(other.waitForReadyRead(30000));
            said += other.readAllStandardOutput();
        }
        for (const auto *ending : {"-wal", "-shm"})
            QVERIFY(QFile::remove(path() + QLatin1String(ending)));
        FAILS_WITH(store->beginRead(), Damaged);
        store.reset();
        other.kill();
        QVERIFY(other.waitForFinished());
        TAKE(again, openStore(url()));
        TAKE(read, again->beginRead());
        TAKE(visits, read->visits().find({}));
        QCOMPARE(visits.size(), std::size_t(4));
    }

    void aLockedDatabase()
    {
        makeVisits(1);
        test::RawDatabase raw(path());
        QVERIFY(raw.run(QStringLiteral("PRAGMA locking_mode = EXCLUSIVE")));
        QVERIFY(raw.run(QStringLiteral("BEGIN IMMEDIATE")));
        QVERIFY(raw.run(QStringLiteral("UPDATE counter SET reached = 7")));
        QVERIFY(raw.run(QStringLiteral("COMMIT")));
        FAILS_WITH(openStore(url(), creating()), Busy);
    }

    void aKillBetweenStatementsKeepsWhatWasAcknowledged_data()
    {
        QTest::addColumn<int>("steps");
        for (int steps = 1; steps <= 14; ++steps)
            QTest::addRow("after statement %d", steps) << steps;
    }

    void aKillBetweenStatementsKeepsWhatWasAcknowledged()
    {
        QFETCH(int, steps);
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("tst_faults"), QStringLiteral("--child"), QStringLiteral("step"), url()});
        QVERIFY(child.waitForStarted());
        int seen = 0;
        int acknowledged = 0;
        while (seen < steps) {
            QVERIFY(child.canReadLine() || child.waitForReadyRead(30000));
            while (seen < steps && child.canReadLine()) {
                if (child.readLine().startsWith("acknowledged")) {
                    ++acknowledged;
                } else if (++seen < steps) {
                    child.write("\n");
                    child.waitForBytesWritten();
                }
            }
        }
        QCOMPARE(::kill(static_cast<pid_t>(child.processId()), SIGKILL), 0);
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);

        OpenOptions options;
        options.verify = true;
        TAKE(store, openStore(url(), options));
        TAKE(read, store->beginRead());
        TAKE(visits, read->visits().find({}));
        QCOMPARE(int(visits.size()), acknowledged); // the child waits inside its transaction: that one is gone whole
        TAKE(head, read->ledger().head());
        QCOMPARE(head.sequence, qint64(acknowledged));
        for (const Visit &visit : visits) {
            TAKE(entries, read->ledger().ofSubject(visitSubject(visit.id)));
            QCOMPARE(entries.size(), std::size_t(1));
            TAKE(blob, read->sealedData().blob(visit.id, sealed::record));
            QVERIFY(blob && blob->bytes.size() == 5000);
            TAKE(keys, read->sealedData().keys(visit.id));
            QCOMPARE(keys.size(), std::size_t(1));
        }
        read.reset();
        test::SampleRows rows(8);
        SUCCEEDS(checkIn(*store, rows, rows.id<StationId>(), 100, [] {}));
    }
};

static int faultsMain(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.value(2) == QLatin1String("--child")) {
        const QString what = arguments.value(3);
        const QString url = arguments.value(4);
        return what == QLatin1String("fill")   ? fillUp(url)
               : what == QLatin1String("tell") ? tellWriteError(url)
               : what == QLatin1String("step") ? stepThrough(url)
                                               : tryReadOnly(url);
    }
    TestFaults test;
    return gatehouse::test::execute(test, argc, argv);
}
GATEHOUSE_TEST_MAIN(TestFaults, faultsMain);
#include "tst_faults.moc"
