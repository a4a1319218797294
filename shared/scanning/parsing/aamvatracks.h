// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aamvaelements.h"

#include <optional>

namespace gatehouse::scanning
{

/// Reads the three magnetic-stripe tracks of annex F, which some jurisdictions (British Columbia among them) print as the
/// content of the PDF417 instead of a subfile. Returned as the elements that mean the same; the expiry is a month, given as
/// its last day. Nullopt when the bytes are no such tracks.
std::optional<AamvaElements> readAamvaTracks(const QByteArray &payload);

} // namespace gatehouse::scanning
