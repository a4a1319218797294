// SPDX-License-Identifier: GPL-3.0-or-later
#include "documentsamples.h"
#include "parsing/mrz.h"
#include "scanresults.h"
#include "testprogram.h"

#include <QTest>

using namespace gatehouse::scanning;
using namespace gatehouse::test;

namespace
{
QString joinedLines(const QStringList &lines)
{
    return lines.join(u'\n');
}

// The specimens of ICAO Doc 9303 parts 4 to 7.
const QString specimenTd1 =
    QStringLiteral("I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<");
const QString specimenTd1Long =
    QStringLiteral("I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<");
const QString specimenTd2 = QStringLiteral("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6");
const QString specimenTd3 =
    QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10");
const QString specimenMrva =
    QStringLiteral("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<");
const QString specimenMrvb = QStringLiteral("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<");
const QString specimenFrench = QStringLiteral("IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<\n8806923102858CORINNE<<<<<<<6512068F6");
} // namespace

class TestMrz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void specimens_data();
    void specimens();
    void tolerates_data();
    void tolerates();
    void everyWrongCharacterIsNoticed_data();
    void everyWrongCharacterIsNoticed();
    void names_data();
    void names();
    void dates_data();
    void dates();
    void longNumbers_data();
    void longNumbers();
    void rules_data();
    void rules();
    void codesOfCards_data();
    void codesOfCards();
    void nothingToRead_data();
    void nothingToRead();
    void trust();
};

void TestMrz::specimens_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<FieldMap>("fields");

    const FieldMap anna{{"issuingState", "UTO"},     {"surname", "ERIKSSON"},     {"givenNames", "ANNA MARIA"},
                        {"nationality", "UTO"},      {"birthDate", "1974-08-12"}, {"sex", "F"},
                        {"expiryDate", "2012-04-15"}};
    const auto with = [](FieldMap fields, const FieldMap &more) {
        fields.insert(more);
        return fields;
    };
    QTest::newRow("TD1") << specimenTd1 << "mrz-td1" << with(anna, {{"documentType", "I"}, {"documentNumber", "D23145890"}});
    QTest::newRow("TD1 long number, the filler within it counted")
        << "I<UTOD23145890<1240<XYZ<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<8\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"
        << "mrz-td1" << with(anna, {{"documentType", "I"}, {"documentNumber", "D23145890124"}, {"optionalData", "XYZ"}});
    QTest::newRow("TD1 long number") << specimenTd1Long << "mrz-td1"
                                     << FieldMap{{"documentType", "I"},
                                                 {"issuingState", "UTO"},
                                                 {"surname", "STEVENSON"},
                                                 {"givenNames", "PETER JOHN"},
                                                 {"documentNumber", "D23145890734"},
                                                 {"nationality", "UTO"},
                                                 {"birthDate", "1934-07-12"},
                                                 {"sex", "M"},
                                                 {"expiryDate", "1995-07-12"}};
    QTest::newRow("TD2") << specimenTd2 << "mrz-td2" << with(anna, {{"documentType", "I"}, {"documentNumber", "D23145890"}});
    QTest::newRow("TD3") << specimenTd3 << "mrz-td3"
                         << with(anna,
                                 {{"documentType", "P"}, {"documentNumber", "L898902C3"}, {"personalNumber", "ZE184226B"}});
    const FieldMap visa = with(anna, {{"documentType", "V"},
                                      {"documentNumber", "L8988901C"},
                                      {"nationality", "XXX"},
                                      {"birthDate", "1940-09-07"},
                                      {"expiryDate", "1996-12-10"}});
    QTest::newRow("MRV-A") << specimenMrva << "mrz-mrva" << with(visa, {{"optionalData", "6ZE184226B"}});
    QTest::newRow("MRV-B") << specimenMrvb << "mrz-mrvb" << visa;
    QTest::newRow("French identity card is no TD2") << specimenFrench << "none"
                                                    << FieldMap{{"documentType", "ID"},
                                                                {"issuingState", "FRA"},
                                                                {"surname", "BERTHIER"},
                                                                {"givenNames", "CORINNE"},
                                                                {"documentNumber", "880692310285"},
                                                                {"birthDate", "1965-12-06"},
                                                                {"sex", "F"},
                                                                {"issueDate", "1988-06"}};
}

