// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanresults.h"
#include "simulatedcard.h"
#include "testprogram.h"

#include <QTest>

using namespace gatehouse::scanning;
using namespace gatehouse::test;

namespace
{
ScanResult throughTheLine(const CnIdRecord &record)
{
    const auto read = sam::cardText(cardData(record));
    return read ? parseScannerPayload(toPayload(*read), today) : ScanResult();
}
} // namespace

class TestSamFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commandsAsDocumented();
    void answersAsDocumented_data();
    void answersAsDocumented();
    void piecesAndNoise();
    void wrongChecksumIsNoticed();
    void everyFlippedBitIsNoticed();
    void disturbedLengthLosesOneFrameOnly();
    void cardIsReadWhole();
    void permitHasNoEthnicity();
    void checksOfTheCard_data();
    void checksOfTheCard();
    void otherRecordsAreRefused();
    void valuesCannotBringLines();
    void aLineThatAnotherContradictsIsInDoubt();
    void controlCharactersInsideMakeAFieldUnsure_data();
    void controlCharactersInsideMakeAFieldUnsure();
};

// The sequences that makers of readers print in their manuals.
void TestSamFrame::commandsAsDocumented()
{
    QCOMPARE(sam::findCard().toHex(), QByteArrayLiteral("aaaaaa96690003200122"));
    QCOMPARE(sam::selectCard().toHex(), QByteArrayLiteral("aaaaaa96690003200221"));
    QCOMPARE(sam::readFixed().toHex(), QByteArrayLiteral("aaaaaa96690003300132"));
}

void TestSamFrame::answersAsDocumented_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<uint>("status");
    QTest::addColumn<int>("size");
    QTest::newRow("found") << QByteArrayLiteral("aaaaaa9669000800009f0000000097") << sam::cardFound << 4;
    QTest::newRow("no card") << QByteArrayLiteral("aaaaaa9669000400008084") << sam::noCard << 0;
    QTest::newRow("selected") << QByteArrayLiteral("aaaaaa9669000c00009000000000000000009c") << sam::ok << 8;
    QTest::newRow("not selected") << QByteArrayLiteral("aaaaaa9669000400008185") << 0x81u << 0;
    QTest::newRow("not read") << QByteArrayLiteral("aaaaaa9669000400004145") << 0x41u << 0;
}

void TestSamFrame::answersAsDocumented()
{
    QFETCH(QByteArray, hex);
    QFETCH(uint, status);
    QFETCH(int, size);
    const auto answers = SamFrames().feed(QByteArray::fromHex(hex));
    QCOMPARE(answers.size(), 1);
    QVERIFY(answers.first().intact);
    QCOMPARE(answers.first().status, status);
    QCOMPARE(answers.first().data.size(), size);
}

void TestSamFrame::piecesAndNoise()
{
    const QByteArray stream = QByteArray::fromHex("00ffaaaaaaaa96") + sam::frame(QByteArray::fromHex("000080")) + "noise" +
                              sam::frame(QByteArray::fromHex("00009f00000000")) + QByteArray::fromHex("aaaa");
    SamFrames frames;
    QList<quint32> statuses;
    for (const char c : stream) {
        for (const auto &answer : frames.feed(QByteArray(1, c)))
            statuses.append(answer.intact ? answer.status : 0);
    }
    QCOMPARE(statuses, (QList<quint32>{sam::noCard, sam::cardFound}));
}

void TestSamFrame::wrongChecksumIsNoticed()
{
    QByteArray bytes = sam::frame(QByteArray::fromHex("000090"));
    bytes.back() = char(bytes.back() ^ 1);
    const auto answers = SamFrames().feed(bytes);
    QCOMPARE(answers.size(), 1);
    QVERIFY(!answers.first().intact);
}

