// SPDX-License-Identifier: GPL-3.0-or-later
#include "framesource.h"

#include "base/logging.h"
#include "grabber.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace gatehouse::scanning
{

namespace
{
constexpr auto retryTime = std::chrono::milliseconds(500);
}

struct FrameSource::Private {
    FrameSource *q = nullptr;
    QString source;
    std::thread thread;

    // Of the receiving thread.
    bool picture = false;
    bool missing = false;

    std::mutex mutex; // guards all below
    std::condition_variable wake;
    bool stopping = false;
    bool waiting = false; // a delivery is on its way
    QImage newest;
    quint64 run = 0; // deliveries of an earlier run are dropped

    void grab(quint64 ofRun);
    void hand(const QImage &image, quint64 ofRun);
    void post(void (Private::*event)(), quint64 ofRun);
    void deliver();
    void goMissing();
    void comeBack();
    bool rest();
};

void FrameSource::Private::post(void (Private::*event)(), quint64 ofRun)
{
    QMetaObject::invokeMethod(
        q,
        [this, event, ofRun] {
            {
                const std::lock_guard lock(mutex);
                if (ofRun != run)
                    return;
            }
            (this->*event)();
        },
        Qt::QueuedConnection);
}

void FrameSource::Private::hand(const QImage &image, quint64 ofRun)
{
    {
        const std::lock_guard lock(mutex);
        newest = image;
        if (std::exchange(waiting, true))
            return;
    }
    post(&Private::deliver, ofRun);
}

void FrameSource::Private::deliver()
{
    QImage image;
    {
        const std::lock_guard lock(mutex);
        image = std::exchange(newest, QImage());
        waiting = false;
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

// True when it is time to end.
bool FrameSource::Private::rest()
{
    std::unique_lock lock(mutex);
    return wake.wait_for(lock, retryTime, [this] { return stopping; });
}

void FrameSource::Private::grab(quint64 ofRun)
{
    std::unique_ptr<Grabber> grabber;
    bool failing = false;
    for (;;) {
        {
            const std::lock_guard lock(mutex);
            if (stopping)
                return;
        }
        if (!grabber)
            grabber = makeGrabber(source);
        const auto image = grabber->next();
        if (image) {
            if (std::exchange(failing, false)) {
                qCInfo(lcCamera) << "the camera is back";
                post(&Private::comeBack, ofRun);
            }
            hand(*image, ofRun);
            continue;
        }
        grabber.reset();
        if (!std::exchange(failing, true)) {
            qCWarning(lcCamera) << "the camera is lost:" << image.error().detail;
            post(&Private::goMissing, ofRun);
        }
        if (rest())
            return;
    }
}

FrameSource::FrameSource(const QString &source, QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    d->q = this;
    d->source = source;
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
    const quint64 run = [this] {
        const std::lock_guard lock(d->mutex);
        d->stopping = false;
        d->waiting = false;
        return ++d->run;
    }();
    d->thread = std::thread([this, run] { d->grab(run); });
}

void FrameSource::stop()
{
    if (!isRunning())
        return;
    {
        const std::lock_guard lock(d->mutex);
        d->stopping = true;
        ++d->run;
        d->newest = QImage();
    }
    d->wake.notify_all();
    d->thread.join();
    d->picture = false;
}

bool FrameSource::isRunning() const
{
    return d->thread.joinable();
}

bool FrameSource::hasPicture() const
{
    return d->picture;
}

} // namespace gatehouse::scanning
