// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner.h"

#include <optional>

namespace gatehouse::scanning
{

/// Counts what successive frames said until it is sure. Error-corrected data decides alone; what was recognised by its shape
/// must be read alike in two frames; a document whose checks do not hold only after it was read alike in several, because
/// the reason may be the reading. Fields on which frames disagree, or of which half of them were not sure, come out as unsure.
/// A value of one thread.
class Ballot
{
public:
    /// One frame's result; at is the time of the frame in milliseconds of a steady clock. An answer ends the vote.
    [[nodiscard]] std::optional<ScanResult> count(const FrameResult &frame, qint64 at);

    int frames() const { return m_frames; }
    void clear() { *this = Ballot(); }

private:
    std::optional<ScanResult> decide(qint64 at) const;
    qsizetype votesFor(const ScanResult &result) const;
    Trust trustIn(const Field &field, Kind kind) const;

    QList<ScanResult> m_votes;
    int m_frames = 0;
    int m_empty = 0; // frames in a row without anything
    qint64 m_firstBarcode = -1;
    qint64 m_firstVote = -1;
};

} // namespace gatehouse::scanning
