// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statementbook.h"

#include <QHash>

#include <vector>

namespace gatehouse::domain
{

/// Where in the ledger the doors speak of a visit: passage.* statements are about a zone and name the people who stood there,
/// so that nobody finds them by the visit. It keeps their places only (eight bytes for each visitor of a passage); the entries
/// are read where somebody wants to see them.
class PassageBook final : public StatementBook
{
public:
    bool wants(const QString &action) const override;
    void apply(const LedgerEntry &entry, const StandingView &standing) override;

    /// The sequences of passage.enter, leave and refuse that name the visit, in order.
    std::vector<qint64> of(const VisitId &visit) const { return m_passages.value(visit); }
    /// The sequence of the passage.unused by which this door said that nobody went through after that decision; 0 without one.
    qint64 unused(const StationId &door, const QString &decision) const { return m_unused.value({door, decision}); }

private:
    QHash<VisitId, std::vector<qint64>> m_passages;
    QHash<std::pair<StationId, QString>, qint64> m_unused;
};

} // namespace gatehouse::domain
