// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocrb.h"

#include "ocrbkernels.h"

#include <QFile>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <stdexcept>

static void initOcrbResource()
{
    Q_INIT_RESOURCE(ocrb);
}

namespace gatehouse::scanning
{

namespace
{
using ocrb::classes;
using ocrb::stripHeight;
using ocrb::windowWidth;

using namespace ocrb::net;

constexpr int rows1 = stripHeight - kernel1 + 1;              // 22
constexpr int rowsPooled = rows1 / 2;                         // 11
constexpr int rows2 = rowsPooled - kernel23 + 1;              // 9
constexpr int windowPooled = (windowWidth - kernel1 + 1) / 2; // 9
static_assert(rows3 == rows2 - kernel23 + 1 && windowColumns == windowPooled - 2 * (kernel23 - 1));

constexpr int count1 = kernel1 * kernel1 * maps1, count2 = kernel23 * kernel23 * maps1 * maps2,
              count3 = kernel23 * kernel23 * maps2 * maps3, countFull1 = rows3 * windowColumns * maps3 * hidden,
              countFull2 = hidden * classes;

/// The second full layer: unnormalised class scores.
void classify(const float *seen, const float *weights, float *scores)
{
    std::copy_n(weights + countFull2, classes, scores);
    for (int i = 0; i < hidden; ++i) {
        if (seen[i] <= 0)
            continue;
        for (int o = 0; o < classes; ++o)
            scores[o] += seen[i] * weights[i * classes + o];
    }
}

std::vector<float> pooled(const std::vector<float> &in, int columns)
{
    const int outColumns = columns / 2;
    std::vector<float> out(static_cast<std::size_t>(rowsPooled) * static_cast<std::size_t>(outColumns) * maps1);
    for (int y = 0; y < rowsPooled; ++y) {
        const float *upper = in.data() + static_cast<std::ptrdiff_t>(2 * y) * columns * maps1;
        const float *lower = upper + static_cast<std::ptrdiff_t>(columns) * maps1;
        float *target = out.data() + static_cast<std::ptrdiff_t>(y) * outColumns * maps1;
        for (int x = 0; x < outColumns; ++x)
            for (int m = 0; m < maps1; ++m) {
                const int at = 2 * x * maps1 + m;
                *target++ = std::max(std::max(upper[at], upper[at + maps1]), std::max(lower[at], lower[at + maps1]));
            }
    }
    return out;
}

void toLogProbabilities(OcrbNet::LogProbabilities &scores)
{
    const float top = *std::max_element(scores.begin(), scores.end());
    float sum = 0;
    for (const float score : scores)
        sum += std::exp(score - top);
    const float shift = top + std::log(sum);
    for (float &score : scores)
        score -= shift;
}
} // namespace

std::size_t OcrbNet::weightCount()
{
    return count1 + maps1 + count2 + maps2 + count3 + maps3 + countFull1 + hidden + countFull2 + classes;
}

OcrbNet::OcrbNet(std::span<const float> weights)
{
    if (weights.size() != weightCount())
        throw std::runtime_error("the OCR-B weights do not fit the network");
    const auto take = [&weights](std::vector<float> &layer, std::size_t count) {
        layer.assign(weights.begin(), weights.begin() + static_cast<std::ptrdiff_t>(count));
        weights = weights.subspan(count);
    };
    take(m_conv1, count1 + maps1);
    take(m_conv2, count2 + maps2);
    take(m_conv3, count3 + maps3);
    take(m_full1, countFull1 + hidden);
    take(m_full2, countFull2 + classes);
}

std::shared_ptr<const OcrbNet> OcrbNet::builtIn()
{
    initOcrbResource();
    QFile file(QStringLiteral(":/gatehouse/scanning/ocrb.bin"));
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("the OCR-B weights are missing");
    const QByteArray bytes = file.readAll();
    std::vector<float> weights(static_cast<std::size_t>(bytes.size()) / sizeof(float));
    std::memcpy(weights.data(), bytes.constData(), weights.size() * sizeof(float));
    return std::make_shared<const OcrbNet>(weights);
}

std::vector<OcrbNet::LogProbabilities> OcrbNet::run(const cv::Mat &strip, int every) const
{
    CV_Assert(strip.type() == CV_32F && strip.rows == stripHeight && strip.isContinuous());
    if (strip.cols < windowWidth)
        return {};
    const int columns1 = strip.cols - kernel1 + 1, columnsPooled = columns1 / 2;
    const int columns2 = columnsPooled - kernel23 + 1, columns3 = columns2 - kernel23 + 1;
    const auto plane = [](int rows, int columns, int maps) {
        return std::vector<float>(static_cast<std::size_t>(rows * columns * maps));
    };

    const OcrbKernels &kernels = ocrbKernels();
    std::vector<float> first = plane(rows1, columns1, maps1);
    kernels.convolve1(strip.ptr<float>(), stripHeight, strip.cols, m_conv1.data(), first.data());
    const std::vector<float> half = pooled(first, columns1);
    std::vector<float> second = plane(rows2, columns2, maps2), third = plane(rows3, columns3, maps3);
    kernels.convolve2(half.data(), rowsPooled, columnsPooled, m_conv2.data(), second.data());
    kernels.convolve3(second.data(), rows2, columns2, m_conv3.data(), third.data());

    const int count = (columns3 - windowColumns) / every + 1;
    std::vector<float> seen = plane(count, hidden, 1);
    kernels.hiddenLayer(third.data(), columns3, every, count, m_full1.data(), seen.data());
    std::vector<LogProbabilities> all(static_cast<std::size_t>(count));
    for (int n = 0; n < count; ++n) {
        LogProbabilities &scores = all[static_cast<std::size_t>(n)];
        classify(seen.data() + static_cast<std::ptrdiff_t>(n) * hidden, m_full2.data(), scores.data());
        toLogProbabilities(scores);
    }
    return all;
}

} // namespace gatehouse::scanning
