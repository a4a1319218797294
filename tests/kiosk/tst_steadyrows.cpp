// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/steadyrows.h"
#include "testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using gatehouse::kioskui::SteadyRows;

class TestSteadyRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsAnotherIsTold_data()
    {
        QTest::addColumn<QVariantList>("before");
        QTest::addColumn<QVariantList>("after");
        QTest::addColumn<QList<int>>("changed");
        QTest::addColumn<int>("inserted");
        QTest::addColumn<int>("removed");
        const QVariantMap meeting{{"key", "meeting"}, {"name", "Meeting"}};
        const QVariantMap chinese{{"key", "meeting"}, {"name", "会议"}};
        const QVariantMap delivery{{"key", "delivery"}, {"name", "Delivery"}};
        QTest::newRow("the same") << QVariantList{meeting, delivery} << QVariantList{meeting, delivery} << QList<int>{} << 0
                                  << 0;
        QTest::newRow("in another language")
            << QVariantList{meeting, delivery} << QVariantList{chinese, delivery} << QList<int>{0} << 0 << 0;
        QTest::newRow("one more") << QVariantList{meeting} << QVariantList{meeting, delivery} << QList<int>{} << 1 << 0;
        QTest::newRow("the first is gone") << QVariantList{meeting, delivery} << QVariantList{delivery} << QList<int>{0} << 0
                                           << 1;
        QTest::newRow("all of it") << QVariantList{} << QVariantList{meeting, delivery} << QList<int>{} << 1 << 0;
        QTest::newRow("none is left") << QVariantList{meeting, delivery} << QVariantList{} << QList<int>{} << 0 << 1;
    }
    void onlyWhatIsAnotherIsTold()
    {
        QFETCH(QVariantList, before);
        QFETCH(QVariantList, after);
        SteadyRows rows;
        const QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
        rows.setList(before);
        QList<int> changed;
        connect(&rows, &SteadyRows::dataChanged, this, [&](const QModelIndex &index) { changed << index.row(); });
        const QSignalSpy inserted(&rows, &SteadyRows::rowsInserted);
        const QSignalSpy removed(&rows, &SteadyRows::rowsRemoved);
        const QSignalSpy reset(&rows, &SteadyRows::modelReset);
        rows.setList(after);
        QTEST(changed, "changed");
        QTEST(static_cast<int>(inserted.size()), "inserted");
        QTEST(static_cast<int>(removed.size()), "removed");
        QVERIFY(reset.isEmpty());
        QCOMPARE(rows.list(), after);
        QVariantList read;
        for (int row = 0; row < rows.rowCount(); ++row)
            read << rows.data(rows.index(row), rows.roleNames().key("modelData"));
        QCOMPARE(read, after);
    }
};

GATEHOUSE_TEST(QCoreApplication, TestSteadyRows);
#include "tst_steadyrows.moc"
