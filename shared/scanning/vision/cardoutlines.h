// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QPolygonF>

namespace gatehouse::scanning
{

/// Outlines of flat four-cornered things of a card's or a passport page's proportions, four corners each, clockwise from the
/// one nearest to the top left, in pixels of the frame; the largest first. May throw what OpenCV throws.
QList<QPolygonF> findCards(const QImage &gray);

} // namespace gatehouse::scanning
