// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documentreader.h"
#include "ocrbrun.h"
#include "textbands.h"

namespace gatehouse::scanning
{

/// The pyramid and the text bands of the frame that was looked at last, so that the readers of lines find them once. One thread
/// at a time.
class FrameText
{
public:
    struct Found {
        Pyramid pyramid;
        std::vector<TextBand> bands;
    };

    /// Valid until the next call; keeps the frame's pixels until then.
    const Found &of(const Frame &frame);
    /// Which of the bands found last are worth reading in this frame, the likeliest first: at most `most` of a still, of a live
    /// frame the longest and one of the next (Frame::textTurn).
    std::vector<std::size_t> worthReading(const Frame &frame, std::size_t most) const;
    /// The runs of one of the bands found last; valid as long as they are.
    const std::vector<InkRun> &runs(std::size_t band);
    /// Looks closer where the bands found last held nothing, once for a picture: the rows that were added to them, the
    /// likeliest first, at most `most`.
    std::vector<std::size_t> lookCloser(std::size_t most);
    /// Where zones stand along the edges of what may be documents (Frame::cards), whether print was seen there or not.
    std::vector<std::size_t> alongEdges(const Frame &frame);
    void forget();

private:
    QImage m_gray;
    bool m_closer = false;
    std::unique_ptr<Found> m_found;
    std::vector<std::optional<std::vector<InkRun>>> m_runs; ///< of the bands that were asked for
};

} // namespace gatehouse::scanning
