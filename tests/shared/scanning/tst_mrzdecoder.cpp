// SPDX-License-Identifier: GPL-3.0-or-later
// From what the network saw to a zone.
#include "documentsamples.h"
#include "scanresults.h"
#include "testprogram.h"

#include "parsing/mrz.h"
#include "vision/emptyresult.h"
#include "vision/mrzdecoder.h"
#include "vision/zonememory.h"

#include <QTest>

#include <cmath>

using namespace gatehouse::scanning;
using namespace gatehouse::test;

namespace
{
/// One character that the network also takes for another.
struct Doubt {
    int line = 0;
    int at = 0;
    char other = 0;
    double probability = 0; ///< of the other
};
using Doubts = QList<Doubt>;

MrzEvidence seen(const QStringList &lines, const Doubts &doubts = {})
{
    MrzEvidence evidence;
    for (const QString &line : lines) {
        auto &scores = evidence.emplace_back();
        for (const QChar c : line) {
            scores.emplace_back().fill(float(std::log(1e-6)));
            scores.back()[std::size_t(ocrb::classOf(c.unicode()))] = float(std::log(0.9999));
        }
    }
    for (const Doubt &doubt : doubts) {
        auto &scores = evidence[std::size_t(doubt.line)][std::size_t(doubt.at)];
        scores[std::size_t(ocrb::classOf(lines[doubt.line][doubt.at].unicode()))] = float(std::log(1 - doubt.probability));
        scores[std::size_t(ocrb::classOf(char16_t(doubt.other)))] = float(std::log(doubt.probability));
    }
    return evidence;
}

/// Nothing to be seen from `from` up to `to` in every line: burnt out, or a thumb on it.
MrzEvidence withHidden(MrzEvidence evidence, std::size_t from, std::size_t to)
{
    for (auto &line : evidence) {
        for (std::size_t at = from; at < std::min(to, line.size()); ++at) {
            line[at].fill(float(std::log(0.02 / (ocrb::classes - 1))));
            line[at][ocrb::noCharacter] = float(std::log(0.98));
        }
    }
    return evidence;
}

QStringList passport(const MrzSample &sample = {})
{
    return sampleTwoLines(sample, 44, false);
}

bool anythingChecked(const ScanResult &result)
{
    return std::any_of(result.fields.cbegin(), result.fields.cend(), [](const Field &f) { return f.trust == Trust::Checked; });
}
} // namespace

class TestMrzDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void zonesAreReadAsTheyStand_data();
    void zonesAreReadAsTheyStand();
    void checkDigitsDecideBetweenAlternatives_data();
    void checkDigitsDecideBetweenAlternatives();
    void whatIsCoveredIsNotWorkedOut_data();
    void whatIsCoveredIsNotWorkedOut();
    void whatNothingShowsIsNotWorkedOut_data();
    void whatNothingShowsIsNotWorkedOut();
    void zerosAsWideAsTheLetterAreToldByTheDates_data();
    void zerosAsWideAsTheLetterAreToldByTheDates();
    void doubtfulNameIsForThePerson_data();
    void doubtfulNameIsForThePerson();
    void doubtfulIssuerMakesTheNameDoubtful();
    void lineReadFromBesideItsStartIsNeverSure();
    void wrongCheckDigitsAreToldAndNothingCounts_data();
    void wrongCheckDigitsAreToldAndNothingCounts();
    void unclearZoneWithWrongDigitsIsNothing();
    void whatIsNoZoneIsNothing_data();
    void whatIsNoZoneIsNothing();
    void oldFrenchCardIsItselfAndNoTd2_data();
    void oldFrenchCardIsItselfAndNoTd2();
    void whatOneFrameHidesAnotherShows();
    void framesOfTwoDocumentsAreNotMixed();
    void framesAreForgottenWhenTheDocumentIsGone();
};

