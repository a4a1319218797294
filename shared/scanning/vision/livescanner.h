// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "scanner.h"

#include <QMetaType>
#include <QObject>

namespace gatehouse::scanning
{

/// What the live scanner decided.
struct LiveResult {
    ScanResult result;
    QImage picture;  ///< the frame that was decided on, or the last that said what was decided
    QImage portrait; ///< cropped from the document that was decided, never from one shown before it; may be null
    int frames = 0;  ///< that were looked at since the document came into view
    /// The other side has the holder's picture, which this side does not: see LiveScanner::lookForPortrait().
    bool otherSideAdds = false;
};

/// Watches a camera's frames until a document is read: several frames vote, an error-corrected symbol decides alone. Meanwhile
/// it says what the person should do and where the document is.
///
/// Lives in the thread that made it and scans on a thread of its own; submit() never waits, the newest frame wins. After
/// decided() it rests until restart(). A barcode that is no document (Kind::Barcode) is decided only when nothing better came
/// within a second. Frames and results are forgotten on restart(), stop() and destruction.
class LiveScanner : public QObject
{
    Q_OBJECT

public:
    using ScannerFactory = std::function<std::unique_ptr<Scanner>()>;

    /// Each frame is read by the local date of the clock. The factory makes the scanner on the scanning thread; the default is
    /// a Scanner with all readers of this build.
    explicit LiveScanner(const Clock &clock, ScannerFactory factory = {}, QObject *parent = nullptr);
    ~LiveScanner() override;

    Guidance guidance() const;

public Q_SLOTS:
    /// Connect FrameSource::frame to this.
    void submit(const QImage &picture);
    /// Begins anew, for the next side or the next visitor.
    void restart();
    /// After decided() with otherSideAdds: watches for the other side of that card and cuts the holder's picture out of it.
    /// Guidance is TurnOver while the side that was read is still shown. Ends with portraitFound(), or by restart() or stop()
    /// when the person would rather go on without.
    void lookForPortrait();
    /// Rests until restart().
    void stop();

Q_SIGNALS:
    void guidanceChanged(gatehouse::scanning::Guidance guidance);
    /// Corners of the document in pixels of a frame of that size; empty when none is in view.
    void outlineChanged(const QPolygonF &outline, const QSize &frameSize);
    void decided(const gatehouse::scanning::LiveResult &result);
    void portraitFound(const QImage &portrait, const QImage &picture);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gatehouse::scanning

Q_DECLARE_METATYPE(gatehouse::scanning::LiveResult)
Q_DECLARE_METATYPE(gatehouse::scanning::Guidance)
