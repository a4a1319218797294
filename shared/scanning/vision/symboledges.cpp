// SPDX-License-Identifier: GPL-3.0-or-later
#include "symboledges.h"

#include "symbolregions.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace gatehouse::scanning
{

namespace
{
constexpr double looked = 480;     // pixels of the long side: a module is still one or two wide
constexpr double ringAround = 0.2; // of the long side, on each side: a region may have lost a third of the symbol

/// A side: a point of it and its direction.
struct SideLine {
    cv::Point2f point;
    cv::Point2f direction;
};

// Where upright bars are: much change along the line, little across it, in proportion to the light.
cv::Mat barMask(const cv::Mat &flat)
{
    cv::Mat picture;
    flat.convertTo(picture, CV_32F);
    cv::Mat light;
    cv::blur(picture, light, cv::Size(41, 41));
    const cv::Rect here(1, 1, flat.cols - 2, flat.rows - 2);
    const auto moved = [&picture, &here](int x, int y) { return picture(here + cv::Point(x, y)); };
    const cv::Mat along = cv::abs(moved(1, 0) - moved(-1, 0));
    const cv::Mat across = cv::abs(moved(0, 1) - moved(0, -1));
    cv::Mat bars = along - 0.9 * across;
    cv::divide(bars, light(here) + 30, bars, 255);
    cv::blur(bars, bars, cv::Size(17, 9)); // the wide bar of the start pattern is 14 pixels
    cv::Mat levels;
    bars.convertTo(levels, CV_8U);
    cv::Mat mask;
    cv::threshold(levels, mask, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    cv::morphologyEx(mask, mask, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, cv::Size(25, 13)));
    cv::morphologyEx(mask, mask, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, cv::Size(25, 13)));
    return mask;
}

// The largest piece of the mask alone, filled.
cv::Mat largestPiece(const cv::Mat &mask)
{
    std::vector<std::vector<cv::Point>> pieces;
    cv::findContours(mask, pieces, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
    cv::Mat piece = cv::Mat::zeros(mask.size(), CV_8U);
    const auto largest = std::max_element(pieces.begin(), pieces.end(),
                                          [](const auto &a, const auto &b) { return cv::contourArea(a) < cv::contourArea(b); });
    if (largest != pieces.end())
        cv::drawContours(piece, pieces, int(largest - pieces.begin()), cv::Scalar(255), cv::FILLED);
    return piece;
}

// The first and last point of the piece in each of its rows, the outermost rows left out.
std::array<std::vector<cv::Point2f>, 2> endsOfRows(const cv::Mat &piece)
{
    std::array<std::vector<cv::Point2f>, 2> ends;
    const cv::Rect box = cv::boundingRect(piece);
    const int rim = box.height / 8;
    for (int y = box.y + rim; y < box.y + box.height - rim; ++y) {
        const uchar *row = piece.ptr<uchar>(y);
        const uchar *first = std::find(row, row + piece.cols, uchar(255));
        if (first == row + piece.cols)
            continue;
        const auto last = std::find(std::make_reverse_iterator(row + piece.cols), std::make_reverse_iterator(row), uchar(255));
        ends[0].emplace_back(float(first - row), float(y));
        ends[1].emplace_back(float(last.base() - row), float(y));
    }
    return ends;
}

SideLine lineThrough(const std::vector<cv::Point2f> &points)
{
    cv::Vec4f line;
    cv::fitLine(points, line, cv::DIST_WELSCH, 0, 0.01, 0.01);
    return {{line[2], line[3]}, {line[0], line[1]}};
}

std::optional<cv::Point2f> crossing(const SideLine &a, const SideLine &b)
{
    const float sine = a.direction.cross(b.direction);
    if (std::abs(sine) < 0.5F)
        return std::nullopt; // sides of one symbol stand about upright on each other
    const float along = (b.point - a.point).cross(b.direction) / sine;
    return a.point + a.direction * along;
}

// Top left, top right, bottom right, bottom left in the flattened picture.
std::optional<std::array<cv::Point2f, 4>> cornersIn(const cv::Mat &flat)
{
    const cv::Mat piece = largestPiece(barMask(flat));
    const auto upright = endsOfRows(piece);
    auto level = endsOfRows(piece.t());
    for (auto &points : level) {
        for (cv::Point2f &point : points)
            point = {point.y, point.x};
    }
    if (upright[0].size() < 12 || level[0].size() < 48)
        return std::nullopt;
    const SideLine left = lineThrough(upright[0]);
    const SideLine right = lineThrough(upright[1]);
    const SideLine top = lineThrough(level[0]);
    const SideLine bottom = lineThrough(level[1]);
    const std::array<std::optional<cv::Point2f>, 4> found{crossing(left, top), crossing(top, right), crossing(right, bottom),
                                                          crossing(bottom, left)};
    std::array<cv::Point2f, 4> corners;
    for (size_t i = 0; i < 4; ++i) {
        if (!found[i])
            return std::nullopt;
        corners[i] = *found[i];
    }
    return corners;
}
} // namespace

std::optional<QPolygonF> symbolSides(const QImage &gray, const QPolygonF &region)
{
    const double length = std::max(std::hypot(region[1].x() - region[0].x(), region[1].y() - region[0].y()),
                                   std::hypot(region[2].x() - region[3].x(), region[2].y() - region[3].y()));
    const double scale = looked / std::max(1.0, length);
    const QImage flat = rectify(gray, region, ringAround, scale);
    if (flat.isNull())
        return std::nullopt;
    const cv::Mat view(flat.height(), flat.width(), CV_8UC1, const_cast<uchar *>(flat.constBits()),
                       size_t(flat.bytesPerLine()));
    const auto corners = cornersIn(view);
    if (!corners)
        return std::nullopt;
    // Back the way that rectify() came.
    const float rim = float(ringAround * looked);
    const float right = float(flat.width()) - rim;
    const float bottom = float(flat.height()) - rim;
    const std::array<cv::Point2f, 4> to{cv::Point2f(rim, rim), cv::Point2f(right, rim), cv::Point2f(right, bottom),
                                        cv::Point2f(rim, bottom)};
    std::array<cv::Point2f, 4> from;
    for (size_t i = 0; i < 4; ++i)
        from[i] = cv::Point2f(float(region[qsizetype(i)].x()), float(region[qsizetype(i)].y()));
    std::vector<cv::Point2f> placed;
    cv::perspectiveTransform(std::vector<cv::Point2f>(corners->begin(), corners->end()), placed,
                             cv::getPerspectiveTransform(to.data(), from.data()));
    QPolygonF sides;
    for (const cv::Point2f &corner : placed)
        sides.append(QPointF(double(corner.x), double(corner.y)));
    return sides;
}

} // namespace gatehouse::scanning
