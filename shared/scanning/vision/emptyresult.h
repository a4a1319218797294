// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parsing/scanresult.h"

namespace gatehouse::scanning
{

/// Neither a document nor any text: what was read of a document without a kind of its own (the old French identity card) is not
/// nothing.
inline bool isNothing(const ScanResult &result)
{
    return result.kind == Kind::None && result.fields.isEmpty();
}

} // namespace gatehouse::scanning