void TestSamFrame::everyFlippedBitIsNoticed()
{
    const QByteArray whole = sam::frame(QByteArray::fromHex("000090") + cardData(sampleRecord()));
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray bytes = whole;
        bytes[at] = char(bytes[at] ^ (1 << (at % 8)));
        for (const auto &answer : SamFrames().feed(bytes))
            QVERIFY2(!answer.intact, qPrintable(QString::number(at)));
    }
}

void TestSamFrame::disturbedLengthLosesOneFrameOnly()
{
    QByteArray disturbed = sam::frame(QByteArray::fromHex("000080"));
    disturbed[6] = 9; // five bytes more than there are
    const auto answers = SamFrames().feed(disturbed + sam::frame(QByteArray::fromHex("000090")));
    QVERIFY(answers.size() >= 2);
    QVERIFY(!answers.first().intact);
    QVERIFY(answers.last().intact);
    QCOMPARE(answers.last().status, sam::ok);
}

void TestSamFrame::cardIsReadWhole()
{
    QCOMPARE(sam::cardText(cardData(sampleRecord())), std::optional(sampleRecord()));
    const ScanResult result = throughTheLine(sampleRecord());
    QCOMPARE(result.kind, Kind::CnId);
    QCOMPARE(failedChecks(result), QStringList());
    QVERIFY(result.valid);
    QCOMPARE(result.value(u"fullName"), QStringLiteral("张样本"));
    QCOMPARE(result.value(u"sex"), QStringLiteral("F"));
    QCOMPARE(result.value(u"ethnicity"), QStringLiteral("汉"));
    QCOMPARE(result.value(u"birthDate"), QStringLiteral("1949-12-31"));
    QCOMPARE(result.value(u"address"), QStringLiteral("某省某市某区样本路1号"));
    QCOMPARE(result.value(u"documentNumber"), sampleRecord().number);
    QCOMPARE(result.value(u"issueDate"), QStringLiteral("2016-01-01"));
    QCOMPARE(result.value(u"expiryDate"), QStringLiteral("2036-01-01"));
    for (const Field &field : result.fields)
        QCOMPARE(field.trust, Trust::Checked);
}

void TestSamFrame::permitHasNoEthnicity()
{
    CnIdRecord record = sampleRecord();
    record.permit = true;
    record.ethnicity.clear();
    const ScanResult result = throughTheLine(record);
    QVERIFY(result.valid);
    QVERIFY(!result.field(u"ethnicity"));
}

void TestSamFrame::checksOfTheCard_data()
{
    QTest::addColumn<CnIdRecord>("record");
    QTest::addColumn<QString>("check"); // that fails; "" when the card is incomplete; "-" when it is valid
    const auto row = [](const char *name, QString CnIdRecord::*member, const QString &value, const char *check) {
        CnIdRecord record = sampleRecord();
        record.*member = value;
        QTest::newRow(name) << record << QString::fromLatin1(check);
    };
    row("no end", &CnIdRecord::validUntil, QStringLiteral("长期"), "-");
    row("ends before it begins", &CnIdRecord::validUntil, QStringLiteral("20150101"), "validity");
    row("no day of validity", &CnIdRecord::validFrom, QStringLiteral("20160231"), "validity");
    row("another birth date", &CnIdRecord::birth, QStringLiteral("19491230"), "birthDate");
    row("another sex", &CnIdRecord::sex, QStringLiteral("1"), "sex");
    row("check character", &CnIdRecord::number, QStringLiteral("110105194912310021"), "documentNumber");
    row("no such group", &CnIdRecord::ethnicity, QStringLiteral("57"), "ethnicity");
    row("naturalised", &CnIdRecord::ethnicity, QStringLiteral("98"), "-");
    row("no name", &CnIdRecord::name, QString(), "");
    row("no number", &CnIdRecord::number, QString(), "");
    row("letters for a number", &CnIdRecord::number, QStringLiteral("ABCDEFGHIJKLMNOPQR"), "");
}

