// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracttest.h"
#include "testprogram.h"

using namespace gatehouse;
using namespace gatehouse::domain;

class TestContractLedger : public test::ContractTest
{
    Q_OBJECT
private Q_SLOTS:
    void anEmptyLedgerHasAHead()
    {
        TAKE(read, store().beginRead());
        TAKE(head, read->ledger().head());
        QCOMPARE(head, LedgerHead());
        TAKE(counter, read->ledger().nextStationCounter(rows.id<StationId>()));
        QCOMPARE(counter, qint64(1));
        TAKE(entries, read->ledger().after(0, 10));
        QVERIFY(entries.empty());
    }

    void entriesComeBackAsWrittenAndInOrder()
    {
        const auto kiosk = rows.id<StationId>();
        const auto admin = rows.id<StationId>();
        std::vector<LedgerEntry> written;
        TAKE(write, store().beginWrite());
        LedgerHead head;
        for (int i = 1; i <= 7; ++i) {
            const auto &station = i % 2 ? kiosk : admin;
            TAKE(counter, write->ledger().nextStationCounter(station));
            QCOMPARE(counter, qint64((i + 1) / 2));
            LedgerEntry entry = rows.entry(head, station, counter);
            if (i >= 6) { // two of the same subject
                entry.subject = written[2].subject;
                entry.body = ledgerBody(entry);
                entry.hash = ledgerHash(entry.body);
            }
            SUCCEEDS(write->ledger().append(entry));
            head = LedgerHead{entry.sequence, entry.hash};
            TAKE(stored, write->ledger().head());
            QCOMPARE(stored, head);
            written.push_back(entry);
        }
        SUCCEEDS(write->commit());
        TAKE(read, store().beginRead());
        TAKE(all, read->ledger().after(0, 100));
        QCOMPARE(all, written);
        for (const LedgerEntry &entry : all)
            QVERIFY(matchesBody(entry));
        TAKE(some, read->ledger().after(2, 3));
        QCOMPARE(some, (std::vector<LedgerEntry>{written[2], written[3], written[4]}));
        TAKE(ofSubject, read->ledger().ofSubject(written[2].subject));
        QCOMPARE(ofSubject, (std::vector<LedgerEntry>{written[2], written[5], written[6]}));
    }

    void anEntryThatDoesNotFollowIsAConflict_data()
    {
        QTest::addColumn<int>("sequenceStep");
        QTest::addColumn<bool>("wrongPrevious");
        QTest::addColumn<bool>("usedCounter");
        QTest::newRow("gap") << 1 << false << false;
        QTest::newRow("same sequence") << -1 << false << false;
        QTest::newRow("other predecessor") << 0 << true << false;
        QTest::newRow("count of the station used before") << 0 << false << true;
    }

    void anEntryThatDoesNotFollowIsAConflict()
    {
        QFETCH(int, sequenceStep);
        QFETCH(bool, wrongPrevious);
        QFETCH(bool, usedCounter);
        const auto station = rows.id<StationId>();
        TAKE(write, store().beginWrite());
        const LedgerEntry first = rows.entry({}, station, 1);
        SUCCEEDS(write->ledger().append(first));
        const LedgerHead head{1, first.hash};
        LedgerEntry second = rows.entry(head, station, usedCounter ? 1 : 2);
        second.sequence += sequenceStep;
        if (wrongPrevious)
            second.previous = rows.bytes(32);
        FAILS_WITH(write->ledger().append(second), Conflict);
        TAKE(stored, write->ledger().head());
        QCOMPARE(stored, head);
        SUCCEEDS(write->ledger().append(rows.entry(head, station, 2)));
        SUCCEEDS(write->commit());
    }

    void anEntryGoesWithItsTransaction()
    {
        const auto station = rows.id<StationId>();
        {
            TAKE(write, store().beginWrite());
            SUCCEEDS(write->ledger().append(rows.entry({}, station, 1)));
        }
        TAKE(read, store().beginRead());
        TAKE(head, read->ledger().head());
        QCOMPARE(head, LedgerHead());
    }
};

GATEHOUSE_TEST(QCoreApplication, TestContractLedger);
#include "tst_contract_ledger.moc"
