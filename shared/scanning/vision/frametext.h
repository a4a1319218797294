// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documentreader.h"
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
    void forget();

private:
    QImage m_gray;
    std::unique_ptr<Found> m_found;
};

} // namespace gatehouse::scanning
