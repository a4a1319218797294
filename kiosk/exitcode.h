// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace gatehouse::kiosk
{

inline constexpr int exitCodeShortest = 8;

/// Digits only, for the page has a pad of digits: eight to twelve, and nothing that security::assessPin would guess first.
bool isGoodExitCode(const QString &code);

/// The hash of the exit code, in the station's own folder, for its user only; the file is whole or stays as it was. Invalid for
/// a code that is not good; Unavailable when it cannot be written. Blocks for the time of Argon2id.
[[nodiscard]] Result<void> writeExitCode(const QString &vaultFolder, QByteArray code);
/// Empty: none was set.
QByteArray storedExitCode(const QString &vaultFolder);

} // namespace gatehouse::kiosk
