// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ids.h"
#include "statementbook.h"

#include <map>
#include <set>
#include <vector>

namespace gatehouse::domain
{

using MusterId = Id<struct MusterTag>;

/// One count of people at the assembly point, in earnest or as a drill (R23, R24).
struct Muster {
    MusterId id;
    bool drill = false;
    QString startedBy; ///< actor
    QDateTime startedAt;
    int people = 0;                    ///< on site when it began
    std::map<QString, QDateTime> safe; ///< subject -> when first marked, from whichever station
    std::optional<QDateTime> endedAt;

    bool operator==(const Muster &) const = default;
};

inline constexpr int mostPapersAtOnce = 500; ///< one statement prints no more; who looks for gaps counts them one by one

/// Numbered paper forms for when nothing works (R24): printed ahead, typed in later.
struct PaperForms {
    int lastPrinted = 0;
    std::set<int> entered;
    std::set<int> spoiled;

    /// Numbers below the highest one that came back which did neither come back nor were declared spoiled: each is a finding.
    std::vector<int> missing() const;
    bool operator==(const PaperForms &) const = default;
};

/// Where people go when the site is cleared, and where work goes on when the site cannot be used (R24). As a manager signed
/// them last; empty until then.
struct SitePlaces {
    QString assemblyPoint;
    QString backupSite;

    bool operator==(const SitePlaces &) const = default;
};

/// Roll calls, places and paper forms as signed statements tell them. Any member of staff may start a count or mark somebody
/// safe: in an emergency nobody is asked for a role, and marks of two stations merge because each is a statement of its own.
/// A count is ended by a guard or manager; the places are a manager's; paper forms are printed, typed in and declared spoiled
/// by guards and managers. Who may is asked ahead of the book (standing.h).
class MusterBook final : public StatementBook
{
public:
    bool wants(const QString &action) const override;
    void apply(const LedgerEntry &entry, const StandingView &standing) override;

    std::optional<Muster> running() const;
    std::optional<Muster> byId(const MusterId &id) const;
    /// Newest first.
    std::vector<Muster> all() const;
    const PaperForms &papers() const { return m_papers; }
    const SitePlaces &places() const { return m_places; }

private:
    void applyPaper(const LedgerEntry &entry);

    std::map<MusterId, Muster> m_musters;
    PaperForms m_papers;
    SitePlaces m_places;
};

QString musterSubject(const MusterId &id);

} // namespace gatehouse::domain
