// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hansamples.h"

#include <QByteArray>

namespace gatehouse::scanning::training
{

/// Makes the shapes of HanShapes from drawn characters: features of many pictures of each, brought by linear discriminant
/// analysis into few dimensions in which one character's own pictures spread by one in each direction.
class HanTrainer
{
public:
    HanTrainer(QString characters, const QStringList &families, std::uint32_t seed);

    /// Draws each character once more.
    void drawAll();

    /// The file that HanShapes reads. At least two drawn pictures of each character.
    QByteArray shapes(int dimensions) const;

private:
    QString m_characters;
    HanSampler m_sampler;
    std::mt19937 m_shuffle;
    std::vector<cv::Mat> m_features; ///< 1 x F each
    std::vector<int> m_labels;       ///< index in m_characters
};

} // namespace gatehouse::scanning::training
