// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "badgelayout.h"

class QPainter;
class QPrinter;

namespace gatehouse::badges
{

/// One drawing for screen, PDF and every printer: what is laid out in millimetres is scaled to the painter's resolution.
/// All of it may run on any thread and should not run on the GUI thread (fonts, PDF and spoolers take their time); a
/// QGuiApplication must exist. Errors: Invalid for an empty drawing, Unavailable when a file or printer cannot be opened,
/// Full when the file could not be written whole.

/// `pixelsPerMm` of the painter's own units; the origin is the top left corner of the page.
void draw(QPainter &painter, const Drawing &drawing, qreal pixelsPerMm);

/// White page at this resolution (dots per inch).
[[nodiscard]] Result<QImage> toImage(const Drawing &drawing, int dpi);

/// Vector PDF, one page a drawing, each at its own size. The file is whole or not there, and readable by its owner only.
[[nodiscard]] Result<void> toPdf(const QList<Drawing> &pages, const QString &path);

/// To any printer of the system. The paper size is set to that of the pages.
[[nodiscard]] Result<void> toPrinter(const QList<Drawing> &pages, QPrinter &printer);

/// Layout and picture in one: what the screens show.
[[nodiscard]] Result<QImage> badgeImage(const BadgeFace &face, Format format, int dpi);

} // namespace gatehouse::badges
