// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocrbrun.h"

#include "polynomialfit.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <complex>
#include <iterator>
#include <numeric>
#include <span>

namespace gatehouse::scanning
{

namespace
{
constexpr int patchLength = 900; ///< pixels that the band's length becomes
constexpr int patchMargin = 60;
constexpr int segments = 12;
constexpr int segmentWidth = patchLength / segments;

/// The band laid level, with its surroundings.
struct Patch {
    cv::Mat ink;      ///< CV_8U
    double scale = 1; ///< patch pixels for one of the picture

    double middleY() const { return (ink.rows - 1) / 2.0; }
    double toLocalX(double column) const { return (column - (ink.cols - 1) / 2.0) / scale; }
    double toLocalY(double row) const { return (row - middleY()) / scale; }
};

Patch levelPatch(const Pyramid &pyramid, const TextBand &band)
{
    Patch patch;
    patch.scale = patchLength / band.length;
    const int level = pyramid.levelFor(1 / patch.scale);
    const double shrink = std::pow(2.0, level);
    const int width = patchLength + 2 * patchMargin;
    // What darkRows() looks at, turned and bent, and what the filters below look at around it.
    const int height = static_cast<int>(1.5 * band.thickness * patch.scale) + 200;
    // Patch pixel -> picture -> level.
    const double c = std::cos(band.angle) / patch.scale / shrink, s = std::sin(band.angle) / patch.scale / shrink;
    const double ox = (static_cast<double>(band.centre.x) + 0.5) / shrink - 0.5,
                 oy = (static_cast<double>(band.centre.y) + 0.5) / shrink - 0.5;
    const double mx = (width - 1) / 2.0, my = (height - 1) / 2.0;
    const cv::Mat back = (cv::Mat_<double>(2, 3) << c, -s, ox - c * mx + s * my, s, c, oy - s * mx - c * my);
    cv::Mat gray;
    cv::warpAffine(pyramid.level(level), gray, back, {width, height}, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                   cv::BORDER_REPLICATE);
    cv::Mat smooth, hat, mean;
    cv::GaussianBlur(gray, smooth, {5, 5}, 0);
    cv::morphologyEx(smooth, hat, cv::MORPH_BLACKHAT, cv::getStructuringElement(cv::MORPH_RECT, {17, 17}));
    cv::boxFilter(hat, mean, -1, {121, 61});
    cv::subtract(hat, mean * 0.8 + 4.0, patch.ink);
    return patch;
}

using Profile = std::vector<double>;

/// Mean ink of each row, segment by segment.
std::vector<Profile> segmentProfiles(const cv::Mat &ink)
{
    std::vector<Profile> profiles;
    for (int i = 0; i < segments; ++i) {
        cv::Mat column;
        cv::reduce(ink.colRange(patchMargin + i * segmentWidth, patchMargin + (i + 1) * segmentWidth), column, 1,
                   cv::REDUCE_AVG, CV_64F);
        profiles.emplace_back(column.begin<double>(), column.end<double>());
    }
    return profiles;
}

double segmentX(int segment)
{
    return (segment - (segments - 1) / 2.0) * segmentWidth;
}

double rowValue(const Profile &profile, int row)
{
    return row < 0 || row >= static_cast<int>(profile.size()) ? 0 : profile[static_cast<std::size_t>(row)];
}

Profile slanted(const std::vector<Profile> &profiles, double slope)
{
    const int rows = static_cast<int>(profiles.front().size());
    Profile sum(profiles.front().size(), 0);
    for (int i = 0; i < segments; ++i) {
        const int shift = static_cast<int>(std::lround(slope * segmentX(i)));
        const double *profile = profiles[static_cast<std::size_t>(i)].data();
        for (int row = std::max(0, -shift); row < std::min(rows, rows - shift); ++row)
            sum[static_cast<std::size_t>(row)] += profile[row + shift];
    }
    for (double &value : sum)
        value /= segments;
    return sum;
}

/// The slope at which the rows stand out most.
double bestSlope(const std::vector<Profile> &profiles)
{
    double best = 0, bestPower = -1;
    for (int i = -14; i <= 14; ++i) {
        const double slope = i * 0.003;
        double power = 0;
        for (const double value : slanted(profiles, slope))
            power += value * value;
        if (power > bestPower) {
            bestPower = power;
            best = slope;
        }
    }
    return best;
}

constexpr int lowestRows = 8, highestRows = 75;
constexpr double darkShare = 0.28; ///< of the darkest row's ink, that a row of the same line has

struct Rows {
    int top, bottom; ///< of capitals, bottom behind the last row
};

/// Rows about as dark as the band's own, `reach` above and below its middle: larger print near a zone may be much darker. What
/// the pattern of the paper has everywhere does not count.
std::vector<Rows> darkRows(const Profile &profile, int reach)
{
    const int middle = static_cast<int>(profile.size()) / 2;
    const int first = std::max(0, middle - reach), last = std::min(static_cast<int>(profile.size()), middle + reach);
    Profile sorted(profile.begin() + first, profile.begin() + last);
    std::sort(sorted.begin(), sorted.end());
    const double top = sorted.back(), paper = sorted[sorted.size() / 10];
    std::vector<Rows> rows;
    if (top < 2)
        return rows;
    int start = -1;
    for (int row = 0; row <= static_cast<int>(profile.size()); ++row) {
        const bool dark = rowValue(profile, row) > paper + darkShare * (top - paper);
        if (dark && start < 0)
            start = row;
        if (!dark && start >= 0) {
            if (row - start >= lowestRows && row - start <= highestRows)
                rows.push_back({start, row});
            start = -1;
        }
    }
    return rows;
}

/// Sums over the rows above each, so that any stretch of them costs the same.
class RowSums
{
public:
    explicit RowSums(const Profile &profile) : m_sums(profile.size() + 1, 0)
    {
        std::partial_sum(profile.begin(), profile.end(), m_sums.begin() + 1);
    }

