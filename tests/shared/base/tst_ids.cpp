// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"
#include "fakeclock.h"
#include "testprogram.h"

#include <QTest>

using namespace gatehouse;

namespace
{
struct ThingTag;
using ThingId = Id<ThingTag>;
} // namespace

class TestIds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void uuid7CarriesTimeVersionAndVariant()
    {
        test::FakeClock clock;
        test::SeededRandomness randomness;
        const QUuid id = makeUuid7(clock, randomness);
        const QByteArray bytes = id.toRfc4122();
        quint64 ms = 0;
        for (int i = 0; i < 6; ++i)
            ms = (ms << 8) | static_cast<quint8>(bytes[i]);
        QCOMPARE(static_cast<qint64>(ms), clock.now().toMSecsSinceEpoch());
        QCOMPARE(static_cast<quint8>(bytes[6]) >> 4, 7);
        QCOMPARE(static_cast<quint8>(bytes[8]) >> 6, 2);
    }

    void idsSortByTime()
    {
        test::FakeClock clock;
        test::SeededRandomness randomness;
        const auto first = makeId<ThingId>(clock, randomness);
        clock.advance(std::chrono::milliseconds(2));
        const auto second = makeId<ThingId>(clock, randomness);
        QVERIFY(first.text() < second.text());
        QCOMPARE(ThingId::fromText(first.text()), first);
    }

    void textThatIsNoUuidIsNull() { QVERIFY(ThingId::fromText(QStringLiteral("'; DROP TABLE visit; --")).isNull()); }
};

GATEHOUSE_TEST(QCoreApplication, TestIds);
#include "tst_ids.moc"
