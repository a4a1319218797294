// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner.h"

#include <QFile>
#include <QFileInfo>
#include <QImageReader>

#include <algorithm>
#include <cmath>

namespace gatehouse::scanning
{

namespace
{
constexpr double largestPicture = 100e6; // pixels; more is no photograph of a document
constexpr double workingPixels = 24e6;   // what is kept of it
constexpr double largestWhole = 32e6;    // of formats that cannot be reduced while they are decoded
constexpr int decodingMegabytes = 256;   // which 32 megapixels with 16 bits a channel take

double pixelsOf(const QSize &size)
{
    return double(size.width()) * double(size.height());
}

// JPEG is decoded in reduced size; all else is there as a whole first.
bool isTooLarge(const QImageReader &reader)
{
    const double limit = reader.format() == "jpeg" ? largestPicture : largestWhole;
    return pixelsOf(reader.size()) > limit;
}

// Transparent pixels would turn black: paper is white.
QImage opaqueOf(const QImage &picture)
{
    if (!picture.hasAlphaChannel())
        return picture.convertToFormat(QImage::Format_RGB32);
    QImage opaque(picture.size(), QImage::Format_RGB32);
    const QImage source = picture.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < source.height(); ++y) {
        const auto *from = reinterpret_cast<const QRgb *>(source.constScanLine(y));
        auto *to = reinterpret_cast<QRgb *>(opaque.scanLine(y));
        for (int x = 0; x < source.width(); ++x) {
            const int rest = 255 - qAlpha(from[x]);
            to[x] = qRgb(qRed(from[x]) + rest, qGreen(from[x]) + rest, qBlue(from[x]) + rest);
        }
    }
    return opaque;
}
} // namespace

Result<QImage> loadPicture(const QString &path)
{
    const QFileInfo file(path);
    if (!file.exists() || file.isDir())
        return fail(ErrorCode::NotFound, QStringLiteral("no such file"));
    if (file.size() == 0)
        return fail(ErrorCode::Invalid, QStringLiteral("the file is empty"));
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    if (!reader.canRead())
        return fail(ErrorCode::Invalid, QStringLiteral("not an image that can be read"));
    QImageReader::setAllocationLimit(decodingMegabytes);
    const QSize size = reader.size();
    if (isTooLarge(reader))
        return fail(ErrorCode::Invalid, QStringLiteral("the image is too large: %1 x %2").arg(size.width()).arg(size.height()));
    if (const double factor = std::sqrt(workingPixels / pixelsOf(size)); factor < 1)
        reader.setScaledSize(QSize(int(size.width() * factor), int(size.height() * factor)));
    const QImage picture = reader.read(); // the first frame of an animation
    if (picture.isNull())
        return fail(ErrorCode::Invalid, QStringLiteral("the image is damaged: %1").arg(reader.errorString()));
    return opaqueOf(picture);
}

bool isCutShort(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.peek(2) != QByteArrayLiteral("\xff\xd8"))
        return false;
    constexpr qint64 tail = 65536; // some cameras write data of their own after the picture
    file.seek(std::max<qint64>(2, file.size() - tail));
    return !file.readAll().contains(QByteArrayLiteral("\xff\xd9"));
}

} // namespace gatehouse::scanning
