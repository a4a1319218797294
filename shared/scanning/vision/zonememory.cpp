// SPDX-License-Identifier: GPL-3.0-or-later
#include "zonememory.h"

#include <algorithm>
#include <cmath>

namespace gatehouse::scanning
{

namespace
{
constexpr std::size_t mostFrames = 6;
constexpr int goneAfter = 15;           // frames
constexpr double clearlySeen = 0.9;     // probability of a character, above which two frames can be compared
constexpr double mostlyAlike = 0.95;    // of the characters that both saw clearly
constexpr std::size_t leastShared = 20; // characters that both saw clearly: fewer could be alike by chance

struct SeenBest {
    std::size_t character = 0;
    double probability = 0;
};

SeenBest bestOf(const OcrbNet::LogProbabilities &scores)
{
    const auto best = std::max_element(scores.begin(), scores.begin() + ocrb::noCharacter);
    return {std::size_t(best - scores.begin()), std::exp(double(*best))};
}

// The fourth power: what was half seen weighs a sixteenth of what was seen.
double weightOf(const OcrbNet::LogProbabilities &scores)
{
    return std::pow(bestOf(scores).probability, 4) + 1e-6;
}

OcrbNet::LogProbabilities together(const std::deque<MrzEvidence> &frames, std::size_t line, std::size_t place)
{
    OcrbNet::LogProbabilities sum{};
    double weights = 0;
    for (const MrzEvidence &frame : frames) {
        const OcrbNet::LogProbabilities &scores = frame[line][place];
        const double weight = weightOf(scores);
        weights += weight;
        for (std::size_t c = 0; c < sum.size(); ++c)
            sum[c] += float(weight * std::exp(double(scores[c])));
    }
    for (float &value : sum)
        value = float(std::log(double(value) / weights + 1e-12));
    return sum;
}

bool sameShape(const MrzEvidence &a, const MrzEvidence &b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                              [](const auto &one, const auto &other) { return one.size() == other.size(); });
}
} // namespace

bool ZoneMemory::isOfSameZone(const MrzEvidence &frame) const
{
    const MrzEvidence &last = m_frames.back();
    if (!sameShape(last, frame))
        return false;
    std::size_t shared = 0;
    std::size_t alike = 0;
    for (std::size_t line = 0; line < frame.size(); ++line) {
        for (std::size_t place = 0; place < frame[line].size(); ++place) {
            const SeenBest before = bestOf(last[line][place]);
            const SeenBest now = bestOf(frame[line][place]);
            if (before.probability < clearlySeen || now.probability < clearlySeen)
                continue;
            ++shared;
            alike += before.character == now.character ? 1 : 0;
        }
    }
    return shared >= leastShared && double(alike) >= mostlyAlike * double(shared);
}

std::optional<MrzEvidence> ZoneMemory::add(const MrzEvidence &frame)
{
    if (!m_frames.empty() && frame.front().size() < m_frames.back().front().size()) {
        missed();
        return std::nullopt;
    }
    m_missed = 0;
    if (!m_frames.empty() && !isOfSameZone(frame))
        m_frames.clear();
    m_frames.push_back(frame);
    if (m_frames.size() > mostFrames)
        m_frames.pop_front();
    if (m_frames.size() < 2)
        return std::nullopt;
    MrzEvidence all = frame;
    for (std::size_t line = 0; line < all.size(); ++line) {
        for (std::size_t place = 0; place < all[line].size(); ++place)
            all[line][place] = together(m_frames, line, place);
    }
    return all;
}

void ZoneMemory::missed()
{
    if (++m_missed >= goneAfter)
        clear();
}

void ZoneMemory::clear()
{
    m_frames.clear();
    m_missed = 0;
}

} // namespace gatehouse::scanning
