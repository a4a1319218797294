// SPDX-License-Identifier: GPL-3.0-or-later
#include "demosite.h"
#include "testprogram.h"

#include "badges/qrcode.h"
#include "security/keys.h"
#include "security/stationvault.h"
#include "security/tokens.h"

#include <QImage>
#include <QPainter>

using namespace gatehouse;
using namespace gatehouse::test;

/// Badges of visitors and staff through the real binary.
class TestGatehousectlBadges : public DemoSite
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeDemo(); }
    void badgeIsVerified();
    void badgeThatIsOutNoMore_data();
    void badgeThatIsOutNoMore();
    void badgeOfStaff();
    void badgeWithoutTheDatabase();
    void forgedBadges_data();
    void forgedBadges();
    void badgeInAPicture();
    void twoBadgesInAPictureAreRefused();

private:
    QImage pictureOf(const QStringList &tokens) const;
};

void TestGatehousectlBadges::badgeIsVerified()
{
    const auto token = issuedToken();
    QVERIFY(token.startsWith("GH1:"));
    const auto verified = run({"badge", "verify", token, "--json"});
    QVERIFY2(verified.exit == 0, verified.err.constData());
    const auto object = verified.objects().value(0);
    for (const auto *key : {"genuine", "ofThisSite", "inItsTime", "issued", "authorised"})
        QVERIFY2(object.value(key).toBool(), key);
    QCOMPARE(object.value("source").toString(), QStringLiteral("database"));
    QVERIFY(object.value("zones").toArray().contains("lobby"));
}

void TestGatehousectlBadges::badgeThatIsOutNoMore_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("exit");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("handed in") << "returned" << 1 << QByteArray("handed in, and lets nobody in");
}

void TestGatehousectlBadges::badgeThatIsOutNoMore()
{
    QFETCH(QString, state);
    QFETCH(int, exit);
    QFETCH(QByteArray, sentence);
    const auto token =
        value(QStringLiteral("select token from badge where state = '%1' order by valid_until desc limit 1").arg(state));
    QVERIFY(token.startsWith("GH1:"));
    const auto said = run({"badge", "verify", token});
    QVERIFY2(said.out.contains(sentence), said.out.constData());
    const auto verified = run({"badge", "verify", token, "--json"});
    const auto object = verified.objects().value(0);
    QCOMPARE(object.value("state").toString(), state);
    QVERIFY(!object.value("authorised").toBool(true));
    QCOMPARE(verified.exit, exit);
}

void TestGatehousectlBadges::badgeOfStaff()
{
    const auto picture = m_folder.filePath("staff-badges/%1.png").arg(m_numbers.value("guard"));
    QVERIFY2(QFile::exists(picture), qPrintable(picture));
    const auto verified = run({"badge", "verify", picture, "--json"});
    QVERIFY2(verified.exit == 0, verified.err.constData());
    const auto object = verified.objects().value(0);
    for (const auto *key : {"genuine", "ofThisSite", "inItsTime", "issued", "authorised"})
        QVERIFY2(object.value(key).toBool(), key);
    QVERIFY(!object.value("staff").toString().isEmpty());
    const auto scanned = run({"scan", picture, "--json"}).objects().value(0);
    QCOMPARE(scanned.value("kind").toString(), QStringLiteral("badge"));
    QVERIFY(scanned.value("valid").toBool());

    auto token = scanned.value("raw").toArray().first().toString();
    const auto parsed = security::parseStaffBadgeToken(token);
    QVERIFY(parsed);
    auto forged = parsed->token;
    forged.serial += 1;
    QCOMPARE(run({"badge", "verify", security::makeStaffBadgeToken(forged, security::makeSignKeyPair().secretKey)}).exit, 1);
    token.chop(6);
    QCOMPARE(run({"badge", "verify", token}).exit, 1);
}

void TestGatehousectlBadges::badgeWithoutTheDatabase()
{
    auto apart = environment("demo");
    apart.insert("GATEHOUSE_DB", "sqlite:" + m_folder.filePath("nowhere.db"));
    const auto named = runTool({"badge", "verify", issuedToken(), "--json"}, {}, apart);
    QCOMPARE(named.exit, 2); // it would know what became of the badge
    QVERIFY2(named.err.contains("nowhere.db"), named.err.constData());
    apart.remove("GATEHOUSE_DB");
    const auto verified = runTool({"badge", "verify", issuedToken(), "--json"}, {}, apart);
    QVERIFY2(verified.exit == 0, verified.err.constData());
    const auto object = verified.objects().value(0);
    QVERIFY(object.value("genuine").toBool());
    QCOMPARE(object.value("source").toString(), QStringLiteral("station keys"));
    QVERIFY(!object.contains("zones"));
    QVERIFY(!QFile::exists(m_folder.filePath("nowhere.db"))); // asking makes no database
}

