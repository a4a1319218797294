// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanresult.h"

#include <QDate>

namespace gatehouse::scanning
{

/// The date fields of a document that nobody can have, of whatever kind it is: days that the calendar does not have (a parser
/// leaves them out of the fields), and a birth after `today` or longer ago than people live.
QStringList impossibleDates(const ScanResult &result, const QDate &today);

} // namespace gatehouse::scanning
