// SPDX-License-Identifier: GPL-3.0-or-later
// What scanners and careless issuers make of a payload: terminators that are gone or mixed, a header with blanks in it, a
// subfile without its table. Each row has a cause that was met in payloads of others; the holders are invented.
#include "parsing/aamva.h"
#include "scanresults.h"
#include "testprogram.h"

#include <QMap>
#include <QTest>

using namespace gatehouse::scanning;
using namespace gatehouse::test;

namespace
{
using Values = QMap<QString, QString>;

QString differences(const ScanResult &result, const Values &wanted)
{
    QString text;
    for (auto value = wanted.begin(); value != wanted.end(); ++value) {
        if (const QString read = result.value(value.key()); read != value.value())
            text += QStringLiteral("%1 is \"%2\", not \"%3\"; ").arg(value.key(), read, value.value());
    }
    return text;
}

QStringList unsureOf(const ScanResult &result)
{
    QStringList names;
    for (const Field &field : result.fields) {
        if (field.trust == Trust::Unsure)
            names.append(field.name);
    }
    return names;
}

const QByteArray wholeCard = "@\n\x1e\rANSI 636032100001DL00310200DLDAQX0000001\nDCSMOTORIST\nDDEN\nDACUTOPIA\nDDFN\nDADANNE\n"
                             "DDGN\nDCUJR\nDCAD\nDCBNONE\nDCDNONE\nDBD07042021\nDBB02291988\nDBA02282029\nDBC2\nDAU069 IN\n"
                             "DAG1 NOWHERE LANE\nDAHAPT 7\nDAIUTOPOLIS\nDAJMI\nDAK000010000  \nDCF0000X1\nDCGUSA\nDCK0001\n"
                             "DDAF\nDDB08292017\r";
} // namespace

class TestAamvaDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutTerminatorsNamesStayWhole_data();
    void withoutTerminatorsNamesStayWhole();
    void lineEndsOfTheSubfilesAloneAreNone_data();
    void lineEndsOfTheSubfilesAloneAreNone();
    void oneLostTerminatorIsMarked_data();
    void oneLostTerminatorIsMarked();
    void namesThatHoldAnIdAreSure_data();
    void namesThatHoldAnIdAreSure();
    void terminatorsMayBeMixed_data();
    void terminatorsMayBeMixed();
    void carelessHeadersAreRead_data();
    void carelessHeadersAreRead();
    void customersIdentifierStandsInForTheNumber();
    void movedColumnsOfTheTracksAreNotTrusted_data();
    void movedColumnsOfTheTracksAreNotTrusted();
    void aNameBehindAFullCityIsInDoubt_data();
    void aNameBehindAFullCityIsInDoubt();
};

void TestAamvaDamage::withoutTerminatorsNamesStayWhole_data()
{
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("given");
    const auto row = [](const char *name, int version, const QByteArray &names, const char *given) {
        QTest::newRow(name) << names << version << QString::fromLatin1(given);
    };
    row("id of the second address within a name", 1, "DAAMOTORIST,ADAM,N,", "ADAM N");
    row("the same in a later version", 6, "DCSMOTORISTDDENDACADAMDDFNDADANNEDDGN", "ADAM ANNE");
    row("name that begins as the city of the second address", 6, "DCSMOTORISTDDENDACDANDDFNDADANNEDDGN", "DAN ANNE");
    row("name that begins as a height", 6, "DCSMOTORISTDDENDACDAVIDDDFNDADANNEDDGN", "DAVID ANNE");
    row("name that begins as the class of version 1", 6, "DCSMOTORISTDDENDACDARRENDDFNDADANNEDDGN", "DARREN ANNE");
    row("height in the middle name", 6, "DCSMOTORISTDDENDACANNEDDFNDADDAVIDDDGN", "ANNE DAVID");
    row("name whose end and the flag behind it look like a middle name", 6, "DCSMOTORISTDDENDACLINDADDFNDADANNEDDGN",
        "LINDA ANNE");
    row("no middle name", 6, "DCSMOTORISTDDENDACANNEDDFNDADDDGN", "ANNE");
    row("middle name that begins as a flag", 6, "DCSMOTORISTDACANNEDADDENISE", "ANNE DENISE");
}

