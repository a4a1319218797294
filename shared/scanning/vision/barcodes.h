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

struct BarcodeSearch {
    QList<Barcode> barcodes;  ///< the likeliest to be a document first
    QList<QPolygonF> regions; ///< that look like a stacked symbol, read or not
    bool timeSpent = false;   ///< on what may be a stacked symbol: this live frame is not searched for anything else
};

/// Looks for barcodes in the frame: stacked ones where the picture is dense with edges, flattened before they are decoded;
/// square ones anywhere; with Effort::Still the linear ones of trade as well. May throw what the engines throw.
BarcodeSearch findBarcodes(const Frame &frame);

} // namespace gatehouse::scanning
