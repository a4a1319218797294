// SPDX-License-Identifier: GPL-3.0-or-later
#include "doors/digestauth.h"
#include "testprogram.h"

#include <QTest>

using gatehouse::doors::DigestAuth;

class TestDigestAuth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rfc7616_exampleWithSha256();
    void theCountGrowsPerNonce();
    void weakChallengesAreNone_data();
    void weakChallengesAreNone();
    void oneOfSeveralChallenges();
};

void TestDigestAuth::rfc7616_exampleWithSha256() // section 3.9.1
{
    DigestAuth auth(QStringLiteral("Mufasa"), QStringLiteral("Circle of Life"));
    QVERIFY(auth.challenge(
        "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=SHA-256, "
        "nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\""));
    const QByteArray value = auth.authorization("GET", "/dir/index.html", "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ");
    QVERIFY(value.contains("response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\""));
    QVERIFY(value.contains("nc=00000001"));
    QVERIFY(value.contains("opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\""));
}

void TestDigestAuth::theCountGrowsPerNonce()
{
    DigestAuth auth(QStringLiteral("admin"), QStringLiteral("secret"));
    const QByteArray first("Digest qop=\"auth\", realm=\"r\", nonce=\"one\", algorithm=SHA-256");
    QVERIFY(auth.challenge(first));
    QVERIFY(auth.authorization("GET", "/", "c").contains("nc=00000001"));
    QVERIFY(auth.authorization("GET", "/", "c").contains("nc=00000002"));
    QVERIFY(auth.challenge(first)); // the same nonce once more
    QVERIFY(auth.authorization("GET", "/", "c").contains("nc=00000003"));
    QVERIFY(auth.challenge("Digest qop=\"auth\", realm=\"r\", nonce=\"two\", algorithm=SHA-256, stale=TRUE"));
    QVERIFY(auth.stale());
    QVERIFY(auth.authorization("GET", "/", "c").contains("nc=00000001"));
}

void TestDigestAuth::weakChallengesAreNone_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("basic") << QByteArray("Basic realm=\"r\"");
    QTest::newRow("MD5") << QByteArray("Digest qop=\"auth\", realm=\"r\", nonce=\"n\", algorithm=MD5");
    QTest::newRow("no algorithm, which is MD5") << QByteArray("Digest qop=\"auth\", realm=\"r\", nonce=\"n\"");
    QTest::newRow("no qop") << QByteArray("Digest realm=\"r\", nonce=\"n\", algorithm=SHA-256");
    QTest::newRow("auth-int only") << QByteArray("Digest qop=\"auth-int\", realm=\"r\", nonce=\"n\", algorithm=SHA-256");
    QTest::newRow("no nonce") << QByteArray("Digest qop=\"auth\", realm=\"r\", algorithm=SHA-256");
    QTest::newRow("empty nonce") << QByteArray("Digest qop=\"auth\", realm=\"r\", nonce=\"\", algorithm=SHA-256");
    QTest::newRow("quote without an end") << QByteArray("Digest qop=\"auth");
}

void TestDigestAuth::weakChallengesAreNone()
{
    QFETCH(QByteArray, header);
    DigestAuth auth(QStringLiteral("admin"), QStringLiteral("secret"));
    QVERIFY(!auth.challenge(header));
    QVERIFY(!auth.hasNonce());
}

void TestDigestAuth::oneOfSeveralChallenges()
{
    DigestAuth auth(QStringLiteral("admin"), QStringLiteral("secret"));
    QVERIFY(auth.challenge("Digest qop=\"auth\", realm=\"r\", nonce=\"weak\", algorithm=MD5\n"
                           "Digest qop=\"auth\", realm=\"r, with \\\"quotes\\\"\", nonce=\"good\", algorithm=SHA-256"));
    const QByteArray value = auth.authorization("GET", "/", "c");
    QVERIFY(value.contains("nonce=\"good\""));
    QVERIFY(value.contains("realm=\"r, with \\\"quotes\\\"\""));
}

GATEHOUSE_TEST(QCoreApplication, TestDigestAuth);
#include "tst_digestauth.moc"
