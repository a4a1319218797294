// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documentreader.h"
#include "parsing/payload.h"

#include <QByteArray>
#include <QDate>

namespace gatehouse::scanning
{

/// What one picture showed, and what was measured on the way (for guidance and for drawing over the live picture).
struct FrameResult {
    ScanResult result; ///< kind None when nothing was read
    QPolygonF outline; ///< of the document in pixels of the picture; empty when none was found
    QPolygonF part;    ///< what was read of it (a zone, a symbol, a card's front)
    QImage portrait;   ///< cropped from the document; may be null
    bool conclusive = false;
    Guidance guidance = Guidance::ShowDocument;
};

/// Finds and reads the document in a picture: barcodes first (PDF417 of a licence, badge and invitation QR), then the
/// document readers. `today` is the local date that centuries and births are judged by. Holds no picture after it returns. One
/// thread at a time. Never throws: what goes wrong inside the engines ends in "none" (scanImage) or in an Error whose detail
/// names the trouble (scanFile).
class Scanner
{
public:
    explicit Scanner(DocumentReaders readers = documentReaders());
    ~Scanner();
    Scanner(const Scanner &) = delete;
    Scanner &operator=(const Scanner &) = delete;

    /// Checks the signature of badges and invitations from now on.
    void setTokenVerifier(TokenVerifier verifier);

    [[nodiscard]] FrameResult scanImage(const QImage &picture, QDate today, Effort effort = Effort::Still);

    /// Whether the picture shows an identity document of somebody else beside the one that was found in it: whose it is must
    /// not be left to chance. Looks at the rest of the picture as at some live frames, so what is hard to read there is not
    /// seen. Forgets what earlier live frames showed.
    [[nodiscard]] bool showsAnother(const QImage &picture, QDate today, const FrameResult &found);

    /// Reads an image file of any size and colour depth, turned as its EXIF data says. Of an animation the first
    /// frame counts. Fails with NotFound (or not to be read) or Invalid (empty, truncated, a folder, a pipe or a device, not a
    /// photograph, larger than 100 megapixels, or 32 in a format that cannot be reduced while it is decoded; or documents of
    /// two people or two badges in it), or Internal (an engine gave up on it; which says a log line for developers).
    [[nodiscard]] Result<ScanResult> scanFile(const QString &path, QDate today);

    /// Forgets what earlier live frames showed.
    void forget();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// The picture in a file, upright and in 8-bit RGB, reduced to at most 24 megapixels. Errors as Scanner::scanFile().
[[nodiscard]] Result<QImage> loadPicture(const QString &path);

/// Whether a JPEG, GIF or BMP file ends before its picture does: such a file still opens, with an empty rest.
bool isCutShort(const QString &path);

} // namespace gatehouse::scanning
