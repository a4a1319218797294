// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <opencv2/core.hpp>

#include <memory>
#include <span>
#include <vector>

namespace gatehouse::scanning
{

/// How a printed Han character looks to HanShapes: the directions of its edges in a grid of places, of length one. Takes a
/// cell of an evened picture (CV_8U, ink dark on white) with one character in it, wherever it stands. Empty when there is no
/// ink.
cv::Mat hanFeatures(const cv::Mat &cell);

/// A character as the text engine read it; `middle` in pixels of the evened picture, `confidence` from 0 to 100.
struct ReadCharacter {
    QString text;
    float confidence = 0;
    double middle = 0;
};

/// The cells of a row of characters whose widths are as these to each other, a Han character's 1: cut where the least ink is
/// near the places at which such cells end. Left to right, within `row`.
std::vector<cv::Rect> hanCells(const cv::Mat &evened, const cv::Rect &row, std::span<const double> widths);
/// Of a row of `count` Han characters.
std::vector<cv::Rect> hanCells(const cv::Mat &evened, const cv::Rect &row, int count);

/// Knows the characters of GB 2312 and some others that names use by their shapes alone: a second reader beside the text
/// engine, which makes other mistakes. Made from drawn characters (training/README.md). Immutable once made, so any number of
/// threads may share one.
class HanShapes
{
public:
    struct Likeness {
        QChar character;
        float distance; ///< squared, in spreads of one character's own pictures
    };

    /// `bytes` in the form that trainhan writes; throws std::runtime_error when they are not in it.
    explicit HanShapes(const QByteArray &bytes);

    /// The shapes that ship.
    static std::shared_ptr<const HanShapes> builtIn();

    /// The `most` characters that are likest, best first. Empty when there is no ink.
    std::vector<Likeness> likest(const cv::Mat &cell, std::size_t most) const;

private:
    cv::Mat m_mean, m_projection; ///< of features: 1 x F, F x D
    cv::Mat m_shapes;             ///< characters x D
    std::vector<char16_t> m_characters;
};

} // namespace gatehouse::scanning
