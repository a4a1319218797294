// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocrbpath.h"

#include <algorithm>

namespace gatehouse::scanning
{

namespace
{
using ocrb::pitch;
using ocrb::step;

constexpr int nominal = pitch / step, slack = 2;
constexpr float never = -1e9F;
constexpr float outsidePicture = -0.7F; ///< what counts for a place that was not looked at

/// Sums over the best paths that end in each window after some characters.
class PathTable
{
public:
    PathTable(const std::vector<OcrbNet::LogProbabilities> &windows, int count)
        : m_places(static_cast<int>(windows.size())), m_count(count), m_sum(cells(), never), m_from(cells(), -1)
    {
        for (const auto &window : windows) {
            m_best.push_back(bestCharacter(window));
            m_blank.push_back(blankBeside(window));
        }
    }

    void fill(int lastStart)
    {
        for (int t = 0; t <= std::min(lastStart, m_places - 1); ++t)
            m_sum[at(0, t)] = m_best[index(t)] + blank(t - nominal);
        for (int i = 1; i < m_count; ++i)
            for (int t = 0; t < m_places; ++t)
                step(i, t);
    }

    CharacterPath best() const
    {
        int end = 0;
        float top = never;
        for (int t = 0; t < m_places; ++t) {
            const float total = m_sum[at(m_count - 1, t)] + blank(t + nominal);
            if (total > top) {
                top = total;
                end = t;
            }
        }
        if (top < never / 2)
            return {};
        CharacterPath path;
        path.windows.resize(static_cast<std::size_t>(m_count));
        float sum = m_sum[at(m_count - 1, end)];
        for (int i = m_count - 1; i >= 0; --i) {
            path.windows[static_cast<std::size_t>(i)] = end;
            if (i > 0)
                end = m_from[at(i, end)];
        }
        sum -= blank(end - nominal);
        path.score = static_cast<double>(sum) / m_count;
        return path;
    }

private:
    std::size_t cells() const { return static_cast<std::size_t>(m_count) * static_cast<std::size_t>(m_places); }
    static std::size_t index(int t) { return static_cast<std::size_t>(t); }
    std::size_t at(int i, int t) const
    {
        return static_cast<std::size_t>(i) * static_cast<std::size_t>(m_places) + static_cast<std::size_t>(t);
    }
    float blank(int t) const { return t < 0 || t >= m_places ? outsidePicture : m_blank[index(t)]; }

    void step(int i, int t)
    {
        constexpr float penalty = 0.12F;
        for (int d = nominal - slack; d <= std::min(nominal + slack, t); ++d) {
            const float total = m_sum[at(i - 1, t - d)] - penalty * static_cast<float>((d - nominal) * (d - nominal));
            if (total + m_best[index(t)] > m_sum[at(i, t)]) {
                m_sum[at(i, t)] = total + m_best[index(t)];
                m_from[at(i, t)] = t - d;
            }
        }
    }

    int m_places, m_count;
    std::vector<float> m_best, m_blank, m_sum;
    std::vector<int> m_from;
};

int classAt(const OcrbNet::LogProbabilities &scores)
{
    return static_cast<int>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}
} // namespace

float bestCharacter(const OcrbNet::LogProbabilities &scores)
{
    return *std::max_element(scores.begin(), scores.end() - 1);
}

float blankBeside(const OcrbNet::LogProbabilities &scores)
{
    constexpr float dirt = -3;
    return std::max(dirt, scores[ocrb::noCharacter]);
}

CharacterPath followCharacters(const std::vector<OcrbNet::LogProbabilities> &windows, int count, int lastStart)
{
    if (windows.empty())
        return {};
    PathTable table(windows, count);
    table.fill(lastStart);
    return table.best();
}

double centreOfPlateau(const std::vector<OcrbNet::LogProbabilities> &windows, int at)
{
    constexpr int reach = nominal / 2;
    const int same = classAt(windows[static_cast<std::size_t>(at)]), places = static_cast<int>(windows.size());
    int first = at, last = at;
    while (first > 0 && at - first < reach && classAt(windows[static_cast<std::size_t>(first - 1)]) == same)
        --first;
    while (last + 1 < places && last - at < reach && classAt(windows[static_cast<std::size_t>(last + 1)]) == same)
        ++last;
    return (first + last) / 2.0;
}

} // namespace gatehouse::scanning
