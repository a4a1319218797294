// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "camerafeed.h"

#include <QImage>
#include <QPointer>
#include <QQuickItem>

namespace gatehouse::kiosk
{

/// Draws an image of C++ without a cache that could keep it: cropped to fill, or whole with fillMode off. Works on the software
/// backend. `import Gatehouse.Camera`. GUI thread; the texture belongs to the scene graph.
class PictureView : public QQuickItem
{
    Q_OBJECT
    Q_PROPERTY(QImage image READ image WRITE setImage NOTIFY imageChanged)
    Q_PROPERTY(bool mirror READ mirror WRITE setMirror NOTIFY mirrorChanged)
    Q_PROPERTY(bool crop READ crop WRITE setCrop NOTIFY cropChanged) ///< true: fills the item; false: whole picture inside it
    Q_PROPERTY(double ratio READ ratio NOTIFY imageChanged)          ///< width / height of the picture; 0 without one

public:
    explicit PictureView(QQuickItem *parent = nullptr);

    QImage image() const { return m_image; }
    void setImage(const QImage &image);
    bool mirror() const { return m_mirror; }
    void setMirror(bool mirror);
    bool crop() const { return m_crop; }
    void setCrop(bool crop);
    double ratio() const;

Q_SIGNALS:
    void imageChanged();
    void mirrorChanged();
    void cropChanged();

protected:
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;

private:
    QImage m_image;
    bool m_mirror = false;
    bool m_crop = false;
    bool m_fresh = false;
};

/// The live picture: `CameraView { feed: kiosk.camera; mirror: true }`. Draws nothing while the camera is lost.
class CameraView : public PictureView
{
    Q_OBJECT
    Q_PROPERTY(gatehouse::kiosk::CameraFeed *feed READ feed WRITE setFeed NOTIFY feedChanged)

public:
    explicit CameraView(QQuickItem *parent = nullptr);

    CameraFeed *feed() const { return m_feed; }
    void setFeed(CameraFeed *feed);

Q_SIGNALS:
    void feedChanged();

private:
    void take();

    QPointer<CameraFeed> m_feed;
};

/// Makes CameraView and PictureView known as Gatehouse.Camera 1.0. Once, before QML is loaded.
void registerCameraTypes();

} // namespace gatehouse::kiosk
