// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

#include <algorithm>

/// Files of pictures, written byte by byte, as Qt's own writers do not write them.
namespace gatehouse::test
{

inline QByteArray bigEndian(quint32 value, int bytes = 4)
{
    QByteArray out;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        out += char(value >> shift & 0xff);
    return out;
}

inline QByteArray littleEndian(quint32 value, int bytes = 4)
{
    QByteArray out = bigEndian(value, bytes);
    std::reverse(out.begin(), out.end());
    return out;
}

inline QByteArray pngChunk(const QByteArray &name, const QByteArray &data)
{
    const QByteArray whole = name + data;
    quint32 crc = 0xffffffffU;
    for (const char c : whole) {
        crc ^= quint8(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1) != 0 ? 0xedb88320U ^ (crc >> 1) : crc >> 1;
    }
    return bigEndian(quint32(data.size())) + whole + bigEndian(~crc);
}

inline QByteArray deflated(const QByteArray &rows)
{
    return qCompress(rows, 9).mid(4); // Qt writes the length before it
}

inline const QByteArray pngSignature = QByteArray::fromHex("89504e470d0a1a0a");

/// Colour types of PNG (ISO 15948, 11.2.2): 0 grey, 2 RGB, 3 palette, 4 grey with alpha.
inline QByteArray pngHeader(int width, int height, int depth, int colourType)
{
    return pngChunk("IHDR", bigEndian(quint32(width)) + bigEndian(quint32(height)) + char(depth) + char(colourType) +
                                QByteArray(3, '\0'));
}

/// Each pixel as `pixel` writes it, a filter byte before each row.
template <typename Pixel>
QByteArray pngRows(const QImage &picture, Pixel pixel)
{
    QByteArray rows;
    for (int y = 0; y < picture.height(); ++y) {
        rows += '\0';
        for (int x = 0; x < picture.width(); ++x)
            rows += pixel(picture.pixel(x, y));
    }
    return rows;
}

inline QByteArray pngOf(const QByteArray &header, const QByteArray &rows, const QByteArray &before = {},
                        const QByteArray &after = {})
{
    return pngSignature + header + before + pngChunk("IDAT", deflated(rows)) + after + pngChunk("IEND", {});
}

/// Two frames; the second is white.
inline QByteArray animatedPng(const QImage &first)
{
    const int width = first.width(), height = first.height();
    const auto control = [&](quint32 sequence) {
        return pngChunk("fcTL", bigEndian(sequence) + bigEndian(quint32(width)) + bigEndian(quint32(height)) +
                                    QByteArray(8, '\0') + bigEndian(1, 2) + bigEndian(10, 2) + QByteArray(2, '\0'));
    };
    const auto gray = [](QRgb pixel) { return QByteArray(1, char(qGray(pixel))); };
    QImage white = first;
    white.fill(Qt::white);
    return pngOf(pngHeader(width, height, 8, 0), pngRows(first, gray),
                 pngChunk("acTL", bigEndian(2) + bigEndian(0)) + control(0),
                 control(1) + pngChunk("fdAT", bigEndian(2) + deflated(pngRows(white, gray))));
}

/// Pages of grey pixels, uncompressed (TIFF 6.0, baseline).
inline QByteArray tiffOf(const QList<QImage> &pages)
{
    QByteArray tiff = QByteArray("II") + littleEndian(42, 2) + littleEndian(0);
    qsizetype link = 4; // where the place of the next directory is written
    for (const QImage &page : pages) {
        const qsizetype pixels = tiff.size();
        for (int y = 0; y < page.height(); ++y)
            for (int x = 0; x < page.width(); ++x)
                tiff += char(qGray(page.pixel(x, y)));
        tiff += QByteArray(tiff.size() % 2, '\0');
        tiff.replace(link, 4, littleEndian(quint32(tiff.size())));
        const QList<std::pair<int, quint32>> tags{{256, page.width()},
                                                  {257, page.height()},
                                                  {258, 8},
                                                  {259, 1},
                                                  {262, 1},
                                                  {273, quint32(pixels)},
                                                  {277, 1},
                                                  {278, page.height()},
                                                  {279, page.width() * page.height()}};
        tiff += littleEndian(quint32(tags.size()), 2);
        for (const auto &[tag, value] : tags)
            tiff += littleEndian(quint32(tag), 2) + littleEndian(4, 2) + littleEndian(1) + littleEndian(value);
        link = tiff.size();
        tiff += littleEndian(0);
    }
    return tiff;
}

} // namespace gatehouse::test
