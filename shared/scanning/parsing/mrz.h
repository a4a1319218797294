// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mrzlayout.h"

#include <QDate>
#include <QStringList>

namespace gatehouse::scanning
{

/// Reads a machine readable zone from text: TD1, TD2, TD3, MRV-A and MRV-B as ICAO Doc 9303 parts 3 to 7 lay them down, and
/// the French identity card issued until 2021. Lines are separated by line breaks; other text around the zone, spaces, lower
/// case and missing fillers at the end of the name line are tolerated; a name line that is not of its full length stands in
/// `raw` as it came, and what was read from it is unsure, as a lost letter looks the same. So are names whose parting is not
/// told: no two fillers between letters, or more than once. No character is corrected: what the check digits refuse is reported
/// as read, with the check false. A text with zones of different documents is not valid (severaldocuments.h). The French card
/// has no kind of its own: it is Kind::None with its fields and the check "frenchNationalId". `today` decides the century of
/// dates. Pure, any thread; Kind::None without fields when there is no zone.
ScanResult parseMrz(const QString &text, QDate today);

/// The same for lines whose format is known: as many lines as it has, each of its length, of A-Z, 0-9 and fillers.
ScanResult parseMrzLines(MrzFormat format, const QStringList &lines, QDate today);

} // namespace gatehouse::scanning
