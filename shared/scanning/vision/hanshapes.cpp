// SPDX-License-Identifier: GPL-3.0-or-later
#include "hanshapes.h"

#include <QDataStream>
#include <QFile>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <stdexcept>

static void initHanShapesResource()
{
    Q_INIT_RESOURCE(hanshapes);
}

namespace gatehouse::scanning
{

namespace
{
constexpr int side = 48;      ///< pixels of the normalised character
constexpr int directions = 8; ///< of edges
constexpr int places = 7;     ///< each way
constexpr int inkBelow = 150; ///< of an evened picture
constexpr quint32 shapesMagic = 0x47484853;

struct Extent {
    int from = 0, to = 0;
    int length() const { return to - from; }
};

/// Where a profile has ink; a speck of a pixel's height is none.
Extent inkedPart(const cv::Mat &profile, double least)
{
    const int count = int(profile.total());
    Extent part;
    while (part.from < count && profile.at<double>(part.from) < least)
        ++part.from;
    part.to = count;
    while (part.to > part.from && profile.at<double>(part.to - 1) < least)
        --part.to;
    return part;
}

/// The ink of a cell, brought to one size. A flat or narrow character stays so to some degree.
cv::Mat normalisedCharacter(const cv::Mat &cell)
{
    cv::Mat ink, columns, rows;
    cv::threshold(cell, ink, inkBelow, 1, cv::THRESH_BINARY_INV);
    cv::reduce(ink, columns, 0, cv::REDUCE_SUM, CV_64F);
    cv::reduce(ink, rows, 1, cv::REDUCE_SUM, CV_64F);
    const Extent x = inkedPart(columns, 1.5), y = inkedPart(rows, 1.5);
    if (x.length() < 3 || y.length() < 1 || std::max(x.length(), y.length()) < 8)
        return {};
    const double longer = std::max(x.length(), y.length()), shorter = std::min(x.length(), y.length());
    constexpr double full = side - 8;
    const double other = full * std::sqrt(std::sin(CV_PI / 2 * shorter / longer));
    const double width = x.length() >= y.length() ? full : other, height = x.length() >= y.length() ? other : full;
    const double sx = width / x.length(), sy = height / y.length();
    const double left = (side - width) / 2 - sx * x.from, top = (side - height) / 2 - sy * y.from;
    const cv::Matx23d place(sx, 0, left + sx / 2 - 0.5, 0, sy, top + sy / 2 - 0.5);
    cv::Mat out;
    cv::warpAffine(cell, out, place, {side, side}, cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar(255));
    return out;
}

/// The strength of the edges in each direction; what lies between two directions counts for both.
std::array<cv::Mat, directions> edgesByDirection(const cv::Mat &character)
{
    cv::Mat smooth, dx, dy;
    cv::GaussianBlur(character, smooth, {}, 0.8);
    cv::Sobel(smooth, dx, CV_32F, 1, 0);
    cv::Sobel(smooth, dy, CV_32F, 0, 1);
    std::array<cv::Mat, directions> edges;
    for (cv::Mat &map : edges)
        map = cv::Mat::zeros(side, side, CV_32F);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const float gx = dx.at<float>(y, x), gy = dy.at<float>(y, x);
            const float strength = std::hypot(gx, gy);
            if (strength < 1)
                continue;
            const float turn = (std::atan2(gy, gx) / float(2 * CV_PI) + 1) * directions;
            const int first = int(turn);
            const float second = turn - float(first);
            edges[std::size_t(first % directions)].at<float>(y, x) += strength * (1 - second);
            edges[std::size_t((first + 1) % directions)].at<float>(y, x) += strength * second;
        }
    }
    return edges;
}
} // namespace

cv::Mat hanFeatures(const cv::Mat &cell)
{
    const cv::Mat character = normalisedCharacter(cell);
    if (character.empty())
        return {};
    cv::Mat features(1, directions * places * places, CV_32F);
    float *to = features.ptr<float>();
    for (const cv::Mat &edges : edgesByDirection(character)) {
        cv::Mat gathered;
        cv::GaussianBlur(edges, gathered, {}, 0.6 * side / places, 0, cv::BORDER_CONSTANT);
        for (int row = 0; row < places; ++row) {
            for (int column = 0; column < places; ++column)
                *to++ = std::sqrt(std::max(
                    0.0F, gathered.at<float>((2 * row + 1) * side / (2 * places), (2 * column + 1) * side / (2 * places))));
        }
    }
    const double length = cv::norm(features);
    return length > 0 ? cv::Mat(features / length) : cv::Mat();
}

