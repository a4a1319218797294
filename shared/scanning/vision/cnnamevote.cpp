// SPDX-License-Identifier: GPL-3.0-or-later
#include "cnnamevote.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatehouse::scanning
{

namespace
{
constexpr float clearShape = 80; ///< of 100
/// Distances of HanShapes: a printed character's own shape is nearer than the first, what is none is farther than the second.
constexpr float nearShape = 250, farShape = 350;

/// How many characters of a name fit into its row: they are as wide as high.
int usualCount(const cv::Rect &box, double perMm)
{
    constexpr double characterMm = 3.4;
    return std::max(1, int(std::lround((box.width / perMm + 0.2) / characterMm)));
}

/// How sure the likest shape is, from 0 to 100: near itself, and the next character's much farther.
float confidenceOf(const HanShapes::Likeness &likest, const HanShapes::Likeness &next)
{
    const float near = std::clamp((farShape - likest.distance) / (farShape - nearShape), 0.0F, 1.0F);
    return 100 * near * (1 - std::exp((likest.distance - next.distance) / 20));
}
} // namespace

namespace
{
const QString dot = QStringLiteral("·");

/// Columns from where to behind where.
struct Stretch {
    int from = 0, to = 0;
    int length() const { return to - from; }
};

std::vector<Stretch> inkedStretches(const cv::Mat &ink)
{
    constexpr int speck = 2; // pixels in a column: fewer are dirt
    std::vector<Stretch> stretches;
    for (int x = 0, from = -1; x <= ink.cols; ++x) {
        const bool inked = x < ink.cols && cv::countNonZero(ink.col(x)) >= speck;
        if (inked && from < 0)
            from = x;
        if (!inked && from >= 0) {
            stretches.push_back({from, x});
            from = -1;
        }
    }
    return stretches;
}

/// The characters of a part of a name, one a cell.
struct Cells {
    std::vector<cv::Rect> places;
    std::vector<std::vector<HanShapes::Likeness>> likest; ///< two of each; none where there is no ink

    /// How far they are from being characters, on average.
    float distance() const
    {
        float sum = 0;
        for (const auto &cell : likest)
            sum += cell.empty() ? farShape : cell.front().distance;
        return likest.empty() ? std::numeric_limits<float>::max() : sum / float(likest.size());
    }
};

Cells cellsOf(const HanShapes &shapes, const cv::Mat &evened, const cv::Rect &part, int count)
{
    Cells cells;
    cells.places = hanCells(evened, part, count);
    for (const cv::Rect &place : cells.places)
        cells.likest.push_back(shapes.likest(evened(place), 2));
    return cells;
}

/// Cut where the cells are characters: a hand that prints larger or wider than usual has one less in the same row than its
/// width tells, and halves or pairs of characters look like none.
Cells likeliestCells(const HanShapes &shapes, const cv::Mat &evened, const cv::Rect &part, int usual)
{
    constexpr float clearly = 40;
    Cells best = cellsOf(shapes, evened, part, usual);
    float least = best.distance() - clearly;
    for (const int count : {usual - 1, usual + 1}) {
        Cells other = cellsOf(shapes, evened, part, count);
        if (const float distance = other.distance(); distance < least) {
            least = distance;
            best = std::move(other);
        }
    }
    return best;
}

/// Small, half way up, and alone: no stroke of a character is.
bool isDotShaped(const cv::Mat &ink, double perMm)
{
    constexpr double largestMm = 1.0;
    cv::Mat points;
    cv::findNonZero(ink, points);
    const cv::Rect around = cv::boundingRect(points);
    const double middle = (around.y + around.height / 2.0) / ink.rows;
    return std::max(around.width, around.height) <= largestMm * perMm && around.height >= 2 && middle > 0.3 && middle < 0.7;
}

/// Dots that part a name, in pixels of the picture, left to right.
std::vector<cv::Rect> dotsIn(const cv::Mat &evened, const cv::Rect &box, double perMm)
{
    constexpr double aloneMm = 0.45; // a narrow dot stands this far from both neighbours
    constexpr int inkBelow = 150;
    const cv::Rect within = box & cv::Rect(0, 0, evened.cols, evened.rows);
    const cv::Mat ink = evened(within) < inkBelow;
    const std::vector<Stretch> stretches = inkedStretches(ink);
    std::vector<cv::Rect> dots;
    for (std::size_t i = 1; i + 1 < stretches.size(); ++i) {
        const Stretch &here = stretches[i];
        const int gap = std::min(here.from - stretches[i - 1].to, stretches[i + 1].from - here.to);
        if (gap >= aloneMm * perMm && isDotShaped(ink.colRange(here.from, here.to), perMm))
            dots.emplace_back(within.x + here.from, within.y, here.length(), within.height);
    }
    return dots;
}

/// What lies between the dots: from the end of the ink before one to the start of the ink behind it.
std::vector<cv::Rect> partsBetween(const cv::Mat &evened, const cv::Rect &box, const std::vector<cv::Rect> &dots)
{
    std::vector<cv::Rect> parts;
    int from = box.x;
    for (std::size_t i = 0; i <= dots.size(); ++i) {
        const int to = i < dots.size() ? dots[i].x : box.x + box.width;
        const cv::Rect between = cv::Rect(from, box.y, to - from, box.height) & cv::Rect(0, 0, evened.cols, evened.rows);
        const auto inked = inkedStretches(evened(between) < 150);
        if (!inked.empty())
            parts.emplace_back(from + inked.front().from, box.y, inked.back().to - inked.front().from, box.height);
        if (i < dots.size())
            from = dots[i].x + dots[i].width;
    }
    return parts;
}
} // namespace

CnNameVote::CnNameVote(const cv::Rect &box, double pixelsPerMm) : m_box(box), m_pixelsPerMm(pixelsPerMm)
{
    appendPart(box, usualCount(box, pixelsPerMm));
}

void CnNameVote::appendPart(const cv::Rect &part, int count)
{
    for (int i = 0; i < count; ++i) {
        Place place;
        place.from = part.x + double(part.width) * i / count;
        place.to = part.x + double(part.width) * (i + 1) / count;
        m_places.push_back(place);
    }
}

void CnNameVote::addShapes(const HanShapes &shapes, const cv::Mat &evened)
{
    const std::vector<cv::Rect> dots = dotsIn(evened, m_box, m_pixelsPerMm);
    const std::vector<cv::Rect> parts = dots.empty() ? std::vector<cv::Rect>{m_box} : partsBetween(evened, m_box, dots);
    m_places.clear();
    for (std::size_t part = 0; part < parts.size(); ++part) {
        const std::size_t first = m_places.size();
        const int usual = usualCount(parts[part], m_pixelsPerMm);
        const Cells cells = likeliestCells(shapes, evened, parts[part], usual);
        appendPart(parts[part], cells.places.empty() ? usual : int(cells.places.size()));
        for (std::size_t at = 0; at < cells.likest.size(); ++at) {
            if (const auto &likest = cells.likest[at]; likest.size() == 2)
                m_places[first + at].shape = {QString(likest[0].character), confidenceOf(likest[0], likest[1]), 0};
        }
        if (part < dots.size() && part + 1 < parts.size()) {
            Place between;
            between.from = parts[part].x + parts[part].width;
            between.to = parts[part + 1].x;
            between.shape = {dot, 100, 0};
            m_places.push_back(between);
        }
    }
}

void CnNameVote::add(const std::vector<ReadCharacter> &reading)
{
    std::vector<const ReadCharacter *> surest(m_places.size(), nullptr);
    for (std::size_t i = 0; i < reading.size(); ++i) {
        const auto at = reading.size() == m_places.size() ? i : placeOf(reading[i]);
        if (at < surest.size() && (!surest[at] || surest[at]->confidence < reading[i].confidence))
            surest[at] = &reading[i];
    }
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        if (surest[at])
            m_places[at].votes.push_back(*surest[at]);
    }
}

