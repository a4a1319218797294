// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "briefings.h"
#include "domain/escortrules.h"
#include "workplace.h"

namespace gatehouse::usecases
{

/// The life of an escorted access, one function for each thing a person does. All block and write one signed statement (or one
/// for each visitor); Blocked carries the code of the first finding, the functions of domain/escortrules.h give all of them.
/// NotAllowed: the person is not the one who may; NotFound: no such access; ClockWrong.

/// Approves by a duty of the zone (R9), or as the manager who stands in for one that did not answer. With enough approvals the
/// visit is approved; the badge face goes to the kiosk with it when this person may open the visit, and else when a guard's
/// program renews faces.
[[nodiscard]] Result<domain::Visit> approveAccess(const Workplace &workplace, const StaffSession &session,
                                                  const domain::VisitId &visit, const domain::ZoneId &zone);

/// Asks somebody to escort: by guard, manager, a duty of the zone, or the host (R4: a tour names its escort in advance).
[[nodiscard]] Result<void> assignEscort(const Workplace &workplace, const StaffSession &session, const domain::VisitId &visit,
                                        const domain::ZoneId &zone, const domain::StaffId &escort);
/// Signed by the escort; also takes over what is offered.
[[nodiscard]] Result<void> acceptEscort(const Workplace &workplace, const StaffSession &session, const domain::VisitId &visit,
                                        const domain::ZoneId &zone);
[[nodiscard]] Result<void> declineEscort(const Workplace &workplace, const StaffSession &session, const domain::VisitId &visit,
                                         const domain::ZoneId &zone);
/// Offers the visitor to another escort, who confirms by accepting; until then nothing changes.
[[nodiscard]] Result<void> handOverEscort(const Workplace &workplace, const StaffSession &session, const domain::VisitId &visit,
                                          const domain::ZoneId &zone, const domain::StaffId &to);
/// Ends the accesses of these visitors: all of them or none.
[[nodiscard]] Result<void> releaseEscort(const Workplace &workplace, const StaffSession &session,
                                         const std::vector<domain::VisitId> &visits, const domain::ZoneId &zone,
                                         const domain::ReleaseWords &words);
/// By the escort, a guard, a manager or a duty of the zone. `code`: "conduct", "work-stopped", "emergency", "other".
[[nodiscard]] Result<void> revokeAccess(const Workplace &workplace, const StaffSession &session, const domain::VisitId &visit,
                                        const domain::ZoneId &zone, const QString &code);

/// Accesses that nobody answered for 30 minutes are revoked by this station; requests for an escorted zone lapse likewise.
/// Within a write transaction of the caller; returns how many.
[[nodiscard]] Result<int> lapseUnanswered(domain::Transaction &transaction, const Workplace &workplace);

} // namespace gatehouse::usecases
