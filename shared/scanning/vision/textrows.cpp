// SPDX-License-Identifier: GPL-3.0-or-later
#include "textrows.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace gatehouse::scanning
{

namespace
{
/// Pixels of the level, of marks that may be characters.
constexpr int lowestMark = 4, highestMark = 64, widestMark = 56;
/// How far marks are grown along the row until they touch: each serves gaps of up to that width.
constexpr std::array<int, 3> reaches{13, 25, 45};
constexpr double leastLength = 120;
constexpr int fewestMarks = 14; ///< of a line of 30, half of which a pattern hides

struct Mark {
    float x = 0, y = 0;
    int height = 0;
};

/// A level turned so that rows along `angle` lie level.
struct TurnedLevel {
    cv::Mat gray;
    cv::Matx23d back; ///< to the level
};

TurnedLevel turnedLevel(const cv::Mat &level, double angle)
{
    const double c = std::cos(angle), s = std::sin(angle), w = level.cols, h = level.rows;
    const cv::Size size(int(std::ceil(std::abs(w * c) + std::abs(h * s))), int(std::ceil(std::abs(w * s) + std::abs(h * c))));
    const double mx = (size.width - 1) / 2.0, my = (size.height - 1) / 2.0;
    TurnedLevel turned;
    turned.back = {c, -s, (w - 1) / 2 - c * mx + s * my, s, c, (h - 1) / 2 - s * mx - c * my};
    cv::warpAffine(level, turned.gray, turned.back, size, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    return turned;
}

/// What is darker than most of what lies left and right of it; or, where the paper's pattern is dense, half as dark as the
/// darkest there.
std::array<cv::Mat, 2> marksOf(const cv::Mat &gray)
{
    cv::Mat smooth, hat, beside;
    cv::GaussianBlur(gray, smooth, {3, 3}, 0);
    cv::morphologyEx(smooth, hat, cv::MORPH_BLACKHAT, cv::getStructuringElement(cv::MORPH_RECT, {15, 15}));
    std::array<cv::Mat, 2> ink;
    cv::boxFilter(hat, beside, -1, {101, 25});
    cv::compare(hat, cv::max(beside * 1.25, 10), ink[0], cv::CMP_GT);
    cv::dilate(hat, beside, cv::getStructuringElement(cv::MORPH_RECT, {45, 11}));
    cv::compare(hat, cv::max(beside * 0.5, 12), ink[1], cv::CMP_GT);
    return ink;
}

/// Leaves what has a character's size, and says where each is.
std::vector<Mark> keepCharacters(cv::Mat &ink)
{
    cv::Mat labels, stats, centres;
    const int count = cv::connectedComponentsWithStats(ink, labels, stats, centres, 8, CV_32S);
    std::vector<Mark> marks;
    std::vector<uchar> keep(std::size_t(count), 0);
    for (int i = 1; i < count; ++i) {
        const int width = stats.at<int>(i, cv::CC_STAT_WIDTH), height = stats.at<int>(i, cv::CC_STAT_HEIGHT);
        if (height < lowestMark || height > highestMark || width > widestMark || width > 4 * height)
            continue;
        keep[std::size_t(i)] = 255;
        marks.push_back({float(centres.at<double>(i, 0)), float(centres.at<double>(i, 1)), height});
    }
    for (int y = 0; y < ink.rows; ++y) {
        const auto *label = labels.ptr<int>(y);
        auto *row = ink.ptr<uchar>(y);
        for (int x = 0; x < ink.cols; ++x)
            row[x] = keep[std::size_t(label[x])];
    }
    return marks;
}

struct Row {
    TextBand band; ///< in the turned level
    double regular = 0;
};

/// How many of the gaps between marks are the usual one, or twice it where a mark is missing; none where the marks stand
/// closer or wider than characters of that height, fewer where there are more than a line has.
double regularity(std::vector<float> along, double height)
{
    std::sort(along.begin(), along.end());
    std::vector<float> gaps;
    for (std::size_t i = 1; i < along.size(); ++i)
        gaps.push_back(along[i] - along[i - 1]);
    std::vector<float> sorted = gaps;
    std::nth_element(sorted.begin(), sorted.begin() + std::ptrdiff_t(sorted.size() / 2), sorted.end());
    const float usual = sorted[sorted.size() / 2];
    if (double(usual) < 0.6 * height || double(usual) > 2 * height)
        return 0;
    const auto fits = [usual](float gap) {
        return std::abs(gap - usual) < 0.2F * usual || std::abs(gap - 2 * usual) < 0.3F * usual;
    };
    constexpr double longest = 44;
    const auto regular = double(std::count_if(gaps.begin(), gaps.end(), fits));
    return regular > 1.3 * longest ? 0 : std::min(regular, longest);
}

std::optional<Row> rowOf(const std::vector<cv::Point> &contour, int reach, const std::vector<Mark> &marks)
{
    const cv::Rect upright = cv::boundingRect(contour);
    if (upright.width < leastLength)
        return std::nullopt;
    const cv::RotatedRect box = cv::minAreaRect(contour);
    const bool wide = box.size.width >= box.size.height;
    const double length = double(wide ? box.size.width : box.size.height) - reach,
                 thickness = double(wide ? box.size.height : box.size.width);
    if (length < leastLength || length < 7 * thickness || thickness > 1.6 * highestMark)
        return std::nullopt;
    Row row;
    row.band.angle = double(wide ? box.angle : box.angle + 90) * CV_PI / 180;
    row.band.angle = std::remainder(row.band.angle, CV_PI);
    row.band.centre = box.center;
    row.band.length = length;
    row.band.thickness = thickness;
    const double c = std::cos(row.band.angle), s = std::sin(row.band.angle);
    std::vector<float> along;
    std::vector<int> heights;
    for (const Mark &mark : marks) {
        const double x = double(mark.x - box.center.x), y = double(mark.y - box.center.y);
        if (std::abs(x * c + y * s) > length / 2 + 2 || std::abs(y * c - x * s) > thickness / 2)
            continue;
        along.push_back(float(x * c + y * s));
        heights.push_back(mark.height);
    }
    if (along.size() < std::size_t(fewestMarks))
        return std::nullopt;
    std::nth_element(heights.begin(), heights.begin() + std::ptrdiff_t(heights.size() * 3 / 4), heights.end());
    row.band.capHeight = heights[heights.size() * 3 / 4];
    row.regular = regularity(std::move(along), row.band.capHeight);
    return row.regular > 0 ? std::optional(row) : std::nullopt;
}

/// From the turned level to the picture.
TextBand inPicture(TextBand band, const cv::Matx23d &back, double angle, double scale)
{
    const cv::Vec2d centre = back * cv::Vec3d(double(band.centre.x), double(band.centre.y), 1);
    band.centre = cv::Point2f(float(centre[0] * scale), float(centre[1] * scale));
    band.angle += angle;
    band.length *= scale;
    band.thickness *= scale;
    band.capHeight *= scale;
    return band;
}

void addRows(const cv::Mat &level, double angle, double scale, std::vector<Row> &rows)
{
    const TurnedLevel turned = turnedLevel(level, angle);
    cv::Mat grown;
    for (cv::Mat &ink : marksOf(turned.gray)) {
        const std::vector<Mark> marks = keepCharacters(ink);
        for (const int reach : reaches) {
            cv::dilate(ink, grown, cv::getStructuringElement(cv::MORPH_RECT, {reach, 3}));
            std::vector<std::vector<cv::Point>> contours;
            cv::findContours(grown, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
            for (const auto &contour : contours) {
                if (const auto row = rowOf(contour, reach, marks))
                    rows.push_back({inPicture(row->band, turned.back, angle, scale), row->regular});
            }
        }
    }
}

bool sameRow(const TextBand &a, const TextBand &b)
{
    const cv::Point2f apart = a.centre - b.centre;
    const double across = std::abs(-std::sin(a.angle) * double(apart.x) + std::cos(a.angle) * double(apart.y));
    const double along = std::abs(std::cos(a.angle) * double(apart.x) + std::sin(a.angle) * double(apart.y));
    return across < 0.6 * std::max(a.capHeight, b.capHeight) && along < 0.06 * a.length &&
           std::abs(a.length - b.length) < 0.06 * a.length;
}
} // namespace

std::vector<TextBand> findTextRows(const Pyramid &pyramid, int longestSide, double angle)
{
    const int n = pyramid.levelWithin(longestSide);
    const cv::Mat &level = pyramid.level(n);
    constexpr int leastSide = 32;
    if (std::min(level.cols, level.rows) < leastSide)
        return {};
    const double scale = std::pow(2.0, n);
    std::vector<Row> rows;
    addRows(level, 0, scale, rows);
    addRows(level, CV_PI / 2, scale, rows);
    // Marks that follow each other up to this slope touch anyway.
    constexpr double enough = 8 * CV_PI / 180;
    if (std::abs(std::remainder(angle, CV_PI / 2)) > enough)
        addRows(level, angle, scale, rows);
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) { return a.regular > b.regular; });
    std::vector<TextBand> bands;
    for (const Row &row : rows) {
        if (std::none_of(bands.begin(), bands.end(), [&row](const TextBand &kept) { return sameRow(kept, row.band); }))
            bands.push_back(row.band);
    }
    return bands;
}

} // namespace gatehouse::scanning
