// SPDX-License-Identifier: GPL-3.0-or-later
#include "cardportrait.h"

#include <QLineF>

#include <opencv2/imgproc.hpp>

#include <array>

namespace gatehouse::scanning
{

namespace
{
constexpr int pixelsPerMm = 8;
const cv::Size cardSize(685, 432);
constexpr double squarestPhoto = 1.25; // of an ID-1 card's 1.59, seen from aside
constexpr double longestPhoto = 2.1;
// Where the picture stands on cards of the field, in mm: upright, left and right, and both again on a card upside down.
const std::array<cv::Rect2d, 4> places{{{3, 11, 26, 34}, {56.6, 8, 26, 34}, {56.6, 9, 26, 34}, {3, 12, 26, 34}}};
constexpr double leastContrast = 16; // grey levels, of what is left when print is blurred away
constexpr double leastStep = 14;     // between head and ground
constexpr double mostPrint = 0.75;   // print has more fine contrast than coarse

cv::Mat rectified(const QImage &colour, const QPolygonF &card)
{
    std::array<cv::Point2f, 4> from;
    const bool lying = QLineF(card[0], card[1]).length() >= QLineF(card[1], card[2]).length();
    for (int i = 0; i < 4; ++i) {
        const QPointF corner = card[(i + (lying ? 0 : 1)) % 4];
        from[size_t(i)] = cv::Point2f(float(corner.x()), float(corner.y()));
    }
    const auto width = float(cardSize.width);
    const auto height = float(cardSize.height);
    const std::array<cv::Point2f, 4> to{cv::Point2f(0, 0), cv::Point2f(width, 0), cv::Point2f(width, height),
                                        cv::Point2f(0, height)};
    const cv::Mat source(colour.height(), colour.width(), CV_8UC4, const_cast<uchar *>(colour.constBits()),
                         size_t(colour.bytesPerLine()));
    cv::Mat flat;
    cv::warpPerspective(source, flat, cv::getPerspectiveTransform(from.data(), to.data()), cardSize, cv::INTER_AREA);
    return flat;
}

bool hasCardForm(const QPolygonF &card)
{
    if (card.size() < 4)
        return false;
    const double first = QLineF(card[0], card[1]).length() + QLineF(card[2], card[3]).length();
    const double second = QLineF(card[1], card[2]).length() + QLineF(card[3], card[0]).length();
    const double proportion = std::max(first, second) / std::max(1.0, std::min(first, second));
    return proportion >= squarestPhoto && proportion <= longestPhoto;
}

double meanOf(const cv::Mat &gray, const cv::Rect2d &part)
{
    const cv::Rect pixels(int(part.x * gray.cols), int(part.y * gray.rows), std::max(1, int(part.width * gray.cols)),
                          std::max(1, int(part.height * gray.rows)));
    return cv::mean(gray(pixels))[0];
}

/// How much this part looks like a portrait; 0 when it does not.
double likeness(const cv::Mat &gray)
{
    cv::Mat coarse;
    cv::GaussianBlur(gray, coarse, {}, 1.2 * pixelsPerMm);
    cv::Mat fine;
    cv::absdiff(gray, coarse, fine);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(coarse, mean, deviation);
    const double contrast = deviation[0];
    const double print = cv::mean(fine)[0];
    const double head = meanOf(coarse, {0.36, 0.3, 0.28, 0.3});
    const double ground = (meanOf(coarse, {0, 0, 0.14, 0.2}) + meanOf(coarse, {0.86, 0, 0.14, 0.2})) / 2;
    if (contrast < leastContrast || print > mostPrint * contrast || std::abs(head - ground) < leastStep)
        return 0;
    return contrast - print;
}
} // namespace

QImage portraitOnCard(const QImage &colour, const QPolygonF &card)
{
    if (colour.isNull() || !hasCardForm(card))
        return {};
    const cv::Mat upright = rectified(colour, card);
    cv::Mat turned;
    cv::rotate(upright, turned, cv::ROTATE_180);
    double best = 0;
    cv::Mat found;
    for (size_t i = 0; i < places.size(); ++i) {
        const cv::Rect2d &place = places[i];
        const cv::Rect pixels(int(place.x * pixelsPerMm), int(place.y * pixelsPerMm), int(place.width * pixelsPerMm),
                              int(place.height * pixelsPerMm));
        const cv::Mat part = (i < 2 ? upright : turned)(pixels);
        cv::Mat gray;
        cv::cvtColor(part, gray, cv::COLOR_BGRA2GRAY);
        if (const double looks = likeness(gray); looks > best) {
            best = looks;
            found = part;
        }
    }
    if (found.empty())
        return {};
    return QImage(found.data, found.cols, found.rows, qsizetype(found.step), QImage::Format_RGB32).copy();
}

} // namespace gatehouse::scanning
