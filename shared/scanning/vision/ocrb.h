// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include <array>
#include <memory>
#include <span>
#include <vector>

namespace gatehouse::scanning
{

/// The shape in which lines of OCR-B reach the network: one character every `pitch` pixels, capitals `capHeight` high and
/// centred in a strip of `stripHeight`; the network sees a window of `windowWidth` by `stripHeight`.
namespace ocrb
{
constexpr int pitch = 18;
constexpr int capHeight = 17;
constexpr int stripHeight = 26;
constexpr int windowWidth = 22;
constexpr int step = 2; ///< pixels between two windows of slide()

/// Classes of the network: the alphabet of a machine readable zone and "no character is centred here".
constexpr std::array<char, 37> alphabet{'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C',
                                        'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P',
                                        'Q', 'R', 'S', 'T', 'U', 'V', 'W', 'X', 'Y', 'Z', '<'};
constexpr int noCharacter = 37;
constexpr int classes = 38;

int classOf(char16_t character); ///< noCharacter for what is not in the alphabet

/// Ink positive, paper about zero, whatever the light: a CV_32F strip from a CV_8U one of the same size.
cv::Mat normalisedStrip(const cv::Mat &gray);
} // namespace ocrb

/// The glyph network: three convolutions and two full layers (ocrbkernels.h). Weights come from a compiled-in resource.
/// Immutable once made, so any number of threads may share one.
class OcrbNet
{
public:
    /// Natural logarithms of the class probabilities at one place.
    using LogProbabilities = std::array<float, ocrb::classes>;

    /// `weights` in the order of trainocrb's output; throws std::runtime_error when their number does not fit.
    explicit OcrbNet(std::span<const float> weights);

    /// The network that ships.
    static std::shared_ptr<const OcrbNet> builtIn();

    /// Windows every ocrb::step pixels over a normalised strip: entry t is the window that starts at pixel step * t.
    std::vector<LogProbabilities> slide(const cv::Mat &strip) const { return run(strip, 1); }

    /// Windows every ocrb::pitch pixels, the first at pixel 0.
    std::vector<LogProbabilities> cells(const cv::Mat &strip) const { return run(strip, ocrb::pitch / ocrb::step); }

    static std::size_t weightCount();

private:
    std::vector<LogProbabilities> run(const cv::Mat &strip, int every) const;

    std::vector<float> m_conv1, m_conv2, m_conv3, m_full1, m_full2; ///< each followed by its biases
};

} // namespace gatehouse::scanning
