// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload.h"

#include "aamva.h"

#include <algorithm>

namespace gatehouse::scanning
{

namespace
{
ScanResult tokenResult(Kind kind, const QString &text, const TokenVerifier &verifier)
{
    ScanResult result;
    result.kind = kind;
    result.raw = QStringList{text};
    if (verifier)
        result.checks = verifier(kind, text);
    result.valid = !result.checks.isEmpty() &&
                   std::all_of(result.checks.cbegin(), result.checks.cend(), [](const Check &check) { return check.holds; });
    return result;
}
} // namespace

ScanResult parsePayload(const QByteArray &payload, QDate today, const TokenVerifier &verifier)
{
    const QByteArray trimmed = payload.trimmed();
    if (trimmed.isEmpty())
        return {};
    if (trimmed.startsWith("GH1:") || trimmed.startsWith("GS1:")) // of a visitor, of staff
        return tokenResult(Kind::Badge, QString::fromLatin1(trimmed), verifier);
    if (trimmed.startsWith("GI1:"))
        return tokenResult(Kind::Invite, QString::fromLatin1(trimmed), verifier);
    if (ScanResult licence = parseAamva(payload, today); licence.kind != Kind::None)
        return licence;
    ScanResult other;
    other.kind = Kind::Barcode;
    other.raw = QStringList{payloadText(payload)};
    return other;
}

} // namespace gatehouse::scanning