void TestMrzDecoder::zonesAreReadAsTheyStand_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("number");
    MrzSample sample;
    QTest::newRow("TD3") << passport() << Kind::MrzTd3 << "L898902C3";
    sample.code = QStringLiteral("I");
    QTest::newRow("TD2") << sampleTwoLines(sample, 36, false) << Kind::MrzTd2 << "L898902C3";
    MrzSample visa;
    visa.code = QStringLiteral("V");
    QTest::newRow("MRV-B") << sampleTwoLines(visa, 36, true) << Kind::MrzMrvb << "L898902C3";
    QTest::newRow("MRV-A") << sampleTwoLines(visa, 44, true) << Kind::MrzMrva << "L898902C3";
    QTest::newRow("TD1") << sampleTd1(sample) << Kind::MrzTd1 << "L898902C3";
    sample.number = QStringLiteral("D23145890734");
    QTest::newRow("TD1, long number") << sampleTd1(sample) << Kind::MrzTd1 << "D23145890734";
    QTest::newRow("TD2, long number") << sampleTwoLines(sample, 36, false) << Kind::MrzTd2 << "D23145890734";
    sample.number = QStringLiteral("D231458907ABCD");
    QTest::newRow("TD2, longest number") << sampleTwoLines(sample, 36, false) << Kind::MrzTd2 << "D231458907ABCD";
    sample.number = QStringLiteral("7");
    sample.optional = QStringLiteral("ABC123");
    QTest::newRow("TD2, short number and optional data") << sampleTwoLines(sample, 36, false) << Kind::MrzTd2 << "7";
}

void TestMrzDecoder::zonesAreReadAsTheyStand()
{
    QFETCH(QStringList, lines);
    QFETCH(Kind, kind);
    QFETCH(QString, number);
    const auto result = decodeMrz(seen(lines), today);
    QVERIFY(result);
    QCOMPARE(result->raw, lines);
    QCOMPARE(result->kind, kind);
    QCOMPARE(result->value(u"documentNumber"), number);
    QCOMPARE(result->valid, parseMrz(lines.join(u'\n'), today).valid);
    QCOMPARE(result->field(u"documentNumber")->trust, Trust::Checked);
    QCOMPARE(result->field(u"surname")->trust, Trust::Read);
}

void TestMrzDecoder::checkDigitsDecideBetweenAlternatives_data()
{
    QTest::addColumn<Doubts>("doubts");
    QTest::addColumn<QString>("field");
    QTest::addColumn<Trust>("trust");
    QTest::newRow("O likelier than 0 in the number") << Doubts{{1, 4, 'O', 0.8}} << "documentNumber" << Trust::Checked;
    QTest::newRow("B likelier than 8 in the number") << Doubts{{1, 1, 'B', 0.75}} << "documentNumber" << Trust::Checked;
    QTest::newRow("letter in a date") << Doubts{{1, 13, 'Z', 0.7}} << "birthDate" << Trust::Checked;
    // What was not seen is chosen by its check digit, which then proves nothing.
    QTest::newRow("B much likelier than 8 in the number") << Doubts{{1, 1, 'B', 0.9}} << "documentNumber" << Trust::Unsure;
    QTest::newRow("clearly a letter in a date") << Doubts{{1, 13, 'Z', 0.95}} << "birthDate" << Trust::Unsure;
    QTest::newRow("another check digit likelier") << Doubts{{1, 9, '2', 0.9}} << "documentNumber" << Trust::Unsure;
    QTest::newRow("another composite digit likelier: the number")
        << Doubts{{1, 43, '2', 0.9}} << "documentNumber" << Trust::Unsure;
    QTest::newRow("another composite digit likelier: the expiry") << Doubts{{1, 43, '2', 0.9}} << "expiryDate" << Trust::Unsure;
    QTest::newRow("month that does not exist") << Doubts{{1, 23, '9', 0.6}} << "expiryDate" << Trust::Checked;
}

void TestMrzDecoder::checkDigitsDecideBetweenAlternatives()
{
    QFETCH(Doubts, doubts);
    QFETCH(QString, field);
    QFETCH(Trust, trust);
    const auto result = decodeMrz(seen(passport(), doubts), today);
    QVERIFY(result);
    QVERIFY(result->valid);
    QCOMPARE(result->raw, passport());
    QCOMPARE(result->field(field)->trust, trust);
}

