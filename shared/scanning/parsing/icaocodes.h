// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace gatehouse::scanning
{

/// Whether `code` stands in the list of issuing states, organisations and nationalities of ICAO Doc 9303 part 3, section 5:
/// ISO 3166-1 alpha-3, Germany's D, and the codes ICAO reserves (UTO, EUE, UNO, GBD, XXA ...). Without fillers, upper case.
bool isIcaoCode(QStringView code);

} // namespace gatehouse::scanning
