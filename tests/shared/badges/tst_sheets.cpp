// SPDX-License-Identifier: GPL-3.0-or-later
#include "badges/renderer.h"
#include "badges/sheets.h"
#include "samplefaces.h"
#include "testprogram.h"

#include <QApplication>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::badges;

namespace
{

const QString kSecret = QStringLiteral("7KQ2-9ZMA-44TT-PLX0-0RSE-77AB-CDEF-GHJK-MNPQ-RSTV-WXYZ-0123-4567");

QStringList textsOf(const QList<Drawing> &pages, Role role)
{
    QStringList texts;
    for (const Drawing &page : pages) {
        for (const TextLine &line : page.textsOf(role))
            texts.append(line.text);
    }
    return texts;
}

RollCall rollCall(int people, const QString &name)
{
    RollCall call;
    call.siteName = QStringLiteral("Harbour Call Centre");
    call.assemblyPoint = QStringLiteral("Car park B, by the flagpole 停车场 B 旗杆旁");
    call.backupSite = QStringLiteral("North building");
    call.takenAt = QDateTime(QDate(2026, 11, 24), QTime(10, 0));
    call.takenBy = QStringLiteral("G-1001");
    for (int i = 0; i < people; ++i)
        call.rows.append({name, name, QStringLiteral("Li Wei"), QStringLiteral("Lobby"), call.takenAt.addSecs(-60 * i)});
    return call;
}

} // namespace

class TestSheets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void recoverySheetCarriesTheSecretTwice()
    {
        const auto pages = recoverySheetPages({QStringLiteral("Harbour Call Centre"), kSecret, QString(),
                                               QStringLiteral("ab12 cd34"), QDateTime::currentDateTime()},
                                              FontMeasure());
        QVERIFY(pages.has_value());
        QCOMPARE(pages->size(), 1);
        const QString faults = test::layoutFaults(pages->first()).join(QLatin1Char(0x0a));
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
        const QStringList lines = textsOf(*pages, Role::Secret);
        QCOMPARE(lines.first(), QStringLiteral("7KQ2 9ZMA 44TT PLX0"));
        QCOMPARE(lines.join(QLatin1Char(' ')), QString(kSecret).replace(QLatin1Char('-'), QLatin1Char(' ')));
        QCOMPARE(test::decodeQr(toImage(pages->first(), 150).value()), kSecret);
    }

    void pepperStandsBesideTheSecret()
    {
        const QString pepper = QString(kSecret).replace(QLatin1Char('7'), QLatin1Char('8'));
        const auto pages = recoverySheetPages({QStringLiteral("Site"), kSecret, pepper, QString(), QDateTime()}, FontMeasure());
        QVERIFY(pages.has_value());
        QCOMPARE(pages->first().codes.size(), 2);
        QVERIFY(textsOf(*pages, Role::Secret).contains(QStringLiteral("8KQ2 9ZMA 44TT PLX0")));
        const QString faults = test::layoutFaults(pages->first()).join(QLatin1Char(0x0a));
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
    }

    void recoverySheetRefusesWhatDoesNotFit()
    {
        const RecoverySheet sheet{QStringLiteral("Site"), QString(400, QLatin1Char('A')), QString(), QString(), QDateTime()};
        QCOMPARE(recoverySheetPages(sheet, FontMeasure()).error().code, ErrorCode::Invalid);
        QCOMPARE(recoverySheetPages({}, FontMeasure()).error().code, ErrorCode::Invalid);
    }

    void rollCallHasEveryPersonOnce_data()
    {
        QTest::addColumn<int>("people");
        QTest::addColumn<int>("pages");
        QTest::newRow("nobody") << 0 << 1;
        QTest::newRow("one") << 1 << 1;
        QTest::newRow("a full page") << 23 << 1;
        QTest::newRow("one more") << 24 << 2;
        QTest::newRow("hundred") << 100 << 5;
    }

    void rollCallHasEveryPersonOnce()
    {
        QFETCH(int, people);
        QFETCH(int, pages);
        const auto made = rollCallPages(rollCall(people, QStringLiteral("Anna ERIKSSON")), FontMeasure());
        QCOMPARE(made.size(), pages);
        int names = 0;
        int boxes = 0;
        for (const Drawing &page : made) {
            const QString faults = test::layoutFaults(page).join(QLatin1Char(0x0a));
            QVERIFY2(faults.isEmpty(), qPrintable(faults));
            for (const TextLine &line : page.textsOf(Role::Cell))
                names += line.text == QStringLiteral("Anna ERIKSSON") && line.bold ? 1 : 0;
            boxes += static_cast<int>(page.outlines.size());
            QVERIFY(!page.textsOf(Role::Title).isEmpty());
        }
        QCOMPARE(names, people);
        QCOMPARE(boxes, people);
        QVERIFY(textsOf(made, Role::Footer).last().contains(QStringLiteral("Page %1 of %1").arg(pages)));
    }

    void rollCallStandsHostileNames_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto &name : test::sampleNames())
            QTest::newRow(name.what.constData()) << name.text;
    }

    void rollCallStandsHostileNames()
    {
        QFETCH(QString, name);
        for (const Drawing &page : rollCallPages(rollCall(3, name), FontMeasure())) {
            const QString faults = test::layoutFaults(page).join(QLatin1Char(0x0a));
            QVERIFY2(faults.isEmpty(), qPrintable(faults));
        }
    }

    void drillSaysSo()
    {
        RollCall call = rollCall(1, QStringLiteral("A"));
        call.drill = true;
        QVERIFY(textsOf(rollCallPages(call, FontMeasure()), Role::Title).first().contains(QStringLiteral("DRILL")));
    }

    void r24_aListThatTheLogLacksSaysSo()
    {
        RollCall call = rollCall(1, QStringLiteral("A"));
        const auto says = [&call] {
            const QString texts = textsOf(rollCallPages(call, FontMeasure()), Role::Body).join(QLatin1Char(' '));
            return texts.contains(QStringLiteral("not in the log 未记入日志"));
        };
        QVERIFY(!says());
        call.noted = false;
        QVERIFY(says());
        const QString faults = test::layoutFaults(rollCallPages(call, FontMeasure()).first()).join(QLatin1Char(0x0a));
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
    }

    void r24_aListThatWasNotReadAnewSaysOfWhen()
    {
        RollCall call = rollCall(250, QStringLiteral("A"));
        call.asOf = QDateTime(QDate(2026, 11, 27), QTime(6, 3));
        const Drawing page = rollCallPages(call, FontMeasure()).first();
        QVERIFY(textsOf({page}, Role::Body).join(QLatin1Char(' ')).contains(QStringLiteral("250 (as of 截至 06:03)")));
        const QString faults = test::layoutFaults(page).join(QLatin1Char(0x0a));
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
    }

    void pickupSlipShowsTheNumber()
    {
        const Drawing page = pickupSlipPage(
            {QStringLiteral("Harbour Call Centre"), QStringLiteral("42"), QDateTime::currentDateTime()}, FontMeasure());
        const QString faults = test::layoutFaults(page).join(QLatin1Char(0x0a));
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
        QCOMPARE(page.textsOf(Role::Number).first().text, QStringLiteral("42"));
        QVERIFY(page.textsOf(Role::Number).first().size > 10);
    }
};

GATEHOUSE_TEST(QApplication, TestSheets);
#include "tst_sheets.moc"
