// SPDX-License-Identifier: GPL-3.0-or-later
#include "parsing/mrz.h"

#include <cstdint>
#include <cstdlib>

using namespace gatehouse::scanning;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const ScanResult result = parseMrz(text, QDate(2026, 11, 24));
    // What was accepted must hold when it is read again, and no field may be empty.
    if (result.valid && parseMrz(result.raw.join(u'\n'), QDate(2026, 11, 24)) != result)
        std::abort();
    for (const Field &field : result.fields) {
        if (field.value.isEmpty() || field.value.contains(u'<'))
            std::abort();
    }
    // Dates of which all is known: nobody holds a document that ended before the birth.
    const QString birth = result.value(u"birthDate"), expiry = result.value(u"expiryDate");
    if (result.valid && birth.size() == 10 && expiry.size() == 10 && birth > expiry)
        std::abort();
    return 0;
}
