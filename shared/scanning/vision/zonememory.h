// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mrzdecoder.h"

#include <deque>

namespace gatehouse::scanning
{

/// What live frames in a row saw of one zone, so that a reflection or a thumb that hides another part of it in each of them
/// hides nothing in the end. Characters, not pictures, are kept, of a few frames, until clear(). A value of one thread.
class ZoneMemory
{
public:
    /// Takes in what this frame saw. Returns what all kept frames saw together: each character from the frames in proportion to
    /// how clearly it was seen there. Nothing while there is only one frame, and nothing when this is another zone than before:
    /// then only this frame is kept. Shorter lines than before are taken for a piece of them and left out.
    std::optional<MrzEvidence> add(const MrzEvidence &frame);

    /// A frame in which no zone was seen: after some of them the document was taken away.
    void missed();

    void clear();

private:
    bool isOfSameZone(const MrzEvidence &frame) const;

    std::deque<MrzEvidence> m_frames;
    int m_missed = 0;
};

} // namespace gatehouse::scanning
