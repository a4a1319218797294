// SPDX-License-Identifier: GPL-3.0-or-later
#include "frametext.h"

#include "textrows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace gatehouse::scanning
{

namespace
{
/// Each look costs a live frame milliseconds, and most papers are plain. Where something was read the count of turns stands
/// still, so that the frames after it look the same way and can agree.
Paper paperOf(const Frame &frame)
{
    constexpr int inTurn = 3;
    return frame.turn % inTurn == inTurn - 1 ? Paper::Patterned : Paper::Plain;
}
} // namespace

const FrameText::Found &FrameText::of(const Frame &frame)
{
    if (m_found && m_gray.cacheKey() == frame.gray.cacheKey())
        return *m_found;
    const bool live = frame.effort == Effort::Live;
    m_gray = frame.gray;
    const cv::Mat gray(m_gray.height(), m_gray.width(), CV_8U, const_cast<uchar *>(m_gray.constBits()),
                       static_cast<std::size_t>(m_gray.bytesPerLine()));
    Pyramid pyramid(gray);
    auto bands = findTextBands(pyramid, live ? 1000 : 1400, live ? paperOf(frame) : Paper::Either);
    m_runs.assign(bands.size(), std::nullopt);
    m_found = std::make_unique<Found>(Found{std::move(pyramid), std::move(bands)});
    m_closer = false;
    return *m_found;
}

std::vector<std::size_t> FrameText::worthReading(const Frame &frame, std::size_t most) const
{
    constexpr std::size_t looked = 4; // of a live frame's bands, over several frames
    const std::size_t count = m_runs.size();
    std::vector<std::size_t> bands;
    if (frame.effort == Effort::Live) {
        const std::size_t others = std::min(count, looked), turn = static_cast<std::size_t>(frame.textTurn);
        if (count > 0)
            bands.push_back(0);
        if (others > 1)
            bands.push_back(1 + turn % (others - 1));
        // Where the first band uses up a reader's patience, the other one comes first in the next frame.
        if (turn % 2 == 1)
            std::reverse(bands.begin(), bands.end());
        return bands;
    }
    for (std::size_t band = 0; band < std::min(count, most); ++band)
        bands.push_back(band);
    return bands;
}

std::vector<std::size_t> FrameText::lookCloser(std::size_t most)
{
    if (std::exchange(m_closer, true))
        return {};
    auto &bands = m_found->bands;
    // Where the longest band is not the zone, it is often something else that lies along the document.
    const std::vector<TextBand> rows = findTextRows(m_found->pyramid, 2100, bands.empty() ? 0 : bands.front().angle);
    std::vector<std::size_t> added;
    for (std::size_t i = 0; i < std::min(rows.size(), most); ++i) {
        added.push_back(bands.size());
        bands.push_back(rows[i]);
    }
    m_runs.resize(bands.size());
    return added;
}

namespace
{
/// The band in a card of these corners that lies `share` of the edge's length away from the edge between the first two.
TextBand bandAlong(const std::array<QPointF, 4> &corners, double share)
{
    const auto lengthOf = [](QPointF vector) { return std::hypot(vector.x(), vector.y()); };
    const double edge = lengthOf(corners[1] - corners[0]),
                 deep = (lengthOf(corners[3] - corners[0]) + lengthOf(corners[2] - corners[1])) / 2,
                 inside = std::min(0.5, share * edge / std::max(1.0, deep));
    const QPointF from = corners[0] + (corners[3] - corners[0]) * inside, to = corners[1] + (corners[2] - corners[1]) * inside;
    TextBand band;
    band.centre = cv::Point2f(float(from.x() + to.x()) / 2, float(from.y() + to.y()) / 2);
    band.angle = std::atan2(to.y() - from.y(), to.x() - from.x());
    band.length = band.edge = std::max(1.0, lengthOf(to - from));
    band.thickness = 0.05 * band.length;
    band.capHeight = 0.02 * band.length;
    return band;
}
} // namespace

std::vector<std::size_t> FrameText::alongEdges(const Frame &frame)
{
    // Of the edge's length, over all formats of Doc 9303: the lowest line, the middle of the zone, the highest of three lines.
    constexpr qsizetype mostCards = 2;
    constexpr std::array shares{0.1, 0.055, 0.16};
    auto &bands = m_found->bands;
    std::vector<std::size_t> added;
    for (const QPolygonF &card : frame.cards.first(std::min<qsizetype>(frame.cards.size(), mostCards))) {
        for (int side = 0; side < 4; ++side) {
            std::array<QPointF, 4> corners;
            for (int i = 0; i < 4; ++i)
                corners[std::size_t(i)] = card[(side + i) % 4];
            for (const double share : shares) {
                added.push_back(bands.size());
                bands.push_back(bandAlong(corners, share));
            }
        }
    }
    m_runs.resize(bands.size());
    return added;
}

const std::vector<InkRun> &FrameText::runs(std::size_t band)
{
    auto &runs = m_runs.at(band);
    if (!runs)
        runs = findRuns(m_found->pyramid, m_found->bands.at(band));
    return *runs;
}

void FrameText::forget()
{
    m_found.reset();
    m_runs.clear();
    m_gray = {};
}

} // namespace gatehouse::scanning
