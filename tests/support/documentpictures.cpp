// SPDX-License-Identifier: GPL-3.0-or-later
#include "documentpictures.h"

#include <QFontDatabase>
#include <QPainter>
#include <QPainterPath>
#include <QRawFont>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cmath>

namespace gatehouse::test
{

namespace
{
constexpr double perMm = 14;

double uniform(std::mt19937 &random, double from, double to)
{
    return std::uniform_real_distribution<double>(from, to)(random);
}
int whole(std::mt19937 &random, int from, int to)
{
    return std::uniform_int_distribution<int>(from, to)(random);
}

cv::Mat view(QImage &image)
{
    return {image.height(), image.width(), CV_8UC4, image.bits(), static_cast<std::size_t>(image.bytesPerLine())};
}

void drawGround(QPainter &painter, const QSizeF &size, std::mt19937 &random)
{
    const QColor paper = QColor::fromHsv(whole(random, 0, 359), whole(random, 5, 50), whole(random, 200, 250));
    painter.fillRect(QRectF(QPointF(), size), paper);
    painter.setPen(
        QPen(QColor::fromHsv(whole(random, 0, 359), whole(random, 40, 110), whole(random, 170, 225)), uniform(random, 1, 2.5)));
    const double apart = uniform(random, 9, 26), swing = uniform(random, 10, 60), period = uniform(random, 80, 300);
    for (double y = -80; y < size.height() + 80; y += apart) {
        QPainterPath path(QPointF(0, y));
        for (double x = 0; x <= size.width(); x += 12)
            path.lineTo(x, y + swing * std::sin(x / period * 6.28 + y * 0.02));
        painter.drawPath(path);
    }
}

void drawPortrait(QPainter &painter, const QRectF &area, std::mt19937 &random)
{
    painter.save();
    painter.setClipRect(area);
    painter.fillRect(area, QColor(215, 220, 228));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromHsv(whole(random, 10, 30), whole(random, 60, 140), whole(random, 120, 230)));
    painter.drawEllipse(area.center() - QPointF(0, area.height() * 0.08), area.width() * 0.24, area.height() * 0.25);
    painter.setBrush(QColor::fromHsv(whole(random, 0, 359), 120, 90));
    painter.drawEllipse(QPointF(area.center().x(), area.bottom()), area.width() * 0.42, area.height() * 0.24);
    painter.restore();
}

/// Characters of OCR-B, 2.54 mm apart.
void drawZoneLine(QPainter &painter, const QString &line, double x, double baseline, const ZonePrint &print = {})
{
    static const QRawFont font(QStringLiteral("/usr/share/fonts/opentype/ocr-b/OCRB.otf"), 100);
    const auto glyphs = font.glyphIndexesForString(line);
    const double advance = font.advancesForGlyphIndexes(glyphs.mid(0, 1)).value(0).x();
    const double cap = font.pathForGlyph(font.glyphIndexesForString(QStringLiteral("H")).value(0)).boundingRect().height();
    for (qsizetype i = 0; i < glyphs.size(); ++i) {
        QTransform place;
        const double narrower = (1 - print.glyphWidth) / 2;
        place.translate(x + 2.54 * perMm * (static_cast<double>(i) + narrower), baseline);
        place.scale(2.54 * perMm * print.glyphWidth / advance, print.capHeight * perMm / cap);
        painter.fillPath(place.map(font.pathForGlyph(glyphs[i])), QColor(25, 25, 30));
    }
}

void drawLabels(QPainter &painter, const QRectF &area, std::mt19937 &random)
{
    painter.setPen(QColor(40, 40, 70));
    const QStringList words{QStringLiteral("Surname / Nom"), QStringLiteral("GIVEN NAMES"),  QStringLiteral("Nationality"),
                            QStringLiteral("12 AUG 1974"),   QStringLiteral("UTOPIA"),       QStringLiteral("Authority"),
                            QStringLiteral("ERIKSSON"),      QStringLiteral("No. 123456789")};
    double y = area.top();
    while (y < area.bottom()) {
        QFont font(QStringLiteral("DejaVu Sans"));
        font.setPixelSize(int(uniform(random, 1.6, 3.2) * perMm));
        painter.setFont(font);
        painter.drawText(QPointF(area.left(), y), words[whole(random, 0, int(words.size()) - 1)] + QStringLiteral("   ") +
                                                      words[whole(random, 0, int(words.size()) - 1)]);
        y += uniform(random, 4, 7) * perMm;
    }
}

cv::Mat scene(cv::Size size, std::mt19937 &random)
{
    cv::Mat coarse(whole(random, 4, 40), whole(random, 4, 40), CV_8UC3), picture;
    cv::RNG rng(random());
    const int base = whole(random, 40, 200), spread = whole(random, 5, 60);
    rng.fill(coarse, cv::RNG::UNIFORM, std::max(0, base - spread), std::min(255, base + spread));
    cv::resize(coarse, picture, size, 0, 0, cv::INTER_CUBIC);
    cv::cvtColor(picture, picture, cv::COLOR_BGR2BGRA);
    return picture;
}
} // namespace

