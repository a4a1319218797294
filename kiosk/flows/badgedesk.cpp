// SPDX-License-Identifier: GPL-3.0-or-later
#include "badgedesk.h"

#include "badges/bearer.h"
#include "badges/sheets.h"
#include "base/logging.h"
#include "usecases/badges.h"

namespace gatehouse::kiosk
{

namespace
{
constexpr int screenDpi = 300;
} // namespace

Result<BadgeToPrint> issueAndDraw(const Desk &desk, const domain::VisitId &visit, const QString &siteName,
                                  badges::Format format)
{
    GATEHOUSE_TRY_ASSIGN(const usecases::IssuedBadge issued, usecases::issueBadge(desk.workplace(), desk.boot(), visit));
    const auto &[name, company, host, portrait] = issued.face;
    BadgeToPrint badge;
    badge.face = badges::badgeFace({name, company, host, portrait}, issued.visit, issued.badge, issued.zones,
                                   issued.escortRequired, siteName);
    DrawnBadge &shown = badge.shown;
    shown.visit = issued.visit;
    shown.zones = issued.zones;
    shown.escortRequired = issued.escortRequired;
    if (const auto image = badges::badgeImage(badge.face, format, screenDpi))
        shown.image = *image;
    if (const auto used = usecases::faceUsed(desk.workplace(), visit); !used)
        qCWarning(lcKiosk) << "badge face not deleted:" << errorName(used.error().code);
    return badge;
}

bool printBadge(const badges::BadgeFace &face, badges::Format format, const badges::Printer &printer)
{
    return badges::print(face, format, printer).has_value();
}

bool printNumber(int pickup, const QString &siteName, const QDateTime &at, const badges::Printer &printer)
{
    const badges::Drawing slip = badges::pickupSlipPage({siteName, QString::number(pickup), at}, badges::FontMeasure());
    return badges::print({slip}, QStringLiteral("number-%1").arg(pickup), printer).has_value();
}

} // namespace gatehouse::kiosk
