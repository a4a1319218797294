// SPDX-License-Identifier: GPL-3.0-or-later
#include "othermedia.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gatehouse::test
{

namespace
{
constexpr int samples = 3; // of a screen's point across and down: a stripe of each colour, and the gap below them

/// The beat of the screen's points with the camera's: bright and dark waves of each colour, bent as the lens bends them.
class Beat
{
public:
    Beat(int width, std::mt19937 &random)
    {
        const auto between = [&random](double from, double to) { return std::uniform_real_distribution(from, to)(random); };
        const double turns = between(12, 60) * 2 * M_PI / width, angle = between(0, M_PI);
        m_x = turns * std::cos(angle);
        m_y = turns * std::sin(angle);
        m_bend = between(-0.3, 0.3) * turns / width;
        m_depth = between(0.08, 0.22);
    }

    double at(int x, int y, int colour) const
    {
        return 1 - m_depth + m_depth * std::cos(m_x * x + m_y * y + m_bend * x * y + colour * 2 * M_PI / samples);
    }

private:
    double m_x, m_y, m_bend, m_depth;
};

QImage onAScreen(const QImage &document, std::mt19937 &random)
{
    constexpr double gapLight = 0.7, besideLight = 0.55;
    const int points = std::uniform_int_distribution(900, 1700)(random); // the document across the screen
    const QImage shown = document.scaledToWidth(points, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
    const Beat beat(points, random);
    QImage screen(shown.width() * samples, shown.height() * samples, QImage::Format_RGB32);
    for (int y = 0; y < screen.height(); ++y) {
        const double light = y % samples == samples - 1 ? gapLight : 1;
        const auto *from = reinterpret_cast<const QRgb *>(shown.constScanLine(y / samples));
        auto *to = reinterpret_cast<QRgb *>(screen.scanLine(y));
        for (int x = 0; x < screen.width(); ++x) {
            const QRgb point = from[x / samples];
            const auto lit = [&](int stripe, int value) {
                const double own = x % samples == stripe ? 1 : besideLight;
                return int(light * own * beat.at(x / samples, y / samples, stripe) * std::min(255, 25 + value));
            };
            to[x] = qRgb(lit(0, qRed(point)), lit(1, qGreen(point)), lit(2, qBlue(point)));
        }
    }
    return screen;
}

QImage photocopied(const QImage &document, std::mt19937 &random)
{
    constexpr int cell = 4; // pixels between two dots of the raster
    // Clustered dots (Bayer's order would not print), each colour's raster moved against the others.
    static constexpr std::array<std::array<int, cell>, cell> order{
        {{12, 5, 6, 13}, {4, 0, 1, 7}, {11, 3, 2, 8}, {15, 10, 9, 14}}};
    const double contrast = std::uniform_real_distribution(1.2, 1.6)(random);
    QImage copy = document.convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < copy.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(copy.scanLine(y));
        for (int x = 0; x < copy.width(); ++x) {
            const auto printed = [&](int value, int moved) {
                const double tone = std::clamp(128 + contrast * (value - 118), 0.0, 255.0);
                const int threshold = order[std::size_t((y + moved) % cell)][std::size_t((x + 2 * moved) % cell)];
                const bool paper = tone > (threshold + 0.5) * 255 / (cell * cell);
                return paper ? 240 : 35;
            };
            line[x] = qRgb(printed(qRed(line[x]), 0), printed(qGreen(line[x]), 1), printed(qBlue(line[x]), 2));
        }
    }
    return copy;
}
} // namespace

Medium askedMedium()
{
    const QString asked = qEnvironmentVariable("GATEHOUSE_MEDIUM");
    return asked == u"screen" ? Medium::Screen : asked == u"photocopy" ? Medium::Photocopy : Medium::Document;
}

QImage shownOn(Medium medium, const QImage &document, std::mt19937 &random)
{
    switch (medium) {
    case Medium::Screen:
        return onAScreen(document, random);
    case Medium::Photocopy:
        return photocopied(document, random);
    case Medium::Document:
        break;
    }
    return document;
}

} // namespace gatehouse::test
