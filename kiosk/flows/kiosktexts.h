// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

namespace gatehouse::kiosk
{

/// One sentence of guidance for a code of ScanController::guidance.
QString guidanceText(const QString &code);
/// The sentence for a problem's code, for the person in front of the kiosk: says what to do.
QString problemText(const QString &code);
/// What a failure that concerns this visit only is called.
QString problemOf(const Error &error);
/// The same while a badge is booked back, and while an invitation is read.
QString checkOutProblem(const Error &error);
QString invitationProblem(const Error &error);
/// The program's word, for languages in which it was not yet chosen: "Welcome" in `language`.
QString welcomeIn(const QString &language);

} // namespace gatehouse::kiosk
