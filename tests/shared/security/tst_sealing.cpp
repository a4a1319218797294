// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/sealing.h"
#include "testprogram.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::security;

namespace
{

const QString visitA = QStringLiteral("0192b6a0-0000-7000-8000-00000000000a");
const QString visitB = QStringLiteral("0192b6a0-0000-7000-8000-00000000000b");
const QString record = QStringLiteral("record");

} // namespace

class TestSealing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldComesBack_data();
    void fieldComesBack();
    void movedFieldFails_data();
    void movedFieldFails();
    void otherKeyFails();
    void everyByteOfAFieldCounts();
    void sameFieldSealsDifferently();
    void sealedBoxComesBack();
    void senderCannotOpen();
    void everyByteOfABoxCounts();
    void textOpensOnlyWhereItBelongs();
    void refusesBadPublicKeys_data();
    void refusesBadPublicKeys();
    void cardKeyIsDerived();
};

void TestSealing::fieldComesBack_data()
{
    QTest::addColumn<QByteArray>("plain");
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("zeros") << QByteArray(5, '\0');
    QTest::newRow("text") << QStringLiteral("{\"fullName\":\"示例\"}").toUtf8();
    QTest::newRow("a picture's worth") << QByteArray(300000, 'p');
}

void TestSealing::fieldComesBack()
{
    QFETCH(QByteArray, plain);
    const auto key = makeDataKey();
    const auto sealed = sealField(key, visitA, record, plain);
    QVERIFY(plain.size() < 2 || !sealed.contains(plain));
    const auto back = openField(key, visitA, record, sealed);
    QVERIFY(back);
    QCOMPARE(*back, plain);
}

void TestSealing::movedFieldFails_data()
{
    QTest::addColumn<QString>("visit");
    QTest::addColumn<QString>("field");
    QTest::newRow("other visit") << visitB << record;
    QTest::newRow("other field") << visitA << "portrait";
    QTest::newRow("no visit") << QString() << record;
    QTest::newRow("no field") << visitA << QString();
    QTest::newRow("the border between them moved") << visitA + QStringLiteral(":6") << QStringLiteral("record");
    QTest::newRow("upper case") << visitA.toUpper() << record;
}

void TestSealing::movedFieldFails()
{
    QFETCH(QString, visit);
    QFETCH(QString, field);
    const auto key = makeDataKey();
    const auto opened = openField(key, visit, field, sealField(key, visitA, record, "plain"));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::BadSignature);
}

void TestSealing::otherKeyFails()
{
    const auto sealed = sealField(makeDataKey(), visitA, record, "plain");
    QVERIFY(!openField(makeDataKey(), visitA, record, sealed));
    QVERIFY(!openField(SecureBytes(), visitA, record, sealed));
}

void TestSealing::everyByteOfAFieldCounts()
{
    const auto key = makeDataKey();
    const auto sealed = sealField(key, visitA, record, "a name and a number");
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        for (int bit = 0; bit < 8; ++bit) {
            auto changed = sealed;
            changed[i] = static_cast<char>(changed.at(i) ^ (1 << bit));
            QVERIFY2(!openField(key, visitA, record, changed), qPrintable(QString::number(i)));
        }
        QVERIFY(!openField(key, visitA, record, sealed.first(i)));
    }
    QVERIFY(!openField(key, visitA, record, sealed + '\0'));
}

void TestSealing::sameFieldSealsDifferently()
{
    const auto key = makeDataKey();
    QVERIFY(sealField(key, visitA, record, "plain") != sealField(key, visitA, record, "plain"));
}

void TestSealing::sealedBoxComesBack()
{
    const auto keys = makeBoxKeyPair();
    for (const std::size_t size : {std::size_t(0), std::size_t(1), std::size_t(32), std::size_t(50000)}) {
        const auto plain = makeSecret(size);
        const auto sealed = sealTo(keys.publicKey, plain);
        QVERIFY(sealed);
        const auto back = openSealed(keys, *sealed);
        QVERIFY(back);
        QCOMPARE(back->exposed(), plain.exposed());
    }
}

void TestSealing::senderCannotOpen()
{
    const auto keys = makeBoxKeyPair();
    const auto sealed = sealTo(keys.publicKey, makeDataKey());
    QVERIFY(sealed);
    const auto opened = openSealed(makeBoxKeyPair(), *sealed);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::BadSignature);
}

void TestSealing::everyByteOfABoxCounts()
{
    const auto keys = makeBoxKeyPair();
    const auto sealed = sealTo(keys.publicKey, makeDataKey());
    QVERIFY(sealed);
    for (qsizetype i = 0; i < sealed->size(); ++i) {
        auto changed = *sealed;
        changed[i] = static_cast<char>(changed.at(i) ^ 0x04);
        QVERIFY2(!openSealed(keys, changed), qPrintable(QString::number(i)));
        QVERIFY(!openSealed(keys, sealed->first(i)));
    }
}

void TestSealing::textOpensOnlyWhereItBelongs()
{
    const auto keys = makeBoxKeyPair();
    const auto text = makeSecret(40);
    const auto sealed = sealText(keys.publicKey, visitA, record, text);
    QVERIFY(sealed);
    QCOMPARE(openText(keys, visitA, record, *sealed)->exposed(), text.exposed());
    QCOMPARE(openText(keys, visitA, QStringLiteral("reasons"), *sealed).error().code, ErrorCode::BadSignature);
    QCOMPARE(openText(keys, QStringLiteral("another visit"), record, *sealed).error().code, ErrorCode::BadSignature);
    QCOMPARE(openText(makeBoxKeyPair(), visitA, record, *sealed).error().code, ErrorCode::BadSignature);
    QCOMPARE(openText(keys, visitA, record, *sealTo(keys.publicKey, text)).error().code, ErrorCode::BadSignature);
    QCOMPARE(openText(keys, visitA, record, *sealTo(keys.publicKey, {})).error().code, ErrorCode::BadSignature);
    QVERIFY(openText(keys, visitA, record, *sealText(keys.publicKey, visitA, record, {}))->isEmpty());
}

void TestSealing::refusesBadPublicKeys_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("too short") << QByteArray(31, 'k');
    QTest::newRow("too long") << QByteArray(33, 'k');
    QTest::newRow("the point zero") << QByteArray(32, '\0');
    QTest::newRow("the point one") << QByteArray(1, '\1') + QByteArray(31, '\0');
}

void TestSealing::refusesBadPublicKeys()
{
    QFETCH(QByteArray, key);
    const auto sealed = sealTo(key, makeDataKey());
    QVERIFY(!sealed);
    QCOMPARE(sealed.error().code, ErrorCode::Invalid);
}

void TestSealing::cardKeyIsDerived()
{
    const auto keys = makeBoxKeyPair();
    const auto key = cardKey(keys.secretKey);
    QCOMPARE(key.exposed(), cardKey(keys.secretKey).exposed());
    QVERIFY(key.exposed() != keys.secretKey.exposed());
    QVERIFY(key.exposed() != cardKey(makeBoxKeyPair().secretKey).exposed());
    QCOMPARE(key.size(), std::size_t(32));
}

GATEHOUSE_TEST(QCoreApplication, TestSealing);
#include "tst_sealing.moc"
