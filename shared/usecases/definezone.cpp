// SPDX-License-Identifier: GPL-3.0-or-later
#include "definezone.h"

#include "domain/visit.h"

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
const QString &flammable()
{
    static const QString kind = QStringLiteral("flammable");
    return kind;
}

bool contains(const std::vector<QString> &kinds, const QString &kind)
{
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

bool areKnown(const std::vector<QString> &kinds)
{
    return std::all_of(kinds.begin(), kinds.end(), [](const QString &kind) { return itemKinds().contains(kind); });
}

bool isWithin(int value, int most)
{
    return value >= 1 && value <= most;
}

/// The zone as signed, with what may be changed taken from the new one.
Zone changedFrom(Zone signedZone, const Zone &wanted)
{
    signedZone.visitorsPerEscort = wanted.visitorsPerEscort;
    signedZone.asksTerms = wanted.asksTerms;
    signedZone.asksBriefing = wanted.asksBriefing;
    signedZone.briefingDays = wanted.briefingDays;
    signedZone.prohibitedItems = wanted.prohibitedItems;
    signedZone.namedItems = wanted.namedItems;
    signedZone.retentionDays = wanted.retentionDays;
    return signedZone;
}

/// Name of the field that does not do, or null.
const char *flawIn(const Zone &zone)
{
    const auto both = [&](const QString &kind) { return contains(zone.prohibitedItems, kind); };
    if (!areKnown(zone.prohibitedItems) || !areKnown(zone.namedItems) ||
        std::any_of(zone.namedItems.begin(), zone.namedItems.end(), both) || !contains(zone.prohibitedItems, flammable()))
        return "items";
    if (!isWithin(zone.visitorsPerEscort, mostVisitorsPerEscort))
        return "visitorsPerEscort";
    if (!isWithin(zone.briefingDays, longestBriefingDays))
        return "briefingDays";
    return isWithin(zone.retentionDays, longestRetentionDays) ? nullptr : "retentionDays";
}
} // namespace

Result<void> defineZone(const Workplace &workplace, const StaffSession &manager, const Zone &zone)
{
    GATEHOUSE_TRY(requireTime(workplace));
    GATEHOUSE_TRY_ASSIGN(const auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, manager, {Role::Manager}));
    const auto signedZone = workplace.authority.zone(zone.id);
    if (!signedZone)
        return fail(ErrorCode::NotFound, QStringLiteral("zone"));
    if (changedFrom(*signedZone, zone) != zone)
        return fail(ErrorCode::Invalid, QStringLiteral("fixed"));
    if (const char *flaw = flawIn(zone))
        return fail(ErrorCode::Invalid, QString::fromLatin1(flaw));
    if (zone == *signedZone)
        return fail(ErrorCode::Conflict, QStringLiteral("unchanged"));
    GATEHOUSE_TRY(transaction->site().saveZone(zone));
    GATEHOUSE_TRY(record(*transaction, workplace, signerOf(manager), action::zoneDefine, zoneSubject(zone.id),
                         {{QStringLiteral("zone"), toJson(zone)}}));
    return transaction->commit();
}

bool knowsNothingOfCameras(const Zone &zone)
{
    const QString camera = QStringLiteral("camera");
    return zone.escort != EscortRule::None && !contains(zone.prohibitedItems, camera) && !contains(zone.namedItems, camera);
}

} // namespace gatehouse::usecases
