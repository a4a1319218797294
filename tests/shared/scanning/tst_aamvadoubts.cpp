// SPDX-License-Identifier: GPL-3.0-or-later
// Payloads that contradict themselves, or hold what stands in no licence: nothing of it may pass without a mark. Invented
// holders.
#include "parsing/aamva.h"
#include "scanresults.h"
#include "testprogram.h"

#include <QTest>

using namespace gatehouse::scanning;
using namespace gatehouse::test;

namespace
{
const QByteArray head = "@\n\x1e\rANSI 636000100101DL00310172DL";
const QByteArray cardBody = "DAQX0000001\nDCSMOTORIST\nDACUTOPIA\nDADANNE\nDBD07042021\nDBB02281990\nDBA02282029\nDBC2\n"
                            "DAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJVA\nDAK000010000\nDCGUSA\n\r";

bool fails(const ScanResult &result, const char *check)
{
    return result.checks.contains(Check{QString::fromLatin1(check), false});
}

QByteArray changed(QByteArray text, const QByteArray &from, const QByteArray &to)
{
    return text.replace(from, to);
}

QByteArray otherPerson()
{
    return changed(changed(changed(cardBody, "X0000001", "Y0000009"), "MOTORIST", "SPECIMEN"), "DBB02281990", "DBB05051975");
}
} // namespace

class TestAamvaDoubts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatContradictsItselfIsInDoubt_data();
    void whatContradictsItselfIsInDoubt();
    void differentCardsAreNotOneOfThem_data();
    void differentCardsAreNotOneOfThem();
    void aTabSeparatesNothing_data();
    void aTabSeparatesNothing();
    void whatStandsInNoNameIsInDoubt_data();
    void whatStandsInNoNameIsInDoubt();
    void whatLooksLikeLatinIsInDoubt_data();
    void whatLooksLikeLatinIsInDoubt();
    void wrappedValuesAreInDoubt_data();
    void wrappedValuesAreInDoubt();
    void invisibleCharactersAreLeftOutAndMarked_data();
    void invisibleCharactersAreLeftOutAndMarked();
    void postalCodesWithoutTheirFormAreInDoubt_data();
    void postalCodesWithoutTheirFormAreInDoubt();
    void numbersOfTheTracksMayHideALetter_data();
    void numbersOfTheTracksMayHideALetter();
    void headersAreJudgedByTheirForm_data();
    void headersAreJudgedByTheirForm();
};

void TestAamvaDoubts::whatContradictsItselfIsInDoubt_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QStringList>("unsure");
    const auto row = [](const char *name, const char *from, const char *to, const QStringList &unsure) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << unsure;
    };
    row("surname twice, the same", "DACUTOPIA", "DCSMOTORIST\nDACUTOPIA", {});
    row("surname twice, in small letters", "DACUTOPIA", "DCSMotorist,\nDACUTOPIA", {});
    row("surname twice, once without a value", "DACUTOPIA", "DCS\nDACUTOPIA", {});
    row("surname twice", "DACUTOPIA", "DCSSPECIMEN\nDACUTOPIA", {"surname"});
    row("number twice", "DACUTOPIA", "DAQY0000009\nDACUTOPIA", {"documentNumber"});
    row("birth date twice", "DBC2", "DBB05051975\nDBC2", {"birthDate"});
    row("sex twice", "DBC2", "DBC2\nDBC1", {"sex"});
    row("city twice", "DAIUTOPOLIS", "DAIUTOPOLIS\nDAIELSEWHERE", {"city"});
    row("whole name that agrees", "DBC2", "DBC2\nDAAMOTORIST,UTOPIA,ANNE", {});
    row("whole name without the middle one", "DBC2", "DBC2\nDAAMOTORIST,UTOPIA", {});
    row("whole name, first name first", "DBC2", "DBC2\nDAAUTOPIA ANNE MOTORIST", {});
    row("whole name of another family", "DBC2", "DBC2\nDAASPECIMEN,UTOPIA,ANNE", {"surname"});
    row("whole name with another first name", "DBC2", "DBC2\nDAAMOTORIST,ERIKA", {"givenNames"});
    row("surname by its old id, the same", "DBC2", "DBC2\nDABMOTORIST", {});
    row("surname by its old id", "DBC2", "DBC2\nDABSPECIMEN", {"surname"});
    row("given names by their old id, the same", "DBC2", "DBC2\nDCTUTOPIA,ANNE", {});
    row("given names by their old id", "DBC2", "DBC2\nDCTERIKA", {"givenNames"});
    row("region of one letter", "DAJVA", "DAJV", {"region"});
    row("region of three letters", "DAJVA", "DAJVVA", {"region"});
    row("region in small letters", "DAJVA", "DAJva", {});
    row("country that the issuer's number is not of", "DCGUSA", "DCGCAN", {"issuingState"});
}

