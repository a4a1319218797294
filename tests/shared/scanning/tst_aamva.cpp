// SPDX-License-Identifier: GPL-3.0-or-later
#include "parsing/aamva.h"
#include "parsing/parsetext.h"
#include "parsing/payload.h"
#include "scanresults.h"
#include "testprogram.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace gatehouse::scanning;
using namespace gatehouse::test;

namespace
{
QDir goldenFolder()
{
    return QDir(QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/shared/scanning/data/aamva"));
}

// Golden payloads are kept readable: \n, \r, \xHH and \\ are escaped, a line break of the file itself means nothing.
QByteArray unescaped(QByteArray text)
{
    text.replace('\n', "");
    QByteArray bytes;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] != '\\') {
            bytes.append(text[at]);
            continue;
        }
        const char kind = text[++at];
        if (kind == 'x') {
            bytes.append(char(text.mid(at + 1, 2).toInt(nullptr, 16)));
            at += 2;
        } else {
            bytes.append(kind == 'n' ? '\n' : kind == 'r' ? '\r' : kind);
        }
    }
    return bytes;
}

QByteArray golden(const QString &name, const QString &suffix)
{
    QFile file(goldenFolder().filePath(name + suffix));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray licence()
{
    return unescaped(golden(QStringLiteral("v10-full"), QStringLiteral(".payload")));
}
} // namespace

class TestAamva : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void golden_data();
    void golden();
    void everyGoldenFileHasItsPair();
    void otherTextIsNoLicence_data();
    void otherTextIsNoLicence();
    void truncatedNamesAreMarked();
    void cutElementIsMarked();
    void nothingIsMoreThanRead();
    void megabyteInOneElement();
    void controlCharactersInsideMakeAFieldUnsure_data();
    void controlCharactersInsideMakeAFieldUnsure();
    void oneNameAloneIsMarked_data();
    void oneNameAloneIsMarked();
    void issuedAfterTomorrowFails_data();
    void issuedAfterTomorrowFails();
    void hugeNameIsNoField_data();
    void hugeNameIsNoField();
    void bornAfterTodayFails();
    void parserIsChosenByName();
    void everyPrefixIsSafe();
    void payloadKinds_data();
    void payloadKinds();
    void verifierDecidesOverBadges();
};

void TestAamva::golden_data()
{
    QTest::addColumn<QString>("name");
    const QStringList files = goldenFolder().entryList({QStringLiteral("*.payload")}, QDir::Files, QDir::Name);
    QVERIFY(files.size() >= 40);
    for (const QString &file : files)
        QTest::addRow("%s", qPrintable(file)) << file.chopped(8);
}

void TestAamva::golden()
{
    QFETCH(QString, name);
    const QByteArray payload = unescaped(::golden(name, QStringLiteral(".payload")));
    const QJsonObject expected = QJsonDocument::fromJson(::golden(name, QStringLiteral(".json"))).object();
    QVERIFY(!expected.isEmpty());
    QJsonObject actual = toJson(parseAamva(payload, today));
    QCOMPARE(actual.take(QStringLiteral("raw")).toArray().size(), 1);
    const auto text = [](const QJsonObject &object) { return QJsonDocument(object).toJson(); };
    QCOMPARE(text(actual), text(expected));
}

void TestAamva::everyGoldenFileHasItsPair()
{
    const QStringList answers = goldenFolder().entryList({QStringLiteral("*.json")}, QDir::Files);
    for (const QString &answer : answers)
        QVERIFY2(goldenFolder().exists(answer.chopped(5) + QStringLiteral(".payload")), qPrintable(answer));
}

void TestAamva::otherTextIsNoLicence_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("words") << QByteArrayLiteral("DAQUIRI AND DADDY COOL");
    QTest::newRow("address of a web page") << QByteArrayLiteral("https://example.org/ANSI/636");
    QTest::newRow("boarding pass") << QByteArrayLiteral("M1MOTORIST/UTOPIA     E0000000 XXXYYYZZ 0000 001Y001A0001 100");
    QTest::newRow("two elements only") << QByteArrayLiteral("DAQ123\nDBB01011990\n");
    QTest::newRow("ANSI without a number") << QByteArrayLiteral("@\n\x1e\rANSI DL");
    QTest::newRow("zeros") << QByteArray(500, '\0');
    QTest::newRow("noise") << QByteArray::fromHex("fffe1b00d8ff80").repeated(30);
    QTest::newRow("shipping label") << QByteArrayLiteral("[)>\x1e"
                                                         "01\x1d"
                                                         "0200001\x1d"
                                                         "840\x1d"
                                                         "001\x1e\x04");
}

