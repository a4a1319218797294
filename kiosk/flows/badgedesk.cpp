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

Result<DrawnBadge> issueAndPrint(const Desk &desk, const domain::VisitId &visit, const QString &siteName,
                                 const badges::Printer &printer)
{
    GATEHOUSE_TRY_ASSIGN(const usecases::IssuedBadge issued, usecases::issueBadge(desk.workplace(), desk.boot(), visit));
    const auto &[name, company, host, portrait] = issued.face;
    const badges::BadgeFace face = badges::badgeFace({name, company, host, portrait}, issued.visit, issued.badge, issued.zones,
                                                     issued.escortRequired, siteName);
    DrawnBadge shown;
    shown.visit = issued.visit;
    shown.zones = issued.zones;
    shown.escortRequired = issued.escortRequired;
    if (const auto image = badges::badgeImage(face, badges::Format::Card86x54, screenDpi))
        shown.image = *image;
    const auto printed = badges::print(face, badges::Format::Card86x54, printer);
    shown.printed = printed.has_value();
    if (!printed)
        qCWarning(lcPrint) << "badge not printed:" << errorName(printed.error().code);
    if (const auto used = usecases::faceUsed(desk.workplace(), visit); !used)
        qCWarning(lcKiosk) << "badge face not deleted:" << errorName(used.error().code);
    return shown;
}

bool printNumber(int pickup, const QString &siteName, const QDateTime &at, const badges::Printer &printer)
{
    const badges::Drawing slip = badges::pickupSlipPage({siteName, QString::number(pickup), at}, badges::FontMeasure());
    return badges::print({slip}, QStringLiteral("number-%1").arg(pickup), printer).has_value();
}

} // namespace gatehouse::kiosk
