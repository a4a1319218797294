// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documentpictures.h"

#include "parsing/scanresult.h"

namespace gatehouse::test
{

/// The lines of a zone of that kind with an invented holder: all states, long numbers, names in two or three parts.
QStringList randomZone(scanning::Kind kind, std::mt19937 &random);

/// What stands on an invented resident ID card: counties that do not exist. GATEHOUSE_PARTED_NAMES=1 draws names of minorities
/// in two parts with a dot between them.
CnCardText randomCard(std::mt19937 &random);

} // namespace gatehouse::test
