// SPDX-License-Identifier: GPL-3.0-or-later
#include "focusring.h"

#include "theme.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QEvent>
#include <QPainter>

namespace gatehouse::admin
{

namespace
{
constexpr int gapWidth = 2;
constexpr int ringWidth = 4;

/// Clipped by what scrolls it away, in coordinates of the window.
QRect visibleRect(const QWidget *widget, const QWidget *window)
{
    QRect rect(widget->mapTo(window, QPoint()), widget->size());
    for (const QWidget *parent = widget->parentWidget(); parent && parent != window; parent = parent->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea *>(parent))
            rect &= QRect(parent->mapTo(window, QPoint()), parent->size());
    }
    return rect;
}
} // namespace

FocusRing::FocusRing(QWidget *window) : QWidget(window)
{
    setObjectName(QStringLiteral("focusRing"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    hide();
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
    window->installEventFilter(this);
}

void FocusRing::follow(QWidget *widget)
{
    for (const QPointer<QWidget> &watched : m_watched) {
        if (watched)
            watched->removeEventFilter(this);
    }
    m_watched.clear();
    const bool ours = widget && widget->window() == parentWidget() && widget != parentWidget();
    m_target = ours ? widget : nullptr;
    for (QWidget *moving = m_target; moving && moving != parentWidget(); moving = moving->parentWidget()) {
        moving->installEventFilter(this);
        m_watched.append(moving);
    }
    place();
}

void FocusRing::place()
{
    if (!m_target || !m_target->isVisible()) {
        hide();
        return;
    }
    const QRect rect = visibleRect(m_target, parentWidget());
    if (rect.isEmpty()) {
        hide();
        return;
    }
    const bool inside = qobject_cast<QAbstractScrollArea *>(m_target.data());
    const int margin = inside ? 0 : gapWidth + ringWidth;
    setGeometry(rect.adjusted(-margin, -margin, margin, margin));
    raise();
    show();
    update();
}

bool FocusRing::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Move:
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::LayoutRequest:
        QMetaObject::invokeMethod(this, &FocusRing::place, Qt::QueuedConnection);
        break;
    default:
        break;
    }
    return false;
}

void FocusRing::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    const bool onInk = m_target && m_target->property("onInk").toBool();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = 12;
    painter.setPen(QPen(onInk ? tokens.navigation : tokens.paper, gapWidth));
    const qreal inner = ringWidth + gapWidth / 2.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inner, inner, -inner, -inner), radius, radius);
    painter.setPen(QPen(onInk ? tokens.navigationText : tokens.focus, ringWidth));
    const qreal outer = ringWidth / 2.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(outer, outer, -outer, -outer), radius + gapWidth, radius + gapWidth);
}

} // namespace gatehouse::admin
