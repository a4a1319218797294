// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner.h"

#include "barcodes.h"
#include "base/logging.h"
#include "cardoutlines.h"
#include "emptyresult.h"
#include "framemeasure.h"
#include "parsing/documentkind.h"

#include <QPainter>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <exception>

namespace gatehouse::scanning
{

struct Scanner::Private {
    DocumentReaders readers;
    TokenVerifier verifier;
    int turn = 0; ///< of the next live frame, as Frame has them
    int textTurn = 0;

    void countTurn(const Frame &frame, const ScanResult &result);

    std::optional<Reading> readBarcodes(const BarcodeSearch &search, QDate today) const;
    std::optional<Reading> readDocuments(const Frame &frame) const;
    FrameResult scan(Frame &frame);
    FrameResult scan(const QImage &picture, QDate today, Effort effort);
    bool showsAnother(const QImage &picture, QDate today, const FrameResult &found, Effort effort);
    bool showsOtherBadge(const QImage &picture, QDate today, const FrameResult &found);
    void forget();
};

namespace
{
// Several times as fast as QImage's own conversion, which shows at 30 frames a second.
QImage grayOf(const QImage &colour)
{
    QImage gray(colour.size(), QImage::Format_Grayscale8);
    const cv::Mat from(colour.height(), colour.width(), CV_8UC4, const_cast<uchar *>(colour.constBits()),
                       size_t(colour.bytesPerLine()));
    cv::Mat to(gray.height(), gray.width(), CV_8UC1, gray.bits(), size_t(gray.bytesPerLine()));
    cv::cvtColor(from, to, cv::COLOR_BGRA2GRAY);
    return gray;
}

// What was photographed in little light has all its grey values near black, and print that a person still reads is fainter
// there than what the readers take for print. A live frame is not changed: its visitor is asked for light.
void brightenDark(QImage &gray)
{
    constexpr double light = 200, dark = 110, most = 6, share = 0.98;
    cv::Mat view(gray.height(), gray.width(), CV_8UC1, gray.bits(), size_t(gray.bytesPerLine()));
    std::array<int, 256> counts{};
    int all = 0;
    for (int y = 0; y < view.rows; y += 4) {
        const auto *row = view.ptr<uchar>(y);
        for (int x = 0; x < view.cols; x += 4, ++all)
            ++counts[row[x]];
    }
    int bright = 0;
    for (int below = counts[0]; bright < 255 && below < share * all; below += counts[size_t(bright)])
        ++bright;
    if (bright < dark)
        view.convertTo(view, -1, std::min(most, light / std::max(1, bright)));
}

Frame makeFrame(const QImage &picture, QDate today, Effort effort)
{
    Frame frame;
    frame.colour = picture.convertToFormat(QImage::Format_RGB32);
    frame.gray = grayOf(frame.colour);
    if (effort == Effort::Still)
        brightenDark(frame.gray);
    frame.today = today;
    frame.effort = effort;
    return frame;
}

// Smaller than what can be read. No document and no line of one is that thin: the longest, of 44 characters, is 40 times as
// long as it is high. What is thinner has no pixels left when it is reduced.
bool isTooSmall(const QSize &size)
{
    constexpr int leastSide = 32; // pixels: the shortest line that can be read needs more
    constexpr int thinnest = 100;
    const int shorter = std::min(size.width(), size.height());
    return shorter < leastSide || std::max(size.width(), size.height()) / shorter >= thinnest;
}

// The card that holds the part that was read, or the part itself where no card's edge was seen.
QPolygonF outlineFor(const Frame &frame, const QPolygonF &part)
{
    const QPointF middle = part.boundingRect().center();
    for (const QPolygonF &card : frame.cards) {
        if (part.isEmpty() || card.containsPoint(middle, Qt::OddEvenFill))
            return card;
    }
    return part;
}

FrameResult frameResult(const Frame &frame, const Reading &reading)
{
    FrameResult found{reading.result,     outlineFor(frame, reading.outline),
                      reading.outline,    reading.portrait,
                      reading.conclusive, Guidance::Reading};
    if (reading.hint)
        found.guidance = *reading.hint;
    else if (isNothing(reading.result))
        found.guidance = guidanceFor(measureFrame(frame.gray, found.outline), !found.outline.isEmpty());
    return found;
}

// Two documents of one person are one visitor's: a visa and its passport, a licence that carries a symbol and a zone.
bool isSameHolder(const ScanResult &one, const ScanResult &other)
{
    const auto same = [&](const QString &name) { return one.value(name) == other.value(name); };
    if (one.kind == other.kind)
        return same(QStringLiteral("documentNumber"));
    return same(QStringLiteral("birthDate"));
}

// The picture without what was read in it and a margin around.
QImage restOf(const QImage &picture, const QPolygonF &part)
{
    QImage rest = picture.convertToFormat(QImage::Format_RGB32);
    const QSizeF size = part.boundingRect().size();
    QPainter painter(&rest);
    painter.setBrush(Qt::gray);
    painter.setPen(QPen(Qt::gray, 0.1 * std::min(size.width(), size.height())));
    painter.drawPolygon(part);
    return rest;
}
} // namespace

std::optional<Reading> Scanner::Private::readBarcodes(const BarcodeSearch &search, QDate today) const
{
    std::optional<Reading> other;
    for (const Barcode &barcode : search.barcodes) {
        Reading reading{parsePayload(barcode.payload, today, verifier), barcode.outline, {}, true, {}};
        if (reading.result.kind != Kind::Barcode && reading.result.kind != Kind::None)
            return reading;
        if (!other && reading.result.kind == Kind::Barcode)
            other = reading;
    }
    return other;
}

std::optional<Reading> Scanner::Private::readDocuments(const Frame &frame) const
{
    std::optional<Reading> hint;
    for (const auto &reader : readers) {
        auto reading = reader->read(frame);
        if (reading && !isNothing(reading->result))
            return reading;
        if (reading && !hint)
            hint = std::move(reading);
    }
    return hint;
}

Scanner::Scanner(DocumentReaders readers) : d(std::make_unique<Private>())
{
    d->readers = std::move(readers);
}

Scanner::~Scanner() = default;

void Scanner::setTokenVerifier(TokenVerifier verifier)
{
    d->verifier = std::move(verifier);
}

// Where something was read the next frame looks as well, so that several can vote.
void Scanner::Private::countTurn(const Frame &frame, const ScanResult &result)
{
    if (frame.effort == Effort::Live && isNothing(result))
        ++turn;
}

FrameResult Scanner::Private::scan(const QImage &picture, QDate today, Effort effort)
{
    if (isTooSmall(picture.size()))
        return {};
    Frame frame = makeFrame(picture, today, effort);
    frame.turn = turn;
    frame.textTurn = textTurn;
    const FrameResult found = scan(frame);
    countTurn(frame, found.result);
    return found;
}

FrameResult Scanner::scanImage(const QImage &picture, QDate today, Effort effort)
try {
    return d->scan(picture, today, effort);
} catch (const std::exception &error) {
    qCWarning(lcScan) << "a picture could not be scanned:" << error.what();
    return {};
}

FrameResult Scanner::Private::scan(Frame &frame)
{
    const BarcodeSearch search = findBarcodes(frame);
    const auto barcode = readBarcodes(search, frame.today);
    if (barcode && barcode->result.kind != Kind::Barcode)
        return frameResult(frame, *barcode);
    frame.cards = findCards(frame.gray);
    // A document that carries some other barcode is still that document.
    std::optional<Reading> document;
    if (!search.timeSpent) {
        document = readDocuments(frame);
        ++textTurn;
    }
    if (document && !isNothing(document->result))
        return frameResult(frame, *document);
    if (barcode)
        return frameResult(frame, *barcode);
    Reading unread = document.value_or(Reading{});
    if (unread.outline.isEmpty() && !search.regions.isEmpty())
        unread.outline = search.regions.constFirst();
    return frameResult(frame, unread);
}

bool Scanner::Private::showsAnother(const QImage &picture, QDate today, const FrameResult &found, Effort effort)
{
    const int looks = effort == Effort::Live ? 3 : 1; // a live frame is searched in one of several places, see Frame::turn
    if (!isDocument(found.result) || found.part.isEmpty())
        return false;
    const QImage rest = restOf(picture, found.part);
    bool another = false;
    forget();
    for (int look = 0; look < looks && !another; ++look) {
        const ScanResult beside = scan(rest, today, effort).result;
        another = beside.valid && isDocument(beside) && !isSameHolder(found.result, beside);
    }
    forget();
    return another;
}

// A badge answers for itself alone: which of two it was would be left to chance.
bool Scanner::Private::showsOtherBadge(const QImage &picture, QDate today, const FrameResult &found)
{
    if (found.result.kind != Kind::Badge || found.part.isEmpty())
        return false;
    const ScanResult beside = scan(restOf(picture, found.part), today, Effort::Still).result;
    return beside.kind == Kind::Badge && beside.raw != found.result.raw;
}

bool Scanner::showsAnother(const QImage &picture, QDate today, const FrameResult &found)
try {
    return d->showsAnother(picture, today, found, Effort::Live);
} catch (const std::exception &error) {
    qCWarning(lcScan) << "a picture could not be searched for another document:" << error.what();
    return false;
}

Result<ScanResult> Scanner::scanFile(const QString &path, QDate today)
try {
    GATEHOUSE_TRY_ASSIGN(const QImage picture, loadPicture(path));
    const FrameResult found = d->scan(picture, today, Effort::Still);
    const ScanResult &result = found.result;
    // What is left of a damaged file may still show the document; if it does not, the damage is the answer.
    if (isNothing(result) && isCutShort(path))
        return fail(ErrorCode::Invalid, QStringLiteral("the image is damaged: the file ends too early"));
    if (d->showsAnother(picture, today, found, Effort::Still))
        return fail(ErrorCode::Invalid, QStringLiteral("the picture shows documents of two people: show one at a time"));
    if (d->showsOtherBadge(picture, today, found))
        return fail(ErrorCode::Invalid, QStringLiteral("the picture shows two badges: show one badge at a time"));
    return result;
} catch (const std::exception &error) {
    // What an engine says names its own source files: no sentence for who asked.
    qCDebug(lcScan) << "a file could not be scanned:" << error.what();
    return fail(ErrorCode::Internal, QStringLiteral("the picture could not be searched for a document"));
}

void Scanner::Private::forget()
{
    for (const auto &reader : readers)
        reader->forget();
    turn = 0;
    textTurn = 0;
}

void Scanner::forget()
{
    d->forget();
}

} // namespace gatehouse::scanning