void TestMrz::specimens()
{
    QFETCH(QString, text);
    QFETCH(QString, kind);
    QFETCH(FieldMap, fields);
    const ScanResult result = parseMrz(text, today);
    QCOMPARE(kindName(result.kind), kind);
    QCOMPARE(fieldMap(result), fields);
    QCOMPARE(failedChecks(result), QStringList());
    QVERIFY(result.valid);
    QCOMPARE(joinedLines(result.raw), text);
}

void TestMrz::tolerates_data()
{
    QTest::addColumn<QString>("text");
    const QStringList lines = specimenTd3.split(u'\n');
    QTest::newRow("CRLF") << lines.join(QStringLiteral("\r\n")) + QStringLiteral("\r\n");
    QTest::newRow("CR") << lines.join(u'\r');
    QTest::newRow("lower case") << specimenTd3.toLower();
    QTest::newRow("blank line between") << lines.join(QStringLiteral("\n\n"));
    QTest::newRow("text around") << QStringLiteral("PASSPORT / PASSEPORT\nUtopia\n") + specimenTd3 +
                                        QStringLiteral("\nsee page 3\n");
    QTest::newRow("one line") << lines.join(QString());
    QTest::newRow("one line with a space") << lines.join(u' ');
    QTest::newRow("NUL behind it") << specimenTd3 + QChar(QChar::Null);
    QTest::newRow("between STX and ETX") << QStringLiteral("\x02") + specimenTd3 + QStringLiteral("\r\x03");
    QTest::newRow("each line between STX and ETX")
        << QStringLiteral("\x02") + lines.join(QStringLiteral("\x03\r\x02")) + QStringLiteral("\x03");
    QTest::newRow("behind its name") << QStringLiteral("MRZ: ") + specimenTd3;
    QString spaced;
    for (const QChar c : specimenTd3)
        spaced += QString(c) + (c == u'\n' ? QString() : QStringLiteral(" "));
    QTest::newRow("spaced") << spaced;
    QTest::newRow("spaces for fillers") << QString(specimenTd3).replace(u'<', u' ');
    QTest::newRow("guillemets") << QString(specimenTd3).replace(QStringLiteral("<<"), QStringLiteral("\u00AB"));
    QTest::newRow("name line without its last fillers") << QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA\n") + lines[1];
    QTest::newRow("name line with too many fillers") << lines[0] + QStringLiteral("<<<\n") + lines[1];
    QTest::newRow("broken zone first") << QStringLiteral("P<UTOERIKSSON<<ANNE<MARIA<<<<<<<<<<<<<<<<<<<\n"
                                                         "L898902C36UTO7408122F1204159ZE184226B<<<<<11\n") +
                                              specimenTd3;
}

void TestMrz::tolerates()
{
    QFETCH(QString, text);
    const ScanResult result = parseMrz(text, today);
    QVERIFY(result.valid);
    QCOMPARE(fieldMap(result), fieldMap(parseMrz(specimenTd3, today)));
}

void TestMrz::everyWrongCharacterIsNoticed_data()
{
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("check");
    const auto rows = [](const char *name, int from, int to, const char *check) {
        for (int i = from; i < to; ++i)
            QTest::addRow("%s %d", name, i) << i << QString::fromLatin1(check);
    };
    rows("number", 0, 10, "documentNumber");
    rows("birth", 13, 20, "birthDate");
    rows("expiry", 21, 28, "expiryDate");
    rows("personal", 28, 37, "personalNumber");
    rows("composite", 43, 44, "composite");
}

void TestMrz::everyWrongCharacterIsNoticed()
{
    QFETCH(int, position);
    QFETCH(QString, check);
    QStringList lines = specimenTd3.split(u'\n');
    const QChar was = lines[1][position];
    lines[1][position] = was == u'7' ? QChar(u'8') : QChar(u'7');
    const ScanResult result = parseMrz(joinedLines(lines), today);
    QCOMPARE(result.kind, Kind::MrzTd3);
    QVERIFY(!result.valid);
    QVERIFY2(failedChecks(result).contains(check), qPrintable(failedChecks(result).join(u',')));
}

