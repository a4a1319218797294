// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "badgeface.h"
#include "drawing.h"
#include "textmeasure.h"

#include <optional>

namespace gatehouse::badges
{

enum class Format {
    Card86x54,  ///< ID-1 card, landscape
    Label62x100 ///< continuous thermal label, portrait
};

/// "card" or "label", as settings and command lines name them; nothing for any other word.
std::optional<Format> formatNamed(QStringView name);

/// Millimetres.
QSizeF pageSize(Format format);

/// The smallest module a door camera reads with certainty from an arm's length, in millimetres.
constexpr qreal kSmallestModule = 0.45;

/// Places all that a badge shows on its page, for one colour. A pure function: nothing overlaps, everything is on the page,
/// whatever the texts are. Invalid when the token needs more modules than fit at kSmallestModule. Any thread.
[[nodiscard]] Result<Drawing> layOutBadge(const BadgeFace &face, Format format, const TextMeasure &measure);

} // namespace gatehouse::badges
