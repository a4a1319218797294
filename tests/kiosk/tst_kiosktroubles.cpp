// SPDX-License-Identifier: GPL-3.0-or-later
// What a person in front of the kiosk sees when the register is not as it should be. Faults of disks happen for real, in a
// mount namespace of our own.
#include "askanew.h"
#include "kioskbench.h"
#include "ownmounts.h"
#include "rawdatabase.h"
#include "testprogram.h"

#include "security/stationvault.h"
#include "storage/open.h"
#include "usecases/stations.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QMutex>
#include <QRegularExpression>
#include <QSignalSpy>

#include <functional>
#include <sys/mount.h>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace std::chrono_literals;
namespace page = gatehouse::kiosk::page;

namespace
{
QMutex logMutex;
QStringList logged;

void collect(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QMutexLocker lock(&logMutex);
    if (type != QtDebugMsg)
        logged << QString::fromLatin1(context.category) + QLatin1String(": ") + message;
}

/// Writes over what the ledger says happened first.
void tamper(KioskBench &bench)
{
    RawDatabase raw(bench.site.databasePath());
    const auto triggers = raw.rows(QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'trigger'"));
    for (const QVariantList &row : triggers)
        raw.run(QStringLiteral("DROP TRIGGER \"%1\"").arg(row.front().toString()));
    if (!raw.run(QStringLiteral("UPDATE ledger SET actor = 'staff:somebody' WHERE sequence = 3")))
        qFatal("%s", qPrintable(raw.error()));
}

bool mountOver(const QString &folder, const char *type, unsigned long flags, const char *options)
{
    const QByteArray path = QFile::encodeName(folder);
    return ::mount(type ? type : path.constData(), path.constData(), type, flags, options) == 0;
}

/// Everything from here on can be read only.
bool makeReadOnly(const QString &folder)
{
    return mountOver(folder, nullptr, MS_BIND, nullptr) &&
           mountOver(folder, nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr);
}
} // namespace

class TestKioskTroubles : public QObject
{
    Q_OBJECT

    bool m_mounts = hasOwnMounts();

    /// The log says which trouble it is, and nothing of the visitor.
    void verifyLog(const QString &code)
    {
        const QMutexLocker lock(&logMutex);
        QVERIFY2(logged.join(QLatin1Char('\n')).contains(QStringLiteral("gatehouse.kiosk: ")),
                 qPrintable(logged.join(QLatin1Char('\n'))));
        if (!code.isEmpty())
            QVERIFY2(logged.join(QLatin1Char('\n')).contains(code), qPrintable(logged.join(QLatin1Char('\n'))));
        static const QRegularExpression twice(QStringLiteral("\\b([a-z-]+) \\1\\b"));
        QVERIFY2(!logged.join(QLatin1Char('\n')).contains(twice), qPrintable(logged.join(QLatin1Char('\n'))));
        for (const char *personal : {"Eriksson", "Anna", "X0000042", "Northlight"})
            QVERIFY2(!logged.join(QLatin1Char('\n')).contains(QLatin1String(personal)), personal);
    }

    /// Time goes on, and everything that is due gets its answer.
    static void goOn(KioskBench &bench, std::chrono::seconds time)
    {
        for (int quarter = 0; quarter < time.count() * 4; ++quarter) {
            bench.pass(250ms);
            bench.settle();
        }
    }

private Q_SLOTS:
    void initTestCase() { qInstallMessageHandler(collect); }
    void cleanupTestCase() { qInstallMessageHandler(nullptr); }
    void init() { logged.clear(); }

    void databaseComesBack()
    {
        KioskBench bench;
        QVERIFY(QFile::rename(bench.site.databasePath(), bench.site.databasePath() + QStringLiteral(".away")));
        bench.gateway.open();
        QTRY_COMPARE(bench.kiosk.page(), page::trouble);
        QCOMPARE(bench.kiosk.trouble(), QStringLiteral("no-database"));
        QVERIFY(!bench.kiosk.online());
        QVERIFY(QFile::rename(bench.site.databasePath() + QStringLiteral(".away"), bench.site.databasePath()));
        bench.pass(1s);
        QTRY_COMPARE(bench.kiosk.page(), page::rest);
    }

