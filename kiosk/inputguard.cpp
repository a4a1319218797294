// SPDX-License-Identifier: GPL-3.0-or-later
#include "inputguard.h"

#include "flows/kioskcontroller.h"

#include <QEvent>
#include <QKeyEvent>

namespace gatehouse::kiosk
{

namespace
{
bool leaves(const QKeyEvent &key)
{
    const bool function = key.key() >= Qt::Key_F1 && key.key() <= Qt::Key_F35;
    return key.key() == Qt::Key_Escape || function || (key.modifiers() & (Qt::AltModifier | Qt::MetaModifier)) ||
           ((key.modifiers() & Qt::ControlModifier) && key.key() != Qt::Key_Control && !(key.modifiers() & Qt::KeypadModifier));
}
} // namespace

InputGuard::InputGuard(KioskController &kiosk, QObject *parent) : QObject(parent), m_kiosk(kiosk) {}

bool InputGuard::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
        m_kiosk.touch();
        break;
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride:
    case QEvent::Shortcut:
        if (event->type() == QEvent::KeyPress)
            m_kiosk.touch();
        if (!m_kiosk.mayClose() && (event->type() == QEvent::Shortcut || leaves(*static_cast<QKeyEvent *>(event)))) {
            event->accept();
            return true;
        }
        break;
    case QEvent::Close:
    case QEvent::Quit:
        if (!m_kiosk.mayClose()) {
            event->ignore();
            return true;
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace gatehouse::kiosk
