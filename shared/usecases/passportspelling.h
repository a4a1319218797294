// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse::usecases
{

/// How a printed Latin or Cyrillic name stands in a passport's machine readable zone (ICAO Doc 9303 part 3, section 6, tables A
/// and B): upper case, A-Z, parts separated by one space. Characters outside the tables are left out. Used to compare names, as
/// the way back from the zone to print is ambiguous. Pure, any thread.
QString passportSpelling(const QString &name);

} // namespace gatehouse::usecases
