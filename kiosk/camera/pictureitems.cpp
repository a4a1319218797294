// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictureitems.h"

#include <QQuickWindow>
#include <QSGSimpleTextureNode>
#include <qqml.h>

namespace gatehouse::kiosk
{

namespace
{
/// The part of the picture that a cropping view shows.
QRectF sourceOf(const QSizeF &picture, const QSizeF &view, bool crop)
{
    if (!crop)
        return {QPointF(), picture};
    QSizeF part = view.scaled(picture, Qt::KeepAspectRatio);
    return {QPointF((picture.width() - part.width()) / 2, (picture.height() - part.height()) / 2), part};
}

/// Where a view that shows the whole picture puts it.
QRectF targetOf(const QSizeF &picture, const QRectF &view, bool crop)
{
    if (crop)
        return view;
    const QSizeF size = picture.scaled(view.size(), Qt::KeepAspectRatio);
    return {view.x() + (view.width() - size.width()) / 2, view.y() + (view.height() - size.height()) / 2, size.width(),
            size.height()};
}
} // namespace

PictureView::PictureView(QQuickItem *parent) : QQuickItem(parent)
{
    setFlag(ItemHasContents);
}

void PictureView::setImage(const QImage &image)
{
    const double before = ratio();
    const bool none = m_image.isNull() && image.isNull();
    m_image = image;
    m_fresh = true;
    if (none)
        return;
    if (!qFuzzyCompare(before + 1, ratio() + 1) || ratio() == 0)
        Q_EMIT imageChanged();
    update();
}

void PictureView::setMirror(bool mirror)
{
    if (m_mirror == mirror)
        return;
    m_mirror = mirror;
    Q_EMIT mirrorChanged();
    update();
}

void PictureView::setCrop(bool crop)
{
    if (m_crop == crop)
        return;
    m_crop = crop;
    Q_EMIT cropChanged();
    update();
}

double PictureView::ratio() const
{
    return m_image.isNull() ? 0 : static_cast<double>(m_image.width()) / m_image.height();
}

QSGNode *PictureView::updatePaintNode(QSGNode *old, UpdatePaintNodeData *)
{
    auto *node = static_cast<QSGSimpleTextureNode *>(old);
    if (m_image.isNull() || width() <= 0 || height() <= 0) {
        delete node;
        return nullptr;
    }
    const bool made = !node;
    if (made) {
        node = new QSGSimpleTextureNode;
        node->setOwnsTexture(true);
        node->setFiltering(QSGTexture::Linear);
    }
    if (made || m_fresh)
        node->setTexture(window()->createTextureFromImage(m_image, QQuickWindow::TextureIsOpaque));
    m_fresh = false;
    node->setSourceRect(sourceOf(m_image.size(), size(), m_crop));
    node->setRect(targetOf(m_image.size(), boundingRect(), m_crop));
    node->setTextureCoordinatesTransform(m_mirror ? QSGSimpleTextureNode::MirrorHorizontally
                                                  : QSGSimpleTextureNode::NoTransform);
    return node;
}

void PictureView::geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry)
{
    QQuickItem::geometryChange(newGeometry, oldGeometry);
    update();
}

CameraView::CameraView(QQuickItem *parent) : PictureView(parent) {}

void CameraView::setFeed(CameraFeed *feed)
{
    if (m_feed == feed)
        return;
    if (m_feed)
        m_feed->disconnect(this);
    m_feed = feed;
    if (m_feed)
        connect(m_feed, &CameraFeed::pictureChanged, this, &CameraView::take);
    take();
    Q_EMIT feedChanged();
}

void CameraView::take()
{
    if (isVisible() || !m_feed)
        setImage(m_feed ? m_feed->picture() : QImage());
}

void registerCameraTypes()
{
    qmlRegisterType<CameraView>("Gatehouse.Camera", 1, 0, "CameraView");
    qmlRegisterType<PictureView>("Gatehouse.Camera", 1, 0, "PictureView");
    qRegisterMetaType<gatehouse::kiosk::CameraFeed *>("gatehouse::kiosk::CameraFeed*");
    qmlRegisterUncreatableType<CameraFeed>("Gatehouse.Camera", 1, 0, "CameraFeed", QStringLiteral("made by the program"));
}

} // namespace gatehouse::kiosk
