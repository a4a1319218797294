// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ids.h"

#include <QJsonObject>

#include <vector>

namespace gatehouse::domain
{

enum class EscortRule { None, One, Two };

/// A part of the site and what it asks of a visitor. Data, not code: four ship as the default site. A zone counts only as the
/// manager signed it (`zone.define` in the ledger carries the hash of toJson); a row that was changed by hand is treated as
/// absent.
struct Zone {
    ZoneId id;
    QString nameEnglish;
    QString nameChinese;
    EscortRule escort = EscortRule::None;
    int visitorsPerEscort = 5;
    int approvals = 1;
    /// Capacities of which each must stand behind a visit, each by another person: one of the inner names suffices ("guard",
    /// "manager", or a duty's name). Empty: any people who may decide.
    std::vector<std::vector<QString>> approvers;
    bool asksDocument = true;
    bool asksTerms = false;               ///< confidentiality terms, signed (R20)
    bool asksBriefing = false;            ///< safety briefing (R23)
    int briefingDays = 365;               ///< how long a passed one holds
    std::vector<QString> prohibitedItems; ///< item kinds, see visit.h (R6, R7)
    std::vector<QString> namedItems;      ///< kinds that are handed in, or allowed by name (R7: cameras)
    int retentionDays = 180;

    bool operator==(const Zone &) const = default;
};

/// Why somebody comes: which zones it may ask for (R5) and which steps it asks at the kiosk.
struct Purpose {
    PurposeId id;
    QString nameEnglish;
    QString nameChinese;
    std::vector<ZoneId> zones;         ///< those that a visit with this purpose admits to
    std::vector<ZoneId> optionalZones; ///< those it may ask for besides
    bool entering = true;              ///< false: delivery at the door; two touches and a call to the guard
    bool asksHost = true;
    bool asksCompany = true;
    bool asksItems = true;
    int durationMinutes = 240; ///< length of the window from arrival, unless an invitation says otherwise

    bool operator==(const Purpose &) const = default;
};

/// Canonical JSON (sorted keys, compact when serialised); what `zone.define` and `purpose.define` sign.
QJsonObject toJson(const Zone &zone);
QJsonObject toJson(const Purpose &purpose);
Zone zoneFromJson(const QJsonObject &json);
Purpose purposeFromJson(const QJsonObject &json);

/// The site that ships: lobby, lounge, office, machine room.
std::vector<Zone> defaultZones();
std::vector<Purpose> defaultPurposes();

} // namespace gatehouse::domain
