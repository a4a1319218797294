// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QStringList>

#include <random>

namespace gatehouse::test
{

/// How a zone is printed, in millimetres. Issuers differ: Doc 9303 part 3 has capitals of 2.4 mm every 2.54 mm in lines 6.35 mm
/// apart; cards that are short of room have less.
struct ZonePrint {
    double linesApart = 4.233;
    double capHeight = 2.4;
    double glyphWidth = 1; ///< against that of a font whose characters are as far apart as they are printed
};

/// The side of a document that carries a machine readable zone, drawn flat: 44 characters as a passport page of 125 by 88 mm,
/// 36 as a card of 105 by 74 mm, 30 as one of 85.6 by 54 mm. Needs a QGuiApplication and fonts-ocr-b.
QImage drawMrzDocument(const QStringList &lines, std::mt19937 &random, const ZonePrint &print = {});

/// The front of an invented resident ID card, 85.6 by 54 mm.
struct CnCardText {
    QString name, sex, ethnicity, birth, address, number; ///< birth as YYYYMMDD
};
QImage drawCnCard(const CnCardText &text, std::mt19937 &random, const ZonePrint &number = {});

/// How a camera saw it. Easy: upright within a few degrees, sharp. Hard: turned up to 20 degrees and by quarter turns, tilted
/// up to 25 degrees, blur, glare, shadow, noise; both JPEG.
struct Shot {
    QSize size{1280, 720};
    double turn = 0;     ///< degrees
    double tilt = 0;     ///< degrees
    double tiltAxis = 0; ///< degrees
    double fill = 0.8;   ///< of the picture's shorter side (or what fits) taken by the document
    double blur = 0;     ///< pixels, sigma
    double motion = 0;   ///< pixels
    double noise = 2;    ///< sigma of 255
    double glare = 0;    ///< 0 to 1
    double shadow = 0;   ///< 0 to 1
    int jpeg = 90;
};
Shot easyShot(std::mt19937 &random);
Shot hardShot(std::mt19937 &random);

QImage photograph(const QImage &document, const Shot &shot, std::mt19937 &random);

/// A picture without a document: textures, text, wrong barcodes-like bars.
QImage drawNoDocument(QSize size, std::mt19937 &random);

} // namespace gatehouse::test
