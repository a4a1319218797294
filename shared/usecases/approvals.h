// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workplace.h"

namespace gatehouse::usecases
{

/// One approval that counts: a statement that verified, by a person who held the role at that place and still counts.
struct Approval {
    domain::StaffId by;
    QDateTime at;
    qint64 sequence = 0;
};

/// The approvals that counted when they were given, for who reads of the visit; its end leaves them as they are.
[[nodiscard]] Result<std::vector<Approval>> givenApprovals(domain::Transaction &transaction, const Workplace &workplace,
                                                           const domain::Visit &visit);
/// The approvals of a visit that count now: none once it has ended. Whoever acts on an approval calls this, never a column.
[[nodiscard]] Result<std::vector<Approval>> countedApprovals(domain::Transaction &transaction, const Workplace &workplace,
                                                             const domain::Visit &visit);
/// Whether an approval by this person completes what the visit's escorted zones ask for; true when it has none.
bool wouldBeApproved(const Workplace &workplace, const domain::VisitId &visit, const domain::StaffId &by);
/// How many a visit needs: the most that one of its zones asks for. Blocked when a zone is not as a manager signed it.
[[nodiscard]] Result<int> approvalsNeeded(domain::Transaction &transaction, const Workplace &workplace,
                                          const domain::Visit &visit);

} // namespace gatehouse::usecases
