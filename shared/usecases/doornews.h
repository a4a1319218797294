// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workplace.h"

#include <map>

namespace gatehouse::usecases
{

/// A door station and when it last said that it is alive.
struct DoorSign {
    domain::Station station;
    QDateTime seen;     ///< by its signed pulse; invalid: none
    QDateTime signedAt; ///< by the last entry that it signed; invalid: none
};

/// The word of this station that it was alive then.
domain::StationPulse signedPulse(const Workplace &workplace, const QDateTime &at);
/// When an enrolled station last said that it is alive. A row that its own key did not sign counts as absent, and so does one
/// of a time still to come. An old one may have been put back: how old it may be says who asks.
[[nodiscard]] Result<std::optional<QDateTime>> lastPulse(domain::Transaction &transaction, const Workplace &workplace,
                                                         const domain::StationId &station);

/// What a guard must hear of doors, and of any station that refused what somebody wrote by hand.
struct DoorNews {
    std::vector<DoorSign> doors;             ///< enrolled
    std::vector<domain::LedgerEntry> alarms; ///< of stations, after the sequence asked for, oldest first
    qint64 unsignedEntry = 0; ///< the first entry after it that its actor did not sign: somebody writes into the database
    std::vector<DoubtfulEntry> doubtful;           ///< after it, oldest first
    std::map<domain::StationId, QString> stations; ///< names of those that raised them
    std::map<domain::VisitId, int> visits;         ///< numbers of the visits that they are about
    /// Escorted zones with visitors who are inside without a valid escort, and how many: as it is now, whether a door said it
    /// (the escort left) or time did (window or authorisation over).
    std::vector<std::pair<domain::ZoneId, int>> astray;
    qint64 upTo = 0; ///< ask on from here
};

/// For signed-in guards and managers, once a second: cheap, reads only what is new. `after` below zero: all alarms and doubtful
/// entries of the last twelve hours, whatever was written since, so that whoever signs in hears what happened on the way.
[[nodiscard]] Result<DoorNews> doorNews(const Workplace &workplace, const StaffSession &session, qint64 after);

} // namespace gatehouse::usecases