void TestAamvaDoubts::whatContradictsItselfIsInDoubt()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QStringList, unsure);
    const ScanResult result = parseAamva(head + changed(cardBody, from, to), today);
    QCOMPARE(result.value(u"surname"), QStringLiteral("MOTORIST"));
    QCOMPARE(result.value(u"documentNumber"), QStringLiteral("X0000001"));
    QCOMPARE(doubtful(result), unsure);
    QVERIFY(result.valid);
}

void TestAamvaDoubts::differentCardsAreNotOneOfThem_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<bool>("several");
    const QByteArray both = "@\n\x1e\rANSI 636000100102DL00410172ID02130172DL";
    QTest::newRow("the same payload twice") << head + cardBody + head + cardBody << false;
    QTest::newRow("two subfiles of one person") << both + cardBody + "ID" + cardBody << false;
    QTest::newRow("two payloads") << head + cardBody + head + otherPerson() << true;
    QTest::newRow("two payloads, the second before 2000")
        << head + cardBody + "@\n\x1e\rAAMVA6360030101DL00290192DL" + otherPerson() << true;
    QTest::newRow("two payloads that differ in the number alone")
        << head + cardBody + head + changed(cardBody, "X0000001", "Y0000009") << true;
    QTest::newRow("two payloads that differ in the first name alone")
        << head + cardBody + head + changed(cardBody, "UTOPIA", "ERIKA") << true;
    QTest::newRow("three payloads, the last one of another")
        << head + cardBody + head + cardBody + head + otherPerson() << true;
    QTest::newRow("two subfiles of two people") << both + cardBody + "ID" + otherPerson() << true;
}

void TestAamvaDoubts::differentCardsAreNotOneOfThem()
{
    QFETCH(QByteArray, payload);
    QFETCH(bool, several);
    const ScanResult result = parseAamva(payload, today);
    QCOMPARE(result.valid, !several);
    QCOMPARE(fails(result, "oneDocument"), several);
    QCOMPARE(doubtful(result).size(), several ? result.fields.size() : 0);
}

void TestAamvaDoubts::aTabSeparatesNothing_data()
{
    QTest::addColumn<QByteArray>("character");
    QTest::addColumn<QString>("street");
    for (const char c : {'\t', '\v', '\f'})
        QTest::addRow("%02x", uchar(c)) << QByteArray(1, c) << "12 DCSROAD DAQ55";
    for (const char c : {'\0', '\x07', '\x7f'})
        QTest::addRow("%02x", uchar(c)) << QByteArray(1, c) << "12 DCSROADDAQ55";
}

void TestAamvaDoubts::aTabSeparatesNothing()
{
    QFETCH(QByteArray, character);
    QFETCH(QString, street);
    const QByteArray line = "DAG12 DCSROAD" + character + "DAQ55\n";
    // Before the number as well as behind it.
    const ScanResult result = parseAamva(head + line + changed(cardBody, "DAG1 NOWHERE LANE\n", ""), today);
    QCOMPARE(result.value(u"documentNumber"), QStringLiteral("X0000001"));
    QCOMPARE(result.value(u"street"), street);
    QCOMPARE(doubtful(result), QStringList{QStringLiteral("street")});
}

void TestAamvaDoubts::whatStandsInNoNameIsInDoubt_data()
{
    QTest::addColumn<QString>("surname");
    QTest::addColumn<bool>("unsure");
    for (const char *name :
         {"MOTORIST", "O'BRIEN", "VAN DER MUELLEN", "SMITH-JONES", "ST. JOHN", "\xc3\x89TOILE", "M\xc3\x9cLLER",
          "O\xe2\x80\x99"
          "BRIEN",
          "KA\xca\xbb"
          "AHUMANU"})
        QTest::addRow("%s", name) << QString::fromUtf8(name) << false;
    for (const char *name : {"D0E", "DOE2", "<b>DOE</b>", "DOE;", "DOE\"", "DOE & SONS", "=DOE",
                             "D\xf0\x9f\x98\x80"
                             "E",
                             "MOTORIST\xd0\x90", // a Cyrillic A
                             "MOT\xce\x9fRIST"}) // a Greek O
        QTest::addRow("%s", name) << QString::fromUtf8(name) << true;
}