void TestAamvaDamage::withoutTerminatorsNamesStayWhole()
{
    QFETCH(QByteArray, names);
    QFETCH(int, version);
    QFETCH(QString, given);
    const QByteArray dates = version == 1 ? "DBA20290228DBB19880229DBC2DBD20210704" : "DBA02282029DBB02291988DBC2DBD07042021";
    const QByteArray head =
        version == 1 ? "@ANSI 6360300102DL00390184ZM02230047DL" : "@ANSI 636022060002DL00410286ZK03270003DL";
    const ScanResult result = parseAamva(
        head + "DAQX0000001" + names + "DAG1 NOWHERE LANEDAIUTOPOLISDAJKSDAK000010000  " + dates + "DAU069 IN", today);
    const Values wanted{{"surname", "MOTORIST"}, {"givenNames", given},       {"documentNumber", "X0000001"},
                        {"city", "UTOPOLIS"},    {"birthDate", "1988-02-29"}, {"street", "1 NOWHERE LANE"},
                        {"region", "KS"},        {"postalCode", "00001"}};
    QVERIFY2(differences(result, wanted).isEmpty(), qPrintable(differences(result, wanted)));
    QVERIFY(!result.valid);
    for (const Field &field : result.fields)
        QVERIFY2(field.trust == Trust::Unsure, qPrintable(field.name));
}

void TestAamvaDamage::lineEndsOfTheSubfilesAloneAreNone_data()
{
    QTest::addColumn<QByteArray>("between");
    QTest::addColumn<QByteArray>("before");
    QTest::newRow("line feeds gone") << QByteArray() << QByteArray();
    QTest::newRow("a carriage return before the first") << QByteArray() << QByteArray("\r");
    for (const char *other : {" ", "\t", "\v", "\f", "\x03"})
        QTest::addRow("%02x for line feeds", uint(*other)) << QByteArray(other) << QByteArray();
}

void TestAamvaDamage::lineEndsOfTheSubfilesAloneAreNone()
{
    QFETCH(QByteArray, between);
    QFETCH(QByteArray, before);
    const QByteArray body =
        QByteArray("DLDAQX0000001\nDCSMOTORIST\nDDEN\nDACUTOPIA\nDDFN\nDADANNE\nDDGN\nDBB02291988\nDBA02282029\nDBD07042021\n"
                   "DBC2\nDAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJCA\nDAK000010000\nDCGUSA\rZCZCAN\r")
            .replace("\n", between);
    const ScanResult result = parseAamva("@\n\x1e\rANSI 636014080002DL00410200ZC02410020" + before + body, today);
    const Values wanted{{"surname", "MOTORIST"}, {"givenNames", "UTOPIA ANNE"}, {"documentNumber", "X0000001"},
                        {"city", "UTOPOLIS"},    {"street", "1 NOWHERE LANE"},  {"birthDate", "1988-02-29"},
                        {"region", "CA"},        {"expiryDate", "2029-02-28"}};
    QVERIFY2(differences(result, wanted).isEmpty(), qPrintable(differences(result, wanted)));
    QVERIFY(!result.valid);
    for (const Field &field : result.fields)
        QVERIFY2(field.trust == Trust::Unsure, qPrintable(field.name));
}