void TestAamva::otherTextIsNoLicence()
{
    QFETCH(QByteArray, text);
    QCOMPARE(parseAamva(text, today), ScanResult());
}

void TestAamva::truncatedNamesAreMarked()
{
    const ScanResult result = parseAamva(licence().replace("DDEN", "DDET"), today);
    QVERIFY(result.valid);
    QCOMPARE(result.field(u"surname")->trust, Trust::Unsure);
    QCOMPARE(result.field(u"givenNames")->trust, Trust::Read);
}

void TestAamva::cutElementIsMarked()
{
    const QByteArray whole = licence();
    const ScanResult result = parseAamva(whole.left(whole.indexOf("DAI") + 5), today);
    QCOMPARE(result.field(u"city")->trust, Trust::Unsure);
    QCOMPARE(result.field(u"street")->trust, Trust::Read);
    QVERIFY(!result.valid);
}

void TestAamva::nothingIsMoreThanRead()
{
    for (const Field &field : parseAamva(licence(), today).fields)
        QCOMPARE(field.trust, Trust::Read);
}

void TestAamva::megabyteInOneElement()
{
    const ScanResult result = parseAamva(licence().replace("DAQX00000001", "DAQ" + QByteArray(1 << 20, 'A')), today);
    QCOMPARE(result.kind, Kind::Aamva);
    QVERIFY(!result.valid);
    QVERIFY(!result.field(u"documentNumber"));
}

void TestAamva::controlCharactersInsideMakeAFieldUnsure_data()
{
    QTest::addColumn<QByteArray>("surname");
    QTest::addColumn<Trust>("trust");
    QTest::newRow("none") << QByteArray("MOTORIST") << Trust::Read;
    QTest::newRow("inside") << QByteArray("MOTO\0RI\x07ST", 10) << Trust::Unsure;
    QTest::newRow("before it") << QByteArray("\x07MOTORIST") << Trust::Read;
    QTest::newRow("behind it") << QByteArray("MOTORIST \0", 10) << Trust::Read;
}

void TestAamva::controlCharactersInsideMakeAFieldUnsure()
{
    QFETCH(QByteArray, surname);
    QFETCH(Trust, trust);
    const ScanResult result = parseAamva(licence().replace("MOTORIST", surname), today);
    QCOMPARE(result.value(u"surname"), QStringLiteral("MOTORIST"));
    QCOMPARE(result.field(u"surname")->trust, trust);
    QCOMPARE(result.field(u"givenNames")->trust, Trust::Read);
    QVERIFY(result.valid);
}

void TestAamva::oneNameAloneIsMarked_data()
{
    QTest::addColumn<QByteArray>("surname");
    for (const char *nothing : {"UNK", "NONE", "unavl", "", ","})
        QTest::addRow("surname \"%s\"", nothing) << QByteArray(nothing);
}

void TestAamva::oneNameAloneIsMarked()
{
    QFETCH(QByteArray, surname);
    const ScanResult result = parseAamva(licence().replace("DCSMOTORIST", "DCS" + surname), today);
    QVERIFY(!result.field(u"surname"));
    QCOMPARE(result.field(u"givenNames")->trust, Trust::Unsure);
}

void TestAamva::issuedAfterTomorrowFails_data()
{
    QTest::addColumn<int>("daysAhead");
    QTest::addColumn<bool>("holds");
    QTest::newRow("today") << 0 << true;
    QTest::newRow("tomorrow: where it was issued that may be today") << 1 << true;
    QTest::newRow("the day after") << 2 << false;
    QTest::newRow("next year") << 365 << false;
}

void TestAamva::issuedAfterTomorrowFails()
{
    QFETCH(int, daysAhead);
    QFETCH(bool, holds);
    const ScanResult plain = parseAamva(licence(), today);
    const QDate issued = QDate::fromString(plain.value(u"issueDate"), Qt::ISODate);
    const ScanResult result = parseAamva(licence(), issued.addDays(-daysAhead));
    QVERIFY(result.checks.contains({QStringLiteral("dates"), holds}));
}

