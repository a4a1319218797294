// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payloadframer.h"
#include "wedgekeys.h"

namespace gatehouse::scanning
{

/// Tells a scanner in keyboard mode (keyboard wedge) from a person who types, so that what a scanner sends never lands in a
/// text field. Nobody presses `leastBurst` keys with at most `gap` between any two of them; a scanner sends all of its keys so.
/// Keys are held until that is known: at most `gap` longer than the last of them.
///
/// Give every key press before anything else sees it, and keep it from everybody; what comes back as typed is to be sent on as
/// it came. Keys of an on-screen keyboard do not belong here. Call elapse() at deadline(). Pure, no clock of its own: times are
/// those of the keys. A value of one thread.
class WedgeAssembler
{
public:
    static constexpr qint64 gap = 40; ///< ms
    static constexpr qsizetype leastBurst = 6;

    struct Outcome {
        QList<WedgeKey> typed;      ///< by a person: send them on, in this order
        QList<QByteArray> payloads; ///< by a scanner: for parseScannerPayload()
        bool failed = false;        ///< a scanner sent more than any payload has
    };

    Outcome press(const WedgeKey &key);
    Outcome elapse(qint64 now);
    std::optional<qint64> deadline() const;

    /// Whether a scanner is sending right now.
    bool isReceiving() const { return m_burst; }
    void clear() { *this = WedgeAssembler(); }

private:
    void settle(qint64 now, Outcome &outcome);
    void translate(const WedgeKey &key);
    void endAltCode();
    void feed(qint64 at, Outcome &outcome);
    bool isBurst() const;

    QList<WedgeKey> m_held;
    QByteArray m_bytes; ///< what the keys meant that the framer has not got yet
    QString m_altCode;
    PayloadFramer m_framer;
    qint64 m_last = 0;
    bool m_burst = false;
};

} // namespace gatehouse::scanning
