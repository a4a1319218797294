// SPDX-License-Identifier: GPL-3.0-or-later
// Several looks at the zone of one picture: which of them counts, and what of it is for the person.
#include "testprogram.h"
#include "vision/zonelooks.h"

#include <QGuiApplication>
#include <QTest>

using namespace gatehouse::scanning;

namespace
{
Reading look(const QString &surname, bool conclusive, bool valid = true)
{
    Reading reading;
    reading.result.kind = Kind::MrzTd3;
    reading.result.valid = valid;
    reading.result.fields = {{QStringLiteral("surname"), surname, conclusive ? Trust::Read : Trust::Unsure},
                             {QStringLiteral("documentNumber"), QStringLiteral("X20260042"), Trust::Checked}};
    reading.conclusive = conclusive;
    return reading;
}
} // namespace

class TestZoneLooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingWasSeen();
    void lookThatCounts_data();
    void lookThatCounts();
    void oneConclusiveLookIsEnough();
    void unsureLooksAreRepeatedAFewTimes();
};

void TestZoneLooks::nothingWasSeen()
{
    ZoneLooks looks;
    looks.take(std::nullopt);
    QVERIFY(!looks.isValid());
    QVERIFY(!looks.isEnough());
    QVERIFY(!looks.chosen());
}

void TestZoneLooks::lookThatCounts_data()
{
    QTest::addColumn<QList<Reading>>("seen");
    QTest::addColumn<QList<Reading>>("together");
    QTest::addColumn<QString>("surname");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<Trust>("trust");
    QTest::newRow("one that is sure") << QList{look("MALLORY", true)} << QList<Reading>{} << "MALLORY" << true << Trust::Read;
    QTest::newRow("one that is not") << QList{look("MALLORY", false)} << QList<Reading>{} << "MALLORY" << true << Trust::Unsure;
    QTest::newRow("a valid one before one that its digits refuse")
        << QList{look("MALLORY", false, false), look("MALLORY", false)} << QList<Reading>{} << "MALLORY" << true
        << Trust::Unsure;
    QTest::newRow("one that its digits refuse where there is no other")
        << QList{look("MALLORY", false, false)} << QList<Reading>{} << "MALLORY" << false << Trust::Unsure;
    QTest::newRow("a sure one, and all agree")
        << QList{look("MALLORY", false), look("MALLORY", true)} << QList<Reading>{} << "MALLORY" << true << Trust::Read;
    QTest::newRow("a sure one that another one contradicts: for the person")
        << QList{look("YALLORY", false), look("MALLORY", true)} << QList<Reading>{} << "MALLORY" << true << Trust::Unsure;
    QTest::newRow("two unsure ones: what they saw together")
        << QList{look("YALLORY", false), look("MALLORV", false)} << QList{look("MALLORY", true)} << "MALLORY" << true
        << Trust::Unsure;
    QTest::newRow("what they saw together is refused by its digits")
        << QList{look("MALLORY", false), look("MALLORY", false)} << QList{look("MALLOBY", false, false)} << "MALLORY" << true
        << Trust::Unsure;
    QTest::newRow("a sure one is clearer than all together")
        << QList{look("MALLORY", false), look("MALLORY", true)} << QList{look("MALL0RY", false)} << "MALLORY" << true
        << Trust::Read;
}

void TestZoneLooks::lookThatCounts()
{
    QFETCH(QList<Reading>, seen);
    QFETCH(QList<Reading>, together);
    QFETCH(QString, surname);
    QFETCH(bool, valid);
    QFETCH(Trust, trust);
    ZoneLooks looks;
    for (const Reading &one : seen)
        looks.take(one);
    if (!together.isEmpty())
        looks.takeTogether(together.constFirst());
    const auto chosen = looks.chosen();
    QVERIFY(chosen);
    QCOMPARE(chosen->result.valid, valid);
    QCOMPARE(chosen->result.value(u"surname"), surname);
    QCOMPARE(chosen->result.field(u"surname")->trust, trust);
    QCOMPARE(chosen->conclusive, trust == Trust::Read);
    QCOMPARE(chosen->result.field(u"documentNumber")->trust, Trust::Checked);
    QVERIFY(!looks.chosen());
}

void TestZoneLooks::oneConclusiveLookIsEnough()
{
    ZoneLooks looks;
    looks.take(look("MALLORY", false));
    QVERIFY(!looks.isEnough());
    looks.take(look("MALLORY", true));
    QVERIFY(looks.isEnough());
}

void TestZoneLooks::unsureLooksAreRepeatedAFewTimes()
{
    ZoneLooks looks;
    int taken = 0;
    for (; !looks.isEnough() && taken < 20; ++taken) {
        looks.take(look("MALLORY", false));
        looks.take(look("MALLORY", false, false)); // no look at all
    }
    QCOMPARE(taken, 4);
}

GATEHOUSE_TEST(QGuiApplication, TestZoneLooks);
#include "tst_zonelooks.moc"
