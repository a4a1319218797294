// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readvisits.h"

namespace gatehouse::usecases
{

/// How many findings block and warn for visits that wait: what a row of the queue says of its case. Opening a case takes
/// milliseconds (keys, seals, signatures), so what was found out is remembered until the visit, its last entry in the ledger or
/// what the site asks for has changed; because rules also look at the time and at things that leave no entry about the visit (a
/// zone, a host, an invitation), nothing is remembered for longer than a minute. A hint for the eye: whoever decides opens the
/// case itself. Holds no personal data. Belongs to one thread.
class QueueVerdicts
{
public:
    struct Verdict {
        int blocks = 0;
        int warnings = 0;
        bool operator==(const Verdict &) const = default;
    };

    /// What was found last, however long ago; nothing for a visit that was never assessed.
    std::optional<Verdict> last(const domain::VisitId &visit) const;

    /// Which of these visits have to be opened (again), in the order given; forgets all others. Reads, opens nothing.
    [[nodiscard]] Result<std::vector<domain::VisitId>> stale(const Workplace &workplace,
                                                             const std::vector<domain::Visit> &waiting);

    /// Opens one case and remembers what the policy says of it. A case that does not verify counts as blocked, one
    /// that this reader has no key for as nothing known. Fails on the database's trouble only.
    [[nodiscard]] Result<Verdict> assess(const Workplace &workplace, const StaffSession &session, const domain::Visit &visit);

private:
    /// What an assessment rests on.
    struct Basis {
        domain::Visit visit;
        qint64 lastEntry = 0;
        domain::NoticesInForce notices;
        bool clockTrusted = false;
        bool operator==(const Basis &) const = default;
    };
    struct Entry {
        Basis basis;
        QDateTime at;
        Verdict verdict;
    };
    [[nodiscard]] static Result<Basis> basisOf(domain::Transaction &transaction, const Workplace &workplace,
                                               const domain::Visit &visit);

    QHash<domain::VisitId, Entry> m_entries;
};

} // namespace gatehouse::usecases
