// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracttest.h"
#include "testprogram.h"

#include <atomic>
#include <thread>

using namespace gatehouse;
using namespace gatehouse::domain;

class TestContractTransactions : public test::ContractTest
{
    Q_OBJECT

    const QString m_key = QStringLiteral("test");

    Result<void> put(Store &store, const QByteArray &value)
    {
        GATEHOUSE_TRY_ASSIGN(auto write, store.beginWrite());
        GATEHOUSE_TRY(write->site().setSetting(m_key, value));
        return write->commit();
    }

    Result<std::optional<QByteArray>> get(Store &store)
    {
        GATEHOUSE_TRY_ASSIGN(auto read, store.beginRead());
        return read->site().setting(m_key);
    }

    /// Appends entries as a use case does: each in a transaction of its own, from the head that it finds there.
    Result<void> appendEntries(int count, quint64 seed) const
    {
        test::SampleRows own(seed);
        GATEHOUSE_TRY_ASSIGN(auto store, open());
        const auto station = own.id<StationId>();
        for (int i = 1; i <= count; ++i) {
            GATEHOUSE_TRY_ASSIGN(auto write, store->beginWrite());
            GATEHOUSE_TRY_ASSIGN(const auto head, write->ledger().head());
            GATEHOUSE_TRY_ASSIGN(const qint64 counter, write->ledger().nextStationCounter(station));
            GATEHOUSE_TRY(write->ledger().append(own.entry(head, station, counter)));
            GATEHOUSE_TRY(write->commit());
        }
        return {};
    }

private Q_SLOTS:
    void whatWasNotCommittedIsGone()
    {
        SUCCEEDS(put(store(), "old"));
        {
            TAKE(write, store().beginWrite());
            SUCCEEDS(write->site().setSetting(m_key, "new"));
            SUCCEEDS(write->visits().insert(rows.visit(1)));
        }
        TAKE(value, get(store()));
        QCOMPARE(value, std::optional(QByteArray("old")));
        TAKE(read, store().beginRead());
        TAKE(count, read->visits().count({}));
        QCOMPARE(count, 0);
    }

    void aTransactionCommitsOnce()
    {
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->site().setSetting(m_key, "1"));
        SUCCEEDS(write->commit());
        FAILS_WITH(write->commit(), Internal);
    }

    void oneTransactionAtATime()
    {
        TAKE(write, store().beginWrite());
        FAILS_WITH(store().beginWrite(), Internal);
        FAILS_WITH(store().beginRead(), Internal);
        SUCCEEDS(write->site().setSetting(m_key, "1")); // the open one is not disturbed
        SUCCEEDS(write->commit());
        TAKE(value, get(store()));
        QCOMPARE(value, std::optional(QByteArray("1")));
    }

    void nothingIsWrittenThroughARead()
    {
        TAKE(read, store().beginRead());
        FAILS_WITH(read->site().setSetting(m_key, "1"), ReadOnly);
        FAILS_WITH(read->commit(), ReadOnly); // nor can a transaction in which something failed be committed
        read.reset();
        TAKE(value, get(store()));
        QVERIFY(!value);
        SUCCEEDS(put(store(), "2"));
    }

    void aReadSeesOneState()
    {
        SUCCEEDS(put(store(), "1"));
        TAKE(other, open());
        TAKE(read, store().beginRead());
        SUCCEEDS(put(*other, "2"));
        TAKE(before, read->site().setting(m_key));
        QCOMPARE(before, std::optional(QByteArray("1")));
        SUCCEEDS(read->commit());
        read.reset();
        TAKE(after, get(store()));
        QCOMPARE(after, std::optional(QByteArray("2")));
    }

    void writersWaitForEachOther()
    {
        constexpr int writers = 4;
        constexpr int each = 25;
        std::vector<std::thread> threads;
        std::atomic<int> failures{0};
        for (int i = 0; i < writers; ++i) {
            threads.emplace_back([this, i, &failures] {
                if (!appendEntries(each, 100 + static_cast<quint64>(i)))
                    ++failures;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(failures.load(), 0);
        TAKE(read, store().beginRead());
        TAKE(entries, read->ledger().after(0, 1000));
        QCOMPARE(entries.size(), std::size_t(writers * each));
        QByteArray previous(32, '\0');
        for (std::size_t i = 0; i < entries.size(); ++i) {
            QCOMPARE(entries[i].sequence, qint64(i + 1));
            QCOMPARE(entries[i].previous, previous);
            previous = entries[i].hash;
        }
    }

    void aWriterGivesUpAfterTheBusyTimeout()
    {
        TAKE(impatient, open(std::chrono::milliseconds(20)));
        TAKE(write, store().beginWrite());
        FAILS_WITH(impatient->beginWrite(), Busy);
        TAKE(read, impatient->beginRead()); // reading goes on
        SUCCEEDS(write->commit());
        read.reset();
        SUCCEEDS(put(*impatient, "after"));
    }

    void theSecondDeciderGetsAConflict()
    {
        const Visit visit = rows.visit(1);
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->visits().insert(visit));
        SUCCEEDS(write->commit());
        TAKE(other, open());
        Visit approved = visit;
        approved.state = VisitState::Approved;
        Visit denied = visit;
        denied.state = VisitState::Denied;
        TAKE(first, store().beginWrite());
        SUCCEEDS(first->visits().update(approved, VisitState::Requested));
        SUCCEEDS(first->commit());
        TAKE(second, other->beginWrite());
        FAILS_WITH(second->visits().update(denied, VisitState::Requested), Conflict);
        TAKE(stored, second->visits().byId(visit.id));
        QCOMPARE(stored, std::optional(approved));
    }

    void theDataVersionMovesWithOthersCommits()
    {
        TAKE(other, open());
        TAKE(start, store().dataVersion());
        TAKE(same, store().dataVersion());
        QCOMPARE(same, start);
        {
            TAKE(write, other->beginWrite());
            SUCCEEDS(write->site().setSetting(m_key, "rolled back"));
        }
        TAKE(still, store().dataVersion());
        QCOMPARE(still, start);
        SUCCEEDS(put(*other, "1"));
        TAKE(moved, store().dataVersion());
        QVERIFY(moved != start);
        SUCCEEDS(put(*other, "2"));
        TAKE(again, store().dataVersion());
        QVERIFY(again != moved);
    }
};

GATEHOUSE_TEST(QCoreApplication, TestContractTransactions);
#include "tst_contract_transactions.moc"
