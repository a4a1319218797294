// SPDX-License-Identifier: GPL-3.0-or-later
#include "testprogram.h"
#include "testsite.h"
#include "usecases/badges.h"
#include "usecases/stations.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::domain;
using namespace gatehouse::usecases;
using gatehouse::test::must;
using gatehouse::test::TestSite;
using gatehouse::test::TestStation;

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

Station askAs(TestSite &site, const security::SignKeyPair &keys, const QString &name)
{
    const Station spare{makeId<StationId>(site.clock, site.randomness), name, StationKind::Kiosk, keys.publicKey, false};
    must(proposeStation(site.kiosk().at(), spare));
    return spare;
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

    void r24_aSpareTakesOver()
    {
        TestSite site;
        security::SignKeyPair keys = security::makeSignKeyPair();
        const Station spare = askAs(site, keys, QStringLiteral("lobby 2"));
        // Asking gives nothing.
        must(beginRead(site.admin().at()));
        QVERIFY(site.admin().at().authority.stationKey(spare.id).isEmpty());
        const auto asking = must(proposedStations(site.admin().at(), site.manager()));
        QCOMPARE(asking, std::vector<Station>{spare});
        must(revokeStation(site.admin().at(), site.manager(), site.kiosk().at().stationId()));
        must(enrolStation(site.admin().at(), site.manager(), spare.id, asking.front().signPublicKey));
        QVERIFY(must(proposedStations(site.admin().at(), site.manager())).empty());
        // It works from now on; the old one does no more.
        must(security::StationVault(site.vaultFolder())
                 .saveIdentity(QStringLiteral("tool"),
                               {spare.id.text(), std::move(keys), site.admin().at().station.rootFingerprint}));
        TestStation station(site.url(), site.vaultFolder(), QStringLiteral("tool"), site.clock, site.randomness);
        const Visit visit = must(requestVisit(station.at(), site.meeting())).front();
        must(recordOriginalSeen(site.admin().at(), site.guard(), visit.id));
        must(approveVisit(site.admin().at(), site.guard(), visit.id));
        must(beginRead(site.admin().at()));
        QCOMPARE(site.admin().at().authority.stationKind(spare.id), std::optional(StationKind::Kiosk));
        QVERIFY(!announceBoot(site.kiosk().at()));
        QVERIFY(announceBoot(station.at()));
    }

    // What the old station signed is dead; the visitor on site gets another badge at the desk.
    void r24_badgesOfARevokedStationAreReplacedAtTheDesk()
    {
        TestSite site;
        const Workplace &desk = site.admin().at();
        const auto boot = must(announceBoot(site.kiosk().at()));
        const Visit visit = site.approvedVisit();
        const QString old = must(issueBadge(site.kiosk().at(), boot, visit.id)).badge.token;
        QCOMPARE(must(issueBadgeAtDesk(desk, site.guard(), visit.id)).badge.token, old); // printed again, no more
        must(revokeStation(desk, site.manager(), site.kiosk().at().stationId()));
        QVERIFY(!must(verifyBadge(desk, old)).genuine);
        const IssuedBadge issued = must(issueBadgeAtDesk(desk, site.guard(), visit.id));
        QVERIFY(issued.badge.token != old);
        QVERIFY(must(verifyBadge(desk, issued.badge.token)).authorised);
        QCOMPARE(must(issueBadgeAtDesk(desk, site.guard(), visit.id)).badge.token, issued.badge.token);
        QVERIFY(!checkOut(desk, old, &site.guard()));
        QCOMPARE(must(checkOut(desk, issued.badge.token, &site.guard())).state, VisitState::Departed);
    }

    void r24_onlyAManagerEnrolsWhatWasCompared_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("answer");
        QTest::newRow("a manager") << "manager"
                                   << ""
                                   << "done";
        QTest::newRow("a guard") << "guard"
                                 << "" << errorName(ErrorCode::NotAllowed);
        QTest::newRow("another key asks by now") << "manager"
                                                 << "key" << errorName(ErrorCode::Conflict);
        QTest::newRow("one that is enrolled") << "manager"
                                              << "twice" << errorName(ErrorCode::NotFound);
        QTest::newRow("one that was revoked") << "manager"
                                              << "revoked" << errorName(ErrorCode::NotFound);
        QTest::newRow("one that was turned away") << "manager"
                                                  << "away" << errorName(ErrorCode::NotFound);
        QTest::newRow("one that never asked") << "manager"
                                              << "none" << errorName(ErrorCode::NotFound);
        QTest::newRow("the name of one that is at work") << "manager"
                                                         << "name" << errorName(ErrorCode::Conflict);
    }
    void r24_onlyAManagerEnrolsWhatWasCompared()
    {
        QFETCH(QString, who);
        QFETCH(QString, what);
        TestSite site;
        const Workplace &at = site.admin().at();
        const security::SignKeyPair keys = security::makeSignKeyPair();
        const Station spare = askAs(site, keys, what == u"name" ? QStringLiteral("kiosk") : QStringLiteral("lobby 2"));
        StationId id = spare.id;
        QByteArray key = keys.publicKey;
        if (what == u"key")
            key = security::makeSignKeyPair().publicKey;
        if (what == u"twice" || what == u"revoked")
            must(enrolStation(at, site.manager(), id, key));
        if (what == u"revoked")
            must(revokeStation(at, site.manager(), id));
        if (what == u"away")
            must(turnStationAway(at, site.manager(), id));
        if (what == u"none")
            id = makeId<StationId>(site.clock, site.randomness);
        const auto result = enrolStation(at, who == u"guard" ? site.guard() : site.manager(), id, key);
        QTEST(result ? QStringLiteral("done") : errorName(result.error().code), "answer");
        must(beginRead(at)); // the ledger is whole whatever was tried
    }

    void r24_whatMayAsk_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("keySize");
        QTest::addColumn<bool>("known");
        QTest::addColumn<QString>("answer");
        QTest::newRow("a spare") << "lobby 2" << 32 << false << "done";
        QTest::newRow("without a name") << "" << 32 << false << errorName(ErrorCode::Invalid);
        QTest::newRow("a name of two lines") << "lobby\n2" << 32 << false << errorName(ErrorCode::Invalid);
        QTest::newRow("a story for a name") << QString(41, QLatin1Char('x')) << 32 << false << errorName(ErrorCode::Invalid);
        QTest::newRow("half a key") << "lobby 2" << 16 << false << errorName(ErrorCode::Invalid);
        QTest::newRow("another's id") << "lobby 2" << 32 << true << errorName(ErrorCode::Conflict);
    }
    void r24_whatMayAsk()
    {
        QFETCH(QString, name);
        QFETCH(int, keySize);
        QFETCH(bool, known);
        TestSite site;
        const StationId id = known ? site.kiosk().at().stationId() : makeId<StationId>(site.clock, site.randomness);
        const auto result = proposeStation(
            site.kiosk().at(), {id, name, StationKind::Kiosk, security::makeSignKeyPair().publicKey.left(keySize), false});
        QTEST(result ? QStringLiteral("done") : errorName(result.error().code), "answer");
    }

    void theCodeIsOfTheWholeKey()
    {
        const QByteArray key = security::makeSignKeyPair().publicKey;
        QCOMPARE(stationCode(key).size(), 24); // five groups of four
        QVERIFY(stationCode(key) == stationCode(QByteArray(key)) &&
                stationCode(key) != stationCode(security::makeSignKeyPair().publicKey));
    }

    void anUnknownStationIsNotReleased()
    {
        TestSite site;
        const auto id = makeId<StationId>(site.clock, site.randomness);
        QCOMPARE(releaseStation(site.admin().at(), site.manager(), id).error().code, ErrorCode::NotFound);
    }
};

GATEHOUSE_TEST(QCoreApplication, TestStations);
#include "tst_stations.moc"
