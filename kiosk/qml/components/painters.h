// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QVariantList>

namespace gatehouse::kioskui
{

/// A ring that is closed for progress 1 and empty for 0, starting at twelve o'clock. Painted, because shapes of QtQuick.Shapes
/// are not clipped by the software renderer.
class RingPainter : public QQuickPaintedItem
{
    Q_OBJECT
    Q_PROPERTY(QColor color MEMBER m_color NOTIFY changed)
    Q_PROPERTY(QColor ground MEMBER m_ground NOTIFY changed)
    Q_PROPERTY(qreal thickness MEMBER m_thickness NOTIFY changed)
    Q_PROPERTY(qreal progress MEMBER m_progress NOTIFY changed)
    QML_ELEMENT

public:
    explicit RingPainter(QQuickItem *parent = nullptr);
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void changed();

private:
    QColor m_color = Qt::black;
    QColor m_ground = Qt::lightGray;
    qreal m_thickness = 10;
    qreal m_progress = 1;
};

/// The outline of a document: corners as {x, y} in fractions of the item, joined to a closed line; without corners, four angles
/// that say where to hold it (as wide as an ID-1 card, ISO/IEC 7810).
class OutlinePainter : public QQuickPaintedItem
{
    Q_OBJECT
    Q_PROPERTY(QVariantList corners MEMBER m_corners NOTIFY changed)
    Q_PROPERTY(QColor color MEMBER m_color NOTIFY changed)
    Q_PROPERTY(qreal thickness MEMBER m_thickness NOTIFY changed)
    QML_ELEMENT

public:
    explicit OutlinePainter(QQuickItem *parent = nullptr);
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void changed();

private:
    QVariantList m_corners;
    QColor m_color = Qt::white;
    qreal m_thickness = 6;
};

} // namespace gatehouse::kioskui
