// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "textbands.h"

namespace gatehouse::scanning
{

/// Rows of separate marks that stand about as far apart as the characters of a fixed pitch, the most regular first: lines of a
/// zone where findTextBands() sees none, since dark things lie around the document, characters stand far apart, or other print
/// runs into them. Each mark is compared with what lies beside it only, and what is no character's size does not count.
/// Looks along the rows and columns of the picture and along `angle` (radians, that of other bands). Takes several times as
/// long as findTextBands(): for still pictures.
std::vector<TextBand> findTextRows(const Pyramid &pyramid, int longestSide, double angle);

} // namespace gatehouse::scanning
