// SPDX-License-Identifier: GPL-3.0-or-later
#include "askanew.h"
#include "camera/camerafeed.h"
#include "domain/roomactions.h"
#include "doorbench.h"
#include "doors/nodoor.h"
#include "doors/relaydoor.h"
#include "flows/doorcontroller.h"
#include "flows/kioskcontroller.h"
#include "flows/pages.h"
#include "kiosk/chime.h"
#include "kiosk/doorstation.h"
#include "kiosk/kioskcontext.h"
#include "machineroom.h"
#include "presentation/doortexts.h"
#include "rawdatabase.h"
#include "relayserver.h"
#include "testprogram.h"
#include "usecases/stations.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QMetaProperty>
#include <QSignalSpy>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace std::chrono_literals;
namespace page = gatehouse::kiosk::page;

namespace
{
/// The door station's controllers on a real site, with the clock in the test's hand.
class DoorKiosk : public DoorBench
{
public:
    explicit DoorKiosk(std::unique_ptr<doors::DoorPort> lock = std::make_unique<doors::NoDoor>(),
                       const doors::DoorSettings &settings = {}, const domain::ZoneId &zone = machineRoom)
        : port(std::move(lock)), identity(must(security::StationVault(site.vaultFolder()).identity(QStringLiteral("door")))),
          doorServices{
              std::make_shared<Door>(zone, identity, site.folder() + QStringLiteral("/journal"), site.clock, workerRandomness),
              *port,
              settings,
              {}},
          gateway(kiosk::deskOpener(site.url(), site.vaultFolder(), QStringLiteral("door"), site.clock, workerRandomness),
                  site.clock, zone.key),
          services{site.clock, workerRandomness, gateway, camera, scanner, stationSettings(zone), {}, {}, &doorServices},
          kiosk(services)
    {
        scanner.stop();
    }

    bool open()
    {
        kiosk.door()->start();
        gateway.open();
        const bool opened = QTest::qWaitFor([this] { return gateway.isOpen(); }, 10000);
        pass(2s);
        return opened &&
               QTest::qWaitFor([this] { return kiosk.page() == page::doorRest && door().contactText().isEmpty(); }, 10000);
    }
    void pass(std::chrono::milliseconds time)
    {
        for (std::chrono::milliseconds done{0}; done < time; done += 250ms) {
            site.clock.advance(250ms);
            kiosk.tick();
        }
    }
    bool waitFor(const QString &wanted)
    {
        return QTest::qWaitFor([&] { return kiosk.page() == wanted && !door().working(); }, 10000);
    }
    bool show(const QString &token)
    {
        scanning::LiveResult live;
        live.result.kind = scanning::Kind::Badge;
        live.result.raw = QStringList{token};
        const auto before = door().badges().size();
        Q_EMIT scanner.decided(live);
        return QTest::qWaitFor([&] { return door().badges().size() > before || kiosk.page() == page::doorRefuse; }, 10000);
    }
    /// The badge is taken out of the picture: shown again, it counts again.
    void takeAway()
    {
        Q_EMIT scanner.outlineChanged({}, QSize(640, 480));
        pass(2250ms);
        Q_EMIT scanner.outlineChanged({}, QSize(640, 480));
    }
    void type(const char *digits)
    {
        for (const char *digit = digits; *digit; ++digit)
            door().digit(*digit - '0');
        door().enterPin();
    }
    /// Both badges and the PIN, up to the decision.
    bool bringIn(const QString &visitor)
    {
        if (!show(visitor) || !show(escortBadge))
            return false;
        door().close();
        if (!waitFor(page::doorPin))
            return false;
        type("704916");
        return QTest::qWaitFor([&] { return kiosk.page() != page::doorPin && !door().working(); }, 10000);
    }
    bool changeLedger() const
    {
        RawDatabase raw(site.databasePath());
        return appendBadEntry(raw);
    }
    kiosk::DoorController &door() { return *kiosk.door(); }

    SeededRandomness workerRandomness{9};
    std::unique_ptr<doors::DoorPort> port;
    security::StationIdentity identity;
    kiosk::DoorServices doorServices;
    kiosk::Gateway gateway;
    kiosk::CameraFeed camera;
    scanning::LiveScanner scanner{site.clock};
    kiosk::Services services;
    kiosk::KioskController kiosk;

private:
    static kiosk::KioskSettings stationSettings(const domain::ZoneId &zone)
    {
        kiosk::KioskSettings chosen;
        chosen.station = QStringLiteral("door");
        chosen.zone = zone.key;
        return chosen;
    }
};

/// A lock that answers when the test says so.
class LateLock final : public doors::DoorPort
{
public:
    void start() override { setHealth(doors::Health::Ready); }
    void release(std::chrono::seconds) override {}
};

/// Every text that QML could read.
QString everything(const QObject &object)
{
    QString all;
    for (int i = 0; i < object.metaObject()->propertyCount(); ++i)
        QDebug(&all) << object.metaObject()->property(i).read(&object);
    return all;
}

/// Who answers for another visitor.
struct SecondEscort {
    SecondEscort(DoorBench &bench, const VisitId &visit)
        : id(bench.site.addStaff(QStringLiteral("2211"), QStringLiteral("Qian Lei"), {Role::Escort}, Grade::Managerial))
    {
        bench.authorise(id);
        const StaffSession session = bench.site.signInAs(QStringLiteral("2211"));
        must(setPin(bench.site.admin().at(), session, pinOf("582047"), security::KeyCost::Minimal));
        badge = must(issueStaffBadge(bench.site.admin().at(), bench.site.manager(), id)).token;
        const QJsonObject details{{QStringLiteral("zone"), machineRoom.key}, {QStringLiteral("escort"), id.text()}};
        bench.say(bench.site.admin(), signerOf(bench.site.guard()), action::escortAssign, visitSubject(visit), details);
        bench.say(bench.site.admin(), signerOf(session), action::escortAccept, visitSubject(visit), details);
    }
    StaffId id;
    QString badge;
};

doors::DoorSettings relaySettings(const RelayServer &server)
{
    doors::DoorSettings settings;
    settings.address = server.address();
    settings.password = server.password;
    settings.contactInput = 0;
    return settings;
}
} // namespace

class TestDoorFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void visitorAndEscortEnter();
    void fiveBadgesAtOnceAreOneSet();
    void aHandScannerReadsTheBadges();
    void timeCountsFromTheLastBadge();
    void r4_aloneIsRefusedWhenTheTimeIsOver();
    void badBadgeIsRefusedAtOnce();
    void r18_wrongPinIsSaidAndNoDigitShown();
    void leaving();
    void theSameBadgeAfterADecision_data();
    void theSameBadgeAfterADecision();
    void r3_strangerIsReportedWithTwoTouches();
    void r3_nothingIsSaidToBeToldBeforeItIs_data();
    void r3_nothingIsSaidToBeToldBeforeItIs();
    void aLedgerThatDoesNotVerifyIsNoLostContact();
    void aStationThatIsNoDoorIsOutOfOrder_data();
    void aStationThatIsNoDoorIsOutOfOrder();
    void aZoneThatIsPutRightOpensAgain();
    void theGuardHearsOnlyWhatIsInTheLedger();
    void nothingOfASetIsLeft();
    void aDecisionIsNotThrownAway();
    void lockThatDoesNotAnswer();
    void aLateLockSpoilsNoOtherDecision();
    void settingsThatCannotBeUsedAreNoFreeDoor();
    void doorThatWasNotOpened();
    void twoDecisionsWhileTheLockIsLetGo_data();
    void twoDecisionsWhileTheLockIsLetGo();
    void doorThatWasForced_data();
    void doorThatWasForced();
    void r24_databaseTakenAwayAndBroughtBack();
    void everyRefusalIsASentenceForThePerson_data();
    void everyRefusalIsASentenceForThePerson();
    void theCorridorReadsNothingAboutTheLock_data();
    void theCorridorReadsNothingAboutTheLock();
    void r3_whatWasNotHeardIsReportedAgain();
    void chimeIsAWav();
    void aQuietDoorDoesNotChime();
    void aStationThatIsEnrolledWhileItRunsIsADoor();
    void aStationThatIsEnrolledAnewIsADoorAgain();
};

void TestDoorFlow::visitorAndEscortEnter()
{
    DoorKiosk bench;
    const QString visitor = bench.accepted();
    QVERIFY(bench.open());
    QVERIFY(bench.bringIn(visitor));
    QCOMPARE(bench.kiosk.page(), page::doorAdmit);
    QCOMPARE(bench.door().escortName(), QStringLiteral("Wang Fang"));
    QCOMPARE(bench.door().mayStillFollow(), 4);
    QCOMPARE(bench.inside(), std::size_t(2));
    bench.pass(8s);
    QCOMPARE(bench.kiosk.page(), page::doorRest);
}

/// A fan of badges, read faster than the station looks at them.
void TestDoorFlow::fiveBadgesAtOnceAreOneSet()
{
    DoorKiosk bench;
    QStringList badges{bench.escortBadge};
    for (int i = 0; i < 4; ++i)
        badges << bench.accepted();
    QVERIFY(bench.open());
    for (const QString &badge : badges)
        bench.door().show(badge);
    for (const QString &badge : badges)
        bench.door().show(badge); // they are still there
    QTRY_COMPARE(bench.door().badges().size(), 5);
    bench.door().close();
    QCOMPARE(bench.kiosk.page(), page::doorPin);
    bench.type("704916");
    QVERIFY(bench.waitFor(page::doorAdmit));
    QCOMPARE(bench.door().mayStillFollow(), 1);
    QCOMPARE(bench.inside(), std::size_t(5));
    QCOMPARE(bench.said(action::passageEnter).size(), std::size_t(1));
}

/// In keyboard mode or on a serial line: as it sends them, with its line end, and with Caps Lock on.
void TestDoorFlow::aHandScannerReadsTheBadges()
{
    DoorKiosk bench;
    const QString visitor = bench.accepted();
    QVERIFY(bench.open());
    bench.kiosk.takePayload(visitor.toLatin1() + '\r');
    QTRY_COMPARE(bench.door().badges().size(), 1);
    bench.kiosk.takePayload(bench.escortBadge.toLatin1().toLower() + "\r\n");
    QTRY_COMPARE(bench.door().badges().size(), 2);
    const auto sign = [&](int row) { return bench.door().badges().at(row).toMap().value(QStringLiteral("icon")).toString(); };
    QCOMPARE(sign(0), QStringLiteral("checked"));
    QCOMPARE(sign(1), QStringLiteral("clock")); // nothing shows as proved before the PIN is
    bench.door().close();
    QVERIFY(bench.waitFor(page::doorPin));
    bench.type("704916");
    QTRY_COMPARE(bench.kiosk.page(), page::doorAdmit);
    QCOMPARE(bench.inside(), std::size_t(2));
}