// One character that a thumb covers could be worked out from the check digit, or several that fit it.
void TestMrzDecoder::whatIsCoveredIsNotWorkedOut_data()
{
    QTest::addColumn<int>("at");
    for (int at = 0; at < 44; ++at)
        QTest::addRow("character %d", at) << at;
}

void TestMrzDecoder::whatIsCoveredIsNotWorkedOut()
{
    QFETCH(int, at);
    MrzEvidence evidence = seen(passport());
    const MrzEvidence covered = withHidden(evidence, std::size_t(at), std::size_t(at) + 1);
    evidence[1] = covered[1];
    QVERIFY(!decodeMrz(evidence, today));
}

// Even skin or a sticker: the network is sure of nothing there, and some characters that fit the digits are always to be had.
void TestMrzDecoder::whatNothingShowsIsNotWorkedOut_data()
{
    QTest::addColumn<int>("from");
    for (const int from : {0, 5, 8, 15, 22, 27, 30, 40})
        QTest::addRow("from %d", from) << from;
}

void TestMrzDecoder::whatNothingShowsIsNotWorkedOut()
{
    QFETCH(int, from);
    MrzEvidence evidence = seen(passport());
    for (std::size_t at = std::size_t(from); at < std::size_t(from) + 4; ++at) {
        evidence[1][at].fill(float(std::log(0.65 / (ocrb::classes - 1))));
        evidence[1][at][ocrb::noCharacter] = float(std::log(0.35));
    }
    QVERIFY(!decodeMrz(evidence, today));
}

void TestMrzDecoder::zerosAsWideAsTheLetterAreToldByTheDates_data()
{
    QTest::addColumn<double>("likeLetter");
    QTest::addColumn<Trust>("number");
    QTest::newRow("a little") << 0.3 << Trust::Checked;
    QTest::newRow("as much as a letter") << 0.97 << Trust::Checked;
    QTest::newRow("almost only like a letter") << 0.9999 << Trust::Checked;
}

void TestMrzDecoder::zerosAsWideAsTheLetterAreToldByTheDates()
{
    QFETCH(double, likeLetter);
    QFETCH(Trust, number);
    const QStringList lines = passport();
    Doubts doubts;
    for (int at = 0; at < lines[1].size(); ++at) {
        if (lines[1][at] == u'0')
            doubts << Doubt{1, at, 'O', likeLetter};
    }
    QVERIFY(doubts.size() >= 4);
    const auto result = decodeMrz(seen(lines, doubts), today);
    QVERIFY(result);
    QVERIFY(result->valid);
    QCOMPARE(result->raw, lines);
    QCOMPARE(result->field(u"documentNumber")->trust, number);
    QCOMPARE(result->field(u"birthDate")->trust, Trust::Checked);
}

void TestMrzDecoder::doubtfulNameIsForThePerson_data()
{
    QTest::addColumn<Doubts>("doubts");
    QTest::addColumn<Trust>("trust");
    QTest::newRow("clear") << Doubts{} << Trust::Read;
    QTest::newRow("a little doubt") << Doubts{{0, 7, 'V', 0.005}} << Trust::Read;
    QTest::newRow("doubt") << Doubts{{0, 7, 'V', 0.05}} << Trust::Unsure;
    QTest::newRow("even chances") << Doubts{{0, 12, '<', 0.5}} << Trust::Unsure;
    QTest::newRow("doubt whether it is a letter at all") << Doubts{{0, 12, '5', 0.7}} << Trust::Unsure;
}

void TestMrzDecoder::doubtfulNameIsForThePerson()
{
    QFETCH(Doubts, doubts);
    QFETCH(Trust, trust);
    const auto result = decodeMrz(seen(passport(), doubts), today);
    QVERIFY(result);
    QCOMPARE(result->field(u"surname")->trust, trust);
}

