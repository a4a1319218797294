// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracttest.h"
#include "storage/changewatcher.h"
#include "testprogram.h"

#include <QSignalSpy>

using namespace gatehouse;

class TestChangeWatcher : public test::ContractTest
{
    Q_OBJECT

    Result<void> commitSomething(const QByteArray &value)
    {
        GATEHOUSE_TRY_ASSIGN(auto write, store().beginWrite());
        GATEHOUSE_TRY(write->site().setSetting(QStringLiteral("x"), value));
        return write->commit();
    }

private Q_SLOTS:
    void saysThatAnotherConnectionCommitted()
    {
        storage::ChangeWatcher watcher(url());
        QSignalSpy started(&watcher, &storage::ChangeWatcher::started);
        QSignalSpy changed(&watcher, &storage::ChangeWatcher::changed);
        QSignalSpy unreachable(&watcher, &storage::ChangeWatcher::unreachable);
        watcher.start();
        QVERIFY(started.wait());
        for (int round = 1; round <= 3; ++round) {
            SUCCEEDS(commitSomething(QByteArray::number(round)));
            QTRY_COMPARE(changed.count(), round);
        }
        QCOMPARE(unreachable.count(), 0);
    }

    void staysQuietWhileNothingIsCommitted()
    {
        storage::ChangeWatcher watcher(url());
        QSignalSpy started(&watcher, &storage::ChangeWatcher::started);
        QSignalSpy changed(&watcher, &storage::ChangeWatcher::changed);
        watcher.start();
        QVERIFY(started.wait());
        {
            TAKE(write, store().beginWrite());
            SUCCEEDS(write->site().setSetting(QStringLiteral("x"), "rolled back"));
        }
        QVERIFY(!changed.wait(500));
    }

    void saysThatTheFilesWereTakenAway()
    {
        SUCCEEDS(commitSomething("1"));
        storage::ChangeWatcher watcher(url());
        QSignalSpy started(&watcher, &storage::ChangeWatcher::started);
        QSignalSpy unreachable(&watcher, &storage::ChangeWatcher::unreachable);
        watcher.start();
        QVERIFY(started.wait());
        QVERIFY(QFile::remove(url().mid(7) + QStringLiteral("-wal")));
        QVERIFY(unreachable.wait());
        QCOMPARE(unreachable.front().front().value<Error>().code, ErrorCode::Damaged);
    }

    void keepsTryingWhatIsNotThere()
    {
        storage::ChangeWatcher watcher(url() + QStringLiteral(".later"));
        QSignalSpy changed(&watcher, &storage::ChangeWatcher::changed);
        QSignalSpy unreachable(&watcher, &storage::ChangeWatcher::unreachable);
        watcher.start();
        QVERIFY(unreachable.wait());
        QCOMPARE(unreachable.front().front().value<Error>().code, ErrorCode::NotFound);
        storage::OpenOptions options;
        options.create = true;
        TAKE(later, storage::openStore(url() + QStringLiteral(".later"), options));
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(unreachable.count(), 1);
    }
};

GATEHOUSE_TEST(QCoreApplication, TestChangeWatcher);
#include "tst_changewatcher.moc"
