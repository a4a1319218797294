// SPDX-License-Identifier: GPL-3.0-or-later
// How the reader of shapes and the text engine decide on a Chinese name.
#include "drawnhan.h"
#include "testprogram.h"

#include "vision/cnnamevote.h"

#include <QGuiApplication>
#include <QTest>

using namespace gatehouse::scanning;
using namespace gatehouse::test;

namespace
{
constexpr double perMm = 11;
} // namespace

class TestCnNameVote : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decision_data();
    void decision();
    void charactersAreCountedByTheirShapes_data();
    void charactersAreCountedByTheirShapes();
    void withoutShapesNothingIsSure();
    void nothingReadIsNoName();
};

void TestCnNameVote::decision_data()
{
    QTest::addColumn<QString>("printed");
    QTest::addColumn<QStringList>("engine");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("sure");
    const auto row = [](const char *title, const char *printed, const QStringList &engine, const char *name, bool sure) {
        QTest::newRow(title) << QString::fromUtf8(printed) << engine << QString::fromUtf8(name) << sure;
    };
    row("both say the same", "王海燕", {"王海燕"}, "王海燕", true);
    row("engine says the same at its second size", "邓英磊", {"邓英舌", "邓英磊"}, "邓英磊", true);
    row("engine alike and wrong in every size", "邓英磊", {"邓英舌", "邓英舌", "邓英舌"}, "邓英磊", false);
    row("engine lost a character", "王海燕", {"王 燕"}, "王海燕", false);
    row("engine found it at another size", "王海燕", {"王 燕", "王海燕"}, "王海燕", true);
    row("engine read nothing", "王海燕", {}, "王海燕", false);
    row("two characters", "张伟", {"张伟"}, "张伟", true);
    row("in two parts", "阿依古丽·买买提", {"阿依古丽·买买提"}, "阿依古丽·买买提", true);
    row("in two parts, the engine left the dot out", "阿依古丽·买买提", {"阿依古丽 买买提"}, "阿依古丽·买买提", true);
    row("in two parts, the engine says otherwise", "阿依古丽·买买提", {"阿依占丽·买买提"}, "阿依古丽·买买提", false);
    row("in three parts", "阿不都·热合曼·艾山", {"阿不都·热合曼·艾山"}, "阿不都·热合曼·艾山", true);
}

void TestCnNameVote::decision()
{
    QFETCH(QString, printed);
    QFETCH(QStringList, engine);
    QFETCH(bool, sure);
    const cv::Mat drawn = drawnHan(printed);
    const cv::Rect box = inkOf(drawn);
    CnNameVote vote(box, perMm);
    vote.addShapes(*HanShapes::builtIn(), drawn);
    QCOMPARE(vote.count(), int(printed.size()));
    for (const QString &text : engine)
        vote.add(readingOf(text, box, vote.count()));
    QTEST(vote.text(), "name");
    QCOMPARE(vote.isSure(), sure);
}

// How wide a row is does not tell how many characters another hand has printed in it.
void TestCnNameVote::charactersAreCountedByTheirShapes_data()
{
    QTest::addColumn<QString>("printed");
    QTest::addColumn<double>("larger");
    QTest::addColumn<int>("apart");
    QTest::newRow("larger") << QStringLiteral("韩华玲") << 1.22 << 0;
    QTest::newRow("wider apart") << QStringLiteral("慕容子永") << 1.0 << 6;
    QTest::newRow("smaller") << QStringLiteral("诸葛燕瑶") << 0.85 << 0;
    QTest::newRow("smaller, in two parts") << QStringLiteral("古丽米热·艾合买提") << 0.83 << 0;
}

void TestCnNameVote::charactersAreCountedByTheirShapes()
{
    QFETCH(QString, printed);
    QFETCH(double, larger);
    QFETCH(int, apart);
    const cv::Mat drawn = drawnHan(printed, larger, apart);
    const cv::Rect box = inkOf(drawn);
    CnNameVote vote(box, perMm);
    vote.addShapes(*HanShapes::builtIn(), drawn);
    QCOMPARE(vote.count(), int(printed.size()));
    vote.add(readingOf(printed, box, vote.count()));
    QCOMPARE(vote.text(), printed);
}

void TestCnNameVote::withoutShapesNothingIsSure()
{
    const cv::Rect box(12, 10, 3 * hanSize, 36);
    CnNameVote vote(box, perMm);
    vote.add(readingOf(QStringLiteral("王海燕"), box, 3));
    QCOMPARE(vote.text(), QStringLiteral("王海燕"));
    QVERIFY(!vote.isSure());
}

void TestCnNameVote::nothingReadIsNoName()
{
    const CnNameVote vote(cv::Rect(0, 0, 3 * hanSize, 36), perMm);
    QCOMPARE(vote.text(), QString());
    QVERIFY(!vote.isSure());
}

GATEHOUSE_TEST(QGuiApplication, TestCnNameVote);

#include "tst_cnnamevote.moc"
