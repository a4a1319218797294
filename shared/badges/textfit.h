// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing.h"
#include "textmeasure.h"

namespace gatehouse::badges
{

/// How a text may be made to fit its box: from `size` down to `smallest`, over up to `maxLines` lines.
struct TextStyle {
    Role role = Role::Body;
    qreal size = 3;
    qreal smallest = 2;
    int maxLines = 1;
    Typeface face;
    bool white = false;
    Qt::Alignment align = Qt::AlignLeft | Qt::AlignTop;
};

/// Text as a person typed it, made fit for one paragraph of print: NFC, no control characters or line ends, no overrides of
/// the writing direction, no more than three combining marks in a row, and not longer than paper can hold.
QString printable(const QString &text);

/// Lines of `text` inside `box`, never outside: it shrinks, then wraps, then breaks words, and at last elides with "…".
/// Nothing for an empty text.
QList<TextLine> fitText(const QString &text, const QRectF &box, const TextStyle &style, const TextMeasure &measure);

/// The bottom of the lowest line, or `otherwise` when there is none.
qreal bottomOf(const QList<TextLine> &lines, qreal otherwise);

} // namespace gatehouse::badges
