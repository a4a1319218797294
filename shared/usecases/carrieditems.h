// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workplace.h"

namespace gatehouse::usecases
{

/// What was declared, as it stands: to be said as the visitor leaves.
[[nodiscard]] Result<std::vector<domain::Item>> declaredItems(const Workplace &workplace, const domain::VisitId &visit);

/// Lets one device of a kind that a zone of the visit names (a camera) come along; `device` says which one (R7). By a guard or
/// manager who is not the visit's host. Invalid: no device, one over 60 characters, or no zone that names the kind; NotFound:
/// it was not declared; Conflict: it is handed in; NotAllowed.
[[nodiscard]] Result<void> allowItem(const Workplace &workplace, const StaffSession &session, const domain::VisitId &visit,
                                     const QString &kind, const QString &device);

/// Everything that was declared leaves with the visitor and everything that was handed in was given back, but for the kinds in
/// `missing` (R7, R21): each of those opens an incident. By a guard or manager, as the visitor leaves or afterwards. Conflict
/// (detail: the kind): a deposit was neither given back nor named missing, or the visitor never came in; Invalid: a kind that
/// was not declared.
[[nodiscard]] Result<void> reconcileItems(const Workplace &workplace, const StaffSession &session, const domain::VisitId &visit,
                                          const QStringList &missing);

} // namespace gatehouse::usecases
