// SPDX-License-Identifier: GPL-3.0-or-later
#include "framesource.h"

#include "base/logging.h"
#include "grabber.h"

#include <QCoreApplication>

#include <chrono>
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

namespace gatehouse::scanning
{

namespace
{
constexpr auto retryTime = std::chrono::milliseconds(500);

/// The grabbing threads of this program, those too that a source no longer waits for. A program that ends gives them a moment:
/// the libraries that they are in are taken down next.
struct Threads {
    static constexpr auto patience = std::chrono::seconds(3);
    std::mutex mutex;
    std::condition_variable ended;
    int count = 0;

    void add(int change)
    {
        const std::lock_guard lock(mutex);
        count += change;
        ended.notify_all();
    }
    void await()
    {
        std::unique_lock lock(mutex);
        if (!ended.wait_for(lock, patience, [this] { return count == 0; }))
            qCWarning(lcCamera) << "a camera hangs and is left behind";
    }
};

Threads &threads()
{
    static auto *const all = [] {
        qAddPostRoutine([] { threads().await(); });
        return new Threads; // for threads that outlive everything
    }();
    return *all;
}
} // namespace

/// What the grabbing thread shares with the source that began it, and may outlive it with: a camera that hangs is closed when
/// it lets go.
struct FrameSource::Run : std::enable_shared_from_this<Run> {
    explicit Run(Private *begunBy) : owner(begunBy) {}

    Private *const owner; ///< only of its own thread, and not once stopped
    std::mutex mutex;     // guards all below
    std::condition_variable wake;
    bool stopped = false; ///< set in the owner's thread
    bool waiting = false; ///< a delivery is on its way
    QImage newest;

    void grab(const QString &source);
    void hand(const QImage &image);
    void post(void (Private::*event)());
    bool isStopped();
    bool rest();
};

struct FrameSource::Private {
    FrameSource *q = nullptr;
    QString source;
    std::shared_ptr<Run> run;
    std::shared_future<void> ended; ///< when the camera of the last run was closed

    bool picture = false;
    bool missing = false;

    void deliver();
    void goMissing();
    void comeBack();
};

void FrameSource::Run::post(void (Private::*event)())
{
    const std::lock_guard lock(mutex);
    if (stopped)
        return;
    QMetaObject::invokeMethod(
        owner->q,
        [run = shared_from_this(), event] {
            if (!run->isStopped())
                (run->owner->*event)();
        },
        Qt::QueuedConnection);
}

void FrameSource::Run::hand(const QImage &image)
{
    {
        const std::lock_guard lock(mutex);
        newest = image;
        if (std::exchange(waiting, true))
            return;
    }
    post(&Private::deliver);
}

bool FrameSource::Run::isStopped()
{
    const std::lock_guard lock(mutex);
    return stopped;
}

// True when it is time to end.
bool FrameSource::Run::rest()
{
    std::unique_lock lock(mutex);
    return wake.wait_for(lock, retryTime, [this] { return stopped; });
}

void FrameSource::Run::grab(const QString &source)
{
    std::unique_ptr<Grabber> grabber;
    bool failing = false;
    while (!isStopped()) {
        if (!grabber)
            grabber = makeGrabber(source);
        const auto image = grabber->next();
        if (image) {
            if (std::exchange(failing, false)) {
                qCInfo(lcCamera) << "the camera is back";
                post(&Private::comeBack);
            }
            hand(*image);
            continue;
        }
        grabber.reset();
        if (!std::exchange(failing, true) && !isStopped()) {
            qCWarning(lcCamera) << "the camera is lost:" << image.error().detail;
            post(&Private::goMissing);
        }
        if (rest())
            return;
    }
}

void FrameSource::Private::deliver()
{
    QImage image;
    {
        const std::lock_guard lock(run->mutex);
        image = std::exchange(run->newest, QImage());
        run->waiting = false;
    }
    if (image.isNull())
        return;
    picture = true;
    Q_EMIT q->frame(image);
}

void FrameSource::Private::goMissing()
{
    picture = false;
    if (!std::exchange(missing, true))
        Q_EMIT q->lost();
}

void FrameSource::Private::comeBack()
{
    if (std::exchange(missing, false))
        Q_EMIT q->recovered();
}

FrameSource::FrameSource(const QString &source, QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    d->q = this;
    d->source = source;
}

void FrameSource::prepare()
{
    // V4L2 waits ten seconds for a frame unless told otherwise; an unplugged camera should be noticed sooner.
    if (qEnvironmentVariableIsEmpty("OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT"))
        qputenv("OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT", "2");
}

FrameSource::~FrameSource()
{
    stop();
}

QString FrameSource::source() const
{
    return d->source;
}

void FrameSource::start()
{
    if (isRunning())
        return;
    d->missing = false;
    d->run = std::make_shared<Run>(d.get());
    std::packaged_task<void()> task([run = d->run, source = d->source, before = d->ended] {
        if (before.valid())
            before.wait(); // a device is opened by one at a time
        run->grab(source);
    });
    threads().add(1);
    d->ended = task.get_future().share();
    std::thread([task = std::move(task)]() mutable {
        task();
        threads().add(-1);
    }).detach();
}

void FrameSource::stop()
{
    if (!isRunning())
        return;
    {
        const std::lock_guard lock(d->run->mutex);
        d->run->stopped = true;
        d->run->newest = QImage();
    }
    d->run->wake.notify_all();
    d->run.reset();
    d->picture = false;
}

bool FrameSource::isRunning() const
{
    return d->run != nullptr;
}

bool FrameSource::hasPicture() const
{
    return d->picture;
}

} // namespace gatehouse::scanning
