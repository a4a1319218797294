// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanresult.h"

#include <QByteArray>
#include <QDate>

namespace gatehouse::scanning
{

/// Whether the bytes are the PDF417 content of a North American licence or identification card: the AAMVA header, or element
/// ids enough of them that nothing else explains.
bool looksLikeAamva(const QByteArray &payload);

/// Reads such a content by the AAMVA DL/ID card design standard, versions 1 (2000) to 10 (2020), and the header-less data
/// of before. Any bytes of any length are allowed. Kind None when it is no such content. A holder who is not
/// yet born today fails the check "dates" (a null date means the system's); whether a document is in its time is for the
/// policy. A suffix of the name (JR, 3RD) is a field of its own, "nameSuffix".
ScanResult parseAamva(const QByteArray &payload, QDate today = {});

} // namespace gatehouse::scanning
