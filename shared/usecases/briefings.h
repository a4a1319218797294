// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workplace.h"

namespace gatehouse::usecases
{

/// The safety briefing (R23). All block and write one statement; see domain/briefingbook.h for what counts.

/// The visitor answered the questions at this station. NotFound: the visit asks for no zone with a briefing of this key;
/// Invalid: fewer than three questions.
[[nodiscard]] Result<void> passBriefing(const Workplace &workplace, const domain::VisitId &visit, const domain::ZoneId &zone,
                                        const domain::BriefingAnswers &answers);
/// The zones of the visit that ask for a briefing which it did not pass, or which holds no longer.
[[nodiscard]] std::vector<domain::ZoneId> briefingsOwed(const Workplace &workplace, const domain::Visit &visit);
/// Somebody who is registered already answered the questions at this station: stated for every zone that is still owed, as the
/// request would have done it (stateBriefing). Nothing is written when none is. Invalid: fewer than three questions; Conflict:
/// the visit is over.
[[nodiscard]] Result<void> passOwedBriefings(const Workplace &workplace, const domain::VisitId &visit,
                                             const domain::BriefingAnswers &answers);
/// The person of the session briefed the visitor in person. NotAllowed for who does not decide on the zone's visitors.
[[nodiscard]] Result<void> briefInPerson(const Workplace &workplace, const StaffSession &session, const domain::VisitId &visit,
                                         const domain::ZoneId &zone);

/// The latest visit at which the same person passed the zone's briefing, when it still holds. Matched by document kind and
/// number, which are opened for the comparison with the session's keys and never shown: no index of identities is kept. Visits
/// that the reader may not open are passed over: a guard finds those of this and the last month, a manager all.
[[nodiscard]] Result<std::optional<domain::BriefingPassed>>
earlierBriefing(domain::Transaction &transaction, const Workplace &workplace, const StaffSession &session,
                const domain::VisitId &visit, const domain::VisitorRecord &record, const domain::ZoneId &zone);
/// Takes that one over for this visit; looks it up again. NotFound when there is none.
[[nodiscard]] Result<void> takeOverBriefing(const Workplace &workplace, const StaffSession &session,
                                            const domain::VisitId &visit, const domain::ZoneId &zone);

/// Within the request's transaction: states what the kiosk asked for each zone of the visit that asks for a briefing.
[[nodiscard]] Result<void> stateBriefing(domain::Transaction &transaction, const Workplace &workplace, const Signer &signer,
                                         const domain::Visit &visit, const domain::BriefingAnswers &answers);

} // namespace gatehouse::usecases
