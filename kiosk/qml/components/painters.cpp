// SPDX-License-Identifier: GPL-3.0-or-later
#include "painters.h"

#include <QPainter>
#include <QPainterPath>
#include <QVariantMap>

#include <algorithm>

namespace gatehouse::kioskui
{

namespace
{

constexpr qreal cardRatio = 85.6 / 53.98; // ID-1

/// Four angles at the corners of a rectangle.
QPainterPath cornerAngles(const QRectF &box)
{
    const qreal arm = box.width() * 0.12;
    QPainterPath path;
    const auto angle = [&](const QPointF &corner, qreal dx, qreal dy) {
        path.moveTo(corner + QPointF(0, dy * arm));
        path.lineTo(corner);
        path.lineTo(corner + QPointF(dx * arm, 0));
    };
    angle(box.topLeft(), 1, 1);
    angle(box.topRight(), -1, 1);
    angle(box.bottomRight(), -1, -1);
    angle(box.bottomLeft(), 1, -1);
    return path;
}

} // namespace

RingPainter::RingPainter(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &RingPainter::changed, this, [this] { update(); });
}

void RingPainter::paint(QPainter *painter)
{
    const qreal half = m_thickness / 2;
    const QRectF box = QRectF(0, 0, width(), height()).adjusted(half, half, -half, -half);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_ground, m_thickness));
    painter->drawEllipse(box);
    if (m_progress <= 0)
        return;
    painter->setPen(QPen(m_color, m_thickness, Qt::SolidLine, Qt::RoundCap));
    painter->drawArc(box, 90 * 16, int(-360 * 16 * std::min(1.0, m_progress)));
}

OutlinePainter::OutlinePainter(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &OutlinePainter::changed, this, [this] { update(); });
}

void OutlinePainter::paint(QPainter *painter)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_color, m_thickness, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPolygonF polygon;
    for (const QVariant &corner : std::as_const(m_corners)) {
        const QVariantMap point = corner.toMap();
        polygon.append(QPointF(point.value("x").toReal() * width(), point.value("y").toReal() * height()));
    }
    if (polygon.size() > 2) {
        painter->drawPolygon(polygon);
        return;
    }
    const qreal boxWidth = std::min(width() * 0.66, height() * 0.72 * cardRatio);
    const QSizeF size(boxWidth, boxWidth / cardRatio);
    painter->drawPath(cornerAngles(QRectF(QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size)));
}

} // namespace gatehouse::kioskui
