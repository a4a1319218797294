// SPDX-License-Identifier: GPL-3.0-or-later
#include "badgecatcher.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

namespace
{
const QString prefix = u"GH1:"_s;
constexpr int prefixPauseMs = 60;  ///< readers type a character in less than 20 ms; people in more than 80
constexpr int burstPauseMs = 400;  ///< a reader that stops in the middle (torn code) gives up its keys
constexpr qsizetype longestToken = 400;
} // namespace

BadgeCatcher::BadgeCatcher(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &BadgeCatcher::handOn);
}

void BadgeCatcher::setActive(bool active)
{
    m_active = active;
    if (!active)
        handOn();
}

bool BadgeCatcher::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_active || m_replaying || !watched->isWidgetType())
        return false;
    const QEvent::Type type = event->type();
    if (type != QEvent::KeyPress && type != QEvent::ShortcutOverride && type != QEvent::KeyRelease)
        return false;
    auto *key = static_cast<QKeyEvent *>(event);
    if (type == QEvent::KeyPress)
        return take(key);
    // While a burst is held neither shortcuts nor releases of its keys reach anybody.
    if (type == QEvent::ShortcutOverride && !m_text.isEmpty()) {
        event->accept();
        return true;
    }
    return false;
}

bool BadgeCatcher::take(QKeyEvent *event)
{
    const bool ends = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (ends && m_text.size() > prefix.size()) {
        m_timer.stop();
        const QString token = std::exchange(m_text, QString());
        m_held.clear();
        Q_EMIT read(token);
        return true;
    }
    const QString typed = event->text();
    if (typed.isEmpty())
        return false; // a modifier on its own
    const QString longer = m_text + typed;
    const bool begins = prefix.startsWith(longer);
    const bool goesOn = longer.startsWith(prefix) && longer.size() <= longestToken && typed.at(0).isPrint();
    const bool commands = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    if (commands || (!begins && !goesOn)) {
        handOn();
        return false;
    }
    if (m_text.isEmpty())
        m_target = QApplication::focusWidget();
    m_text = longer;
    m_held.append({event->key(), event->modifiers(), typed});
    m_timer.start(begins ? prefixPauseMs : burstPauseMs);
    return true;
}

void BadgeCatcher::handOn()
{
    m_timer.stop();
    const QList<HeldKey> keys = std::exchange(m_held, {});
    const bool torn = m_text.startsWith(prefix);
    m_text.clear();
    if (torn || !m_target)
        return; // half a badge is nobody's text
    m_replaying = true;
    for (const HeldKey &held : keys) {
        QKeyEvent press(QEvent::KeyPress, held.key, held.modifiers, held.text);
        QApplication::sendEvent(m_target, &press);
    }
    m_replaying = false;
}

} // namespace gatehouse::admin
