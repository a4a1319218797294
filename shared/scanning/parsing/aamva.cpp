// SPDX-License-Identifier: GPL-3.0-or-later
#include "aamva.h"

namespace gatehouse::scanning
{

bool looksLikeAamva(const QByteArray &payload)
{
    return payload.left(32).contains("ANSI ");
}

ScanResult parseAamva(const QByteArray &payload)
{
    ScanResult result;
    if (!looksLikeAamva(payload))
        return result;
    result.kind = Kind::Aamva;
    result.raw = QStringList{QString::fromLatin1(payload)};
    return result;
}

} // namespace gatehouse::scanning