void TestDoorFlow::timeCountsFromTheLastBadge()
{
    DoorKiosk bench;
    const QString visitor = bench.accepted();
    QVERIFY(bench.open());
    QVERIFY(bench.show(visitor));
    QCOMPARE(bench.door().secondsLeft(), 20);
    bench.pass(15s);
    QCOMPARE(bench.door().secondsLeft(), 5);
    QVERIFY(bench.show(bench.escortBadge));
    QCOMPARE(bench.door().secondsLeft(), 20);
    bench.door().show(visitor); // seen again: no second one
    QCOMPARE(bench.door().badges().size(), 2);
}

void TestDoorFlow::r4_aloneIsRefusedWhenTheTimeIsOver()
{
    DoorKiosk bench;
    const QString visitor = bench.accepted();
    QVERIFY(bench.open());
    QVERIFY(bench.show(visitor));
    QVERIFY(!bench.door().canClose());
    bench.pass(20s);
    QVERIFY(bench.waitFor(page::doorRefuse));
    QCOMPARE(bench.door().headline(), QStringLiteral("No entry"));
    QCOMPARE(bench.door().reason(), QStringLiteral("The escort is missing."));
    QCOMPARE(bench.said(action::passageRefuse).size(), std::size_t(1));
}

void TestDoorFlow::badBadgeIsRefusedAtOnce()
{
    DoorKiosk bench;
    const QString visitor = bench.accepted();
    must(checkOut(bench.site.kiosk().at(), visitor));
    QVERIFY(bench.open());
    bench.show(visitor);
    QVERIFY(bench.waitFor(page::doorRefuse));
    QCOMPARE(bench.door().reason(), QStringLiteral("That badge was given back."));
}

void TestDoorFlow::r18_wrongPinIsSaidAndNoDigitShown()
{
    DoorKiosk bench;
    const QString visitor = bench.accepted();
    QVERIFY(bench.open());
    QVERIFY(bench.show(visitor) && bench.show(bench.escortBadge));
    bench.door().close();
    QVERIFY(bench.waitFor(page::doorPin));
    QCOMPARE(bench.door().pinHolder(), QStringLiteral("Staff 2210"));
    for (int i = 0; i < 6; ++i)
        bench.door().digit(8);
    QCOMPARE(bench.door().pinLength(), 6);
    QVERIFY(!everything(bench.door()).contains(QStringLiteral("88")));
    bench.door().enterPin();
    QTRY_COMPARE_WITH_TIMEOUT(bench.door().pinProblem(), QStringLiteral("The PIN was wrong."), 10000);
    QCOMPARE(bench.door().pinLength(), 0);
    QCOMPARE(bench.kiosk.page(), page::doorPin);
    QCOMPARE(bench.said(action::passageRefuse).size(), std::size_t(1));
    bench.type("704916");
    QVERIFY(bench.waitFor(page::doorAdmit));
}

void TestDoorFlow::leaving()
{
    DoorKiosk bench;
    const QString visitor = bench.accepted();
    QVERIFY(bench.open());
    QVERIFY(bench.bringIn(visitor));
    bench.pass(8s);
    bench.takeAway();
    bench.door().leave();
    QVERIFY(bench.waitFor(page::doorSet));
    QVERIFY(bench.show(bench.escortBadge));
    bench.door().close();
    QVERIFY(bench.waitFor(page::doorAdmit));
    QCOMPARE(bench.door().headline(), QStringLiteral("Booked out"));
    QVERIFY(bench.door().reason().contains(QStringLiteral("without their escort")));
    QCOMPARE(bench.inside(), std::size_t(1));
}

void TestDoorFlow::theSameBadgeAfterADecision_data()
{
    QTest::addColumn<bool>("stillThere");
    QTest::newRow("taken away while the decision was shown: counts at once") << false;
    QTest::newRow("still held there: does not open another set") << true;
}

void TestDoorFlow::theSameBadgeAfterADecision()
{
    QFETCH(bool, stillThere);
    DoorKiosk bench;
    const QString visitor = bench.accepted();
    QVERIFY(bench.open());
    QVERIFY(bench.bringIn(visitor));
    bench.pass(8s);
    QTRY_COMPARE(bench.kiosk.page(), page::doorRest);
    const QSize frame(640, 480);
    if (stillThere)
        Q_EMIT bench.scanner.outlineChanged(QPolygonF(QRectF(100, 100, 300, 200)), frame);
    Q_EMIT bench.scanner.outlineChanged({}, frame); // a frame that was not sharp
    bench.pass(500ms);
    Q_EMIT bench.scanner.outlineChanged({}, frame);
    scanning::LiveResult live;
    live.result.kind = scanning::Kind::Badge;
    live.result.raw = QStringList{bench.escortBadge}; // the one that was shown last
    Q_EMIT bench.scanner.decided(live);
    for (int round = 0; round < 6; ++round) {
        bench.gateway.queue().drain();
        QCoreApplication::processEvents();
    }
    QCOMPARE(bench.kiosk.page() == page::doorRest, stillThere);
}

