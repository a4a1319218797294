// SPDX-License-Identifier: GPL-3.0-or-later
#include "readvisits.h"
#include "replacedkeys.h"

#include <algorithm>
#include <limits>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
constexpr int entriesAtOnce = 2000;
using Trails = QHash<VisitId, VisitTrail>;

/// Every signature; the trails of visits are followed on the way. The first entry that does not verify is named in the report,
/// and none of them counts: what stands after it is looked at all the same.
Result<Trails> followEntries(Transaction &transaction, const Authority &authority, const QDateTime &now, LedgerReport &report)
{
    const QDateTime ahead = now.addDuration(TimeGuard::tolerance);
    Trails trails;
    for (qint64 after = 0; after < report.entries;) {
        GATEHOUSE_TRY_ASSIGN(const std::vector<LedgerEntry> entries, transaction.ledger().after(after, entriesAtOnce));
        for (const LedgerEntry &entry : entries) {
            const bool isSigned = authority.verified(entry);
            if (!isSigned && report.firstBad == 0) {
                report.firstBad = entry.sequence;
                report.problem = QStringLiteral("entry %1 is not signed by its actor").arg(entry.sequence);
            }
            if (isSigned && (entry.recorded > ahead || authority.datedAhead().contains(entry.sequence)))
                report.datedAhead.push_back(authority.named(entry));
            if (!isSigned || !authority.isFounded(entry))
                continue;
            if (const auto visit = visitOf(entry.subject))
                trails[*visit].follow(entry, authority);
        }
        after = entries.empty() ? report.entries : entries.back().sequence;
    }
    return trails;
}

/// Every visit's row against its trail, and trails that have no row.
Result<std::vector<VisitDifference>> compareVisits(Transaction &transaction, const Authority &authority, Trails trails)
{
    VisitQuery all;
    all.limit = std::numeric_limits<int>::max();
    GATEHOUSE_TRY_ASSIGN(const std::vector<Visit> rows, transaction.visits().find(all));
    std::vector<VisitDifference> differing;
    for (const Visit &row : rows) {
        GATEHOUSE_TRY_ASSIGN(const std::vector<Consent> consents, transaction.visits().consents(row.id));
        if (auto difference = trails.take(row.id).difference(row, consents, authority))
            differing.push_back(*std::move(difference));
    }
    for (auto trail = trails.cbegin(); trail != trails.cend(); ++trail)
        differing.push_back(trail->missing(trail.key()));
    std::sort(differing.begin(), differing.end(),
              [](const VisitDifference &a, const VisitDifference &b) { return a.number < b.number; });
    return differing;
}

/// The record of the newest entry was changed or taken away, or entries were cut off. That hides no earlier damage.
Result<LedgerReport> withoutHead(Transaction &transaction, const Error &error, LedgerReport report)
{
    LedgerHead chained;
    for (bool more = true; more;) {
        GATEHOUSE_TRY_ASSIGN(const std::vector<LedgerEntry> entries, transaction.ledger().after(report.entries, entriesAtOnce));
        more = !entries.empty();
        for (const LedgerEntry &entry : entries) {
            if (report.entries == chained.sequence && entry.sequence == chained.sequence + 1 &&
                entry.previous == chained.hash && matchesBody(entry))
                chained = {entry.sequence, entry.hash};
            report.entries = entry.sequence;
            report.headHash = entry.hash;
        }
    }
    report.firstBad = chained.sequence + 1;
    report.problem = chained.sequence == report.entries ? error.detail : QStringLiteral("the entry was changed or is missing");
    return report;
}
} // namespace

Result<LedgerReport> verifyLedger(Store &store, const QByteArray &rootFingerprint, const Clock &clock)
{
    TimeGuard time(clock);
    Authority authority(rootFingerprint, time);
    LedgerReport report;
    GATEHOUSE_TRY_ASSIGN(auto transaction, store.beginRead());
    GATEHOUSE_TRY_ASSIGN(report.planted, transaction->ledger().plantedCode());
    const auto head = transaction->ledger().head();
    if (!head && head.error().code == ErrorCode::BadSignature)
        return withoutHead(*transaction, head.error(), std::move(report));
    if (!head)
        return fail(head.error());
    report.entries = head->sequence;
    report.headHash = head->hash;
    if (report.entries == 0) { // a site begins with an entry of its root, which this station knows
        report.firstBad = 1;
        report.problem = QStringLiteral("the site's first entry is missing");
        return report;
    }
    if (const auto refreshed = authority.refresh(*transaction); !refreshed) {
        report.firstBad = authority.head().sequence + 1;
        report.problem = refreshed.error().detail;
        return report;
    }
    GATEHOUSE_TRY_ASSIGN(Trails trails, followEntries(*transaction, authority, clock.now(), report));
    report.unfounded = authority.unfounded();
    report.datedBack = authority.datedBack();
    report.waitsForTime = !time.trusted();
    GATEHOUSE_TRY_ASSIGN(report.replaced, replacedKeys(*transaction, authority));
    GATEHOUSE_TRY_ASSIGN(report.differing, compareVisits(*transaction, authority, std::move(trails)));
    GATEHOUSE_TRY_ASSIGN(report.uncertified, uncertifiedStaff(*transaction, authority));
    GATEHOUSE_TRY_ASSIGN(report.definitions, changedDefinitions(*transaction, authority));
    GATEHOUSE_TRY_ASSIGN(report.badges, changedBadges(*transaction, authority));
    return report;
}

} // namespace gatehouse::usecases
