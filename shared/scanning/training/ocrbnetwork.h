// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dlib/dnn.h>

#include <opencv2/core.hpp>

#include <vector>

namespace gatehouse::scanning::training
{

/// The glyph network as dlib trains it; OcrbNet runs the same layers.
template <long Count, long Size, typename Below>
using Convolution = dlib::add_layer<dlib::con_<Count, Size, Size, 1, 1, 0, 0>, Below>;

using OcrbFeatures = dlib::relu<
    Convolution<24, 3,
                dlib::relu<Convolution<
                    16, 3, dlib::max_pool<2, 2, 2, 2, dlib::relu<Convolution<8, 5, dlib::input<dlib::matrix<float>>>>>>>>>;
using OcrbTrainingNet = dlib::loss_multiclass_log<dlib::fc<38, dlib::relu<dlib::fc<64, OcrbFeatures>>>>;

/// Filters as [row][column][in][out] and biases behind them, layer by layer; full layers as [in][out] and biases, their inputs
/// in the order [row][column][channel].
std::vector<float> exportWeights(OcrbTrainingNet &net);

} // namespace gatehouse::scanning::training
