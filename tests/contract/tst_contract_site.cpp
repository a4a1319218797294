// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracttest.h"
#include "testprogram.h"

using namespace gatehouse;
using namespace gatehouse::domain;

class TestContractSite : public test::ContractTest
{
    Q_OBJECT
private Q_SLOTS:
    void zonesKeepTheOrderInWhichTheyWereFirstSaved()
    {
        auto zones = defaultZones();
        QVERIFY(zones.size() >= 4);
        TAKE(write, store().beginWrite());
        for (const Zone &zone : zones)
            SUCCEEDS(write->site().saveZone(zone));
        zones[1].nameChinese = QStringLiteral("休息室（二楼）");
        zones[1].retentionDays = 30;
        SUCCEEDS(write->site().saveZone(zones[1]));
        SUCCEEDS(write->commit());
        TAKE(read, store().beginRead());
        TAKE(stored, read->site().zones());
        QCOMPARE(stored, zones);
    }

    void purposesKeepTheOrderInWhichTheyWereFirstSaved()
    {
        auto purposes = defaultPurposes();
        QVERIFY(purposes.size() >= 3);
        TAKE(write, store().beginWrite());
        for (const Purpose &purpose : purposes)
            SUCCEEDS(write->site().savePurpose(purpose));
        purposes[0].durationMinutes += 1;
        SUCCEEDS(write->site().savePurpose(purposes[0]));
        SUCCEEDS(write->commit());
        TAKE(read, store().beginRead());
        TAKE(stored, read->site().purposes());
        QCOMPARE(stored, purposes);
    }

    void settingsAreBytes()
    {
        const QString key = QStringLiteral("notice.privacy.version");
        TAKE(write, store().beginWrite());
        TAKE(none, write->site().setting(key));
        QVERIFY(!none);
        SUCCEEDS(write->site().setSetting(key, QByteArray("\0\xff 1", 4)));
        TAKE(bytes, write->site().setting(key));
        QCOMPARE(bytes, std::optional(QByteArray("\0\xff 1", 4)));
        SUCCEEDS(write->site().setSetting(key, QByteArray()));
        TAKE(empty, write->site().setting(key));
        QVERIFY(empty); // a value without content is a value
        QVERIFY(empty->isEmpty());
    }

    void stationsAreReplaced()
    {
        Station kiosk{rows.id<StationId>(), QStringLiteral("kiosk"), StationKind::Kiosk, rows.bytes(32), false};
        const Station admin{rows.id<StationId>(), QStringLiteral("admin"), StationKind::Admin, rows.bytes(32), false};
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->stations().save(kiosk));
        SUCCEEDS(write->stations().save(admin));
        kiosk.revoked = true;
        kiosk.signPublicKey = rows.bytes(32);
        kiosk.kind = StationKind::Door;
        SUCCEEDS(write->stations().save(kiosk));
        SUCCEEDS(write->commit());
        TAKE(read, store().beginRead());
        TAKE(stored, read->stations().byId(kiosk.id));
        QCOMPARE(stored, std::optional(kiosk));
        TAKE(unknown, read->stations().byId(rows.id<StationId>()));
        QVERIFY(!unknown);
        TAKE(all, read->stations().all());
        QCOMPARE(all, (std::vector<Station>{admin, kiosk}));
    }

    void aStationHasOneBoot()
    {
        const auto station = rows.id<StationId>();
        StationBoot boot{station, rows.bytes(32), rows.bytes(64), rows.at(1)};
        TAKE(write, store().beginWrite());
        TAKE(none, write->stations().boot(station));
        QVERIFY(!none);
        SUCCEEDS(write->stations().saveBoot(boot));
        boot.bootPublicKey = rows.bytes(32);
        boot.signature = rows.bytes(64);
        boot.since = rows.at(2);
        SUCCEEDS(write->stations().saveBoot(boot));
        TAKE(stored, write->stations().boot(station));
        QCOMPARE(stored, std::optional(boot));
    }

    void thePulseIsTheLastOne()
    {
        const auto station = rows.id<StationId>();
        TAKE(write, store().beginWrite());
        TAKE(never, write->stations().pulse(station));
        QVERIFY(!never);
        SUCCEEDS(write->stations().savePulse({station, rows.at(1), "first"}));
        SUCCEEDS(write->stations().savePulse({station, rows.at(2), "second"}));
        TAKE(last, write->stations().pulse(station));
        QCOMPARE(last, std::optional(domain::StationPulse{station, rows.at(2), "second"}));
    }
};

GATEHOUSE_TEST(QCoreApplication, TestContractSite);
#include "tst_contract_site.moc"
