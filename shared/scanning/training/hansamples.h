// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRawFont>
#include <QString>
#include <QStringList>

#include <opencv2/core.hpp>

#include <cstdint>
#include <random>
#include <vector>

namespace gatehouse::scanning::training
{

/// The characters that the reader of shapes knows: GB 2312 and what names use beyond it.
QString knownHanCharacters();

/// Draws rows of Han characters, spoils them as a camera does, and cuts them as the card's reader would. Needs a
/// QGuiApplication. The same seed and fonts give the same rows.
class HanSampler
{
public:
    static constexpr int rowLength = 8;

    /// `families` of fonts that are installed; the first must know all characters.
    HanSampler(const QStringList &families, std::uint32_t seed);

    /// The cells of the row `text`, as many as it has characters; empty when it was spoilt beyond cutting.
    std::vector<cv::Mat> cells(const QString &text);

private:
    cv::Mat drawn(const QString &text);
    cv::Mat photographed(const cv::Mat &drawn, double pixelsPerCharacter);
    double uniform(double from, double to) { return std::uniform_real_distribution<double>(from, to)(m_random); }
    bool chance(double share) { return uniform(0, 1) < share; }

    std::vector<QRawFont> m_fonts;
    std::mt19937 m_random;
};

} // namespace gatehouse::scanning::training