void TestMrz::names_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("surname");
    QTest::addColumn<QString>("given");
    QTest::newRow("compound surname") << "VAN<DER<MUELLEN<<ADRIANA<MARIA"
                                      << "VAN DER MUELLEN"
                                      << "ADRIANA MARIA";
    QTest::newRow("primary identifier only") << "ARKFREITH"
                                             << "ARKFREITH"
                                             << "";
    QTest::newRow("primary identifier of two parts") << "ABU<BAKR"
                                                     << "ABU BAKR"
                                                     << "";
    QTest::newRow("truncated at the end") << "NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K"
                                          << "NILAVADHANANANDA"
                                          << "CHAYAPA DEJTHAMRONG K";
    QTest::newRow("double filler within given names") << "SMITH<<JOHN<<PAUL"
                                                      << "SMITH"
                                                      << "JOHN PAUL";
    QTest::newRow("initial") << "PAPANDROPOULOUS<<J"
                             << "PAPANDROPOULOUS"
                             << "J";
    QTest::newRow("primary identifier left empty") << "<<FIRST<NAME"
                                                   << ""
                                                   << "FIRST NAME";
}

void TestMrz::names()
{
    QFETCH(QString, field);
    QFETCH(QString, surname);
    QFETCH(QString, given);
    MrzSample sample;
    sample.names = field;
    const ScanResult result = parseMrz(joinedLines(sampleTwoLines(sample, 44, false)), today);
    QVERIFY(result.valid);
    QCOMPARE(result.value(u"surname"), surname);
    QCOMPARE(result.value(u"givenNames"), given);
}

void TestMrz::dates_data()
{
    QTest::addColumn<QString>("birth");
    QTest::addColumn<QString>("birthIso");
    QTest::addColumn<QString>("expiry");
    QTest::addColumn<QString>("expiryIso");
    QTest::addColumn<bool>("valid");
    QTest::newRow("born yesterday") << "261123"
                                    << "2026-11-23"
                                    << "311123"
                                    << "2031-11-23" << true;
    QTest::newRow("born today") << "261124"
                                << "2026-11-24"
                                << "311123"
                                << "2031-11-23" << true;
    QTest::newRow("never born in the future") << "261125"
                                              << "1926-11-25"
                                              << "311123"
                                              << "2031-11-23" << true;
    QTest::newRow("leap day") << "000229"
                              << "2000-02-29"
                              << "280229"
                              << "2028-02-29" << true;
    QTest::newRow("leap day that is none") << "010229"
                                           << ""
                                           << "310101"
                                           << "2031-01-01" << false;
    QTest::newRow("month 13") << "991301"
                              << ""
                              << "310101"
                              << "2031-01-01" << false;
    QTest::newRow("day unknown") << "7408<<"
                                 << "1974-08"
                                 << "310101"
                                 << "2031-01-01" << true;
    QTest::newRow("day and month unknown") << "74<<<<"
                                           << "1974"
                                           << "310101"
                                           << "2031-01-01" << true;
    QTest::newRow("all unknown") << "<<<<<<"
                                 << ""
                                 << "310101"
                                 << "2031-01-01" << true;
    QTest::newRow("only the year of this century") << "24<<<<"
                                                   << "2024"
                                                   << "310101"
                                                   << "2031-01-01" << true;
    QTest::newRow("zeros for unknown") << "740000"
                                       << "1974"
                                       << "310101"
                                       << "2031-01-01" << false;
    QTest::newRow("half a part unknown") << "740<12"
                                         << ""
                                         << "310101"
                                         << "2031-01-01" << false;
    QTest::newRow("expired long ago") << "400907"
                                      << "1940-09-07"
                                      << "961210"
                                      << "1996-12-10" << true;
    QTest::newRow("expires in 50 years") << "990101"
                                         << "1999-01-01"
                                         << "760101"
                                         << "2076-01-01" << true;
    QTest::newRow("never born after the expiry") << "260101"
                                                 << "1926-01-01"
                                                 << "250101"
                                                 << "2025-01-01" << true;
    QTest::newRow("born in a year after the expiry") << "26<<<<"
                                                     << "1926"
                                                     << "250101"
                                                     << "2025-01-01" << true;
    QTest::newRow("born on the day of expiry") << "250101"
                                               << "2025-01-01"
                                               << "250101"
                                               << "2025-01-01" << true;
    QTest::newRow("a young holder and no end") << "050101"
                                               << "2005-01-01"
                                               << "991231"
                                               << "2099-12-31" << true;
    QTest::newRow("no expiry") << "990101"
                               << "1999-01-01"
                               << "<<<<<<"
                               << "" << false;
}

