// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/exceptionbook.h"
#include "workplace.h"

namespace gatehouse::usecases
{

struct NewException {
    QString kind; ///< see domain::exceptionKinds()
    domain::ZoneId zone;
    QString system; ///< which PC, port or right: a label, at most 80 characters
    QDateTime until;
    QString text; ///< why; sealed
};

/// Any active member of staff asks (R8, R17, R26). Invalid: unknown kind, no system, an end that is past or more than 30 days
/// off.
[[nodiscard]] Result<domain::ExceptionId> requestException(const Workplace &workplace, const StaffSession &session,
                                                           const NewException &request);
/// The supervisor of the zone first, then the leadership, which names the one person of maintenance. NotAllowed when it is not
/// this person's turn; NotFound.
[[nodiscard]] Result<void> checkException(const Workplace &workplace, const StaffSession &supervisor,
                                          const domain::ExceptionId &id);
/// The detail of Invalid where the named person does not hold the duty, or asked for it.
inline const QString noMaintainer = QStringLiteral("maintainer");

/// Invalid (noMaintainer).
[[nodiscard]] Result<void> signException(const Workplace &workplace, const StaffSession &leader, const domain::ExceptionId &id,
                                         const domain::StaffId &maintainer);
[[nodiscard]] Result<void> refuseException(const Workplace &workplace, const StaffSession &session,
                                           const domain::ExceptionId &id, const QString &text);
/// Only the named person; never after its end.
[[nodiscard]] Result<void> carryOutException(const Workplace &workplace, const StaffSession &maintainer,
                                             const domain::ExceptionId &id);
/// The lock is back: this closes it (R8).
[[nodiscard]] Result<void> relockException(const Workplace &workplace, const StaffSession &maintainer,
                                           const domain::ExceptionId &id);
/// Maintenance's right at any time (R26). Invalid without a reason.
[[nodiscard]] Result<void> closeExceptionAtOnce(const Workplace &workplace, const StaffSession &session,
                                                const domain::ExceptionId &id, const QString &text);

struct ExceptionCase {
    domain::ExceptionRequest request;
    QString text;
    QString endText;
    bool overdue = false;
    QStringList steps; ///< names of the actions that this person may take now
};
/// Overdue ones first, then what runs, then what ended.
[[nodiscard]] Result<std::vector<ExceptionCase>> exceptionCases(const Workplace &workplace, const StaffSession &session);

} // namespace gatehouse::usecases
