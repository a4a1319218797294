// SPDX-License-Identifier: GPL-3.0-or-later
#include "documentkind.h"

namespace gatehouse::scanning
{

bool isOldFrenchCard(const ScanResult &result)
{
    return result.kind == Kind::None && result.checks.contains({QStringLiteral("frenchNationalId"), true});
}

bool isDocument(const ScanResult &result)
{
    switch (result.kind) {
    case Kind::None:
        return isOldFrenchCard(result);
    case Kind::Badge:
    case Kind::Invite:
    case Kind::Barcode:
        return false;
    default:
        return true;
    }
}

QString documentKindName(const ScanResult &result)
{
    return isOldFrenchCard(result) ? QStringLiteral("fr-id") : kindName(result.kind);
}

} // namespace gatehouse::scanning
