// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>

namespace gatehouse
{

/// The time, handed in wherever it is needed so that tests own it. Thread safe.
class Clock
{
public:
    virtual ~Clock() = default;

    /// Wall time in UTC with milliseconds. It can be set, so it must never measure a duration.
    virtual QDateTime now() const = 0;

    /// Time since an unspecified start, on a clock that nobody can set.
    virtual std::chrono::milliseconds steady() const = 0;
};

class SystemClock final : public Clock
{
public:
    QDateTime now() const override;
    std::chrono::milliseconds steady() const override;
};

} // namespace gatehouse
