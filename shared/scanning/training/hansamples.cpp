// SPDX-License-Identifier: GPL-3.0-or-later
#include "hansamples.h"

#include "vision/cnidrows.h"
#include "vision/hanshapes.h"

#include <QFont>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QStringDecoder>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace gatehouse::scanning::training
{

namespace
{
constexpr double em = 64;       ///< pixels of a drawn character
constexpr double margin = 48;   ///< around a drawn row
constexpr double readEm = 37.4; ///< 3.4 mm at the resolution in which the reader sees a card

cv::Matx33d scaledAndTurned(double sx, double sy, double degrees, const cv::Point2d &from, const cv::Point2d &to)
{
    const double a = degrees * CV_PI / 180, c = std::cos(a), s = std::sin(a);
    const cv::Matx33d turn(sx * c, -sy * s, 0, sx * s, sy * c, 0, 0, 0, 1);
    const cv::Matx33d back(1, 0, -from.x, 0, 1, -from.y, 0, 0, 1), forth(1, 0, to.x, 0, 1, to.y, 0, 0, 1);
    return forth * turn * back;
}

/// The box of the ink in an evened picture, as the finder of rows makes it.
cv::Rect inkBox(const cv::Mat &evened)
{
    cv::Mat ink;
    cv::threshold(evened, ink, 128, 255, cv::THRESH_BINARY_INV);
    cv::morphologyEx(ink, ink, cv::MORPH_OPEN, cv::Mat::ones(2, 2, CV_8U)); // grains of noise are none
    return cv::boundingRect(ink);
}
} // namespace

QString knownHanCharacters()
{
    QStringDecoder decoder("GB2312");
    QString all;
    for (int row = 0xb0; row <= 0xf7; ++row) {
        for (int cell = 0xa1; cell <= 0xfe; ++cell) {
            const QString character = decoder.decode(QByteArray().append(char(row)).append(char(cell)));
            if (character.size() == 1 && character[0].script() == QChar::Script_Han)
                all += character;
        }
    }
    // In names often enough to be met, and not among the 6,763 of 1980.
    const QString more = QStringLiteral(
        "喆堃玥璟祎翀昇淼骉頔赟晞昉玘琇珺珅琬琰瑀璠瑄瑗瑷珣珈珩玹珵濛淏湜溱潆沄沺洺浠烜焜炘曌暄昀旸玟妤婳媞嬿甯荺芃苡"
        "彧翊翾鋆锴镕淦垚焱犇暐珲琤琯瑨璘璈璆璋珏玚玙晙昳晗曈劼勍勖俶倢冼仝佺佶伲媄婕媗姵姝妡妧嫄嬅峣嵘峤崟"
        "弢忻恺惇悕愔懋戬扆旻昊晁晔晖暘朕杺柃栩桢梓椤楠榕榛槿樾橦檬沁沅泓泠洧涑涵淇淩渲湉滉漪潇澔澜灏炅炆炜"
        "烊焓煜煦熤燚燊牧珑琛琨琳瑛瑶瑾璎瓒甄畅皓睿矞祯祾禛禾竑竣笙筠箐篪粲绚绮缙翔聿胤舸芊芷苏茉茗荃莞菁菀"
        "萌葳蓁蔚蕊薇藜蘅虓衎衡袆裎觐訚訢诗谦谞豫贇轩轶迦逸遥邈郗酉钊钧铠铭锦镠闫闵陌隽霂霄霏靓靖韫韬颀飏馨"
        "驰骁骅骏骞鸢鹂鹭麒麟黛龑");
    for (const QChar character : more) {
        if (!all.contains(character))
            all += character;
    }
    return all;
}

HanSampler::HanSampler(const QStringList &families, std::uint32_t seed) : m_random(seed)
{
    for (const QString &family : families) {
        for (const bool bold : {false, true}) {
            QFont font(family);
            font.setStyleStrategy(QFont::NoFontMerging);
            font.setPixelSize(int(em));
            font.setBold(bold);
            const QRawFont raw = QRawFont::fromFont(font, QFontDatabase::SimplifiedChinese);
            // A family without bold answers with the same face again.
            const bool known = raw.isValid() && raw.familyName() == family &&
                               std::none_of(m_fonts.cbegin(), m_fonts.cend(), [&raw](const QRawFont &f) { return f == raw; });
            if (known)
                m_fonts.push_back(raw);
        }
    }
}

cv::Mat HanSampler::drawn(const QString &text)
{
    const auto *font = &m_fonts[std::uniform_int_distribution<std::size_t>(0, m_fonts.size() - 1)(m_random)];
    if (font->glyphIndexesForString(text).contains(0U))
        font = &m_fonts.front();
    const auto glyphs = font->glyphIndexesForString(text);
    const double pitch = em * uniform(1, 1.06);
    QImage image(int(pitch * double(text.size()) + 2 * margin), int(em + 2 * margin), QImage::Format_Grayscale8);
    const int paper = int(uniform(185, 250)), ink = int(uniform(15, 80));
    image.fill(QColor(paper, paper, paper));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    if (chance(0.6)) {
        const int faint = paper - int(uniform(5, 35));
        painter.setPen(QPen(QColor(faint, faint, faint), uniform(1, 3)));
        for (double y = -200; y < image.height(); y += uniform(10, 30))
            painter.drawArc(QRectF(-100, y, image.width() + 200, 200), 0, 180 * 16);
    }
    const QColor colour(ink, ink, ink);
    const double weight = uniform(-1.5, 2.5);
    for (qsizetype i = 0; i < glyphs.size(); ++i) {
        QPainterPath path = font->pathForGlyph(glyphs[i]);
        path.translate(margin + pitch * double(i), margin + 0.86 * em);
        painter.fillPath(path, colour);
        if (std::abs(weight) > 0.2)
            painter.strokePath(path, QPen(weight > 0 ? colour : QColor(paper, paper, paper), std::abs(weight)));
    }
    painter.end();
    return cv::Mat(image.height(), image.width(), CV_8U, image.bits(), std::size_t(image.bytesPerLine())).clone();
}

cv::Mat HanSampler::photographed(const cv::Mat &drawn, double pixelsPerCharacter)
{
    const double scale = pixelsPerCharacter / em;
    cv::Mat soft, picture;
    cv::GaussianBlur(drawn, soft, {}, std::max(0.3, 0.42 / scale));
    const cv::Size size(int(drawn.cols * scale * 1.1), int(drawn.rows * scale * 1.2));
    const cv::Matx33d place = scaledAndTurned(scale * uniform(0.95, 1.05), scale * uniform(0.95, 1.05), uniform(-1.2, 1.2),
                                              {drawn.cols / 2.0, drawn.rows / 2.0},
                                              {size.width / 2.0 + uniform(0, 1), size.height / 2.0 + uniform(0, 1)});
    cv::warpPerspective(soft, picture, place, size, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    picture.convertTo(picture, CV_32F, uniform(0.6, 1.1));
    const double detail = std::max(1.0, pixelsPerCharacter / 24);
    cv::GaussianBlur(picture, picture, {}, uniform(0.15, 1.15) * detail);
    if (chance(0.25)) {
        cv::Mat kernel = cv::Mat::zeros(5, 5, CV_32F);
        const double a = uniform(0, CV_PI), reach = uniform(0.7, 1.5);
        cv::line(kernel, cv::Point(int(std::lround(2 - std::cos(a) * reach)), int(std::lround(2 - std::sin(a) * reach))),
                 cv::Point(int(std::lround(2 + std::cos(a) * reach)), int(std::lround(2 + std::sin(a) * reach))),
                 cv::Scalar(1));
        cv::filter2D(picture, picture, -1, kernel / cv::sum(kernel)[0]);
    }
    cv::Mat noise(picture.size(), CV_32F);
    cv::RNG(m_random()).fill(noise, cv::RNG::NORMAL, 0, uniform(0.5, 9));
    picture += noise;
    picture.convertTo(picture, CV_8U);
    std::vector<uchar> packed;
    cv::imencode(".jpg", picture, packed, {cv::IMWRITE_JPEG_QUALITY, int(uniform(72, 96))});
    return cv::imdecode(packed, cv::IMREAD_GRAYSCALE);
}

std::vector<cv::Mat> HanSampler::cells(const QString &text)
{
    const double seen = std::exp(uniform(std::log(16), std::log(46)));
    cv::Mat picture = photographed(drawn(text), seen);
    const double back = readEm / seen * uniform(0.95, 1.05);
    cv::Mat flat;
    const cv::Size size(int(picture.cols * back), int(picture.rows * back));
    const cv::Matx33d place = scaledAndTurned(back, back * uniform(0.95, 1.05), uniform(-0.7, 0.7),
                                              {picture.cols / 2.0, picture.rows / 2.0}, {size.width / 2.0, size.height / 2.0});
    cv::warpPerspective(picture, flat, place, size, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    const cv::Mat evened = evenedPaper(flat);
    std::vector<cv::Mat> cells;
    for (const cv::Rect &cell : hanCells(evened, inkBox(evened), int(text.size())))
        cells.push_back(evened(cell).clone());
    return cells.size() == std::size_t(text.size()) ? cells : std::vector<cv::Mat>();
}

} // namespace gatehouse::scanning::training