void TestAamvaDamage::oneLostTerminatorIsMarked_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QStringList>("unsure");
    const auto row = [](const char *name, const char *from, const char *to, const QStringList &unsure) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << unsure;
    };
    row("none", "MOTORIST", "MOTORIST", {});
    row("surname and its flag", "MOTORIST\nDDEN", "MOTORISTDDEN", {"surname"});
    row("the same, with a blank", "MOTORIST\nDDEN", "MOTORIST DDEN", {"surname"});
    row("first name and its flag", "UTOPIA\nDDFN", "UTOPIADDFN", {"givenNames"});
    row("first and middle name", "UTOPIA\nDDFN\n", "UTOPIA", {"givenNames"});
    row("first name and one that is empty", "UTOPIA\nDDFN\nDADANNE", "UTOPIA DAD", {"givenNames"});
    row("flag and middle name, with a blank", "DDFN\nDADANNE", "DDFN DADANNE", {"givenNames"});
    row("middle name and its flag", "DADANNE\nDDGN", "DADANNEDDGN", {"givenNames"});
    row("empty middle name and its flag", "DADANNE\nDDGN", "DADDDGN", {"givenNames"});
    row("middle name and suffix", "ANNE\nDDGN\n", "ANNE", {"givenNames"});
    row("middle name and class", "ANNE\nDDGN\nDCUJR\n", "ANNE", {"givenNames"});
    row("number and class", "X0000001\nDCSMOTORIST\nDDEN\nDACUTOPIA\nDDFN\nDADANNE\nDDGN\nDCUJR\nDCAD\n",
        "X0000001DCAD\nDCSMOTORIST\nDACUTOPIA\nDADANNE\n", {"documentNumber"});
    row("street and flat", "LANE\nDAH", "LANEDAH", {"street"});
    row("city and region", "UTOPOLIS\nDAJMI\n", "UTOPOLISDAJMI\n", {"city"});
    row("postal code and discriminator", "000010000  \nDCF", "000010000  DCF", {"postalCode"});
    row("empty flat and city", "DAHAPT 7\nDAI", "DAHDAI", {"street"});
}

void TestAamvaDamage::oneLostTerminatorIsMarked()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QVERIFY(wholeCard.contains(from));
    QTEST(unsureOf(parseAamva(QByteArray(wholeCard).replace(from, to), today)), "unsure");
}

void TestAamvaDamage::namesThatHoldAnIdAreSure_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("surname");
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("street");
    const auto row = [](const char *name, const char *leftOut, const char *surname, const char *given, const char *street) {
        QTest::newRow(name) << QByteArray(leftOut) << QByteArray(surname) << QByteArray(given) << QByteArray(street);
    };
    const char *flags = "DDEN\n|DDFN\n|DDGN\n", *classes = "DCAD\n|DCBNONE\n|DCDNONE\n", *middle = "DADANNE\n|DDGN\n";
    row("middle name", middle, "HADDAD", "SOLEDAD", "1 TRINIDAD DAD ROAD");
    row("middle name, another word behind", middle, "SOLEDAD-DADE", "MARIA SOLEDAD ROSA", "1 DADELAND ROAD");
    row("middle name at the start", middle, "DADE", "DADA", "1 DADE ROAD");
    row("flag of the surname", flags, "MADDEN", "HADDEN", "1 MADDEN");
    row("flag with other letters behind", "DDEN\n", "MADDENS", "ODDENY", "1 MADDENS ROAD");
    row("class", classes, "MEDCALF", "MEDCALF", "1 REDCAR ROAD");
    row("suffix", "DCUJR\n", "WOODCUTTER", "WOODCUTTER", "1 WOODCUTTER ROAD");
    row("height", "DAU069 IN\n", "DAUGHERTY", "ADAUCTUS", "1 DAUGHERTY 2");
    row("flat", "DAHAPT 7\n", "LINDAHL", "DAHLIA", "1 LINDAHL ROAD");
    row("document discriminator", "DCF0000X1\n|DCK0001\n", "GOODCFORD", "GOODCKE", "1 GOODCFORD");
}

void TestAamvaDamage::namesThatHoldAnIdAreSure()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, surname);
    QFETCH(QByteArray, given);
    QFETCH(QByteArray, street);
    QByteArray payload = wholeCard;
    for (const QByteArray &element : left.split('|'))
        payload.replace("\n" + element, "\n");
    payload.replace("MOTORIST", surname).replace("UTOPIA", given).replace("1 NOWHERE LANE", street);
    const ScanResult result = parseAamva(payload, today);
    QVERIFY(result.valid);
    QCOMPARE(unsureOf(result).join(u' '), QString());
}

void TestAamvaDamage::terminatorsMayBeMixed_data()
{
    QTest::addColumn<QByteArray>("between");
    QTest::newRow("line feeds") << QByteArray("\n");
    QTest::newRow("bar and line feed") << QByteArray("|\n");
    QTest::newRow("two bars, a record separator") << QByteArray("||\x1e");
    QTest::newRow("bar alone") << QByteArray("|");
    QTest::newRow("file separator") << QByteArray("\x1c");
}

