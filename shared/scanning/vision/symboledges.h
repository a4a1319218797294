// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPolygonF>

#include <optional>

namespace gatehouse::scanning
{

/// A closer look at a region of findDenseRegions() that may be a stacked barcode: it is flattened with much around it, and a
/// line is laid along each of the four sides of what has upright bars there, so that print beside the symbol, a shadow's edge
/// or a reflection no longer bend it. Four corners in pixels of the picture in the order of the region's; nothing where no such
/// sides are seen. Pure. May throw what OpenCV throws.
std::optional<QPolygonF> symbolSides(const QImage &gray, const QPolygonF &region);

} // namespace gatehouse::scanning
