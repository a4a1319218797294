// SPDX-License-Identifier: GPL-3.0-or-later
// Which lines of OCR-B a live frame goes on reading: those of machine readable zones, whatever hides a part of them, and not
// the lists and labels that use the same script.
#include "documentsamples.h"
#include "testprogram.h"

#include "vision/zoneline.h"

#include <QTest>

#include <cmath>

using namespace gatehouse::scanning;
using namespace gatehouse::test;

namespace
{
constexpr char16_t hidden = u'?'; // nothing was seen there

// Each character as a network sees it that is nearly certain.
std::vector<OcrbNet::LogProbabilities> seenAs(const QString &text)
{
    std::vector<OcrbNet::LogProbabilities> seen;
    for (const QChar c : text) {
        OcrbNet::LogProbabilities scores;
        scores.fill(std::log(0.02F / (ocrb::classes - 1)));
        scores[std::size_t(c == hidden ? ocrb::noCharacter : ocrb::classOf(c.unicode()))] = std::log(0.98F);
        seen.push_back(scores);
    }
    return seen;
}

QString covered(QString line, int first, int count)
{
    return line.replace(first, count, QString(count, QChar(hidden)));
}

// As if it had been read from one character further on.
QString shifted(const QString &line)
{
    return line.mid(1) + QChar(hidden);
}
} // namespace

class TestZoneLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void zonesAreReadOn_data();
    void zonesAreReadOn();
    void otherPrintIsNot_data();
    void otherPrintIsNot();
};

void TestZoneLine::zonesAreReadOn_data()
{
    QTest::addColumn<QString>("line");
    const auto rows = [](const char *format, const QStringList &lines) {
        for (qsizetype i = 0; i < lines.size(); ++i) {
            QTest::addRow("%s, line %d", format, int(i) + 1) << lines[i];
            QTest::addRow("%s, line %d, a reflection over eight characters", format, int(i) + 1) << covered(lines[i], 10, 8);
            QTest::addRow("%s, line %d, from beside its start", format, int(i) + 1) << shifted(lines[i]);
        }
    };
    MrzSample longNumber;
    longNumber.code = QStringLiteral("I");
    longNumber.number = QStringLiteral("D23145890734");
    rows("TD1 with a long number", sampleTd1(longNumber));
    rows("TD2", sampleTwoLines({}, 36, false));
    rows("TD3", sampleTwoLines({}, 44, false));
    MrzSample visa;
    visa.code = QStringLiteral("V");
    rows("MRV-A", sampleTwoLines(visa, 44, true));
    rows("MRV-B", sampleTwoLines(visa, 36, true));
    QTest::newRow("old French card, line 1") << QStringLiteral("IDFRALOISEAU<<<<<<<<<<<<<<<<<<<<<<<<");
    QTest::newRow("old French card, line 2") << QStringLiteral("970675K002774HERVE<<DJAMEL<7303216M4");
    QTest::newRow("birth date unknown") << QStringLiteral("L898902C36UTO<<<<<<0F1204159<<<<<<<<<<<<<<04");
}

void TestZoneLine::zonesAreReadOn()
{
    QFETCH(QString, line);
    QVERIFY(mayBeZoneLine(seenAs(line)));
}

void TestZoneLine::otherPrintIsNot_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("part numbers of 44") << QStringLiteral("7K93A0215X887B4410L9025C76E3381M20497F5521A6");
    QTest::newRow("part numbers of 36") << QStringLiteral("4B7190X352K88A0127C6439E5510L7D26F09");
    QTest::newRow("part numbers of 30") << QStringLiteral("9A4417X0825B63K1097E52C8840F3L");
    QTest::newRow("a length that no zone has") << QStringLiteral("ERIKSSON<<ANNA<MARIA");
    QTest::newRow("nothing") << QString();
}

void TestZoneLine::otherPrintIsNot()
{
    QFETCH(QString, line);
    QVERIFY(!mayBeZoneLine(seenAs(line)));
}

GATEHOUSE_TEST(QCoreApplication, TestZoneLine);
#include "tst_zoneline.moc"
