// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner.h"

#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QtEndian>

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

// A pipe or a device may never end, and a folder is none.
Result<void> refuseOddFile(const QFileInfo &file)
{
    if (!file.exists() || !file.isReadable())
        return fail(ErrorCode::NotFound, QStringLiteral("no such file, or it may not be read"));
    if (file.isDir())
        return fail(ErrorCode::Invalid, QStringLiteral("this is a folder, not an image"));
    if (!file.isFile())
        return fail(ErrorCode::Invalid, QStringLiteral("this is a pipe or a device, not an image"));
    if (file.size() == 0)
        return fail(ErrorCode::Invalid, QStringLiteral("the file is empty"));
    return {};
}

// ISO 23008-12, annex B: what telephones write unless they are asked for JPEG.
bool isHeic(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray start = file.read(12);
    static const QList<QByteArray> brands{"heic", "heix", "hevc", "mif1", "msf1"};
    return start.size() == 12 && start.mid(4, 4) == "ftyp" && brands.contains(start.mid(8));
}

// How long the file says it is, and where its pixels begin.
bool isShortBitmap(const QByteArray &start, qint64 size)
{
    if (start.size() < 26)
        return true;
    const auto number = [&start](qsizetype at) { return qint64(qFromLittleEndian<qint32>(start.constData() + at)); };
    return number(2) > size || number(10) >= size;
}

// Qt reads more than photographs: drawings are programs of a kind (one of a few bytes can keep a processor busy for days),
// icons and films are no documents.
Result<void> refuseOddFormat(const QString &path, QImageReader &reader)
{
    static const QList<QByteArray> photographs{"bmp", "gif", "jpeg", "pbm", "pgm", "png", "ppm", "tiff", "webp"};
    if (isHeic(path))
        return fail(ErrorCode::Invalid, QStringLiteral("this is a HEIC image, which cannot be read here: save it as JPEG"));
    const QByteArray format = reader.format();
    if (!format.isEmpty() && !photographs.contains(format))
        return fail(ErrorCode::Invalid,
                    QStringLiteral("not an image that can be read: %1 is no format of photographs").arg(QLatin1String(format)));
    if (!reader.canRead())
        return fail(ErrorCode::Invalid, QStringLiteral("not an image that can be read"));
    return {};
}
} // namespace

Result<QImage> loadPicture(const QString &path)
{
    GATEHOUSE_TRY(refuseOddFile(QFileInfo(path)));
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    GATEHOUSE_TRY(refuseOddFormat(path, reader));
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
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray start = file.peek(26);
    if (start.startsWith("BM"))
        return isShortBitmap(start, file.size());
    constexpr qint64 tail = 65536; // some cameras write data of their own after the picture
    if (start.startsWith("\xff\xd8")) {
        file.seek(std::max<qint64>(2, file.size() - tail));
        return !file.readAll().contains("\xff\xd9");
    }
    if (start.startsWith("GIF8")) {
        file.seek(std::max<qint64>(0, file.size() - tail));
        return !file.readAll().trimmed().endsWith(';');
    }
    return false;
}

} // namespace gatehouse::scanning
