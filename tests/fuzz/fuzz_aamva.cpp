// SPDX-License-Identifier: GPL-3.0-or-later
#include "parsing/aamva.h"
#include "parsing/payload.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace gatehouse::scanning;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const ScanResult result = parseAamva(bytes, QDate(2026, 1, 1));
    if (result.kind == Kind::None && result != ScanResult())
        std::abort();
    for (const Field &field : result.fields) {
        if (field.value.isEmpty() || field.value.size() > 512)
            std::abort();
    }
    if (parsePayload(bytes, QDate(2026, 1, 1)).valid && !result.valid)
        std::abort();
    return 0;
}
