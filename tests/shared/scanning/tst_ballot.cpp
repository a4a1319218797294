// SPDX-License-Identifier: GPL-3.0-or-later
#include "testprogram.h"
#include "vision/ballot.h"

#include <QTest>

using namespace gatehouse::scanning;

namespace
{
FrameResult frame(Kind kind, const QString &surname, bool valid = true, bool conclusive = false)
{
    FrameResult result;
    result.result.kind = kind;
    result.result.valid = valid;
    result.result.add(QStringLiteral("surname"), surname);
    result.conclusive = conclusive;
    return result;
}

const QString right = QStringLiteral("MOTORIST");
const QString wrong = QStringLiteral("MOTORI5T");
} // namespace

class TestBallot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void correctedSymbolDecidesAlone();
    void twoLikeFramesDecide();
    void disagreementIsMarkedUnsure();
    void doubtIsKept_data();
    void doubtIsKept();
    void invalidNeedsMoreFrames();
    void soundReadingOutweighsTwiceAsManyOthers_data();
    void soundReadingOutweighsTwiceAsManyOthers();
    void otherBarcodeWaitsForADocument();
    void emptyFramesStartAnew();
};

void TestBallot::correctedSymbolDecidesAlone()
{
    Ballot ballot;
    QVERIFY(ballot.count(frame(Kind::Aamva, right, true, true), 0));
}

void TestBallot::twoLikeFramesDecide()
{
    Ballot ballot;
    QVERIFY(!ballot.count(frame(Kind::MrzTd3, right), 0));
    const auto decision = ballot.count(frame(Kind::MrzTd3, right), 33);
    QVERIFY(decision);
    QCOMPARE(decision->field(u"surname")->trust, Trust::Read);
    QCOMPARE(ballot.frames(), 2);
}

void TestBallot::disagreementIsMarkedUnsure()
{
    Ballot ballot;
    QVERIFY(!ballot.count(frame(Kind::MrzTd3, wrong), 0));
    QVERIFY(!ballot.count(frame(Kind::MrzTd3, right), 33));
    QVERIFY(!ballot.count(frame(Kind::MrzTd3, wrong + right), 66));
    QVERIFY(!ballot.count(frame(Kind::MrzTd3, right + wrong), 99));
    const auto decision = ballot.count(frame(Kind::MrzTd3, right), 3000);
    QVERIFY(decision);
    QCOMPARE(decision->value(u"surname"), right);
    QCOMPARE(decision->field(u"surname")->trust, Trust::Unsure);
}

void TestBallot::doubtIsKept_data()
{
    QTest::addColumn<QList<Trust>>("votes");
    QTest::addColumn<Trust>("decided");
    QTest::newRow("sure twice") << QList{Trust::Read, Trust::Read} << Trust::Read;
    QTest::newRow("sure, then unsure") << QList{Trust::Read, Trust::Unsure} << Trust::Unsure;
    QTest::newRow("unsure, then sure") << QList{Trust::Unsure, Trust::Read} << Trust::Unsure;
    QTest::newRow("proved, then unsure") << QList{Trust::Checked, Trust::Unsure} << Trust::Unsure;
    QTest::newRow("proved twice") << QList{Trust::Checked, Trust::Checked} << Trust::Checked;
}

void TestBallot::doubtIsKept()
{
    QFETCH(QList<Trust>, votes);
    QFETCH(Trust, decided);
    Ballot ballot;
    std::optional<ScanResult> decision;
    for (const Trust trust : std::as_const(votes)) {
        FrameResult vote = frame(Kind::MrzTd3, right);
        vote.result.fields[0].trust = trust;
        decision = ballot.count(vote, 33);
    }
    QVERIFY(decision);
    QCOMPARE(decision->field(u"surname")->trust, decided);
}

void TestBallot::invalidNeedsMoreFrames()
{
    Ballot ballot;
    for (int i = 0; i < 3; ++i)
        QVERIFY(!ballot.count(frame(Kind::MrzTd3, right, false), i * 33));
    const auto decision = ballot.count(frame(Kind::MrzTd3, right, false), 132);
    QVERIFY(decision);
    QVERIFY(!decision->valid);
}

void TestBallot::soundReadingOutweighsTwiceAsManyOthers_data()
{
    QTest::addColumn<int>("sound");
    QTest::addColumn<int>("unsound");
    QTest::addColumn<bool>("valid");
    QTest::newRow("one sound among four others alike is a misreading") << 1 << 4 << false;
    QTest::newRow("two among four") << 2 << 4 << true;
    QTest::newRow("three among four") << 3 << 4 << true;
}

void TestBallot::soundReadingOutweighsTwiceAsManyOthers()
{
    QFETCH(int, sound);
    QFETCH(int, unsound);
    QFETCH(bool, valid);
    Ballot ballot;
    // They take turns; from the fourth on it is late enough that the majority counts.
    std::optional<ScanResult> decision;
    for (int i = 0; i < std::max(sound, unsound) && !decision; ++i) {
        if (i < unsound)
            decision = ballot.count(frame(Kind::MrzTd3, wrong, false), i < 3 ? 33 * i : 3000);
        if (i < sound && !decision)
            decision = ballot.count(frame(Kind::MrzTd3, right, true), i < 3 ? 33 * i : 3000);
    }
    QVERIFY(decision);
    QCOMPARE(decision->valid, valid);
}

void TestBallot::otherBarcodeWaitsForADocument()
{
    Ballot ballot;
    QVERIFY(!ballot.count(frame(Kind::Barcode, {}, false, true), 0));
    QVERIFY(!ballot.count(frame(Kind::Barcode, {}, false, true), 900));
    const auto decision = ballot.count(frame(Kind::Barcode, {}, false, true), 1000);
    QVERIFY(decision);
    QCOMPARE(decision->kind, Kind::Barcode);
}

void TestBallot::emptyFramesStartAnew()
{
    Ballot ballot;
    QVERIFY(!ballot.count(frame(Kind::MrzTd3, right), 0));
    for (int i = 0; i < 20; ++i)
        QVERIFY(!ballot.count(FrameResult(), 33 * i));
    QVERIFY(!ballot.count(frame(Kind::MrzTd3, right), 700));
}

GATEHOUSE_TEST(QCoreApplication, TestBallot);
#include "tst_ballot.moc"
