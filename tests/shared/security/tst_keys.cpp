// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/keys.h"
#include "testprogram.h"

#include <QTest>

#include <stdexcept>

using namespace gatehouse;
using namespace gatehouse::security;

namespace
{

SecureBytes secretOf(QByteArray text)
{
    return SecureBytes::take(text);
}

SecureBytes pepperOf(char fill)
{
    return secretOf(QByteArray(32, fill));
}

} // namespace

class TestKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rfc8032_data();
    void rfc8032();
    void signatureBindsEveryByte();
    void verifyRefusesWrongLengths();
    void signRefusesAWrongKey();
    void fingerprintIsSha256();
    void bootMessageBindsAll();
    void boxPairOfASeed();
    void keysComeBack();
    void wrongPasswordOrPepper_data();
    void wrongPasswordOrPepper();
    void everyByteOfWrappedKeysCounts();
    void sameKeysWrapDifferently();
    void moderateCostWorks();
    void codeHash();
};

void TestKeys::rfc8032_data()
{
    QTest::addColumn<QByteArray>("seed");
    QTest::addColumn<QByteArray>("publicKey");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("signature");
    QTest::newRow("RFC 8032, 7.1 test 1: no message")
        << QByteArray("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
        << QByteArray("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a") << QByteArray()
        << QByteArray("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0"
                      "595bbe2465"
                      "5141438e7a100b");
    QTest::newRow("RFC 8032, 7.1 test 2: one byte")
        << QByteArray("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
        << QByteArray("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c") << QByteArray("72")
        << QByteArray("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eae"
                      "b4302aeeb0"
                      "0d291612bb0c00");
    QTest::newRow("RFC 8032, 7.1 test 3: two bytes")
        << QByteArray("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7")
        << QByteArray("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025") << QByteArray("af82")
        << QByteArray("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9"
                      "716ed28dc0"
                      "27beceea1ec40a");
}

void TestKeys::rfc8032()
{
    QFETCH(QByteArray, seed);
    QFETCH(QByteArray, publicKey);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, signature);
    const auto pair = signKeyPairFromSeed(secretOf(QByteArray::fromHex(seed)));
    QCOMPARE(pair.publicKey.toHex(), publicKey);
    const auto bytes = QByteArray::fromHex(message);
    QCOMPARE(sign(pair.secretKey, bytes).toHex(), signature);
    QVERIFY(verify(QByteArray::fromHex(publicKey), bytes, QByteArray::fromHex(signature)));
    QVERIFY(!verify(QByteArray::fromHex(publicKey), bytes + '\0', QByteArray::fromHex(signature)));
}

void TestKeys::signatureBindsEveryByte()
{
    const auto pair = makeSignKeyPair();
    const QByteArray message("visit approved");
    const auto signature = sign(pair.secretKey, message);
    QVERIFY(verify(pair.publicKey, message, signature));
    QVERIFY(!verify(makeSignKeyPair().publicKey, message, signature));
    for (int i = 0; i < 64; ++i) {
        auto changed = signature;
        changed[i] = static_cast<char>(changed.at(i) ^ 0x10);
        QVERIFY2(!verify(pair.publicKey, message, changed), qPrintable(QString::number(i)));
    }
}

void TestKeys::verifyRefusesWrongLengths()
{
    const auto pair = makeSignKeyPair();
    const auto signature = sign(pair.secretKey, "m");
    QVERIFY(!verify({}, "m", signature));
    QVERIFY(!verify(pair.publicKey.first(31), "m", signature));
    QVERIFY(!verify(pair.publicKey + '\0', "m", signature));
    QVERIFY(!verify(pair.publicKey, "m", {}));
    QVERIFY(!verify(pair.publicKey, "m", signature + '\0'));
    QVERIFY(!verify(QByteArray(32, '\0'), "m", QByteArray(64, '\0')));
}

void TestKeys::signRefusesAWrongKey()
{
    QVERIFY_EXCEPTION_THROWN(sign(SecureBytes(32), "m"), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(signKeyPairFromSeed(SecureBytes(31)), std::invalid_argument);
}

void TestKeys::fingerprintIsSha256()
{
    QCOMPARE(fingerprint("abc").toHex(),
             QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")); // FIPS 180-2, B.1
}

void TestKeys::bootMessageBindsAll()
{
    const auto id = QStringLiteral("0192b6a0-0000-7000-8000-000000000001");
    const QByteArray key(32, 'k');
    const auto message = bootMessage(id, key, 5);
    QVERIFY(message != bootMessage(id + QLatin1Char('1'), key, 5));
    QVERIFY(message != bootMessage(id, QByteArray(32, 'l'), 5));
    QVERIFY(message != bootMessage(id, key, 6));
    QCOMPARE(pulseMessage(id, 5), "gatehouse-pulse-1\n" + id.toUtf8() + "\n5\n");
}

void TestKeys::boxPairOfASeed()
{
    const auto seed = makeSeed();
    const auto pair = boxKeyPairFromSeed(seed);
    QCOMPARE(boxKeyPairFromSeed(seed).publicKey, pair.publicKey);
    QCOMPARE(boxKeyPairFromSeed(seed).secretKey.exposed(), pair.secretKey.exposed());
    QVERIFY(boxKeyPairFromSeed(makeSeed()).publicKey != pair.publicKey);
    QVERIFY_EXCEPTION_THROWN(boxKeyPairFromSeed(SecureBytes(10)), std::invalid_argument);
}

void TestKeys::keysComeBack()
{
    const auto keys = makePersonKeys();
    const auto wrapped = wrapPersonKeys(keys, secretOf("a password"), pepperOf('p'), KeyCost::Minimal);
    const auto back = unwrapPersonKeys(wrapped, secretOf("a password"), pepperOf('p'));
    QVERIFY(back);
    QCOMPARE(back->box.publicKey, keys.box.publicKey);
    QCOMPARE(back->sign.publicKey, keys.sign.publicKey);
    QCOMPARE(back->box.secretKey.exposed(), keys.box.secretKey.exposed());
    QCOMPARE(back->sign.secretKey.exposed(), keys.sign.secretKey.exposed());
}

void TestKeys::wrongPasswordOrPepper_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QByteArray>("pepper");
    QTest::newRow("password differs") << QByteArray("b password") << QByteArray(32, 'p');
    QTest::newRow("password is empty") << QByteArray() << QByteArray(32, 'p');
    QTest::newRow("password has one more") << QByteArray("a password ") << QByteArray(32, 'p');
    QTest::newRow("password ends in a zero") << QByteArray("a password\0", 11) << QByteArray(32, 'p');
    QTest::newRow("pepper of another site") << QByteArray("a password") << QByteArray(32, 'q');
    QTest::newRow("pepper shorter") << QByteArray("a password") << QByteArray(31, 'p');
    QTest::newRow("pepper missing") << QByteArray("a password") << QByteArray();
}

void TestKeys::wrongPasswordOrPepper()
{
    QFETCH(QByteArray, password);
    QFETCH(QByteArray, pepper);
    const auto wrapped = wrapPersonKeys(makePersonKeys(), secretOf("a password"), pepperOf('p'), KeyCost::Minimal);
    const auto back = unwrapPersonKeys(wrapped, secretOf(password), secretOf(pepper));
    QVERIFY(!back);
    QCOMPARE(back.error().code, ErrorCode::WrongSecret);
}

void TestKeys::everyByteOfWrappedKeysCounts()
{
    const auto wrapped = wrapPersonKeys(makePersonKeys(), secretOf("a password"), pepperOf('p'), KeyCost::Minimal);
    for (qsizetype i = 0; i < wrapped.size(); ++i) {
        auto changed = wrapped;
        changed[i] = static_cast<char>(changed.at(i) ^ 0x01);
        const auto back = unwrapPersonKeys(changed, secretOf("a password"), pepperOf('p'));
        QVERIFY2(!back, qPrintable(QString::number(i)));
        QVERIFY(back.error().code == ErrorCode::WrongSecret || back.error().code == ErrorCode::Damaged);
    }
    for (const auto &broken : {QByteArray(), wrapped.first(wrapped.size() - 1), QByteArray(wrapped + '\0')}) {
        const auto back = unwrapPersonKeys(broken, secretOf("a password"), pepperOf('p'));
        QVERIFY(!back);
        QCOMPARE(back.error().code, ErrorCode::Damaged);
    }
}

void TestKeys::sameKeysWrapDifferently()
{
    const auto keys = makePersonKeys();
    const auto wrap = [&] { return wrapPersonKeys(keys, secretOf("a password"), pepperOf('p'), KeyCost::Minimal); };
    QVERIFY(wrap() != wrap());
}

void TestKeys::moderateCostWorks()
{
    const auto keys = makePersonKeys();
    const auto wrapped = wrapPersonKeys(keys, secretOf("a password"), pepperOf('p'));
    QElapsedTimer timer;
    timer.start();
    const auto back = unwrapPersonKeys(wrapped, secretOf("a password"), pepperOf('p'));
    QVERIFY(back);
    QCOMPARE(back->sign.publicKey, keys.sign.publicKey);
    QVERIFY(timer.elapsed() > 50); // 256 MiB take their time; less would be another cost than the one asked for
}

void TestKeys::codeHash()
{
    const auto code = makeSecret(10);
    QVERIFY(code.exposed() != makeSecret(10).exposed());
    const auto hash = hashCode(code, KeyCost::Minimal);
    QVERIFY(codeMatches(hash, code));
    QVERIFY(hash != hashCode(code, KeyCost::Minimal));
    QVERIFY(!hash.contains(code.exposed()));
    QVERIFY(!codeMatches(hash, makeSecret(10)));
    QVERIFY(!codeMatches({}, code));
    QVERIFY(!codeMatches(hash.chopped(1), code));
    for (qsizetype i = 0; i < hash.size(); ++i) {
        auto changed = hash;
        changed[i] = static_cast<char>(changed.at(i) ^ 0x01);
        QVERIFY2(!codeMatches(changed, code), qPrintable(QString::number(i)));
    }
}

GATEHOUSE_TEST(QCoreApplication, TestKeys);
#include "tst_keys.moc"