void TestAamvaDoubts::whatStandsInNoNameIsInDoubt()
{
    QFETCH(QString, surname);
    QFETCH(bool, unsure);
    const ScanResult result = parseAamva(head + changed(cardBody, "MOTORIST", surname.toUtf8()), today);
    QCOMPARE(result.value(u"surname"), surname);
    QCOMPARE(doubtful(result), unsure ? QStringList{QStringLiteral("surname")} : QStringList());
    const ScanResult given = parseAamva(head + changed(cardBody, "UTOPIA", surname.toUtf8()), today);
    QCOMPARE(doubtful(given), unsure ? QStringList{QStringLiteral("givenNames")} : QStringList());
}

void TestAamvaDoubts::whatLooksLikeLatinIsInDoubt_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QStringList>("unsure");
    QTest::newRow("number") << QByteArray("DAQX") << QStringList{"documentNumber"};
    QTest::newRow("street") << QByteArray("DAG") << QStringList{"street"};
    QTest::newRow("city") << QByteArray("DAI") << QStringList{"city"};
}

void TestAamvaDoubts::whatLooksLikeLatinIsInDoubt()
{
    QFETCH(QByteArray, from);
    const ScanResult cyrillic = parseAamva(head + changed(cardBody, from, from + "\xd0\x90"), today); // a Cyrillic A
    QTEST(doubtful(cyrillic), "unsure");
    const ScanResult latin = parseAamva(head + changed(cardBody, from, from + "A"), today);
    QCOMPARE(doubtful(latin), QStringList());
}

void TestAamvaDoubts::wrappedValuesAreInDoubt_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QStringList>("unsure");
    const auto row = [](const char *name, const char *from, const char *to, const QStringList &unsure) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << unsure;
    };
    row("city", "DAIUTOPOLIS", "DAIUTO\n POLIS", {"city"});
    row("city, in small letters", "DAIUTOPOLIS", "DAIUto\npolis", {"city"});
    row("surname", "DCSMOTORIST", "DCSMOTO\r\nRIST", {"surname"});
    row("blanks and marks between elements", "DAIUTOPOLIS", "DAIUTOPOLIS\n  \n--\n", {});
    row("a blank before an element", "DAIUTOPOLIS", "\n  DAIUTOPOLIS", {});
}

// The rest of it stands where an element should begin.
void TestAamvaDoubts::wrappedValuesAreInDoubt()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const ScanResult result = parseAamva(head + changed(cardBody, from, to), today);
    QTEST(doubtful(result), "unsure");
}

void TestAamvaDoubts::invisibleCharactersAreLeftOutAndMarked_data()
{
    QTest::addColumn<QByteArray>("surname");
    QTest::newRow("right-to-left override before") << QByteArray("\xe2\x80\xaeMOTORIST");
    QTest::newRow("right-to-left override within") << QByteArray("MOTO\xe2\x80\xaeRIST");
    QTest::newRow("right-to-left mark behind") << QByteArray("MOTORIST\xe2\x80\x8f");
    QTest::newRow("isolate") << QByteArray("\xe2\x81\xa7MOTORIST\xe2\x81\xa9");
    QTest::newRow("zero-width space") << QByteArray("MOTO\xe2\x80\x8bRIST");
    QTest::newRow("byte order mark within") << QByteArray("MOTO\xef\xbb\xbfRIST");
    QTest::newRow("tag characters") << QByteArray("MOTORIST\xf3\xa0\x81\x81");
    QTest::newRow("soft hyphen of ISO 8859-1") << QByteArray("MOTO\xadRIST");
    QTest::newRow("control character of ISO 8859-1") << QByteArray("MOTO\x92RIST");
    QTest::newRow("control character of ASCII") << QByteArray("MOTO\x08RIST");
}

void TestAamvaDoubts::invisibleCharactersAreLeftOutAndMarked()
{
    QFETCH(QByteArray, surname);
    const ScanResult result = parseAamva(head + changed(cardBody, "MOTORIST", surname), today);
    QCOMPARE(result.value(u"surname"), QStringLiteral("MOTORIST"));
    QCOMPARE(doubtful(result), QStringList{QStringLiteral("surname")});
}