void TestMrz::dates()
{
    QFETCH(QString, birth);
    QFETCH(QString, expiry);
    QFETCH(bool, valid);
    MrzSample sample;
    sample.birth = birth;
    sample.expiry = expiry;
    const ScanResult result = parseMrz(joinedLines(sampleTwoLines(sample, 44, false)), today);
    QCOMPARE(result.kind, Kind::MrzTd3);
    QTEST(result.value(u"birthDate"), "birthIso");
    QTEST(result.value(u"expiryDate"), "expiryIso");
    QCOMPARE(result.valid, valid);
    const auto end = result.field(u"expiryDate");
    QVERIFY(!end || end->value < QStringLiteral("2077") || end->trust == Trust::Unsure);
}

void TestMrz::longNumbers_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("optional");
    for (const int length : {30, 36}) {
        QTest::addRow("%d: nine", length) << length << "AB1234567"
                                          << "";
        QTest::addRow("%d: short", length) << length << "AB12"
                                           << "X1";
        QTest::addRow("%d: ten", length) << length << "AB12345678"
                                         << "";
        QTest::addRow("%d: thirteen", length) << length << "AB12345678901"
                                              << "";
    }
    QTest::newRow("30: long with optional data") << 30 << "AB12345678901"
                                                 << "Q55";
    QTest::newRow("30: longest") << 30 << "AB123456789012345678901"
                                 << "";
}

void TestMrz::longNumbers()
{
    QFETCH(int, length);
    QFETCH(QString, number);
    QFETCH(QString, optional);
    MrzSample sample;
    sample.code = QStringLiteral("ID");
    sample.number = number;
    sample.optional = optional;
    const QStringList lines = length == 30 ? sampleTd1(sample) : sampleTwoLines(sample, 36, false);
    const ScanResult result = parseMrz(joinedLines(lines), today);
    QCOMPARE(failedChecks(result), QStringList());
    QVERIFY(result.valid);
    QCOMPARE(result.value(u"documentNumber"), number);
    QCOMPARE(result.value(u"optionalData"), optional);
}

void TestMrz::rules_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QStringList>("failed");
    QTest::newRow("Germany") << "state"
                             << "D"
                             << "issuingState"
                             << "D" << QStringList();
    // Doc 9303 part 3, section 5, parts B to D: what ICAO has reserved beside ISO 3166-1.
    for (const char *code : {"UTO", "EUE", "UNO", "UNA", "UNK", "RKS", "XBA", "XCC", "XCE", "XCO",
                             "XDC", "XEC", "XES", "XIM", "XMP", "XOM", "XPO", "GBR", "TWN", "PSE"})
        QTest::addRow("issuer %s", code) << "state" << code << "issuingState" << code << QStringList();
    for (const char *code : {"XXA", "XXB", "XXC", "XXX", "GBD", "GBN", "GBO", "GBP", "GBS", "UNK", "CHN", "D"})
        QTest::addRow("national %s", code) << "nationality" << code << "nationality" << code << QStringList();
    QTest::newRow("unknown issuer") << "state"
                                    << "QQQ"
                                    << "issuingState"
                                    << "QQQ" << QStringList{"issuingState"};
    QTest::newRow("unknown nationality") << "nationality"
                                         << "ZZZ"
                                         << "nationality"
                                         << "ZZZ" << QStringList{"nationality"};
    QTest::newRow("sex not told") << "sex"
                                  << "<"
                                  << "sex"
                                  << "X" << QStringList();
    QTest::newRow("sex X") << "sex"
                           << "X"
                           << "sex"
                           << "X" << QStringList();
    QTest::newRow("sex H") << "sex"
                           << "H"
                           << "sex"
                           << "" << QStringList{"sex"};
    QTest::newRow("digit in the name") << "names"
                                       << "ER1KSSON<<ANNA"
                                       << "surname"
                                       << "ER1KSSON" << QStringList{"names"};
    QTest::newRow("service passport") << "code"
                                      << "PS"
                                      << "documentType"
                                      << "PS" << QStringList();
    QTest::newRow("no passport") << "code"
                                 << "X"
                                 << "documentType"
                                 << "X" << QStringList{"documentType"};
    QTest::newRow("no personal number") << "optional"
                                        << ""
                                        << "personalNumber"
                                        << "" << QStringList();
}

