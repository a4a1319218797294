// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocrbline.h"

namespace gatehouse::scanning
{

/// A line of ink without a word yet about its characters: where it runs, and from where to where.
struct InkRun {
    LineGeometry line; ///< without centres
    double from = 0;   ///< up to a gap that no line of a zone has
    double to = 0;
    double closeFrom = 0; ///< the longest piece of close characters: a number behind its label
    double closeTo = 0;
    double edge = 0;        ///< TextBand::edge
    std::vector<float> ink; ///< along the line, one value for each `inkStep` from `inkFrom` on
    double inkFrom = 0;
    double inkStep = 1;

    /// How strongly the ink between these two places comes and goes `length` times, as the characters of a fixed pitch do, from
    /// 0 on. Lines of drawn zones that could be read had 0.5 and more, nine of ten other lines of print less than 0.3.
    /// Perspective along the line hardly matters.
    double rhythm(double begins, double ends, int length) const;
};

/// The runs in a band and close above and below it, top to bottom in the band's frame.
std::vector<InkRun> findRuns(const Pyramid &pyramid, const TextBand &band);

} // namespace gatehouse::scanning