void TestDoorFlow::r3_strangerIsReportedWithTwoTouches()
{
    DoorKiosk bench;
    QVERIFY(bench.open());
    bench.door().askReport();
    QCOMPARE(bench.kiosk.page(), page::doorReport);
    QCOMPARE(bench.said(action::alarm).size(), std::size_t(0));
    bench.door().report();
    QTRY_COMPARE_WITH_TIMEOUT(bench.said(action::alarm).size(), std::size_t(1), 10000);
    QCOMPARE(bench.said(action::alarm)[0].details.value(QLatin1String("code")).toString(), QStringLiteral("stranger"));
    QTRY_COMPARE(bench.door().reportState(), QStringLiteral("told"));
    QCOMPARE(bench.said(action::incidentOpen).size(), std::size_t(1));
    bench.pass(20s);
    QCOMPARE(bench.kiosk.page(), page::doorRest);
}

void TestDoorFlow::r3_nothingIsSaidToBeToldBeforeItIs_data()
{
    QTest::addColumn<bool>("changed");
    QTest::newRow("another program holds the database: told when it lets go") << false;
    QTest::newRow("the ledger does not verify: kept by the door") << true;
}

void TestDoorFlow::r3_nothingIsSaidToBeToldBeforeItIs()
{
    QFETCH(bool, changed);
    DoorKiosk bench;
    QVERIFY(bench.open());
    std::unique_ptr<Transaction> holder;
    if (changed)
        QVERIFY(bench.changeLedger());
    else
        holder = must(bench.site.admin().at().store.beginWrite());
    bench.door().askReport();
    bench.door().report();
    QCOMPARE(bench.door().reportState(), QStringLiteral("sending"));
    bench.door().cancel(); // not before it is known
    bench.kiosk.startAgain();
    QCOMPARE(bench.kiosk.page(), page::doorReport);
    QTRY_COMPARE_WITH_TIMEOUT(bench.door().reportState(), QStringLiteral("not-told"), 20000);
    QFile journal(bench.site.folder() + QStringLiteral("/journal"));
    QVERIFY(journal.open(QIODevice::ReadOnly) && journal.readAll().contains("stranger"));
    if (changed)
        return;
    holder.reset();
    bench.pass(2s);
    QTRY_COMPARE_WITH_TIMEOUT(bench.said(action::incidentOpen).size(), std::size_t(1), 10000);
    QCOMPARE(bench.said(action::alarm).size(), std::size_t(1));
}

/// Whoever sees it first, the door or the gateway: nobody is let in on what was true before.
void TestDoorFlow::aLedgerThatDoesNotVerifyIsNoLostContact()
{
    DoorKiosk bench;
    const QString visitor = bench.accepted();
    QVERIFY(bench.open());
    QVERIFY(bench.changeLedger());
    bench.gateway.refresh();
    QTRY_COMPARE_WITH_TIMEOUT(bench.kiosk.trouble(), QStringLiteral("tampered"), 10000);
    bench.pass(2s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.door().contactText().contains(QStringLiteral("Nobody can be admitted at the moment")),
                             10000);
    QVERIFY(bench.show(visitor));
    bench.pass(20s);
    QVERIFY(bench.waitFor(page::doorRefuse));
    QVERIFY2(bench.door().reason().contains(QStringLiteral("cannot be trusted")), qPrintable(bench.door().reason()));
}

/// Not ready for people whom it could only refuse: no badge is looked at.
void TestDoorFlow::aStationThatIsNoDoorIsOutOfOrder_data()
{
    QTest::addColumn<QString>("trouble");
    QTest::addColumn<QString>("line");
    QTest::newRow("a zone that the site has not")
        << QStringLiteral("unknown-zone") << QStringLiteral("out of order: unknown-zone not-found server-hall");
    QTest::newRow("no key") << QStringLiteral("not-enrolled")
                            << QStringLiteral("out of order: not-enrolled not-found identity");
    QTest::newRow("a key that was revoked")
        << QStringLiteral("revoked") << QStringLiteral("out of order: revoked not-allowed station not enrolled");
}

void TestDoorFlow::aStationThatIsNoDoorIsOutOfOrder()
{
    QFETCH(QString, trouble);
    QFETCH(QString, line);
    const bool otherZone = trouble == QLatin1String("unknown-zone");
    DoorKiosk bench(std::make_unique<doors::NoDoor>(), {},
                    otherZone ? domain::ZoneId{QStringLiteral("server-hall")} : machineRoom);
    const QString visitor = bench.accepted();
    if (trouble == QLatin1String("revoked"))
        must(usecases::revokeStation(bench.site.admin().at(), bench.site.manager(), bench.at().stationId()));
    if (trouble == QLatin1String("not-enrolled")) {
        for (const QFileInfo &file : QDir(bench.site.vaultFolder()).entryInfoList({QStringLiteral("door*")}, QDir::Files))
            QVERIFY(QFile::remove(file.filePath()));
    }
    QTest::ignoreMessage(QtWarningMsg, qPrintable(line));
    bench.kiosk.door()->start();
    bench.gateway.open();
    QTRY_COMPARE_WITH_TIMEOUT(bench.kiosk.trouble(), trouble, 10000);
    bench.pass(2s);
    QCOMPARE(bench.kiosk.page(), page::trouble);
    bench.kiosk.takePayload(visitor.toLatin1() + '\r');
    bench.gateway.queue().drain();
    QCoreApplication::processEvents();
    QCOMPARE(bench.door().badges().size(), 0);
    QCOMPARE(bench.kiosk.page(), page::trouble);
}

