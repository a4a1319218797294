// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/tokens.h"
#include "testprogram.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::security;

namespace
{

BadgeToken sampleBadge()
{
    return {QByteArray::fromHex("00ff10a5"),
            QUuid::fromString(QStringLiteral("0192b6a0-1111-7abc-8def-00000000000a")),
            0xfedcba9876543210ULL,
            QDateTime(QDate(2026, 11, 24), QTime(9, 41), Qt::UTC),
            QDateTime(QDate(2026, 11, 24), QTime(13, 41), Qt::UTC),
            QUuid::fromString(QStringLiteral("0192b6a0-2222-7abc-8def-00000000000b"))};
}

InviteToken sampleInvite()
{
    return {QByteArray::fromHex("00ff10a5"), QUuid::fromString(QStringLiteral("0192b6a0-3333-7abc-8def-00000000000c")),
            QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC), QDateTime(QDate(2026, 11, 25), QTime(9, 0), Qt::UTC),
            QUuid::fromString(QStringLiteral("0192b6a0-4444-7abc-8def-00000000000d"))};
}

StaffBadgeToken sampleStaffBadge()
{
    return {QByteArray::fromHex("00ff10a5"),
            QUuid::fromString(QStringLiteral("0192b6a0-5555-7abc-8def-00000000000e")),
            0x0123456789abcdefULL,
            QDateTime(QDate(2026, 11, 24), QTime(0, 0), Qt::UTC),
            QDateTime(QDate(2027, 11, 24), QTime(0, 0), Qt::UTC),
            QUuid::fromString(QStringLiteral("0192b6a0-2222-7abc-8def-00000000000b"))};
}

/// A token with other bytes before its signature, signed properly.
QString badgeOf(QByteArray bytes, const SecureBytes &key)
{
    bytes += sign(key, bytes);
    return QStringLiteral("GH1:") + QString::fromLatin1(toBase45(bytes));
}

} // namespace

class TestTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badgeComesBack();
    void badgeFitsTheSymbol();
    void badgeBytesAreAsDocumented();
    void millisecondsAreCutOff();
    void everyByteOfABadgeCounts();
    void everyCharacterOfABadgeCounts();
    void refusesBadges_data();
    void refusesBadges();
    void wrongVersion();
    void cannotBeMade_data();
    void cannotBeMade();
    void inviteComesBack();
    void inviteIsNoBadge();
    void staffBadgeComesBack();
    void staffBadgeIsBoundedAndNoVisitorsBadge();
    void everyByteOfAStaffBadgeCounts();
};

void TestTokens::badgeComesBack()
{
    const auto station = makeSignKeyPair();
    const auto text = makeBadgeToken(sampleBadge(), station.secretKey);
    const auto parsed = parseBadgeToken(text);
    QVERIFY(parsed);
    QCOMPARE(parsed->token, sampleBadge());
    QVERIFY(verifyBadgeToken(*parsed, station.publicKey));
    QVERIFY(!verifyBadgeToken(*parsed, makeSignKeyPair().publicKey));
    QVERIFY(!verifyBadgeToken(*parsed, {}));
}

void TestTokens::badgeFitsTheSymbol()
{
    const auto text = makeBadgeToken(sampleBadge(), makeSignKeyPair().secretKey);
    const auto bytes = fromBase45(text.mid(4).toLatin1());
    QVERIFY(bytes);
    QVERIFY(bytes->size() <= 120);
    QVERIFY(text.size() <= 221); // alphanumeric capacity of QR version 8, level M (ISO/IEC 18004, table 7)
    for (const auto character : text)
        QVERIFY(QStringLiteral("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:").contains(character));
}

void TestTokens::badgeBytesAreAsDocumented()
{
    const auto parsed = parseBadgeToken(makeBadgeToken(sampleBadge(), makeSignKeyPair().secretKey));
    QVERIFY(parsed);
    const QByteArray wanted("01"
                            "00ff10a5"
                            "0192b6a011117abc8def00000000000a"
                            "fedcba9876543210"
                            "6a13"
                            "6a14");
    const auto hex = parsed->signedBytes.toHex();
    QCOMPARE(hex.first(58), wanted.first(58));
    QCOMPARE(hex.mid(58, 8).toUInt(nullptr, 16), sampleBadge().notBefore.toSecsSinceEpoch());
    QCOMPARE(hex.mid(66, 8).toUInt(nullptr, 16), sampleBadge().notAfter.toSecsSinceEpoch());
    QCOMPARE(hex.mid(74), QByteArray("0192b6a022227abc8def00000000000b"));
    QCOMPARE(parsed->signature.size(), 64);
}

