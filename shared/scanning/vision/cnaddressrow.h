// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hanshapes.h"

#include <QString>

#include <opencv2/core.hpp>

#include <vector>

namespace gatehouse::scanning
{

/// A row of an address, and how sure it is, 0 to 100: as sure as its least sure character.
struct CnAddressRow {
    QString text;
    float confidence = 0;
};

/// What two readings of the text engine at different sizes say of a row whose ink is at `box` of an evened picture, and the
/// shapes of its Han characters. The engine takes the rarer character for the likelier one (宣 for 室) at every size; shapes
/// know nothing of language and make other mistakes. What a shape clearly is stands, and is sure where one of the readings says
/// so; what the readings differ in is not.
CnAddressRow decidedAddressRow(const HanShapes &shapes, const cv::Mat &evened, const cv::Rect &box,
                               const std::vector<ReadCharacter> &reading, const std::vector<ReadCharacter> &again);

} // namespace gatehouse::scanning