std::vector<cv::Rect> hanCells(const cv::Mat &evened, const cv::Rect &row, int count)
{
    return hanCells(evened, row, std::vector<double>(std::size_t(std::max(0, count)), 1.0));
}

std::vector<cv::Rect> hanCells(const cv::Mat &evened, const cv::Rect &row, std::span<const double> widths)
{
    const cv::Rect box = row & cv::Rect(0, 0, evened.cols, evened.rows);
    if (widths.empty() || box.width < 4 * int(widths.size()) || box.height < 4)
        return {};
    cv::Mat columns;
    cv::reduce(evened(box), columns, 0, cv::REDUCE_AVG, CV_64F);
    const double pitch = box.width / std::accumulate(widths.begin(), widths.end(), 0.0);
    std::vector<int> cuts{0};
    double nominal = 0;
    for (const double width : widths.first(widths.size() - 1)) {
        nominal += width * pitch;
        int best = int(std::lround(nominal));
        double bestWorth = -1e9;
        for (int at = std::max(1, int(nominal - 0.16 * pitch)); at <= std::min(box.width - 2, int(nominal + 0.16 * pitch));
             ++at) {
            const double worth = columns.at<double>(at) - 30 * std::abs(at - nominal) / pitch;
            if (worth > bestWorth) {
                bestWorth = worth;
                best = at;
            }
        }
        cuts.push_back(best);
    }
    cuts.push_back(box.width);
    std::vector<cv::Rect> cells;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i)
        cells.emplace_back(box.x + cuts[i], box.y, cuts[i + 1] - cuts[i], box.height);
    return cells;
}

HanShapes::HanShapes(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setFloatingPointPrecision(QDataStream::SinglePrecision);
    quint32 magic = 0;
    quint16 characters = 0, features = 0, dimensions = 0;
    in >> magic >> characters >> features >> dimensions;
    if (magic != shapesMagic || features != directions * places * places || dimensions == 0 || dimensions > features)
        throw std::runtime_error("the shapes of Han characters are not in their form");
    m_mean.create(1, features, CV_32F);
    m_projection.create(features, dimensions, CV_32F);
    m_shapes.create(characters, dimensions, CV_32F);
    for (int i = 0; i < features; ++i)
        in >> m_mean.at<float>(i);
    for (int i = 0; i < features * dimensions; ++i)
        in >> m_projection.ptr<float>()[i];
    std::vector<float> scale(dimensions);
    for (float &unit : scale)
        in >> unit;
    for (int i = 0; i < characters; ++i) {
        quint16 character = 0;
        in >> character;
        m_characters.push_back(char16_t(character));
        for (int d = 0; d < dimensions; ++d) {
            qint8 value = 0;
            in >> value;
            m_shapes.at<float>(i, d) = float(value) * scale[std::size_t(d)];
        }
    }
    if (in.status() != QDataStream::Ok)
        throw std::runtime_error("the shapes of Han characters end early");
}

std::shared_ptr<const HanShapes> HanShapes::builtIn()
{
    initHanShapesResource();
    QFile file(QStringLiteral(":/gatehouse/scanning/hanshapes.bin"));
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("the shapes of Han characters are missing");
    return std::make_shared<const HanShapes>(file.readAll());
}

std::vector<HanShapes::Likeness> HanShapes::likest(const cv::Mat &cell, std::size_t most) const
{
    const cv::Mat features = hanFeatures(cell);
    if (features.empty())
        return {};
    const cv::Mat seen = (features - m_mean) * m_projection;
    std::vector<Likeness> all(m_characters.size());
    for (int i = 0; i < m_shapes.rows; ++i) {
        const float *shape = m_shapes.ptr<float>(i), *at = seen.ptr<float>();
        float distance = 0;
        for (int d = 0; d < m_shapes.cols; ++d)
            distance += (shape[d] - at[d]) * (shape[d] - at[d]);
        all[std::size_t(i)] = {QChar(m_characters[std::size_t(i)]), distance};
    }
    most = std::min(most, all.size());
    std::partial_sort(all.begin(), all.begin() + std::ptrdiff_t(most), all.end(),
                      [](const Likeness &a, const Likeness &b) { return a.distance < b.distance; });
    all.resize(most);
    return all;
}

} // namespace gatehouse::scanning
