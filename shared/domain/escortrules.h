// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "escortbook.h"
#include "policy.h"

namespace gatehouse::domain
{

/// What is asked about one access at one time. The books must outlive it.
struct EscortQuestion {
    const DutyBook &duties;
    const EscortBook &escorts;
    VisitId visit;
    ZoneId zone;
    QDateTime at;
};

/// How an escort ends an access: the work is done (or given up), so many visitors were counted out, fire protection works
/// again.
struct ReleaseWords {
    bool workConfirmed = false;
    int heads = 0;
    int headsExpected = 0;
    bool fireRestored = false;
};

/// Why the escort cannot be asked, cannot accept, or cannot take over (R4, R23); each finding that blocks is said. Pure: the
/// books and a time in, findings out. The book asks the same again when it believes a statement; a refusal here only tells the
/// person earlier and in words.
std::vector<Finding> assignFindings(const EscortQuestion &question, const std::optional<Staff> &escort);
std::vector<Finding> acceptFindings(const EscortQuestion &question, const std::optional<Staff> &escort);
std::vector<Finding> handOverFindings(const EscortQuestion &question, const StaffId &from, const std::optional<Staff> &to);
std::vector<Finding> releaseFindings(const EscortQuestion &question, const ReleaseWords &words);
/// Of somebody who approves by a duty of the zone (R9): never the host, never who asked, each person once.
std::vector<Finding> approvalFindings(const EscortQuestion &question, const StaffId &by, const std::set<QString> &capacities);

/// Escorts who may accept now, the one that was asked first; those who declined are left out.
std::vector<StaffId> askedNow(const EscortQuestion &question);
/// Holders of duties who are asked to approve now: at first the one who comes first for each capacity that is missing, after 2
/// minutes everybody who can stand in it, deputies included. Never host, requester or who approved already. Guards are asked in
/// their queue.
std::vector<StaffId> approversAsked(const EscortQuestion &question);
/// From 15 minutes before the authorisation or the shift of the escort in charge ends.
bool shouldHandOver(const EscortQuestion &question);

} // namespace gatehouse::domain