void TestAamva::hugeNameIsNoField_data()
{
    QTest::addColumn<QByteArray>("element");
    QTest::addColumn<int>("length");
    QTest::addColumn<bool>("valid");
    QTest::newRow("surname as long as any") << QByteArray("DCSMOTORIST") << 128 << true;
    QTest::newRow("surname one too long") << QByteArray("DCSMOTORIST") << 129 << false;
    QTest::newRow("huge surname") << QByteArray("DCSMOTORIST") << 10000 << false;
    QTest::newRow("first name") << QByteArray("DACUTOPIA") << 129 << false;
    QTest::newRow("middle name") << QByteArray("DADANNE") << 129 << false;
}

/// The name that is left is not the holder's: something mandatory is missing.
void TestAamva::hugeNameIsNoField()
{
    QFETCH(QByteArray, element);
    QFETCH(int, length);
    QFETCH(bool, valid);
    QVERIFY(licence().contains(element));
    const QByteArray name(length, 'M');
    const ScanResult result = parseAamva(licence().replace(element, element.left(3) + name), today);
    QCOMPARE(result.valid, valid);
    QVERIFY(result.checks.contains({QStringLiteral("requiredElements"), valid}));
    const QString whole = result.value(u"surname") + QLatin1Char(' ') + result.value(u"givenNames");
    QCOMPARE(whole.contains(QString::fromLatin1(name)), valid);
}

void TestAamva::bornAfterTodayFails()
{
    QVERIFY(parseAamva(licence(), QDate(2026, 1, 1)).valid);
    QVERIFY(!parseAamva(licence(), QDate(1988, 2, 28)).valid);
}

void TestAamva::parserIsChosenByName()
{
    QCOMPARE(parserKindFromName(u"aamva"), std::optional(ParserKind::Aamva));
    QCOMPARE(parserKindFromName(u"AAMVA"), std::nullopt);
    QCOMPARE(parseText(ParserKind::Aamva, licence(), today), parseAamva(licence(), today));
    QCOMPARE(parseText(ParserKind::Mrz, licence(), today).kind, Kind::None);
    QCOMPARE(parseText(ParserKind::CnId, licence(), today).kind, Kind::None);
}

void TestAamva::everyPrefixIsSafe()
{
    const QByteArray whole = licence();
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const ScanResult result = parseAamva(whole.left(length), today);
        QVERIFY(!result.valid || length > whole.indexOf("DAK"));
        for (const Field &field : result.fields) {
            if (result.valid && field.trust != Trust::Unsure)
                QCOMPARE(field.value, parseAamva(whole, today).value(field.name));
        }
    }
}

void TestAamva::payloadKinds_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("kind");
    QTest::newRow("licence") << licence() << "aamva";
    QTest::newRow("badge") << QByteArrayLiteral("GH1:%69 VD92EX0") << "badge";
    QTest::newRow("badge with line end") << QByteArrayLiteral("GH1:%69 VD92EX0\r\n") << "badge";
    QTest::newRow("invitation") << QByteArrayLiteral("GI1:%69 VD92EX0") << "invite";
    QTest::newRow("web address") << QByteArrayLiteral("https://example.org") << "barcode";
    QTest::newRow("bytes") << QByteArray("\x00\xff\x01", 3) << "barcode";
    QTest::newRow("nothing") << QByteArray() << "none";
    QTest::newRow("white space") << QByteArrayLiteral(" \r\n") << "none";
}

void TestAamva::payloadKinds()
{
    QFETCH(QByteArray, payload);
    QFETCH(QString, kind);
    const ScanResult result = parsePayload(payload, today);
    QCOMPARE(kindName(result.kind), kind);
    if (result.kind != Kind::Aamva) {
        QVERIFY(result.fields.isEmpty());
        QVERIFY(result.checks.isEmpty());
        QVERIFY(!result.valid);
    }
}

void TestAamva::verifierDecidesOverBadges()
{
    for (const bool genuine : {true, false}) {
        const auto verifier = [genuine](Kind, const QString &) { return QList<Check>{{QStringLiteral("signature"), genuine}}; };
        const ScanResult result = parsePayload(QByteArrayLiteral("GH1:ABC"), today, verifier);
        QCOMPARE(result.valid, genuine);
        QCOMPARE(result.raw, QStringList{QStringLiteral("GH1:ABC")});
        QCOMPARE(result.checks.size(), 1);
    }
}

GATEHOUSE_TEST(QCoreApplication, TestAamva);
#include "tst_aamva.moc"
