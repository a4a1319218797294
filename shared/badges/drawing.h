// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qrcode.h"

#include <QImage>
#include <QList>
#include <QRectF>
#include <QString>

namespace gatehouse::badges
{

/// What a piece of text on a page is, so that tests and screens can find it.
enum class Role {
    Title,
    Site,
    Name,
    Company,
    Host,
    Label,
    Validity,
    Zones,
    Escort,
    KeepOut,
    NoPhoto,
    Heading,
    Body,
    Secret,
    Number,
    Cell,
    Footer
};

/// One line of text. Its own start is `indent` after the left edge of the box, which holds all of its ink.
struct TextLine {
    Role role = Role::Body;
    QString text;
    QRectF box;
    qreal baseline = 0;
    qreal indent = 0;
    qreal size = 3; ///< em size
    bool bold = false;
    bool white = false;
    bool rightToLeft = false;
    bool elided = false;
    bool fixedWidth = false;
};

struct Picture {
    QRectF box;
    QImage image; ///< centre-cropped to the box and printed in grey
};

struct Code {
    QRectF box; ///< the symbol without its quiet zone of four modules
    QrCode code;

    qreal module() const { return code.isNull() ? 0 : box.width() / code.modules(); }
    QRectF withQuietZone() const;
};

/// One page as a list of things to draw, in millimetres from the top left corner, one colour. A value: layouts make it and
/// the renderer draws it, so that what is tested is what is printed.
struct Drawing {
    QSizeF page;
    QList<QRectF> bands;    ///< filled black
    QList<QRectF> rules;    ///< thin rectangles filled black: lines of a table
    QList<QRectF> outlines; ///< boxes with a thin edge
    QList<Picture> pictures;
    QList<Code> codes;
    QList<TextLine> texts;

    QRectF bounds() const { return {QPointF(), page}; }
    QList<TextLine> textsOf(Role role) const;
};

} // namespace gatehouse::badges
