// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documentreader.h"

namespace gatehouse::scanning
{

/// What can be measured of a frame before anything is read. All cheap: they are taken on a reduced copy.
struct FrameMeasure {
    double brightness = 0; ///< mean, 0 to 255
    double sharpness = 0;  ///< variance of the Laplacian in the document, or in the whole frame without one
    double glare = 0;      ///< part of the document that is burnt out, 0 to 1
    double share = 0;      ///< part of the frame that the document covers, 0 to 1
    bool cut = false;      ///< the outline touches the frame's edge
};

/// Measures the frame inside the outline; an empty outline means that no document is in view.
FrameMeasure measureFrame(const QImage &gray, const QPolygonF &outline);

/// The most urgent thing to say to the person, given that nothing was read yet.
Guidance guidanceFor(const FrameMeasure &measure, bool documentInView);

} // namespace gatehouse::scanning
