// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <random>

namespace gatehouse::test
{

/// What a visitor may hold before the camera in the document's place. It is read like the document; telling them apart is the
/// guard's part.
enum class Medium {
    Document,
    Screen,   ///< of a telephone or a tablet: each point three stripes of colour with dark gaps, which beat with the camera's
    Photocopy ///< in colour: fewer tones, harder edges, a raster of dots
};

/// GATEHOUSE_MEDIUM=screen or photocopy; without it the document.
Medium askedMedium();

QImage shownOn(Medium medium, const QImage &document, std::mt19937 &random);

} // namespace gatehouse::test