void TestMrzDecoder::doubtfulIssuerMakesTheNameDoubtful()
{
    MrzSample sample;
    sample.state = QStringLiteral("CHN");
    const auto result = decodeMrz(seen(passport(sample), {{0, 4, 'E', 0.4}}), today); // CHE is a state as well
    QVERIFY(result);
    QCOMPARE(result->field(u"issuingState")->trust, Trust::Unsure);
    QCOMPARE(result->field(u"surname")->trust, Trust::Unsure);
}

void TestMrzDecoder::lineReadFromBesideItsStartIsNeverSure()
{
    for (const QString &before : {QStringLiteral("P"), QStringLiteral("I"), QStringLiteral("Y"), QStringLiteral("P<")}) {
        QStringList lines = passport();
        lines[0] = (before + lines[0]).left(44);
        const auto result = decodeMrz(seen(lines), today);
        const auto surname = result ? result->field(u"surname") : std::nullopt;
        QVERIFY2(!surname || surname->trust == Trust::Unsure, qPrintable(before));
    }
    QStringList lines = passport();
    lines[0] = lines[0].mid(1) + u'<';
    const auto late = decodeMrz(seen(lines), today);
    QVERIFY(late);
    for (const auto name : {u"surname", u"documentType", u"documentNumber"})
        QCOMPARE(late->field(name)->trust, Trust::Unsure);
}

void TestMrzDecoder::wrongCheckDigitsAreToldAndNothingCounts_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QStringList>("checks");
    const auto with = [](int line, int at, char c) {
        QStringList lines = passport();
        lines[line][at] = QLatin1Char(c);
        return lines;
    };
    QTest::newRow("number changed") << with(1, 3, '7') << QStringList{"documentNumber", "composite"};
    QTest::newRow("birth date changed") << with(1, 14, '6') << QStringList{"birthDate", "composite"};
    QTest::newRow("expiry date changed") << with(1, 22, '9') << QStringList{"expiryDate", "composite"};
    QTest::newRow("composite digit changed") << with(1, 43, passport()[1][43] == u'1' ? '2' : '1') << QStringList{"composite"};
}

void TestMrzDecoder::wrongCheckDigitsAreToldAndNothingCounts()
{
    QFETCH(QStringList, lines);
    QFETCH(QStringList, checks);
    const auto result = decodeMrz(seen(lines), today);
    QVERIFY(result);
    QCOMPARE(result->raw, lines);
    QCOMPARE(result->kind, Kind::MrzTd3);
    QVERIFY(!result->valid);
    QCOMPARE(failedChecks(*result), checks);
    QVERIFY(!anythingChecked(*result));
}

void TestMrzDecoder::unclearZoneWithWrongDigitsIsNothing()
{
    QStringList lines = passport();
    lines[1][3] = u'7';
    // The reading may be what is wrong: some other character is not clear.
    QVERIFY(!decodeMrz(seen(lines, {{1, 6, 'Z', 0.05}}), today));
}

void TestMrzDecoder::whatIsNoZoneIsNothing_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("letters") << QStringList{QString(44, u'A'), QString(44, u'B')};
    QTest::newRow("fillers") << QStringList{QString(44, u'<'), QString(44, u'<')};
    QTest::newRow("digits") << QStringList{QString(30, u'1'), QString(30, u'2'), QString(30, u'3')};
    QTest::newRow("lines in the wrong order") << QStringList{passport()[1], passport()[0]};
    QTest::newRow("one line") << QStringList{passport()[0]};
    QTest::newRow("a passport without its last eight characters")
        << QStringList{passport()[0].left(36), passport()[1].left(36)};
    QTest::newRow("none") << QStringList{};
}

void TestMrzDecoder::whatIsNoZoneIsNothing()
{
    QFETCH(QStringList, lines);
    QVERIFY(!decodeMrz(seen(lines), today));
}

void TestMrzDecoder::oldFrenchCardIsItselfAndNoTd2_data()
{
    QTest::addColumn<double>("zeroLikeLetter");
    QTest::newRow("zeros of the font that was taught") << 0.0;
    QTest::newRow("zeros as wide as the letter, none in the date") << 0.99998;
}

