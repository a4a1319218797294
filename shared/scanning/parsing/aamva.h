// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanresult.h"

#include <QByteArray>
#include <QDate>

namespace gatehouse::scanning
{

/// Reads the PDF417 content of a North American licence or identification card, told by the AAMVA header or by element ids
/// enough of them that nothing else explains, by the AAMVA DL/ID card design standard, versions 1 (2000) to 10 (2020), and the
/// header-less data of before. Any bytes of any length are allowed. Kind None when it is no such content. A holder who is not
/// yet born today, or a document issued later than tomorrow, fails the check "dates"; whether a document is in its time is for
/// the policy. Unsure is what was cut, held invisible characters, or came without separators,
/// what stands there twice with different values or is contradicted by another element, a name with a digit or a mark that
/// stands in none, an issuer's number of no block of AAMVA's, the one name of a holder whose other name is not there, and a
/// number that stands only as the customer's identifier. A payload with elements of different people or cards is not valid
/// (severaldocuments.h). A suffix of the name (JR, 3RD) is a field of its own, "nameSuffix".
ScanResult parseAamva(const QByteArray &payload, QDate today);

} // namespace gatehouse::scanning
