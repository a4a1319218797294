// SPDX-License-Identifier: GPL-3.0-or-later
#include "framemeasure.h"

#include <opencv2/imgproc.hpp>

namespace gatehouse::scanning
{

namespace
{
constexpr int measuredWidth = 640;
// Thresholds found by trying: a card under a desk lamp, by a window, at night, moved by hand.
constexpr double darkest = 38;
constexpr double mostGlare = 0.06;
constexpr double smallestShare = 0.08;
// At full light; what is half as bright has a quarter of it. Print that lies still has 500 and more.
constexpr double leastSharp = 180;
constexpr double fullLight = 160;
} // namespace

FrameMeasure measureFrame(const QImage &gray, const QPolygonF &outline)
{
    FrameMeasure measure;
    if (gray.isNull())
        return measure;
    const cv::Mat whole(gray.height(), gray.width(), CV_8UC1, const_cast<uchar *>(gray.constBits()),
                        size_t(gray.bytesPerLine()));
    const double scale = std::min(1.0, double(measuredWidth) / gray.width());
    cv::Mat small;
    cv::resize(whole, small, {}, scale, scale, cv::INTER_AREA);
    cv::Mat mask;
    if (outline.size() >= 3) {
        mask = cv::Mat::zeros(small.size(), CV_8UC1);
        std::vector<cv::Point> corners;
        const double margin = 0.004 * gray.width();
        for (const QPointF &corner : outline) {
            corners.emplace_back(int(corner.x() * scale), int(corner.y() * scale));
            measure.cut = measure.cut || corner.x() < margin || corner.y() < margin || corner.x() > gray.width() - 1 - margin ||
                          corner.y() > gray.height() - 1 - margin;
        }
        cv::fillPoly(mask, std::vector<std::vector<cv::Point>>{corners}, cv::Scalar(255));
        measure.share = double(cv::countNonZero(mask)) / double(mask.total());
    }
    measure.brightness = cv::mean(small, mask)[0];
    cv::Mat laplacian;
    cv::Laplacian(small, laplacian, CV_16S, 1);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(laplacian, mean, deviation, mask);
    measure.sharpness = deviation[0] * deviation[0];
    const cv::Mat burnt = small >= 252;
    cv::Mat counted;
    if (mask.empty())
        counted = burnt;
    else
        cv::bitwise_and(burnt, mask, counted);
    measure.glare =
        double(cv::countNonZero(counted)) / double(mask.empty() ? small.total() : size_t(cv::countNonZero(mask) + 1));
    return measure;
}

namespace
{
bool isBlurred(const FrameMeasure &measure)
{
    const double light = measure.brightness / fullLight;
    return measure.sharpness < leastSharp * light * light;
}
} // namespace

Guidance guidanceFor(const FrameMeasure &measure, bool documentInView)
{
    if (measure.brightness < darkest)
        return Guidance::TooDark;
    if (!documentInView)
        return Guidance::ShowDocument;
    if (measure.cut)
        return Guidance::PartlyOutside;
    if (measure.share < smallestShare)
        return Guidance::Closer;
    if (isBlurred(measure))
        return Guidance::HoldStill;
    if (measure.glare > mostGlare)
        return Guidance::TooMuchGlare;
    return Guidance::Reading;
}

} // namespace gatehouse::scanning
