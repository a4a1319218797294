// SPDX-License-Identifier: GPL-3.0-or-later
#include "grabber.h"

#include <QFileInfo>

#include <opencv2/imgproc.hpp>
#include <opencv2/videoio.hpp>

#include <chrono>
#include <exception>
#include <thread>

namespace gatehouse::scanning
{

namespace
{
using SteadyClock = std::chrono::steady_clock;
constexpr int patience = 2000; // milliseconds that a stream may take to open or to send

QImage toImage(const cv::Mat &bgr)
{
    QImage picture(bgr.cols, bgr.rows, QImage::Format_RGB32);
    cv::Mat target(picture.height(), picture.width(), CV_8UC4, picture.bits(), size_t(picture.bytesPerLine()));
    cv::cvtColor(bgr, target, bgr.channels() == 1 ? cv::COLOR_GRAY2BGRA : cv::COLOR_BGR2BGRA);
    return picture;
}

class VideoGrabber final : public Grabber
{
public:
    explicit VideoGrabber(const QString &source) : m_source(source) {}

    Result<QImage> next() override
    try {
        if (!m_capture.isOpened())
            GATEHOUSE_TRY(open());
        if (m_frameTime.count() > 0)
            pace();
        cv::Mat picture;
        if (!m_capture.read(picture) && !(m_file && again(picture)))
            return fail(ErrorCode::Unavailable, QStringLiteral("no frame came"));
        if (picture.empty())
            return fail(ErrorCode::Unavailable, QStringLiteral("an empty frame came"));
        return toImage(picture);
    } catch (const std::exception &error) {
        return fail(ErrorCode::Unavailable, QString::fromLocal8Bit(error.what()));
    }

private:
    Result<void> open()
    {
        bool isNumber = false;
        const int number = m_source.toInt(&isNumber);
        const bool device = isNumber || m_source.startsWith(QLatin1String("/dev/"));
        m_file = !device && QFileInfo(m_source).isFile();
        bool opened = false;
        if (isNumber)
            opened = m_capture.open(number, cv::CAP_V4L2);
        else if (device)
            opened = m_capture.open(m_source.toStdString(), cv::CAP_V4L2);
        else
            opened = m_capture.open(m_source.toStdString(), cv::CAP_FFMPEG,
                                    {cv::CAP_PROP_OPEN_TIMEOUT_MSEC, patience, cv::CAP_PROP_READ_TIMEOUT_MSEC, patience});
        if (!opened)
            return fail(ErrorCode::Unavailable, QStringLiteral("the camera cannot be opened"));
        if (device)
            askForDetail();
        if (m_file)
            m_frameTime = std::chrono::milliseconds(int(1000.0 / std::clamp(m_capture.get(cv::CAP_PROP_FPS), 1.0, 60.0)));
        m_due = SteadyClock::now();
        return {};
    }

    // Uncompressed 1080p does not fit through USB 2: motion JPEG does. A camera that cannot, gives what it has.
    void askForDetail()
    {
        m_capture.set(cv::CAP_PROP_FOURCC, cv::VideoWriter::fourcc('M', 'J', 'P', 'G'));
        m_capture.set(cv::CAP_PROP_FRAME_WIDTH, 1920);
        m_capture.set(cv::CAP_PROP_FRAME_HEIGHT, 1080);
        m_capture.set(cv::CAP_PROP_BUFFERSIZE, 1);
    }

    void pace()
    {
        std::this_thread::sleep_until(m_due);
        m_due = std::max(m_due + m_frameTime, SteadyClock::now());
    }

    bool again(cv::Mat &picture)
    {
        m_capture.release();
        return m_capture.open(m_source.toStdString(), cv::CAP_FFMPEG) && m_capture.read(picture);
    }

    QString m_source;
    cv::VideoCapture m_capture;
    bool m_file = false;
    std::chrono::milliseconds m_frameTime{0};
    SteadyClock::time_point m_due;
};
} // namespace

std::unique_ptr<Grabber> makeVideoGrabber(const QString &source)
{
    return std::make_unique<VideoGrabber>(source);
}

} // namespace gatehouse::scanning
