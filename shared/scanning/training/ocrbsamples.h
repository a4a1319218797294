// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRawFont>
#include <QString>

#include <opencv2/core.hpp>

#include <random>
#include <vector>

namespace gatehouse::scanning::training
{

struct GlyphSample {
    cv::Mat window; ///< normalised, as the network sees it
    int label = 0;
};

/// Draws lines of random characters from OCR-B outlines, spoils them as print, light, lens, sensor and compression do, puts
/// them back upright with the errors that a line finder makes, and cuts labelled windows. The same seed gives the same
/// samples. Needs a QGuiApplication. Not thread safe.
class GlyphSampler
{
public:
    /// `fonts` are files of OCR-B; `otherFonts` of other fixed-pitch faces, drawn now and then.
    GlyphSampler(const QStringList &fonts, const QStringList &otherFonts, std::uint32_t seed);

    /// The windows of one spoilt line.
    std::vector<GlyphSample> line();

private:
    double uniform(double from, double to) { return std::uniform_real_distribution<double>(from, to)(m_random); }
    int integer(int from, int to) { return std::uniform_int_distribution<int>(from, to)(m_random); }
    bool chance(double probability) { return uniform(0, 1) < probability; }

    QString randomText(int length);
    cv::Mat drawMask(const QString &text);
    cv::Mat paper(const cv::Size &size);
    cv::Mat print(const cv::Mat &mask);
    cv::Mat photograph(const cv::Mat &printed, const cv::Mat &toSensor, const cv::Size &size);
    void blurAndLight(cv::Mat &picture, double pitch);
    std::vector<GlyphSample> cut(const cv::Mat &strip, const QString &text, double firstCentre, double scale, bool misplaced);

    std::vector<QRawFont> m_fonts, m_otherFonts;
    std::mt19937 m_random;
};

} // namespace gatehouse::scanning::training