void TestSamFrame::checksOfTheCard()
{
    QFETCH(CnIdRecord, record);
    QFETCH(QString, check);
    const ScanResult result = throughTheLine(record);
    QCOMPARE(result.kind, Kind::CnId);
    QCOMPARE(result.valid, check == u"-");
    QCOMPARE(failedChecks(result), check.size() < 2 ? QStringList() : QStringList{check});
}

void TestSamFrame::otherRecordsAreRefused()
{
    const QByteArray data = cardData(sampleRecord());
    QVERIFY(!sam::cardText({}));
    QVERIFY(!sam::cardText(data.left(200)));
    QByteArray foreigner = data;
    foreigner[4 + 248] = 'I';
    foreigner[4 + 249] = 0;
    QVERIFY(!sam::cardText(foreigner));
    QByteArray otherLength = data;
    otherLength[1] = 16;
    QVERIFY(!sam::cardText(otherLength));
}

void TestSamFrame::valuesCannotBringLines()
{
    CnIdRecord record = sampleRecord();
    record.address = QStringLiteral("某路\n姓名\t李四");
    const auto read = cnIdRecordFromPayload(toPayload(record));
    QVERIFY(read);
    QCOMPARE(read->name, sampleRecord().name);
}

void TestSamFrame::aLineThatAnotherContradictsIsInDoubt()
{
    const QByteArray payload = toPayload(sampleRecord());
    const auto read = [&payload](const char *more) { return parseScannerPayload(payload + more, QDate(2026, 11, 24)); };
    QVERIFY(read("姓名\t张样本\n").valid);
    QCOMPARE(read("姓名\t张样本\n").field(u"fullName")->trust, Trust::Checked);
    QCOMPARE(read("姓名\t李四\n").field(u"fullName")->trust, Trust::Unsure);
    QVERIFY(!read("公民身份号码\t11010519491231003X\n").valid);
    QVERIFY(!read("出生\t19500101\n").valid);
}

void TestSamFrame::controlCharactersInsideMakeAFieldUnsure_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("read");
    QTest::addColumn<bool>("unsure");
    const QString name = QStringLiteral("fullName"), address = QStringLiteral("address");
    QTest::newRow("name as it should be") << name << QStringLiteral("乌有") << QStringLiteral("乌有") << false;
    QTest::newRow("inside the name") << name << QStringLiteral("乌\x01有") << QStringLiteral("乌 有") << true;
    QTest::newRow("NUL inside the name") << name << QStringLiteral("乌*有").replace(u'*', QChar(0)) << QStringLiteral("乌 有")
                                         << true;
    QTest::newRow("line feed inside the name") << name << QStringLiteral("乌\n有") << QStringLiteral("乌 有") << true;
    QTest::newRow("behind the name") << name << QStringLiteral("乌有\x07\x07") << QStringLiteral("乌有") << false;
    QTest::newRow("before the name") << name << QStringLiteral("\x02乌有") << QStringLiteral("乌有") << false;
    QTest::newRow("right-to-left override before the name")
        << name << QStringLiteral("\u202e乌有") << QStringLiteral("乌有") << true;
    QTest::newRow("zero-width space inside the name")
        << name << QStringLiteral("乌\u200b有") << QStringLiteral("乌 有") << true;
    QTest::newRow("blank inside the name") << name << QStringLiteral("乌 有") << QStringLiteral("乌 有") << false;
    QTest::newRow("inside the address") << address << QStringLiteral("某路\x1b一号") << QStringLiteral("某路 一号") << true;
}

void TestSamFrame::controlCharactersInsideMakeAFieldUnsure()
{
    QFETCH(QString, field);
    QFETCH(QString, written);
    QFETCH(QString, read);
    QFETCH(bool, unsure);
    CnIdRecord record = sampleRecord();
    (field == u"address" ? record.address : record.name) = written;
    const ScanResult result = throughTheLine(record);
    QCOMPARE(result.field(field), (Field{field, read, unsure ? Trust::Unsure : Trust::Checked}));
    QVERIFY(result.valid);
}

GATEHOUSE_TEST(QCoreApplication, TestSamFrame);
#include "tst_samframe.moc"