void TestTokens::millisecondsAreCutOff()
{
    auto token = sampleBadge();
    token.notAfter = token.notAfter.addMSecs(999);
    const auto parsed = parseBadgeToken(makeBadgeToken(token, makeSignKeyPair().secretKey));
    QVERIFY(parsed);
    QCOMPARE(parsed->token, sampleBadge());
}

void TestTokens::everyByteOfABadgeCounts()
{
    const auto station = makeSignKeyPair();
    const auto bytes = fromBase45(makeBadgeToken(sampleBadge(), station.secretKey).mid(4).toLatin1());
    QVERIFY(bytes);
    for (qsizetype i = 0; i < bytes->size(); ++i) {
        auto changed = *bytes;
        changed[i] = static_cast<char>(changed.at(i) ^ 0x20);
        const auto parsed = parseBadgeToken(QStringLiteral("GH1:") + QString::fromLatin1(toBase45(changed)));
        QVERIFY2(!parsed || !verifyBadgeToken(*parsed, station.publicKey), qPrintable(QString::number(i)));
    }
}

void TestTokens::everyCharacterOfABadgeCounts()
{
    const auto station = makeSignKeyPair();
    const auto text = makeBadgeToken(sampleBadge(), station.secretKey);
    for (qsizetype i = 0; i < text.size(); ++i) {
        auto changed = text;
        changed[i] = changed.at(i) == QLatin1Char('0') ? QLatin1Char('1') : QLatin1Char('0');
        const auto parsed = parseBadgeToken(changed);
        QVERIFY2(!parsed || !verifyBadgeToken(*parsed, station.publicKey), qPrintable(QString::number(i)));
    }
}

void TestTokens::refusesBadges_data()
{
    QTest::addColumn<QString>("text");
    const auto text = makeBadgeToken(sampleBadge(), makeSignKeyPair().secretKey);
    QTest::newRow("nothing") << QString();
    QTest::newRow("prefix only") << "GH1:";
    QTest::newRow("no prefix") << text.mid(4);
    QTest::newRow("another prefix") << QStringLiteral("GH2:") + text.mid(4);
    QTest::newRow("prefix in lower case") << QStringLiteral("gh1:") + text.mid(4);
    QTest::newRow("body in lower case") << QStringLiteral("GH1:") + text.mid(4).toLower();
    QTest::newRow("one character less") << text.chopped(1);
    QTest::newRow("a group less") << text.chopped(2);
    QTest::newRow("a byte more") << text + QStringLiteral("00");
    QTest::newRow("a space behind") << text + QLatin1Char(' ');
    QTest::newRow("a line end behind") << text + QLatin1Char('\n');
    QTest::newRow("a space in front") << QLatin1Char(' ') + text;
    QTest::newRow("a character outside Latin-1") << text.chopped(1) + QChar(0x4e00);
    QTest::newRow("last group beyond its byte") << text.chopped(2) + QStringLiteral("::");
    QTest::newRow("a group beyond its bytes") << QStringLiteral("GH1::::") + text.mid(7);
    QTest::newRow("very long") << QStringLiteral("GH1:") + QString(100000, QLatin1Char('0'));
    QTest::newRow("a web address") << "https://example.invalid/GH1:";
}

void TestTokens::refusesBadges()
{
    QFETCH(QString, text);
    const auto parsed = parseBadgeToken(text);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::Invalid);
}

void TestTokens::wrongVersion()
{
    const auto station = makeSignKeyPair();
    const auto good = parseBadgeToken(makeBadgeToken(sampleBadge(), station.secretKey));
    QVERIFY(good);
    QVERIFY(parseBadgeToken(badgeOf(good->signedBytes, station.secretKey)));
    for (const char version : {'\0', '\2', '\xff'}) {
        auto bytes = good->signedBytes;
        bytes[0] = version;
        QVERIFY(!parseBadgeToken(badgeOf(bytes, station.secretKey)));
    }
}

void TestTokens::cannotBeMade_data()
{
    QTest::addColumn<QByteArray>("site");
    QTest::addColumn<QDateTime>("notBefore");
    QTest::addColumn<QDateTime>("notAfter");
    const auto badge = sampleBadge();
    QTest::newRow("no site") << QByteArray() << badge.notBefore << badge.notAfter;
    QTest::newRow("whole fingerprint") << QByteArray(32, 'f') << badge.notBefore << badge.notAfter;
    QTest::newRow("no start") << badge.site << QDateTime() << badge.notAfter;
    QTest::newRow("no end") << badge.site << badge.notBefore << QDateTime();
    QTest::newRow("before 1970") << badge.site << QDateTime(QDate(1969, 12, 31), QTime(23, 59, 59), Qt::UTC) << badge.notAfter;
    QTest::newRow("after 2106") << badge.site << badge.notBefore << QDateTime(QDate(2107, 1, 1), QTime(0, 0), Qt::UTC);
}

