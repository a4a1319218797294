// SPDX-License-Identifier: GPL-3.0-or-later
#include "ballot.h"

#include "emptyresult.h"

#include <algorithm>

namespace gatehouse::scanning
{

namespace
{
constexpr int enoughAlike = 2; // frames, when all checks hold
// What a vote weighs: a check that holds is worth a second frame. It must not be worth more: one character read otherwise makes
// one of ten wrong check digits right, so that among many frames of a forged zone one may look sound.
constexpr qsizetype weightValid = 2, weightInvalid = 1;
constexpr qsizetype enoughWeight = enoughAlike * weightValid;
constexpr qsizetype mostVotes = 12;      // the oldest are forgotten
constexpr qint64 longestVote = 2500;     // ms after which the majority is taken, marked where unsure
constexpr qint64 barcodePatience = 1000; // ms in which a document may still come into view
constexpr int gone = 15;                 // empty frames after which it is another document

QList<std::pair<QString, QString>> contentOf(const ScanResult &result)
{
    QList<std::pair<QString, QString>> content;
    for (const Field &field : result.fields)
        content.append({field.name, field.value});
    std::sort(content.begin(), content.end());
    return content;
}

bool sameContent(const ScanResult &a, const ScanResult &b)
{
    return a.kind == b.kind && a.valid == b.valid && contentOf(a) == contentOf(b);
}
} // namespace

std::optional<ScanResult> Ballot::count(const FrameResult &frame, qint64 at)
{
    ++m_frames;
    const ScanResult &result = frame.result;
    if (isNothing(result)) {
        if (++m_empty >= gone) {
            clear();
            return std::nullopt;
        }
        return m_votes.isEmpty() ? std::nullopt : decide(at);
    }
    m_empty = 0;
    if (result.kind == Kind::Barcode) {
        if (m_firstBarcode < 0)
            m_firstBarcode = at;
        return m_votes.isEmpty() && at - m_firstBarcode >= barcodePatience ? std::optional(result) : std::nullopt;
    }
    if (frame.conclusive)
        return result;
    if (m_firstVote < 0)
        m_firstVote = at;
    m_votes.append(result);
    if (m_votes.size() > mostVotes)
        m_votes.removeFirst();
    return decide(at);
}

qsizetype Ballot::votesFor(const ScanResult &result) const
{
    return std::count_if(m_votes.cbegin(), m_votes.cend(),
                         [&result](const ScanResult &vote) { return sameContent(vote, result); });
}

std::optional<ScanResult> Ballot::decide(qint64 at) const
{
    const auto weight = [this](const ScanResult &vote) {
        return std::pair(votesFor(vote) * (vote.valid ? weightValid : weightInvalid), vote.valid);
    };
    const auto best = std::max_element(m_votes.cbegin(), m_votes.cend(),
                                       [&weight](const auto &a, const auto &b) { return weight(a) < weight(b); });
    const qsizetype alike = votesFor(*best);
    const bool sure = weight(*best).first >= enoughWeight && 2 * alike > m_votes.size();
    const bool late = at - m_firstVote >= longestVote && alike >= enoughAlike;
    if (!sure && !late)
        return std::nullopt;
    ScanResult decided = *best;
    for (Field &field : decided.fields)
        field.trust = trustIn(field, decided.kind);
    return decided;
}

// As sure as most frames were: half of them that read something else, or were not sure of it themselves, make it doubtful.
Trust Ballot::trustIn(const Field &field, Kind kind) const
{
    qsizetype doubting = 0;
    Trust most = Trust::Unsure;
    for (const ScanResult &vote : m_votes) {
        if (vote.kind != kind)
            continue;
        const auto read = vote.field(field.name);
        const bool agrees = read && read->value == field.value;
        doubting += !agrees || read->trust == Trust::Unsure ? 1 : 0;
        if (agrees)
            most = std::min(most, read->trust);
    }
    return 2 * doubting >= m_votes.size() ? Trust::Unsure : most;
}

} // namespace gatehouse::scanning
