// SPDX-License-Identifier: GPL-3.0-or-later
#include "parsing/cnid.h"

#include <cstdint>
#include <cstdlib>

using namespace gatehouse::scanning;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const ScanResult result = parseCnId(text, QDate(2026, 11, 24));
    const QString number = result.value(u"documentNumber");
    if (result.valid && cnIdCheckCharacter(QStringView(number).left(17)) != number.back())
        std::abort();
    for (const Field &field : result.fields) {
        if (field.value.isEmpty())
            std::abort();
    }
    return 0;
}
