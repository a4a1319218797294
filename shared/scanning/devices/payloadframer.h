// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>
#include <utility>

namespace gatehouse::scanning
{

/// Cuts what a scanner sends into payloads. A scanner marks the end with CR, LF or ETX, or with nothing at all; but the data of
/// a licence (AAMVA) holds CR and LF itself, and a machine readable zone has two or three lines. So a licence ends by silence,
/// sooner once it is as long as its own header says; a zone when its lines are there, or by silence; all else at the first
/// terminator, or by silence. What grows beyond `longestPayload` is dropped whole, and told once it has ended.
///
/// Times are milliseconds of any clock that does not go back. Pure, no clock of its own: call elapse() at deadline(). A value
/// of one thread; any bytes are allowed.
class PayloadFramer
{
public:
    static constexpr qint64 silence = 300;     ///< ms that end a payload of unknown length
    static constexpr qint64 shortSilence = 60; ///< ms that end one that seems whole; more than a USB line's pause within one
    static constexpr qsizetype longestPayload = 8192;

    /// The payloads that these bytes complete, without their terminators where those are not part of them. Never blank ones.
    QList<QByteArray> feed(QByteArrayView bytes, qint64 at);

    /// The payload that silence has ended by now.
    std::optional<QByteArray> elapse(qint64 now);

    /// When elapse() should be called next; nothing while nothing is pending.
    std::optional<qint64> deadline() const;

    /// Whether something too long has ended since it was last asked.
    bool takeOverlong() { return std::exchange(m_overlong, false); }

    bool isEmpty() const { return m_buffer.isEmpty() && !m_overflown; }
    void clear() { *this = PayloadFramer(); }

private:
    bool endsWith(char c) const;
    std::optional<QByteArray> take();

    QByteArray m_buffer;
    qint64 m_last = 0;
    bool m_overflown = false;
    bool m_overlong = false;
};

} // namespace gatehouse::scanning
