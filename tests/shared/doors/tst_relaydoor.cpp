// SPDX-License-Identifier: GPL-3.0-or-later
#include "doors/nodoor.h"
#include "doors/relaydoor.h"
#include "relayserver.h"
#include "testprogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::doors;
using gatehouse::test::RelayServer;
using Manner = RelayServer::Manner;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Manner)

namespace
{
DoorSettings settingsFor(const RelayServer &server)
{
    DoorSettings settings;
    settings.address = server.address();
    settings.password = QStringLiteral("correct-horse");
    settings.contactInput = 0;
    settings.exitInput = 1;
    settings.tamperInput = 2;
    return settings;
}
} // namespace

class TestRelayDoor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void letsGoAndLocksByItself();
    void inputsAreSeen();
    void aNonceIsUsedWithAGrowingCount();
    void aForgottenNonceIsReplaced();
    void badRelaysAreNotUsed_data();
    void badRelaysAreNotUsed();
    void anUnprotectedRelayNeedsPermission();
    void hangsWhileLettingGo();
    void liesAboutLettingGo();
    void oneReleaseAfterTheOther();
    void comesBack();
    void noDoorMovesNothing();

private:
    std::unique_ptr<RelayDoor> started(const DoorSettings &settings);

    std::unique_ptr<RelayServer> m_server;
    SystemRandomness m_randomness;
};

void TestRelayDoor::init()
{
    m_server = std::make_unique<RelayServer>();
    QVERIFY(m_server->isListening());
}

std::unique_ptr<RelayDoor> TestRelayDoor::started(const DoorSettings &settings)
{
    auto door = std::make_unique<RelayDoor>(settings, m_randomness, RelayDoor::Pace{300ms, 20ms, 20ms});
    door->start();
    return door;
}

void TestRelayDoor::letsGoAndLocksByItself()
{
    const auto door = started(settingsFor(*m_server));
    QTRY_COMPARE(door->health(), Health::Ready);
    QSignalSpy released(door.get(), &DoorPort::released);
    door->release(7s);
    QTRY_COMPARE(released.size(), 1);
    QCOMPARE(released.first().first().toBool(), true);
    QVERIFY(m_server->paths.contains(QStringLiteral("/rpc/Switch.Set?id=0&on=true&toggle_after=7")));
    QCOMPARE(m_server->releases, 1);
}

void TestRelayDoor::inputsAreSeen()
{
    const auto door = started(settingsFor(*m_server));
    QTRY_COMPARE(door->inputs(), (DoorInputs{false, false, false}));
    m_server->inputs[0] = true;
    QTRY_COMPARE(door->inputs(), (DoorInputs{true, false, false}));
    m_server->inputs[1] = m_server->inputs[2] = true;
    QTRY_COMPARE(door->inputs(), (DoorInputs{true, true, true}));
}

void TestRelayDoor::aNonceIsUsedWithAGrowingCount()
{
    const auto door = started(settingsFor(*m_server));
    QTRY_VERIFY(m_server->paths.size() >= 5);
    QCOMPARE(m_server->refusals, 1); // the first question, which has no password
    QCOMPARE(m_server->replays, 0);
}

void TestRelayDoor::aForgottenNonceIsReplaced()
{
    const auto door = started(settingsFor(*m_server));
    QTRY_COMPARE(door->health(), Health::Ready);
    QSignalSpy health(door.get(), &DoorPort::healthChanged);
    m_server->forgetNonces();
    QSignalSpy released(door.get(), &DoorPort::released);
    door->release(5s);
    QTRY_COMPARE(released.size(), 1);
    QCOMPARE(released.first().first().toBool(), true);
    QCOMPARE(health.size(), 0);
}

void TestRelayDoor::badRelaysAreNotUsed_data()
{
    QTest::addColumn<Manner>("manner");
    QTest::addColumn<QString>("password");
    QTest::addColumn<Health>("health");
    const QString right = QStringLiteral("correct-horse");
    QTest::newRow("another password") << Manner::Honest << QStringLiteral("other") << Health::Refused;
    QTest::newRow("none asked for") << Manner::Honest << QString() << Health::Refused;
    QTest::newRow("asks with MD5") << Manner::WeakChallenge << right << Health::Refused;
    QTest::newRow("hangs") << Manner::Silent << right << Health::Silent;
    QTest::newRow("stops in the middle") << Manner::HalfAnswer << right << Health::Silent;
    QTest::newRow("goes on byte by byte") << Manner::Dribble << right << Health::Silent;
    QTest::newRow("says more than any status is long") << Manner::Endless << right << Health::Silent;
    QTest::newRow("is something else") << Manner::Garbage << right << Health::Lying;
    QTest::newRow("sends elsewhere") << Manner::Moved << right << Health::Lying;
    QTest::newRow("says nothing of its inputs") << Manner::NoInputs << right << Health::Lying;
}

