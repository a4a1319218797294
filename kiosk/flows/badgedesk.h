// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway.h"

#include "domain/visit.h"

#include <QImage>

namespace gatehouse::kiosk
{

/// A badge that was issued here, ready to be shown.
struct ShownBadge {
    domain::Visit visit;
    QImage image;
    std::vector<domain::Zone> zones;
    bool escortRequired = false;
    bool printed = false;
};

/// Issues the badge of an approved visit, draws it, prints it, and then forgets and deletes its face. Worker thread. Errors as
/// usecases::issueBadge; a printer that fails is no error here (printed is false): the guard prints it again at the desk.
[[nodiscard]] Result<ShownBadge> issueAndPrint(const Desk &desk, const domain::VisitId &visit, const QString &siteName, const QString &badgeFolder);

} // namespace gatehouse::kiosk
