// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ledgerentry.h"
#include "domain/statementdetails.h"
#include "fakeclock.h"
#include "testprogram.h"

#include <QCryptographicHash>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::domain;

namespace
{
LedgerEntry sampleEntry()
{
    test::FakeClock clock;
    test::SeededRandomness randomness;
    LedgerEntry entry;
    entry.sequence = 7;
    entry.occurred = clock.now();
    entry.recorded = clock.now().addMSecs(3);
    entry.station = makeId<StationId>(clock, randomness);
    entry.stationCounter = 4;
    entry.actor = QStringLiteral("root");
    entry.action = action::visitApprove;
    entry.subject = QStringLiteral("visit:x");
    entry.details = {{QStringLiteral("b"), 1}, {QStringLiteral("a"), QStringLiteral("文")}};
    entry.previous = QByteArray(32, 'p');
    entry.body = ledgerBody(entry);
    entry.hash = ledgerHash(entry.body);
    return entry;
}
} // namespace

class TestLedgerEntry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Subjects are compared as text too: another spelling would be another subject to one and the same to another.
    void anIdHasOneSpelling_data()
    {
        QTest::addColumn<QString>("rest");
        QTest::addColumn<bool>("isOne");
        const QString id = QStringLiteral("01a1afc2-c660-73ad-8417-973698af7d5c");
        QTest::newRow("as written") << id << true;
        QTest::newRow("capitals") << id.toUpper() << false;
        QTest::newRow("braces") << QStringLiteral("{%1}").arg(id) << false;
        QTest::newRow("a blank behind") << id + QLatin1Char(' ') << false;
        QTest::newRow("none") << QStringLiteral("00000000-0000-0000-0000-000000000000") << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void anIdHasOneSpelling()
    {
        QFETCH(QString, rest);
        QTEST(visitOf(QStringLiteral("visit:") + rest).has_value(), "isOne");
        QTEST(staffOf(QStringLiteral("staff:") + rest).has_value(), "isOne");
        LedgerEntry entry;
        entry.subject = QStringLiteral("incident:") + rest;
        QTEST(!detail::subjectId<VisitId>(entry, "incident:").isNull(), "isOne");
        QVERIFY(detail::subjectId<VisitId>(entry, "round:").isNull());
    }

    void bodyHoldsEveryValueInSortedOrder()
    {
        const LedgerEntry entry = sampleEntry();
        QCOMPARE(entry.body.left(33), QByteArray("{\"action\":\"visit.approve\",\"actor\""));
        QVERIFY(entry.body.contains("\"details\":{\"a\":\"文\",\"b\":1}"));
        QVERIFY(entry.body.contains("\"occurred\":\"2026-11-24T09:41:00.000Z\""));
        QCOMPARE(entry.hash, QCryptographicHash::hash(entry.body, QCryptographicHash::Sha256));
        QVERIFY(matchesBody(entry));
    }

    /// Signed all the same: what this program finds in it, another might not.
    void aBodyHasOneForm_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("a key twice") << QByteArray(",\"subject\"") << QByteArray(",\"subject\":\"visit:y\",\"subject\"");
        QTest::newRow("one too many") << QByteArray("{\"action\"") << QByteArray("{\"aaa\":\"somebody\",\"action\"");
        QTest::newRow("twice within the details") << QByteArray("{\"a\"") << QByteArray("{\"a\":1,\"a\"");
        QTest::newRow("unsorted") << QByteArray("\"a\":\"文\",\"b\":1") << QByteArray("\"b\":1,\"a\":\"文\"");
        QTest::newRow("a blank") << QByteArray("\"b\":1") << QByteArray("\"b\": 1");
        QTest::newRow("escaped") << QByteArray("文") << QByteArray("\\u6587");
    }
    void aBodyHasOneForm()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        LedgerEntry entry = sampleEntry();
        QVERIFY(entry.body.contains(before));
        entry.body.replace(before, after);
        entry.hash = ledgerHash(entry.body);
        QVERIFY(ledgerEntryFromBody(entry.body));
        QVERIFY(!matchesBody(entry));
    }

    void aColumnThatWasChangedNoLongerMatches_data()
    {
        QTest::addColumn<int>("column");
        const char *const names[] = {"sequence", "occurred", "recorded", "station",  "counter", "actor",
                                     "action",   "subject",  "details",  "previous", "hash",    "body"};
        for (int column = 0; column < int(std::size(names)); ++column)
            QTest::newRow(names[column]) << column;
    }
    void aColumnThatWasChangedNoLongerMatches()
    {
        QFETCH(int, column);
        LedgerEntry entry = sampleEntry();
        switch (column) {
        case 0:
            entry.sequence = 8;
            break;
        case 1:
            entry.occurred = entry.occurred.addMSecs(1);
            break;
        case 2:
            entry.recorded = entry.recorded.addMSecs(1);
            break;
        case 3:
            entry.station = StationId{};
            break;
        case 4:
            ++entry.stationCounter;
            break;
        case 5:
            entry.actor += QLatin1Char('x');
            break;
        case 6:
            entry.action = action::visitDeny;
            break;
        case 7:
            entry.subject += QLatin1Char('x');
            break;
        case 8:
            entry.details.insert(QStringLiteral("c"), 1);
            break;
        case 9:
            entry.previous[0] = 'q';
            break;
        case 10:
            entry.hash[0] = static_cast<char>(entry.hash[0] ^ 1);
            break;
        case 11:
            entry.body.replace("approve", "approvE");
            break;
        default:
            QFAIL("no such column");
        }
        QVERIFY(!matchesBody(entry));
    }

    void rubbishIsDamaged()
    {
        QCOMPARE(ledgerEntryFromBody("{}").error().code, ErrorCode::Damaged);
        QCOMPARE(ledgerEntryFromBody("\xff\x00").error().code, ErrorCode::Damaged);
    }
};

GATEHOUSE_TEST(QCoreApplication, TestLedgerEntry);
#include "tst_ledgerentry.moc"
