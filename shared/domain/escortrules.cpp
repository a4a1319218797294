// SPDX-License-Identifier: GPL-3.0-or-later
#include "escortrules.h"

#include <algorithm>

namespace gatehouse::domain
{

namespace
{
constexpr qint64 handOverWarning = 15 * 60; // seconds

using Findings = std::vector<Finding>;

void block(Findings &findings, Rule rule, const char *code, const QStringList &basis = {})
{
    findings.push_back({rule, Verdict::Block, QString::fromLatin1(code), basis});
}

/// R4, R23: managerial, authorised for the zone, trained.
void escortMay(Findings &findings, const EscortQuestion &question, const std::optional<Staff> &escort)
{
    if (!escort || escort->state == StaffState::Left)
        return block(findings, Rule::R4, "escort-unknown");
    if (escort->grade != Grade::Managerial)
        return block(findings, Rule::R4, "escort-not-managerial");
    const auto authorisation = question.duties.escortAuthorisation(escort->id, question.zone);
    if (!authorisation)
        return block(findings, Rule::R4, "escort-not-authorised", {question.zone.key});
    if (question.at >= authorisation->until)
        block(findings, Rule::R4, "escort-authorisation-over",
              {authorisation->until.toLocalTime().date().toString(Qt::ISODate)});
    else if (question.at >= authorisation->endsAt())
        block(findings, Rule::R23, "escort-training-over", {authorisation->training.toString(Qt::ISODate)});
}

void hasRoom(Findings &findings, const EscortQuestion &question, const StaffId &escort)
{
    const int most = question.escorts.visitorsPerEscort(question.zone);
    if (question.escorts.visitorsOf(escort, question.zone, question.at) >= most)
        block(findings, Rule::R4, "escort-full", {QString::number(most)});
}

/// The access, unless it is over: then that is said.
std::optional<EscortedAccess> openAccess(Findings &findings, const EscortQuestion &question)
{
    const auto access = question.escorts.access(question.visit, question.zone);
    if (!access)
        block(findings, Rule::R1, "access-unknown");
    else if (access->isOver())
        block(findings, Rule::R4, "access-over");
    else if (question.at >= access->windowUntil)
        block(findings, Rule::R1, "window-over");
    return findings.empty() ? access : std::nullopt;
}

/// Those who hold a duty named in the slot, in its order, and may approve.
std::vector<StaffId> ableToApprove(const EscortQuestion &question, const EscortedAccess &access,
                                   const std::vector<QString> &slot)
{
    std::vector<StaffId> people;
    for (const QString &capacity : slot) {
        const auto duty = dutyFromName(capacity);
        if (!duty)
            continue;
        for (const StaffId &holder : question.duties.holders(question.zone, *duty, question.at)) {
            const bool gave = std::any_of(access.approvals.begin(), access.approvals.end(),
                                          [&](const ZoneApproval &approval) { return approval.by == holder; });
            if (!gave && access.host != holder && access.requestedBy != holder &&
                std::find(people.begin(), people.end(), holder) == people.end())
                people.push_back(holder);
        }
    }
    return people;
}
} // namespace

Findings assignFindings(const EscortQuestion &question, const std::optional<Staff> &escort)
{
    Findings findings;
    const auto access = openAccess(findings, question);
    escortMay(findings, question, escort);
    if (access && access->accepted && question.duties.mayEscort(*access->escort, question.zone, question.at))
        block(findings, Rule::R4, "escort-in-charge");
    return findings;
}

Findings acceptFindings(const EscortQuestion &question, const std::optional<Staff> &escort)
{
    Findings findings;
    const auto access = openAccess(findings, question);
    escortMay(findings, question, escort);
    if (!access || !escort)
        return findings;
    if (!access->approved)
        block(findings, Rule::R9, "approvals-missing");
    if (question.at < access->windowFrom)
        block(findings, Rule::R1, "window-not-open");
    if (access->accepted && access->escort == escort->id)
        block(findings, Rule::R4, "escort-has-accepted");
    else if (access->accepted && access->handOverTo != escort->id)
        block(findings, Rule::R4, "escort-in-charge");
    hasRoom(findings, question, escort->id);
    return findings;
}

Findings handOverFindings(const EscortQuestion &question, const StaffId &from, const std::optional<Staff> &to)
{
    Findings findings;
    const auto access = openAccess(findings, question);
    escortMay(findings, question, to);
    if (access && (!access->accepted || access->escort != from))
        block(findings, Rule::R4, "not-your-visitor");
    if (to && to->id == from)
        block(findings, Rule::R4, "hand-over-to-self");
    else if (to)
        hasRoom(findings, question, to->id);
    return findings;
}

Findings releaseFindings(const EscortQuestion &question, const ReleaseWords &words)
{
    Findings findings;
    const auto access = question.escorts.access(question.visit, question.zone);
    if (!access) {
        block(findings, Rule::R1, "access-unknown");
        return findings;
    }
    if (access->isOver())
        block(findings, Rule::R4, "access-over");
    else if (!access->accepted)
        block(findings, Rule::R4, "not-accepted");
    if (question.escorts.whereIs(question.visit) == question.zone)
        block(findings, Rule::R4, "still-inside");
    if (!words.workConfirmed)
        block(findings, Rule::R4, "work-not-confirmed");
    if (words.heads != words.headsExpected)
        block(findings, Rule::R4, "heads-differ", {QString::number(words.heads), QString::number(words.headsExpected)});
    if (access->hotWork && !words.fireRestored)
        block(findings, Rule::R11, "fire-protection-not-restored");
    return findings;
}

Findings approvalFindings(const EscortQuestion &question, const StaffId &by, const std::set<QString> &capacities)
{
    Findings findings;
    const auto access = openAccess(findings, question);
    if (capacities.empty())
        block(findings, Rule::R9, "approver-without-duty", {question.zone.key});
    if (!access)
        return findings;
    if (access->host == by)
        block(findings, Rule::R9, "decider-is-host");
    if (access->requestedBy == by)
        block(findings, Rule::R9, "approver-asked");
    if (std::any_of(access->approvals.begin(), access->approvals.end(),
                    [&](const ZoneApproval &approval) { return approval.by == by; }))
        block(findings, Rule::R9, "approved-already");
    return findings;
}

std::vector<StaffId> askedNow(const EscortQuestion &question)
{
    const auto access = question.escorts.access(question.visit, question.zone);
    if (!access || access->isOver() || !access->approved || access->accepted)
        return {};
    std::vector<StaffId> people;
    if (access->escort)
        people.push_back(*access->escort);
    if (access->escort && askedAfter(waitingSince(*access), question.at) == Asked::Named)
        return people;
    for (const StaffId &escort : question.duties.escorts(question.zone, question.at)) {
        const auto &declined = access->declinedBy;
        if (escort != access->escort && std::find(declined.begin(), declined.end(), escort) == declined.end())
            people.push_back(escort);
    }
    return people;
}

std::vector<StaffId> approversAsked(const EscortQuestion &question)
{
    const auto access = question.escorts.access(question.visit, question.zone);
    if (!access || access->isOver() || access->approved)
        return {};
    const bool onlyFirst = askedAfter(waitingSince(*access), question.at) == Asked::Named;
    std::vector<StaffId> people;
    for (const std::vector<QString> &slot : question.escorts.approvalsMissing(*access)) {
        const std::vector<StaffId> able = ableToApprove(question, *access, slot);
        const auto wanted = onlyFirst ? std::min<std::size_t>(1, able.size()) : able.size();
        people.insert(people.end(), able.begin(), able.begin() + static_cast<std::ptrdiff_t>(wanted));
    }
    return people;
}

bool shouldHandOver(const EscortQuestion &question)
{
    const auto access = question.escorts.access(question.visit, question.zone);
    if (!access || access->isOver() || !access->accepted)
        return false;
    const QDateTime soon = question.at.addSecs(handOverWarning);
    const auto authorisation = question.duties.escortAuthorisation(*access->escort, question.zone);
    const auto shift = question.duties.shiftEnd(*access->escort);
    // A shift that was over before the escort accepted says nothing about this one.
    return !authorisation || soon >= authorisation->endsAt() || (shift && *shift > access->acceptedAt && soon >= *shift);
}

} // namespace gatehouse::domain
