// SPDX-License-Identifier: GPL-3.0-or-later
#include "testsite.h"
#include "usecases/stations.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::domain;
using namespace gatehouse::usecases;
using gatehouse::test::must;
using gatehouse::test::TestSite;

namespace
{
qint64 headOf(const Workplace &workplace)
{
    const auto transaction = must(beginRead(workplace));
    return must(transaction->ledger().head()).sequence;
}

bool released(const Workplace &workplace, qint64 since)
{
    const auto transaction = must(beginRead(workplace));
    return must(releaseRequested(*transaction, workplace, since));
}
} // namespace

class TestStations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aReleaseIsObeyedOnceAndByThatStationOnly()
    {
        TestSite site;
        const qint64 start = headOf(site.kiosk().at());
        QVERIFY(!released(site.kiosk().at(), start));
        must(releaseStation(site.admin().at(), site.manager(), site.kiosk().at().stationId()));
        QVERIFY(released(site.kiosk().at(), start));
        QVERIFY(!released(site.admin().at(), start));
        QVERIFY(!released(site.kiosk().at(), headOf(site.kiosk().at()))); // the program that starts after it
    }

    void r16_onlyManagersAndAdministratorsRelease_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<Role>("role");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("administrator") << "1090" << Role::Administrator << true;
        QTest::newRow("manager") << "1091" << Role::Manager << true;
        QTest::newRow("guard") << "1092" << Role::Guard << false;
        QTest::newRow("auditor") << "1093" << Role::Auditor << false;
    }
    void r16_onlyManagersAndAdministratorsRelease()
    {
        QFETCH(const QString, number);
        QFETCH(const Role, role);
        QFETCH(const bool, allowed);
        TestSite site;
        const qint64 start = headOf(site.kiosk().at());
        site.addStaff(number, QStringLiteral("Gu Ren"), {role});
        const StaffSession session = site.signInAs(number);
        const auto result = releaseStation(site.admin().at(), session, site.kiosk().at().stationId());
        QCOMPARE(result.has_value(), allowed);
        if (!allowed)
            QCOMPARE(result.error().code, ErrorCode::NotAllowed);
        QCOMPARE(released(site.kiosk().at(), start), allowed);
    }

    void aStatementWithoutTheRoleIsNotObeyed()
    {
        TestSite site;
        const qint64 start = headOf(site.kiosk().at());
        const QString subject = stationSubject(site.kiosk().at().stationId());
        const auto transaction = must(beginWrite(site.admin().at()));
        must(record(*transaction, site.admin().at(), signerOf(site.guard()), action::stationRelease, subject));
        must(record(*transaction, site.admin().at(), signerOf(site.admin().at()), action::stationRelease, subject));
        must(transaction->commit());
        QVERIFY(!released(site.kiosk().at(), start));
    }

    void r24_onlyAManagerRevokesAStation_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<Role>("role");
        QTest::addColumn<QString>("which");
        QTest::addColumn<QString>("answer");
        QTest::newRow("manager") << "1091" << Role::Manager << "kiosk"
                                 << "done";
        QTest::newRow("administrator") << "1090" << Role::Administrator << "kiosk" << errorName(ErrorCode::NotAllowed);
        QTest::newRow("guard") << "1092" << Role::Guard << "kiosk" << errorName(ErrorCode::NotAllowed);
        QTest::newRow("the own workstation") << "1091" << Role::Manager << "own" << errorName(ErrorCode::Invalid);
        QTest::newRow("a station that never was") << "1091" << Role::Manager << "none" << errorName(ErrorCode::NotFound);
        QTest::newRow("twice") << "1091" << Role::Manager << "twice" << errorName(ErrorCode::NotFound);
    }
    void r24_onlyAManagerRevokesAStation()
    {
        QFETCH(const QString, number);
        QFETCH(const Role, role);
        QFETCH(const QString, which);
        TestSite site;
        site.addStaff(number, QStringLiteral("Gu Ren"), {role});
        const StaffSession session = site.signInAs(number);
        const StationId kiosk = site.kiosk().at().stationId();
        const StationId station = which == u"own"    ? site.admin().at().stationId()
                                  : which == u"none" ? makeId<StationId>(site.clock, site.randomness)
                                                     : kiosk;
        if (which == u"twice")
            must(revokeStation(site.admin().at(), session, kiosk));
        const auto result = revokeStation(site.admin().at(), session, station);
        QTEST(result ? QStringLiteral("done") : errorName(result.error().code), "answer");
        must(beginRead(site.admin().at()));
        QCOMPARE(site.admin().at().authority.stationKey(kiosk).isEmpty(), result || which == u"twice");
    }

    void anUnknownStationIsNotReleased()
    {
        TestSite site;
        const auto id = makeId<StationId>(site.clock, site.randomness);
        QCOMPARE(releaseStation(site.admin().at(), site.manager(), id).error().code, ErrorCode::NotFound);
    }
};

QTEST_APPLESS_MAIN(TestStations)
#include "tst_stations.moc"
