// SPDX-License-Identifier: GPL-3.0-or-later
#include "scannerpayload.h"

#include "aamva.h"
#include "cnidrecord.h"
#include "mrz.h"
#include "payload.h"

namespace gatehouse::scanning
{

namespace
{
constexpr qsizetype longestZone = 1024; // with what an OCR scanner puts around it

QByteArray withoutPrefix(const QByteArray &payload)
{
    qsizetype from = 0;
    while (from < payload.size() && (payload[from] == 0x02 || payload[from] == '\r' || payload[from] == '\n'))
        ++from;
    const bool aim = payload.size() >= from + 3 && payload[from] == ']'; // "]L0": ISO/IEC 15424
    return payload.mid(aim ? from + 3 : from);
}

bool isToken(const QByteArray &payload)
{
    return payload.size() > 4 && payload[0] == 'G' && payload[2] == '1' && payload[3] == ':';
}
} // namespace

ScanResult parseScannerPayload(const QByteArray &payload, QDate today)
{
    const QByteArray bare = withoutPrefix(payload);
    const QByteArray capitals = bare.toUpper();
    if (isToken(capitals))
        return parsePayload(capitals, today);
    if (const auto record = cnIdRecordFromPayload(payload))
        return parseCnIdRecord(*record, today);
    if (ScanResult licence = parseAamva(bare, today); licence.kind != Kind::None)
        return licence;
    // Caps Lock turns all letters round, so the file type is small then.
    if (bare.left(64).contains("ansi "))
        return parsePayload(capitals, today);
    if (bare.size() <= longestZone) {
        // The French card has fields without a kind.
        ScanResult zone = parseMrz(QString::fromUtf8(bare), today);
        if (zone.kind != Kind::None || !zone.fields.isEmpty())
            return zone;
    }
    return parsePayload(bare, today);
}

} // namespace gatehouse::scanning
