// SPDX-License-Identifier: GPL-3.0-or-later
#include "barcodes.h"

#include "shrink.h"
#include "symboledges.h"
#include "symbolregions.h"

#include <ZXing/ReadBarcode.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>

namespace gatehouse::scanning
{

namespace
{
// A badge's QR code is coarse: more pixels only take time.
constexpr int liveWidth = 1024;
constexpr int stillWidth = 1920;

struct Variant {
    double scale; ///< of the flattened region, as a part of its size in the frame
    double margin;
    bool sharpen;
    bool negative = false; ///< light on dark, as a screen's dark mode shows it: ZXing-C++ 1.4 reads no such symbol
};
// In the order of their success on drawn photographs.
constexpr std::array<Variant, 4> variants{{{1.0, 0.05, false}, {2.0, 0.05, true}, {2.0, 0.09, false}, {1.5, 0.03, true}}};
constexpr qsizetype liveRegions = 3;

QPolygonF outlineOf(const ZXing::Result &found, double scale)
{
    QPolygonF outline;
    for (const ZXing::PointI &corner : found.position())
        outline.append(QPointF(corner.x, corner.y) * scale);
    return outline;
}

QByteArray payloadOf(const ZXing::Result &found)
{
    const ZXing::ByteArray &bytes = found.bytes();
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
}

ZXing::ImageView viewOf(const QImage &gray)
{
    return {gray.constBits(), gray.width(), gray.height(), ZXing::ImageFormat::Lum, int(gray.bytesPerLine())};
}

void sharpen(QImage &gray)
{
    cv::Mat view(gray.height(), gray.width(), CV_8UC1, gray.bits(), size_t(gray.bytesPerLine()));
    cv::Mat soft;
    cv::GaussianBlur(view, soft, {}, 1.6);
    cv::addWeighted(view, 2.2, soft, -1.2, 0, view);
}

// The size at which a module is about three pixels wide: finer sensors only cost time, coarser ones need interpolation.
double scaleFor(const QPolygonF &region, double factor)
{
    const QLineF side(region[0], region[1]);
    constexpr double wanted = 850;
    return factor * std::clamp(wanted / std::max(1.0, side.length()), 0.35, 1.6);
}

// The region with that much around it (in parts of its long side), flattened. What is shrunk much is smoothed before: the
// points of a screen would show a pattern of their own.
QImage flatten(const QImage &gray, const QPolygonF &region, double margin, double scale)
{
    constexpr double much = 0.5;
    if (scale >= much)
        return rectify(gray, region, margin, scale);
    const int around = int(2 * margin * QLineF(region[0], region[1]).length());
    const QRect part = region.boundingRect().toAlignedRect().adjusted(-around, -around, around, around) & gray.rect();
    QImage smooth = gray.copy(part);
    if (smooth.isNull())
        return {};
    const cv::Mat view(smooth.height(), smooth.width(), CV_8UC1, smooth.bits(), size_t(smooth.bytesPerLine()));
    cv::GaussianBlur(view, view, {}, 0.4 / scale);
    return rectify(smooth, region.translated(-part.topLeft()), margin, scale);
}

std::optional<Barcode> readRegion(const QImage &gray, const QPolygonF &region, const Variant &variant)
{
    QImage flat = flatten(gray, region, variant.margin, scaleFor(region, variant.scale));
    if (flat.isNull())
        return std::nullopt;
    if (variant.sharpen)
        sharpen(flat);
    if (variant.negative)
        flat.invertPixels();
    const auto hints = ZXing::DecodeHints()
                           .setFormats(ZXing::BarcodeFormat::PDF417)
                           .setTryRotate(false)
                           .setTryDownscale(false)
                           .setMaxNumberOfSymbols(1);
    for (const bool turned : {false, true}) {
        const QImage picture = turned ? flat.mirrored(true, true) : flat;
        const ZXing::Result found = ZXing::ReadBarcode(viewOf(picture), hints);
        if (found.isValid())
            return Barcode{payloadOf(found), region, true};
    }
    return std::nullopt;
}

// To about that long side: whole halves cost next to nothing, and what is left then may be a little off.
QImage reducedTo(const QImage &gray, int longSide)
{
    constexpr double near = 1.1;
    const cv::Mat whole(gray.height(), gray.width(), CV_8UC1, const_cast<uchar *>(gray.constBits()),
                        size_t(gray.bytesPerLine()));
    cv::Size size = whole.size();
    while (std::max(size.width, size.height) / 2 * near >= longSide)
        size = {size.width / 2, size.height / 2};
    const cv::Mat halved = shrunkTo(whole, size);
    const double rest = double(longSide) / std::max(size.width, size.height);
    if (rest * near < 1)
        size = {int(size.width * rest), int(size.height * rest)};
    QImage small(size.width, size.height, QImage::Format_Grayscale8);
    cv::Mat to(size, CV_8UC1, small.bits(), size_t(small.bytesPerLine()));
    if (halved.size() == size)
        halved.copyTo(to);
    else
        cv::resize(halved, to, size, 0, 0, cv::INTER_LINEAR);
    return small;
}

// Decoding what cannot be a symbol costs ten times as much as to look whether it has bars.
bool mayBeStacked(const Frame &frame, const QPolygonF &region)
{
    const double bars = barsAlong(frame.gray, region);
    return frame.effort == Effort::Live ? bars > 1.5 && bars < 7 : bars > 1.3 && bars < 9;
}

bool isSameRegion(const QPolygonF &a, const QPolygonF &b)
{
    const QLineF side(a[0], a[1]);
    for (qsizetype corner = 0; corner < 4; ++corner) {
        if (QLineF(a[corner], b[corner]).length() > 0.02 * side.length())
            return false;
    }
    return true;
}

// Each region as its sides are seen on a closer look, and a second one from there; none twice.
QList<QPolygonF> closerLook(const QImage &gray, const QList<QPolygonF> &regions)
{
    QList<QPolygonF> closer;
    for (const QPolygonF &region : regions) {
        auto sides = symbolSides(gray, region);
        if (sides && !isSameRegion(region, *sides))
            sides = symbolSides(gray, *sides).value_or(*sides);
        const auto same = [&sides](const QPolygonF &other) { return isSameRegion(other, *sides); };
        if (sides && std::none_of(closer.cbegin(), closer.cend(), same))
            closer.append(*sides);
    }
    return closer;
}

std::optional<Barcode> readAny(const QImage &gray, const QList<QPolygonF> &regions, const Variant &variant)
{
    for (const QPolygonF &region : regions) {
        if (auto found = readRegion(gray, region, variant))
            return found;
    }
    return std::nullopt;
}

Variant negative(Variant variant)
{
    variant.negative = true;
    return variant;
}

// One attempt beyond the plain one at the likeliest region. Of a false symbol each takes about as long as a QR code and text
// anywhere, which is why only every other frame makes one, instead of these.
std::optional<Barcode> readStackedOtherwise(const Frame &frame, const QList<QPolygonF> &regions)
{
    int turn = frame.turn / 2;
    if (isOnDark(frame.gray, regions.constFirst())) {
        if (turn % 2 == 0)
            return readRegion(frame.gray, regions.constFirst(), negative(variants[0]));
        turn /= 2;
    }
    const qsizetype others = std::min(regions.size(), liveRegions) - 1;
    const qsizetype attempt = turn % (others + 2);
    if (attempt < others)
        return readRegion(frame.gray, regions[attempt + 1], variants[0]);
    return readAny(frame.gray, closerLook(frame.gray, regions.first(1)), variants[size_t(attempt - others)]);
}

std::optional<Barcode> readStacked(const Frame &frame, const QList<QPolygonF> &regions)
{
    if (auto found = readAny(frame.gray, regions, variants[0]))
        return found;
    const QList<QPolygonF> closer = closerLook(frame.gray, regions);
    for (const Variant &variant : variants) {
        if (auto found = readAny(frame.gray, closer, variant))
            return found;
    }
    for (const Variant &variant : variants) {
        if (auto found = readAny(frame.gray, regions, variant))
            return found;
    }
    return std::nullopt;
}

std::optional<Barcode> readNegative(const Frame &frame, const QList<QPolygonF> &regions)
{
    for (const Variant &variant : variants) {
        if (auto found = readAny(frame.gray, regions, negative(variant)))
            return found;
    }
    return std::nullopt;
}

// Every fourth live frame, of those that make one attempt at the likeliest region, looks for something rarer instead of the
// usual: for symbols of large modules, and for a QR code that is light on dark.
bool looksForRarer(const Frame &frame)
{
    return frame.effort == Effort::Live && frame.turn % 4 == 2;
}

// The first regions that have bars, `most` of them. The lenient and the strict look often see almost the same one: enough for a
// live frame, while a still picture gets each chance.
QList<QPolygonF> likelyStacked(const Frame &frame, const QList<QPolygonF> &regions, qsizetype most)
{
    QList<QPolygonF> looked;
    QList<QPolygonF> likely;
    for (const QPolygonF &region : regions) {
        const auto same = [&region](const QPolygonF &other) { return isSameRegion(other, region); };
        if (frame.effort == Effort::Live && std::any_of(looked.cbegin(), looked.cend(), same))
            continue;
        looked.append(region);
        if (mayBeStacked(frame, region))
            likely.append(region);
        if (likely.size() == most)
            break;
    }
    return likely;
}

void searchStacked(const Frame &frame, BarcodeSearch &search)
{
    const bool onlyLikeliest = frame.effort == Effort::Live && frame.turn % 2 == 0;
    const QList<QPolygonF> likely = likelyStacked(frame, search.regions, onlyLikeliest ? 1 : search.regions.size());
    if (likely.isEmpty())
        return;
    std::optional<Barcode> found;
    if (frame.effort == Effort::Still) {
        found = readStacked(frame, likely);
    } else if (onlyLikeliest) {
        found = readRegion(frame.gray, likely.constFirst(), variants[0]);
    } else {
        found = readStackedOtherwise(frame, likely);
        search.timeSpent = true;
    }
    if (found)
        search.barcodes.append(*found);
}

void readWhole(const QImage &gray, ZXing::BarcodeFormats formats, bool hard, double scale, QList<Barcode> &barcodes)
{
    // ZXing-C++ 1.4, in Debian with its assertions, ends the program when it sees a symbol of lines at two sizes of the picture
    // and compares the two. It compares none when it is to stop at the first.
    const bool ofLines = formats.testFlags(ZXing::BarcodeFormat::LinearCodes);
    const auto hints =
        ZXing::DecodeHints().setFormats(formats).setTryHarder(hard).setTryRotate(hard).setMinLineCount(4).setMaxNumberOfSymbols(
            ofLines ? 1 : 4);
    for (const ZXing::Result &found : ZXing::ReadBarcodes(viewOf(gray), hints)) {
        if (found.isValid())
            barcodes.append({payloadOf(found), outlineOf(found, scale), found.format() == ZXing::BarcodeFormat::PDF417});
    }
}

void searchNegative(const Frame &frame, QImage reduced, double scale, BarcodeSearch &search)
{
    const QList<QPolygonF> likely = likelyStacked(frame, search.regions, search.regions.size());
    if (const auto found = readNegative(frame, closerLook(frame.gray, likely) + likely)) {
        search.barcodes.append(*found);
        return;
    }
    reduced.invertPixels();
    readWhole(reduced, ZXing::BarcodeFormat::QRCode, true, scale, search.barcodes);
}
} // namespace

BarcodeSearch findBarcodes(const Frame &frame)
{
    using Format = ZXing::BarcodeFormat;
    BarcodeSearch search;
    search.regions = looksForRarer(frame) ? findCoarseRegions(frame.gray) : findDenseRegions(frame.gray, frame.effort);
    searchStacked(frame, search);
    if (!search.barcodes.isEmpty() || search.timeSpent)
        return search;
    const int longSide = std::max(frame.gray.width(), frame.gray.height());
    const bool still = frame.effort == Effort::Still;
    const int width = still ? stillWidth : liveWidth;
    const bool reduce = longSide > width;
    QImage reduced = reduce ? reducedTo(frame.gray, width) : frame.gray;
    if (looksForRarer(frame))
        reduced.invertPixels();
    const double scale = double(longSide) / std::max(reduced.width(), reduced.height());
    // A symbol that its own search did not read may stand beside a QR code, as on the back of many a licence.
    const bool stacked = still && !likelyStacked(frame, search.regions, 1).isEmpty();
    if (stacked)
        readWhole(reduced, Format::PDF417, true, scale, search.barcodes);
    readWhole(reduced, Format::QRCode, still, scale, search.barcodes);
    if (search.barcodes.isEmpty() && still) {
        const ZXing::BarcodeFormats others = Format::DataMatrix | Format::Aztec;
        readWhole(reduced, stacked ? others : others | Format::PDF417, true, scale, search.barcodes);
        if (search.barcodes.isEmpty())
            searchNegative(frame, reduced, scale, search);
        if (search.barcodes.isEmpty())
            readWhole(reduced, Format::LinearCodes, true, scale, search.barcodes);
    }
    return search;
}

} // namespace gatehouse::scanning
