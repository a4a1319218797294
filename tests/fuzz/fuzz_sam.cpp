// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/samframe.h"

#include <cstdint>
#include <cstdlib>

using namespace gatehouse::scanning;

// The line may bring anything, in any pieces: the first byte says how long they are.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    const qsizetype piece = 1 + data[0];
    SamFrames frames;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        for (const sam::Answer &answer : frames.feed(bytes.mid(at, piece))) {
            const auto record = sam::cardText(answer.data);
            if (!record)
                continue;
            // What is handed on must come out as it went in, apart from characters that are no text.
            const auto again = cnIdRecordFromPayload(toPayload(*record));
            if (!again || toPayload(*again) != toPayload(*record))
                std::abort();
            const ScanResult result = parseCnIdRecord(*record, QDate(2026, 11, 24));
            if (result.valid && result.value(u"documentNumber").size() != 18)
                std::abort();
        }
    }
    return 0;
}
