// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanresult.h"

#include <QByteArray>
#include <QDate>

namespace gatehouse::scanning
{

/// Says what a scanner or card reader has read: badge and invitation, licence (AAMVA), machine readable zone from an OCR
/// scanner, the record of a Chinese card reader (cnidrecord.h), or some other barcode. Prefixes of scanners (AIM symbology
/// identifiers, STX) are taken off, and letters that a stuck Caps Lock has turned small are made capitals where the format has
/// only capitals. Verdicts as parsePayload() without a verifier. `today` decides centuries. Pure; any bytes.
ScanResult parseScannerPayload(const QByteArray &payload, QDate today);

} // namespace gatehouse::scanning
