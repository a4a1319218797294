// SPDX-License-Identifier: GPL-3.0-or-later
#include "shrink.h"

#include <opencv2/imgproc.hpp>

namespace gatehouse::scanning
{

cv::Mat shrunkTo(const cv::Mat &picture, cv::Size size)
{
    cv::Mat smaller = picture;
    while (smaller.cols >= 2 * size.width && smaller.rows >= 2 * size.height) {
        // An odd row or column at the edge would leave the fast way.
        const cv::Mat even = smaller(cv::Rect(0, 0, smaller.cols & ~1, smaller.rows & ~1));
        cv::Mat half;
        cv::resize(even, half, {}, 0.5, 0.5, cv::INTER_AREA);
        smaller = half;
    }
    if (smaller.size() == size)
        return smaller;
    cv::Mat out;
    cv::resize(smaller, out, size, 0, 0, cv::INTER_AREA);
    return out;
}

} // namespace gatehouse::scanning
