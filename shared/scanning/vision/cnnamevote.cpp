// SPDX-License-Identifier: GPL-3.0-or-later
#include "cnnamevote.h"

#include <algorithm>
#include <cmath>

namespace gatehouse::scanning
{

namespace
{
constexpr float clearShape = 80; ///< of 100
/// Distances of HanShapes: a printed character's own shape is nearer than the first, what is none is farther than the second.
constexpr float nearShape = 250, farShape = 350;

/// How many characters of a name fit into its row: they are as wide as high.
double fittingIn(const cv::Rect &box, double perMm)
{
    constexpr double characterMm = 3.4;
    return (box.width / perMm + 0.2) / characterMm;
}

/// How sure the likest shape is, from 0 to 100: near itself, and the next character's much farther.
float confidenceOf(const HanShapes::Likeness &likest, const HanShapes::Likeness &next)
{
    const float near = std::clamp((farShape - likest.distance) / (farShape - nearShape), 0.0F, 1.0F);
    return 100 * near * (1 - std::exp((likest.distance - next.distance) / 20));
}
} // namespace

CnNameVote::CnNameVote(const cv::Rect &box, double pixelsPerMm)
    : m_box(box), m_places(std::size_t(std::max(1, int(std::lround(fittingIn(box, pixelsPerMm))))))
{
}

void CnNameVote::addShapes(const HanShapes &shapes, const cv::Mat &evened)
{
    const std::vector<cv::Rect> cells = hanCells(evened, m_box, count());
    for (std::size_t at = 0; at < cells.size(); ++at) {
        const auto likest = shapes.likest(evened(cells[at]), 2);
        if (likest.size() == 2)
            m_places[at].shape = {QString(likest[0].character), confidenceOf(likest[0], likest[1]), 0};
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
    const double place = (character.middle - m_box.x) / m_box.width * count();
    const bool beside = place < 0 || place >= count() || std::abs(place - std::floor(place) - 0.5) > 0.48;
    return beside ? m_places.size() : std::size_t(place);
}

// A clear shape outweighs the engine, whose readings may all make the same mistake; an unclear one does not.
ReadCharacter CnNameVote::Place::elected() const
{
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
