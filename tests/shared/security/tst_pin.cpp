// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/pin.h"
#include "testprogram.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::security;

namespace
{
SecureBytes secret(const char *text)
{
    QByteArray bytes(text);
    return SecureBytes::take(bytes);
}
} // namespace

class TestPin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(startSecurity()); }
    void r18_weakPinsAreRefused_data();
    void r18_weakPinsAreRefused();
    void verifierKnowsItsPin();
    void otherBytesAreNoVerifier();
    void whatStaffSetIsOfInteractiveCost();
    void r18_guessingSlowsDown_data();
    void r18_guessingSlowsDown();
    void r18_aDayOfGuessing();
};

void TestPin::r18_weakPinsAreRefused_data()
{
    QTest::addColumn<QString>("pin");
    QTest::addColumn<PinFlaw>("flaw");
    const auto row = [](const char *name, const char *pin, PinFlaw flaw) {
        QTest::newRow(name) << QString::fromLatin1(pin) << flaw;
    };
    row("good", "704916", PinFlaw::None);
    row("good, long", "704916283371", PinFlaw::None);
    row("empty", "", PinFlaw::TooShort);
    row("five digits", "70491", PinFlaw::TooShort);
    row("thirteen digits", "7049162833715", PinFlaw::TooLong);
    row("letters", "70491a", PinFlaw::NotDigits);
    row("space", "704 916", PinFlaw::NotDigits);
    row("one digit", "000000", PinFlaw::Repeats);
    row("two digits again", "707070", PinFlaw::Repeats);
    row("three digits again", "704704", PinFlaw::Repeats);
    row("three digits again, cut off", "7047047", PinFlaw::Repeats);
    row("up", "123456", PinFlaw::Run);
    row("up past nine", "789012", PinFlaw::Run);
    row("down", "654321", PinFlaw::Run);
    row("pairs", "112233", PinFlaw::Run);
    row("pairs down", "998877", PinFlaw::Run);
    row("triples", "111222", PinFlaw::Run);
    row("birthday, year first", "930228", PinFlaw::Date);
    row("birthday, day first", "280293", PinFlaw::Date);
    row("29 February", "960229", PinFlaw::Date);
    row("with century", "19930228", PinFlaw::Date);
    row("with century, day first", "28021993", PinFlaw::Date);
    row("with century, month first", "02281993", PinFlaw::Date);
    row("no such century", "28021893", PinFlaw::None);
    row("own number inside", "710042", PinFlaw::OwnNumber);
}

void TestPin::r18_weakPinsAreRefused()
{
    QFETCH(QString, pin);
    QFETCH(PinFlaw, flaw);
    QCOMPARE(assessPin(pin, QStringLiteral("G-1004")), flaw);
}

void TestPin::verifierKnowsItsPin()
{
    const QByteArray verifier = makePinVerifier(secret("704916"), KeyCost::Minimal);
    QVERIFY(pinMatches(verifier, secret("704916")));
    QVERIFY(!pinMatches(verifier, secret("704917")));
    QVERIFY(!pinMatches(verifier, secret("7049160")));
    QVERIFY(makePinVerifier(secret("704916"), KeyCost::Minimal) != verifier); // salted
    QVERIFY(!verifier.contains("704916"));
    QCOMPARE(pinVerifierHash(verifier).size(), 32);
}

void TestPin::otherBytesAreNoVerifier()
{
    QByteArray verifier = makePinVerifier(secret("704916"), KeyCost::Minimal);
    QVERIFY(!pinMatches({}, secret("704916")));
    QVERIFY(!pinMatches(verifier.left(verifier.size() - 1), secret("704916")));
    QByteArray costly = verifier;
    costly[4] = 'M'; // a cost that we never write: nobody makes a station work for seconds by changing a row
    QVERIFY(!pinMatches(costly, secret("704916")));
    verifier[verifier.size() - 1] = static_cast<char>(verifier.back() ^ 1);
    QVERIFY(!pinMatches(verifier, secret("704916")));
}

void TestPin::whatStaffSetIsOfInteractiveCost()
{
    const QByteArray verifier = makePinVerifier(secret("704916"));
    QCOMPARE(verifier.left(5), QByteArray("GWP1I"));
    QVERIFY(pinMatches(verifier, secret("704916")));
}

void TestPin::r18_guessingSlowsDown_data()
{
    QTest::addColumn<int>("failures");
    QTest::addColumn<int>("seconds");
    QTest::newRow("none") << 0 << 0;
    QTest::newRow("one slip") << 1 << 0;
    QTest::newRow("two slips") << 2 << 0;
    QTest::newRow("third") << 3 << 30;
    QTest::newRow("fourth") << 4 << 60;
    QTest::newRow("ninth") << 9 << 1920;
    QTest::newRow("tenth") << 10 << 3600;
    QTest::newRow("a thousand") << 1000 << 3600;
}

void TestPin::r18_guessingSlowsDown()
{
    QFETCH(int, failures);
    QFETCH(int, seconds);
    QCOMPARE(pinPause(failures).count(), seconds);
}

void TestPin::r18_aDayOfGuessing()
{
    int tries = 0;
    for (std::chrono::seconds spent{0}; spent < std::chrono::hours(24); spent += pinPause(++tries)) {
    }
    QVERIFY2(tries < 40, qPrintable(QString::number(tries)));
}

GATEHOUSE_TEST(QCoreApplication, TestPin);
#include "tst_pin.moc"