void TestAamvaDamage::terminatorsMayBeMixed()
{
    QFETCH(QByteArray, between);
    // Line feeds are left in one place, so that they alone would be taken for the terminators.
    const QByteArray payload = "@\n\x1e\rANSI 636026100001DL00320200DLDAQX0000001" + between + "DCSMOTORIST" + between +
                               "DACUTOPIA\nDBB02291988" + between + "DBA02282029" + between + "DBD07042021" + between + "DBC2" +
                               between + "DAG1 NOWHERE LANE" + between + "DAIUTOPOLIS" + between + "DAJTX" + between +
                               "DAK000010000" + between + "DCGUSA" + between;
    const ScanResult result = parseAamva(payload, today);
    const Values wanted{{"surname", "MOTORIST"}, {"givenNames", "UTOPIA"}, {"documentNumber", "X0000001"},
                        {"city", "UTOPOLIS"},    {"region", "TX"},         {"expiryDate", "2029-02-28"}};
    QVERIFY2(differences(result, wanted).isEmpty(), qPrintable(differences(result, wanted)));
    QVERIFY(result.valid);
}

void TestAamvaDamage::carelessHeadersAreRead_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("wellFormed");
    QTest::newRow("blanks before the issuer") << QByteArray("@\n\x1e\rANSI \t 636032100001DL00310200DL") << "DL" << true;
    QTest::newRow("subfile without its table") << QByteArray("@\nANSI 636000090002DL\n") << "DL" << false;
    QTest::newRow("card without its table") << QByteArray("@\nANSI 636000090002ID\n") << "ID" << false;
}

void TestAamvaDamage::carelessHeadersAreRead()
{
    QFETCH(QByteArray, head);
    QFETCH(QString, type);
    QFETCH(bool, wellFormed);
    const ScanResult result =
        parseAamva(head + "DAQX0000001\nDCSMOTORIST\nDACUTOPIA\nDBB02291988\nDBC2\nDAJTX\nDCGUSA\n", today);
    QCOMPARE(result.value(u"documentType"), type);
    QCOMPARE(result.value(u"documentNumber"), QStringLiteral("X0000001"));
    QCOMPARE(result.checks.first(), (Check{QStringLiteral("header"), wellFormed}));
}

void TestAamvaDamage::customersIdentifierStandsInForTheNumber()
{
    const QByteArray payload = "@\n\x1e\rANSI 6360260101DL00390200DLDBJX0000001\nDAAMOTORIST,UTOPIA,ANNE\nDAG1 NOWHERE LANE\n"
                               "DAIUTOPOLIS\nDAJAZ\nDAK00001\nDBA20290228\nDBB19880229\nDBC2\nDBD20210704\n\r";
    const ScanResult result = parseAamva(payload, today);
    QCOMPARE(result.field(u"documentNumber"),
             (Field{QStringLiteral("documentNumber"), QStringLiteral("X0000001"), Trust::Unsure}));
    // The number itself is mandatory.
    QVERIFY(!result.valid);
    const QByteArray both = QByteArray(payload).replace("DAJAZ", "DAQX0000002\nDAJAZ");
    QCOMPARE(parseAamva(both, today).value(u"documentNumber"), QStringLiteral("X0000002"));
}

