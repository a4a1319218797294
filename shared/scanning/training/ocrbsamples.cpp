// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocrbsamples.h"

#include "vision/ocrb.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <array>
#include <cmath>

namespace gatehouse::scanning::training
{

namespace
{
constexpr int characters = 12;
constexpr double drawnPitch = 36; ///< pixels per character before the picture is taken
constexpr double drawnCap = drawnPitch * ocrb::capHeight / ocrb::pitch;
constexpr int drawnMargin = 54;
constexpr int drawnHeight = 120;
constexpr std::size_t waveTable = 1024;

std::vector<QRawFont> loadFonts(const QStringList &files)
{
    std::vector<QRawFont> fonts;
    for (const QString &file : files) {
        QRawFont font(file, 100);
        if (font.isValid())
            fonts.push_back(font);
    }
    return fonts;
}

cv::Mat concat(const cv::Mat &second, const cv::Mat &first)
{
    cv::Mat a = cv::Mat::eye(3, 3, CV_64F), b = cv::Mat::eye(3, 3, CV_64F);
    first.copyTo(a.rowRange(0, first.rows));
    second.copyTo(b.rowRange(0, second.rows));
    return b * a;
}
} // namespace

GlyphSampler::GlyphSampler(const QStringList &fonts, const QStringList &otherFonts, std::uint32_t seed)
    : m_fonts(loadFonts(fonts)), m_otherFonts(loadFonts(otherFonts)), m_random(seed)
{
}

QString GlyphSampler::randomText(int length)
{
    QString text;
    for (int i = 0; i < length; ++i) {
        const double kind = uniform(0, 1);
        if (kind < 0.16)
            text += u'<';
        else if (kind < 0.68)
            text += QChar(u'A' + integer(0, 25));
        else
            text += QChar(u'0' + integer(0, 9));
    }
    return text;
}

cv::Mat GlyphSampler::drawMask(const QString &text)
{
    const bool other = !m_otherFonts.empty() && chance(0.12);
    const auto &fonts = other ? m_otherFonts : m_fonts;
    // The first font file is the shape that documents carry most.
    const QRawFont &font =
        !other && chance(0.7) ? fonts.front() : fonts[static_cast<std::size_t>(integer(0, int(fonts.size()) - 1))];
    const auto glyphs = font.glyphIndexesForString(text);
    const double advance = font.advancesForGlyphIndexes(glyphs.mid(0, 1)).value(0).x();
    const double capHeight =
        font.pathForGlyph(font.glyphIndexesForString(QStringLiteral("H")).value(0)).boundingRect().height();

    const int width = int(drawnPitch * int(text.size())) + 2 * drawnMargin;
    QImage image(width, drawnHeight, QImage::Format_Grayscale8);
    image.fill(Qt::black);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double weight = uniform(-1.6, 2.6);
    const double baseline = drawnHeight / 2.0 + drawnCap / 2;
    for (qsizetype i = 0; i < glyphs.size(); ++i) {
        QTransform place;
        place.translate(drawnMargin + drawnPitch * static_cast<double>(i), baseline);
        place.scale(drawnPitch / advance, drawnCap / capHeight);
        const QPainterPath path = place.map(font.pathForGlyph(glyphs[i]));
        painter.fillPath(path, Qt::white);
        if (std::abs(weight) > 0.1)
            painter.strokePath(path, QPen(weight > 0 ? Qt::white : Qt::black, std::abs(weight)));
    }
    painter.end();
    return cv::Mat(image.height(), image.width(), CV_8U, image.bits(), static_cast<std::size_t>(image.bytesPerLine())).clone();
}

cv::Mat GlyphSampler::paper(const cv::Size &size)
{
    const double base = uniform(110, 245);
    cv::Mat paper(size, CV_32F, cv::Scalar(base));
    const int waves = chance(0.6) ? integer(1, 4) : 0;
    for (int w = 0; w < waves; ++w) {
        const double angle = uniform(0, CV_PI), period = std::exp(uniform(std::log(4), std::log(60)));
        const double strength = uniform(2, 22), bend = uniform(0, 1), phase = uniform(100, 101), sharp = uniform(0.5, 3);
        const double kx = std::cos(angle) / period, ky = std::sin(angle) / period; // in turns
        std::array<float, waveTable> table{};
        for (std::size_t i = 0; i < table.size(); ++i)
            table[i] = float(strength * std::pow(0.5 + 0.5 * std::sin(2 * CV_PI * double(i) / waveTable), sharp));
        for (int y = 0; y < size.height; ++y) {
            auto *row = paper.ptr<float>(y);
            const double bent = phase + ky * y + bend * std::sin(y * 0.03);
            for (int x = 0; x < size.width; ++x)
                row[x] -= table[std::size_t(int((kx * x + bent) * waveTable)) % waveTable];
        }
    }
    if (chance(0.5)) {
        cv::Mat coarse(6, 20, CV_32F), fine;
        for (auto it = coarse.begin<float>(); it != coarse.end<float>(); ++it)
            *it = float(uniform(-1, 1) * 18);
        cv::resize(coarse, fine, size, 0, 0, cv::INTER_CUBIC);
        paper += fine;
    }
    return paper;
}

cv::Mat GlyphSampler::print(const cv::Mat &mask)
{
    cv::Mat ink;
    mask.convertTo(ink, CV_32F, 1 / 255.0);
    if (chance(0.4)) { // worn or speckled print
        cv::Mat coarse(mask.rows / 3, mask.cols / 3, CV_32F), fine;
        cv::theRNG().state = m_random();
        cv::randn(coarse, 1.0, uniform(0.05, 0.35));
        cv::resize(coarse, fine, mask.size(), 0, 0, cv::INTER_LINEAR);
        ink = ink.mul(cv::min(fine, 1.0));
    }
    ink = cv::max(ink, 0.0);
    const cv::Mat ground = paper(mask.size());
    const double contrast = chance(0.15) ? uniform(0.3, 0.6) : uniform(0.6, 1.0);
    const double black = uniform(5, 60);
    cv::Mat printed = ground - ink.mul(ground - black) * contrast;
    const int scratches = chance(0.12) ? integer(1, 3) : 0;
    for (int i = 0; i < scratches; ++i)
        cv::line(printed, {integer(0, mask.cols), integer(0, mask.rows)}, {integer(0, mask.cols), integer(0, mask.rows)},
                 cv::Scalar(uniform(20, 250)), integer(1, 4), cv::LINE_AA);
    return printed;
}

void GlyphSampler::blurAndLight(cv::Mat &picture, double pitch)
{
    const double sigma = uniform(0.25, 1.0) + (chance(0.3) ? pitch * uniform(0, 0.09) : 0);
    cv::GaussianBlur(picture, picture, {}, sigma);
    if (chance(0.2)) { // motion
        const int length = std::max(2, int(pitch * uniform(0.08, 0.28)));
        cv::Mat kernel = cv::Mat::zeros(2 * length + 1, 2 * length + 1, CV_32F);
        const double angle = uniform(0, CV_PI), dx = std::cos(angle) * length / 2, dy = std::sin(angle) * length / 2;
        cv::line(kernel, {int(length - dx), int(length - dy)}, {int(length + dx), int(length + dy)}, cv::Scalar(1), 1,
                 cv::LINE_AA);
        kernel /= cv::sum(kernel)[0];
        cv::filter2D(picture, picture, -1, kernel);
    }
    if (chance(0.35)) { // shadow or glare across
        const double left = uniform(0.45, 1.25), right = uniform(0.45, 1.25), lift = chance(0.4) ? uniform(0, 110) : 0;
        const double spot = uniform(0, picture.cols), width = uniform(20, 120);
        for (int x = 0; x < picture.cols; ++x) {
            const double gain = left + (right - left) * x / picture.cols;
            const double glare = lift * std::exp(-(x - spot) * (x - spot) / (2 * width * width));
            picture.col(x) = picture.col(x) * gain + glare;
        }
    }
    cv::Mat noise(picture.size(), CV_32F);
    cv::theRNG().state = m_random();
    cv::randn(noise, 0, chance(0.3) ? uniform(6, 16) : uniform(0.5, 6));
    picture += noise;
}

cv::Mat GlyphSampler::photograph(const cv::Mat &printed, const cv::Mat &toSensor, const cv::Size &size)
{
    const double scale = std::sqrt(std::abs(toSensor.at<double>(0, 0) * toSensor.at<double>(1, 1) -
                                            toSensor.at<double>(0, 1) * toSensor.at<double>(1, 0)));
    cv::Mat soft = printed, picture;
    if (scale < 0.8)
        cv::GaussianBlur(printed, soft, {}, 0.4 / scale);
    cv::warpAffine(soft, picture, toSensor, size, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    blurAndLight(picture, drawnPitch * scale);
    cv::Mat bytes;
    picture.convertTo(bytes, CV_8U);
    if (chance(0.6)) {
        std::vector<uchar> packed;
        cv::imencode(".jpg", bytes, packed, {cv::IMWRITE_JPEG_QUALITY, integer(55, 95)});
        bytes = cv::imdecode(packed, cv::IMREAD_GRAYSCALE);
    }
    return bytes;
}

std::vector<GlyphSample> GlyphSampler::line()
{
    const QString text = randomText(characters);
    const cv::Mat printed = print(drawMask(text));
    const cv::Point2d middle(printed.cols / 2.0, printed.rows / 2.0);

    // To the sensor: any size that a camera gives, turned a little.
    const double sensorPitch = std::exp(uniform(std::log(7.5), std::log(30)));
    const double scale = sensorPitch / drawnPitch, angle = uniform(-25, 25);
    cv::Mat toSensor = cv::getRotationMatrix2D(middle, angle, scale);
    const cv::Size sensor(int(printed.cols * scale * 1.02) + 16, int((printed.cols * 0.43 + printed.rows) * scale) + 16);
    toSensor.at<double>(0, 2) += sensor.width / 2.0 - middle.x;
    toSensor.at<double>(1, 2) += sensor.height / 2.0 - middle.y;
    const cv::Mat picture = photograph(printed, toSensor, sensor);

    // And back, as well as a line finder manages it.
    const bool misplaced = chance(0.07);
    const double wide = ocrb::pitch / drawnPitch * uniform(0.94, 1.06), high = ocrb::pitch / drawnPitch * uniform(0.87, 1.13);
    const double slant = uniform(-0.07, 0.07), slope = uniform(-0.012, 0.012);
    double rise = uniform(-2.2, 2.2);
    if (misplaced)
        rise = (chance(0.5) ? 1 : -1) * uniform(8, 16);
    const int width = int(printed.cols * wide) + 2;
    const cv::Mat toStrip =
        (cv::Mat_<double>(2, 3) << wide, slant * high, width / 2.0 - wide * middle.x - slant * high * middle.y, slope * wide,
         high, ocrb::stripHeight / 2.0 + rise - high * middle.y - slope * wide * middle.x);
    cv::Mat back;
    cv::invert(concat(toSensor, cv::Mat::eye(2, 3, CV_64F)), back);
    const cv::Mat sensorToStrip = concat(toStrip, cv::Mat::eye(2, 3, CV_64F)) * back;
    cv::Mat source = picture, strip;
    if (sensorPitch > 1.6 * ocrb::pitch)
        cv::GaussianBlur(picture, source, {}, 0.35 * sensorPitch / ocrb::pitch);
    cv::warpAffine(source, strip, sensorToStrip.rowRange(0, 2), {width, ocrb::stripHeight}, cv::INTER_LINEAR,
                   cv::BORDER_REPLICATE);
    const double firstCentre = width / 2.0 + wide * (drawnMargin + drawnPitch / 2 - middle.x);
    return cut(ocrb::normalisedStrip(strip), text, firstCentre, wide * drawnPitch, misplaced);
}

std::vector<GlyphSample> GlyphSampler::cut(const cv::Mat &strip, const QString &text, double firstCentre, double scale,
                                           bool misplaced)
{
    std::vector<GlyphSample> samples;
    const auto add = [&](double centre, int label) {
        const int left = int(std::lround(centre - ocrb::windowWidth / 2.0));
        if (left >= 0 && left + ocrb::windowWidth <= strip.cols)
            samples.push_back({strip.colRange(left, left + ocrb::windowWidth).clone(), label});
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const double centre = firstCentre + scale * static_cast<double>(i);
        add(centre + uniform(-2.4, 2.4), misplaced ? ocrb::noCharacter : ocrb::classOf(text[i].unicode()));
        if (chance(0.18))
            add(centre + scale / 2 + uniform(-2.2, 2.2), ocrb::noCharacter);
    }
    if (chance(0.4))
        add(firstCentre - scale * uniform(0.9, 1.2), ocrb::noCharacter);
    if (chance(0.4))
        add(firstCentre + scale * (static_cast<double>(text.size()) - 1 + uniform(0.9, 1.2)), ocrb::noCharacter);
    return samples;
}

} // namespace gatehouse::scanning::training