void TestDoorFlow::aZoneThatIsPutRightOpensAgain()
{
    DoorKiosk bench;
    QVERIFY(bench.open());
    RawDatabase raw(bench.site.databasePath());
    const auto write = [&](const QVariant &body) {
        QVERIFY2(raw.run(QStringLiteral("UPDATE zone SET body = ? WHERE id = ?"), {body, machineRoom.key}),
                 qPrintable(raw.error()));
        bench.gateway.refresh();
    };
    const QString signedRow = raw.value(QStringLiteral("SELECT body FROM zone WHERE id = ?"), {machineRoom.key}).toString();
    write(QString(signedRow).replace(QStringLiteral("Machine room"), QStringLiteral("Canteen")));
    QTRY_COMPARE(bench.kiosk.page(), page::trouble);
    write(signedRow);
    QTRY_COMPARE(bench.kiosk.page(), page::doorRest);
}

void TestDoorFlow::theGuardHearsOnlyWhatIsInTheLedger()
{
    DoorKiosk bench;
    const QString visitor = bench.accepted();
    QVERIFY(bench.open());
    QVERIFY(bench.bringIn(visitor));
    for (const bool away : {false, true}) {
        const QString path = bench.site.databasePath();
        QVERIFY(!away || QFile::rename(path, path + QStringLiteral(".away")));
        bench.pass(9s);
        QTRY_COMPARE(bench.kiosk.page(), page::doorRest);
        bench.takeAway();
        bench.show(visitor);
        QVERIFY(bench.waitFor(page::doorRefuse));
        QVERIFY2(bench.door().advice().endsWith(away ? QStringLiteral("please tell the guard now.")
                                                     : QStringLiteral("The guard has been told.")),
                 qPrintable(bench.door().advice()));
    }
}

void TestDoorFlow::nothingOfASetIsLeft()
{
    DoorKiosk bench;
    const QString visitor = bench.accepted();
    QVERIFY(bench.open());
    bench.kiosk.setLanguage(QStringLiteral("zh_CN"));
    QVERIFY(bench.show(visitor));
    bench.door().cancel();
    QCOMPARE(bench.kiosk.page(), page::doorRest);
    QVERIFY(bench.door().badges().isEmpty());
    QCOMPARE(bench.kiosk.language(), QStringLiteral("en"));
    QCOMPARE(bench.said(action::passageRefuse).size(), std::size_t(0));
}

/// "Start again" while the decision is being written: whom the ledger has inside, the lock lets in.
void TestDoorFlow::aDecisionIsNotThrownAway()
{
    RelayServer server;
    SystemRandomness randomness;
    DoorKiosk bench(
        std::make_unique<doors::RelayDoor>(relaySettings(server), randomness, doors::RelayDoor::Pace{2000ms, 20ms, 20ms}));
    const QString visitor = bench.accepted();
    QVERIFY(bench.open());
    QTRY_COMPARE(bench.port->health(), doors::Health::Ready);
    QVERIFY(bench.show(visitor) && bench.show(bench.escortBadge));
    bench.door().close();
    QVERIFY(bench.waitFor(page::doorPin));
    bench.type("704916");
    QVERIFY(bench.door().working());
    bench.kiosk.startAgain();
    QVERIFY(bench.waitFor(page::doorAdmit));
    QCOMPARE(bench.inside(), std::size_t(2));
    QTRY_COMPARE(server.releases, 1);
    bench.kiosk.startAgain(); // it is written and shown: now it may go
    QCOMPARE(bench.kiosk.page(), page::doorRest);
}

void TestDoorFlow::lockThatDoesNotAnswer()
{
    RelayServer server;
    SystemRandomness randomness;
    DoorKiosk bench(
        std::make_unique<doors::RelayDoor>(relaySettings(server), randomness, doors::RelayDoor::Pace{300ms, 20ms, 20ms}));
    const QString visitor = bench.accepted();
    QVERIFY(bench.open());
    QTRY_COMPARE(bench.port->health(), doors::Health::Ready);
    QVERIFY(bench.door().lockText().isEmpty());
    server.manner = RelayServer::Manner::Silent;
    QTRY_COMPARE_WITH_TIMEOUT(bench.port->health(), doors::Health::Silent, 10000);
    QCOMPARE(bench.door().lockText(), QStringLiteral("The lock does not answer."));
    QVERIFY(bench.bringIn(visitor));
    QVERIFY(bench.waitFor(page::doorRefuse));
    QCOMPARE(bench.door().headline(), QStringLiteral("The door did not open"));
    QTRY_COMPARE_WITH_TIMEOUT(bench.said(action::passageUnused).size(), std::size_t(1), 10000);
    QCOMPARE(bench.inside(), std::size_t(0));
}

