// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workplace.h"

namespace gatehouse::usecases
{

/// Who answers for a zone, who may escort there, who may enter it (R4, R9, R17, R23). Each is one signed statement; DutyBook
/// says what counts. Blocked with the code of the finding when the policy forbids it; NotAllowed when the person may not say
/// it.

struct DutyTerm {
    domain::StaffId staff;
    domain::ZoneId zone;
    domain::Duty duty = domain::Duty::Keeper;
    bool deputy = false;
    QDateTime until;
};
/// By a manager (R9).
[[nodiscard]] Result<void> assignDuty(const Workplace &workplace, const StaffSession &session, const DutyTerm &term);
[[nodiscard]] Result<void> endDuty(const Workplace &workplace, const StaffSession &session, const domain::StaffId &staff,
                                   const domain::ZoneId &zone, domain::Duty duty);

/// The detail of Blocked where a term or a shift would end before now.
inline const QString termOver = QStringLiteral("term-over");

/// When the present shift of `staff` ends: an escort is asked to hand over before. By the person, or a manager. Blocked
/// (termOver) when it is past.
[[nodiscard]] Result<void> stateShiftEnd(const Workplace &workplace, const StaffSession &session, const domain::StaffId &staff,
                                         const QDateTime &until);
/// By a manager or the zone's lead, for managerial staff and never for oneself. `training`: the day on which it was given.
[[nodiscard]] Result<void> authoriseEscort(const Workplace &workplace, const StaffSession &session,
                                           const domain::StaffId &staff, const domain::ZoneId &zone, const QDateTime &until,
                                           const QDate &training);
[[nodiscard]] Result<void> withdrawEscort(const Workplace &workplace, const StaffSession &session, const domain::StaffId &staff,
                                          const domain::ZoneId &zone);

/// `reason`: code of what the access is for, see accessReasons(). By lead or manager, never for oneself.
[[nodiscard]] Result<void> grantAccess(const Workplace &workplace, const StaffSession &session, const domain::StaffId &staff,
                                       const domain::ZoneId &zone, const QDateTime &until, const QString &reason);
/// The quarterly review, entry by entry: kept (by the lead; the lead's own entry by a manager) or withdrawn.
[[nodiscard]] Result<void> reviewAccess(const Workplace &workplace, const StaffSession &session, const domain::StaffId &staff,
                                        const domain::ZoneId &zone);
[[nodiscard]] Result<void> withdrawAccess(const Workplace &workplace, const StaffSession &session, const domain::StaffId &staff,
                                          const domain::ZoneId &zone);
QStringList accessReasons();

} // namespace gatehouse::usecases
