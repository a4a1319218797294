// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanresult.h"

namespace gatehouse::scanning
{

/// What came holds different documents: which of them was meant is not known. The result is not valid, the check "oneDocument"
/// fails, and every field is doubtful. The check is there only then.
void markSeveralDocuments(ScanResult &result);

} // namespace gatehouse::scanning