/// The relay answers when somebody else stands there.
void TestDoorFlow::aLateLockSpoilsNoOtherDecision()
{
    auto made = std::make_unique<LateLock>();
    LateLock &lock = *made;
    DoorKiosk bench(std::move(made));
    const QString visitor = bench.accepted();
    VisitId visit;
    const QString another = bench.approved(&visit);
    const SecondEscort second(bench, visit);
    QVERIFY(bench.open());
    QVERIFY(bench.bringIn(visitor));
    bench.door().cancel();
    QVERIFY(bench.show(another) && bench.show(second.badge));
    bench.door().close();
    QVERIFY(bench.waitFor(page::doorPin));
    Q_EMIT lock.released(false); // of the first decision
    QCOMPARE(bench.kiosk.page(), page::doorPin);
    bench.type("582047");
    QVERIFY(bench.waitFor(page::doorAdmit));
    QCOMPARE(bench.door().headline(), QStringLiteral("Please enter"));
    Q_EMIT lock.released(false); // of the one that is shown
    QCOMPARE(bench.kiosk.page(), page::doorRefuse);
    QCOMPARE(bench.door().headline(), QStringLiteral("The door did not open"));
    QTRY_COMPARE_WITH_TIMEOUT(bench.inside(), std::size_t(0), 10000);
}

