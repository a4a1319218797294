// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QDate>
#include <QString>

namespace gatehouse::usecases
{

constexpr int longestStaffNumber = 20; ///< characters, as sign-in and PIN pages show them
constexpr int longestName = 100;       ///< characters, of a person or a site, as badges and sheets have room for

/// What is certified of a new person: the number in letters, digits and hyphens, a name of one line, and the day on which the
/// confidentiality agreement was signed, which is no later than `today` (R20: people sign before they start), a date of this
/// machine. Invalid with a sentence for whoever reads the tool's answers.
[[nodiscard]] Result<void> checkStaffBounds(const QString &number, const QString &name, const QDate &agreement,
                                            const QDate &today);

/// A site's name: one line, not empty. Invalid otherwise.
[[nodiscard]] Result<void> checkSiteName(const QString &name);

} // namespace gatehouse::usecases
