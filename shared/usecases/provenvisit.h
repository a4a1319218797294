// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workplace.h"

namespace gatehouse::usecases
{

/// A visit's row that does not say what its signed entries say. `what` names the values: "request" (number, host, purpose,
/// zones, window), "state", "decided-by", "requested-at", "decided-at", "entered-at", "left-at", "original-seen", "badge" (one
/// was issued before all had approved whom it takes); alone stand "no-request" (nobody signed for such a visit) and "no-row"
/// (its row was taken away).
struct VisitDifference {
    int number = 0; ///< the row's; the signed one when there is no row
    domain::VisitId visit;
    domain::VisitState recorded = domain::VisitState::Requested; ///< what the row says
    domain::VisitState proven = domain::VisitState::Requested;   ///< what the entries prove
    QStringList what;

    bool operator==(const VisitDifference &) const = default;
};

/// What the signed entries of one visit prove, followed one by one. The rows that people look at are an index over them
/// (design.md section 5): whoever shows that a visit is proven compares its row with this. Small, so that a whole log fits into
/// memory.
class VisitTrail
{
public:
    /// The next entry about the visit, which the caller has verified (Authority::verified, isFounded). An authority that was
    /// brought up to it.
    void follow(const domain::LedgerEntry &entry, const Authority &authority);
    /// Nothing when the row says what was signed. A row may differ in time by what lies between an act and its entry.
    std::optional<VisitDifference> difference(const domain::Visit &row, const std::vector<domain::Consent> &consents,
                                              const Authority &authority) const;
    /// For a visit that has no row.
    VisitDifference missing(const domain::VisitId &visit) const;

private:
    void takeRequest(const domain::LedgerEntry &entry);
    void takeApproval(const domain::LedgerEntry &entry, const Authority &authority);
    void takeBadge(const domain::LedgerEntry &entry, const Authority &authority);
    void takeEnd(const domain::LedgerEntry &entry);
    QStringList compared(const domain::Visit &row, const std::vector<domain::Consent> &consents,
                         domain::VisitState proven) const;
    bool decisionFits(const domain::Visit &row, domain::VisitState proven, QStringList &what) const;

    bool m_requested = false;
    bool m_whole = false; ///< the request states more than number and purpose
    int m_number = 0;
    QByteArray m_request; ///< hash of what was asked for, without the sealed data and the items
    QByteArray m_scope;   ///< hash of what an approval has to be about
    std::vector<domain::StaffId> m_approvers;
    domain::VisitState m_state = domain::VisitState::Requested; ///< Approved follows from the approvals
    std::optional<domain::StaffId> m_endedBy;
    std::optional<QDateTime> m_requestedAt, m_approvedAt, m_enteredAt, m_endedAt;
    bool m_seen = false;
    bool m_badgeTooEarly = false;
};

/// Somebody who is inside by the ledger and whose row was taken away, as the request says; NotFound for all others.
[[nodiscard]] Result<domain::Visit> insideWithoutRow(domain::Transaction &transaction, const Workplace &workplace,
                                                     const domain::VisitId &visit);

/// How one visit's row differs, from its entries. BadSignature when one of them does not verify, was changed or is missing.
[[nodiscard]] Result<std::optional<VisitDifference>> differenceOf(domain::Transaction &transaction, const Workplace &workplace,
                                                                  const domain::Visit &row);
/// For a person who reads the log: NotAllowed for others, NotFound when there is no such row.
[[nodiscard]] Result<std::optional<VisitDifference>> differenceOf(const Workplace &workplace, const StaffSession &session,
                                                                  const domain::VisitId &visit);

} // namespace gatehouse::usecases