    double inside(double from, double to) const { return upTo(std::lround(to)) - upTo(std::lround(from)); }

private:
    double upTo(long row) const { return m_sums[std::size_t(std::clamp(row, 0L, long(m_sums.size()) - 1))]; }

    Profile m_sums;
};

using Curve = std::array<double, 3>; ///< of patch x

double heightOf(const Curve &curve, double x)
{
    return curve[0] + curve[1] * x + curve[2] * x * x;
}

/// How each segment lies against `known`, as a parabola over patch x.
Curve bend(const std::vector<Profile> &profiles, const Curve &known, Rows rows)
{
    const double height = rows.bottom - rows.top, guard = 0.3 * height;
    std::vector<double> x, y;
    for (int i = 0; i < segments; ++i) {
        const RowSums sums(profiles[static_cast<std::size_t>(i)]);
        const double base = heightOf(known, segmentX(i));
        double best = 0, bestValue = -1e9;
        for (double shift = -0.4 * height; shift <= 0.4 * height; shift += 0.5) {
            const double top = rows.top + base + shift, bottom = rows.bottom + base + shift;
            const double value = sums.inside(top, bottom) - 1.5 * sums.inside(top - guard, top) -
                                 1.5 * sums.inside(bottom, bottom + guard) - 0.002 * shift * shift;
            if (value > bestValue) {
                bestValue = value;
                best = shift;
            }
        }
        if (bestValue > 0.2 * height) {
            x.push_back(segmentX(i));
            y.push_back(best + base);
        }
    }
    if (x.size() < 4)
        return known;
    return fittedPolynomial<3>(x, y);
}

/// The rows of the line once it is laid along its curve: where lens or paper bend it, they seemed higher than they are.
Rows rowsAlong(const std::vector<Profile> &profiles, const Curve &curve, Rows rows)
{
    const int reach = (rows.bottom - rows.top) / 4, first = rows.top - reach, last = rows.bottom + reach;
    Profile sum(static_cast<std::size_t>(last - first), 0);
    for (int i = 0; i < segments; ++i) {
        const int shift = static_cast<int>(std::lround(heightOf(curve, segmentX(i))));
        for (int row = first; row < last; ++row)
            sum[static_cast<std::size_t>(row - first)] += rowValue(profiles[static_cast<std::size_t>(i)], row + shift);
    }
    const auto top = std::max_element(sum.begin(), sum.end());
    const auto light = [top](double value) { return value <= darkShare * *top; };
    const auto above = std::find_if(std::make_reverse_iterator(top), sum.rend(), light);
    const auto below = std::find_if(top, sum.end(), light);
    const Rows along{first + static_cast<int>(above.base() - sum.begin()), first + static_cast<int>(below - sum.begin())};
    return along.bottom - along.top >= lowestRows ? along : rows;
}

struct Columns {
    std::vector<float> ink;
    double dark = 0; ///< more than this is a character
};

/// Mean ink of each column along the line. Columns between two steps of the curve together, row by row: the processor reads
/// rows, and a page of print has many lines.
Columns columnsAlong(const cv::Mat &ink, const Curve &curve, Rows rows)
{
    std::vector<float> columns(static_cast<std::size_t>(ink.cols));
    std::vector<int> dark(columns.size(), 0);
    const auto shiftAt = [&](int column) {
        return static_cast<int>(std::lround(heightOf(curve, column - (ink.cols - 1) / 2.0)));
    };
    double sum = 0;
    int end = 0;
    for (int first = 0; first < ink.cols; first = end) {
        const int shift = shiftAt(first);
        for (end = first + 1; end < ink.cols && shiftAt(end) == shift;)
            ++end;
        const int top = std::clamp(rows.top + shift, 0, ink.rows - 1),
                  bottom = std::clamp(rows.bottom + shift, top + 1, ink.rows);
        for (int row = top; row < bottom; ++row) {
            const uchar *pixels = ink.ptr<uchar>(row);
            for (int column = first; column < end; ++column)
                dark[static_cast<std::size_t>(column)] += pixels[column];
        }
        for (int column = first; column < end; ++column) {
            float &mean = columns[static_cast<std::size_t>(column)];
            mean = static_cast<float>(dark[static_cast<std::size_t>(column)]) / static_cast<float>(bottom - top);
            sum += static_cast<double>(mean);
        }
    }
    return {std::move(columns), 0.35 * sum / ink.cols};
}

/// First and last column of the longest piece without a gap of more than `gap` pixels.
bool extents(const Columns &columns, int least, double gap, int &from, int &to)
{
    int start = -1, last = -1, bestLength = 0;
    const auto close = [&] {
        if (start >= 0 && last - start > bestLength) {
            bestLength = last - start;
            from = start;
            to = last + 1;
        }
    };
    for (int column = 0; column < static_cast<int>(columns.ink.size()); ++column) {
        if (static_cast<double>(columns.ink[static_cast<std::size_t>(column)]) <= columns.dark)
            continue;
        if (start < 0 || column - last > gap) {
            close();
            start = column;
        }
        last = column;
    }
    close();
    return bestLength > least;
}
} // namespace

namespace
{
/// How much of the ink's coming and going has this pitch.
double swing(std::span<const float> ink, double pitch)
{
    const double mean = std::accumulate(ink.begin(), ink.end(), 0.0) / static_cast<double>(ink.size());
    const std::complex<double> turn = std::polar(1.0, 2 * CV_PI / pitch);
    std::complex<double> hand = 1, sum = 0;
    for (const float value : ink) {
        sum += (static_cast<double>(value) - mean) * hand;
        hand *= turn;
    }
    return std::abs(sum);
}

double unrest(std::span<const float> ink)
{
    const double mean = std::accumulate(ink.begin(), ink.end(), 0.0) / static_cast<double>(ink.size());
    return std::accumulate(ink.begin(), ink.end(), 0.0,
                           [mean](double sum, float value) { return sum + std::abs(static_cast<double>(value) - mean); });
}
} // namespace

double InkRun::rhythm(double begins, double ends, int length) const
{
    constexpr double inkOfOne = 0.66; // width of a character against the pitch
    constexpr int pieces = 4;         // of the line, each with a phase of its own: perspective makes the pitch drift
    const double pitch = (ends - begins) / (length - 1 + inkOfOne) / inkStep;
    const int columns = static_cast<int>(ink.size());
    const int first = std::clamp(static_cast<int>((begins - inkFrom) / inkStep), 0, columns),
              last = std::clamp(static_cast<int>((ends - inkFrom) / inkStep) + 1, first, columns);
    if (last - first < 8 * pieces)
        return 0;
    double strength = 0, all = 0;
    for (int piece = 0; piece < pieces; ++piece) {
        const int begin = first + (last - first) * piece / pieces, end = first + (last - first) * (piece + 1) / pieces;
        const auto part = std::span(ink).subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
        double best = 0;
        for (const double stretch : {0.94, 0.97, 1.0, 1.03, 1.06})
            best = std::max(best, swing(part, pitch * stretch));
        strength += best;
        all += unrest(part);
    }
    return all > 0 ? strength / all : 0;
}

std::vector<InkRun> findRuns(const Pyramid &pyramid, const TextBand &band)
{
    const Patch patch = levelPatch(pyramid, band);
    const std::vector<Profile> profiles = segmentProfiles(patch.ink);
    const double slope = bestSlope(profiles);
    std::vector<InkRun> runs;
    const int reach = static_cast<int>(0.75 * band.thickness * patch.scale) + 12;
    for (const Rows &straight : darkRows(slanted(profiles, slope), reach)) {
        const Curve first = bend(profiles, {0, slope, 0}, straight);
        const Rows rows = rowsAlong(profiles, first, straight);
        const Curve curve = bend(profiles, first, rows);
        // Gaps and lengths against the height: a zone has none wider than a scratched character, the characters of a line
        // stand closer than a stripe beside it.
        constexpr double zoneGap = 2.2, closeGap = 0.85, least = 8;
        const int height = rows.bottom - rows.top;
        const Columns columns = columnsAlong(patch.ink, curve, rows);
        int from = 0, to = 0, closeFrom = 0, closeTo = 0;
        if (!extents(columns, int(least * height), zoneGap * height, from, to) && band.edge <= 0)
            continue;
        extents(columns, 0, closeGap * height, closeFrom, closeTo);
        InkRun run;
        run.line.origin = cv::Point2d(band.centre);
        run.line.angle = band.angle;
        const double middle = (rows.top + rows.bottom - 1) / 2.0;
        run.line.middle = {patch.toLocalY(middle + curve[0]), curve[1], curve[2] * patch.scale};
        run.line.capHeight = {(rows.bottom - rows.top) * 0.97 / patch.scale, 0};
        run.from = patch.toLocalX(from);
        run.to = patch.toLocalX(to);
        run.closeFrom = patch.toLocalX(closeFrom);
        run.closeTo = patch.toLocalX(closeTo);
        run.edge = band.edge;
        run.ink = columns.ink;
        run.inkFrom = patch.toLocalX(0);
        run.inkStep = 1 / patch.scale;
        runs.push_back(run);
    }
    return runs;
}

} // namespace gatehouse::scanning
