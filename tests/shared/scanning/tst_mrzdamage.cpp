// SPDX-License-Identifier: GPL-3.0-or-later
// Zones that lost or won characters on their way, and texts with more than one zone: nothing wrong may pass without a mark.
#include "documentsamples.h"
#include "parsing/mrz.h"
#include "parsing/scannerpayload.h"
#include "scanresults.h"
#include "testprogram.h"

#include <QTest>

using namespace gatehouse::scanning;
using namespace gatehouse::test;

namespace
{
const QStringList firstLine{"documentType", "issuingState", "surname", "givenNames"};
const QStringList nameFields{"surname", "givenNames"};

bool failsOneDocument(const ScanResult &result)
{
    return result.checks.contains(Check{QStringLiteral("oneDocument"), false});
}

QString passport(const MrzSample &sample)
{
    return sampleTwoLines(sample, 44, false).join(u'\n') + u'\n';
}
} // namespace

class TestMrzDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nameLineOfAnotherLengthIsInDoubt_data();
    void nameLineOfAnotherLengthIsInDoubt();
    void optionalDataMayLackItsFillers_data();
    void optionalDataMayLackItsFillers();
    void partingThatIsNotToldIsInDoubt_data();
    void partingThatIsNotToldIsInDoubt();
    void differentDocumentsAreNotOneOfThem_data();
    void differentDocumentsAreNotOneOfThem();
    void invisibleCharactersMakeNoZone();
};

void TestMrzDamage::nameLineOfAnotherLengthIsInDoubt_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("surname");
    QTest::addColumn<QStringList>("unsure");
    const auto row = [](const char *name, QStringList lines, int nameLine, const QString &line, const char *surname) {
        lines[nameLine] = line;
        QTest::newRow(name) << lines << QString::fromLatin1(surname) << (nameLine == 2 ? nameFields : firstLine);
    };
    const QStringList td3 = sampleTwoLines({}, 44, false);
    row("TD3, letter lost", td3, 0, QString(td3[0]).remove(8, 1), "ERISSON");
    row("TD3, letter too many", td3, 0, QString(td3[0]).insert(8, u'X'), "ERIXKSSON");
    row("TD3, filler lost between surname and given names", td3, 0, QString(td3[0]).replace("<<ANNA", "<ANNA"),
        "ERIKSSON ANNA MARIA");
    row("TD3, 20 characters", td3, 0, td3[0].left(20), "ERIKSSON");
    row("TD3, fillers at the end lost", td3, 0, td3[0].left(25), "ERIKSSON");
    row("TD3, a filler too many", td3, 0, td3[0] + u'<', "ERIKSSON");
    MrzSample card;
    card.code = QStringLiteral("I");
    const QStringList td1 = sampleTd1(card), td2 = sampleTwoLines(card, 36, false);
    row("TD1, letter lost", td1, 2, QString(td1[2]).remove(3, 1), "ERISSON");
    row("TD1, fillers at the end lost", td1, 2, td1[2].left(20), "ERIKSSON");
    row("TD2, letter lost", td2, 0, QString(td2[0]).remove(8, 1), "ERISSON");
    MrzSample visa;
    visa.code = QStringLiteral("V");
    const QStringList mrva = sampleTwoLines(visa, 44, true), mrvb = sampleTwoLines(visa, 36, true);
    row("MRV-A, letter lost", mrva, 0, QString(mrva[0]).remove(8, 1), "ERISSON");
    row("MRV-B, letter lost", mrvb, 0, QString(mrvb[0]).remove(8, 1), "ERISSON");
}

void TestMrzDamage::nameLineOfAnotherLengthIsInDoubt()
{
    QFETCH(QStringList, lines);
    QFETCH(QString, surname);
    QFETCH(QStringList, unsure);
    const ScanResult result = parseMrz(lines.join(u'\n') + u'\n', today);
    QCOMPARE(result.value(u"surname"), surname);
    QStringList marked = unsure;
    if (result.value(u"givenNames").isEmpty())
        marked.removeAll(QStringLiteral("givenNames"));
    QCOMPARE(doubtful(result), marked);
    QCOMPARE(result.raw, lines);
    // A hand scanner's line goes the same way.
    const ScanResult scanned = parseScannerPayload(lines.join(u'\r').toLatin1(), today);
    QCOMPARE(doubtful(scanned), doubtful(result));
}

