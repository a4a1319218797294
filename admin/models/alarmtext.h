// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ledgerentry.h"

#include <QString>

namespace gatehouse::admin
{

/// What an alarm entry says, without a stop, in the language that is switched on now; a code that is not known here is an alarm
/// of the station. A pure function of the GUI thread.
QString alarmText(const domain::LedgerEntry &alarm);

} // namespace gatehouse::admin
