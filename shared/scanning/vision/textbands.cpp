// SPDX-License-Identifier: GPL-3.0-or-later
#include "textbands.h"

#include "shrink.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace gatehouse::scanning
{

namespace
{
/// How far characters are grown until they touch, in pixels. Each serves capitals of about 2 to 4.5 times that height.
constexpr std::array<int, 5> growths{2, 3, 5, 8, 13};

/// The value that `share` of the pixels do not reach.
double quantile(const cv::Mat &bytes, double share)
{
    std::array<int, 256> counts{};
    for (int y = 0; y < bytes.rows; y += 2) {
        const auto *row = bytes.ptr<uchar>(y);
        for (int x = 0; x < bytes.cols; x += 2)
            ++counts[row[x]];
    }
    double left = share * ((bytes.rows + 1) / 2) * ((bytes.cols + 1) / 2);
    int value = 0;
    while (value < 255 && left >= counts[static_cast<std::size_t>(value)])
        left -= counts[static_cast<std::size_t>(value++)];
    return value;
}

/// Dark strokes on a lighter ground, whatever the light across the picture.
cv::Mat strokesOf(const cv::Mat &gray)
{
    cv::Mat smooth, hat;
    cv::GaussianBlur(gray, smooth, {3, 3}, 0);
    cv::morphologyEx(smooth, hat, cv::MORPH_BLACKHAT, cv::getStructuringElement(cv::MORPH_RECT, {11, 11}));
    return hat;
}

/// What is much fainter than the strokes around, or than the darkest strokes of the picture, is the pattern of the paper.
cv::Mat inkOf(const cv::Mat &strokes, double ofAround, double ofDarkest)
{
    cv::Mat small, around, ink;
    cv::dilate(shrunkTo(strokes, {std::max(1, strokes.cols / 4), std::max(1, strokes.rows / 4)}), small,
               cv::getStructuringElement(cv::MORPH_RECT, {11, 11}));
    cv::resize(small, around, strokes.size(), 0, 0, cv::INTER_LINEAR);
    const double least = std::max(14.0, ofDarkest * quantile(strokes, 0.985));
    const cv::Mat threshold = cv::max(around * ofAround, least);
    cv::compare(strokes, threshold, ink, cv::CMP_GT);
    return ink;
}

TextBand bandOf(const cv::RotatedRect &box, double growth, double scale)
{
    const bool wide = box.size.width >= box.size.height;
    TextBand band;
    band.angle = (wide ? box.angle : box.angle + 90) * CV_PI / 180;
    band.centre = box.center * static_cast<float>(scale);
    band.length = (wide ? box.size.width : box.size.height) * scale;
    band.thickness = (wide ? box.size.height : box.size.width) * scale;
    band.capHeight = std::max(1.0, band.thickness - 2 * growth * scale);
    return band;
}

/// Another growth found the same line.
bool sameBand(const TextBand &a, const TextBand &b)
{
    const cv::Point2f apart = a.centre - b.centre;
    const double across = std::abs(-std::sin(a.angle) * apart.x + std::cos(a.angle) * apart.y);
    const double along = std::abs(std::cos(a.angle) * apart.x + std::sin(a.angle) * apart.y);
    return across < 0.6 * std::max(a.capHeight, b.capHeight) && along < 0.15 * a.length && b.length < 1.15 * a.length &&
           a.capHeight < 1.6 * b.capHeight && b.capHeight < 1.6 * a.capHeight;
}
void addBands(const cv::Mat &ink, double scale, std::vector<TextBand> &found)
{
    constexpr double least = 90; // pixels: shorter ones cannot be read
    // 18 characters of a line are at least 12 times as long as high; three lines of 30 in one are 6 times so.
    constexpr double slimness = 5, leastHeight = 3.2, full = 0.55; // height in growths, of which two were added
    cv::Mat grown = ink.clone();
    int before = 0;
    for (const int growth : growths) {
        const int size = 2 * (growth - std::exchange(before, growth)) + 1;
        cv::dilate(grown, grown, cv::getStructuringElement(cv::MORPH_RECT, {size, size}));
        std::vector<std::vector<cv::Point>> contours;
        cv::findContours(grown, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
        for (const auto &contour : contours) {
            // Most of what a page of print has is too short, too thick or too ragged for what is asked below. The box around
            // would cost far more than to see that.
            const cv::Rect upright = cv::boundingRect(contour);
            const double across = std::hypot(upright.width, upright.height);
            if (across < least)
                continue;
            const double area = cv::contourArea(contour);
            if (area > across * across / slimness || area < full * leastHeight * growth * across / (1 + 1 / slimness))
                continue;
            const cv::RotatedRect box = cv::minAreaRect(contour);
            const double longer = std::max(box.size.width, box.size.height),
                         shorter = std::min(box.size.width, box.size.height);
            if (longer < least || longer < slimness * shorter || shorter < leastHeight * growth || shorter > 18 * growth)
                continue;
            if (area < full * longer * shorter)
                continue;
            found.push_back(bandOf(box, growth, scale));
        }
    }
}
} // namespace

Pyramid::Pyramid(const cv::Mat &gray)
{
    m_levels.push_back(gray);
    while (std::max(m_levels.back().cols, m_levels.back().rows) > 400 && m_levels.size() < 8) {
        cv::Mat half;
        cv::resize(m_levels.back(), half, {}, 0.5, 0.5, cv::INTER_AREA);
        m_levels.push_back(half);
    }
}

int Pyramid::levelFor(double step) const
{
    int n = 0;
    while (n + 1 < levels() && step > 1.5) {
        step /= 2;
        ++n;
    }
    return n;
}

int Pyramid::levelWithin(int side) const
{
    int n = 0;
    while (n + 1 < levels() && std::max(level(n).cols, level(n).rows) > side)
        ++n;
    return n;
}

namespace
{
/// Two pieces of one line, which the pattern of the paper kept apart, as one; nothing when they are not.
std::optional<TextBand> joined(const TextBand &a, const TextBand &b)
{
    const double turn = std::remainder(a.angle - b.angle, CV_PI);
    const cv::Point2f apart = b.centre - a.centre;
    const double along = std::abs(std::cos(a.angle) * apart.x + std::sin(a.angle) * apart.y);
    const double across = std::abs(-std::sin(a.angle) * apart.x + std::cos(a.angle) * apart.y);
    const double gap = along - (a.length + b.length) / 2, high = std::max(a.capHeight, b.capHeight);
    if (std::abs(turn) > 0.035 || across > 0.5 * high + 0.02 * along || gap > 2.5 * high || gap < -0.3 * b.length ||
        high > 1.5 * std::min(a.capHeight, b.capHeight))
        return std::nullopt;
    TextBand both = a;
    both.length = along + (a.length + b.length) / 2;
    // From the far end of the one to the far end of the other.
    const cv::Point2f direction = apart * static_cast<float>(1 / std::max(1.0, cv::norm(apart)));
    both.centre = (a.centre + b.centre) * 0.5F + direction * static_cast<float>((b.length - a.length) / 4);
    both.angle = std::atan2(direction.y, direction.x);
    return both;
}

/// Long pieces only: a line of a zone falls into two or three.
void joinPieces(std::vector<TextBand> &bands)
{
    constexpr std::size_t pieces = 10, most = 4;
    const std::size_t count = std::min(bands.size(), pieces);
    std::vector<TextBand> whole;
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = i + 1; j < count && whole.size() < most; ++j) {
            if (const auto both = joined(bands[i], bands[j]))
                whole.push_back(*both);
        }
    bands.insert(bands.end(), whole.begin(), whole.end());
    std::stable_sort(bands.begin(), bands.end(), [](const TextBand &a, const TextBand &b) { return a.length > b.length; });
}
} // namespace

std::vector<TextBand> findTextBands(const Pyramid &pyramid, int longestSide, Paper paper)
{
    const int level = pyramid.levelWithin(longestSide);
    const double scale = std::pow(2.0, level);
    constexpr int leastSide = 8; // of a long strip hardly a row is left
    if (std::min(pyramid.level(level).cols, pyramid.level(level).rows) < leastSide)
        return {};
    const cv::Mat strokes = strokesOf(pyramid.level(level));
    std::vector<TextBand> found;
    if (paper != Paper::Patterned)
        addBands(inkOf(strokes, 0.55, 0.3), scale, found);
    // Dark patterns need a harder threshold, under which faint print would break.
    if (paper != Paper::Plain)
        addBands(inkOf(strokes, 0.85, 0.7), scale, found);
    std::sort(found.begin(), found.end(), [](const TextBand &a, const TextBand &b) { return a.length > b.length; });
    std::vector<TextBand> bands;
    for (const TextBand &band : found) {
        if (std::none_of(bands.begin(), bands.end(), [&band](const TextBand &kept) { return sameBand(kept, band); }))
            bands.push_back(band);
    }
    joinPieces(bands); // a pattern of the paper or a reflection may cut a line
    return bands;
}

} // namespace gatehouse::scanning
