// SPDX-License-Identifier: GPL-3.0-or-later
#include "casefile.h"

#include "base/logging.h"
#include "briefings.h"
#include "caseaccess.h"
#include "visitstatement.h"

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
constexpr int visibleDigits = 3;

QString masked(const QString &number)
{
    if (number.size() <= visibleDigits)
        return number.isEmpty() ? number : QString(number.size(), QLatin1Char('*'));
    return QString(number.size() - visibleDigits, QLatin1Char('*')) + number.right(visibleDigits);
}

void maskNumbers(VisitorRecord &record)
{
    for (IdentityField &field : record.fields) {
        if (field.name == QLatin1String("documentNumber") || field.name == QLatin1String("personalNumber"))
            field.value = masked(field.value);
    }
}

Result<PolicyFacts> gatherFacts(Transaction &transaction, const Workplace &workplace, const StaffSession &session,
                                const Visit &visit, const VisitorRecord &record)
{
    PolicyFacts facts;
    facts.visit = visit;
    facts.record = record;
    GATEHOUSE_TRY_ASSIGN(const std::optional<SealedBlob> portrait, transaction.sealedData().blob(visit.id, sealed::portrait));
    facts.hasPortrait = portrait.has_value();
    GATEHOUSE_TRY_ASSIGN(const std::optional<SealedBlob> signature, transaction.sealedData().blob(visit.id, sealed::signature));
    facts.hasSignature = signature.has_value();
    GATEHOUSE_TRY_ASSIGN(const std::optional<Purpose> purpose, purposeOf(transaction, workplace, visit.purpose));
    if (purpose)
        facts.purpose = *purpose;
    GATEHOUSE_TRY_ASSIGN(facts.zones, zonesOf(transaction, workplace, visit));
    GATEHOUSE_TRY_ASSIGN(facts.consents, transaction.visits().consents(visit.id));
    GATEHOUSE_TRY_ASSIGN(facts.items, transaction.visits().items(visit.id));
    if (visit.host)
        facts.host = workplace.authority.staff(*visit.host);
    const std::vector<EscortedAccess> accesses = workplace.authority.escorts().accessesOf(visit.id);
    facts.escortNamed =
        std::all_of(accesses.begin(), accesses.end(), [](const EscortedAccess &access) { return access.escort.has_value(); });
    facts.briefed = std::all_of(facts.zones.begin(), facts.zones.end(), [&](const Zone &zone) {
        return !zone.asksBriefing || workplace.authority.briefings().isBriefed(visit.id, zone.id, workplace.clock.now());
    });
    facts.decider = workplace.authority.staff(session.staff.id);
    facts.privacyVersion = workplace.authority.noticeVersion(notice::privacy);
    facts.termsVersion = workplace.authority.noticeVersion(notice::terms);
    facts.recordingVersion = workplace.authority.noticeVersion(notice::recording);
    facts.now = workplace.clock.now();
    facts.today = facts.now.toLocalTime().date();
    facts.clockTrusted = workplace.time.trusted();
    if (visit.invitation) {
        GATEHOUSE_TRY_ASSIGN(const std::optional<Invitation> invitation,
                             verifiedInvitation(transaction, workplace, *visit.invitation));
        facts.invited = invitation && !invitation->revoked;
    }
    return facts;
}

std::vector<CaseDecision> decisionsIn(const std::vector<LedgerEntry> &entries, const WordsSaid &said)
{
    static const QStringList decisions{action::visitApprove, action::visitDeny, action::visitAttend, action::visitLapse};
    std::vector<CaseDecision> list;
    for (const LedgerEntry &entry : entries) {
        if (!decisions.contains(entry.action))
            continue;
        CaseDecision decision{entry.action, staffOf(entry.actor), entry.recorded, std::nullopt,
                              entry.details.value(QLatin1String("why")).toString()};
        if (const auto words = said.constFind(entry.sequence); words != said.constEnd())
            decision.reason = *words;
        list.push_back(std::move(decision));
    }
    return list;
}

Reason questionOf(const Visit &visit, const std::vector<LedgerEntry> &entries, const WordsSaid &said)
{
    const auto last = std::find_if(entries.rbegin(), entries.rend(),
                                   [](const LedgerEntry &entry) { return entry.action == action::visitAsk; });
    return visit.question.isEmpty() || last == entries.rend() ? Reason{visit.question, {}} : said.value(last->sequence).words;
}

/// The findings that an approval signed. It holds no dates, which are personal: those come from what was sealed, where the same
/// rules say the same at that time.
std::vector<Finding> findingsSigned(const LedgerEntry &approval, PolicyFacts facts)
{
    facts.now = approval.recorded;
    facts.today = facts.now.toLocalTime().date();
    std::vector<Finding> then = evaluate(facts);
    std::vector<Finding> findings;
    for (const QJsonValue &value : approval.details.value(QLatin1String("findings")).toArray()) {
        const QJsonObject json = value.toObject();
        const auto rule = ruleFromName(json.value(QLatin1String("rule")).toString());
        const auto verdict = verdictFromName(json.value(QLatin1String("verdict")).toString());
        if (!rule || !verdict)
            continue;
        Finding finding{*rule, *verdict, json.value(QLatin1String("code")).toString(), {}};
        const auto same =
            std::find_if(then.begin(), then.end(), [&](const Finding &other) { return other.code == finding.code; });
        if (same != then.end()) {
            finding.basis = same->basis;
            then.erase(same); // there may be several of one code, in the same order
        }
        findings.push_back(std::move(finding));
    }
    return findings;
}

