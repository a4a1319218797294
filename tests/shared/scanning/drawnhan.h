// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vision/hanshapes.h"

#include <QImage>
#include <QPainter>

#include <opencv2/imgproc.hpp>

#include <vector>

namespace gatehouse::test
{

constexpr int hanSize = 37; // 3.4 mm of a card

/// A drawn row of a Chinese card as its reader sees it, `larger` and with `apart` pixels more between characters than usual.
inline cv::Mat drawnHan(const QString &text, double larger = 1, int apart = 0)
{
    const int size = int(hanSize * larger);
    QImage image((size + apart) * int(text.size()) + 24, size + 23, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPixelSize(size);
    font.setLetterSpacing(QFont::AbsoluteSpacing, apart);
    painter.setFont(font);
    painter.drawText(12, size + 7, text);
    painter.end();
    return cv::Mat(image.height(), image.width(), CV_8U, image.bits(), std::size_t(image.bytesPerLine())).clone();
}

inline cv::Rect inkOf(const cv::Mat &drawn)
{
    cv::Mat points;
    cv::findNonZero(drawn < 128, points);
    return cv::boundingRect(points);
}

/// The text as the engine would have read it in that box of as many places; a blank is a character that it lost.
inline std::vector<scanning::ReadCharacter> readingOf(const QString &text, const cv::Rect &box, int places,
                                                      float confidence = 95)
{
    std::vector<scanning::ReadCharacter> characters;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u' ')
            characters.push_back({text.mid(i, 1), confidence, box.x + box.width * (double(i) + 0.5) / places});
    }
    return characters;
}

} // namespace gatehouse::test
