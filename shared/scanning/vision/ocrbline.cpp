// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocrbline.h"

#include "ocrbpath.h"
#include "ocrbrun.h"
#include "polynomialfit.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace gatehouse::scanning
{

namespace
{
using ocrb::pitch;
using ocrb::step;

/// What a line must reach so that it counts as one: mean log probability of its characters.
constexpr double enough = -0.55, hopeless = -0.95;
constexpr double clear = -0.02, clearHeight = -0.002;
/// A reading whose ends are no ends (LineReading::blanks) is a piece of a longer line, however well its characters look.
constexpr double clearBlanks = -1, weightOfBlanks = 0.08;
constexpr double probeEnough = -1.5, probeClear = -0.8;
constexpr double leastRhythm = 0.3; // InkRun::rhythm()
constexpr int probed = 10;          ///< characters in the middle of the line that are tried first
constexpr int fitted = 14;          ///< characters on which the height is tried

double meanBest(const std::vector<OcrbNet::LogProbabilities> &cells)
{
    double sum = 0;
    for (const auto &cell : cells)
        sum += static_cast<double>(bestCharacter(cell));
    return cells.empty() ? -100 : sum / static_cast<double>(cells.size());
}

/// The same of a line that is known to be a number: digits, and the X of a check character. Zeros that are printed tall look
/// like the letter, both ways up.
double meanBestOfNumber(const std::vector<OcrbNet::LogProbabilities> &cells)
{
    constexpr std::size_t digits = 10, x = 33, o = 24;
    static_assert(ocrb::alphabet[digits - 1] == '9' && ocrb::alphabet[x] == 'X' && ocrb::alphabet[o] == 'O');
    double sum = 0;
    for (const auto &cell : cells)
        sum += static_cast<double>(std::max({*std::max_element(cell.begin(), cell.begin() + digits), cell[x], cell[o]}));
    return cells.empty() ? -100 : sum / static_cast<double>(cells.size());
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

LineGeometry partOf(const LineGeometry &line, int first, int count)
{
    LineGeometry part = line;
    part.centres.assign(line.centres.begin() + first, line.centres.begin() + first + count);
    return part;
}

/// The same line read from `by` characters further on.
LineGeometry shifted(LineGeometry line, int by)
{
    const std::vector<double> centres = line.centres;
    for (std::size_t i = 0; i < centres.size(); ++i)
        line.centres[i] = centreAt(centres, static_cast<double>(i) + by);
    return line;
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
    const double cosine = std::cos(geometry.angle) / shrink, sine = std::sin(geometry.angle) / shrink;
    const double ox = (geometry.origin.x + 0.5) / shrink - 0.5, oy = (geometry.origin.y + 0.5) / shrink - 0.5;
    cv::Mat mapX(ocrb::stripHeight, width, CV_32F), mapY(ocrb::stripHeight, width, CV_32F);
    for (int column = 0; column < width; ++column) {
        const double index = (column - ocrb::windowWidth / 2.0 + 0.5) / pitch - margin, own = std::round(index);
        const double x = centreAt(geometry.centres, own + (index - own) * geometry.spread);
        const double cap = geometry.capHeightAt(x) * capScale / ocrb::capHeight;
        double y = geometry.middleAt(x) + (rise - (ocrb::stripHeight - 1) / 2.0) * cap;
        for (int row = 0; row < ocrb::stripHeight; ++row, y += cap) {
            mapX.at<float>(row, column) = static_cast<float>(ox + x * cosine - y * sine);
            mapY.at<float>(row, column) = static_cast<float>(oy + x * sine + y * cosine);
        }
    }
    cv::Mat out;
    cv::remap(m_pyramid.level(level), out, mapX, mapY, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    return out;
}

double OcrbLineReader::probe(const LineGeometry &even) const
{
    const int length = static_cast<int>(even.centres.size()), count = std::min(probed, length - 2);
    const LineGeometry part = partOf(even, (length - count) / 2, count);
    const auto windows = m_net->slide(ocrb::normalisedStrip(strip(part, 1)));
    return followCharacters(windows, count, 2 * pitch / step).score;
}

void OcrbLineReader::fitHeight(LineGeometry &geometry) const
{
    // The first characters of a line tell more than the fillers at its end.
    const int length = static_cast<int>(geometry.centres.size());
    LineGeometry part = partOf(geometry, 1, std::min(fitted, length - 1));
    double rise = 0, capScale = 1, spread = geometry.spread, score = -100;
    const auto attempt = [&](double otherRise, double otherScale, double otherSpread) {
        part.spread = otherSpread;
        const double other = meanBest(m_net->cells(ocrb::normalisedStrip(strip(part, 0, otherRise, otherScale))));
        if (other <= score)
            return false;
        score = other;
        rise = otherRise;
        capScale = otherScale;
        spread = otherSpread;
        return true;
    };
    attempt(0, 1, spread);
    if (!m_thorough && score > clearHeight)
        return; // no other height would show more, and this took a quarter of a line's time
    // In rows full of fillers, which are lower, the capitals stand out above and below what was taken for their height; and
    // not every issuer sets them as far apart as their size asks for.
    const int rounds = m_thorough ? 3 : 1;
    for (int round = 0; round < rounds; ++round) {
        const double before = score;
        if (!attempt(rise - 1.6, capScale, spread))
            attempt(rise + 1.6, capScale, spread);
        if (!attempt(rise, capScale * 1.1, spread))
            attempt(rise, capScale * 0.91, spread);
        if (score > clearHeight)
            break;
        if (!attempt(rise, capScale, spread * 0.88))
            attempt(rise, capScale, spread * 1.14);
        if (score <= before)
            break;
    }
    geometry.middle[0] += rise * geometry.capHeight[0] * capScale / ocrb::capHeight;
    geometry.capHeight[0] *= capScale;
    geometry.capHeight[1] *= capScale;
    geometry.spread = spread;
}

LineReading OcrbLineReader::settle(const LineGeometry &geometry) const
{
    const auto cellsAt = [&](double rise) { return m_net->cells(ocrb::normalisedStrip(strip(geometry, 1, rise))); };
    LineReading reading;
    reading.geometry = geometry;
    std::vector<std::vector<OcrbNet::LogProbabilities>> looks{cellsAt(0)};
    // In a live frame, print of another kind is not looked at twice more.
    if (m_thorough || meanBest(looks.front()) >= hopeless) {
        looks.push_back(cellsAt(-0.8));
        looks.push_back(cellsAt(0.8));
    }
    reading.characters = mixed(looks);
    reading.blanks = static_cast<double>(blankBeside(reading.characters.front()) + blankBeside(reading.characters.back()));
    reading.characters.erase(reading.characters.begin());
    reading.characters.pop_back();
    reading.score = meanBest(reading.characters);
    return reading;
}

std::optional<LineReading> OcrbLineReader::readAs(LineGeometry geometry, double margin) const
{
    const int length = static_cast<int>(geometry.centres.size());
    const double spread = std::exchange(geometry.spread, 1); // windows between the characters need all of the distance
    const auto windows = m_net->slide(ocrb::normalisedStrip(strip(geometry, margin)));
    const CharacterPath path = followCharacters(windows, length, static_cast<int>(2 * margin * pitch / step));
    if (path.windows.empty() || path.score < 2 * enough)
        return std::nullopt;
    if (m_mayBe) {
        std::vector<OcrbNet::LogProbabilities> seen;
        for (const int window : path.windows)
            seen.push_back(windows[static_cast<std::size_t>(window)]);
        if (!m_mayBe(seen))
            return std::nullopt;
    }
    // The characters lie on a smooth curve along the line, which a lens squeezes at both ends; single windows wander by a
    // pixel or two.
    std::vector<double> indices, places;
    for (int i = 0; i < length; ++i) {
        indices.push_back(i);
        places.push_back(centreOfPlateau(windows, path.windows[static_cast<std::size_t>(i)]) * step / pitch - margin);
    }
    const auto curve = fittedPolynomial<4>(indices, places);
    std::vector<double> centres;
    for (int i = 0; i < length; ++i)
        centres.push_back(centreAt(geometry.centres, curve[0] + i * (curve[1] + i * (curve[2] + i * curve[3]))));
    geometry.centres = centres;
    geometry.spread = spread;
    fitHeight(geometry);
    LineReading reading = settle(geometry);
    if (reading.score < enough)
        return std::nullopt;
    return reading;
}

void OcrbLineReader::addHypotheses(const InkRun &run, double from, double to, std::span<const int> lengths,
                                   std::vector<Hypothesis> &hypotheses) const
{
    const LineGeometry &line = run.line;
    for (const int length : lengths) {
        const double ratio = line.capHeight[0] * length / (to - from) / (double(ocrb::capHeight) / pitch);
        if (ratio < 0.62 || ratio > 1.55)
            continue;
        // A page of print has dozens of lines; the network would need longer for them than the camera for the next frame.
        if (!m_thorough && run.rhythm(from, to, length) < leastRhythm)
            continue;
        for (const bool turn : {false, true}) {
            const LineGeometry even = evenly(turn ? turned(line) : line, turn ? -to : from, turn ? -from : to, length);
            hypotheses.push_back({even, probe(even)});
        }
    }
}

void OcrbLineReader::addFromEdge(const InkRun &run, std::span<const int> lengths, std::vector<Hypothesis> &hypotheses) const
{
    for (const int length : lengths) {
        const double edge = length == 44 ? 125 : length == 36 ? 105 : 85.6; // Doc 9303 parts 3 to 7, millimetres
        constexpr double inkOfOne = 0.66;
        const double half = (length - 1 + inkOfOne) / 2 * 2.54 / edge * run.edge;
        addHypotheses(run, -half, half, std::array{length}, hypotheses);
    }
}

std::optional<LineReading> OcrbLineReader::readRun(const InkRun &run, std::span<const int> lengths, bool number)
{
    if (!m_thorough && m_patience <= 0)
        return std::nullopt;
    std::vector<Hypothesis> hypotheses;
    const double whole = run.to - run.from, piece = run.closeTo - run.closeFrom;
    if (piece > 0.5 * whole || number)
        addHypotheses(run, run.closeFrom, run.closeTo, lengths, hypotheses);
    // Ends differ where something stands beside the line, or where a character of it is missing.
    if (!number && piece < 0.985 * whole)
        addHypotheses(run, run.from, run.to, lengths, hypotheses);
    if (run.edge > 0)
        addFromEdge(run, lengths, hypotheses);
    std::sort(hypotheses.begin(), hypotheses.end(), [](const Hypothesis &a, const Hypothesis &b) { return a.score > b.score; });
    // Upside down, some lines look like letters as well: only a very clear reading is not compared with others.
    const auto rank = [number](const LineReading &r) { return number ? r.score : r.score + weightOfBlanks * r.blanks; };
    std::optional<LineReading> best;
    const double least = m_thorough ? probeEnough : probeClear;
    const std::size_t most = std::min<std::size_t>(hypotheses.size(), m_thorough ? 3 : 2);
    for (std::size_t i = 0; i < most && hypotheses[i].score > least; ++i) {
        auto reading = readAs(hypotheses[i].even, 2.5);
        if (!reading && !m_thorough && --m_patience <= 0)
            break;
        if (reading && number)
            reading->score = meanBestOfNumber(reading->characters);
        if (reading && (!best || rank(*reading) > rank(*best)))
            best = std::move(reading);
        if (best && best->score > clear && (number || best->blanks > clearBlanks))
            break;
    }
    return best;
}

std::optional<LineReading> OcrbLineReader::readBeside(const LineReading &known, const LineGeometry &run) const
{
    LineGeometry like = run;
    if (std::cos(known.geometry.angle - run.angle) < 0)
        like = turned(run);
    // The lines of a zone stand under each other, and are of one size.
    like.centres = known.geometry.centres;
    like.capHeight = known.geometry.capHeight;
    like.spread = known.geometry.spread;
    return readAs(like, 1.5);
}

void OcrbLineReader::align(std::vector<LineReading> &lines) const
{
    const auto start = [](const LineReading &line) { return line.geometry.centres.front(); };
    const double each = (lines.front().geometry.centres.back() - start(lines.front())) / (lines.front().length() - 1);
    const auto shift = [&](const LineReading &line, const LineReading &like) {
        return static_cast<int>(std::lround((start(like) - start(line)) / each));
    };
    const bool apart = std::any_of(lines.begin(), lines.end(), [&](const LineReading &l) { return shift(l, lines[0]) != 0; });
    if (!apart)
        return;
    // One of them was read from beside its start: which start suits all of them best?
    std::vector<LineReading> best;
    double bestTotal = -1e9;
    for (const LineReading &like : lines) {
        std::vector<LineReading> moved;
        double total = 0;
        for (const LineReading &line : lines) {
            const int by = shift(line, like);
            moved.push_back(by == 0 ? line : settle(shifted(line.geometry, by)));
            total += moved.back().score * moved.back().length() + moved.back().blanks;
        }
        if (total > bestTotal) {
            bestTotal = total;
            best = std::move(moved);
        }
    }
    lines = std::move(best);
}

std::vector<LineReading> OcrbLineReader::read(std::span<const InkRun> runs, std::span<const int> lengths, bool number)
{
    if (runs.empty())
        return {};
    // The band's own line first, then its neighbours as long as they can be read the same way.
    std::size_t main = 0;
    for (std::size_t i = 1; i < runs.size(); ++i) {
        if (std::abs(runs[i].line.middle[0]) < std::abs(runs[main].line.middle[0]))
            main = i;
    }
    const auto first = readRun(runs[main], lengths, number);
    if (!first)
        return {};
    std::vector<LineReading> lines{*first};
    const bool upsideDown = std::cos(first->geometry.angle - runs[main].line.angle) < 0;
    const std::vector<double> &centres = first->geometry.centres;
    const double each = (centres.back() - centres.front()) / (first->length() - 1);
    const auto grow = [&](int direction) {
        double last = runs[main].line.middle[0];
        for (int i = static_cast<int>(main) + direction; i >= 0 && i < static_cast<int>(runs.size()) && lines.size() < 3;
             i += direction) {
            const LineGeometry &run = runs[static_cast<std::size_t>(i)].line;
            // Doc 9303 part 3: 10 characters to the inch, lines 1/4 inch apart; the heights of characters vary more.
            const double apart = std::abs(run.middle[0] - last);
            if (apart < 1.1 * runs[main].line.capHeight[0])
                break;
            if (apart > 3.4 * each)
                break;
            const auto reading = readBeside(*first, run);
            if (!reading)
                break;
            last = run.middle[0];
            const bool before = (direction < 0) != upsideDown;
            lines.insert(before ? lines.begin() : lines.end(), *reading);
        }
    };
    grow(-1);
    grow(1);
    align(lines);
    return lines;
}

} // namespace gatehouse::scanning
