// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documentreader.h"

#include <QImage>
#include <QList>
#include <QPolygonF>

namespace gatehouse::scanning
{

/// Where a frame is densely covered with edges in both directions, as a stacked barcode is: four corners each in pixels of the
/// frame, the long side first, the likeliest first; a region may come twice in two shapes. A still is looked at more closely,
/// for a symbol that stands close to another one and for one of large modules. May throw what OpenCV throws.
QList<QPolygonF> findDenseRegions(const QImage &gray, Effort effort = Effort::Live);

/// The same of a live frame, for symbols of large modules alone: the print beside these is as dense as they are. Cheaper.
QList<QPolygonF> findCoarseRegions(const QImage &gray);

/// The region, flattened: its long side lies horizontally, with a margin around it (in parts of the long side), scaled by
/// that factor. Null when the result would be too small or too large to be of use.
QImage rectify(const QImage &gray, const QPolygonF &region, double margin, double scale);

/// How much more the region changes along its first side than across it. Bars of a PDF417 symbol, which are higher than wide,
/// give 1.6 to 3.5 (measured on photographs that were read); text and squares about 1, stripes far more.
double barsAlong(const QImage &gray, const QPolygonF &region);

/// Whether what lies around the region is clearly darker than it is, as around a symbol that is light on dark.
bool isOnDark(const QImage &gray, const QPolygonF &region);

} // namespace gatehouse::scanning
