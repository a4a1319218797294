// SPDX-License-Identifier: GPL-3.0-or-later
#include "kioskbench.h"

#include "usecases/badges.h"

#include <QFile>
#include <QSignalSpy>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace std::chrono_literals;
namespace page = gatehouse::kiosk::page;

class TestKioskState : public QObject
{
    Q_OBJECT

    void beginTyping(KioskBench &bench)
    {
        bench.kiosk.startCheckIn();
        bench.checkIn().choosePurpose(QStringLiteral("meeting"));
        bench.kiosk.next();
        bench.kiosk.scan()->typeInstead();
        bench.checkIn().setField(QStringLiteral("fullName"), QStringLiteral("Anna Maria Eriksson"));
        bench.checkIn().setField(QStringLiteral("documentNumber"), QStringLiteral("X0000042"));
        bench.kiosk.next();
        bench.checkIn().setCompany(QStringLiteral("Northlight Cooling"));
    }

    /// Every text that QML could read from an object.
    static QString everything(const QObject &object)
    {
        QString all;
        for (int i = 0; i < object.metaObject()->propertyCount(); ++i) {
            QDebug(&all) << object.metaObject()->property(i).read(&object);
        }
        return all;
    }

private Q_SLOTS:
    void idleWipesEverything()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        beginTyping(bench);
        bench.kiosk.setLanguage(QStringLiteral("zh_CN"));
        bench.kiosk.setHighContrast(true);
        QVERIFY(everything(bench.checkIn()).contains(QStringLiteral("Northlight")));
        QVERIFY(everything(bench.checkIn()).contains(QStringLiteral("Eriksson")));
        QSignalSpy wiped(&bench.kiosk, &kiosk::KioskController::wiped);
        bench.kiosk.touch();
        bench.pass(59s);
        QCOMPARE(bench.kiosk.idleRemaining(), -1);
        bench.pass(2s);
        QVERIFY(bench.kiosk.idleRemaining() > 25);
        bench.kiosk.stay(); // any touch, without limit
        QCOMPARE(bench.kiosk.idleRemaining(), -1);
        bench.pass(89s);
        QVERIFY(bench.kiosk.idleRemaining() > 0);
        QCOMPARE(wiped.count(), 0);
        bench.pass(2s);
        QCOMPARE(wiped.count(), 1);
        QCOMPARE(bench.kiosk.page(), page::rest);
        for (const QObject *object : std::initializer_list<const QObject *>{&bench.checkIn(), bench.kiosk.scan(), &bench.kiosk}) {
            const QString rest = everything(*object);
            QVERIFY(!rest.contains(QStringLiteral("Northlight")) && !rest.contains(QStringLiteral("Eriksson")) && !rest.contains(QStringLiteral("X0000042")));
        }
        QCOMPARE(bench.kiosk.language(), QStringLiteral("en"));
        QVERIFY(!bench.kiosk.highContrast());
    }

    void noticesHaveLonger()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        bench.kiosk.startCheckIn();
        bench.checkIn().choosePurpose(QStringLiteral("meeting"));
        QCOMPARE(bench.kiosk.page(), page::notice);
        bench.pass(119s);
        QCOMPARE(bench.kiosk.idleRemaining(), -1);
        bench.pass(2s);
        QVERIFY(bench.kiosk.idleRemaining() > 0);
    }

    void restIsNeverIdle()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        bench.pass(10min);
        QCOMPARE(bench.kiosk.idleRemaining(), -1);
        QCOMPARE(bench.kiosk.page(), page::rest);
    }

    void lateAnswersDoNotReachTheNextVisitor()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        bench.kiosk.startCheckIn();
        bench.checkIn().choosePurpose(QStringLiteral("meeting"));
        bench.checkIn().setHostQuery(QStringLiteral("li wei"));
        bench.kiosk.startAgain(); // before the answer is here
        bench.gateway.queue().drain();
        QTest::qWait(20);
        QVERIFY(bench.checkIn().hostResults().isEmpty());
    }

    void hostsAreFoundByTypingOnly_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("found");
        QTest::newRow("nothing") << "" << 0;
        QTest::newRow("one letter") << "l" << 0;
        QTest::newRow("wildcards") << "%%" << 0;
        QTest::newRow("a name") << "Li W" << 1;
    }
    void hostsAreFoundByTypingOnly()
    {
        QFETCH(QString, query);
        KioskBench bench;
        QVERIFY(bench.open());
        bench.checkIn().setHostQuery(query);
        bench.gateway.queue().drain();
        QTest::qWait(20);
        QTEST(static_cast<int>(bench.checkIn().hostResults().size()), "found");
    }

    void callTheGuard()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        bench.kiosk.callGuard();
        QTRY_VERIFY(bench.kiosk.guardCalled());
        bench.kiosk.callGuard(); // once is enough
        bench.gateway.queue().drain();
        auto transaction = must(bench.site.admin().at().store.beginRead());
        QCOMPARE(must(transaction->visits().count({})), 1);
    }

    void exitCode()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        bench.kiosk.openLeave();
        QCOMPARE(bench.kiosk.page(), page::leave);
        bench.kiosk.submitExitCode(QStringLiteral("anything"));
        QCOMPARE(bench.kiosk.problemCode(), QStringLiteral("exit-code-none"));
        QByteArray code("blue-harbour-9");
        bench.services.settings.exitCodeHash = security::hashCode(security::SecureBytes::take(code), security::KeyCost::Minimal);
        QSignalSpy released(&bench.kiosk, &kiosk::KioskController::released);
        bench.kiosk.submitExitCode(QStringLiteral("wrong"));
        QTRY_COMPARE(bench.kiosk.problemCode(), QStringLiteral("exit-code-wrong"));
        QVERIFY(!bench.kiosk.mayClose());
        bench.kiosk.submitExitCode(QStringLiteral("blue-harbour-9"));
        QTRY_COMPARE(released.count(), 1);
        QVERIFY(bench.kiosk.mayClose());
    }

    void databaseComesBack()
    {
        KioskBench bench;
        QVERIFY(QFile::rename(bench.site.databasePath(), bench.site.databasePath() + QStringLiteral(".away")));
        bench.gateway.open();
        QTRY_COMPARE(bench.kiosk.page(), page::trouble);
        QCOMPARE(bench.kiosk.trouble(), QStringLiteral("no-database"));
        QVERIFY(bench.kiosk.troubleText().size() > 20 && bench.kiosk.troubleTitle() != bench.kiosk.trouble());
        QVERIFY(!bench.kiosk.online());
        QVERIFY(QFile::rename(bench.site.databasePath() + QStringLiteral(".away"), bench.site.databasePath()));
        bench.pass(1s);
        QTRY_COMPARE(bench.kiosk.page(), page::rest);
    }

    void troubles_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("trouble");
        QTest::newRow("not a database") << "garbage" << "damaged";
        QTest::newRow("clock set back") << "clock" << "clock-wrong";
        QTest::newRow("no station key") << "vault" << "not-enrolled";
    }
    void troubles()
    {
        QFETCH(QString, what);
        KioskBench bench;
        if (what == QLatin1String("garbage")) {
            QFile file(bench.site.databasePath());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(8192, 'x'));
            QFile::remove(bench.site.databasePath() + QStringLiteral("-wal"));
        } else if (what == QLatin1String("clock")) {
            bench.site.clock.setWall(bench.site.clock.now().addDays(-3));
        } else {
            QVERIFY(QDir(bench.site.vaultFolder()).removeRecursively());
        }
        bench.gateway.open();
        QTRY_COMPARE(bench.kiosk.page(), page::trouble);
        QTEST(bench.kiosk.trouble(), "trouble");
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

    // What was entered is not lost when the database goes away at the wrong moment.
    void sendingAgain()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        beginTyping(bench);
        bench.kiosk.next();
        bench.checkIn().setHostUnknown(true);
        bench.kiosk.next();
        bench.kiosk.next();
        bench.checkIn().setTypedSignature(QStringLiteral("Anna Maria Eriksson"));
        bench.kiosk.next();
        bench.checkIn().declinePortrait();
        bench.kiosk.next();
        QCOMPARE(bench.kiosk.page(), page::review);
        auto blocker = must(bench.site.admin().at().store.beginWrite()); // somebody holds the database
        bench.kiosk.next();
        QVERIFY(bench.kiosk.busy());
        QTRY_COMPARE_WITH_TIMEOUT(bench.kiosk.problemCode(), QStringLiteral("busy"), 15000);
        QCOMPARE(bench.kiosk.page(), page::review);
        blocker.reset();
        bench.kiosk.next();
        QTRY_COMPARE(bench.kiosk.page(), page::waiting);
        auto transaction = must(bench.site.admin().at().store.beginRead());
        QCOMPARE(must(transaction->visits().count({})), 1);
    }

    void restartKeepsWhoWaits()
    {
        KioskBench bench;
        must(usecases::requestVisit(bench.site.kiosk().at(), bench.site.meeting())); // and then the power went
        QVERIFY(bench.open());
        auto adopted = [&] {
            auto transaction = must(bench.site.admin().at().store.beginRead());
            return must(transaction->visits().find({})).front().pickup == 1;
        };
        QTRY_VERIFY(adopted());
    }

    // Unplugging the camera in mid-scan shows guidance and recovers by itself.
    void cameraUnplugged()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        QTemporaryDir base;
        const QString folder = base.filePath(QStringLiteral("camera"));
        const auto plugIn = [&] {
            QDir().mkpath(folder);
            QImage picture(320, 240, QImage::Format_RGB32);
            picture.fill(Qt::gray);
            return picture.save(folder + QStringLiteral("/a.png"));
        };
        QVERIFY(plugIn());
        scanning::FrameSource source(folder);
        connect(&source, &scanning::FrameSource::frame, &bench.camera, &kiosk::CameraFeed::setPicture);
        connect(&source, &scanning::FrameSource::frame, &bench.scanner, &scanning::LiveScanner::submit);
        connect(&source, &scanning::FrameSource::lost, &bench.camera, &kiosk::CameraFeed::setLost);
        source.start();
        bench.kiosk.startCheckIn();
        bench.checkIn().choosePurpose(QStringLiteral("meeting"));
        bench.kiosk.next();
        QCOMPARE(bench.kiosk.page(), page::scan);
        QTRY_VERIFY(bench.kiosk.scan()->cameraWorks());
        QCOMPARE(bench.kiosk.scan()->state(), QStringLiteral("looking"));
        QVERIFY(QDir(folder).removeRecursively());
        QTRY_COMPARE(bench.kiosk.scan()->guidance(), QStringLiteral("camera-lost"));
        QCOMPARE(bench.kiosk.scan()->state(), QStringLiteral("lost"));
        QVERIFY(bench.camera.picture().isNull());
        QVERIFY(plugIn());
        QTRY_VERIFY(bench.kiosk.scan()->cameraWorks());
        QCOMPARE(bench.kiosk.scan()->state(), QStringLiteral("looking"));
    }
};

QTEST_MAIN(TestKioskState)
#include "tst_kioskstate.moc"
