// SPDX-License-Identifier: GPL-3.0-or-later
#include "taskqueue.h"

#include "base/logging.h"

#include <QSemaphore>
#include <QThread>

namespace gatehouse::presentation
{

struct TaskQueue::Private {
    QThread thread;
    QObject *worker = nullptr; // lives in the thread; tasks are its events
};

TaskQueue::TaskQueue(const QString &threadName, QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    d->thread.setObjectName(threadName);
    d->worker = new QObject;
    d->worker->moveToThread(&d->thread);
    d->thread.start();
}

TaskQueue::~TaskQueue()
{
    d->thread.quit();
    d->thread.wait();
    delete d->worker; // and with it the tasks that wait
}

void TaskQueue::drain()
{
    QSemaphore reached;
    post([&reached] { reached.release(); });
    reached.acquire();
}

Error TaskQueue::noted(const std::exception &thrown)
{
    qCCritical(lcTasks) << "a task threw:" << thrown.what();
    return {ErrorCode::Internal, QString::fromLatin1(thrown.what())};
}

void TaskQueue::post(std::function<void()> task)
{
    QMetaObject::invokeMethod(d->worker, std::move(task), Qt::QueuedConnection);
}

void TaskQueue::reply(std::function<void()> call)
{
    QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
}

} // namespace gatehouse::presentation
