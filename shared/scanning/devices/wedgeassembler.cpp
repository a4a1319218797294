// SPDX-License-Identifier: GPL-3.0-or-later
#include "wedgeassembler.h"

#include <algorithm>

namespace gatehouse::scanning
{

WedgeAssembler::Outcome WedgeAssembler::press(const WedgeKey &key)
{
    Outcome outcome;
    settle(key.at, outcome);
    if (isModifierKey(key)) {
        if (key.key == Qt::Key_Alt)
            endAltCode(); // the next code begins
        if (!m_burst && m_held.isEmpty())
            outcome.typed.append(key);
        else if (!m_burst)
            m_held.append(key); // keeps its place
        return outcome;
    }
    if (key.autoRepeat && !m_burst) {
        // A key that is held down: a person, however fast it repeats.
        outcome.typed.append(std::exchange(m_held, {}));
        outcome.typed.append(key);
        m_bytes.clear();
        m_altCode.clear();
        return outcome;
    }
    m_last = key.at;
    translate(key);
    if (!m_burst) {
        m_held.append(key);
        m_burst = isBurst();
    }
    if (m_burst) {
        m_held.clear();
        feed(key.at, outcome);
    }
    return outcome;
}

WedgeAssembler::Outcome WedgeAssembler::elapse(qint64 now)
{
    Outcome outcome;
    settle(now, outcome);
    return outcome;
}

std::optional<qint64> WedgeAssembler::deadline() const
{
    if (m_burst)
        return std::max(m_last + gap + 1, m_framer.deadline().value_or(0));
    return m_held.isEmpty() ? std::nullopt : std::optional(m_last + gap + 1);
}

// What the time since the last key has decided.
void WedgeAssembler::settle(qint64 now, Outcome &outcome)
{
    if (now - m_last <= gap)
        return;
    endAltCode();
    if (!m_burst) {
        outcome.typed.append(std::exchange(m_held, {}));
        m_bytes.clear();
        return;
    }
    feed(m_last, outcome);
    if (auto ended = m_framer.elapse(now))
        outcome.payloads.append(*ended);
    outcome.failed = m_framer.takeOverlong() || outcome.failed;
    m_burst = !m_framer.isEmpty();
}

void WedgeAssembler::translate(const WedgeKey &key)
{
    if (const auto digit = altCodeDigit(key)) {
        m_altCode.append(QString::number(*digit));
        return;
    }
    endAltCode();
    m_bytes.append(wedgeCharacter(key).toUtf8());
}

void WedgeAssembler::endAltCode()
{
    if (m_altCode.isEmpty())
        return;
    const int code = std::exchange(m_altCode, {}).toInt() % 256;
    m_bytes.append(QString(QChar(code)).toUtf8());
}

void WedgeAssembler::feed(qint64 at, Outcome &outcome)
{
    outcome.payloads.append(m_framer.feed(std::exchange(m_bytes, {}), at));
}

bool WedgeAssembler::isBurst() const
{
    const auto counts = [](const WedgeKey &key) { return !isModifierKey(key); };
    const auto first = std::find_if(m_held.cbegin(), m_held.cend(), counts);
    const bool various = std::any_of(first, m_held.cend(), [first, counts](const WedgeKey &key) {
        return counts(key) && key.key != first->key; // one key many times is a key that is stuck
    });
    return various && std::count_if(m_held.cbegin(), m_held.cend(), counts) >= leastBurst;
}

} // namespace gatehouse::scanning