void TestRelayDoor::badRelaysAreNotUsed()
{
    QFETCH(Manner, manner);
    QFETCH(QString, password);
    QFETCH(Health, health);
    m_server->manner = manner;
    m_server->password = password;
    const auto door = started(settingsFor(*m_server));
    QTRY_COMPARE(door->health(), health);
    QCOMPARE(door->inputs(), DoorInputs{});
    QSignalSpy released(door.get(), &DoorPort::released);
    door->release(5s);
    QTRY_COMPARE(released.size(), 1);
    QCOMPARE(released.first().first().toBool(), false);
    QCOMPARE(m_server->releases, 0);
}

void TestRelayDoor::anUnprotectedRelayNeedsPermission()
{
    m_server->password.clear();
    DoorSettings settings = settingsFor(*m_server);
    settings.allowUnprotected = true;
    const auto door = started(settings);
    QTRY_COMPARE(door->health(), Health::Unprotected);
    QSignalSpy released(door.get(), &DoorPort::released);
    door->release(5s);
    QTRY_COMPARE(released.size(), 1);
    QCOMPARE(released.first().first().toBool(), true);
    QCOMPARE(door->health(), Health::Unprotected); // it stays what it is
}

void TestRelayDoor::hangsWhileLettingGo()
{
    const auto door = started(settingsFor(*m_server));
    QTRY_COMPARE(door->health(), Health::Ready);
    m_server->manner = Manner::Silent;
    QSignalSpy released(door.get(), &DoorPort::released);
    door->release(5s);
    QTRY_COMPARE(released.size(), 1);
    QCOMPARE(released.first().first().toBool(), false);
    QCOMPARE(door->health(), Health::Silent);
}

void TestRelayDoor::liesAboutLettingGo()
{
    const auto door = started(settingsFor(*m_server));
    QTRY_COMPARE(door->health(), Health::Ready);
    m_server->manner = Manner::SaysOff;
    QSignalSpy released(door.get(), &DoorPort::released);
    door->release(5s);
    QTRY_COMPARE(released.size(), 1);
    QCOMPARE(released.first().first().toBool(), false);
    QCOMPARE(door->health(), Health::Lying);
    m_server->manner = Manner::Honest;
    door->release(5s);
    QTRY_COMPARE(released.size(), 2);
    QCOMPARE(released.last().first().toBool(), true);
    QTRY_COMPARE(door->health(), Health::Ready);
}

/// The relay falls silent, and the second person comes while the first one's door is still being asked for.
void TestRelayDoor::oneReleaseAfterTheOther()
{
    const auto door = started(settingsFor(*m_server));
    QTRY_COMPARE(door->health(), Health::Ready);
    m_server->manner = Manner::Silent;
    const auto before = m_server->paths.size();
    QTRY_VERIFY(m_server->paths.size() > before); // a question that will not be answered
    connect(door.get(), &DoorPort::healthChanged, this, [&](Health health) {
        if (health != Health::Silent)
            return;
        m_server->manner = Manner::Honest;
        door->release(9s);
    });
    QStringList answers;
    connect(door.get(), &DoorPort::released, this, [&](bool moved) {
        answers << m_server->paths.filter(QStringLiteral("toggle_after")).value(answers.size()).right(1) +
                       (moved ? QStringLiteral(" moved") : QStringLiteral(" did not"));
    });
    door->release(7s);
    QTRY_COMPARE(answers.size(), 2);
    QCOMPARE(answers, (QStringList{QStringLiteral("7 moved"), QStringLiteral("9 moved")}));
    QCOMPARE(m_server->releases, 2);
}

void TestRelayDoor::comesBack()
{
    m_server->manner = Manner::Silent;
    const auto door = started(settingsFor(*m_server));
    QTRY_COMPARE(door->health(), Health::Silent);
    m_server->manner = Manner::Honest;
    QTRY_COMPARE(door->health(), Health::Ready);
}

void TestRelayDoor::noDoorMovesNothing()
{
    NoDoor door;
    QSignalSpy released(&door, &DoorPort::released);
    door.start();
    QCOMPARE(door.health(), Health::Shown);
    door.release(5s);
    QCOMPARE(released.size(), 1);
    QCOMPARE(released.first().first().toBool(), false);
}

GATEHOUSE_TEST(QCoreApplication, TestRelayDoor);
#include "tst_relaydoor.moc"