void TestDoorFlow::settingsThatCannotBeUsedAreNoFreeDoor()
{
    DoorBench bench;
    QFile file(bench.site.vaultFolder() + QStringLiteral("/door.ini"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("[relay]\naddress=http://192.0.2.10\ncontact=zero\n") > 0);
    file.close();
    kiosk::DoorStation station(bench.site.vaultFolder(), QStringLiteral("door"), machineRoom.key, bench.site.clock,
                               bench.site.randomness, false);
    station.services().port.start();
    QCOMPARE(station.services().port.health(), doors::Health::Refused); // an alarm, see DoorController::onHealth
}

void TestDoorFlow::doorThatWasNotOpened()
{
    RelayServer server;
    SystemRandomness randomness;
    DoorKiosk bench(
        std::make_unique<doors::RelayDoor>(relaySettings(server), randomness, doors::RelayDoor::Pace{2000ms, 20ms, 20ms}));
    const QString visitor = bench.accepted();
    QVERIFY(bench.open());
    QTRY_COMPARE(bench.port->inputs().open, std::optional(false));
    QSignalSpy released(bench.port.get(), &doors::DoorPort::released);
    QVERIFY(bench.bringIn(visitor));
    QCOMPARE(bench.kiosk.page(), page::doorAdmit);
    QTRY_COMPARE(released.size(), 1);
    QVERIFY(server.output);
    QCOMPARE(bench.inside(), std::size_t(2));
    bench.pass(9s);
    QTRY_COMPARE_WITH_TIMEOUT(bench.inside(), std::size_t(0), 10000);
}

void TestDoorFlow::twoDecisionsWhileTheLockIsLetGo_data()
{
    QTest::addColumn<bool>("opened");
    QTest::addColumn<std::size_t>("inside");
    QTest::newRow("one opening lets both in") << true << std::size_t(4);
    QTest::newRow("none: neither is inside") << false << std::size_t(0);
}

void TestDoorFlow::twoDecisionsWhileTheLockIsLetGo()
{
    QFETCH(bool, opened);
    RelayServer server;
    SystemRandomness randomness;
    doors::DoorSettings settings = relaySettings(server);
    settings.release = 60s;
    DoorKiosk bench(std::make_unique<doors::RelayDoor>(settings, randomness, doors::RelayDoor::Pace{2000ms, 20ms, 20ms}),
                    settings);
    const QString visitor = bench.accepted();
    VisitId visit;
    const QString another = bench.approved(&visit);
    const SecondEscort second(bench, visit);
    QVERIFY(bench.open());
    QTRY_COMPARE(bench.port->inputs().open, std::optional(false));
    QSignalSpy released(bench.port.get(), &doors::DoorPort::released);
    QVERIFY(bench.bringIn(visitor));
    QTRY_COMPARE(released.size(), 1);
    bench.door().cancel();
    QVERIFY(bench.show(another) && bench.show(second.badge));
    bench.door().close();
    QVERIFY(bench.waitFor(page::doorPin));
    bench.type("582047");
    QVERIFY(bench.waitFor(page::doorAdmit));
    QTRY_COMPARE(released.size(), 2);
    QCOMPARE(bench.inside(), std::size_t(4));
    if (opened) {
        server.inputs[0] = true;
        QTRY_COMPARE(bench.port->inputs().open, std::optional(true));
    }
    bench.pass(63s);
    bench.gateway.queue().drain();
    QTEST(bench.inside(), "inside");
}

void TestDoorFlow::doorThatWasForced_data()
{
    QTest::addColumn<bool>("exitWired");
    QTest::newRow("a contact alone") << false;
    QTest::newRow("with a request to exit, which nobody made") << true;
}

void TestDoorFlow::doorThatWasForced()
{
    QFETCH(bool, exitWired);
    RelayServer server;
    SystemRandomness randomness;
    doors::DoorSettings settings = relaySettings(server);
    if (exitWired)
        settings.exitInput = 1;
    DoorKiosk bench(std::make_unique<doors::RelayDoor>(settings, randomness, doors::RelayDoor::Pace{2000ms, 20ms, 20ms}));
    QVERIFY(bench.open());
    QTRY_COMPARE(bench.port->inputs().open, std::optional(false));
    server.inputs[0] = true;
    QTRY_VERIFY(bench.door().leafText().contains(QStringLiteral("without a decision")));
    QTRY_COMPARE_WITH_TIMEOUT(bench.said(action::alarm).size(), std::size_t(1), 10000);
    QCOMPARE(bench.said(action::alarm)[0].details.value(QLatin1String("code")).toString(), QStringLiteral("door-forced"));
}

void TestDoorFlow::r24_databaseTakenAwayAndBroughtBack()
{
    DoorKiosk bench;
    const QString visitor = bench.accepted();
    QVERIFY(bench.open());
    const QString path = bench.site.databasePath();
    QVERIFY(QFile::rename(path, path + QStringLiteral(".away")));
    bench.pass(2s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.door().contactText().contains(QStringLiteral("30 more")), 10000);
    QVERIFY(bench.bringIn(visitor));
    QCOMPARE(bench.kiosk.page(), page::doorAdmit);
    QVERIFY(QFile(bench.site.folder() + QStringLiteral("/journal")).size() > 0);
    const QDateTime then = bench.site.clock.now();
    bench.pass(30s);
    QVERIFY(QFile::rename(path + QStringLiteral(".away"), path));
    QVERIFY(QTest::qWaitFor(
        [&] { // the pause between attempts has grown meanwhile
            bench.pass(250ms);
            return bench.door().contactText().isEmpty();
        },
        10000));
    const auto entries = bench.said(action::passageEnter);
    QCOMPARE(entries.size(), std::size_t(1));
    QCOMPARE(entries[0].occurred, then);
    QVERIFY(entries[0].recorded > then);
    QCOMPARE(bench.inside(), std::size_t(2));
}

void TestDoorFlow::everyRefusalIsASentenceForThePerson_data()
{
    QTest::addColumn<QString>("code"); // as domain::decideDoor and the door itself find them
    for (const char *code : {"set-empty",
                             "badge-unreadable",
                             "badge-foreign",
                             "badge-forged",
                             "badge-unknown",
                             "badge-not-yet",
                             "badge-expired",
                             "badge-returned",
                             "badge-lost",
                             "badge-revoked",
                             "badge-copied",
                             "access-none",
                             "access-over",
                             "access-not-approved",
                             "access-not-yet",
                             "access-expired",
                             "access-not-accepted",
                             "not-briefed",
                             "item-not-handed-in",
                             "pin-missing",
                             "pin-wrong",
                             "pin-back-off",
                             "pin-not-set",
                             "escort-not-managerial",
                             "escort-not-authorised",
                             "escort-not-trained",
                             "staff-not-active",
                             "access-not-reviewed",
                             "not-on-access-list",
                             "accepted-after-cut",
                             "escort-at-limit",
                             "escort-missing",
                             "second-escort-missing",
                             "clock-not-trusted",
                             "cut-off-too-long",
                             "no-records",
                             "register-not-trusted",
                             "not-written",
                             "relay-silent"})
        QTest::newRow(code) << QString::fromLatin1(code);
}

/// That the lock is without protection is for the admin app, not for whoever stands before the door.
void TestDoorFlow::theCorridorReadsNothingAboutTheLock_data()
{
    QTest::addColumn<QString>("code");
    for (const doors::Health health : {doors::Health::Unprotected, doors::Health::Refused, doors::Health::Lying})
        QTest::addRow("%s", qPrintable(doors::healthName(health))) << doors::healthName(health);
}

void TestDoorFlow::theCorridorReadsNothingAboutTheLock()
{
    QFETCH(QString, code);
    QCOMPARE(presentation::relayText(code), QStringLiteral("This door needs service. Please tell the guard."));
}

void TestDoorFlow::r3_whatWasNotHeardIsReportedAgain()
{
    DoorKiosk bench;
    QVERIFY(bench.open());
    std::unique_ptr<Transaction> holder = must(bench.site.admin().at().store.beginWrite());
    bench.door().askReport();
    bench.door().report();
    QTRY_COMPARE_WITH_TIMEOUT(bench.door().reportState(), QStringLiteral("not-told"), 20000);
    holder.reset();
    bench.pass(2s);
    QTRY_COMPARE_WITH_TIMEOUT(bench.said(action::alarm).size(), std::size_t(1), 10000); // the door is connected again
    QCOMPARE(bench.door().reportState(), QStringLiteral("not-told"));
    bench.door().report();
    QTRY_COMPARE_WITH_TIMEOUT(bench.door().reportState(), QStringLiteral("told"), 20000);
}

void TestDoorFlow::everyRefusalIsASentenceForThePerson()
{
    QFETCH(QString, code);
    const QString none =
        presentation::doorReason({domain::Rule::R4, domain::Verdict::Block, QStringLiteral("no-such-code"), {}});
    const QDateTime since(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC);
    const QString time = since.toString(Qt::ISODateWithMs);
    QStringList basis{QStringLiteral("30"), time, time, QStringLiteral("office")};
    const domain::Finding finding{domain::Rule::R4, domain::Verdict::Block, code, basis};
    const QString reason = presentation::doorReason(finding);
    QVERIFY2(reason != none && reason.endsWith(QLatin1Char('.')), qPrintable(reason));
    QVERIFY2(!reason.contains(code) && !reason.contains(QLatin1Char('%')), qPrintable(reason)); // no code, every place filled
    QVERIFY(presentation::doorAdvice(finding).endsWith(QLatin1Char('.')));
    if (code == QLatin1String("badge-copied"))
        QVERIFY(reason.contains(since.toLocalTime().toString(QStringLiteral("HH:mm"))));
}

void TestDoorFlow::chimeIsAWav()
{
    const QByteArray good = kiosk::chimeWav(true);
    const QByteArray bad = kiosk::chimeWav(false);
    QVERIFY(good.startsWith("RIFF") && good.mid(8, 8) == "WAVEfmt ");
    QCOMPARE(good.size(), bad.size());
    QVERIFY(good != bad);
}

void TestDoorFlow::aQuietDoorDoesNotChime()
{
    DoorBench bench;
    for (const bool sounds : {true, false}) {
        kiosk::DoorStation station(bench.site.vaultFolder(), QStringLiteral("door"), machineRoom.key, bench.site.clock,
                                   bench.site.randomness, sounds);
        QCOMPARE(static_cast<bool>(station.services().chime), sounds);
    }
}

void TestDoorFlow::aStationThatIsEnrolledWhileItRunsIsADoor()
{
    DoorBench bench;
    const security::StationVault vault(bench.site.vaultFolder());
    const security::StationIdentity key = must(vault.identity(QStringLiteral("door")));
    kiosk::DoorStation station(bench.site.vaultFolder(), QStringLiteral("door-2"), machineRoom.key, bench.site.clock,
                               bench.site.randomness, false);
    QVERIFY(!station.services().door);
    must(vault.saveIdentity(QStringLiteral("door-2"), key));
    station.takeKey(domain::StationId());
    QVERIFY(!station.services().door); // the database is not open
    const auto id = domain::StationId::fromText(key.stationId);
    station.takeKey(id);
    const auto door = station.services().door;
    QVERIFY(door);
    station.takeKey(id);
    QCOMPARE(station.services().door, door); // with what it knows
    must(vault.saveIdentity(QStringLiteral("door-2"), must(vault.identity(QStringLiteral("kiosk")))));
    station.takeKey(id);
    QCOMPARE(station.services().door, door); // its key counts until the database is open with the other
    station.takeKey(bench.site.kiosk().at().stationId());
    QVERIFY(station.services().door && station.services().door != door);
}

/// The whole station with the machine's own clock: its lock, its journal and what it says alive with are the new key's.
void TestDoorFlow::aStationThatIsEnrolledAnewIsADoorAgain()
{
    DoorBench bench;
    bench.site.clock.advance(std::chrono::milliseconds(bench.site.clock.now().msecsTo(QDateTime::currentDateTimeUtc())));
    bench.site.manager() = bench.site.signInAs(QStringLiteral("1001"));
    const security::StationVault vault(bench.site.vaultFolder());
    const security::StationIdentity old = must(vault.identity(QStringLiteral("door")));
    kiosk::KioskOptions options;
    options.settings.station = options.identity = QStringLiteral("door");
    options.settings.zone = machineRoom.key;
    options.settings.speech = false;
    options.databaseUrl = bench.site.url();
    options.vaultFolder = bench.site.vaultFolder();
    kiosk::KioskContext station(options);
    kiosk::KioskController &kiosk = station.controller();
    station.start();
    QTRY_VERIFY_WITH_TIMEOUT(kiosk.page() == page::doorRest && kiosk.door()->contactText().isEmpty(), 20000);
    must(usecases::revokeStation(bench.site.admin().at(), bench.site.manager(), bench.at().stationId()));
    QTRY_COMPARE_WITH_TIMEOUT(kiosk.trouble(), QStringLiteral("revoked"), 20000);
    QCOMPARE(kiosk.page(), page::trouble);
    QTRY_VERIFY2_WITH_TIMEOUT(!kiosk.door()->contactText().isEmpty(), "nobody is let in as if the database were away", 20000);
    QVERIFY(!kiosk.door()->contactText().contains(QStringLiteral("may enter")));
    must(DoorJournal(vault.folder() + QStringLiteral("/door-journal"), old)
             .append(doorAlarm(machineRoom, QStringLiteral("door-forced")), QDateTime::currentDateTimeUtc()));
    const Station anew = askAnew(bench.site, StationKind::Door);
    confirm(bench.site, anew);
    QTRY_COMPARE_WITH_TIMEOUT(kiosk.page(), page::doorRest, 30000);
    QTRY_VERIFY_WITH_TIMEOUT(kiosk.door()->contactText().isEmpty(), 20000);
    const auto alarms = bench.said(action::alarm);
    QCOMPARE(alarms.size(), std::size_t(1)); // what the old key wrote is not stated with the new one
    QCOMPARE(alarms.front().details.value(QStringLiteral("code")).toString(), QStringLiteral("journal-changed"));
    QCOMPARE(alarms.front().station, anew.id);
}

GATEHOUSE_TEST(QGuiApplication, TestDoorFlow);
#include "tst_doorflow.moc"
