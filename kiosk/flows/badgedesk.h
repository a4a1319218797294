// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "badges/printers.h"
#include "gateway.h"

#include "domain/visit.h"

#include <QImage>

namespace gatehouse::kiosk
{

/// A badge that was issued here, ready to be shown.
struct DrawnBadge {
    domain::Visit visit;
    QImage image;
    std::vector<domain::Zone> zones;
    bool escortRequired = false;
    bool printed = false;
};

/// Issues the badge of an approved visit, draws it, prints it, and then forgets and deletes its face. Worker thread. Errors as
/// usecases::issueBadge; a printer that fails is no error here (printed is false): the guard prints it again at the desk.
[[nodiscard]] Result<DrawnBadge> issueAndPrint(const Desk &desk, const domain::VisitId &visit, const QString &siteName,
                                               const badges::Printer &printer);

/// The number under which a badge is picked up, on a slip of paper. Worker thread. False when it was not printed.
bool printNumber(int pickup, const QString &siteName, const QDateTime &at, const badges::Printer &printer);

} // namespace gatehouse::kiosk
