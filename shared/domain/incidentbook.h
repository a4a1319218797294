// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident.h"
#include "statementbook.h"

#include <map>

namespace gatehouse::domain
{

/// All incidents as signed statements tell them (R3, R27). A statement that its signer had no authority for, or that comes out
/// of the policy's order (the reason asked before the person was led out), counts as absent:
/// - `incident.open` by any member of staff or an enrolled station (R3: everyone);
/// - `incident.step` and `incident.inform` by any member of staff;
/// - `incident.assign` by a guard, a manager or the present owner;
/// - `incident.close` by a manager, once the required steps are recorded.
/// A plain value of one thread; times are those of the entries.
class IncidentBook final : public StatementBook
{
public:
    bool wants(const QString &action) const override;
    void apply(const LedgerEntry &entry, const StandingView &view) override;

    std::optional<Incident> byId(const IncidentId &id) const;
    /// Oldest first.
    std::vector<Incident> open() const;
    std::vector<Incident> all() const;
    /// The open incident about this subject and point, so that the same thing is not opened twice.
    std::optional<Incident> openAbout(const QString &about, const QString &point) const;

    static bool mayAssign(const Incident &incident, const StaffId &by, const StandingView &view, qint64 sequence);
    /// Whether the step is the next one, or only optional ones lie between.
    static bool mayTake(const Incident &incident, const QString &step);

private:
    void openOne(const LedgerEntry &entry);
    void change(Incident &incident, const LedgerEntry &entry, const StandingView &view);

    std::map<IncidentId, Incident> m_incidents; // ids of version 7: in the order of time
};

} // namespace gatehouse::domain
