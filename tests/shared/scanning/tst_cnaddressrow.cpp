// SPDX-License-Identifier: GPL-3.0-or-later
// How the text engine's two readings of a row of an address are weighed against the shapes of its characters.
#include "drawnhan.h"
#include "testprogram.h"

#include "vision/cnaddressrow.h"

#include <QGuiApplication>
#include <QTest>

using namespace gatehouse::scanning;
using namespace gatehouse::test;

class TestCnAddressRow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decision_data();
    void decision();
    void nothingReadIsNoRow();
};

void TestCnAddressRow::decision_data()
{
    QTest::addColumn<QString>("printed");
    QTest::addColumn<QString>("reading");
    QTest::addColumn<QString>("again");
    QTest::addColumn<QString>("row");
    QTest::addColumn<bool>("sure");
    const auto row = [](const char *title, const char *printed, const char *reading, const char *again, const char *decided,
                        bool sure) {
        QTest::newRow(title) << QString::fromUtf8(printed) << QString::fromUtf8(reading) << QString::fromUtf8(again)
                             << QString::fromUtf8(decided) << sure;
    };
    row("all say the same", "浙江省杭州市", "浙江省杭州市", "浙江省杭州市", "浙江省杭州市", true);
    row("among digits", "文化路78号5单元399室", "文化路78号5单元399室", "文化路78号5单元399室", "文化路78号5单元399室", true);
    row("engine alike and wrong at both sizes", "东路270号4单元101室", "东路270号4单元101宣", "东路270号4单元101宣",
        "东路270号4单元101室", false);
    row("engine wrong at one size", "成都市武侯区人民", "成都市武修区人民", "成都市武侯区人民", "成都市武侯区人民", true);
    row("the other way round", "成都市武侯区人民", "成都市武侯区人民", "成都市武修区人民", "成都市武侯区人民", true);
    row("a digit read differently", "文化路78号", "文化路78号", "文化路73号", "文化路78号", false);
    row("a character lost at one size", "上海市浦东新区", "上海市浦东新区", "上海市东新区", "上海市浦东新区", false);
    row("nothing read at one size", "路736号阳光小区", "", "路736号阳光小区", "路736号阳光小区", false);
    row("more of it read at one size", "路58号碧水湾3栋", "路58号草水湾3榨证", "路58号址水湾3栋", "路58号碧水湾3栋", false);
    row("shapes that are nearly one", "土地庙街", "土地庙街", "土地庙街", "土地庙街", true);
}

void TestCnAddressRow::decision()
{
    QFETCH(QString, printed);
    QFETCH(QString, reading);
    QFETCH(QString, again);
    QFETCH(bool, sure);
    const cv::Mat drawn = drawnHan(printed);
    const cv::Rect box = inkOf(drawn);
    const int places = int(printed.size());
    const CnAddressRow row =
        decidedAddressRow(*HanShapes::builtIn(), drawn, box, readingOf(reading, box, places), readingOf(again, box, places));
    QTEST(row.text, "row");
    QCOMPARE(row.confidence > 90, sure);
}

void TestCnAddressRow::nothingReadIsNoRow()
{
    const cv::Mat drawn = drawnHan(QStringLiteral("上海市"));
    const CnAddressRow row = decidedAddressRow(*HanShapes::builtIn(), drawn, inkOf(drawn), {}, {});
    QCOMPARE(row.text, QString());
    QCOMPARE(row.confidence, 0);
}

GATEHOUSE_TEST(QGuiApplication, TestCnAddressRow);

#include "tst_cnaddressrow.moc"
