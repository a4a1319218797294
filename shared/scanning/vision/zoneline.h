// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocrb.h"

namespace gatehouse::scanning
{

/// Whether these characters may be a line of a machine readable zone (ICAO Doc 9303 parts 4 to 7): one of its formats has a
/// line of that length whose letters and digits stand where these do. A few that do not fit are forgiven, since a reflection
/// hides some and a line may have been read from beside its start. Lists of part numbers in OCR-B fail. Pure, any thread.
bool mayBeZoneLine(std::span<const OcrbNet::LogProbabilities> characters);

} // namespace gatehouse::scanning
