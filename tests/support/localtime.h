// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

namespace gatehouse::test
{

/// The machine's own time zone for as long as this lives: a rule of POSIX, so that a clock change can be on any night.
class LocalTime
{
public:
    explicit LocalTime(const QByteArray &rule) : m_before(qgetenv("TZ")) { set(rule); }
    ~LocalTime() { set(m_before); }
    LocalTime(const LocalTime &) = delete;
    LocalTime &operator=(const LocalTime &) = delete;

private:
    static void set(const QByteArray &rule)
    {
        rule.isEmpty() ? qunsetenv("TZ") : qputenv("TZ", rule);
        tzset();
    }
    QByteArray m_before;
};

} // namespace gatehouse::test