void TestAamvaDamage::movedColumnsOfTheTracksAreNotTrusted_data()
{
    QTest::addColumn<QByteArray>("third");
    QTest::addColumn<QString>("sex");
    QTest::addColumn<QString>("postalCode");
    const auto row = [](const char *name, const char *third, const char *sex, const char *postalCode) {
        QTest::newRow(name) << QByteArray(third) << QString::fromLatin1(sex) << QString::fromLatin1(postalCode);
    };
    row("as it should be", "%#\"00001      C               2505130BLKBLK", "F", "00001");
    row("two marks", "#\"00001      C               2505130BLKBLK", "F", "00001");
    row("four marks", "%10 000011234  C               F505130BLKBLK", "F", "000011234");
    row("Canadian", "_%0AM5H2N2                     F165 55BRNBLU", "F", "M5H2N2");
    row("a postal code that fills its columns", "_%0AAAA00000000                M183069BROBRO", "M", "AAA00000000");
    row("without a height", "%#\"00001      C               2", "F", "00001");
    row("blanks squeezed to one", "_%0AM5H2N2 F165 55BRNBLU9000000001 RA", "", "");
    row("the same, with a sex where it should be", "_%0AM5H2N2 F165 55BRNBLU900001M165", "", "");
    row("no blank left", "_%0AM5H2N2M16555BRNBLU90000000011655500S0000000000000000", "", "");
    row("one blank lost before the sex", "_%0AM5H2N2                    F165 55BRNBLU", "", "");
    row("one blank lost before the sex, in feet and inches", "%#\"00001      C              2505130BLKBLK", "", "");
    row("one digit of the postal code lost", "%#\"0001       C               2505130BLKBLK", "", "");
}

void TestAamvaDamage::movedColumnsOfTheTracksAreNotTrusted()
{
    QFETCH(QByteArray, third);
    const ScanResult result =
        parseAamva("%TXUTOPOLIS^MOTORIST$UTOPIA^1 NOWHERE LANE^?;63601500000001=290219880229?" + third + "?", today);
    QCOMPARE(result.value(u"surname"), QStringLiteral("MOTORIST"));
    QTEST(result.value(u"sex"), "sex");
    QTEST(result.value(u"postalCode"), "postalCode");
    QCOMPARE(result.valid, !result.value(u"sex").isEmpty());
}

void TestAamvaDamage::aNameBehindAFullCityIsInDoubt_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QString>("surname");
    QTest::addColumn<QStringList>("unsure");
    const auto row = [](const char *name, const char *first, const char *surname, const QStringList &unsure) {
        QTest::newRow(name) << QByteArray(first) << QString::fromLatin1(surname) << unsure;
    };
    // The tracks name the month of the expiry only.
    const QString expiry = QStringLiteral("expiryDate"), surname = QStringLiteral("surname"), city = QStringLiteral("city");
    row("marked", "UTOPOLIS^MOTORIST$UTOPIA^1 NOWHERE LANE$UTOPOLIS BC  M5H 2N2", "MOTORIST", {expiry});
    row("filled up", "UTOPOLIS     MOTORIST$UTOPIA^1 NOWHERE LANE", "MOTORIST", {expiry});
    row("full", "NEW UTOPOLISAMOTORIST$UTOPIA^1 NOWHERE LANE", "MOTORIST", {surname, expiry, city});
    row("full, and whole in the address", "NORTH UTOPOLIMOTORIST$UTOPIA^1 NOWHERE LANE$NORTH UTOPOLIS BC  M5H 2N2", "MOTORIST",
        {expiry});
    row("mark lost", "UTOPOLISMOTORIST$UTOPIA^1 NOWHERE LANE", "IST", {surname, expiry, city});
    row("mark lost, city in the address", "UTOPOLISMOTORIST$UTOPIA^1 NOWHERE LANE$UTOPOLIS BC  M5H 2N2", "IST",
        {surname, expiry});
    row("blank before", " NORTH UTOPOLIMOTORIST$UTOPIA^1 NOWHERE LANE$NORTH UTOPOLIS BC  M5H 2N2", "IMOTORIST",
        {surname, expiry});
    row("mark lost before a short name", "UTOPIALI$MOTORIST$ANNE^1 NOWHERE LANE", "", {});
}

void TestAamvaDamage::aNameBehindAFullCityIsInDoubt()
{
    QFETCH(QByteArray, first);
    const ScanResult result = parseAamva("%BC" + first +
                                             "^?;6360280000001=290219880229=?_%0AM5H2N2                     F165 55BRNBLU"
                                             "                          00S00000000?",
                                         today);
    QTEST(result.value(u"surname"), "surname");
    QTEST(unsureOf(result), "unsure");
}

GATEHOUSE_TEST(QCoreApplication, TestAamvaDamage);
#include "tst_aamvadamage.moc"
