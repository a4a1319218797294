// SPDX-License-Identifier: GPL-3.0-or-later
#include "approvals.h"

#include "base/logging.h"
#include "caseaccess.h"
#include "domain/policy.h"
#include "visitstatement.h"

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

bool wouldBeApproved(const Workplace &workplace, const VisitId &visit, const StaffId &by)
{
    const Authority &authority = workplace.authority;
    return authority.escorts().wouldBeApproved(visit, by, authority, authority.head().sequence, workplace.clock.now());
}

Result<int> approvalsNeeded(Transaction &transaction, const Workplace &workplace, const Visit &visit)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<Zone> zones, zonesOf(transaction, workplace, visit));
    if (zones.empty() || zones.size() != visit.zones.size())
        return fail(ErrorCode::Blocked, QStringLiteral("zone-unknown"));
    return domain::approvalsNeeded(zones);
}

Result<std::vector<Approval>> givenApprovals(Transaction &transaction, const Workplace &workplace, const Visit &visit)
{
    std::vector<Approval> approvals;
    GATEHOUSE_TRY_ASSIGN(const QJsonObject hashes, blobHashes(transaction, visit.id));
    const QJsonObject scope = approvalScope(visit, hashes);
    GATEHOUSE_TRY_ASSIGN(const std::vector<LedgerEntry> entries,
                         verifiedEntries(transaction, workplace, visitSubject(visit.id)));
    for (const LedgerEntry &entry : entries) {
        if (entry.action != action::visitApprove || !entry.actor.startsWith(QLatin1String("staff:")))
            continue;
        const StaffId by = StaffId::fromText(entry.actor.mid(6));
        const bool held = workplace.authority.isApproval(entry);
        const bool again =
            std::any_of(approvals.begin(), approvals.end(), [&](const Approval &earlier) { return earlier.by == by; });
        if (!held || again)
            continue;
        if (entry.details.value(QLatin1String("scope")).toObject() != scope) {
            qCCritical(lcTrust) << "approval" << entry.sequence << "was given for something else";
            continue;
        }
        approvals.push_back({by, entry.recorded, entry.sequence});
    }
    return approvals;
}

Result<std::vector<Approval>> countedApprovals(Transaction &transaction, const Workplace &workplace, const Visit &visit)
{
    if (workplace.authority.endedAt(visitSubject(visit.id)) > 0)
        return std::vector<Approval>();
    return givenApprovals(transaction, workplace, visit);
}

} // namespace gatehouse::usecases
