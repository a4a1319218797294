// SPDX-License-Identifier: GPL-3.0-or-later
#include "signaturestrokes.h"

#include <QBuffer>
#include <QLineF>
#include <QPainter>

#include <algorithm>

namespace gatehouse::kioskui
{

namespace
{
constexpr qreal smallestSignature = 120; // pixels of line: a tap or a smear is not a signature
constexpr int widestPicture = 600;

qreal strokeLength(const QPolygonF &stroke)
{
    qreal length = 0;
    for (qsizetype i = 1; i < stroke.size(); ++i)
        length += QLineF(stroke.at(i - 1), stroke.at(i)).length();
    return length;
}
} // namespace

SignatureStrokes::SignatureStrokes(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

void SignatureStrokes::setInk(const QColor &ink)
{
    if (m_ink == ink)
        return;
    m_ink = ink;
    update();
    Q_EMIT inkChanged();
}

void SignatureStrokes::setPenWidth(qreal width)
{
    if (qFuzzyCompare(m_penWidth, width))
        return;
    m_penWidth = width;
    update();
    Q_EMIT penWidthChanged();
}

bool SignatureStrokes::isComplete() const
{
    qreal total = 0;
    for (const QPolygonF &stroke : m_strokes)
        total += strokeLength(stroke);
    return total >= smallestSignature;
}

void SignatureStrokes::begin(qreal x, qreal y)
{
    m_strokes.append(QPolygonF({QPointF(x, y)}));
    update();
    Q_EMIT strokesChanged();
}

void SignatureStrokes::extend(qreal x, qreal y)
{
    if (m_strokes.isEmpty())
        return begin(x, y);
    const QPointF point(std::clamp(x, 0.0, width()), std::clamp(y, 0.0, height()));
    m_strokes.last().append(point);
    update();
    Q_EMIT strokesChanged();
}

void SignatureStrokes::clear()
{
    m_strokes.clear();
    m_strokes.squeeze();
    update();
    Q_EMIT strokesChanged();
}

QByteArray SignatureStrokes::png() const
{
    if (m_strokes.isEmpty())
        return {};
    QRectF bounds;
    for (const QPolygonF &stroke : m_strokes)
        bounds |= stroke.boundingRect().adjusted(-1, -1, 1, 1);
    bounds.adjust(-m_penWidth, -m_penWidth, m_penWidth, m_penWidth);
    const qreal scale = std::min(1.0, widestPicture / bounds.width());
    QImage image((bounds.size() * scale).toSize().expandedTo({1, 1}), QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    painter.translate(-bounds.topLeft());
    paintStrokes(&painter, Qt::black);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

void SignatureStrokes::paint(QPainter *painter)
{
    painter->setRenderHint(QPainter::Antialiasing);
    paintStrokes(painter, m_ink);
}

void SignatureStrokes::paintStrokes(QPainter *painter, const QColor &colour) const
{
    painter->setPen(QPen(colour, m_penWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QPolygonF &stroke : m_strokes) {
        if (stroke.size() == 1)
            painter->drawPoint(stroke.first());
        else
            painter->drawPolyline(stroke);
    }
}

} // namespace gatehouse::kioskui
