// SPDX-License-Identifier: GPL-3.0-or-later
#include "machineroom.h"
#include "testprogram.h"
#include "testsite.h"
#include "usecases/definezone.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::domain;
using namespace gatehouse::usecases;
using namespace Qt::StringLiterals;
using gatehouse::test::machineRoom;
using gatehouse::test::must;
using gatehouse::test::TestSite;

namespace
{
Zone signedZone(TestSite &site)
{
    must(beginRead(site.admin().at()));
    return *site.admin().at().authority.zone(machineRoom);
}

template <typename T>
QString answerOf(const Result<T> &result)
{
    return result ? u"done"_s : errorName(result.error().code) + u' ' + result.error().detail;
}
} // namespace

class TestDefineZone : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void r7_whatMayBeSigned_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("answer");
        const auto row = [](const char *name, const QString &change, const QString &answer) {
            QTest::newRow(name) << change << answer;
        };
        row("a briefing holds a month", u"month"_s, u"done"_s);
        row("phones are handed in", u"phone"_s, u"done"_s);
        row("cameras may be carried", u"no cameras"_s, u"done"_s);
        row("nothing changed", u"same"_s, u"conflict unchanged"_s);
        row("flammables may be carried", u"flammable"_s, u"invalid items"_s);
        row("handed in and allowed by name", u"both"_s, u"invalid items"_s);
        row("a kind that there is not", u"unknown"_s, u"invalid items"_s);
        row("a briefing that never holds", u"never"_s, u"invalid briefingDays"_s);
        row("nobody for one escort", u"nobody"_s, u"invalid visitorsPerEscort"_s);
        row("kept for ever", u"ever"_s, u"invalid retentionDays"_s);
        row("no escort any more", u"open"_s, u"invalid fixed"_s);
        row("one approval less", u"approval"_s, u"invalid fixed"_s);
        row("another zone", u"other"_s, u"not-found zone"_s);
    }
    void r7_whatMayBeSigned()
    {
        QFETCH(QString, change);
        TestSite site;
        const Zone before = signedZone(site);
        Zone zone = before;
        const std::map<QString, std::function<void()>> changes{
            {u"month"_s, [&] { zone.briefingDays = 30; }},
            {u"phone"_s, [&] { zone.prohibitedItems.push_back(u"phone"_s); }},
            {u"no cameras"_s, [&] { zone.namedItems.clear(); }},
            {u"same"_s, [] {}},
            {u"flammable"_s, [&] { std::erase(zone.prohibitedItems, u"flammable"_s); }},
            {u"both"_s, [&] { zone.prohibitedItems.push_back(u"camera"_s); }},
            {u"unknown"_s, [&] { zone.namedItems.push_back(u"parrot"_s); }},
            {u"never"_s, [&] { zone.briefingDays = 0; }},
            {u"nobody"_s, [&] { zone.visitorsPerEscort = 0; }},
            {u"ever"_s, [&] { zone.retentionDays = 40000; }},
            {u"open"_s, [&] { zone.escort = EscortRule::None; }},
            {u"approval"_s, [&] { zone.approvals = 1; }},
            {u"other"_s, [&] { zone.id = ZoneId{u"cellar"_s}; }},
        };
        changes.at(change)();
        const auto answer = defineZone(site.admin().at(), site.manager(), zone);
        QTEST(answerOf(answer), "answer");
        QCOMPARE(signedZone(site), answer ? zone : before);
        const auto transaction = must(beginRead(site.admin().at()));
        QCOMPARE(must(siteZones(*transaction, site.admin().at())).size(), defaultZones().size()); // rows and statements agree
    }

    void r7_aZoneThatWasSignedBeforeCamerasWereControlled_data()
    {
        QTest::addColumn<bool>("escorted");
        QTest::addColumn<QStringList>("prohibited");
        QTest::addColumn<QStringList>("named");
        QTest::addColumn<bool>("knowsNothing");
        QTest::newRow("cameras by name") << true << QStringList{u"usb"_s} << QStringList{u"camera"_s} << false;
        QTest::newRow("no cameras at all") << true << QStringList{u"usb"_s, u"camera"_s} << QStringList{} << false;
        QTest::newRow("nothing said of them") << true << QStringList{u"usb"_s} << QStringList{} << true;
        QTest::newRow("something else by name") << true << QStringList{} << QStringList{u"laptop"_s} << true;
        QTest::newRow("nothing said, but nobody is escorted") << false << QStringList{} << QStringList{} << false;
    }
    void r7_aZoneThatWasSignedBeforeCamerasWereControlled()
    {
        QFETCH(bool, escorted);
        QFETCH(QStringList, prohibited);
        QFETCH(QStringList, named);
        Zone zone;
        zone.escort = escorted ? EscortRule::One : EscortRule::None;
        zone.prohibitedItems = {prohibited.begin(), prohibited.end()};
        zone.namedItems = {named.begin(), named.end()};
        QTEST(knowsNothingOfCameras(zone), "knowsNothing");
    }

    void r7_theDefaultSiteKnowsOfCameras()
    {
        for (const Zone &zone : defaultZones())
            QVERIFY2(!knowsNothingOfCameras(zone), qPrintable(zone.id.key));
    }

    void r16_onlyAManagerSigns()
    {
        TestSite site;
        Zone zone = signedZone(site);
        zone.briefingDays = 30;
        QCOMPARE(answerOf(defineZone(site.admin().at(), site.guard(), zone)).section(u' ', 0, 0), u"not-allowed"_s);
        QCOMPARE(signedZone(site).briefingDays, 365);
    }
};

GATEHOUSE_TEST(QCoreApplication, TestDefineZone);
#include "tst_definezone.moc"
