// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorpulse.h"

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
    void outOfServiceIsNoAlarm();
    void comesBack();

private:
    const StationId m_door = StationId::fromText(QStringLiteral("0192b6a0-2222-7abc-8def-00000000000b"));
    const QDateTime m_noon{QDate(2026, 11, 24), QTime(12, 0), Qt::UTC};
};

void TestDoorPulse::r24_silenceIsToldWithinFiveSeconds()
{
    DoorPulse pulse;
    QVERIFY(!pulse.isSilent(m_door, m_noon, m_noon, 10s));
    QVERIFY(!pulse.isSilent(m_door, m_noon, m_noon.addSecs(3), 13s));
    QVERIFY(pulse.isSilent(m_door, m_noon, m_noon.addSecs(4), 14s)); // asked every second: five at most
}

void TestDoorPulse::clocksNeedNotAgree()
{
    DoorPulse pulse;
    const QDateTime early = m_noon.addSecs(-1800); // the door's clock is half an hour slow
    for (int second = 0; second < 20; ++second)
        QVERIFY(!pulse.isSilent(m_door, early.addSecs(second), m_noon.addSecs(second), std::chrono::seconds(second)));
}

void TestDoorPulse::outOfServiceIsNoAlarm()
{
    DoorPulse pulse;
    const QDateTime longAgo = m_noon.addDays(-3);
    QVERIFY(!pulse.isSilent(m_door, longAgo, m_noon, 0s));
    QVERIFY(!pulse.isSilent(m_door, longAgo, m_noon.addSecs(60), 60s));
    QVERIFY(!pulse.isSilent(m_door, m_noon.addSecs(61), m_noon.addSecs(61), 61s)); // taken into service
    QVERIFY(pulse.isSilent(m_door, m_noon.addSecs(61), m_noon.addSecs(66), 66s));
}

void TestDoorPulse::comesBack()
{
    DoorPulse pulse;
    pulse.isSilent(m_door, m_noon, m_noon, 0s);
    QVERIFY(pulse.isSilent(m_door, m_noon, m_noon.addSecs(9), 9s));
    QVERIFY(!pulse.isSilent(m_door, m_noon.addSecs(10), m_noon.addSecs(10), 10s));
}

QTEST_APPLESS_MAIN(TestDoorPulse)
#include "tst_doorpulse.moc"
