// SPDX-License-Identifier: GPL-3.0-or-later
#include "cardoutlines.h"

#include "shrink.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace gatehouse::scanning
{

namespace
{
constexpr double workingWidth = 480;
constexpr double leastShare = 0.05; // of the frame
constexpr size_t mostCards = 3;
// ID-1 is 1.59, a passport page 1.42; seen from aside they seem squarer or longer.
constexpr double squarest = 1.1;
constexpr double longest = 2.3;

double sideLength(const std::vector<cv::Point> &quad, size_t side)
{
    return cv::norm(quad[(side + 1) % 4] - quad[side]);
}

bool hasCardForm(const std::vector<cv::Point> &quad)
{
    const double first = (sideLength(quad, 0) + sideLength(quad, 2)) / 2;
    const double second = (sideLength(quad, 1) + sideLength(quad, 3)) / 2;
    const double proportion = std::max(first, second) / std::max(1.0, std::min(first, second));
    return cv::isContourConvex(quad) && proportion >= squarest && proportion <= longest;
}

// The edge of a card has two sides, and both are seen.
bool isInnerOutlineOf(const std::vector<cv::Point> &larger, const std::vector<cv::Point> &quad)
{
    const cv::Point2f middle = (cv::Point2f(quad[0]) + cv::Point2f(quad[2])) * 0.5f;
    return cv::contourArea(quad) > 0.75 * cv::contourArea(larger) && cv::pointPolygonTest(larger, middle, false) > 0;
}

QPolygonF toFrame(std::vector<cv::Point> quad, double scale)
{
    if ((quad[1] - quad[0]).cross(quad[2] - quad[1]) < 0)
        std::reverse(quad.begin(), quad.end());
    const auto topLeft =
        std::min_element(quad.begin(), quad.end(), [](const auto &a, const auto &b) { return a.x + a.y < b.x + b.y; });
    std::rotate(quad.begin(), topLeft, quad.end());
    QPolygonF outline;
    for (const cv::Point &corner : quad)
        outline.append(QPointF(corner.x, corner.y) / scale);
    return outline;
}
} // namespace

QList<QPolygonF> findCards(const QImage &gray)
{
    const cv::Mat whole(gray.height(), gray.width(), CV_8UC1, const_cast<uchar *>(gray.constBits()),
                        size_t(gray.bytesPerLine()));
    const double scale = std::min(1.0, workingWidth / std::max(gray.width(), gray.height()));
    const cv::Size size(std::max(1, cvRound(whole.cols * scale)), std::max(1, cvRound(whole.rows * scale)));
    cv::Mat small;
    cv::GaussianBlur(shrunkTo(whole, size), small, {}, 1.2);
    cv::Mat edges;
    cv::Canny(small, edges, 24, 60);
    cv::dilate(edges, edges, cv::Mat());
    std::vector<std::vector<cv::Point>> contours;
    // Of the inner outlines too: what lies beside a card and touches it melts with its outer one.
    cv::findContours(edges, contours, cv::RETR_LIST, cv::CHAIN_APPROX_SIMPLE);
    std::vector<std::vector<cv::Point>> quads;
    for (const auto &contour : contours) {
        // Print has thousands of outlines: what lies in a small box needs no closer look.
        if (double(cv::boundingRect(contour).area()) <= leastShare * double(small.total()))
            continue;
        std::vector<cv::Point> hull;
        cv::convexHull(contour, hull);
        std::vector<cv::Point> simple;
        cv::approxPolyDP(hull, simple, 0.03 * cv::arcLength(hull, true), true);
        if (simple.size() == 4 && cv::contourArea(simple) > leastShare * double(small.total()) && hasCardForm(simple))
            quads.push_back(simple);
    }
    std::sort(quads.begin(), quads.end(), [](const auto &a, const auto &b) { return cv::contourArea(a) > cv::contourArea(b); });
    QList<QPolygonF> cards;
    std::vector<std::vector<cv::Point>> distinct;
    for (const auto &quad : quads) {
        const bool again = std::any_of(distinct.cbegin(), distinct.cend(),
                                       [&quad](const auto &larger) { return isInnerOutlineOf(larger, quad); });
        if (again || distinct.size() >= mostCards)
            continue;
        distinct.push_back(quad);
        cards.append(toFrame(quad, scale));
    }
    return cards;
}

} // namespace gatehouse::scanning
