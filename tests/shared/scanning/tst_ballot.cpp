// SPDX-License-Identifier: GPL-3.0-or-later
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
    void invalidNeedsMoreFrames();
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

void TestBallot::invalidNeedsMoreFrames()
{
    Ballot ballot;
    for (int i = 0; i < 3; ++i)
        QVERIFY(!ballot.count(frame(Kind::MrzTd3, right, false), i * 33));
    const auto decision = ballot.count(frame(Kind::MrzTd3, right, false), 132);
    QVERIFY(decision);
    QVERIFY(!decision->valid);
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

QTEST_GUILESS_MAIN(TestBallot)
#include "tst_ballot.moc"
