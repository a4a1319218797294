// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocrbkernels.h"

#include <cstddef>
#include <cstring>

namespace gatehouse::scanning
{

namespace
{
using namespace ocrb::net;

// Vectors of the compiler, one width for each kind of processor. Always inlined into functions that are compiled for it.
using Float4 [[gnu::vector_size(16)]] = float;
using Float8 [[gnu::vector_size(32)]] = float;
using Float16 [[gnu::vector_size(64)]] = float;

template <typename Vector>
constexpr int lanes = int(sizeof(Vector) / sizeof(float));

/// One tile of outputs: Block places, each the sum over `Rows` runs of `Run` contiguous inputs, for Vectors * lanes maps.
/// `apart` is the distance between the inputs of two places, `rowStep` that between two runs, `stride` that between two inputs'
/// weights.
template <typename Vector, int Vectors, int Block, int Run, int Rows, int Stride>
[[gnu::always_inline]] inline void tile(const float *in, std::ptrdiff_t apart, std::ptrdiff_t rowStep, const float *weights,
                                        const float *bias, float *out, std::ptrdiff_t outApart)
{
    Vector sum[Block][Vectors];
    for (int v = 0; v < Vectors; ++v) {
        std::memcpy(&sum[0][v], bias + v * lanes<Vector>, sizeof(Vector));
        for (int b = 1; b < Block; ++b)
            sum[b][v] = sum[0][v];
    }
    for (int row = 0; row < Rows; ++row) {
        const float *source = in + row * rowStep;
        const float *w = weights + static_cast<std::ptrdiff_t>(row) * Run * Stride;
        for (int i = 0; i < Run; ++i, w += Stride) {
            Vector column[Vectors];
            for (int v = 0; v < Vectors; ++v) // all at once, the compiler would lay them on the stack first
                std::memcpy(&column[v], w + v * lanes<Vector>, sizeof(Vector));
            for (int b = 0; b < Block; ++b)
                for (int v = 0; v < Vectors; ++v)
                    sum[b][v] += source[b * apart + i] * column[v];
        }
    }
    const Vector zero{};
    for (int b = 0; b < Block; ++b)
        for (int v = 0; v < Vectors; ++v) {
            const Vector positive = sum[b][v] > zero ? sum[b][v] : zero;
            std::memcpy(out + b * outApart + v * lanes<Vector>, &positive, sizeof(Vector));
        }
}

/// `out` has rows - K + 1 rows of columns - K + 1 places.
template <typename Vector, int In, int Out, int K, int Block>
[[gnu::always_inline]] inline void convolve(const float *in, int rows, int columns, const float *weights, float *out)
{
    const int outColumns = columns - K + 1;
    const float *bias = weights + K * K * In * Out;
    for (int y = 0; y + K <= rows; ++y) {
        const float *source = in + static_cast<std::ptrdiff_t>(y) * columns * In;
        float *target = out + static_cast<std::ptrdiff_t>(y) * outColumns * Out;
        int x = 0;
        for (; x + Block <= outColumns; x += Block)
            tile<Vector, Out / lanes<Vector>, Block, K * In, K, Out>(
                source + x * In, In, static_cast<std::ptrdiff_t>(columns) * In, weights, bias, target + x * Out, Out);
        for (; x < outColumns; ++x)
            tile<Vector, Out / lanes<Vector>, 1, K * In, K, Out>(source + x * In, In, static_cast<std::ptrdiff_t>(columns) * In,
                                                                 weights, bias, target + x * Out, Out);
    }
}

template <typename Vector, int Vectors, int Block>
[[gnu::always_inline]] inline void fullLayer(const float *maps, int columns, int every, int count, const float *weights,
                                             float *out)
{
    constexpr int part = Vectors * lanes<Vector>;
    const float *bias = weights + rows3 * windowColumns * maps3 * hidden;
    const std::ptrdiff_t apart = static_cast<std::ptrdiff_t>(every) * maps3,
                         rowStep = static_cast<std::ptrdiff_t>(columns) * maps3;
    for (int first = 0; first < hidden; first += part) {
        int n = 0;
        for (; n + Block <= count; n += Block)
            tile<Vector, Vectors, Block, windowColumns * maps3, rows3, hidden>(
                maps + n * apart, apart, rowStep, weights + first, bias + first, out + n * hidden + first, hidden);
        for (; n < count; ++n)
            tile<Vector, Vectors, 1, windowColumns * maps3, rows3, hidden>(maps + n * apart, apart, rowStep, weights + first,
                                                                           bias + first, out + n * hidden + first, hidden);
    }
}

// Each set of four functions for one kind of processor; block sizes fill its registers.
#define GATEHOUSE_KERNELS(NAME, TARGET, NARROW, WIDE, BLOCK1, BLOCK2, BLOCK3, VECTORS, BLOCKFULL)                              \
    namespace NAME                                                                                                             \
    {                                                                                                                          \
    TARGET void convolve1(const float *in, int rows, int columns, const float *weights, float *out)                            \
    {                                                                                                                          \
        convolve<NARROW, 1, maps1, kernel1, BLOCK1>(in, rows, columns, weights, out);                                          \
    }                                                                                                                          \
    TARGET void convolve2(const float *in, int rows, int columns, const float *weights, float *out)                            \
    {                                                                                                                          \
        convolve<WIDE, maps1, maps2, kernel23, BLOCK2>(in, rows, columns, weights, out);                                       \
    }                                                                                                                          \
    TARGET void convolve3(const float *in, int rows, int columns, const float *weights, float *out)                            \
    {                                                                                                                          \
        convolve<NARROW, maps2, maps3, kernel23, BLOCK3>(in, rows, columns, weights, out);                                     \
    }                                                                                                                          \
    TARGET void hiddenLayer(const float *maps, int columns, int every, int count, const float *weights, float *out)            \
    {                                                                                                                          \
        fullLayer<WIDE, VECTORS, BLOCKFULL>(maps, columns, every, count, weights, out);                                        \
    }                                                                                                                          \
    constexpr OcrbKernels kernels{convolve1, convolve2, convolve3, hiddenLayer};                                               \
    }

GATEHOUSE_KERNELS(plain, , Float4, Float4, 6, 3, 2, 4, 3)
#if defined(__x86_64__)
GATEHOUSE_KERNELS(avx2, [[gnu::target("avx2,fma")]], Float8, Float8, 12, 6, 4, 4, 3)
GATEHOUSE_KERNELS(avx512, [[gnu::target("avx512f,avx512vl,avx2,fma")]], Float8, Float16, 16, 16, 8, 4, 6)
#endif
} // namespace

const OcrbKernels &plainOcrbKernels()
{
    return plain::kernels;
}

const OcrbKernels &ocrbKernels()
{
#if defined(__x86_64__)
    static const OcrbKernels &fastest = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl")
                                            ? avx512::kernels
                                        : __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? avx2::kernels
                                                                                                          : plain::kernels;
    return fastest;
#else
    return plain::kernels;
#endif
}

} // namespace gatehouse::scanning
