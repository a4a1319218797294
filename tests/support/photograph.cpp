// SPDX-License-Identifier: GPL-3.0-or-later
#include "photograph.h"

#include <opencv2/calib3d.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <array>
#include <cmath>

namespace gatehouse::scenes
{

namespace
{
double between(QRandomGenerator &random, double low, double high)
{
    return low + random.generateDouble() * (high - low);
}

cv::Scalar randomColour(QRandomGenerator &random, int low, int high)
{
    return {double(random.bounded(low, high)), double(random.bounded(low, high)), double(random.bounded(low, high))};
}

cv::Mat matOf(const QImage &image)
{
    const QImage rgb = image.convertToFormat(QImage::Format_RGB32);
    const cv::Mat view(rgb.height(), rgb.width(), CV_8UC4, const_cast<uchar *>(rgb.constBits()), size_t(rgb.bytesPerLine()));
    cv::Mat bgr;
    cv::cvtColor(view, bgr, cv::COLOR_BGRA2BGR);
    return bgr;
}

QImage imageOf(const cv::Mat &bgr)
{
    QImage image(bgr.cols, bgr.rows, QImage::Format_RGB32);
    cv::Mat target(bgr.rows, bgr.cols, CV_8UC4, image.bits(), size_t(image.bytesPerLine()));
    cv::cvtColor(bgr, target, cv::COLOR_BGR2BGRA);
    return image;
}

cv::Mat desk(const QSize &size, QRandomGenerator &random)
{
    cv::Mat picture(size.height(), size.width(), CV_8UC3, randomColour(random, 40, 190));
    cv::Mat grain(size.height() / 4 + 1, size.width() / 40 + 1, CV_8UC3);
    cv::RNG noise(random.generate());
    noise.fill(grain, cv::RNG::NORMAL, 128, 14);
    cv::Mat wood;
    cv::resize(grain, wood, picture.size(), 0, 0, cv::INTER_CUBIC);
    cv::addWeighted(picture, 1, wood, 0.6, -77, picture);
    const int things = random.bounded(5);
    for (int thing = 0; thing < things; ++thing) {
        const cv::Point at(random.bounded(size.width()), random.bounded(size.height()));
        const cv::Size extent(random.bounded(30, size.width() / 4), random.bounded(30, size.height() / 4));
        if (random.bounded(2) == 0)
            cv::rectangle(picture, cv::Rect(at, extent), randomColour(random, 0, 255), cv::FILLED);
        else
            cv::ellipse(picture, at, extent, random.bounded(180), 0, 360, randomColour(random, 0, 255), cv::FILLED,
                        cv::LINE_AA);
    }
    return picture;
}

// A pinhole camera above the desk: where the corners of a document of unit long side come to lie.
std::array<cv::Point2f, 4> project(const Shot &shot, double aspect)
{
    const double turn = shot.turn * CV_PI / 180;
    const double tilt = shot.tilt * CV_PI / 180;
    const double axis = shot.tiltAxis * CV_PI / 180;
    cv::Mat tilted;
    cv::Rodrigues(cv::Vec3d(std::cos(axis) * tilt, std::sin(axis) * tilt, 0), tilted);
    const cv::Matx33d rotation =
        cv::Matx33d(tilted) * cv::Matx33d(std::cos(turn), -std::sin(turn), 0, std::sin(turn), std::cos(turn), 0, 0, 0, 1);
    const double distance = 2.2; // long sides: a wide lens, so that a tilt shows
    const std::array<cv::Vec3d, 4> corners{cv::Vec3d(-0.5, -aspect / 2, 0), cv::Vec3d(0.5, -aspect / 2, 0),
                                           cv::Vec3d(0.5, aspect / 2, 0), cv::Vec3d(-0.5, aspect / 2, 0)};
    std::array<cv::Point2f, 4> places;
    for (size_t i = 0; i < 4; ++i) {
        const cv::Vec3d corner = rotation * corners[i];
        const double factor = distance / (distance + corner[2]);
        places[i] = cv::Point2f(float(corner[0] * factor), float(corner[1] * factor));
    }
    return places;
}

cv::Rect2f boundsOf(const std::array<cv::Point2f, 4> &corners)
{
    const auto [left, right] = std::minmax_element(corners.begin(), corners.end(), [](auto a, auto b) { return a.x < b.x; });
    const auto [top, bottom] = std::minmax_element(corners.begin(), corners.end(), [](auto a, auto b) { return a.y < b.y; });
    return {left->x, top->y, right->x - left->x, bottom->y - top->y};
}

std::array<cv::Point2f, 4> place(const Shot &shot, double aspect)
{
    auto corners = project(shot, aspect);
    const cv::Rect2f box = boundsOf(corners);
    const double width = shot.size.width();
    const double height = shot.size.height();
    const double scale = shot.share * std::min(width / box.width, height / box.height);
    const double roomX = std::max(0.0, (width - box.width * scale) / 2 - 4);
    const double roomY = std::max(0.0, (height - box.height * scale) / 2 - 4);
    const double middleX = width / 2 + shot.shiftX * roomX - (box.x + box.width / 2) * scale;
    const double middleY = height / 2 + shot.shiftY * roomY - (box.y + box.height / 2) * scale;
    for (cv::Point2f &corner : corners)
        corner = cv::Point2f(float(corner.x * scale + middleX), float(corner.y * scale + middleY));
    return corners;
}

// Each pixel of a sensor gathers the light of its whole area: drawn at twice the size, then averaged.
void lay(const cv::Mat &document, const std::array<cv::Point2f, 4> &corners, cv::Mat &picture)
{
    const cv::Rect2f all = boundsOf(corners);
    const cv::Rect box = cv::Rect(int(all.x) - 3, int(all.y) - 3, int(all.width) + 8, int(all.height) + 8) &
                         cv::Rect(0, 0, picture.cols, picture.rows);
    constexpr float fine = 2;
    const double longSide = cv::norm(corners[1] - corners[0]) * double(fine);
    cv::Mat source = document;
    while (source.cols > 1.9 * longSide)
        cv::resize(source, source, {}, 0.5, 0.5, cv::INTER_AREA);
    const float w = float(source.cols);
    const float h = float(source.rows);
    const std::array<cv::Point2f, 4> from{cv::Point2f(0, 0), cv::Point2f(w, 0), cv::Point2f(w, h), cv::Point2f(0, h)};
    std::array<cv::Point2f, 4> to;
    for (size_t i = 0; i < 4; ++i)
        to[i] = (corners[i] - cv::Point2f(box.tl())) * fine;
    const cv::Mat transform = cv::getPerspectiveTransform(from.data(), to.data());
    cv::Mat warped;
    cv::Mat mask;
    const cv::Size fineSize(int(float(box.width) * fine), int(float(box.height) * fine));
    cv::warpPerspective(source, warped, transform, fineSize, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    cv::warpPerspective(cv::Mat(source.size(), CV_8UC1, cv::Scalar(255)), mask, transform, fineSize);
    cv::resize(warped, warped, box.size(), 0, 0, cv::INTER_AREA);
    cv::resize(mask, mask, box.size(), 0, 0, cv::INTER_AREA);
    warped.copyTo(picture(box), mask > 127);
}

void addShadow(cv::Mat &picture, QRandomGenerator &random)
{
    cv::Mat shade(picture.size(), CV_8UC1, cv::Scalar(255));
    const double angle = between(random, 0, CV_PI);
    const cv::Point2d along(std::cos(angle), std::sin(angle));
    const cv::Point2d middle(picture.cols * between(random, 0.3, 0.7), picture.rows * between(random, 0.3, 0.7));
    const double far = picture.cols * 2.0;
    const cv::Point2d normal(-along.y, along.x);
    const std::vector<cv::Point> half{cv::Point(middle + along * far), cv::Point(middle - along * far),
                                      cv::Point(middle - along * far + normal * far),
                                      cv::Point(middle + along * far + normal * far)};
    cv::fillConvexPoly(shade, half, cv::Scalar(random.bounded(120, 190)));
    cv::blur(shade, shade, cv::Size(picture.cols / 40 * 2 + 1, picture.cols / 40 * 2 + 1));
    cv::Mat colour;
    cv::cvtColor(shade, colour, cv::COLOR_GRAY2BGR);
    cv::multiply(picture, colour, picture, 1.0 / 255);
}

// A lamp in a plastic card: bright enough to whiten, too small to hide all.
void addGlare(cv::Mat &picture, const std::array<cv::Point2f, 4> &corners, QRandomGenerator &random)
{
    const float u = float(between(random, 0.1, 0.9));
    const float v = float(between(random, 0.1, 0.9));
    const cv::Point2f middle = (corners[0] * (1 - u) + corners[1] * u) * (1 - v) + (corners[3] * (1 - u) + corners[2] * u) * v;
    const double side = cv::norm(corners[1] - corners[0]);
    cv::Mat glow = cv::Mat::zeros(picture.rows / 4, picture.cols / 4, CV_8UC1);
    const cv::Size extent(int(side * between(random, 0.02, 0.06) / 4), int(side * between(random, 0.01, 0.03) / 4));
    cv::ellipse(glow, cv::Point(middle / 4), extent, random.bounded(180), 0, 360, cv::Scalar(255), cv::FILLED);
    cv::GaussianBlur(glow, glow, {}, side * 0.012 / 4 + 0.5);
    cv::resize(glow, glow, picture.size());
    cv::Mat colour;
    cv::cvtColor(glow, colour, cv::COLOR_GRAY2BGR);
    cv::add(picture, colour, picture);
}

void blurBy(cv::Mat &picture, const Shot &shot, QRandomGenerator &random)
{
    if (shot.blur > 0)
        cv::GaussianBlur(picture, picture, {}, shot.blur);
    if (shot.motion < 1)
        return;
    const int length = int(std::ceil(shot.motion)) | 1;
    cv::Mat kernel = cv::Mat::zeros(length, length, CV_32F);
    const double angle = between(random, 0, CV_PI);
    const cv::Point2d middle(length / 2.0, length / 2.0);
    const cv::Point2d reach = cv::Point2d(std::cos(angle), std::sin(angle)) * (shot.motion / 2);
    cv::line(kernel, cv::Point(middle - reach), cv::Point(middle + reach), cv::Scalar(1));
    cv::filter2D(picture, picture, -1, kernel / cv::sum(kernel)[0]);
}

cv::Mat compressed(const cv::Mat &picture, int quality)
{
    std::vector<uchar> jpeg;
    cv::imencode(".jpg", picture, jpeg, {cv::IMWRITE_JPEG_QUALITY, quality});
    return cv::imdecode(jpeg, cv::IMREAD_COLOR);
}

void addNoise(cv::Mat &picture, double sigma, QRandomGenerator &random)
{
    cv::Mat noise(picture.size(), CV_16SC3);
    cv::RNG(random.generate()).fill(noise, cv::RNG::NORMAL, 0, sigma);
    cv::Mat noisy;
    cv::add(picture, noise, noisy, cv::noArray(), CV_8U);
    picture = noisy;
}
} // namespace

Shot randomShot(Difficulty difficulty, QRandomGenerator &random)
{
    Shot shot;
    const bool hard = difficulty == Difficulty::Hard;
    const std::array<QSize, 4> sizes{QSize(1280, 720), QSize(1920, 1080), QSize(2560, 1440), QSize(4000, 3000)};
    shot.size = hard ? sizes[size_t(random.bounded(4))] : QSize(1920, 1080);
    shot.turn = between(random, hard ? -20 : -5, hard ? 20 : 5) + (hard ? 90.0 * random.bounded(4) : 0.0);
    shot.tilt = between(random, 0, hard ? 25 : 6);
    shot.tiltAxis = between(random, 0, 360);
    shot.share = between(random, hard ? 0.75 : 0.7, 0.97);
    shot.shiftX = between(random, -1, 1);
    shot.shiftY = between(random, -1, 1);
    const double detail = shot.size.width() / 1920.0; // the same lens and hand on a finer sensor
    shot.blur = between(random, hard ? 0.4 : 0.2, hard ? 0.9 : 0.6) * std::max(1.0, detail);
    shot.motion = hard && random.bounded(3) == 0 ? between(random, 1, 2.2) * std::max(1.0, detail) : 0;
    shot.noise = between(random, 1, hard ? 7 : 3);
    shot.light = between(random, hard ? 0.55 : 0.85, 1.1);
    shot.shadow = hard && random.bounded(3) == 0;
    shot.glare = hard && random.bounded(3) == 0;
    shot.jpegQuality = hard ? 75 : 90;
    shot.seed = random.generate();
    return shot;
}

Photograph photograph(const QImage &document, const Shot &shot)
{
    QRandomGenerator random(shot.seed);
    cv::Mat picture = desk(shot.size, random);
    const auto corners = place(shot, double(document.height()) / document.width());
    lay(matOf(document), corners, picture);
    if (shot.shadow)
        addShadow(picture, random);
    picture.convertTo(picture, -1, shot.light);
    if (shot.glare)
        addGlare(picture, corners, random);
    blurBy(picture, shot, random);
    if (shot.noise > 0)
        addNoise(picture, shot.noise, random);
    Photograph result;
    result.picture = imageOf(compressed(picture, shot.jpegQuality));
    for (const cv::Point2f &corner : corners)
        result.outline.append(QPointF(double(corner.x), double(corner.y)));
    return result;
}

QImage emptyScene(const QSize &size, quint32 seed)
{
    QRandomGenerator random(seed);
    cv::Mat picture = desk(size, random);
    const int kind = random.bounded(6);
    const int count = random.bounded(1, 12);
    for (int thing = 0; thing < count; ++thing) {
        const cv::Point at(random.bounded(size.width()), random.bounded(size.height()));
        const int extent = random.bounded(40, size.height() / 2);
        const cv::Scalar colour = randomColour(random, 0, 255);
        if (kind == 0) { // a face
            cv::ellipse(picture, at, cv::Size(extent * 3 / 4, extent), 0, 0, 360, cv::Scalar(120, 150, 200), cv::FILLED,
                        cv::LINE_AA);
            cv::circle(picture, at + cv::Point(-extent / 4, -extent / 4), extent / 10, cv::Scalar(30, 30, 30), cv::FILLED);
            cv::circle(picture, at + cv::Point(extent / 4, -extent / 4), extent / 10, cv::Scalar(30, 30, 30), cv::FILLED);
            cv::ellipse(picture, at + cv::Point(0, extent / 3), cv::Size(extent / 3, extent / 8), 0, 0, 180,
                        cv::Scalar(40, 40, 120), 4);
        } else if (kind == 1) { // printed text
            for (int line = 0; line < 12; ++line) {
                std::string text;
                for (int letter = 0; letter < 30; ++letter)
                    text += char(random.bounded(int('0'), int('Z')));
                cv::putText(picture, text, at + cv::Point(0, line * 28), cv::FONT_HERSHEY_SIMPLEX, 0.8, cv::Scalar(20, 20, 20),
                            2);
            }
        } else if (kind == 2) { // stripes
            for (int x = 0; x < extent * 2; x += random.bounded(2, 9))
                cv::rectangle(picture, cv::Rect(at.x + x, at.y, random.bounded(1, 5), extent / 2), cv::Scalar(0, 0, 0),
                              cv::FILLED);
        } else if (kind == 3) { // squares as in a matrix code
            const int cell = random.bounded(3, 12);
            for (int y = 0; y < 25; ++y) {
                for (int x = 0; x < 40; ++x) {
                    const cv::Rect square(at.x + x * cell, at.y + y * cell, cell, cell);
                    cv::rectangle(picture, square, random.bounded(2) ? cv::Scalar(0, 0, 0) : cv::Scalar(255, 255, 255),
                                  cv::FILLED);
                }
            }
        } else if (kind == 4) { // an empty card
            cv::rectangle(picture, cv::Rect(at.x, at.y, extent * 8 / 5, extent), colour, cv::FILLED);
        } else { // noise of a fabric
            cv::Mat noise(size.height(), size.width(), CV_8UC3);
            cv::RNG(random.generate()).fill(noise, cv::RNG::UNIFORM, 0, 255);
            cv::GaussianBlur(noise, noise, {}, between(random, 0.5, 3));
            cv::addWeighted(picture, 0.6, noise, 0.4, 0, picture);
            break;
        }
    }
    addNoise(picture, between(random, 1, 6), random);
    return imageOf(compressed(picture, 80));
}

} // namespace gatehouse::scenes
