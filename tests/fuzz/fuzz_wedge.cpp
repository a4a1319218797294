// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/wedgeassembler.h"
#include "parsing/scannerpayload.h"

#include <cstdint>
#include <cstdlib>

using namespace gatehouse::scanning;

// Four bytes a key: which, modifiers, its character, how long after the one before. No key may be lost or come twice: it is
// typed, or it is part of a burst.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    WedgeAssembler wedge;
    qint64 now = 1000;
    qsizetype pressed = 0;
    qsizetype typed = 0;
    bool burst = false;
    const auto take = [&](const WedgeAssembler::Outcome &outcome) {
        typed += outcome.typed.size();
        burst = burst || wedge.isReceiving() || !outcome.payloads.isEmpty();
        for (const QByteArray &payload : outcome.payloads) {
            if (payload.isEmpty() || payload.size() > PayloadFramer::longestPayload)
                std::abort();
            parseScannerPayload(payload, QDate(2026, 11, 24));
        }
    };
    for (std::size_t at = 0; at + 4 <= size; at += 4) {
        now += data[at + 3];
        WedgeKey key;
        key.key = (data[at] & 0x80) != 0 ? Qt::Key_Escape + (data[at] & 0x7f) : int(data[at]);
        key.modifiers = Qt::KeyboardModifiers::fromInt(int(data[at + 1] & 0x3e) << 24);
        key.autoRepeat = (data[at + 1] & 1) != 0;
        key.text = QChar(data[at + 2]);
        key.at = now;
        ++pressed;
        take(wedge.press(key));
    }
    for (int i = 0; i < 4; ++i) {
        if (const auto deadline = wedge.deadline())
            take(wedge.elapse(*deadline));
    }
    if (wedge.deadline() || wedge.isReceiving())
        std::abort();
    if (typed > pressed || (!burst && typed != pressed))
        std::abort();
    return 0;
}