void TestMrzDecoder::oldFrenchCardIsItselfAndNoTd2()
{
    QFETCH(double, zeroLikeLetter);
    // Number, given names, birth, sex; check digits by the test's own rule.
    const QString number = QStringLiteral("880692310285"), birth = QStringLiteral("651218");
    const QString first = filled(QStringLiteral("IDFRABERTHIER"), 30) + QStringLiteral("923058");
    const QString head =
        number + sampleCheckDigit(number) + filled(QStringLiteral("CORINNE"), 14) + birth + sampleCheckDigit(birth) + u'F';
    const QStringList lines{first, head + sampleCheckDigit(first + head)};
    Doubts doubts;
    for (int line = 0; line < 2 && zeroLikeLetter > 0; ++line) {
        for (int at = 0; at < lines[line].size(); ++at) {
            if (lines[line][at] == u'0')
                doubts << Doubt{line, at, 'O', zeroLikeLetter};
        }
    }
    const auto result = decodeMrz(seen(lines, doubts), today);
    QVERIFY(result);
    QVERIFY(!isNothing(*result));
    QCOMPARE(result->kind, Kind::None);
    QVERIFY(result->valid);
    QCOMPARE(result->raw, lines);
    QCOMPARE(result->value(u"surname"), QStringLiteral("BERTHIER"));
    QCOMPARE(result->value(u"givenNames"), QStringLiteral("CORINNE"));
    QVERIFY(std::any_of(result->checks.cbegin(), result->checks.cend(),
                        [](const Check &check) { return check.name == u"frenchNationalId" && check.holds; }));
}

void TestMrzDecoder::whatOneFrameHidesAnotherShows()
{
    const auto whole = seen(passport());
    // In none of them can everything be read.
    const QList<MrzEvidence> frames{withHidden(whole, 0, 8), withHidden(whole, 8, 16), withHidden(whole, 14, 24)};
    ZoneMemory memory;
    std::optional<MrzEvidence> together;
    for (const MrzEvidence &frame : frames) {
        const auto alone = decodeMrz(frame, today);
        QVERIFY(!alone || !alone->valid || alone->field(u"surname")->trust == Trust::Unsure);
        together = memory.add(frame);
    }
    QVERIFY(together);
    const auto result = decodeMrz(*together, today);
    QVERIFY(result);
    QCOMPARE(result->raw, passport());
    QVERIFY(result->valid);
    QCOMPARE(result->field(u"surname")->trust, Trust::Read);
}

void TestMrzDecoder::framesOfTwoDocumentsAreNotMixed()
{
    MrzSample other;
    other.names = QStringLiteral("MUSTERMANN<<ERIKA");
    other.number = QStringLiteral("C01X00T47");
    ZoneMemory memory;
    QVERIFY(!memory.add(withHidden(seen(passport()), 0, 8)));
    QVERIFY(!memory.add(withHidden(seen(passport(other)), 20, 30))); // begun anew
    const auto together = memory.add(withHidden(seen(passport(other)), 2, 6));
    QVERIFY(together);
    const auto result = decodeMrz(*together, today);
    QVERIFY(result);
    QCOMPARE(result->raw, passport(other));
    // A piece of a line that looks like a shorter one is no other document.
    MrzSample card;
    card.code = QStringLiteral("I");
    QVERIFY(!memory.add(seen(sampleTwoLines(card, 36, false))));
    QVERIFY(memory.add(seen(passport(other))));
}

void TestMrzDecoder::framesAreForgottenWhenTheDocumentIsGone()
{
    ZoneMemory memory;
    QVERIFY(!memory.add(seen(passport())));
    memory.missed(); // a blurred frame between
    QVERIFY(memory.add(seen(passport())));
    for (int frame = 0; frame < 15; ++frame)
        memory.missed();
    QVERIFY(!memory.add(seen(passport())));
    memory.clear();
    QVERIFY(!memory.add(seen(passport())));
}

GATEHOUSE_TEST(QCoreApplication, TestMrzDecoder);
#include "tst_mrzdecoder.moc"
