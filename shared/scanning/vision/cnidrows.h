// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include <optional>
#include <vector>

namespace gatehouse::scanning
{

/// What a row of a resident ID card's left part says. Address rows come one to three times.
enum class CnIdRowKind { Name, SexAndEthnicity, Birth, Address };

/// A row of printed values, without its label, in pixels of the flattened part.
struct CnIdRow {
    CnIdRowKind kind = CnIdRowKind::Name;
    cv::Rect box;
    bool cutOff = false; ///< more of it, or of the address, may lie outside of what was looked at
};

/// The picture with light and pattern of the paper taken out: ink dark on white.
cv::Mat evenedPaper(const cv::Mat &gray);

/// The rows in an evened picture of the card's left part, which begins `topMm` from its edge; top to bottom. A card that lies
/// in perspective may put them some millimetres from where they should be: their order and distances decide; or the row of the
/// birth date, once it is known that its middle is at `birth` (pixels of the picture).
std::vector<CnIdRow> findCnIdRows(const cv::Mat &evened, double pixelsPerMm, double topMm, std::optional<double> birth = {});

/// How many times as far above the number the rows lie as they should, where nothing but the number told where the card is; 1
/// when they do not show it.
double cnIdRowStretch(const cv::Mat &evened, double pixelsPerMm, double topMm);

} // namespace gatehouse::scanning
