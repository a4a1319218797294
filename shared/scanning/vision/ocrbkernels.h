// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse::scanning
{

/// The sizes of the glyph network.
namespace ocrb::net
{
constexpr int maps1 = 8, maps2 = 16, maps3 = 24, hidden = 64;
constexpr int kernel1 = 5, kernel23 = 3;
constexpr int rows3 = 7, windowColumns = 5; ///< of the last maps that one window covers
} // namespace ocrb::net

/// The network's layers as matrix products: planes lie as [row][column][map], so the inputs that one output needs from a row
/// are contiguous, and several outputs share each weight that is loaded. Weights as [input][output] with the biases behind
/// them. All outputs are positive parts (max(0, x)). Pure, any thread.
struct OcrbKernels {
    using Convolve = void (*)(const float *in, int rows, int columns, const float *weights, float *out);
    Convolve convolve1, convolve2, convolve3;
    /// The first full layer of `count` windows, one every `every` columns, over maps that are `columns` wide.
    void (*hiddenLayer)(const float *maps, int columns, int every, int count, const float *weights, float *out);
};

/// The fastest that this processor runs: AVX-512, AVX2 or plain.
const OcrbKernels &ocrbKernels();

/// The plain ones, which every processor runs: what the others are compared with.
const OcrbKernels &plainOcrbKernels();

} // namespace gatehouse::scanning
