// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "escortbook.h"

#include <map>

namespace gatehouse::domain
{

/// What a visitor carries, as the statements say. One statement is about all of a kind.
struct Carried {
    QString kind;
    int count = 1;
    ItemState state = ItemState::Declared;
    QString tag; ///< of the deposit, or the device that is allowed by name

    bool operator==(const Carried &) const = default;
};

/// What was looked at when the visitor left (R7, R21).
struct Reconciliation {
    StaffId by;
    QDateTime at;
    QStringList missing; ///< kinds that were declared and did not leave, or were not given back
};

/// Carried items replayed from the ledger: declared with the request (`visit.request`, items), taken against a tag
/// (`item.deposit`), given back (`item.return`), allowed by name (`item.allow`: kind, tag), looked at on leaving
/// (`item.reconcile`: missing). Believed: guards and managers, and for allowing whoever decides on an escorted zone of the
/// visit, but never the visit's host. `escorts` must outlive the book and be replayed ahead of it.
class CarriedBook final : public StatementBook
{
public:
    explicit CarriedBook(const EscortBook &escorts) : m_escorts(escorts) {}

    bool wants(const QString &action) const override;
    void apply(const LedgerEntry &entry, const StandingView &standing) override;

    std::vector<Carried> carried(const VisitId &visit) const;
    /// Kinds that the zone does not admit and that the visitor has on the person: what it prohibits and is not handed in, what
    /// it names and is neither handed in nor allowed (R6, R7). What was given back counts as carried again.
    QStringList notAdmitted(const VisitId &visit, const Zone &zone) const;
    std::optional<Reconciliation> reconciliation(const VisitId &visit) const;

private:
    bool mayAllow(const StaffId &by, const VisitId &visit, const LedgerEntry &entry, const StandingView &standing) const;

    const EscortBook &m_escorts;
    std::map<VisitId, std::vector<Carried>> m_carried;
    std::map<VisitId, StaffId> m_hosts;
    std::map<VisitId, Reconciliation> m_reconciled;
};

} // namespace gatehouse::domain
