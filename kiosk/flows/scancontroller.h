// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include "vision/livescanner.h"

#include <QObject>
#include <QVariantList>

#include <memory>

namespace gatehouse::kiosk
{

/// What the camera sees, for the pages that scan: guidance, outline, and the card with what was read. It runs at rest too, so
/// that showing a document, badge or invitation starts the right flow. Forgets everything on reset(). GUI thread only.
class ScanController : public QObject
{
    Q_OBJECT
    /// "off" | "looking" | "found" (result holds fields) | "other" (something else than was asked for, see guidanceText) |
    /// "lost" (camera)
    Q_PROPERTY(QString state READ state NOTIFY stateChanged)
    /// "show-document" "closer" "hold-still" "glare" "dark" "turn-over" "partly-outside" "one-document" "reading" "done"
    /// "camera-lost" "not-a-document" "not-a-badge" "not-an-invitation" "not-read" "nothing-read" "show-badge"
    /// "show-invitation" "other-side"
    Q_PROPERTY(QString guidance READ guidance NOTIFY guidanceChanged)
    Q_PROPERTY(QString guidanceText READ guidanceText NOTIFY guidanceChanged)
    Q_PROPERTY(bool cameraWorks READ cameraWorks NOTIFY stateChanged)
    Q_PROPERTY(bool found READ found NOTIFY stateChanged)
    /// The document was read; its other side has the holder's picture and is looked for. Nobody has to show it.
    Q_PROPERTY(bool wantsOtherSide READ wantsOtherSide NOTIFY stateChanged)
    /// Corners {x, y} as fractions of the frame's width and height (not mirrored); empty while nothing is found.
    Q_PROPERTY(QVariantList outline READ outline NOTIFY outlineChanged)
    Q_PROPERTY(double frameRatio READ frameRatio NOTIFY outlineChanged) ///< width / height of the camera's picture
    /// "Driver licence", "ID card"; empty until found
    Q_PROPERTY(QString documentName READ documentName NOTIFY resultChanged)
    /// {name, label, value, trust: "checked" "read" "unsure", or empty of a date that is none; warning: sentence or empty}
    Q_PROPERTY(QVariantList resultFields READ resultFields NOTIFY resultChanged)
    /// Some field is unsure: the page says so, and next() leads through details first. Not for a date that cannot be, which
    /// has a sentence of its own and is the guard's to look at.
    Q_PROPERTY(bool needsConfirmation READ needsConfirmation NOTIFY resultChanged)
    /// Something that the document must have was not read, or contradicts itself, and it is more than a birth that cannot be.
    Q_PROPERTY(bool incomplete READ incomplete NOTIFY resultChanged)

public:
    enum class Wanted { Nothing, Anything, Document, Badge, Invitation };

    explicit ScanController(Services &services, QObject *parent = nullptr);
    ~ScanController() override;

    /// Forgets what was read and looks again.
    Q_INVOKABLE void scanAgain();
    /// Leaves the camera and types by hand.
    Q_INVOKABLE void typeInstead();

    QString state() const;
    QString guidance() const;
    QString guidanceText() const;
    bool cameraWorks() const;
    bool found() const;
    bool wantsOtherSide() const;
    QVariantList outline() const;
    double frameRatio() const;
    QString documentName() const;
    QVariantList resultFields() const;
    bool needsConfirmation() const;
    bool incomplete() const;

    /// `anew`: also what was shown last and still lies there counts. At rest it never does.
    void look(Wanted wanted, bool anew = true);
    Wanted wanted() const;
    /// Shows this result as found, without looking (it was shown at rest), except for the other side where that adds something.
    void show(const scanning::LiveResult &result);
    /// What a scanner or card reader has read: the same as if the camera had, but reading the same thing again is always meant.
    void take(const scanning::LiveResult &live);
    /// A device could not read what was presented.
    void takeFailed();
    const std::optional<scanning::LiveResult> &result() const;
    void retranslate();
    void reset();
    /// Time goes on: what was wrong is said for a while, and after trying in vain for long typing is suggested.
    void tick();

Q_SIGNALS:
    void stateChanged();
    void guidanceChanged();
    void outlineChanged();
    void resultChanged();
    void decided(const gatehouse::scanning::LiveResult &result);
    /// The other side of what was decided: the holder's picture on it, and the whole of it.
    void otherSideShown(const QImage &portrait, const QImage &picture);
    void typingRequested();

private:
    void onRead(const scanning::LiveResult &live);
    void onOtherSide(const QImage &portrait, const QImage &picture);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gatehouse::kiosk
