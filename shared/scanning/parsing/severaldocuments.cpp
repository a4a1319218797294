// SPDX-License-Identifier: GPL-3.0-or-later
#include "severaldocuments.h"

namespace gatehouse::scanning
{

void markSeveralDocuments(ScanResult &result)
{
    for (Field &field : result.fields)
        field.trust = Trust::Unsure;
    result.addCheck(QStringLiteral("oneDocument"), false);
    result.valid = false;
}

} // namespace gatehouse::scanning
