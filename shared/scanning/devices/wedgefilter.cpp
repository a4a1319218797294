// SPDX-License-Identifier: GPL-3.0-or-later
#include "wedgefilter.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace gatehouse::scanning
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
    if (!watched->isWindowType() || !event->spontaneous())
        return false;
    if (event->type() == QEvent::KeyPress)
        return press(static_cast<QWindow *>(watched), *static_cast<QKeyEvent *>(event));
    return event->type() == QEvent::KeyRelease && release(*static_cast<QKeyEvent *>(event));
}

bool WedgeFilter::press(QWindow *window, const QKeyEvent &key)
{
    m_window = window;
    m_lastKey = static_cast<qint64>(key.timestamp());
    m_since.start();
    m_waiting.append({key.key(), key.modifiers(), key.text(), key.isAutoRepeat(), m_lastKey});
    take(m_assembler.press(m_waiting.last()));
    return true;
}

/// A button counts as pressed by the space bar when the release comes after the press.
bool WedgeFilter::release(const QKeyEvent &key)
{
    const auto same = [&](const WedgeKey &one) { return one.key == key.key(); };
    if (std::none_of(m_waiting.cbegin(), m_waiting.cend(), same))
        return false;
    m_released.append({key.key(), key.modifiers(), key.text(), key.isAutoRepeat(), 0});
    return true;
}

void WedgeFilter::handOn(const WedgeKey &key)
{
    if (!m_window)
        return;
    QKeyEvent press(QEvent::KeyPress, key.key, key.modifiers, key.text, key.autoRepeat);
    QCoreApplication::sendEvent(m_window, &press);
    const auto same = [&](const WedgeKey &one) { return one.key == key.key; };
    if (const auto held = std::find_if(m_waiting.cbegin(), m_waiting.cend(), same); held != m_waiting.cend())
        m_waiting.erase(held);
    const auto letGo = std::find_if(m_released.cbegin(), m_released.cend(), same);
    if (letGo == m_released.cend() || !m_window)
        return;
    QKeyEvent release(QEvent::KeyRelease, letGo->key, letGo->modifiers, letGo->text, letGo->autoRepeat);
    m_released.erase(letGo);
    QCoreApplication::sendEvent(m_window, &release);
}

void WedgeFilter::handBack()
{
    for (const WedgeKey &key : std::exchange(m_sent, {}))
        handOn(key);
}

void WedgeFilter::elapse()
{
    take(m_assembler.elapse(m_lastKey + m_since.elapsed()));
}

void WedgeFilter::take(const WedgeAssembler::Outcome &outcome)
{
    for (const WedgeKey &key : outcome.typed)
        handOn(key);
    if (m_assembler.isReceiving() || !m_assembler.deadline()) {
        m_sent.append(std::exchange(m_waiting, {})); // nobody has seen them pressed, and nobody sees them let go
        m_released.clear();
    }
    for (const QByteArray &payload : outcome.payloads)
        Q_EMIT payloadRead(payload);
    if (!outcome.payloads.isEmpty() || !m_assembler.isReceiving())
        m_sent.clear();
    if (outcome.failed)
        Q_EMIT readFailed();
    if (const auto deadline = m_assembler.deadline())
        m_timer.start(static_cast<int>(std::clamp<qint64>(*deadline - (m_lastKey + m_since.elapsed()) + 1, 1, 1000)));
    else
        m_timer.stop();
}

} // namespace gatehouse::scanning
