// SPDX-License-Identifier: GPL-3.0-or-later
#include "queueverdicts.h"

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
constexpr qint64 rememberedSeconds = 60;

QueueVerdicts::Verdict countFindings(const std::vector<Finding> &findings)
{
    QueueVerdicts::Verdict verdict;
    for (const Finding &finding : findings) {
        verdict.blocks += finding.verdict == domain::Verdict::Block ? 1 : 0;
        verdict.warnings += finding.verdict == domain::Verdict::Warn ? 1 : 0;
    }
    return verdict;
}

/// What a case that could not be opened counts as; nothing when the trouble is the database's.
std::optional<QueueVerdicts::Verdict> verdictWithoutCase(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadSignature:
    case ErrorCode::Blocked:
    case ErrorCode::NotFound:
        return QueueVerdicts::Verdict{1, 0};
    case ErrorCode::NotAllowed:
        return QueueVerdicts::Verdict{};
    default:
        return std::nullopt;
    }
}
} // namespace

std::optional<QueueVerdicts::Verdict> QueueVerdicts::last(const VisitId &visit) const
{
    const auto found = m_entries.constFind(visit);
    return found == m_entries.constEnd() ? std::nullopt : std::optional<Verdict>(found->verdict);
}

Result<QueueVerdicts::Basis> QueueVerdicts::basisOf(Transaction &transaction, const Workplace &workplace, const Visit &visit)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<LedgerEntry> entries, transaction.ledger().ofSubject(visitSubject(visit.id)));
    return Basis{visit, entries.empty() ? 0 : entries.back().sequence, workplace.authority.notices(), workplace.time.trusted()};
}

Result<std::vector<VisitId>> QueueVerdicts::stale(const Workplace &workplace, const std::vector<Visit> &waiting)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    const QDateTime now = workplace.clock.now();
    QHash<VisitId, Entry> kept;
    std::vector<VisitId> toOpen;
    for (const Visit &visit : waiting) {
        const auto found = m_entries.constFind(visit.id);
        if (found == m_entries.constEnd()) {
            toOpen.push_back(visit.id);
            continue;
        }
        kept.insert(visit.id, *found);
        const qint64 age = found->at.secsTo(now);
        GATEHOUSE_TRY_ASSIGN(const Basis basis, basisOf(*transaction, workplace, visit));
        if (age < 0 || age >= rememberedSeconds || basis != found->basis)
            toOpen.push_back(visit.id);
    }
    m_entries.swap(kept);
    return toOpen;
}

Result<QueueVerdicts::Verdict> QueueVerdicts::assess(const Workplace &workplace, const StaffSession &session,
                                                     const Visit &visit)
{
    Entry entry;
    {
        GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
        GATEHOUSE_TRY_ASSIGN(entry.basis, basisOf(*transaction, workplace, visit));
    }
    entry.at = workplace.clock.now();
    const Result<CaseFile> file = openCase(workplace, session, visit.id);
    const std::optional<Verdict> verdict = file ? countFindings(file->findings) : verdictWithoutCase(file.error().code);
    if (!verdict)
        return fail(file.error());
    entry.verdict = *verdict;
    m_entries.insert(visit.id, entry);
    return entry.verdict;
}

} // namespace gatehouse::usecases
