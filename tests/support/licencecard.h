// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parsing/scanresult.h"

#include <QByteArray>
#include <QImage>
#include <QRandomGenerator>

namespace gatehouse::scenes
{

/// An invented licence: what is written in the symbol, and what must be read from it.
struct Licence {
    QByteArray payload;
    QList<scanning::Field> fields; ///< trust is not compared
};

/// Versions 1 to 10, cards of the United States and of Canada, with an issuer's number that is not given out.
Licence randomLicence(QRandomGenerator &random);

/// The symbol alone, one pixel a module of width, rows three pixels high, without a quiet zone.
QImage pdf417(const QByteArray &payload);

/// The back of the card, 85.6 x 54 mm at 24 pixels per mm: symbol 72 to 76 mm wide, magnetic stripe, print, background.
QImage licenceBack(const QByteArray &payload, QRandomGenerator &random);

} // namespace gatehouse::scenes
