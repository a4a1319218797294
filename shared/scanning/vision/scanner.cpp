// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner.h"

#include "barcodes.h"
#include "base/logging.h"
#include "framemeasure.h"

#include <exception>

namespace gatehouse::scanning
{

struct Scanner::Private {
    DocumentReaders readers;
    TokenVerifier verifier;

    std::optional<Reading> readBarcodes(const Frame &frame) const;
    std::optional<Reading> readDocuments(const Frame &frame) const;
};

namespace
{
Frame makeFrame(const QImage &picture, Effort effort)
{
    Frame frame;
    frame.colour = picture.convertToFormat(QImage::Format_RGB32);
    frame.gray = picture.convertToFormat(QImage::Format_Grayscale8);
    frame.effort = effort;
    return frame;
}

FrameResult frameResult(const Frame &frame, const Reading &reading)
{
    FrameResult found{reading.result, reading.outline, reading.portrait, reading.conclusive, Guidance::Reading};
    if (found.outline.isEmpty() && !frame.cards.isEmpty())
        found.outline = frame.cards.constFirst();
    if (reading.hint)
        found.guidance = *reading.hint;
    else if (reading.result.kind == Kind::None)
        found.guidance = guidanceFor(measureFrame(frame.gray, found.outline), !found.outline.isEmpty());
    return found;
}
} // namespace

std::optional<Reading> Scanner::Private::readBarcodes(const Frame &frame) const
{
    std::optional<Reading> other;
    for (const Barcode &barcode : findBarcodes(frame).barcodes) {
        Reading reading{parsePayload(barcode.payload, verifier), barcode.outline, {}, true, {}};
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
        if (reading && reading->result.kind != Kind::None)
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

FrameResult Scanner::scanImage(const QImage &picture, Effort effort)
try {
    if (picture.isNull())
        return {};
    const Frame frame = makeFrame(picture, effort);
    const auto barcode = d->readBarcodes(frame);
    if (barcode && barcode->result.kind != Kind::Barcode)
        return frameResult(frame, *barcode);
    // A document that carries some other barcode is still that document.
    const auto document = d->readDocuments(frame);
    if (document && document->result.kind != Kind::None)
        return frameResult(frame, *document);
    if (barcode)
        return frameResult(frame, *barcode);
    return frameResult(frame, document.value_or(Reading{}));
} catch (const std::exception &error) {
    qCWarning(lcScan) << "a picture could not be scanned:" << error.what();
    return {};
}

Result<ScanResult> Scanner::scanFile(const QString &path)
{
    GATEHOUSE_TRY_ASSIGN(const QImage picture, loadPicture(path));
    return scanImage(picture, Effort::Still).result;
}

void Scanner::forget()
{
    for (const auto &reader : d->readers)
        reader->forget();
}

} // namespace gatehouse::scanning