QImage drawMrzDocument(const QStringList &lines, std::mt19937 &random, const ZonePrint &print)
{
    const auto length = lines.front().size();
    const QSizeF mm = length == 44 ? QSizeF(125, 88) : length == 36 ? QSizeF(105, 74) : QSizeF(85.6, 54);
    QImage image((mm * perMm).toSize(), QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    drawGround(painter, image.size(), random);
    const double lower = (print.linesApart - ZonePrint().linesApart) * static_cast<double>(lines.size() - 1);
    const double zoneTop = mm.height() - (length == 30 ? 17.5 : 16.5) - lower;
    if (length != 30)
        drawPortrait(painter, QRectF(4 * perMm, 18 * perMm, 32 * perMm, (zoneTop - 22) * perMm), random);
    drawLabels(painter, QRectF((length == 30 ? 5 : 40) * perMm, 9 * perMm, 40 * perMm, (zoneTop - 14) * perMm), random);
    const double width = (static_cast<double>(length) - 1) * 2.54 + 1.8;
    const double left = (mm.width() - width) / 2 + uniform(random, -1, 1);
    for (qsizetype i = 0; i < lines.size(); ++i)
        drawZoneLine(painter, lines[i], left * perMm, (zoneTop + 3.2 + print.linesApart * static_cast<double>(i)) * perMm,
                     print);
    return image;
}

QImage drawCnCard(const CnCardText &text, std::mt19937 &random, const ZonePrint &number)
{
    QImage image((QSizeF(85.6, 54) * perMm).toSize(), QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor paper = QColor::fromHsv(whole(random, 190, 220), whole(random, 12, 30), whole(random, 228, 248));
    painter.fillRect(image.rect(), paper);
    painter.setPen(QPen(QColor(205, 222, 236), 2));
    for (double y = 0; y < image.height(); y += 16)
        painter.drawArc(QRectF(-200, y - 160, image.width() + 400, 320), 0, 180 * 16);
    drawPortrait(painter, QRectF(56 * perMm, 9 * perMm, 24 * perMm, 30 * perMm), random);
    const auto put = [&painter](double x, double y, double height, const QColor &colour, const QString &what) {
        QFont font(QStringLiteral("Noto Sans CJK SC"));
        font.setPixelSize(int(height * perMm));
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(QPointF(x * perMm, y * perMm), what);
    };
    const QColor blue(60, 110, 170), black(25, 25, 30);
    put(6, 10.5, 2.6, blue, QStringLiteral("姓名"));
    put(16, 10.7, 3.4, black, text.name);
    put(6, 17, 2.6, blue, QStringLiteral("性别"));
    put(16, 17, 3, black, text.sex);
    put(25, 17, 2.6, blue, QStringLiteral("民族"));
    put(33, 17, 3, black, text.ethnicity);
    put(6, 23.5, 2.6, blue, QStringLiteral("出生"));
    put(15.5, 23.5, 3, black, text.birth.left(4));
    put(24, 23.5, 2.6, blue, QStringLiteral("年"));
    put(28, 23.5, 3, black, QString::number(text.birth.mid(4, 2).toInt()));
    put(33, 23.5, 2.6, blue, QStringLiteral("月"));
    put(37, 23.5, 3, black, QString::number(text.birth.mid(6, 2).toInt()));
    put(42, 23.5, 2.6, blue, QStringLiteral("日"));
    put(6, 30, 2.6, blue, QStringLiteral("住址"));
    for (qsizetype at = 0, row = 0; at < text.address.size(); at += 11, ++row)
        put(16, 30 + 4.6 * static_cast<double>(row), 3, black, text.address.mid(at, 11));
    put(6, 48.5, 2.6, blue, QStringLiteral("公民身份号码"));
    drawZoneLine(painter, text.number, 28.5 * perMm, 48.7 * perMm, number);
    return image;
}

Shot easyShot(std::mt19937 &random)
{
    Shot shot;
    shot.size = whole(random, 0, 1) == 0 ? QSize(1280, 720) : QSize(1920, 1080);
    shot.turn = uniform(random, -5, 5);
    shot.tilt = uniform(random, 0, 6);
    shot.tiltAxis = uniform(random, 0, 360);
    shot.fill = uniform(random, 0.78, 0.95);
    shot.blur = uniform(random, 0, 0.7);
    shot.noise = uniform(random, 0.5, 4);
    shot.jpeg = whole(random, 85, 95);
    return shot;
}

Shot hardShot(std::mt19937 &random)
{
    Shot shot;
    const int kind = whole(random, 0, 9);
    shot.size = kind < 4 ? QSize(1280, 720) : kind < 8 ? QSize(1920, 1080) : QSize(4000, 3000);
    shot.turn = uniform(random, -20, 20) + 90 * whole(random, 0, 3);
    shot.tilt = uniform(random, 5, 25);
    shot.tiltAxis = uniform(random, 0, 360);
    shot.fill = uniform(random, 0.75, 0.95);
    const double unit = shot.size.height() / 720.0;
    shot.blur = uniform(random, 0.3, 1.1) * unit;
    shot.motion = whole(random, 0, 3) == 0 ? uniform(random, 1.5, 3) * unit : 0;
    shot.noise = uniform(random, 2, 10);
    shot.glare = whole(random, 0, 2) == 0 ? uniform(random, 0.1, 0.45) : 0;
    shot.shadow = whole(random, 0, 2) == 0 ? uniform(random, 0.1, 0.5) : 0;
    shot.jpeg = 75;
    return shot;
}

QImage photograph(const QImage &document, const Shot &shot, std::mt19937 &random)
{
    QImage source = document.convertToFormat(QImage::Format_RGB32);
    const cv::Mat flat = view(source);
    const cv::Size size(shot.size.width(), shot.size.height());
    // Corners in the document's plane, tilted about an axis in it, turned, seen from five widths away, and made to fit.
    const double w = flat.cols, h = flat.rows, axis = shot.tiltAxis * CV_PI / 180, tilt = shot.tilt * CV_PI / 180,
                 turn = shot.turn * CV_PI / 180;
    const std::array<cv::Point2d, 4> corners{cv::Point2d{-w / 2, -h / 2}, {w / 2, -h / 2}, {w / 2, h / 2}, {-w / 2, h / 2}};
    std::array<cv::Point2d, 4> seen;
    double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
    for (std::size_t i = 0; i < 4; ++i) {
        const double along = corners[i].x * std::cos(axis) + corners[i].y * std::sin(axis);
        const double across = -corners[i].x * std::sin(axis) + corners[i].y * std::cos(axis);
        const double deep = 1 + across * std::sin(tilt) / (2.5 * w), flatAcross = across * std::cos(tilt) / deep,
                     flatAlong = along / deep;
        const double x = flatAlong * std::cos(axis) - flatAcross * std::sin(axis),
                     y = flatAlong * std::sin(axis) + flatAcross * std::cos(axis);
        seen[i] = {x * std::cos(turn) - y * std::sin(turn), x * std::sin(turn) + y * std::cos(turn)};
        left = std::min(left, seen[i].x), right = std::max(right, seen[i].x), top = std::min(top, seen[i].y),
        bottom = std::max(bottom, seen[i].y);
    }
    const double scale = shot.fill * std::min(size.width / (right - left), size.height / (bottom - top));
    const double slackX = (size.width - scale * (right - left)) / 2, slackY = (size.height - scale * (bottom - top)) / 2;
    const cv::Point2d middle(size.width / 2.0 + uniform(random, -0.8, 0.8) * slackX,
                             size.height / 2.0 + uniform(random, -0.8, 0.8) * slackY);
    std::array<cv::Point2f, 4> from, to;
    for (std::size_t i = 0; i < 4; ++i) {
        from[i] = cv::Point2f(static_cast<float>(corners[i].x + w / 2), static_cast<float>(corners[i].y + h / 2));
        to[i] = cv::Point2f(middle + scale * (seen[i] - cv::Point2d((left + right) / 2, (top + bottom) / 2)));
    }
    cv::Mat soft = flat;
    if (scale < 0.8)
        cv::GaussianBlur(flat, soft, {}, 0.42 / scale);
    cv::Mat picture = scene(size, random);
    cv::warpPerspective(soft, picture, cv::getPerspectiveTransform(from.data(), to.data()), size, cv::INTER_LINEAR,
                        cv::BORDER_TRANSPARENT);
    cv::Mat light;
    picture.convertTo(light, CV_32FC4);
    if (shot.shadow > 0) {
        const double a = uniform(random, 0, 6.28), edge = uniform(random, -0.3, 0.3);
        for (int y = 0; y < size.height; ++y) {
            auto *row = light.ptr<cv::Vec4f>(y);
            for (int x = 0; x < size.width; ++x) {
                const double side =
                    (double(x) / size.width - 0.5) * std::cos(a) + (double(y) / size.height - 0.5) * std::sin(a) - edge;
                row[x] *= static_cast<float>(1 - shot.shadow / (1 + std::exp(-side * 25)));
            }
        }
    }
    if (shot.glare > 0) {
        const double gx = middle.x + uniform(random, -0.3, 0.3) * size.width,
                     gy = middle.y + uniform(random, -0.3, 0.3) * size.height;
        const double radius = uniform(random, 0.05, 0.2) * size.width;
        for (int y = 0; y < size.height; ++y) {
            auto *row = light.ptr<cv::Vec4f>(y);
            for (int x = 0; x < size.width; ++x) {
                const double d2 = ((x - gx) * (x - gx) + (y - gy) * (y - gy)) / (radius * radius);
                if (d2 < 9)
                    row[x] += cv::Vec4f::all(static_cast<float>(255 * shot.glare * std::exp(-d2)));
            }
        }
    }
    if (shot.blur > 0.05)
        cv::GaussianBlur(light, light, {}, shot.blur);
    if (shot.motion > 0) {
        const int half = int(std::ceil(shot.motion));
        cv::Mat kernel = cv::Mat::zeros(2 * half + 1, 2 * half + 1, CV_32F);
        const double a = uniform(random, 0, 3.14);
        cv::line(
            kernel,
            {int(std::lround(half - std::cos(a) * shot.motion / 2)), int(std::lround(half - std::sin(a) * shot.motion / 2))},
            {int(std::lround(half + std::cos(a) * shot.motion / 2)), int(std::lround(half + std::sin(a) * shot.motion / 2))},
            cv::Scalar(1), 1);
        kernel /= cv::sum(kernel)[0];
        cv::filter2D(light, light, -1, kernel);
    }
    cv::Mat noise(size, CV_32FC4);
    cv::RNG rng(random());
    rng.fill(noise, cv::RNG::NORMAL, 0, shot.noise);
    light += noise;
    light.convertTo(picture, CV_8UC4);
    std::vector<uchar> packed;
    cv::cvtColor(picture, picture, cv::COLOR_BGRA2BGR);
    cv::imencode(".jpg", picture, packed, {cv::IMWRITE_JPEG_QUALITY, shot.jpeg});
    return QImage::fromData(packed.data(), int(packed.size())).convertToFormat(QImage::Format_RGB32);
}

QImage drawNoDocument(QSize size, std::mt19937 &random)
{
    QImage image(size, QImage::Format_RGB32);
    scene({size.width(), size.height()}, random).copyTo(view(image));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const int shapes = whole(random, 0, 12);
    for (int i = 0; i < shapes; ++i) {
        painter.save();
        painter.translate(uniform(random, 0, size.width()), uniform(random, 0, size.height()));
        painter.rotate(uniform(random, 0, 360));
        const int kind = whole(random, 0, 4);
        painter.setPen(QPen(QColor(whole(random, 0, 90), whole(random, 0, 90), whole(random, 0, 90)), uniform(random, 1, 6)));
        if (kind == 0) {
            drawPortrait(painter, QRectF(0, 0, uniform(random, 60, 300), uniform(random, 80, 400)), random);
        } else if (kind == 1) {
            for (double x = 0; x < 400; x += uniform(random, 3, 14))
                painter.drawLine(QPointF(x, 0), QPointF(x, 120));
        } else {
            QFont font(kind == 2 ? QStringLiteral("DejaVu Sans Mono") : QStringLiteral("DejaVu Sans"));
            font.setPixelSize(whole(random, 12, 48));
            painter.setFont(font);
            for (int line = 0; line < 4; ++line) {
                QString text;
                for (int c = 0; c < 50; ++c)
                    text += kind == 4                  ? QChar(u'0' + whole(random, 0, 9))
                            : whole(random, 0, 6) == 0 ? QChar(u' ')
                                                       : QChar(u'A' + whole(random, 0, 25) + 32 * whole(random, 0, 1));
                painter.drawText(QPointF(0, font.pixelSize() * 1.7 * line), text);
            }
        }
        painter.restore();
    }
    return image;
}

} // namespace gatehouse::test
