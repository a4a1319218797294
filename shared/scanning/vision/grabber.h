// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QImage>
#include <QString>

#include <memory>

namespace gatehouse::scanning
{

/// Where a FrameSource's pictures come from. Belongs to the grabbing thread from the first next() on.
class Grabber
{
public:
    virtual ~Grabber() = default;

    /// The next picture, Format_RGB32; waits as the source's rate asks. Unavailable when the source is gone: the grabber is
    /// then thrown away and made anew.
    [[nodiscard]] virtual Result<QImage> next() = 0;
};

/// An image or a folder of images.
std::unique_ptr<Grabber> makeStillGrabber(const QString &path);
/// A camera, a stream or a video file, through OpenCV.
std::unique_ptr<Grabber> makeVideoGrabber(const QString &source);
/// The one that fits the SOURCE; what does not exist yet counts as a video.
std::unique_ptr<Grabber> makeGrabber(const QString &source);

} // namespace gatehouse::scanning
