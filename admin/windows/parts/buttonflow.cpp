// SPDX-License-Identifier: GPL-3.0-or-later
#include "buttonflow.h"

#include <QStyle>
#include <QWidget>

namespace gatehouse::admin
{

ButtonFlow::~ButtonFlow()
{
    qDeleteAll(m_items);
}

void ButtonFlow::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

QLayoutItem *ButtonFlow::takeAt(int index)
{
    return index >= 0 && index < count() ? m_items.takeAt(index) : nullptr;
}

QSize ButtonFlow::sizeHint() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize one = item->sizeHint();
        size = QSize(size.width() + (size.width() > 0 ? spacing() : 0) + one.width(), qMax(size.height(), one.height()));
    }
    return size;
}

QSize ButtonFlow::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->sizeHint());
    }
    return size;
}

void ButtonFlow::setGeometry(const QRect &place)
{
    QLayout::setGeometry(place);
    arrange(place, true);
}

int ButtonFlow::arrange(const QRect &place, bool move) const
{
    QPoint at = place.topLeft();
    int line = 0; // the height of the line so far
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (at.x() > place.x() && at.x() + size.width() > place.x() + place.width()) {
            at = QPoint(place.x(), at.y() + line + spacing());
            line = 0;
        }
        if (move)
            item->setGeometry(QStyle::visualRect(direction, place, QRect(at, size)));
        at.rx() += size.width() + spacing();
        line = qMax(line, size.height());
    }
    return at.y() + line - place.y();
}

} // namespace gatehouse::admin
