// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace gatehouse::scanning
{

/// Whether a name begins with one of the surnames that nearly everybody in China bears (the 300 most frequent ones and the
/// usual ones of two characters). Others exist: such a name is for a person to confirm. Pure, any thread.
bool beginsWithCommonSurname(QStringView name);

} // namespace gatehouse::scanning