    void atTheStart_data()
    {
        QTest::addColumn<QString>("trouble");
        QTest::addColumn<std::function<void(KioskBench &)>>("fault");
        using Fault = std::function<void(KioskBench &)>;
        QTest::newRow("not a database") << "damaged" << Fault([](KioskBench &bench) {
            QFile file(bench.site.databasePath());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(8192, 'x'));
            QFile::remove(bench.site.databasePath() + QStringLiteral("-wal"));
        });
        QTest::newRow("written by a newer program") << "newer-schema" << Fault([](KioskBench &bench) {
            const int next = storage::currentSchemaVersion() + 1;
            QVERIFY(RawDatabase(bench.site.databasePath())
                        .run(QStringLiteral("INSERT INTO schema_version (version) VALUES (?)"), {next}));
        });
        QTest::newRow("held by another program") << "busy" << Fault([](KioskBench &bench) {
            static std::unique_ptr<RawDatabase> holder; // until the next row
            holder = std::make_unique<RawDatabase>(bench.site.databasePath());
            QVERIFY(holder->run(QStringLiteral("BEGIN IMMEDIATE")));
        });
        QTest::newRow("another site's database") << "replaced-site" << Fault([](KioskBench &bench) {
            bench.site.kiosk().stop();
            bench.site.admin().stop();
            static TestSite other;
            for (const char *part : {"", "-wal", "-shm"}) {
                const QString mine = bench.site.databasePath() + QLatin1String(part);
                QFile::remove(mine);
                if (QFile::exists(other.databasePath() + QLatin1String(part)))
                    QVERIFY(QFile::copy(other.databasePath() + QLatin1String(part), mine));
            }
        });
        QTest::newRow("changed ledger") << "tampered" << Fault(tamper);
        QTest::newRow("replaced site key") << "tampered" << Fault([](KioskBench &bench) {
            QVERIFY(
                RawDatabase(bench.site.databasePath()).run(QStringLiteral("UPDATE sealing_key SET public_key = zeroblob(32)")));
        });
        QTest::newRow("clock set back") << "clock-wrong" << Fault([](KioskBench &bench) {
            bench.site.clock.setWall(bench.site.clock.now().addDays(-3));
        });
        QTest::newRow("no station key") << "not-enrolled" << Fault([](KioskBench &bench) {
            QVERIFY(QDir(bench.site.vaultFolder()).removeRecursively());
        });
        QTest::newRow("a station key that was revoked") << "revoked" << Fault([](KioskBench &bench) {
            must(usecases::revokeStation(bench.site.admin().at(), bench.site.manager(), bench.site.kiosk().at().stationId()));
        });
        QTest::newRow("not in service yet") << "not-live" << Fault([](KioskBench &bench) {
            bench.site.kiosk().stop();
            bench.site.admin().stop();
            QVERIFY(QFile::remove(bench.site.databasePath()) && QDir(bench.site.vaultFolder()).removeRecursively());
            QFile::remove(bench.site.databasePath() + QStringLiteral("-wal"));
            auto store = must(storage::openStore(bench.site.url(), {.create = true}));
            usecases::SiteSetup setup;
            setup.siteName = QStringLiteral("Not yet");
            setup.managerNumber = QStringLiteral("1001");
            setup.managerName = QStringLiteral("Chen Yu");
            setup.agreementDate = QDate(2026, 1, 5);
            setup.password = TestSite::password();
            setup.cost = security::KeyCost::Minimal;
            must(usecases::initSite(*store, bench.site.clock, bench.site.randomness,
                                    security::StationVault(bench.site.vaultFolder()), setup));
        });
        QTest::newRow("read-only") << "read-only"
                                   << Fault([](KioskBench &bench) { QVERIFY(makeReadOnly(bench.site.folder())); });
    }
    void atTheStart()
    {
        QFETCH(QString, trouble);
        QFETCH(std::function<void(KioskBench &)>, fault);
        KioskBench bench;
        if (trouble == QLatin1String("read-only") && !m_mounts)
            QSKIP("no mount namespaces here");
        fault(bench);
        if (QTest::currentTestFailed())
            return;
        bench.gateway.open();
        QTRY_COMPARE_WITH_TIMEOUT(bench.kiosk.page(), page::trouble, 20000);
        bench.settle(); // and nothing else is found when it looks at the rest
        QCOMPARE(bench.kiosk.trouble(), trouble);
        QVERIFY(bench.kiosk.troubleText().size() > 20 && bench.kiosk.troubleTitle() != trouble);
        for (const char *word : {"administrator", "gatehousectl", "ledger", "database"}) // no visitor's business
            QVERIFY2(!bench.kiosk.troubleText().contains(QLatin1String(word)), qPrintable(bench.kiosk.troubleText()));
        QVERIFY(bench.kiosk.troubleAdvice().size() > 20);
        QVERIFY(!bench.kiosk.online());
        verifyLog(trouble);
        if (trouble == QLatin1String("read-only")) {
            QCOMPARE(::umount2(QFile::encodeName(bench.site.folder()).constData(), MNT_DETACH), 0);
            goOn(bench, 11s);
            QCOMPARE(bench.kiosk.page(), page::rest);
        }
    }