void TestGatehousectlBadges::forgedBadges_data()
{
    QTest::addColumn<int>("change");
    QTest::addColumn<int>("exit");
    QTest::newRow("another station's key") << 0 << 1;
    QTest::newRow("another site") << 1 << 1;
    QTest::newRow("one character changed") << 2 << 1;
    QTest::newRow("cut short") << 3 << 1;
    QTest::newRow("no badge at all") << 4 << 2;
    QTest::newRow("signed by the station, never issued") << 5 << 1;
    QTest::newRow("an invitation") << 6 << 2;
}

void TestGatehousectlBadges::forgedBadges()
{
    QFETCH(int, change);
    QFETCH(int, exit);
    auto token = issuedToken();
    const auto parsed = security::parseBadgeToken(token);
    QVERIFY(parsed);
    auto badge = parsed->token;
    switch (change) {
    case 0:
        token = security::makeBadgeToken(badge, security::makeSignKeyPair().secretKey);
        break;
    case 1:
        badge.site = QByteArray(4, 'x');
        token = security::makeBadgeToken(badge, security::makeSignKeyPair().secretKey);
        break;
    case 2:
        token[30] = token.at(30) == QLatin1Char('0') ? QLatin1Char('1') : QLatin1Char('0');
        break;
    case 3:
        token.chop(6);
        break;
    case 4:
        token = QStringLiteral("good morning");
        break;
    case 5: {
        const auto kiosk = security::StationVault(m_folder.filePath("demo-stations")).identity("kiosk");
        QVERIFY(kiosk);
        badge.serial += 1;
        token = security::makeBadgeToken(badge, kiosk->keys.secretKey);
        break;
    }
    default:
        token.replace(0, 4, QStringLiteral("GI1:"));
    }
    const auto verified = run({"badge", "verify", token, "--json"});
    QCOMPARE(verified.exit, exit);
    if (exit == 1 && change != 5)
        QVERIFY(!verified.objects().value(0).value("genuine").toBool(true));
    if (change == 5)
        QVERIFY(!verified.objects().value(0).value("issued").toBool(true));
}

/// Badges side by side.
QImage TestGatehousectlBadges::pictureOf(const QStringList &tokens) const
{
    constexpr int module = 8;
    constexpr int border = 6 * module;
    QImage picture;
    int from = border;
    for (const QString &token : tokens) {
        const auto code = badges::QrCode::encode(token);
        if (!code)
            return {};
        const int side = code->modules() * module;
        if (picture.isNull()) {
            picture = QImage((side + 2 * border) * static_cast<int>(tokens.size()), side + 2 * border, QImage::Format_RGB32);
            picture.fill(Qt::white);
        }
        QPainter painter(&picture);
        for (int row = 0; row < code->modules(); ++row) {
            for (int column = 0; column < code->modules(); ++column) {
                if (code->dark(column, row))
                    painter.fillRect(from + column * module, border + row * module, module, module, Qt::black);
            }
        }
        from += side + 2 * border;
    }
    return picture;
}

// Which of two it was would be left to chance.
void TestGatehousectlBadges::twoBadgesInAPictureAreRefused()
{
    const auto other = value(QStringLiteral("select token from badge where state = 'returned' limit 1"));
    const auto path = m_folder.filePath("two-badges.png");
    QVERIFY(pictureOf({issuedToken(), other}).save(path));
    for (const QStringList &words : {QStringList{"badge", "verify"}, QStringList{"scan"}}) {
        const auto refused = run(words + QStringList{path, "--json"});
        QCOMPARE(refused.exit, 2);
        QVERIFY2(refused.err.contains("show one badge at a time"), refused.err.constData());
        QCOMPARE(refused.objects().size(), 1);
        QVERIFY(refused.objects().first().contains("error"));
    }
    QVERIFY(pictureOf({issuedToken(), issuedToken()}).save(path)); // twice the same one is that one
    QCOMPARE(run({"badge", "verify", path}).exit, 0);
}

void TestGatehousectlBadges::badgeInAPicture()
{
    auto picture = pictureOf({issuedToken()});
    const auto path = m_folder.filePath("badge.png");
    QVERIFY(picture.save(path));
    const auto verified = run({"badge", "verify", path, "--json"});
    QVERIFY2(verified.exit == 0, verified.err.constData());
    QVERIFY(verified.objects().value(0).value("authorised").toBool());

    const auto scanned = run({"scan", path, "--json"});
    QCOMPARE(scanned.exit, 0);
    QCOMPARE(scanned.objects().value(0).value("kind").toString(), QStringLiteral("badge"));
    QVERIFY(scanned.objects().value(0).value("valid").toBool());
    auto apart = QProcessEnvironment::systemEnvironment();
    apart.remove("GATEHOUSE_DB");
    QVERIFY(!runTool({"scan", path, "--json"}, {}, apart).objects().value(0).value("valid").toBool(true));

    picture.fill(Qt::white);
    QVERIFY(picture.save(path));
    const auto none = run({"badge", "verify", path});
    QCOMPARE(none.exit, 2);
    QVERIFY2(none.err.contains("no badge can be seen") && none.err.contains("take it again"), none.err.constData());
    QVERIFY2(!none.err.contains("not there"), none.err.constData());
}

GATEHOUSE_TEST(QCoreApplication, TestGatehousectlBadges);
#include "tst_gatehousectlbadges.moc"
