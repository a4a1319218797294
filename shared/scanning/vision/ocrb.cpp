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
    std::array<float, classes> sums; // of its own: the compiler need not ask whether it lies over the weights
    std::copy_n(weights + countFull2, classes, sums.begin());
    for (int i = 0; i < hidden; ++i) {
        if (seen[i] <= 0)
            continue;
        for (int o = 0; o < classes; ++o)
            sums[o] += seen[i] * weights[i * classes + o];
    }
    std::copy(sums.begin(), sums.end(), scores);
}

void pool(const float *in, int columns, float *target)
{
    const int outColumns = columns / 2;
    for (int y = 0; y < rowsPooled; ++y) {
        const float *upper = in + static_cast<std::ptrdiff_t>(2 * y) * columns * maps1;
        const float *lower = upper + static_cast<std::ptrdiff_t>(columns) * maps1;
        for (int x = 0; x < outColumns; ++x) {
            std::array<float, maps1> most;
            for (int m = 0; m < maps1; ++m) {
                const int at = 2 * x * maps1 + m;
                most[m] = std::max(std::max(upper[at], upper[at + maps1]), std::max(lower[at], lower[at + maps1]));
            }
            target = std::copy(most.begin(), most.end(), target);
        }
    }
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
        // What training has let decay changes no sum, but it, or what it is multiplied to, lies below the least normal number:
        // some processors take a hundred cycles for each of those.
        std::replace_if(
            layer.begin(), layer.end(), [](float w) { return std::abs(w) < 1e-20F; }, 0.0F);
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
    const int count = (columns3 - windowColumns) / every + 1;
    // One memory for all planes, kept for the thread's next strip: to have it anew took longer than the small layers.
    thread_local std::vector<float> memory;
    const std::size_t size1 = std::size_t(rows1 * columns1) * maps1,
                      sizePooled = std::size_t(rowsPooled * columnsPooled) * maps1,
                      size2 = std::size_t(rows2 * columns2) * maps2, size3 = std::size_t(rows3 * columns3) * maps3;
    memory.resize(std::max(memory.size(), size1 + sizePooled + size2 + size3 + std::size_t(count) * hidden));
    float *const first = memory.data(), *const half = first + size1, *const second = half + sizePooled,
                 *const third = second + size2, *const seen = third + size3;

    const OcrbKernels &kernels = ocrbKernels();
    kernels.convolve1(strip.ptr<float>(), stripHeight, strip.cols, m_conv1.data(), first);
    pool(first, columns1, half);
    kernels.convolve2(half, rowsPooled, columnsPooled, m_conv2.data(), second);
    kernels.convolve3(second, rows2, columns2, m_conv3.data(), third);
    kernels.hiddenLayer(third, columns3, every, count, m_full1.data(), seen);
    std::vector<LogProbabilities> all(static_cast<std::size_t>(count));
    for (int n = 0; n < count; ++n) {
        LogProbabilities &scores = all[static_cast<std::size_t>(n)];
        classify(seen + static_cast<std::ptrdiff_t>(n) * hidden, m_full2.data(), scores.data());
        toLogProbabilities(scores);
    }
    return all;
}

} // namespace gatehouse::scanning
