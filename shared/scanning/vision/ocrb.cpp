// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocrb.h"

#include <QFile>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <stdexcept>

// The loops below also come in a version for AVX2 that is taken at run time where the processor has it. Sanitizers and the
// resolver that picks it do not go together.
#if defined(__GNUC__) && defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__) && !defined(__clang__)
#define GATEHOUSE_FAST __attribute__((target_clones("arch=haswell", "default"), noinline))
#else
#define GATEHOUSE_FAST
#endif

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

constexpr int maps1 = 8, maps2 = 16, maps3 = 24, hidden = 64;
constexpr int kernel1 = 5, kernel23 = 3;
constexpr int rows1 = stripHeight - kernel1 + 1;                 // 22
constexpr int rowsPooled = rows1 / 2;                            // 11
constexpr int rows2 = rowsPooled - kernel23 + 1;                 // 9
constexpr int rows3 = rows2 - kernel23 + 1;                      // 7
constexpr int windowPooled = (windowWidth - kernel1 + 1) / 2;    // 9
constexpr int windowColumns = windowPooled - 2 * (kernel23 - 1); // 5

constexpr int count1 = kernel1 * kernel1 * maps1, count2 = kernel23 * kernel23 * maps1 * maps2,
              count3 = kernel23 * kernel23 * maps2 * maps3, countFull1 = rows3 * windowColumns * maps3 * hidden,
              countFull2 = hidden * classes;

/// Planes as [row][column][map]. `out` has rows - K + 1 rows of columns - K + 1; four columns at a time keep the adders busy.
template <int In, int Out, int K>
[[gnu::always_inline]] inline void convolve(const float *in, int rows, int columns, const float *weights, float *out)
{
    constexpr int block = 4;
    const float *bias = weights + K * K * In * Out;
    const int outColumns = columns - K + 1;
    for (int y = 0; y + K <= rows; ++y) {
        for (int first = 0; first < outColumns; first += block) {
            const int x = std::max(0, std::min(first, outColumns - block));
            float sum[block][Out];
            for (int b = 0; b < block; ++b)
                for (int o = 0; o < Out; ++o)
                    sum[b][o] = bias[o];
            for (int ky = 0; ky < K; ++ky) {
                for (int kx = 0; kx < K; ++kx) {
                    const float *source = in + (static_cast<std::ptrdiff_t>(y + ky) * columns + x + kx) * In;
                    const float *w = weights + (ky * K + kx) * In * Out;
                    for (int i = 0; i < In; ++i)
                        for (int b = 0; b < block; ++b)
                            for (int o = 0; o < Out; ++o)
                                sum[b][o] += source[b * In + i] * w[i * Out + o];
                }
            }
            float *target = out + (static_cast<std::ptrdiff_t>(y) * outColumns + x) * Out;
            for (int b = 0; b < block; ++b)
                for (int o = 0; o < Out; ++o)
                    target[b * Out + o] = std::max(0.0F, sum[b][o]);
        }
    }
}

GATEHOUSE_FAST void convolve1(const float *in, int rows, int columns, const float *weights, float *out)
{
    convolve<1, maps1, kernel1>(in, rows, columns, weights, out);
}

GATEHOUSE_FAST void convolve2(const float *in, int rows, int columns, const float *weights, float *out)
{
    convolve<maps1, maps2, kernel23>(in, rows, columns, weights, out);
}

GATEHOUSE_FAST void convolve3(const float *in, int rows, int columns, const float *weights, float *out)
{
    convolve<maps2, maps3, kernel23>(in, rows, columns, weights, out);
}

/// Both full layers for the window that starts at `column`: unnormalised class scores.
GATEHOUSE_FAST void classify(const float *maps, int columns, int column, const float *full1, const float *full2, float *scores)
{
    float sum[hidden];
    std::copy_n(full1 + countFull1, hidden, sum);
    for (int y = 0; y < rows3; ++y) {
        const float *source = maps + (static_cast<std::ptrdiff_t>(y) * columns + column) * maps3;
        const float *w = full1 + static_cast<std::ptrdiff_t>(y) * windowColumns * maps3 * hidden;
        for (int i = 0; i < windowColumns * maps3; ++i)
            for (int o = 0; o < hidden; ++o)
                sum[o] += source[i] * w[i * hidden + o];
    }
    std::copy_n(full2 + countFull2, classes, scores);
    for (int i = 0; i < hidden; ++i) {
        const float value = std::max(0.0F, sum[i]);
        for (int o = 0; o < classes; ++o)
            scores[o] += value * full2[i * classes + o];
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
    double sum = 0;
    for (const float score : scores)
        sum += std::exp(static_cast<double>(score - top));
    const float shift = top + static_cast<float>(std::log(sum));
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

    std::vector<float> first = plane(rows1, columns1, maps1);
    convolve1(strip.ptr<float>(), stripHeight, strip.cols, m_conv1.data(), first.data());
    const std::vector<float> half = pooled(first, columns1);
    std::vector<float> second = plane(rows2, columns2, maps2), third = plane(rows3, columns3, maps3);
    convolve2(half.data(), rowsPooled, columnsPooled, m_conv2.data(), second.data());
    convolve3(second.data(), rows2, columns2, m_conv3.data(), third.data());

    std::vector<LogProbabilities> all;
    for (int column = 0; column + windowColumns <= columns3; column += every) {
        LogProbabilities &scores = all.emplace_back();
        classify(third.data(), columns3, column, m_full1.data(), m_full2.data(), scores.data());
        toLogProbabilities(scores);
    }
    return all;
}

} // namespace gatehouse::scanning
