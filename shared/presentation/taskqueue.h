// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QPromise>

#include <exception>
#include <functional>
#include <memory>
#include <type_traits>

namespace gatehouse::presentation
{

template <typename T>
inline constexpr bool isResult = false;
template <typename T>
inline constexpr bool isResult<Result<T>> = true;

/// One worker thread that runs tasks in the order in which they were given: the thread that owns a Store and everything that
/// hangs on it, so that storage, printing and keys never run on the GUI thread. What a task makes and keeps (a store, a
/// session) must be dropped by a task too. Made, used and destroyed by one thread, which needs an event loop for continuations.
/// Destruction lets the running task end, forgets those that wait, and joins the thread. Tasks and their continuations may be
/// movable only. What a task throws (no memory for a password) is logged and answered as Internal; one that does not answer
/// with a Result must not throw, and neither must a continuation.
class TaskQueue : public QObject
{
    Q_OBJECT

public:
    explicit TaskQueue(const QString &threadName, QObject *parent = nullptr);
    ~TaskQueue() override;

    /// Runs `task` on the worker. The future is canceled only when the queue is destroyed first.
    template <typename Task>
    auto run(Task task) -> QFuture<std::invoke_result_t<Task>>
    {
        using T = std::invoke_result_t<Task>;
        auto promise = std::make_shared<QPromise<T>>();
        QFuture<T> future = promise->future();
        promise->start();
        post([promise, work = std::make_shared<Task>(std::move(task))] {
            if constexpr (std::is_void_v<T>)
                (*work)();
            else
                promise->addResult(answerOf(*work));
            promise->finish();
        });
        return future;
    }

    /// The same, and calls `done` with the result in the thread of this queue, unless `context` was destroyed meanwhile.
    /// Whoever starts over (the next visitor) destroys the context, and no answer for the one before can arrive.
    template <typename Task, typename Done>
    void run(QObject *context, Task task, Done done)
    {
        using T = std::invoke_result_t<Task>;
        auto work = std::make_shared<Task>(std::move(task));
        auto finish = std::make_shared<Done>(std::move(done));
        post([this, guard = QPointer<QObject>(context), work, finish] {
            if constexpr (std::is_void_v<T>) {
                (*work)();
                reply([guard, finish] {
                    if (guard)
                        (*finish)();
                });
            } else {
                auto result = std::make_shared<T>(answerOf(*work));
                reply([guard, finish, result] {
                    if (guard)
                        (*finish)(std::move(*result));
                });
            }
        });
    }

    /// Waits until everything given so far has run. For tests and for shutting down.
    void drain();

private:
    template <typename Task>
    static auto answerOf(Task &task) -> std::invoke_result_t<Task>
    {
        if constexpr (isResult<std::invoke_result_t<Task>>) {
            try {
                return task();
            } catch (const std::exception &thrown) {
                return fail(noted(thrown));
            }
        } else {
            return task();
        }
    }
    static Error noted(const std::exception &thrown);

    void post(std::function<void()> task);
    void reply(std::function<void()> call);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gatehouse::presentation
