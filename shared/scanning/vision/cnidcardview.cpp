// SPDX-License-Identifier: GPL-3.0-or-later
#include "cnidcardview.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace gatehouse::scanning
{

namespace
{
/// The number's characters are 2.54 mm apart and as high as OCR-B asks for, or taller.
constexpr std::array capitals{2.4, 3.0};
/// The middles of its first and last character on the card:
constexpr double characterMm = 2.54, firstX = 29.6, lastX = firstX + 17 * characterMm, numberY = 47.5;
/// How far off an outline may put the number, in millimetres.
constexpr double agreeing = 3.5;
/// And how far its corners may be from where the number alone puts them: perspective is not in that.
constexpr double cornersAgreeing = 12;

cv::Point2f pointOf(const QPointF &point)
{
    return {static_cast<float>(point.x()), static_cast<float>(point.y())};
}

cv::Point2f mapped(const cv::Matx33d &matrix, double x, double y)
{
    const cv::Vec3d p = matrix * cv::Vec3d(x, y, 1);
    return {static_cast<float>(p[0] / p[2]), static_cast<float>(p[1] / p[2])};
}

/// How the distance between characters changes along the line, since one end of the card is nearer to the camera: they stand at
/// (a X + b) / (1 + c X) for X millimetres behind the first. No card is held so that c is more than `steepest`: the line was
/// read wrongly then, and is taken as straight from in front.
cv::Vec3d perspectiveAlong(const LineGeometry &number)
{
    const int count = static_cast<int>(number.centres.size());
    cv::Mat known(count, 3, CV_64F), seen(count, 1, CV_64F), found;
    for (int i = 0; i < count; ++i) {
        const double x = i * characterMm, at = number.centres[static_cast<std::size_t>(i)];
        known.at<double>(i, 0) = x;
        known.at<double>(i, 1) = 1;
        known.at<double>(i, 2) = -x * at;
        seen.at<double>(i) = at;
    }
    constexpr double steepest = 0.008;
    cv::solve(known, seen, found, cv::DECOMP_SVD);
    if (!(std::abs(found.at<double>(2)) < steepest))
        return {(number.centres.back() - number.centres.front()) / ((count - 1) * characterMm), number.centres.front(), 0};
    return {found.at<double>(0), found.at<double>(1), found.at<double>(2)};
}

cv::Matx33d affine(const std::array<cv::Point2f, 3> &from, const std::array<cv::Point2f, 3> &to)
{
    const cv::Mat rows = cv::getAffineTransform(from.data(), to.data());
    return {rows.at<double>(0, 0),
            rows.at<double>(0, 1),
            rows.at<double>(0, 2),
            rows.at<double>(1, 0),
            rows.at<double>(1, 1),
            rows.at<double>(1, 2),
            0,
            0,
            1};
}
} // namespace

CardView::CardView(const LineGeometry &number, const QList<QPolygonF> &outlines)
{
    const double start = number.centres.front(), end = number.centres.back();
    m_pixelsPerMm = (end - start) / (lastX - firstX);
    const auto at = [&number](double x) { return cv::Point2f(number.toPicture(x, number.middleAt(x))); };
    for (const double capital : capitals) {
        layOut(number, capital);
        m_hasOutline = std::any_of(outlines.begin(), outlines.end(),
                                   [&](const QPolygonF &outline) { return takeOutline(outline, at(start), at(end)); });
        if (m_hasOutline)
            return;
    }
    layOut(number, capitals.front());
}

void CardView::layOut(const LineGeometry &number, double capitalMm)
{
    const auto [along, offset, nearer] = perspectiveAlong(number).val;
    const double start = number.centres.front(), end = number.centres.back();
    // What tilting does to height against width shows in the capitals.
    const double wide = along - nearer * offset; // pixels a millimetre, at the first character
    const double down = wide * std::clamp(number.capHeightAt(start) / capitalMm / wide, 0.8, 1.25);
    const double up = -numberY * down;
    const auto at = [&number](double x, double y) { return cv::Point2f(number.toPicture(x, number.middleAt(x) + y)); };
    const cv::Matx33d fromFirst(1, 0, -firstX, 0, 1, -numberY, 0, 0, 1), toLine(along, 0, offset, 0, down, 0, nearer, 0, 1);
    m_toPicture = affine({cv::Point2f(float(start), 0), cv::Point2f(float(end), 0), cv::Point2f(float(start), float(up))},
                         {at(start, 0), at(end, 0), at(start, up)}) *
                  toLine * fromFirst;
}

void CardView::stretch(double times)
{
    m_toPicture = m_toPicture * cv::Matx33d(1, 0, 0, 0, times, numberY * (1 - times), 0, 0, 1);
}

bool CardView::takeOutline(const QPolygonF &outline, const cv::Point2f &first, const cv::Point2f &last)
{
    if (outline.size() != 4)
        return false;
    const std::array<cv::Point2f, 4> card{cv::Point2f(0, 0), cv::Point2f(float(width), 0),
                                          cv::Point2f(float(width), float(height)), cv::Point2f(0, float(height))};
    for (qsizetype turn = 0; turn < 4; ++turn) {
        std::array<cv::Point2f, 4> corners;
        for (qsizetype i = 0; i < 4; ++i)
            corners[std::size_t(i)] = pointOf(outline[(i + turn) % 4]);
        const cv::Mat matrix = cv::getPerspectiveTransform(card.data(), corners.data());
        const cv::Matx33d toPicture(matrix.ptr<double>());
        const double off =
            std::max(cv::norm(mapped(toPicture, firstX, numberY) - first), cv::norm(mapped(toPicture, lastX, numberY) - last));
        // A quad that runs over the card's edge on one side still holds the number.
        double cornersOff = 0;
        for (const cv::Point2f &corner : card)
            cornersOff = std::max(cornersOff, cv::norm(mapped(toPicture, double(corner.x), double(corner.y)) -
                                                       mapped(m_toPicture, double(corner.x), double(corner.y))));
        if (off < agreeing * m_pixelsPerMm && cornersOff < cornersAgreeing * m_pixelsPerMm) {
            m_toPicture = toPicture;
            return true;
        }
    }
    return false;
}

cv::Point2f CardView::toPicture(double x, double y) const
{
    return mapped(m_toPicture, x, y);
}

QPolygonF CardView::outline() const
{
    QPolygonF corners;
    for (const auto &[x, y] : {std::pair{0.0, 0.0}, {width, 0.0}, {width, height}, {0.0, height}}) {
        const cv::Point2f corner = toPicture(x, y);
        corners << QPointF(static_cast<qreal>(corner.x), static_cast<qreal>(corner.y));
    }
    return corners;
}

cv::Mat CardView::part(const cv::Mat &source, double x, double y, double partWidth, double partHeight, double pixelsPerMm) const
{
    const cv::Size size(static_cast<int>(partWidth * pixelsPerMm), static_cast<int>(partHeight * pixelsPerMm));
    const cv::Matx33d toCard(1 / pixelsPerMm, 0, x, 0, 1 / pixelsPerMm, y, 0, 0, 1);
    cv::Mat out;
    cv::warpPerspective(source, out, m_toPicture * toCard, size, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    return out;
}

} // namespace gatehouse::scanning
