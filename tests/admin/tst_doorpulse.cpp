// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorpulse.h"
#include "testprogram.h"

#include <QTest>

using gatehouse::admin::DoorPulse;
using gatehouse::domain::StationId;
using namespace std::chrono_literals;

class TestDoorPulse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void r24_silenceIsToldWithinFiveSeconds();
    void clocksNeedNotAgree();
    void whatWasSignedEarlierIsNoSign_data();
    void whatWasSignedEarlierIsNoSign();
    void outOfServiceIsNoAlarm();
    void comesBack();
    void noRowHidesSilence_data();
    void noRowHidesSilence();

private:
    const StationId m_door = StationId::fromText(QStringLiteral("0192b6a0-2222-7abc-8def-00000000000b"));
    const QDateTime m_noon{QDate(2026, 11, 24), QTime(12, 0), Qt::UTC};
};

void TestDoorPulse::r24_silenceIsToldWithinFiveSeconds()
{
    DoorPulse pulse;
    QVERIFY(!pulse.isSilent(m_door, m_noon, {}, m_noon, 10s));
    QVERIFY(!pulse.isSilent(m_door, m_noon, {}, m_noon.addSecs(3), 13s));
    QVERIFY(pulse.isSilent(m_door, m_noon, {}, m_noon.addSecs(4), 14s)); // asked every second: five at most
}

void TestDoorPulse::clocksNeedNotAgree()
{
    DoorPulse pulse;
    const QDateTime early = m_noon.addSecs(-55); // the door's clock is slow, by as much as it may be
    for (int second = 0; second < 20; ++second)
        QVERIFY(!pulse.isSilent(m_door, early.addSecs(second), {}, m_noon.addSecs(second), std::chrono::seconds(second)));
}

void TestDoorPulse::whatWasSignedEarlierIsNoSign_data()
{
    QTest::addColumn<int>("from"); // seconds from noon, one a second from there
    QTest::addColumn<bool>("silent");
    QTest::newRow("as it is said") << 1 << false;
    QTest::newRow("of the minute before") << -20 << true;
    QTest::newRow("of yesterday") << -86400 << true;
}

/// Somebody cut the door off and writes its own old words into the row, one after the other.
void TestDoorPulse::whatWasSignedEarlierIsNoSign()
{
    QFETCH(int, from);
    QFETCH(bool, silent);
    DoorPulse pulse;
    QVERIFY(!pulse.isSilent(m_door, m_noon, m_noon, m_noon, 0s));
    bool last = false;
    for (int second = 1; second <= 10; ++second)
        last = pulse.isSilent(m_door, m_noon.addSecs(from + second - 1), m_noon, m_noon.addSecs(second),
                              std::chrono::seconds(second));
    QCOMPARE(last, silent);
    DoorPulse later; // of a guard who signs in afterwards
    last = false;
    for (int second = 0; second <= 10; ++second)
        last = later.isSilent(m_door, m_noon.addSecs(from - 3600 + second), m_noon, m_noon.addSecs(second),
                              std::chrono::seconds(second));
    QVERIFY(last);
}

void TestDoorPulse::outOfServiceIsNoAlarm()
{
    DoorPulse pulse;
    const QDateTime longAgo = m_noon.addDays(-3);
    QVERIFY(!pulse.isSilent(m_door, longAgo, {}, m_noon, 0s));
    QVERIFY(!pulse.isSilent(m_door, longAgo, {}, m_noon.addSecs(60), 60s));
    const StationId spare = StationId::fromText(QStringLiteral("0192b6a0-2222-7abc-8def-00000000000c"));
    for (const auto at : {0s, 60s})
        QVERIFY(!pulse.isSilent(spare, {}, {}, m_noon.addSecs(at.count()), at));       // it never was in service
    QVERIFY(!pulse.isSilent(m_door, m_noon.addSecs(61), {}, m_noon.addSecs(61), 61s)); // taken into service
    QVERIFY(pulse.isSilent(m_door, m_noon.addSecs(61), {}, m_noon.addSecs(66), 66s));
}

void TestDoorPulse::comesBack()
{
    DoorPulse pulse;
    pulse.isSilent(m_door, m_noon, {}, m_noon, 0s);
    QVERIFY(pulse.isSilent(m_door, m_noon, {}, m_noon.addSecs(9), 9s));
    QVERIFY(!pulse.isSilent(m_door, m_noon.addSecs(10), {}, m_noon.addSecs(10), 10s));
}

void TestDoorPulse::noRowHidesSilence_data()
{
    QTest::addColumn<bool>("aliveBefore"); // in this session
    QTest::addColumn<QDateTime>("row");
    QTest::addColumn<QDateTime>("signedAt");
    QTest::newRow("taken away in sight") << true << QDateTime() << QDateTime();
    QTest::newRow("aged in sight") << true << m_noon.addDays(-3) << QDateTime();
    QTest::newRow("taken away before") << false << QDateTime() << m_noon.addDays(-3);
    QTest::newRow("aged before") << false << m_noon.addDays(-3) << m_noon.addSecs(-3600);
}

/// What stands in the row is anybody's; a door that is cut off writes nothing there.
void TestDoorPulse::noRowHidesSilence()
{
    QFETCH(bool, aliveBefore);
    QFETCH(QDateTime, row);
    QFETCH(QDateTime, signedAt);
    DoorPulse pulse;
    if (aliveBefore)
        QVERIFY(!pulse.isSilent(m_door, m_noon, signedAt, m_noon, 0s));
    QVERIFY(!pulse.isSilent(m_door, row, signedAt, m_noon, 1s));
    QVERIFY(pulse.isSilent(m_door, row, signedAt, m_noon.addSecs(5), 6s));
}

GATEHOUSE_TEST(QCoreApplication, TestDoorPulse);
#include "tst_doorpulse.moc"
