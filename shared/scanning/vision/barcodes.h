// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documentreader.h"

#include <QByteArray>

namespace gatehouse::scanning
{

/// One barcode as it was decoded.
struct Barcode {
    QByteArray payload;
    QPolygonF outline; ///< in pixels of the frame
    bool pdf417 = false;
};

/// Looks for barcodes in the frame, the likeliest to be a document first. May throw what the engines throw.
QList<Barcode> findBarcodes(const Frame &frame);

} // namespace gatehouse::scanning
