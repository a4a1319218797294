// SPDX-License-Identifier: GPL-3.0-or-later
// A scanner that was unplugged is told to the guards, and that it is back; the visitor goes on with the camera.
#include "../shared/scanning/pseudoterminal.h"
#include "askanew.h"
#include "kiosk/devicewatch.h"
#include "kioskbench.h"
#include "rawdatabase.h"
#include "testprogram.h"
#include "usecases/silentdevices.h"

using namespace gatehouse;
using namespace gatehouse::kiosk;
using namespace gatehouse::test;
using namespace std::chrono_literals;

namespace
{
/// What the guard sees, as "kiosk: scanner".
QStringList seenByTheGuard(TestSite &site)
{
    QStringList lines;
    for (const usecases::SilentDevices &silent : must(usecases::silentDevices(site.admin().at(), site.guard())))
        lines << silent.station.name + QStringLiteral(": ") + silent.devices.join(QLatin1Char(' '));
    return lines;
}

QStringList line(const char *devices)
{
    return {QStringLiteral("kiosk: ") + QLatin1String(devices)};
}
} // namespace

class TestDeviceWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anUnpluggedDeviceIsToldAndThatItIsBack_data()
    {
        QTest::addColumn<QString>("choice");
        QTest::addColumn<QString>("kind");
        QTest::newRow("hand scanner") << QStringLiteral("serial:") << usecases::device::scanner;
        QTest::newRow("card reader") << QStringLiteral("cn-id:") << usecases::device::cardReader;
    }
    void anUnpluggedDeviceIsToldAndThatItIsBack()
    {
        QFETCH(QString, choice);
        QFETCH(QString, kind);
        KioskBench bench;
        DeviceWatch watch(bench.gateway);
        PseudoTerminal cable;
        const auto port = scannerFrom(choice + cable.path());
        QVERIFY(port);
        watch.watch(*port, choice, kind);
        QVERIFY(bench.open());
        QVERIFY(cable.plugIn());
        port->start();
        bench.settle();
        QCOMPARE(seenByTheGuard(bench.site), QStringList());
        const QString page = bench.kiosk.page();
        cable.unplug();
        QTRY_COMPARE_WITH_TIMEOUT(seenByTheGuard(bench.site), line(kind.toLatin1().constData()), 20000);
        QCOMPARE(bench.kiosk.page(), page); // no word of it to a visitor
        QVERIFY(cable.plugIn());
        QTRY_COMPARE_WITH_TIMEOUT(seenByTheGuard(bench.site), QStringList(), 20000);
    }

    void allThatIsMissingIsToldAtOnce()
    {
        KioskBench bench;
        DeviceWatch watch(bench.gateway);
        watch.setSilent(QStringLiteral("serial:a"), usecases::device::scanner, true); // before the database is open
        watch.setSilent(QStringLiteral("serial:b"), usecases::device::scanner, true);
        watch.setSilent(QStringLiteral("camera"), usecases::device::camera, true);
        watch.setSilent(QStringLiteral("printer"), usecases::device::printer, true);
        QVERIFY(bench.open());
        QTRY_COMPARE(seenByTheGuard(bench.site), line("camera printer scanner"));
        watch.setSilent(QStringLiteral("printer"), usecases::device::printer, false);
        watch.setSilent(QStringLiteral("serial:a"), usecases::device::scanner, false);
        watch.setSilent(QStringLiteral("camera"), usecases::device::camera, false);
        QTRY_COMPARE(seenByTheGuard(bench.site), line("scanner")); // the other one is still away
        watch.setSilent(QStringLiteral("serial:b"), usecases::device::scanner, false);
        QTRY_COMPARE(seenByTheGuard(bench.site), QStringList());
    }

    void aNewStartForgetsWhatTheLastOneMissed()
    {
        KioskBench bench;
        must(usecases::tellSilentDevices(bench.site.kiosk().at(), {usecases::device::camera}));
        QCOMPARE(seenByTheGuard(bench.site), line("camera"));
        const DeviceWatch watch(bench.gateway);
        QVERIFY(bench.open());
        QTRY_COMPARE(seenByTheGuard(bench.site), QStringList());
    }

    void aStationThatIsEnrolledAnewTellsAnew()
    {
        KioskBench bench;
        DeviceWatch watch(bench.gateway);
        watch.setSilent(QStringLiteral("camera"), usecases::device::camera, true);
        QVERIFY(bench.open());
        QTRY_COMPARE(seenByTheGuard(bench.site), line("camera"));
        must(usecases::revokeStation(bench.site.admin().at(), bench.site.manager(), bench.gateway.facts().station));
        bench.seen();
        QTRY_COMPARE(bench.kiosk.trouble(), QStringLiteral("revoked"));
        confirm(bench.site, askAnew(bench.site, domain::StationKind::Kiosk));
        bench.pass(12s);
        QTRY_COMPARE(seenByTheGuard(bench.site), QStringList{QStringLiteral("kiosk 2: camera")});
    }

    void whatCouldNotBeToldIsToldLater()
    {
        KioskBench bench;
        DeviceWatch watch(bench.gateway);
        QVERIFY(bench.open());
        bench.settle();
        {
            RawDatabase other(bench.site.databasePath());
            QVERIFY(other.run(QStringLiteral("BEGIN IMMEDIATE")));
            watch.setSilent(QStringLiteral("serial:a"), usecases::device::scanner, true);
            bench.gateway.queue().drain();
            QCoreApplication::processEvents();
            QVERIFY(other.run(QStringLiteral("ROLLBACK")));
        }
        bench.seen();
        QTRY_COMPARE_WITH_TIMEOUT((bench.seen(), seenByTheGuard(bench.site)), line("scanner"), 20000);
    }

    void onlyWhatIsADeviceIsShown_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<int>("stations");
        QTest::newRow("markup") << QByteArray("<b>,scanner,scanner") << 1;
        QTest::newRow("nothing known") << QByteArray("printer on fire") << 0;
        QTest::newRow("megabytes") << QByteArray(1'000'000, ',') << 0;
    }
    void onlyWhatIsADeviceIsShown()
    {
        QFETCH(QByteArray, row);
        TestSite site;
        must(usecases::tellSilentDevices(site.kiosk().at(), {usecases::device::camera}));
        auto transaction = must(usecases::beginWrite(site.kiosk().at()));
        must(transaction->site().setSetting(QStringLiteral("silent:") + site.kiosk().at().stationId().text(), row));
        must(transaction->commit());
        QTEST(static_cast<int>(seenByTheGuard(site).size()), "stations");
        if (!seenByTheGuard(site).isEmpty())
            QCOMPARE(seenByTheGuard(site), line("scanner"));
    }

    void r16_onlyTheDeskHearsOfIt()
    {
        TestSite site;
        site.addStaff(QStringLiteral("1060"), QStringLiteral("He Fang"), {domain::Role::Auditor});
        const usecases::StaffSession auditor = site.signInAs(QStringLiteral("1060"));
        QCOMPARE(usecases::silentDevices(site.admin().at(), auditor).error().code, ErrorCode::NotAllowed);
    }
};

GATEHOUSE_TEST(QGuiApplication, TestDeviceWatch);
#include "tst_devicewatch.moc"
