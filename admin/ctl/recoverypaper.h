// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "usecases/initsite.h"

namespace gatehouse::ctl
{

/// Writes the recovery sheet as PDF (mode 0600). Needs a QGuiApplication. Unavailable or Full when the file cannot be written.
[[nodiscard]] Result<void> writeRecoverySheet(const QString &path, const QString &siteName, const usecases::NewSite &site,
                                              const QDateTime &madeAt);

/// Invalid when something is there already, Unavailable when the folder cannot be written: to be asked before the site is made,
/// as its secrets exist only once.
[[nodiscard]] Result<void> mayWriteSheet(const QString &path);

} // namespace gatehouse::ctl
