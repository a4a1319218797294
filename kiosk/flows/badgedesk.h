// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "badges/badgelayout.h"
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

/// The same, and what is to be printed of it: to be forgotten once it is.
struct BadgeToPrint {
    DrawnBadge shown;
    badges::BadgeFace face;
};

/// Issues the badge of an approved visit, draws it, and deletes its face from the database. Thread of Gateway::queue(). Errors
/// as usecases::issueBadge.
[[nodiscard]] Result<BadgeToPrint> issueAndDraw(const Desk &desk, const domain::VisitId &visit, const QString &siteName,
                                                badges::Format format);

/// Thread of Gateway::paper(). False when it was not printed, which is no error: the guard prints it again at the desk.
bool printBadge(const badges::BadgeFace &face, badges::Format format, const badges::Printer &printer);

/// The number under which a badge is picked up, on a slip of paper; thread and answer as above.
bool printNumber(int pickup, const QString &siteName, const QDateTime &at, const badges::Printer &printer);

} // namespace gatehouse::kiosk