    void aDamagedFileIsSaidWhenItBeginsAndWhenItEnds()
    {
        KioskBench bench;
        bench.site.kiosk().stop();
        bench.site.admin().stop();
        QFile file(bench.site.databasePath());
        QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
        const QByteArray sound = file.readAll();
        QVERIFY(file.seek(0) && file.write(QByteArray(sound.size(), 'x')) == sound.size());
        logged.clear();
        bench.gateway.open();
        goOn(bench, 60s);
        QCOMPARE(bench.kiosk.trouble(), QStringLiteral("damaged"));
        QVERIFY2(logged.size() == 1 && logged.front().contains(QStringLiteral("out of order: damaged")),
                 qPrintable(logged.join(QLatin1Char('\n'))));
        QVERIFY(file.seek(0) && file.write(sound) == sound.size());
        goOn(bench, 20s);
        QCOMPARE(bench.kiosk.page(), page::rest);
        QVERIFY2(logged.filter(QStringLiteral("in order again")).size() == 1, qPrintable(logged.join(QLatin1Char('\n'))));
    }

    void aPageIsDamagedWhileItRuns()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        bench.settle();
        {
            RawDatabase raw(bench.site.databasePath());
            const qint64 size = raw.value(QStringLiteral("PRAGMA page_size")).toLongLong();
            const auto roots =
                raw.rows(QStringLiteral("SELECT rootpage FROM sqlite_schema WHERE tbl_name = 'visit' AND rootpage > 0"));
            QVERIFY(raw.run(QStringLiteral("DELETE FROM station_boot")));
            QCOMPARE(raw.value(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")).toInt(), 0);
            QFile file(bench.site.databasePath());
            QVERIFY(file.open(QIODevice::ReadWrite));
            for (const QVariantList &root : roots) // of the table and its indexes
                QVERIFY(file.seek((root.front().toLongLong() - 1) * size) && file.write(QByteArray(100, '\xff')) == 100);
        }
        logged.clear();
        QSignalSpy troubles(&bench.gateway, &kiosk::Gateway::troubleChanged);
        bench.seen();
        QTRY_COMPARE(bench.kiosk.trouble(), QStringLiteral("damaged"));
        goOn(bench, 60s);
        QCOMPARE(bench.kiosk.page(), page::trouble);
        QCOMPARE(troubles.size(), 1);
        QVERIFY2(logged.size() <= 4, qPrintable(logged.join(QLatin1Char('\n'))));
    }

    // What no look at the file finds, the next who reads the page finds again.
    void damageThatOnlyReadingFinds()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        logged.clear();
        QSignalSpy troubles(&bench.gateway, &kiosk::Gateway::troubleChanged);
        int reads = 0;
        bool sound = false;
        connect(&bench.gateway, &kiosk::Gateway::changed, this, [&] {
            bench.gateway.run(
                this,
                [sound](const kiosk::Desk &) -> Result<void> {
                    return sound ? Result<void>() : fail(ErrorCode::Damaged, QStringLiteral("page"));
                },
                [&](const Result<void> &) { ++reads; });
        });
        bench.seen();
        QTRY_COMPARE(bench.kiosk.page(), page::trouble);
        goOn(bench, 60s);
        QCOMPARE(troubles.size(), 1);
        QVERIFY2(reads >= 6 && reads <= 12, qPrintable(QString::number(reads)));
        QVERIFY2(logged.size() <= 2, qPrintable(logged.join(QLatin1Char('\n'))));
        sound = true;
        goOn(bench, 13s);
        QCOMPARE(bench.kiosk.page(), page::rest);
    }

