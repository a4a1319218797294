// SPDX-License-Identifier: GPL-3.0-or-later
#include "symbolregions.h"

#include "shrink.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace gatehouse::scanning
{

namespace
{
constexpr int workingWidth = 1920;   // a module of a licence's symbol is still two pixels wide
constexpr double coarse = 0.5;       // of that: here large modules have as many edges as small ones have there
constexpr int cell = 8;              // pixels that are averaged into one of the density map
constexpr double leastDensity = 18;  // mean difference of neighbouring pixels, in grey levels
constexpr double leastShare = 0.004; // of the frame
constexpr size_t mostRegions = 3;    // of each look

cv::Mat viewOf(const QImage &gray)
{
    return {gray.height(), gray.width(), CV_8UC1, const_cast<uchar *>(gray.constBits()), size_t(gray.bytesPerLine())};
}

// What stands in a shadow has weaker edges in proportion: the density is brought to what full light would give.
void undoShade(const cv::Mat &gray, cv::Mat &density)
{
    constexpr double paper = 200;  // grey level of a card in good light
    constexpr double darkest = 40; // below it there is noise, not print
    cv::Mat light;
    cv::blur(shrunkTo(gray, density.size()), light, cv::Size(7, 7));
    light.convertTo(light, CV_32F, 1, darkest);
    cv::divide(density, light, density, (paper / 2 + darkest), CV_8U);
}

// The mean of |dx| over small cells, |dy| alike: cheap, and blind to single edges.
cv::Mat densityOf(const cv::Mat &gray)
{
    // Every other row says as much as all of them.
    const cv::Mat rows(gray.rows / 2, gray.cols, CV_8UC1, gray.data, gray.step * 2);
    const cv::Rect here(0, 0, rows.cols - 2, rows.rows - 1);
    cv::Mat across;
    cv::Mat down;
    cv::absdiff(rows(here), rows(here + cv::Point(2, 0)), across);
    cv::absdiff(rows(here), rows(here + cv::Point(0, 1)), down);
    const cv::Size cells(std::max(1, gray.cols / cell), std::max(1, gray.rows / cell));
    cv::Mat sum = cv::Mat::zeros(rows.size(), CV_8UC1); // as large as the picture: whole halves are fast
    cv::addWeighted(across, 0.5, down, 0.5, 0, sum(here));
    cv::Mat density = shrunkTo(sum, cells);
    undoShade(gray, density);
    return density;
}

std::vector<std::vector<cv::Point>> blobsOf(const cv::Mat &density, double part, int closing = 2)
{
    cv::Mat smooth;
    cv::blur(density, smooth, cv::Size(3, 3));
    double brightest = 0;
    cv::minMaxLoc(smooth, nullptr, &brightest);
    if (brightest < leastDensity)
        return {};
    // Print beside the symbol has half its edges, and must not melt into it; the wide bars at its ends must not cut it.
    cv::Mat dense = smooth > std::max(leastDensity, part * brightest);
    const auto element = [](int radius) {
        return cv::getStructuringElement(cv::MORPH_RECT, cv::Size(2 * radius + 1, 2 * radius + 1));
    };
    cv::morphologyEx(dense, dense, cv::MORPH_CLOSE, element(closing));
    cv::morphologyEx(dense, dense, cv::MORPH_OPEN, element(2));
    std::vector<std::vector<cv::Point>> blobs;
    cv::findContours(dense, blobs, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
    std::erase_if(blobs, [&](const auto &blob) { return cv::contourArea(blob) < leastShare * double(density.total()); });
    std::sort(blobs.begin(), blobs.end(), [](const auto &a, const auto &b) { return cv::contourArea(a) > cv::contourArea(b); });
    if (blobs.size() > mostRegions)
        blobs.resize(mostRegions);
    return blobs;
}

// Four corners of the blob's hull: its simplification where that has four, else the rectangle around it.
std::array<cv::Point2f, 4> cornersOf(const std::vector<cv::Point> &blob)
{
    std::vector<cv::Point> hull;
    cv::convexHull(blob, hull);
    const cv::RotatedRect around = cv::minAreaRect(hull);
    std::array<cv::Point2f, 4> corners;
    around.points(corners.data());
    const double length = cv::arcLength(hull, true);
    for (double tolerance = 0.02; tolerance < 0.09; tolerance += 0.01) {
        std::vector<cv::Point> simple;
        cv::approxPolyDP(hull, simple, tolerance * length, true);
        if (simple.size() < 4)
            break;
        if (simple.size() == 4 && cv::contourArea(simple) > 0.72 * double(around.size.area())) {
            std::copy(simple.begin(), simple.end(), corners.begin());
            break;
        }
    }
    return corners;
}

// Clockwise in the picture and starting with a long side.
void order(std::array<cv::Point2f, 4> &corners)
{
    const cv::Point2f a = corners[1] - corners[0];
    const cv::Point2f b = corners[2] - corners[1];
    if (a.cross(b) < 0)
        std::reverse(corners.begin(), corners.end());
    const double first = cv::norm(corners[1] - corners[0]) + cv::norm(corners[3] - corners[2]);
    const double second = cv::norm(corners[2] - corners[1]) + cv::norm(corners[0] - corners[3]);
    if (first < second)
        std::rotate(corners.begin(), corners.begin() + 1, corners.end());
}
// The size at which a picture is looked at, as a part of its own.
double workingScale(const QImage &gray)
{
    return std::min(1.0, double(workingWidth) / std::max(gray.width(), gray.height()));
}

QList<QPolygonF> regionsAt(const QImage &gray, double scale, Effort effort)
{
    if (gray.width() < 4 * cell || gray.height() < 4 * cell)
        return {};
    cv::Mat working = viewOf(gray);
    if (scale < 1)
        cv::resize(viewOf(gray), working, {}, scale, scale, cv::INTER_AREA);
    const cv::Mat density = densityOf(working);
    const double toFrameX = double(gray.width()) / density.cols;
    const double toFrameY = double(gray.height()) / density.rows;
    QList<QPolygonF> regions;
    // A lenient and a strict look: what melts together in the first falls apart in the second.
    auto blobs = blobsOf(density, 0.4);
    for (auto &blob : blobsOf(density, 0.55))
        blobs.push_back(std::move(blob));
    if (effort == Effort::Still) {
        for (auto &blob : blobsOf(density, 0.4, 1)) // a gap of two millimetres to the next symbol stays one
            blobs.push_back(std::move(blob));
    }
    for (const auto &blob : blobs) {
        auto corners = cornersOf(blob);
        order(corners);
        QPolygonF region;
        for (const cv::Point2f &corner : corners)
            region.append(QPointF((double(corner.x) + 0.5) * toFrameX, (double(corner.y) + 0.5) * toFrameY));
        regions.append(region);
    }
    return regions;
}
} // namespace

QList<QPolygonF> findDenseRegions(const QImage &gray, Effort effort)
{
    QList<QPolygonF> regions = regionsAt(gray, workingScale(gray), effort);
    if (effort == Effort::Still)
        regions += regionsAt(gray, workingScale(gray) * coarse, effort);
    return regions;
}

QList<QPolygonF> findCoarseRegions(const QImage &gray)
{
    return regionsAt(gray, workingScale(gray) * coarse, Effort::Live);
}

namespace
{
// A band along the region's first side, through its middle and that part of it high, without its perspective: bars stay bars,
// and the picture of a parallelogram costs a third.
QPolygonF middleOf(const QPolygonF &region, double part)
{
    const QPointF middle = (region[0] + region[1] + region[2] + region[3]) / 4;
    const QPointF along = (region[1] - region[0] + region[2] - region[3]) / 4;
    const QPointF across = (region[3] - region[0] + region[2] - region[1]) / 4 * part;
    return {QList<QPointF>{middle - along - across, middle + along - across, middle + along + across, middle - along + across}};
}

bool isParallelogram(const std::array<cv::Point2f, 4> &corners)
{
    constexpr double exactly = 0.1; // pixels
    return cv::norm(corners[0] + corners[2] - corners[1] - corners[3]) < exactly;
}
} // namespace

double barsAlong(const QImage &gray, const QPolygonF &region)
{
    constexpr double looked = 600; // pixels: a module is still one or two wide
    constexpr double enough = 160; // of its height in the middle: what fills the frame would take many times as long
    const double length = std::hypot(region[1].x() - region[0].x(), region[1].y() - region[0].y());
    const double height = std::hypot(region[2].x() - region[1].x(), region[2].y() - region[1].y());
    const double scale = std::min(1.0, looked / std::max(1.0, length));
    const double part = std::min(1.0, enough / std::max(1.0, height * scale));
    const QImage flat = rectify(gray, middleOf(region, part), 0, scale);
    if (flat.isNull())
        return 0;
    const cv::Mat picture = viewOf(flat);
    cv::Mat along;
    cv::Mat across;
    cv::absdiff(picture.colRange(0, picture.cols - 2), picture.colRange(2, picture.cols), along);
    cv::absdiff(picture.rowRange(0, picture.rows - 2), picture.rowRange(2, picture.rows), across);
    return cv::mean(along)[0] / (cv::mean(across)[0] + 0.1);
}

bool isOnDark(const QImage &gray, const QPolygonF &region)
{
    constexpr double looked = 160; // pixels: only means are taken
    constexpr double around = 0.06;
    const double length = std::hypot(region[1].x() - region[0].x(), region[1].y() - region[0].y());
    const QImage flat = rectify(gray, region, around, looked / std::max(1.0, length));
    if (flat.isNull())
        return false;
    const cv::Mat picture = viewOf(flat);
    const int rim = int(around * looked);
    const cv::Mat inside = picture(cv::Rect(rim, rim, picture.cols - 2 * rim, picture.rows - 2 * rim));
    const double whole = cv::sum(picture)[0];
    const double inner = cv::sum(inside)[0];
    const double outside = (whole - inner) / double(picture.total() - inside.total());
    return outside < 0.75 * inner / double(inside.total());
}

QImage rectify(const QImage &gray, const QPolygonF &region, double margin, double scale)
{
    std::array<cv::Point2f, 4> from;
    for (size_t i = 0; i < 4; ++i)
        from[i] = cv::Point2f(float(region[qsizetype(i)].x()), float(region[qsizetype(i)].y()));
    const double width = std::max(cv::norm(from[1] - from[0]), cv::norm(from[2] - from[3])) * scale;
    const double height = std::max(cv::norm(from[3] - from[0]), cv::norm(from[2] - from[1])) * scale;
    const double rim = margin * width;
    const cv::Size size(int(width + 2 * rim), int(height + 2 * rim));
    if (width < 16 || height < 4 || size.width > 8000 || size.height > 8000)
        return {};
    const float l = float(rim);
    const float t = float(rim);
    const float r = float(width + rim);
    const float b = float(height + rim);
    const std::array<cv::Point2f, 4> to{cv::Point2f(l, t), cv::Point2f(r, t), cv::Point2f(r, b), cv::Point2f(l, b)};
    QImage flat(size.width, size.height, QImage::Format_Grayscale8);
    cv::Mat target(size, CV_8UC1, flat.bits(), size_t(flat.bytesPerLine()));
    const int between = scale > 1.2 ? cv::INTER_CUBIC : cv::INTER_LINEAR;
    if (isParallelogram(from))
        cv::warpAffine(viewOf(gray), target, cv::getAffineTransform(from.data(), to.data()), size, between,
                       cv::BORDER_REPLICATE);
    else
        cv::warpPerspective(viewOf(gray), target, cv::getPerspectiveTransform(from.data(), to.data()), size, between,
                            cv::BORDER_REPLICATE);
    return flat;
}

} // namespace gatehouse::scanning
