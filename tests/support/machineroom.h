// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

namespace gatehouse::test
{
/// The zone that the customer protects most, as every site of these tests has it.
inline const domain::ZoneId machineRoom{QStringLiteral("machine-room")};
} // namespace gatehouse::test