void TestMrzDamage::optionalDataMayLackItsFillers_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<QStringList>("unsure");
    const auto row = [](const char *name, const QStringList &lines, Kind kind, bool valid, const QStringList &unsure) {
        QTest::newRow(name) << lines << kind << valid << unsure;
    };
    const auto stripped = [](QStringList lines, std::initializer_list<int> which) {
        for (const int line : which) {
            while (lines[line].endsWith(u'<'))
                lines[line].chop(1);
        }
        return lines;
    };
    MrzSample card;
    card.code = QStringLiteral("C");
    const QStringList td1 = sampleTd1(card), head{"documentType", "issuingState", "documentNumber"};
    row("TD1, number line", stripped(td1, {0}), Kind::MrzTd1, true, head);
    row("TD1, number line and name line", stripped(td1, {0, 2}), Kind::MrzTd1, true, firstLine + QStringList{"documentNumber"});
    row("TD1, some fillers left", {td1[0].chopped(4), td1[1], td1[2]}, Kind::MrzTd1, true, head);
    row("TD1, fillers too many", {td1[0] + u'<', td1[1], td1[2]}, Kind::MrzTd1, true, head);
    row("TD1, no check digit left", {td1[0].left(14), td1[1], td1[2]}, Kind::None, false, {});
    row("TD1, a letter too many", {td1[0] + u'X', td1[1], td1[2]}, Kind::None, false, {});
    row("TD1, line of the dates cut", {td1[0], td1[1].chopped(1), td1[2]}, Kind::None, false, {});
    row("TD1, of the digits one holds", {td1[0].left(15).replace(7, 1, u'X'), QString(td1[1]).replace(1, 1, u'9'), td1[2]},
        Kind::None, false, {});
    MrzSample numbered = card;
    numbered.number = QStringLiteral("L898902C34567");
    row("TD1, long number", stripped(sampleTd1(numbered), {0}), Kind::MrzTd1, true, head);
    MrzSample visa;
    visa.code = QStringLiteral("V");
    const QStringList mrva = sampleTwoLines(visa, 44, true), mrvb = sampleTwoLines(visa, 36, true);
    row("MRV-A", stripped(mrva, {1}), Kind::MrzMrva, true, {});
    row("MRV-B", stripped(mrvb, {1}), Kind::MrzMrvb, true, {});
    row("MRV-B, some fillers left", {mrvb[0], mrvb[1].chopped(3)}, Kind::MrzMrvb, true, {});
    row("MRV-B, name line", stripped(mrvb, {0}), Kind::MrzMrvb, true, firstLine);
    visa.optional = QStringLiteral("AB12");
    row("MRV-B, with optional data", stripped(sampleTwoLines(visa, 36, true), {1}), Kind::MrzMrvb, true, {"optionalData"});
    row("MRV-B, expiry cut", {mrvb[0], mrvb[1].left(27)}, Kind::None, false, {});
    row("MRV-B, a digit lost", {mrvb[0], QString(mrvb[1]).remove(3, 1)}, Kind::None, false, {});
    const QStringList td2 = sampleTwoLines(card, 36, false);
    row("TD2, composite digit lost", {td2[0], td2[1].chopped(1)}, Kind::None, false, {});
}

void TestMrzDamage::optionalDataMayLackItsFillers()
{
    QFETCH(QStringList, lines);
    const ScanResult result = parseMrz(lines.join(u'\n') + u'\n', today);
    QTEST(result.kind, "kind");
    QTEST(result.valid, "valid");
    QTEST(doubtful(result), "unsure");
    if (result.kind != Kind::None) {
        QCOMPARE(result.raw, lines);
        QCOMPARE(result.value(u"documentNumber").left(9), QStringLiteral("L898902C3"));
        QCOMPARE(result.value(u"surname"), QStringLiteral("ERIKSSON"));
    }
}

