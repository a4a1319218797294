// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace gatehouse::ctl
{

/// Where a command's answer goes: standard output for the answer (text, or JSON objects one a line), standard error for
/// everything else. Each line is written at once, so that a reader at the other end of a pipe sees it. One thread. Who asks for
/// an answer and does not get it has to hear so: see lost().
class Console
{
public:
    explicit Console(bool json) : m_json(json) {}

    bool json() const { return m_json; }

    /// A line of the answer for people; nothing with --json. What a terminal would obey, another line included, is shown as
    /// U+FFFD: it may come from a row that somebody changed.
    void say(const QString &line) const;
    /// Several lines of our own.
    void lines(const QString &lines) const;
    /// A line of the answer for programs; nothing without --json.
    void object(const QJsonObject &object) const;
    /// Bytes of the answer as they are (CSV).
    void bytes(const QByteArray &bytes) const;
    /// A line on standard error.
    void note(const QString &line) const;
    /// What went wrong and what to do: on standard error, with --json as {"error", "message"} on standard output as well.
    /// Returns the exit code for "could not".
    int failed(const Error &error, const QString &what) const;
    /// Why some of the answer could not be written (a full disk, a closed descriptor); empty when all of it was.
    QString lost() const { return m_lost; }

private:
    void answer(const QByteArray &bytes) const;

    bool m_json;
    mutable QString m_lost; ///< what is said is said whether or not it arrives
};

/// The sentence for an error: what it means here and what to do about it.
QString adviceFor(const Error &error);

} // namespace gatehouse::ctl
