// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/taskqueue.h"
#include "testprogram.h"

#include <QRegularExpression>
#include <QSemaphore>
#include <QTest>
#include <QThread>

using gatehouse::presentation::TaskQueue;

class TestTaskQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsElsewhereAndAnswersHere()
    {
        TaskQueue queue(QStringLiteral("test"));
        QThread *worker = nullptr;
        QThread *answered = nullptr;
        queue.run(
            this, [] { return QThread::currentThread(); },
            [&](QThread *thread) {
                worker = thread;
                answered = QThread::currentThread();
            });
        QTRY_VERIFY(worker);
        QVERIFY(worker != QThread::currentThread());
        QCOMPARE(answered, QThread::currentThread());
    }

    void keepsTheOrder()
    {
        TaskQueue queue(QStringLiteral("test"));
        QList<int> seen;
        for (int i = 0; i < 100; ++i)
            queue.run(
                this, [i] { return i; }, [&](int value) { seen.append(value); });
        QTRY_COMPARE(seen.size(), 100);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(seen.at(i), i);
    }

    void takesWhatCanOnlyBeMoved()
    {
        TaskQueue queue(QStringLiteral("test"));
        auto secret = std::make_unique<int>(7);
        std::unique_ptr<int> back;
        queue.run(
            this, [secret = std::move(secret)]() mutable { return std::move(secret); },
            [&](std::unique_ptr<int> value) { back = std::move(value); });
        QTRY_VERIFY(back);
        QCOMPARE(*back, 7);
    }

    void givesAFuture()
    {
        TaskQueue queue(QStringLiteral("test"));
        QFuture<int> future = queue.run([] { return 42; });
        QCOMPARE(future.result(), 42);
        QFuture<void> nothing = queue.run([] {});
        nothing.waitForFinished();
        QVERIFY(nothing.isFinished());
    }

    // The next visitor must never get an answer that was meant for the one before.
    void forgetsAnswersWhoseContextHasGone()
    {
        TaskQueue queue(QStringLiteral("test"));
        auto context = std::make_unique<QObject>();
        QSemaphore mayRun;
        bool answered = false;
        bool after = false;
        queue.run(
            context.get(), [&] { mayRun.acquire(); }, [&] { answered = true; });
        queue.run(
            this, [] {}, [&] { after = true; });
        context.reset();
        mayRun.release();
        QTRY_VERIFY(after);
        QVERIFY(!answered);
    }

    void destructionEndsTheRunningTaskAndForgetsTheOthers()
    {
        std::atomic_int ran = 0;
        QFuture<void> waiting;
        {
            TaskQueue queue(QStringLiteral("test"));
            QSemaphore started;
            queue.run([&] {
                started.release(); // from here on the queue may be gone at any moment, but not before this task ends
                ++ran;
            });
            waiting = queue.run([&] { ran += 10; });
            started.acquire();
        }
        QCOMPARE(ran.load() % 10, 1);
        QVERIFY(waiting.isFinished() || waiting.isCanceled());
    }

    void whatATaskThrowsIsAnswered()
    {
        TaskQueue queue(QStringLiteral("test"));
        for (int i = 0; i < 2; ++i)
            QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("a task threw")));
        const auto noMemory = []() -> gatehouse::Result<int> { throw std::bad_alloc(); };
        std::optional<gatehouse::Result<int>> answer;
        queue.run(this, noMemory, [&](const gatehouse::Result<int> &result) { answer = result; });
        QTRY_VERIFY(answer);
        QCOMPARE(answer->error().code, gatehouse::ErrorCode::Internal);
        QCOMPARE(queue.run(noMemory).result().error().code, gatehouse::ErrorCode::Internal);
        QCOMPARE(queue.run([] { return 42; }).result(), 42); // and it goes on
    }

    void drainWaits()
    {
        TaskQueue queue(QStringLiteral("test"));
        int ran = 0;
        queue.run([&] { ++ran; });
        queue.drain();
        QCOMPARE(ran, 1);
    }
};

GATEHOUSE_TEST(QCoreApplication, TestTaskQueue);
#include "tst_taskqueue.moc"