/// What blocks or warns now and is not among what was known; who looks is not asked to decide.
std::vector<Finding> newAmong(std::vector<Finding> now, const std::vector<Finding> &known)
{
    std::erase_if(now, [&](const Finding &finding) {
        return finding.verdict == Verdict::Pass || finding.code.startsWith(QLatin1String("decider-")) ||
               std::any_of(known.begin(), known.end(), [&](const Finding &other) {
                   return other.code == finding.code && other.verdict == finding.verdict;
               });
    });
    return now;
}

/// Fills in the findings that belong to the state of the visit.
void judgeCase(CaseFile &file, const PolicyFacts &facts, const std::vector<LedgerEntry> &entries)
{
    if (file.visit.state == VisitState::Requested) {
        file.findings = evaluate(facts);
        return;
    }
    const auto last = std::find_if(entries.rbegin(), entries.rend(),
                                   [](const LedgerEntry &entry) { return entry.action == action::visitApprove; });
    if (last != entries.rend()) {
        file.findings = findingsSigned(*last, facts);
        file.findingsAt = last->recorded;
    }
    if (file.visit.state == VisitState::Approved)
        file.sinceApproved = newAmong(evaluate(facts), file.findings);
}

Result<std::vector<CaseBriefing>> briefingsOf(Transaction &transaction, const Workplace &workplace, const StaffSession &session,
                                              const CaseFile &file)
{
    std::vector<CaseBriefing> list;
    const BriefingBook &book = workplace.authority.briefings();
    for (const Zone &zone : file.zones) {
        if (!zone.asksBriefing)
            continue;
        CaseBriefing briefing{zone.id, std::nullopt, std::nullopt};
        if (book.isBriefed(file.visit.id, zone.id, workplace.clock.now())) {
            briefing.passed = book.passed(file.visit.id, zone.id);
        } else {
            GATEHOUSE_TRY_ASSIGN(briefing.earlier,
                                 earlierBriefing(transaction, workplace, session, file.visit.id, file.record, zone.id));
        }
        list.push_back(std::move(briefing));
    }
    return list;
}
} // namespace

Result<OpenedVisit> openVisit(Transaction &transaction, const Workplace &workplace, const StaffSession &session,
                              const VisitId &id)
{
    OpenedVisit opened;
    CaseFile &file = opened.file;
    GATEHOUSE_TRY_ASSIGN(file.visit, loadVisit(transaction, id));
    GATEHOUSE_TRY_ASSIGN(file.differs, differenceOf(transaction, workplace, file.visit));
    GATEHOUSE_TRY_ASSIGN(const std::optional<Purpose> purpose, purposeOf(transaction, workplace, file.visit.purpose));
    if (purpose) {
        file.purposeEnglish = purpose->nameEnglish;
        file.purposeChinese = purpose->nameChinese;
    }
    GATEHOUSE_TRY_ASSIGN(std::vector<LedgerEntry> entries, verifiedEntries(transaction, workplace, visitSubject(id)));
    std::erase_if(entries, [&](const LedgerEntry &entry) { // anybody on the staff may state one, few of them count
        return entry.action == action::visitApprove && !workplace.authority.isApproval(entry);
    });
    if (purpose && !purpose->entering) { // a delivery has nothing sealed
        file.decisions = decisionsIn(entries, {});
        return opened;
    }
    GATEHOUSE_TRY(requireAsStated(transaction, workplace, file.visit));
    GATEHOUSE_TRY_ASSIGN(opened.dataKey, openDataKey(transaction, session, id));
    GATEHOUSE_TRY_ASSIGN(file.record, openRecord(transaction, opened.dataKey, id));
    GATEHOUSE_TRY_ASSIGN(file.portrait, openBlob(transaction, opened.dataKey, id, sealed::portrait));
    GATEHOUSE_TRY_ASSIGN(const std::optional<SealedBlob> document, transaction.sealedData().blob(id, sealed::document));
    file.hasDocument = document.has_value();
    GATEHOUSE_TRY_ASSIGN(file.answer, openAnswer(transaction, workplace, session, id));
    GATEHOUSE_TRY_ASSIGN(file.zones, zonesOf(transaction, workplace, file.visit));
    if (file.visit.host) {
        GATEHOUSE_TRY_ASSIGN(file.hostName, nameOfStaff(transaction, *file.visit.host));
    }
    GATEHOUSE_TRY_ASSIGN(file.approvals, givenApprovals(transaction, workplace, file.visit));
    file.approvalsNeeded = domain::approvalsNeeded(file.zones);
    GATEHOUSE_TRY_ASSIGN(const PolicyFacts facts, gatherFacts(transaction, workplace, session, file.visit, file.record));
    judgeCase(file, facts, entries);
    GATEHOUSE_TRY_ASSIGN(const WordsSaid said, wordsSaid(transaction, workplace, session, id, entries));
    file.decisions = decisionsIn(entries, said);
    file.asked = questionOf(file.visit, entries, said);
    GATEHOUSE_TRY_ASSIGN(file.briefings, briefingsOf(transaction, workplace, session, file));
    if (file.visit.invitation) {
        GATEHOUSE_TRY_ASSIGN(file.hostWork, workOfInvitation(transaction, workplace, session, *file.visit.invitation));
    }
    file.consents = facts.consents;
    file.items = facts.items;
    VisitQuery party;
    party.party = file.visit.party;
    GATEHOUSE_TRY_ASSIGN(file.partyMembers, transaction.visits().find(party));
    std::erase_if(file.partyMembers, [&](const Visit &member) { return member.id == id; });
    return opened;
}

Result<CaseFile> openCase(const Workplace &workplace, const StaffSession &session, const VisitId &id)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {}));
    GATEHOUSE_TRY_ASSIGN(OpenedVisit opened, openVisit(*transaction, workplace, session, id));
    maskNumbers(opened.file.record);
    return std::move(opened.file);
}

} // namespace gatehouse::usecases
