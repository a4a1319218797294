// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace gatehouse::usecases
{

/// Details of Invalid: what is there already is somebody's, perhaps the database itself; the file cannot be written there.
inline const QString fileThere = QStringLiteral("a file of that name is there already");
inline const QString fileUnwritable = QStringLiteral("the file cannot be written there");

/// To be asked before the log says that there was an export. Invalid (fileThere).
[[nodiscard]] Result<void> requireNewFile(const QString &path);
/// Writes a new file for its owner alone (mode 0600), which is on disk when this returns; nothing is left of one that could not
/// be written whole. Blocking. Invalid (fileThere, fileUnwritable).
[[nodiscard]] Result<void> writeNewFile(const QString &path, const QByteArray &bytes);

} // namespace gatehouse::usecases
