// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QColor>
#include <QList>
#include <QPointF>
#include <QPolygonF>
#include <QQuickPaintedItem>

namespace gatehouse::kioskui
{

/// What a finger draws: strokes in item coordinates, painted as they come. The picture that is kept is made by png(): black on
/// white, cropped to the strokes, at most 600 pixels wide. Nothing is kept after clear(). GUI thread only.
class SignatureStrokes : public QQuickPaintedItem
{
    Q_OBJECT
    Q_PROPERTY(QColor ink READ ink WRITE setInk NOTIFY inkChanged)
    Q_PROPERTY(qreal penWidth READ penWidth WRITE setPenWidth NOTIFY penWidthChanged)
    Q_PROPERTY(bool empty READ isEmpty NOTIFY strokesChanged)
    /// True when enough was drawn to be a signature and not a stray touch.
    Q_PROPERTY(bool complete READ isComplete NOTIFY strokesChanged)
    QML_ELEMENT

public:
    explicit SignatureStrokes(QQuickItem *parent = nullptr);

    QColor ink() const { return m_ink; }
    void setInk(const QColor &ink);
    qreal penWidth() const { return m_penWidth; }
    void setPenWidth(qreal width);
    bool isEmpty() const { return m_strokes.isEmpty(); }
    bool isComplete() const;

    Q_INVOKABLE void begin(qreal x, qreal y);
    Q_INVOKABLE void extend(qreal x, qreal y);
    Q_INVOKABLE void clear();
    /// The strokes as a PNG picture; empty when there are none.
    Q_INVOKABLE QByteArray png() const;

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void inkChanged();
    void penWidthChanged();
    void strokesChanged();

private:
    void paintStrokes(QPainter *painter, const QColor &colour) const;

    QColor m_ink = Qt::black;
    qreal m_penWidth = 5;
    QList<QPolygonF> m_strokes;
};

} // namespace gatehouse::kioskui
