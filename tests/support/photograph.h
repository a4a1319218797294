// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPolygonF>
#include <QRandomGenerator>
#include <QSize>

namespace gatehouse::scenes
{

/// How a flat document is photographed: as kiosk cameras do it. All lengths in pixels of the photograph.
struct Shot {
    QSize size{1920, 1080};
    double turn = 0;     ///< degrees about the optical axis
    double tilt = 0;     ///< degrees out of the plane
    double tiltAxis = 0; ///< degrees: which way it tilts
    double share = 0.7;  ///< length of the document's long side, by the frame's side that it must fit in
    double shiftX = 0;   ///< of the middle, in parts of the free room, -1 to 1
    double shiftY = 0;
    double blur = 0;     ///< sigma of the lens
    double motion = 0;   ///< length of a movement in a random direction
    double noise = 0;    ///< sigma in grey levels
    double light = 1;    ///< factor on brightness
    bool shadow = false; ///< a hard-edged shadow over part of the frame
    bool glare = false;  ///< a burnt-out reflection
    int jpegQuality = 95;
    quint32 seed = 1; ///< of background, noise and places
};

/// A document that fills the frame of a good camera.
inline Shot goodShot(quint32 seed = 1)
{
    Shot shot;
    shot.share = 0.85;
    shot.blur = 0.4;
    shot.noise = 2;
    shot.seed = seed;
    return shot;
}

enum class Difficulty { Easy, Hard };

/// A shot of that difficulty, drawn from the generator. Hard: 1280x720 to 12 megapixels, turned up to 20 degrees and by quarter
/// turns, tilted up to 25 degrees, blur, glare, shadow, noise, JPEG 75.
Shot randomShot(Difficulty difficulty, QRandomGenerator &random);

struct Photograph {
    QImage picture;
    QPolygonF outline; ///< the document's corners in the picture, from its top left clockwise
};

/// Photographs a document, drawn as large as possible, lying on a desk.
Photograph photograph(const QImage &document, const Shot &shot);

/// Pictures without any document: textures, faces drawn from ellipses, text, stripes and boxes like barcodes.
QImage emptyScene(const QSize &size, quint32 seed);

} // namespace gatehouse::scenes
