// SPDX-License-Identifier: GPL-3.0-or-later
#include "barcodes.h"

#include <ZXing/ReadBarcode.h>

namespace gatehouse::scanning
{

namespace
{
QPolygonF outlineOf(const ZXing::Result &found)
{
    QPolygonF outline;
    for (const ZXing::PointI &corner : found.position())
        outline.append(QPointF(corner.x, corner.y));
    return outline;
}

QByteArray payloadOf(const ZXing::Result &found)
{
    const ZXing::ByteArray &bytes = found.bytes();
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
}
} // namespace

QList<Barcode> findBarcodes(const Frame &frame)
{
    const ZXing::ImageView view(frame.gray.constBits(), frame.gray.width(), frame.gray.height(), ZXing::ImageFormat::Lum,
                                int(frame.gray.bytesPerLine()));
    const auto hints =
        ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::PDF417 | ZXing::BarcodeFormat::QRCode).setMaxNumberOfSymbols(4);
    QList<Barcode> barcodes;
    for (const ZXing::Result &found : ZXing::ReadBarcodes(view, hints)) {
        if (found.isValid())
            barcodes.append({payloadOf(found), outlineOf(found), found.format() == ZXing::BarcodeFormat::PDF417});
    }
    return barcodes;
}

} // namespace gatehouse::scanning