bool CnNameVote::isSure() const
{
    return std::all_of(m_places.cbegin(), m_places.cend(), [](const Place &place) { return place.isSure(); });
}

QString CnNameVote::text() const
{
    QString name;
    for (const Place &place : m_places)
        name += place.elected().text;
    return name;
}

// The engine's boxes are not exact, so they are asked only where characters were lost or invented.
std::size_t CnNameVote::placeOf(const ReadCharacter &character) const
{
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        const double within = (character.middle - m_places[at].from) / (m_places[at].to - m_places[at].from);
        if (within >= 0 && within < 1)
            return std::abs(within - 0.5) > 0.48 ? m_places.size() : at;
    }
    return m_places.size();
}

bool CnNameVote::Place::isDot() const
{
    return shape.text == dot;
}

// A clear shape outweighs the engine, whose readings may all make the same mistake; an unclear one does not.
ReadCharacter CnNameVote::Place::elected() const
{
    if (isDot())
        return shape; // the engine often leaves it out
    constexpr float weight = 1.5F;
    ReadCharacter best = shape;
    float most = weight * shape.confidence + meanVoteFor(shape.text);
    for (const ReadCharacter &candidate : votes) {
        const float mean = meanVoteFor(candidate.text);
        if (candidate.text != shape.text && mean > most) {
            most = mean;
            best = candidate;
        }
    }
    return best;
}

bool CnNameVote::Place::isSure() const
{
    if (isDot())
        return true;
    const bool engineAgrees =
        std::any_of(votes.cbegin(), votes.cend(), [this](const ReadCharacter &vote) { return vote.text == shape.text; });
    return shape.confidence >= clearShape && engineAgrees && elected().text == shape.text;
}

float CnNameVote::Place::meanVoteFor(const QString &character) const
{
    float sum = 0;
    for (const ReadCharacter &vote : votes)
        sum += vote.text == character ? vote.confidence : 0;
    return votes.empty() ? 0 : sum / float(votes.size());
}

} // namespace gatehouse::scanning
