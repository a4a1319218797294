// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/tokens.h"
#include "testprogram.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::security;

class TestBase45 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothWays_data();
    void bothWays();
    void everyPairOfBytes();
    void refuses_data();
    void refuses();
};

void TestBase45::bothWays_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("RFC 9285, 4.3 example 1") << QByteArray("AB") << QByteArray("BB8");
    QTest::newRow("RFC 9285, 4.3 example 2") << QByteArray("Hello!!") << QByteArray("%69 VD92EX0");
    QTest::newRow("RFC 9285, 4.3 example 3") << QByteArray("base-45") << QByteArray("UJCLQE7W581");
    QTest::newRow("RFC 9285, 4.4") << QByteArray("ietf!") << QByteArray("QED8WEX0");
    QTest::newRow("one zero byte") << QByteArray(1, '\0') << QByteArray("00");
    QTest::newRow("two bytes of ones") << QByteArray("\xff\xff") << QByteArray("FGW");
    QTest::newRow("one byte of ones") << QByteArray("\xff") << QByteArray("U5");
}

void TestBase45::bothWays()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, text);
    QCOMPARE(toBase45(bytes), text);
    const auto back = fromBase45(text);
    QVERIFY(back);
    QCOMPARE(*back, bytes);
}

void TestBase45::everyPairOfBytes()
{
    for (int value = 0; value <= 0xffff; ++value) {
        const QByteArray bytes{
            std::initializer_list<char>{static_cast<char>(value >> 8), static_cast<char>(value & 0xff)}.begin(), 2};
        const auto back = fromBase45(toBase45(bytes));
        if (!back || *back != bytes)
            QFAIL(qPrintable(QString::number(value)));
    }
}

void TestBase45::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("one character") << QByteArray("B");
    QTest::newRow("one character over") << QByteArray("BB8B");
    QTest::newRow("RFC 9285, 6: GGW is 65536") << QByteArray("GGW");
    QTest::newRow("largest triple") << QByteArray(":::");
    QTest::newRow("pair above 255") << QByteArray("V5");
    QTest::newRow("largest pair") << QByteArray("::");
    QTest::newRow("lower case") << QByteArray("bb8");
    QTest::newRow("outside the alphabet") << QByteArray("BB#");
    QTest::newRow("a zero byte") << QByteArray("B\0B", 3);
    QTest::newRow("bytes above ASCII") << QByteArray("B\xc3\xa9");
    QTest::newRow("line end") << QByteArray("BB8\n");
}

void TestBase45::refuses()
{
    QFETCH(QByteArray, text);
    const auto bytes = fromBase45(text);
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().code, ErrorCode::Invalid);
}

GATEHOUSE_TEST(QCoreApplication, TestBase45);
#include "tst_base45.moc"