void TestTokens::cannotBeMade()
{
    QFETCH(QByteArray, site);
    QFETCH(QDateTime, notBefore);
    QFETCH(QDateTime, notAfter);
    auto token = sampleBadge();
    token.site = site;
    token.notBefore = notBefore;
    token.notAfter = notAfter;
    QCOMPARE(makeBadgeToken(token, makeSignKeyPair().secretKey), QString());
}

void TestTokens::inviteComesBack()
{
    const auto staff = makeSignKeyPair();
    const auto parsed = parseInviteToken(makeInviteToken(sampleInvite(), staff.secretKey));
    QVERIFY(parsed);
    QCOMPARE(parsed->token, sampleInvite());
    QVERIFY(verifyInviteToken(*parsed, staff.publicKey));
    QVERIFY(!verifyInviteToken(*parsed, makeSignKeyPair().publicKey));
}

void TestTokens::inviteIsNoBadge()
{
    const auto key = makeSignKeyPair();
    const auto invite = makeInviteToken(sampleInvite(), key.secretKey);
    const auto badge = makeBadgeToken(sampleBadge(), key.secretKey);
    QVERIFY(!parseBadgeToken(invite));
    QVERIFY(!parseInviteToken(badge));
    QVERIFY(!parseBadgeToken(QStringLiteral("GH1:") + invite.mid(4)));
    QVERIFY(!parseInviteToken(QStringLiteral("GI1:") + badge.mid(4)));
}

void TestTokens::staffBadgeComesBack()
{
    const auto station = makeSignKeyPair();
    const auto parsed = parseStaffBadgeToken(makeStaffBadgeToken(sampleStaffBadge(), station.secretKey));
    QVERIFY(parsed);
    QCOMPARE(parsed->token, sampleStaffBadge());
    QVERIFY(verifyStaffBadgeToken(*parsed, station.publicKey));
    QVERIFY(!verifyStaffBadgeToken(*parsed, makeSignKeyPair().publicKey));
    QVERIFY(!verifyStaffBadgeToken(*parsed, {}));
}

void TestTokens::staffBadgeIsBoundedAndNoVisitorsBadge()
{
    const auto station = makeSignKeyPair();
    const auto text = makeStaffBadgeToken(sampleStaffBadge(), station.secretKey);
    const auto bytes = fromBase45(text.mid(4).toLatin1());
    QVERIFY(bytes);
    QVERIFY(bytes->size() <= 120);
    QVERIFY(!parseBadgeToken(text));
    QVERIFY(!parseStaffBadgeToken(makeBadgeToken(sampleBadge(), station.secretKey)));
    const auto asVisitor = parseBadgeToken(QStringLiteral("GH1:") + text.mid(4));
    QVERIFY(asVisitor && !verifyBadgeToken(*asVisitor, station.publicKey));
    const auto asStaff = parseStaffBadgeToken(QStringLiteral("GS1:") + makeBadgeToken(sampleBadge(), station.secretKey).mid(4));
    QVERIFY(asStaff && !verifyStaffBadgeToken(*asStaff, station.publicKey));
    auto impossible = sampleStaffBadge();
    impossible.notAfter = QDateTime(QDate(2107, 1, 1), QTime(0, 0), Qt::UTC);
    QVERIFY(makeStaffBadgeToken(impossible, station.secretKey).isEmpty());
}

void TestTokens::everyByteOfAStaffBadgeCounts()
{
    const auto station = makeSignKeyPair();
    const auto bytes = fromBase45(makeStaffBadgeToken(sampleStaffBadge(), station.secretKey).mid(4).toLatin1());
    QVERIFY(bytes);
    for (qsizetype i = 0; i < bytes->size(); ++i) {
        auto changed = *bytes;
        changed[i] = static_cast<char>(changed.at(i) ^ 0x01);
        const auto parsed = parseStaffBadgeToken(QStringLiteral("GS1:") + QString::fromLatin1(toBase45(changed)));
        QVERIFY2(!parsed || !verifyStaffBadgeToken(*parsed, station.publicKey), qPrintable(QString::number(i)));
    }
}

GATEHOUSE_TEST(QCoreApplication, TestTokens);
#include "tst_tokens.moc"
