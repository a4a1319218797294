// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPolygonF>

namespace gatehouse::scanning
{

/// The holder's picture on the front of a card of ID-1 format (85.6 x 54 mm), cut out where such cards have it: a third of the
/// width, left or right, whichever way the card lies. Found by the layout alone, no face is recognised: a large shape of
/// continuous tone before a plain ground. Null when there is none or the outline has not the form of such a card. `card` has
/// four corners in pixels of the picture (Format_RGB32). May throw what OpenCV throws.
QImage portraitOnCard(const QImage &colour, const QPolygonF &card);

} // namespace gatehouse::scanning