void TestMrzDamage::partingThatIsNotToldIsInDoubt_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QStringList>("unsure");
    QTest::newRow("told") << "ERIKSSON<<ANNA<MARIA" << QStringList();
    QTest::newRow("surname of three parts") << "VAN<DER<MUELLEN<<ADRIANA<MARIA" << QStringList();
    QTest::newRow("one filler in the place of two") << "ERIKSSON<ANNA<MARIA" << QStringList{"surname"};
    QTest::newRow("one name alone") << "ARKFREITH" << QStringList{"surname"};
    QTest::newRow("two in the place of one") << "VAN<<DER<MUELLEN<<ADRIANA" << nameFields;
    QTest::newRow("given names alone") << "<<ANNA<MARIA" << QStringList{"givenNames"};
}

void TestMrzDamage::partingThatIsNotToldIsInDoubt()
{
    QFETCH(QString, field);
    QFETCH(QStringList, unsure);
    for (const int length : {36, 44}) {
        for (const bool visa : {false, true}) {
            MrzSample sample;
            sample.code = visa ? QStringLiteral("V") : length == 36 ? QStringLiteral("I") : QStringLiteral("P");
            sample.names = field;
            const ScanResult result = parseMrz(sampleTwoLines(sample, length, visa).join(u'\n'), today);
            QVERIFY(result.valid);
            QCOMPARE(doubtful(result), unsure);
        }
    }
    MrzSample card;
    card.code = QStringLiteral("I");
    card.names = field;
    if (field.size() < 30)
        QCOMPARE(doubtful(parseMrz(sampleTd1(card).join(u'\n'), today)), unsure);
}

void TestMrzDamage::differentDocumentsAreNotOneOfThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("several");
    MrzSample other;
    other.names = QStringLiteral("MUSTERFRAU<<ERIKA");
    other.number = QStringLiteral("X0000001");
    other.birth = QStringLiteral("800101");
    MrzSample renamed;
    renamed.names = QStringLiteral("OTHER<<ANNA<MARIA");
    MrzSample renewed;
    renewed.number = QStringLiteral("L00000009");
    const QString broken = passport({}).replace("<<ANNA", "<<ANNE").replace("740812", "740813");
    const QString brokenOther = passport(other).replace("UTO800101", "UTO800107");
    QTest::newRow("the same twice") << passport({}) + passport({}) << false;
    QTest::newRow("a bad reading, then a good one") << broken + passport({}) << false;
    QTest::newRow("a good reading, then a bad one") << passport({}) + broken << false;
    QTest::newRow("two people") << passport({}) + passport(other) << true;
    QTest::newRow("text between") << passport({}) + QStringLiteral("\nand of my wife:\n") + passport(other) << true;
    QTest::newRow("one of them forged") << passport({}) + brokenOther << true;
    QTest::newRow("the same number, another name") << passport({}) + passport(renamed) << true;
    QTest::newRow("the same person, another number") << passport({}) + passport(renewed) << true;
    MrzSample card = other;
    card.code = QStringLiteral("I");
    QTest::newRow("a passport and a card") << passport({}) + sampleTd1(card).join(u'\n') << true;
}

void TestMrzDamage::differentDocumentsAreNotOneOfThem()
{
    QFETCH(QString, text);
    QFETCH(bool, several);
    const ScanResult result = parseMrz(text, today);
    QCOMPARE(result.kind, Kind::MrzTd3);
    QCOMPARE(result.valid, !several);
    QCOMPARE(failsOneDocument(result), several);
    QCOMPARE(doubtful(result).size(), several ? result.fields.size() : 0);
}

void TestMrzDamage::invisibleCharactersMakeNoZone()
{
    QString text = passport({});
    for (const char16_t c : {u'\u202e', u'\u200b', u'\u0007'})
        QCOMPARE(parseMrz(QString(text).insert(5, QChar(c)), today), ScanResult());
}

GATEHOUSE_TEST(QCoreApplication, TestMrzDamage);
#include "tst_mrzdamage.moc"