void TestAamvaDoubts::postalCodesWithoutTheirFormAreInDoubt_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("unsure");
    const auto row = [](const char *written, const char *code, bool unsure) {
        QTest::newRow(written) << QByteArray(written) << QString::fromLatin1(code) << unsure;
    };
    // Nine digits and Canadian codes stay as they are written.
    for (const char *code : {"00001", "000011234", "00001-1234", "00001 1234", "M5H2N2", "M5H 2N2", "m5h 2n2"})
        row(code, code, false);
    row("00001     ", "00001", false);
    row("000010000  ", "00001", false);
    row("000010000.", "00001", false);
    row("00001-    ", "00001", false);
    row("000011234..", "000011234", false);
    row("M5H2N2+++++", "M5H2N2", false);
    row("M5H 2N2.", "M5H 2N2", false);
    row("0001", "0001", true);
    row("00001123", "00001123", true);
    row("000010000DCGUSA", "000010000DCGUSA", true);
    row("AM5H2N2 M17", "AM5H2N2 M17", true);
    row("O0001", "O0001", true);
    row("M5H2NZ", "M5H2NZ", true);
}

void TestAamvaDoubts::postalCodesWithoutTheirFormAreInDoubt()
{
    QFETCH(QByteArray, written);
    QFETCH(bool, unsure);
    const ScanResult result = parseAamva(head + changed(cardBody, "000010000", written), today);
    QTEST(result.value(u"postalCode"), "code");
    QCOMPARE(doubtful(result), unsure ? QStringList("postalCode") : QStringList());
    QVERIFY(result.valid);
}

void TestAamvaDoubts::numbersOfTheTracksMayHideALetter_data()
{
    QTest::addColumn<QByteArray>("track");
    QTest::addColumn<QString>("number");
    QTest::addColumn<bool>("unsure");
    const auto row = [](const char *name, const char *track, const char *number, bool unsure) {
        QTest::newRow(name) << QByteArray(track) << QString::fromLatin1(number) << unsure;
    };
    row("California, whole", "636014090000001", "I0000001", false);
    row("California, too short", "63601409000001", "09000001", true);
    row("Ohio", "6360230102000001", "0102000001", true);
    row("Texas, no letter of the alphabet", "63601530000001", "30000001", false);
    row("British Columbia has digits only", "6360280200001", "0200001", false);
    row("British Columbia, services card", "636028020000001", "020000001", false);
    row("British Columbia, a digit lost", "636028020001", "020001", true);
}

void TestAamvaDoubts::numbersOfTheTracksMayHideALetter()
{
    QFETCH(QByteArray, track);
    QFETCH(bool, unsure);
    const ScanResult result = parseAamva("%XXUTOPOLIS^MOTORIST$UTOPIA^1 NOWHERE LANE^?;" + track +
                                             "=290219880229?#\" 00001      C               2505130BLKBLK?",
                                         today);
    QVERIFY(result.valid);
    QTEST(result.value(u"documentNumber"), "number");
    QCOMPARE(doubtful(result).contains(QStringLiteral("documentNumber")), unsure);
}

void TestAamvaDoubts::headersAreJudgedByTheirForm_data()
{
    QTest::addColumn<QByteArray>("numbers");
    QTest::addColumn<bool>("holds");
    QTest::addColumn<QStringList>("unsure");
    QTest::newRow("as they are") << QByteArray("636000100101") << true << QStringList();
    QTest::newRow("issuer of no block of AAMVA's") << QByteArray("123456100101") << true << QStringList();
    QTest::newRow("version of a later standard") << QByteArray("636000110101") << true << QStringList();
    QTest::newRow("highest version") << QByteArray("636000990101") << true << QStringList();
    QTest::newRow("no subfile") << QByteArray("636000100100") << false << QStringList();
    QTest::newRow("no subfile, version 1") << QByteArray("6360000100") << false << QStringList();
    QTest::newRow("more subfiles than there are") << QByteArray("636000100102") << true << QStringList();
    QTest::newRow("most subfiles") << QByteArray("636000100199") << true << QStringList();
}

void TestAamvaDoubts::headersAreJudgedByTheirForm()
{
    QFETCH(QByteArray, numbers);
    QFETCH(bool, holds);
    QFETCH(QStringList, unsure);
    const ScanResult result = parseAamva(changed(head, "636000100101", numbers) + cardBody, today);
    QCOMPARE(result.checks.first(), (Check{QStringLiteral("header"), holds}));
    QCOMPARE(result.valid, holds);
    QCOMPARE(doubtful(result), unsure);
}

GATEHOUSE_TEST(QCoreApplication, TestAamvaDoubts);
#include "tst_aamvadoubts.moc"
