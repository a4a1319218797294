// SPDX-License-Identifier: GPL-3.0-or-later
#include "hantrainer.h"

#include "vision/hanshapes.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gatehouse::scanning::training
{

namespace
{
constexpr quint32 fileMagic = 0x47484853;

/// Columns are the eigenvectors of a symmetric matrix, the greatest eigenvalue first.
cv::Mat eigenColumns(const cv::Mat &symmetric, cv::Mat &values)
{
    cv::Mat vectors;
    cv::eigen(symmetric, values, vectors);
    return vectors.t();
}

/// Brings the spread `within` to one in each direction, then keeps the directions that tell most `between`.
cv::Mat discriminants(const cv::Mat &within, const cv::Mat &between, int dimensions)
{
    cv::Mat values;
    const double mean = cv::trace(within)[0] / within.rows;
    cv::Mat whitening = eigenColumns(within + 0.02 * mean * cv::Mat::eye(within.size(), CV_64F), values);
    for (int i = 0; i < whitening.cols; ++i)
        whitening.col(i) /= std::sqrt(values.at<double>(i));
    const cv::Mat whitened = whitening.t() * between * whitening;
    return whitening * eigenColumns(whitened, values).colRange(0, dimensions);
}
} // namespace

HanTrainer::HanTrainer(QString characters, const QStringList &families, std::uint32_t seed)
    : m_characters(std::move(characters)), m_sampler(families, seed), m_shuffle(seed + 1)
{
}

void HanTrainer::drawAll()
{
    std::vector<int> order(std::size_t(m_characters.size()));
    std::iota(order.begin(), order.end(), 0);
    std::shuffle(order.begin(), order.end(), m_shuffle);
    while (order.size() % HanSampler::rowLength != 0)
        order.push_back(order.front());
    for (std::size_t at = 0; at < order.size(); at += HanSampler::rowLength) {
        QString text;
        for (std::size_t i = at; i < at + HanSampler::rowLength; ++i)
            text += m_characters[order[i]];
        const auto cells = m_sampler.cells(text);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cv::Mat features = hanFeatures(cells[i]); !features.empty()) {
                m_features.push_back(features);
                m_labels.push_back(order[at + i]);
            }
        }
    }
}

QByteArray HanTrainer::shapes(int dimensions) const
{
    const int count = int(m_characters.size()), length = m_features.front().cols;
    cv::Mat means = cv::Mat::zeros(count, length, CV_32F);
    std::vector<int> seen(std::size_t(count), 0);
    for (std::size_t i = 0; i < m_features.size(); ++i) {
        means.row(m_labels[i]) += m_features[i];
        ++seen[std::size_t(m_labels[i])];
    }
    for (int i = 0; i < count; ++i)
        means.row(i) /= std::max(1, seen[std::size_t(i)]);
    cv::Mat all(int(m_features.size()), length, CV_32F);
    for (int i = 0; i < all.rows; ++i)
        all.row(i) = m_features[std::size_t(i)] - means.row(m_labels[std::size_t(i)]);
    cv::Mat within, between, mean;
    cv::mulTransposed(all, within, true, cv::noArray(), 1.0 / all.rows, CV_64F);
    cv::reduce(means, mean, 0, cv::REDUCE_AVG);
    cv::mulTransposed(means, between, true, cv::repeat(mean, count, 1), 1.0 / count, CV_64F);
    cv::Mat projection;
    discriminants(within, between, dimensions).convertTo(projection, CV_32F);

    const cv::Mat shapes = (means - cv::repeat(mean, count, 1)) * projection;
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setFloatingPointPrecision(QDataStream::SinglePrecision);
    out << fileMagic << quint16(count) << quint16(length) << quint16(dimensions);
    for (int i = 0; i < length; ++i)
        out << mean.at<float>(i);
    for (int i = 0; i < length * dimensions; ++i)
        out << projection.ptr<float>()[i];
    std::vector<float> scale;
    for (int d = 0; d < dimensions; ++d) {
        scale.push_back(float(std::max(1e-6, cv::norm(shapes.col(d), cv::NORM_INF)) / 127));
        out << scale.back();
    }
    for (int i = 0; i < count; ++i) {
        out << quint16(m_characters[i].unicode());
        for (int d = 0; d < dimensions; ++d)
            out << qint8(std::lround(shapes.at<float>(i, d) / scale[std::size_t(d)]));
    }
    return bytes;
}

} // namespace gatehouse::scanning::training
