// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

namespace gatehouse::scanning
{

/// The picture averaged down to that size, which must not be larger in either direction. By halves first: OpenCV averages two
/// by two pixels with the processor's vectors and ten times as fast as any other number of them, and a live frame has little
/// time. Pure; `picture` and the result may share pixels where nothing was to be done.
cv::Mat shrunkTo(const cv::Mat &picture, cv::Size size);

} // namespace gatehouse::scanning
