// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QImage>
#include <QTransform>

namespace gatehouse::test
{

// How the camera stored it, for the picture to be upright after what its EXIF data asks for (EXIF 2.32, tag 0x0112).
inline QImage storedFor(int orientation, const QImage &upright)
{
    const auto turned = [&upright](int degrees) { return upright.transformed(QTransform().rotate(degrees)); };
    switch (orientation) {
    case 2:
        return upright.mirrored(true, false);
    case 3:
        return turned(180);
    case 4:
        return upright.mirrored(false, true);
    case 5:
        return turned(-90).mirrored(false, true);
    case 6:
        return turned(-90);
    case 7:
        return turned(90).mirrored(false, true);
    case 8:
        return turned(90);
    default:
        return upright;
    }
}

// A JPEG with an EXIF segment that says nothing but the orientation.
inline QByteArray jpegWithOrientation(int orientation, const QImage &stored)
{
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    stored.save(&buffer, "JPG", 100);
    const QByteArray tiff = QByteArray::fromHex("4d4d002a00000008"  // big endian, directory at 8
                                                "0001"              // one entry
                                                "0112000300000001") // orientation, a short
                            + char(0) + char(orientation) + QByteArray(6, '\0');
    const QByteArray exif = QByteArray("Exif\0\0", 6) + tiff;
    const qsizetype length = exif.size() + 2;
    return jpeg.left(2) + "\xff\xe1" + char(length >> 8) + char(length & 0xff) + exif + jpeg.mid(2);
}

} // namespace gatehouse::test
