// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocrbnetwork.h"

namespace gatehouse::scanning::training
{

namespace
{
/// dlib keeps filters as [out][in][row][column], then one bias for each.
void addFilters(std::vector<float> &to, const dlib::tensor &from, long outputs, long inputs, long size)
{
    const float *data = from.host();
    for (long row = 0; row < size; ++row)
        for (long column = 0; column < size; ++column)
            for (long in = 0; in < inputs; ++in)
                for (long out = 0; out < outputs; ++out)
                    to.push_back(data[((out * inputs + in) * size + row) * size + column]);
    const float *bias = data + outputs * inputs * size * size;
    to.insert(to.end(), bias, bias + outputs);
}

/// dlib keeps full layers as [in][out] with inputs in the order [channel][row][column], then the biases.
void addFull(std::vector<float> &to, const dlib::tensor &from, long outputs, long channels, long rows, long columns)
{
    const float *data = from.host();
    for (long row = 0; row < rows; ++row)
        for (long column = 0; column < columns; ++column)
            for (long channel = 0; channel < channels; ++channel) {
                const float *line = data + ((channel * rows + row) * columns + column) * outputs;
                to.insert(to.end(), line, line + outputs);
            }
    const float *bias = data + channels * rows * columns * outputs;
    to.insert(to.end(), bias, bias + outputs);
}
} // namespace

std::vector<float> exportWeights(OcrbTrainingNet &net)
{
    std::vector<float> weights;
    addFilters(weights, dlib::layer<10>(net).layer_details().get_layer_params(), 8, 1, 5);
    addFilters(weights, dlib::layer<7>(net).layer_details().get_layer_params(), 16, 8, 3);
    addFilters(weights, dlib::layer<5>(net).layer_details().get_layer_params(), 24, 16, 3);
    addFull(weights, dlib::layer<3>(net).layer_details().get_layer_params(), 64, 24, 7, 5);
    addFull(weights, dlib::layer<1>(net).layer_details().get_layer_params(), 38, 64, 1, 1);
    return weights;
}

} // namespace gatehouse::scanning::training
