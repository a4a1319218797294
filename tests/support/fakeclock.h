// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/randomness.h"

#include <atomic>

namespace gatehouse::test
{

/// A clock that stands still until it is told to move. Wall time and steady time move separately, so that a test can set the
/// wall clock back while time goes on.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(const QDateTime &start = QDateTime(QDate(2026, 11, 24), QTime(9, 41), Qt::UTC))
        : m_wall(start.toMSecsSinceEpoch())
    {
    }

    QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(m_wall, Qt::UTC); }
    std::chrono::milliseconds steady() const override { return std::chrono::milliseconds(m_steady); }

    void advance(std::chrono::milliseconds by)
    {
        m_wall += by.count();
        m_steady += by.count();
    }
    void setWall(const QDateTime &time) { m_wall = time.toMSecsSinceEpoch(); }

private:
    std::atomic<qint64> m_wall;
    std::atomic<qint64> m_steady{0};
};

/// Repeatable bytes from a seed. Not random in any sense that matters.
class SeededRandomness final : public Randomness
{
public:
    explicit SeededRandomness(quint64 seed = 1) : m_state(seed * 0x9E3779B97F4A7C15ULL + 1) {}

    QByteArray bytes(int count) override
    {
        QByteArray result(count, '\0');
        for (char &byte : result) {
            m_state ^= m_state << 13;
            m_state ^= m_state >> 7;
            m_state ^= m_state << 17;
            byte = static_cast<char>(m_state >> 32);
        }
        return result;
    }

private:
    quint64 m_state;
};

} // namespace gatehouse::test
