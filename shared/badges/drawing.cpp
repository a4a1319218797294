// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing.h"

namespace gatehouse::badges
{

QRectF Code::withQuietZone() const
{
    const qreal quiet = 4 * module(); // ISO/IEC 18004, 5.3.8
    return box.adjusted(-quiet, -quiet, quiet, quiet);
}

QList<TextLine> Drawing::textsOf(Role role) const
{
    QList<TextLine> found;
    for (const TextLine &line : texts) {
        if (line.role == role)
            found.append(line);
    }
    return found;
}

} // namespace gatehouse::badges
