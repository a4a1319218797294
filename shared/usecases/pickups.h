// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "badgefaces.h"

namespace gatehouse::usecases
{

/// What a kiosk asks of the visits that wait there, with a pick-up number or before its screen. Each verifies the ledger first.

/// Visits that wait together, as they are now.
struct WaitingParty {
    std::vector<domain::Visit> visits;
    domain::VisitId asked; ///< whose visit the question is about; null: nobody is asked anything
    GuardsQuestion question;
    std::vector<domain::Visit> unbriefed; ///< who owes a safety briefing
};
/// Visits that are not there any more are left out.
[[nodiscard]] Result<WaitingParty> waitingParty(const Workplace &workplace, const security::BoxKeyPair &boot,
                                                const std::vector<domain::VisitId> &visits);

/// A number that the rest screen shows: of decided visits, and of those that wait the ones whom the guard asks something and
/// those that owe a safety briefing.
struct ReadyNumber {
    int number = 0;
    bool ready = false;    ///< the badge can be had here at once
    bool briefing = false; ///< not decided yet, and the briefing can be passed meanwhile

    bool operator==(const ReadyNumber &) const = default;
};
/// Those that this station gave. A refusal shows for `refusalShown`. A badge is ready when its face is sealed to `boot`.
[[nodiscard]] Result<std::vector<ReadyNumber>> readyNumbers(const Workplace &workplace, const security::BoxKeyPair &boot);

/// The party of a number; Conflict when this station gave no such number.
[[nodiscard]] Result<std::vector<domain::Visit>> partyOfNumber(const Workplace &workplace, int number);
/// Who of a number's party waits and owes a safety briefing; Conflict as above.
[[nodiscard]] Result<std::vector<domain::Visit>> unbriefedOf(const Workplace &workplace, int number);

/// Visits of this station that nobody waits for any more (the program was restarted) get a number, so that their badges can be
/// had. Returns how many numbers were given.
[[nodiscard]] Result<int> adoptWaiting(const Workplace &workplace);

} // namespace gatehouse::usecases
