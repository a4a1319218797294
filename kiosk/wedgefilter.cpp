// SPDX-License-Identifier: GPL-3.0-or-later
#include "wedgefilter.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <algorithm>

namespace gatehouse::kiosk
{

WedgeFilter::WedgeFilter(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &WedgeFilter::elapse);
}

bool WedgeFilter::eventFilter(QObject *watched, QEvent *event)
{
    // The system gives its keys to the window; what this program sends itself is not spontaneous.
    if (event->type() != QEvent::KeyPress || !watched->isWindowType() || !event->spontaneous())
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    m_window = static_cast<QWindow *>(watched);
    m_lastKey = static_cast<qint64>(key->timestamp());
    m_since.start();
    take(m_assembler.press({key->key(), key->modifiers(), key->text(), key->isAutoRepeat(), m_lastKey}));
    return true;
}

void WedgeFilter::elapse()
{
    take(m_assembler.elapse(m_lastKey + m_since.elapsed()));
}

void WedgeFilter::take(const scanning::WedgeAssembler::Outcome &outcome)
{
    for (const scanning::WedgeKey &key : outcome.typed) {
        if (!m_window)
            break;
        QKeyEvent press(QEvent::KeyPress, key.key, key.modifiers, key.text, key.autoRepeat);
        QCoreApplication::sendEvent(m_window, &press);
    }
    for (const QByteArray &payload : outcome.payloads)
        Q_EMIT payloadRead(payload);
    if (const auto deadline = m_assembler.deadline())
        m_timer.start(static_cast<int>(std::clamp<qint64>(*deadline - (m_lastKey + m_since.elapsed()) + 1, 1, 1000)));
    else
        m_timer.stop();
}

} // namespace gatehouse::kiosk
