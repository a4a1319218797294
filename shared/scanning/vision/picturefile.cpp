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
    const QSize size = reader.size();
    const double pixels = double(size.width()) * double(size.height());
    if (pixels > largestPicture)
        return fail(ErrorCode::Invalid, QStringLiteral("the image is too large: %1 x %2").arg(size.width()).arg(size.height()));
    if (pixels > workingPixels)
        reader.setScaledSize(size * std::sqrt(workingPixels / pixels));
    const QImage picture = reader.read();
    if (picture.isNull())
        return fail(ErrorCode::Invalid, QStringLiteral("the image is damaged: %1").arg(reader.errorString()));
    // Transparent pixels would turn black: paper is white.
    if (!picture.hasAlphaChannel())
        return picture.convertToFormat(QImage::Format_RGB32);
    QImage opaque(picture.size(), QImage::Format_RGB32);
    opaque.fill(Qt::white);
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
