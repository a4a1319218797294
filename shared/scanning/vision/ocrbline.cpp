// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocrbline.h"

#include "ocrbrun.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatehouse::scanning
{

namespace
{
using ocrb::pitch;
using ocrb::step;

/// What a line must reach so that it counts as one: mean log probability of its characters.
constexpr double enough = -0.55;
constexpr double probeEnough = -1.5;
constexpr int probed = 10; ///< characters in the middle of the line that are tried first

float best(const OcrbNet::LogProbabilities &scores)
{
    return *std::max_element(scores.begin(), scores.end() - 1);
}

double meanBest(const std::vector<OcrbNet::LogProbabilities> &cells)
{
    double sum = 0;
    for (const auto &cell : cells)
        sum += static_cast<double>(best(cell));
    return cells.empty() ? -100 : sum / static_cast<double>(cells.size());
}

struct Path {
    std::vector<int> windows;
    double score = -100; ///< mean per character
};

/// The best `count` windows, each about one pitch behind the one before.
Path followCharacters(const std::vector<OcrbNet::LogProbabilities> &windows, int count, int lastStart)
{
    constexpr int nominal = pitch / step, slack = 2;
    constexpr float penalty = 0.12F, never = -1e9F;
    const int places = static_cast<int>(windows.size());
    if (places == 0)
        return {};
    const auto at = [places](int i, int t) {
        return static_cast<std::size_t>(i) * static_cast<std::size_t>(places) + static_cast<std::size_t>(t);
    };
    std::vector<float> sum(static_cast<std::size_t>(count) * static_cast<std::size_t>(places), never);
    std::vector<int> from(sum.size(), -1);
    for (int i = 0; i < count; ++i) {
        for (int t = 0; t < places; ++t) {
            const float here = best(windows[static_cast<std::size_t>(t)]);
            if (i == 0) {
                if (t <= lastStart)
                    sum[at(0, t)] = here;
                continue;
            }
            for (int d = nominal - slack; d <= nominal + slack; ++d) {
                if (t - d < 0)
                    continue;
                const float total = sum[at(i - 1, t - d)] - penalty * static_cast<float>((d - nominal) * (d - nominal));
                if (total + here > sum[at(i, t)]) {
                    sum[at(i, t)] = total + here;
                    from[at(i, t)] = t - d;
                }
            }
        }
    }
    int end = 0;
    for (int t = 0; t < places; ++t) {
        if (sum[at(count - 1, t)] > sum[at(count - 1, end)])
            end = t;
    }
    Path path;
    path.score = static_cast<double>(sum[at(count - 1, end)]) / count;
    if (path.score < -50)
        return {};
    path.windows.resize(static_cast<std::size_t>(count));
    for (int i = count - 1; i >= 0; --i) {
        path.windows[static_cast<std::size_t>(i)] = end;
        end = from[at(i, end)];
    }
    return path;
}

int classAt(const OcrbNet::LogProbabilities &scores)
{
    return static_cast<int>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

/// The network says the same for windows some pixels around the character: its middle is the middle of those.
double centreOfPlateau(const std::vector<OcrbNet::LogProbabilities> &windows, int at)
{
    constexpr int reach = pitch / step / 2;
    const int same = classAt(windows[static_cast<std::size_t>(at)]), places = static_cast<int>(windows.size());
    int first = at, last = at;
    while (first > 0 && at - first < reach && classAt(windows[static_cast<std::size_t>(first - 1)]) == same)
        --first;
    while (last + 1 < places && last - at < reach && classAt(windows[static_cast<std::size_t>(last + 1)]) == same)
        ++last;
    return (first + last) / 2.0;
}

LineGeometry turned(const LineGeometry &line)
{
    LineGeometry out = line;
    out.angle += CV_PI;
    out.middle = {-line.middle[0], line.middle[1], -line.middle[2]};
    out.capHeight = {line.capHeight[0], -line.capHeight[1]};
    out.centres.clear();
    for (auto it = line.centres.rbegin(); it != line.centres.rend(); ++it)
        out.centres.push_back(-*it);
    return out;
}

double centreAt(const std::vector<double> &centres, double index)
{
    const int last = static_cast<int>(centres.size()) - 1;
    const int i = std::clamp(static_cast<int>(std::floor(index)), 0, std::max(0, last - 1));
    const auto first = static_cast<std::size_t>(i);
    return centres[first] + (centres[first + 1] - centres[first]) * (index - i);
}

LineGeometry evenly(LineGeometry run, double from, double to, int length)
{
    constexpr double inkOfOne = 0.66; // width of a character against the pitch
    const double each = (to - from) / (length - 1 + inkOfOne);
    run.centres.clear();
    for (int i = 0; i < length; ++i)
        run.centres.push_back(from + each * (inkOfOne / 2 + i));
    return run;
}

std::vector<OcrbNet::LogProbabilities> mixed(const std::vector<std::vector<OcrbNet::LogProbabilities>> &several)
{
    std::vector<OcrbNet::LogProbabilities> out = several.front();
    for (std::size_t i = 0; i < out.size(); ++i) {
        for (std::size_t c = 0; c < out[i].size(); ++c) {
            double sum = 0;
            for (const auto &cells : several)
                sum += std::exp(static_cast<double>(cells[i][c]));
            out[i][c] = static_cast<float>(std::log(sum / static_cast<double>(several.size()) + 1e-12));
        }
    }
    return out;
}
} // namespace

cv::Point2d LineGeometry::toPicture(double x, double y) const
{
    return {origin.x + x * std::cos(angle) - y * std::sin(angle), origin.y + x * std::sin(angle) + y * std::cos(angle)};
}

std::vector<cv::Point2f> LineGeometry::outline() const
{
    const double each = (centres.back() - centres.front()) / std::max<double>(1, static_cast<double>(centres.size()) - 1);
    const double left = centres.front() - 0.6 * each, right = centres.back() + 0.6 * each;
    const auto corner = [this](double x, double side) {
        return cv::Point2f(toPicture(x, middleAt(x) + side * 0.7 * capHeightAt(x)));
    };
    return {corner(left, -1), corner(right, -1), corner(right, 1), corner(left, 1)};
}

cv::Mat OcrbLineReader::strip(const LineGeometry &geometry, double margin, double rise, double capScale) const
{
    const int length = static_cast<int>(geometry.centres.size());
    const double each = (geometry.centres.back() - geometry.centres.front()) / (length - 1);
    const int level = m_pyramid.levelFor(std::min(each / pitch, geometry.capHeight[0] / ocrb::capHeight));
    const double shrink = std::pow(2.0, level);
    const int width = static_cast<int>(std::lround((length - 1 + 2 * margin) * pitch)) + ocrb::windowWidth;
    cv::Mat mapX(ocrb::stripHeight, width, CV_32F), mapY(ocrb::stripHeight, width, CV_32F);
    for (int column = 0; column < width; ++column) {
        const double x = centreAt(geometry.centres, (column - ocrb::windowWidth / 2.0 + 0.5) / pitch - margin);
        const double middle = geometry.middleAt(x), cap = geometry.capHeightAt(x) * capScale / ocrb::capHeight;
        for (int row = 0; row < ocrb::stripHeight; ++row) {
            const cv::Point2d p = geometry.toPicture(x, middle + (row - (ocrb::stripHeight - 1) / 2.0 + rise) * cap);
            mapX.at<float>(row, column) = static_cast<float>((p.x + 0.5) / shrink - 0.5);
            mapY.at<float>(row, column) = static_cast<float>((p.y + 0.5) / shrink - 0.5);
        }
    }
    cv::Mat out;
    cv::remap(m_pyramid.level(level), out, mapX, mapY, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    return out;
}

double OcrbLineReader::probe(const LineGeometry &even) const
{
    LineGeometry part = even;
    const int length = static_cast<int>(even.centres.size()), count = std::min(probed, length - 2);
    const auto first = even.centres.begin() + (length - count) / 2;
    part.centres.assign(first, first + count);
    const auto windows = m_net->slide(ocrb::normalisedStrip(strip(part, 1)));
    return followCharacters(windows, count, 2 * pitch / step).score;
}

LineReading OcrbLineReader::settle(LineGeometry geometry) const
{
    const auto cellsAt = [&](double rise, double capScale) {
        return m_net->cells(ocrb::normalisedStrip(strip(geometry, 0, rise, capScale)));
    };
    double rise = 0, capScale = 1, score = meanBest(cellsAt(0, 1));
    const auto attempt = [&](double otherRise, double otherScale) {
        const double other = meanBest(cellsAt(otherRise, otherScale));
        if (other <= score)
            return false;
        score = other;
        rise = otherRise;
        capScale = otherScale;
        return true;
    };
    if (!attempt(-1.6, 1))
        attempt(1.6, 1);
    if (!attempt(rise, 0.91))
        attempt(rise, 1.1);
    LineReading reading;
    reading.characters = mixed({cellsAt(rise, capScale), cellsAt(rise - 0.8, capScale), cellsAt(rise + 0.8, capScale)});
    reading.score = meanBest(reading.characters);
    geometry.middle[0] += rise * geometry.capHeight[0] * capScale / ocrb::capHeight;
    geometry.capHeight[0] *= capScale;
    geometry.capHeight[1] *= capScale;
    reading.geometry = geometry;
    return reading;
}

std::optional<LineReading> OcrbLineReader::readAs(const LineGeometry &run, double from, double to, int length) const
{
    constexpr double margin = 1.5;
    LineGeometry geometry = evenly(run, from, to, length);
    const auto windows = m_net->slide(ocrb::normalisedStrip(strip(geometry, margin)));
    const Path path = followCharacters(windows, length, static_cast<int>(2 * margin * pitch / step));
    if (path.windows.empty() || path.score < 2 * enough)
        return std::nullopt;
    // The characters lie on a smooth curve along the line; single windows wander by a pixel or two.
    std::vector<double> indices, places;
    for (int i = 0; i < length; ++i) {
        indices.push_back(i);
        places.push_back(centreOfPlateau(windows, path.windows[static_cast<std::size_t>(i)]) * step / pitch - margin);
    }
    const auto curve = fittedParabola(indices, places);
    std::vector<double> centres;
    for (int i = 0; i < length; ++i)
        centres.push_back(centreAt(geometry.centres, curve[0] + curve[1] * i + curve[2] * i * i));
    geometry.centres = centres;
    LineReading reading = settle(geometry);
    if (reading.score < enough)
        return std::nullopt;
    return reading;
}

std::optional<LineReading> OcrbLineReader::readRun(const LineGeometry &run, double from, double to,
                                                   std::span<const int> lengths) const
{
    struct Hypothesis {
        LineGeometry run;
        double from, to;
        int length;
        double score;
    };
    std::vector<Hypothesis> hypotheses;
    for (const int length : lengths) {
        const double ratio = run.capHeight[0] * length / (to - from) / (double(ocrb::capHeight) / pitch);
        if (ratio < 0.62 || ratio > 1.55)
            continue;
        for (const bool turn : {false, true}) {
            const Hypothesis h{turn ? turned(run) : run, turn ? -to : from, turn ? -from : to, length, 0};
            hypotheses.push_back(h);
            hypotheses.back().score = probe(evenly(h.run, h.from, h.to, length));
        }
    }
    std::sort(hypotheses.begin(), hypotheses.end(), [](const Hypothesis &a, const Hypothesis &b) { return a.score > b.score; });
    int attempts = 0;
    for (const Hypothesis &h : hypotheses) {
        if (h.score < probeEnough || ++attempts > 3)
            break;
        if (auto reading = readAs(h.run, h.from, h.to, h.length))
            return reading;
    }
    return std::nullopt;
}

std::vector<LineReading> OcrbLineReader::read(const TextBand &band, std::span<const int> lengths) const
{
    const std::vector<InkRun> runs = findRuns(m_pyramid, band, lengths.front() == 18 ? 1.1 : 2.2);
    if (runs.empty())
        return {};
    // The band's own line first, then its neighbours as long as they can be read the same way.
    std::size_t main = 0;
    for (std::size_t i = 1; i < runs.size(); ++i) {
        if (std::abs(runs[i].line.middle[0]) < std::abs(runs[main].line.middle[0]))
            main = i;
    }
    const auto first = readRun(runs[main].line, runs[main].from, runs[main].to, lengths);
    if (!first)
        return {};
    std::vector<LineReading> lines{*first};
    const std::array<int, 1> same{first->length()};
    const bool upsideDown = std::cos(first->geometry.angle - runs[main].line.angle) < 0;
    const auto grow = [&](int direction) {
        double last = runs[main].line.middle[0];
        for (int i = static_cast<int>(main) + direction; i >= 0 && i < static_cast<int>(runs.size()) && lines.size() < 3;
             i += direction) {
            const InkRun &run = runs[static_cast<std::size_t>(i)];
            const double apart = std::abs(run.line.middle[0] - last) / runs[main].line.capHeight[0];
            if (apart < 1.1 || apart > 2.9)
                break;
            InkRun like = run;
            like.line.capHeight = {runs[main].line.capHeight[0], runs[main].line.capHeight[1]};
            auto reading = readRun(like.line, run.from, run.to, same);
            if (!reading)
                reading = readRun(like.line, runs[main].from, runs[main].to, same);
            if (!reading)
                break;
            last = run.line.middle[0];
            const bool before = (direction < 0) != upsideDown;
            lines.insert(before ? lines.begin() : lines.end(), *reading);
        }
    };
    grow(-1);
    grow(1);
    return lines;
}

} // namespace gatehouse::scanning
