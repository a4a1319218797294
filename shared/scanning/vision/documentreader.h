// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parsing/scanresult.h"

#include <QDate>
#include <QImage>
#include <QPolygonF>

#include <memory>
#include <optional>
#include <vector>

namespace gatehouse::scanning
{

/// What the person in front of the camera should do next. The sentence is made by the user interface.
enum class Guidance {
    ShowDocument,  ///< nothing that looks like a document is in view
    Closer,        ///< the document is too small to be read
    HoldStill,     ///< blurred by motion or out of focus
    TooMuchGlare,  ///< a reflection covers part of the document
    TooDark,       ///< not enough light
    TurnOver,      ///< the other side is needed, or adds something
    PartlyOutside, ///< the document leaves the picture
    OneDocument,   ///< documents of two people are in view
    Reading,       ///< in view and well placed: being read
    Done           ///< decided
};

/// Live: one of many frames, the next comes in 33 ms, so give up early. Still: a picture that will not come again.
enum class Effort { Live, Still };

/// One picture on its way through the readers. Made once by the scanner; readers only look at it.
struct Frame {
    QImage colour;          ///< Format_RGB32, upright as the camera or file meant it
    QImage gray;            ///< Format_Grayscale8, same size
    QList<QPolygonF> cards; ///< outlines of what may be documents, four corners each, likeliest first, in pixels of the frame
    QDate today;            ///< where the camera stands
    Effort effort = Effort::Still;
    /// Live frames in a row before this one in which nothing was read, and those of them that were searched for text. A frame
    /// must not take longer than the camera needs for the next, so each of them looks at the likeliest place and at one or two
    /// others, which these numbers choose.
    int turn = 0;
    int textTurn = 0;
};

/// What a reader made of a frame.
struct Reading {
    ScanResult result;            ///< kind None when only the hint is known (e.g. the side without data)
    QPolygonF outline;            ///< the document, or the part of it that was read, in pixels of the frame; may be empty
    QImage portrait;              ///< the holder's picture cropped from the document; may be null
    bool conclusive = false;      ///< error correction or check digits guard all of it: one frame is enough
    std::optional<Guidance> hint; ///< e.g. TurnOver when the other side adds something
};

/// Reads one family of documents from a picture. The scanner asks its readers in order, after it has looked for barcodes,
/// until one answers with a kind. A reader may keep what earlier live frames showed until forget(). Used by one thread at a
/// time; owned by the scanner. Exceptions of OpenCV may leave read(): the scanner catches them. Nothing is ever guessed into
/// a field: nullopt when the document is not there.
class DocumentReader
{
public:
    virtual ~DocumentReader() = default;

    virtual std::optional<Reading> read(const Frame &frame) = 0;

    /// The document was taken away, or another visitor has come.
    virtual void forget() {}
};

using DocumentReaders = std::vector<std::unique_ptr<DocumentReader>>;

/// The readers that this build has, in the order in which they are asked (documentreaders.cpp is where one is added).
DocumentReaders documentReaders();

} // namespace gatehouse::scanning
