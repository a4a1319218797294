// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocrbline.h"

#include <array>

namespace gatehouse::scanning
{

/// A line of ink without a word yet about its characters: where it runs, and from where to where.
struct InkRun {
    LineGeometry line; ///< without centres
    double from = 0;
    double to = 0;
};

/// The runs in a band and close above and below it, top to bottom in the band's frame. A run ends where nothing comes for `gap`
/// times its height.
std::vector<InkRun> findRuns(const Pyramid &pyramid, const TextBand &band, double gap);

/// y = p0 + p1 x + p2 x^2 through the points, twice, the second time without those far off.
std::array<double, 3> fittedParabola(const std::vector<double> &x, const std::vector<double> &y);

} // namespace gatehouse::scanning
