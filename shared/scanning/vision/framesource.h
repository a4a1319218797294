// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <QString>

#include <memory>

namespace gatehouse::scanning
{

/// The frames of a camera SOURCE: a V4L2 device ("/dev/video0" or "0"), an RTSP or HTTP address, a video file (played in a
/// loop at its own rate), an image, or a folder of images, shown in turn. Images and folders are read again when they change,
/// and an image that appears in the folder is shown next; an empty folder is a camera with nothing before it.
///
/// Grabs on a thread of its own. Signals come in the thread that this object lives in, at most one frame waiting: while the
/// receiver is busy the newest frame replaces the one before it. A source that fails is opened again every half second until
/// it works: lost() once, recovered() once. Frames are Format_RGB32, never null. stop() and destruction wait for nothing: a
/// camera that hangs is closed on its thread once it lets go (the next start() of this source waits for that there), and the
/// program's end waits for it three seconds at most.
class FrameSource : public QObject
{
    Q_OBJECT

public:
    /// Once in main(), before there is a second thread: another may read the environment, which this writes to.
    static void prepare();

    explicit FrameSource(const QString &source, QObject *parent = nullptr);
    ~FrameSource() override;

    QString source() const;

    /// Begins grabbing; again after stop(). The camera is closed while stopped.
    void start();
    void stop();
    bool isRunning() const;

    /// True from the first frame on, false while the source is lost or stopped.
    bool hasPicture() const;

Q_SIGNALS:
    void frame(const QImage &picture);
    void lost();
    void recovered();

private:
    struct Private;
    struct Run;
    std::unique_ptr<Private> d;
};

} // namespace gatehouse::scanning