void TestMrz::rules()
{
    QFETCH(QString, what);
    QFETCH(QString, value);
    QFETCH(QString, field);
    QFETCH(QStringList, failed);
    MrzSample sample;
    const QMap<QString, QString *> targets{{"state", &sample.state}, {"nationality", &sample.nationality},
                                           {"sex", &sample.sex},     {"names", &sample.names},
                                           {"code", &sample.code},   {"optional", &sample.optional}};
    *targets[what] = value;
    const ScanResult result = parseMrz(joinedLines(sampleTwoLines(sample, 44, false)), today);
    QTEST(result.value(field), "expected");
    QCOMPARE(failedChecks(result), failed);
    QCOMPARE(result.valid, failed.isEmpty());
}

void TestMrz::codesOfCards_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("state");
    QTest::addColumn<bool>("holds");
    for (const char *code : {"I", "ID", "IR", "IP", "IS", "AC", "AR", "A", "C", "CR"})
        QTest::addRow("%s", code) << code << "UTO" << true;
    QTest::newRow("resident of the United States") << "C1"
                                                   << "USA" << true;
    QTest::newRow("the second such card") << "C2"
                                          << "USA" << true;
    QTest::newRow("a digit from elsewhere") << "C1"
                                            << "UTO" << false;
    QTest::newRow("a digit behind an I") << "I1"
                                         << "USA" << false;
    QTest::newRow("a visa is no card") << "IV"
                                       << "UTO" << false;
    QTest::newRow("a passport is no card") << "P"
                                           << "UTO" << false;
}

void TestMrz::codesOfCards()
{
    QFETCH(QString, code);
    QFETCH(QString, state);
    QFETCH(bool, holds);
    MrzSample sample;
    sample.code = code;
    sample.state = state;
    const ScanResult result = parseMrz(joinedLines(sampleTd1(sample)), today);
    QCOMPARE(result.kind, Kind::MrzTd1);
    QCOMPARE(result.value(u"documentType"), code);
    QCOMPARE(failedChecks(result), holds ? QStringList() : QStringList{"documentType"});
}

void TestMrz::nothingToRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << "";
    QTest::newRow("prose") << "The quick brown fox\njumps over\nthe lazy dog";
    QTest::newRow("fillers") << QString(44, u'<') + u'\n' + QString(44, u'<');
    QTest::newRow("letters of the right length") << QString(44, u'A') + u'\n' + QString(44, u'B');
    QTest::newRow("half a zone") << specimenTd3.section(u'\n', 1);
    QTest::newRow("lines in the wrong order") << specimenTd3.section(u'\n', 1) + u'\n' + specimenTd3.section(u'\n', 0, 0);
    QTest::newRow("number line cut") << specimenTd3.chopped(1);
    QTest::newRow("control characters") << QString(specimenTd3).replace(u'L', QChar(0));
    QTest::newRow("a megabyte") << QString(1 << 20, u'P');
}

void TestMrz::nothingToRead()
{
    QFETCH(QString, text);
    QCOMPARE(parseMrz(text, today), ScanResult());
}

void TestMrz::trust()
{
    ScanResult result = parseMrz(specimenTd3, today);
    for (const char *name : {"documentNumber", "birthDate", "expiryDate", "personalNumber"})
        QCOMPARE(result.field(QString::fromLatin1(name))->trust, Trust::Checked);
    QCOMPARE(result.field(u"surname")->trust, Trust::Read);

    MrzSample sample;
    sample.names = QStringLiteral("NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K");
    result = parseMrz(joinedLines(sampleTwoLines(sample, 44, false)), today);
    QCOMPARE(result.field(u"givenNames")->trust, Trust::Unsure);
}

GATEHOUSE_TEST(QCoreApplication, TestMrz);
#include "tst_mrz.moc"
