// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse::keyboard
{

/// Where the compiled input schema is: beside the installed program, or in the build tree. Absolute; may not exist.
QString rimeDataFolder();

} // namespace gatehouse::keyboard
