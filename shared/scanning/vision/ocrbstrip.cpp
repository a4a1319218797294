// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocrb.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace gatehouse::scanning::ocrb
{

int classOf(char16_t character)
{
    for (std::size_t i = 0; i < alphabet.size(); ++i) {
        if (static_cast<char16_t>(alphabet[i]) == character)
            return static_cast<int>(i);
    }
    return noCharacter;
}

cv::Mat normalisedStrip(const cv::Mat &gray)
{
    // Mean and deviation over about three characters follow shadow and glare; the floor keeps blank paper from becoming noise.
    constexpr float noiseFloor = 5.0F;
    const cv::Size window(3 * pitch + 1, 2 * stripHeight + 1);
    cv::Mat mean, square;
    cv::boxFilter(gray, mean, CV_32F, window, {-1, -1}, true, cv::BORDER_REFLECT_101);
    cv::sqrBoxFilter(gray, square, CV_32F, window, {-1, -1}, true, cv::BORDER_REFLECT_101);
    cv::Mat strip(gray.size(), CV_32F);
    for (int y = 0; y < strip.rows; ++y) {
        const uchar *value = gray.ptr<uchar>(y);
        const float *middle = mean.ptr<float>(y), *power = square.ptr<float>(y);
        float *out = strip.ptr<float>(y);
        for (int x = 0; x < strip.cols; ++x) {
            const float deviation = std::sqrt(std::max(power[x] - middle[x] * middle[x], 0.0F));
            out[x] = std::clamp((middle[x] - float(value[x])) / (deviation + noiseFloor), -3.0F, 3.0F);
        }
    }
    return strip;
}

} // namespace gatehouse::scanning::ocrb