    void clockPutRight()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        const QDateTime right = bench.site.clock.now();
        bench.site.clock.setWall(right.addDays(-3));
        bench.seen();
        QTRY_COMPARE(bench.kiosk.trouble(), QStringLiteral("clock-wrong"));
        bench.site.clock.setWall(right);
        bench.pass(3s);
        QTRY_COMPARE(bench.kiosk.page(), page::rest);
    }

    void aStationIsRevokedWhileItRuns()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        must(usecases::revokeStation(bench.site.admin().at(), bench.site.manager(), bench.site.kiosk().at().stationId()));
        bench.seen();
        QTRY_COMPARE(bench.kiosk.trouble(), QStringLiteral("revoked"));
        QCOMPARE(bench.kiosk.page(), page::trouble);
        verifyLog(QStringLiteral("revoked"));
        const domain::Station anew = askAnew(bench.site, domain::StationKind::Kiosk);
        goOn(bench, 20s);
        QCOMPARE(bench.kiosk.trouble(), QStringLiteral("revoked")); // nobody has enrolled it yet
        confirm(bench.site, anew);
        goOn(bench, 12s);
        QCOMPARE(bench.kiosk.page(), page::rest);
        QCOMPARE(bench.gateway.facts().station, anew.id);
    }

    void aNewerProgramMigratesWhileItRuns()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        bench.settle(); // what it asks after opening is no part of it
        RawDatabase raw(bench.site.databasePath());
        logged.clear();
        QVERIFY(raw.run(QStringLiteral("INSERT INTO schema_version (version) VALUES (9999)")));
        bench.seen();
        QTRY_COMPARE(bench.kiosk.trouble(), QStringLiteral("newer-schema"));
        goOn(bench, 60s);
        QCOMPARE(bench.kiosk.page(), page::trouble);
        QVERIFY2(logged.size() == 1, qPrintable(logged.join(QLatin1Char('\n'))));
        QVERIFY(raw.run(QStringLiteral("DELETE FROM schema_version WHERE version = 9999")));
        goOn(bench, 13s);
        QCOMPARE(bench.kiosk.page(), page::rest);
    }

    void whatFailsAgainAndAgainIsSaidSeldom()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        logged.clear();
        const auto failFor = [&](std::chrono::seconds time) {
            for (int second = 0; second < time.count(); ++second) {
                bench.gateway.run(
                    this, [](const kiosk::Desk &) -> Result<void> { return fail(ErrorCode::NotFound, QStringLiteral("face")); },
                    [](const Result<void> &) {});
                goOn(bench, 1s);
            }
        };
        failFor(70s); // with two looks at the site, which find it well
        QCOMPARE(logged.filter(QStringLiteral("face")).size(), 1);
        goOn(bench, 600s);
        failFor(2s);
        QCOMPARE(logged.filter(QStringLiteral("face")).size(), 2);
    }

    void aKeyIsReplacedWhileItRuns_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("column");
        QTest::newRow("the site's sealing key") << "sealing_key"
                                                << "public_key";
        QTest::newRow("a station's") << "station"
                                     << "sign_public_key";
        QTest::newRow("a person's") << "credential"
                                    << "sign_public_key";
    }
    void aKeyIsReplacedWhileItRuns()
    {
        QFETCH(QString, table);
        QFETCH(QString, column);
        KioskBench bench;
        QVERIFY(bench.open());
        RawDatabase raw(bench.site.databasePath());
        const QVariant before = raw.value(QStringLiteral("SELECT %1 FROM %2 LIMIT 1").arg(column, table));
        const QString sql = QStringLiteral("UPDATE %1 SET %2 = ? WHERE %2 = ?").arg(table, column);
        QVERIFY(raw.run(sql, {QByteArray(32, 'k'), before}));
        bench.seen();
        QTRY_COMPARE(bench.kiosk.trouble(), QStringLiteral("tampered"));
        QCOMPARE(bench.kiosk.page(), page::trouble);
        verifyLog(table);
        QVERIFY(raw.run(sql, {before, QByteArray(32, 'k')}));
        bench.pass(1s);
        QTRY_COMPARE(bench.kiosk.page(), page::rest);
    }

    // Reading works on a full disk: the kiosk says that nothing can be saved until something can be, and not by turns
    // "Welcome".
    void fullDiskIsSaidUntilThereIsRoom()
    {
        if (!m_mounts)
            QSKIP("no mount namespaces here");
        QTemporaryDir small;
        const QByteArray tmp = qgetenv("TMPDIR");
        QVERIFY(mountOver(small.path(), "tmpfs", 0, "size=6m"));
        qputenv("TMPDIR", QFile::encodeName(small.path()));
        {
            KioskBench bench;
            QVERIFY(bench.open());
            QFile filler(small.filePath(QStringLiteral("filler")));
            QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
            while (filler.write(QByteArray(512, 'x')) == 512) {
            }
            bench.kiosk.startCheckIn();
            bench.checkIn().choosePurpose(QStringLiteral("delivery"));
            QTRY_COMPARE_WITH_TIMEOUT(bench.kiosk.problemCode(), QStringLiteral("full"), 15000);
            bench.kiosk.startAgain();
            QTRY_COMPARE(bench.kiosk.page(), page::trouble);
            QStringList pages;
            connect(&bench.kiosk, &kiosk::KioskController::pageChanged, this, [&] { pages << bench.kiosk.page(); });
            goOn(bench, 60s);
            QVERIFY2(!pages.contains(page::rest), qPrintable(pages.join(QLatin1Char(' '))));
            QCOMPARE(bench.kiosk.trouble(), QStringLiteral("full"));
            {
                const QMutexLocker lock(&logMutex);
                QVERIFY2(logged.filter(QStringLiteral("full")).size() <= 2, qPrintable(logged.join(QLatin1Char('\n'))));
            }
            filler.remove();
            goOn(bench, 12s);
            QTRY_COMPARE(bench.kiosk.page(), page::rest);
        }
        tmp.isEmpty() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", tmp);
        QCOMPARE(::umount2(QFile::encodeName(small.path()).constData(), MNT_DETACH), 0);
    }

    // What was entered is not lost when the register cannot take it: the same ids go again.
    void sendingAgain_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("problem");
        QTest::newRow("held by another program") << "held"
                                                 << "busy";
        QTest::newRow("no space left") << "full"
                                       << "full";
    }
    void sendingAgain()
    {
        QFETCH(QString, what);
        QTemporaryDir small;
        const QByteArray tmp = qgetenv("TMPDIR");
        if (what == QLatin1String("full")) {
            if (!m_mounts)
                QSKIP("no mount namespaces here");
            QVERIFY(mountOver(small.path(), "tmpfs", 0, "size=6m"));
            qputenv("TMPDIR", QFile::encodeName(small.path()));
        }
        {
            KioskBench bench;
            QVERIFY(bench.open());
            bench.fillInByHand();
            QCOMPARE(bench.kiosk.page(), page::review);
            std::unique_ptr<domain::Transaction> holder;
            QFile filler(small.filePath(QStringLiteral("filler")));
            if (what == QLatin1String("held")) {
                holder = must(bench.site.admin().at().store.beginWrite());
            } else {
                QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
                while (filler.write(QByteArray(512, 'x')) == 512) {
                }
            }
            bench.kiosk.next();
            QVERIFY(bench.kiosk.busy());
            QTRY_VERIFY_WITH_TIMEOUT(!bench.kiosk.problemCode().isEmpty(), 15000);
            QTEST(bench.kiosk.problemCode(), "problem");
            QVERIFY(bench.kiosk.problemText().size() > 20);
            QCOMPARE(bench.kiosk.page(), page::review);
            verifyLog({});
            holder.reset();
            filler.remove();
            bench.pass(12s);
            QTRY_VERIFY_WITH_TIMEOUT(bench.gateway.isOpen() && bench.kiosk.online(), 10000);
            bench.kiosk.next();
            QTRY_COMPARE(bench.kiosk.page(), page::waiting);
            auto transaction = must(bench.site.admin().at().store.beginRead());
            QCOMPARE(must(transaction->visits().count({})), 1);
        }
        if (what == QLatin1String("full")) {
            tmp.isEmpty() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", tmp);
            QCOMPARE(::umount2(QFile::encodeName(small.path()).constData(), MNT_DETACH), 0);
        }
    }
};

static int kioskTroublesMain(int argc, char **argv)
{
    enterOwnMounts(argc, argv);
    return testMain<QGuiApplication, TestKioskTroubles>(argc, argv);
}
GATEHOUSE_TEST_MAIN(TestKioskTroubles, kioskTroublesMain);
#include "tst_kiosktroubles.moc"
