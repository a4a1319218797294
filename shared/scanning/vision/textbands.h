// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include <vector>

namespace gatehouse::scanning
{

/// A picture and its halves, so that any scale can be sampled without aliasing. Level n has 1/2^n of the width.
class Pyramid
{
public:
    explicit Pyramid(const cv::Mat &gray);

    const cv::Mat &level(int n) const { return m_levels[static_cast<std::size_t>(n)]; }
    int levels() const { return static_cast<int>(m_levels.size()); }
    /// The coarsest level in which `step` pixels of the picture are still at least about one pixel.
    int levelFor(double step) const;
    /// The first level whose longer side is at most `side`.
    int levelWithin(int side) const;

private:
    std::vector<cv::Mat> m_levels;
};

/// A long thin region of dense ink: perhaps a line of text, perhaps two or three close ones. Pixels of the whole picture.
struct TextBand {
    cv::Point2f centre;
    double angle = 0; ///< of its long side against the x axis, radians
    double length = 0;
    double thickness = 0;
    double capHeight = 0; ///< rough height of capitals if it is one line
    double edge = 0;      ///< length of the document's edge along whose middle the band was laid; 0 where ink was found
};

/// What the ink stands out from: faint print needs a threshold under which the dark pattern of some papers is ink as well.
enum class Paper { Plain, Patterned, Either };

/// Bands in any direction and of any size that can be read, longest first. Looks in the first level whose longer side is at
/// most `longestSide`.
std::vector<TextBand> findTextBands(const Pyramid &pyramid, int longestSide, Paper paper);

} // namespace gatehouse::scanning
