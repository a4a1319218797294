// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner.h"

namespace gatehouse::scanning
{

/// The frames in which the documents of one vote were read, and their holders' pictures: so that what goes with a decision is
/// of the document that was decided, never of one that was shown before it. Keeps one frame a document, of a few documents.
/// A value of one thread.
class Sightings
{
public:
    struct Sighting {
        ScanResult result;
        QImage picture;  ///< the last frame that said what was decided
        QImage portrait; ///< the last that was cut out of a frame of the same document; may be null
    };

    void note(const FrameResult &found, const QImage &picture);
    /// Null images when no frame showed this document.
    [[nodiscard]] Sighting of(const ScanResult &decided) const;
    void clear() { m_seen.clear(); }

private:
    QList<Sighting> m_seen; // the last one that was seen is the last
};

} // namespace gatehouse::scanning
