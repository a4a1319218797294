// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace gatehouse::scenes
{

/// What a camera in a lobby sees of print when nobody shows a document, the frame full of it: pages of text in several scripts,
/// tables, posters, screens, receipts, lists of numbers in OCR-B. Nothing in them is a document's data. Needs a
/// QGuiApplication.
QImage printedScene(const QSize &size, quint32 seed);

} // namespace gatehouse::scenes
