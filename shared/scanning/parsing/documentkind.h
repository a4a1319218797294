// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanresult.h"

namespace gatehouse::scanning
{

/// The French identity card issued until 2021. Its zone follows no part of Doc 9303, so that the scan object has no kind for it
/// (Kind::None with fields); for the people at the kiosk and the desk it is a document all the same.
bool isOldFrenchCard(const ScanResult &result);

/// Somebody's document: one of the kinds that are documents, or the old French card. Badges, invitations and other payloads are
/// none.
bool isDocument(const ScanResult &result);

/// How a visit's record names the document: kindName(), and "fr-id" for the old French card.
QString documentKindName(const ScanResult &result);

} // namespace gatehouse::scanning
