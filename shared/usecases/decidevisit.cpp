// SPDX-License-Identifier: GPL-3.0-or-later
#include "decidevisit.h"

#include "badges.h"
#include "briefings.h"
#include "base/logging.h"
#include "caseaccess.h"
#include "visitstatement.h"

#include <QJsonDocument>

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
    if (!purpose)
        return fail(ErrorCode::Blocked, QStringLiteral("purpose-unknown"));
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

Result<QString> staffName(Transaction &transaction, const StaffId &id)
{
    GATEHOUSE_TRY_ASSIGN(const std::optional<Staff> staff, transaction.staff().byId(id));
    return staff ? staff->name : QString();
}

/// The record for the screen: an answer of the visitor is a sealed box to the site.
Result<QString> openAnswer(Transaction &transaction, const StaffSession &session, const VisitId &visit)
{
    GATEHOUSE_TRY_ASSIGN(const std::optional<SealedBlob> blob, transaction.sealedData().blob(visit, sealed::answer));
    if (!blob)
        return QString();
    for (const OpenedSealingKey &key : session.sealingKeys) {
        if (const auto plain = security::openSealed(key.keys, blob->bytes)) {
            QByteArray text = plain->exposed();
            const QString answer = QString::fromUtf8(text);
            security::wipe(text);
            return answer;
        }
    }
    return QString();
}

/// A visit whose sealed record, entries and zones were read within one transaction.
struct OpenedVisit {
    CaseFile file;
    security::SecureBytes dataKey;
};

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

Result<OpenedVisit> openVisit(Transaction &transaction, const Workplace &workplace, const StaffSession &session,
                              const VisitId &id)
{
    OpenedVisit opened;
    CaseFile &file = opened.file;
    GATEHOUSE_TRY_ASSIGN(file.visit, loadVisit(transaction, id));
    GATEHOUSE_TRY_ASSIGN(const std::optional<Purpose> purpose, purposeOf(transaction, workplace, file.visit.purpose));
    if (purpose) {
        file.purposeEnglish = purpose->nameEnglish;
        file.purposeChinese = purpose->nameChinese;
        if (!purpose->entering)
            return opened; // a delivery has nothing sealed
    }
    GATEHOUSE_TRY(requireAsStated(transaction, workplace, file.visit));
    GATEHOUSE_TRY_ASSIGN(opened.dataKey, openDataKey(transaction, session, id));
    GATEHOUSE_TRY_ASSIGN(file.record, openRecord(transaction, opened.dataKey, id));
    GATEHOUSE_TRY_ASSIGN(file.portrait, openBlob(transaction, opened.dataKey, id, sealed::portrait));
    GATEHOUSE_TRY_ASSIGN(const std::optional<SealedBlob> document, transaction.sealedData().blob(id, sealed::document));
    file.hasDocument = document.has_value();
    GATEHOUSE_TRY_ASSIGN(file.answer, openAnswer(transaction, session, id));
    GATEHOUSE_TRY_ASSIGN(file.zones, zonesOf(transaction, workplace, file.visit));
    if (file.visit.host) {
        GATEHOUSE_TRY_ASSIGN(file.hostName, staffName(transaction, *file.visit.host));
    }
    GATEHOUSE_TRY_ASSIGN(file.approvals, countedApprovals(transaction, workplace, file.visit));
    file.approvalsNeeded = 1;
    for (const Zone &zone : file.zones)
        file.approvalsNeeded = std::max(file.approvalsNeeded, zone.approvals);
    GATEHOUSE_TRY_ASSIGN(const PolicyFacts facts, gatherFacts(transaction, workplace, session, file.visit, file.record));
    file.findings = evaluate(facts);
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

QJsonArray findingArray(const std::vector<Finding> &findings)
{
    QJsonArray array; // without what they rest on: dates of documents are personal
    for (const Finding &finding : findings)
        array.append(QJsonObject{{QStringLiteral("rule"), ruleName(finding.rule)},
                                 {QStringLiteral("verdict"), verdictName(finding.verdict)},
                                 {QStringLiteral("code"), finding.code}});
    return array;
}

/// Adds a reason to the visit's sealed reasons; returns the hash of the sealed bytes.
Result<QString> addReason(Transaction &transaction, const security::SecureBytes &dataKey, const Visit &visit,
                          const StaffSession &session, const Reason &reason)
{
    GATEHOUSE_TRY_ASSIGN(const QByteArray before, openBlob(transaction, dataKey, visit.id, sealed::reasons));
    QJsonArray reasons = QJsonDocument::fromJson(before).array();
    reasons.append(QJsonObject{{QStringLiteral("by"), session.staff.id.text()},
                               {QStringLiteral("code"), reason.code},
                               {QStringLiteral("text"), reason.text}});
    QByteArray plain = QJsonDocument(reasons).toJson(QJsonDocument::Compact);
    const SealedBlob blob{visit.id, sealed::reasons, security::sealField(dataKey, visit.id.text(), sealed::reasons, plain)};
    security::wipe(plain);
    GATEHOUSE_TRY(transaction.sealedData().put(blob));
    return hexText(sha256(blob.bytes));
}

/// Replaces the kiosk's slow card by one that opens symmetrically.
Result<void> quickenCard(Transaction &transaction, const StaffSession &session, const security::SecureBytes &dataKey,
                         const VisitId &visit)
{
    GATEHOUSE_TRY_ASSIGN(const std::optional<SealedCard> card, transaction.sealedData().card(visit));
    if (!card || card->fast)
        return {};
    for (const OpenedSealingKey &key : session.sealingKeys) {
        if (key.id != card->keyId)
            continue;
        GATEHOUSE_TRY_ASSIGN(QByteArray plain, security::openField(dataKey, visit.text(), QStringLiteral("card"), card->bytes));
        const SealedCard fast{visit, key.id, true,
                              security::sealField(key.cardKey, visit.text(), QStringLiteral("card"), plain)};
        security::wipe(plain);
        return transaction.sealedData().putCard(fast);
    }
    return {};
}

Result<void> requireState(Transaction &transaction, const Visit &visit, std::initializer_list<VisitState> states)
{
    if (std::find(states.begin(), states.end(), visit.state) != states.end())
        return {};
    QString who = visitStateName(visit.state);
    if (visit.decidedBy) {
        GATEHOUSE_TRY_ASSIGN(who, staffName(transaction, *visit.decidedBy));
    }
    return fail(ErrorCode::Conflict, who);
}

Result<void> checkReason(const Reason &reason)
{
    if (reason.code.isEmpty() || (reason.code == QLatin1String("other") && reason.text.trimmed().isEmpty()) ||
        reason.text.size() > 1000)
        return fail(ErrorCode::Invalid, QStringLiteral("reason"));
    return {};
}

/// A write transaction in which the session's person may act as a guard, with the visit loaded.
struct GuardAct {
    std::unique_ptr<Transaction> transaction;
    Visit visit;
};

Result<GuardAct> beginGuardAct(const Workplace &workplace, const StaffSession &session, const VisitId &id)
{
    GuardAct act;
    GATEHOUSE_TRY_ASSIGN(act.transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*act.transaction, workplace, session, {Role::Guard, Role::Manager}));
    GATEHOUSE_TRY_ASSIGN(act.visit, loadVisit(*act.transaction, id));
    return act;
}

Result<void> finish(GuardAct &act, const Workplace &workplace, const StaffSession &session, VisitState before,
                    const QString &what, const QJsonObject &details)
{
    GATEHOUSE_TRY(act.transaction->visits().update(act.visit, before));
    GATEHOUSE_TRY(record(*act.transaction, workplace, signerOf(session), what, visitSubject(act.visit.id), details));
    return act.transaction->commit();
}

Result<void> changeItem(const Workplace &workplace, const StaffSession &session, const VisitId &id, const QString &kind,
                        const QString &tag, ItemState from, ItemState to, const QString &what)
{
    GATEHOUSE_TRY_ASSIGN(GuardAct act, beginGuardAct(workplace, session, id));
    GATEHOUSE_TRY_ASSIGN(std::vector<Item> items, act.transaction->visits().items(id));
    const auto item = std::find_if(items.begin(), items.end(), [&](const Item &candidate) { return candidate.kind == kind; });
    if (item == items.end())
        return fail(ErrorCode::NotFound, QStringLiteral("item"));
    if (item->state != from)
        return fail(ErrorCode::Conflict, itemStateName(item->state));
    item->state = to;
    if (!tag.isEmpty())
        item->tag = tag;
    GATEHOUSE_TRY(act.transaction->visits().setItems(id, items));
    return finish(act, workplace, session, act.visit.state, what,
                  {{QStringLiteral("kind"), kind}, {QStringLiteral("tag"), item->tag}});
}

/// Whether an approval counts: for escorted zones the book says it (capacities, never host or requester), else the role does.
bool counts(const Workplace &workplace, const VisitId &visit, const StaffId &by, qint64 sequence)
{
    const std::vector<EscortedAccess> accesses = workplace.authority.escorts().accessesOf(visit);
    if (accesses.empty())
        return workplace.authority.held(by, Role::Guard, sequence) || workplace.authority.held(by, Role::Manager, sequence);
    const std::vector<ZoneApproval> &approvals = accesses.front().approvals;
    return std::any_of(approvals.begin(), approvals.end(),
                       [&](const ZoneApproval &approval) { return approval.by == by && approval.sequence == sequence; });
}
} // namespace

Result<CaseFile> openCase(const Workplace &workplace, const StaffSession &session, const VisitId &id)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {}));
    GATEHOUSE_TRY_ASSIGN(OpenedVisit opened, openVisit(*transaction, workplace, session, id));
    maskNumbers(opened.file.record);
    return std::move(opened.file);
}

Result<OpenedDocument> openDocument(const Workplace &workplace, const StaffSession &session, const VisitId &id)
{
    GATEHOUSE_TRY_ASSIGN(GuardAct act, beginGuardAct(workplace, session, id));
    GATEHOUSE_TRY_ASSIGN(const security::SecureBytes dataKey, openDataKey(*act.transaction, session, id));
    GATEHOUSE_TRY_ASSIGN(const VisitorRecord visitor, openRecord(*act.transaction, dataKey, id));
    OpenedDocument document;
    GATEHOUSE_TRY_ASSIGN(document.picture, openBlob(*act.transaction, dataKey, id, sealed::document));
    document.documentNumber = visitor.value(u"documentNumber");
    document.personalNumber = visitor.value(u"personalNumber");
    GATEHOUSE_TRY(record(*act.transaction, workplace, signerOf(session), action::documentOpened, visitSubject(id)));
    GATEHOUSE_TRY(act.transaction->commit());
    return document;
}

Result<void> recordOriginalSeen(const Workplace &workplace, const StaffSession &session, const VisitId &id)
{
    GATEHOUSE_TRY_ASSIGN(GuardAct act, beginGuardAct(workplace, session, id));
    GATEHOUSE_TRY(requireState(*act.transaction, act.visit, {VisitState::Requested}));
    if (act.visit.originalSeenAt)
        return {};
    act.visit.originalSeenAt = workplace.clock.now();
    return finish(act, workplace, session, VisitState::Requested, action::visitOriginalSeen, {});
}

bool wouldBeApproved(const Workplace &workplace, const VisitId &visit, const StaffId &by)
{
    const Authority &authority = workplace.authority;
    return authority.escorts().wouldBeApproved(visit, by, authority, authority.head().sequence, workplace.clock.now());
}

Result<int> approvalsNeeded(Transaction &transaction, const Workplace &workplace, const Visit &visit)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<Zone> zones, zonesOf(transaction, workplace, visit));
    if (zones.empty() || zones.size() != visit.zones.size())
        return fail(ErrorCode::Blocked, QStringLiteral("zone-unknown"));
    int needed = 1;
    for (const Zone &zone : zones)
        needed = std::max(needed, zone.approvals);
    return needed;
}

Result<std::vector<Approval>> countedApprovals(Transaction &transaction, const Workplace &workplace, const Visit &visit)
{
    std::vector<Approval> approvals;
    if (workplace.authority.endedAt(visitSubject(visit.id)) > 0)
        return approvals;
    GATEHOUSE_TRY_ASSIGN(const QJsonObject hashes, blobHashes(transaction, visit.id));
    const QJsonObject scope = approvalScope(visit, hashes);
    GATEHOUSE_TRY_ASSIGN(const std::vector<LedgerEntry> entries,
                         verifiedEntries(transaction, workplace, visitSubject(visit.id)));
    for (const LedgerEntry &entry : entries) {
        if (entry.action != action::visitApprove || !entry.actor.startsWith(QLatin1String("staff:")))
            continue;
        const StaffId by = StaffId::fromText(entry.actor.mid(6));
        const bool held = counts(workplace, visit.id, by, entry.sequence);
        const bool again =
            std::any_of(approvals.begin(), approvals.end(), [&](const Approval &earlier) { return earlier.by == by; });
        if (!held || again)
            continue;
        if (entry.details.value(QLatin1String("scope")).toObject() != scope) {
            qCCritical(lcTrust) << "approval" << entry.sequence << "was given for something else";
            continue;
        }
        approvals.push_back({by, entry.recorded, entry.sequence});
    }
    return approvals;
}

Result<Decided> approveVisit(const Workplace &workplace, const StaffSession &session, const VisitId &id,
                             const std::optional<Reason> &overrideReason)
{
    GATEHOUSE_TRY(requireTime(workplace));
    GATEHOUSE_TRY_ASSIGN(GuardAct act, beginGuardAct(workplace, session, id));
    GATEHOUSE_TRY(requireState(*act.transaction, act.visit, {VisitState::Requested}));
    GATEHOUSE_TRY_ASSIGN(const OpenedVisit opened, openVisit(*act.transaction, workplace, session, id));
    const CaseFile &file = opened.file;
    if (opened.dataKey.isEmpty())
        return fail(ErrorCode::Invalid, QStringLiteral("does not enter"));
    if (blocks(file.findings))
        return fail(ErrorCode::Blocked, file.findings.front().code);
    const bool overrides = warns(file.findings);
    if (overrides && !overrideReason)
        return fail(ErrorCode::Blocked, QStringLiteral("reason"));
    if (overrideReason)
        GATEHOUSE_TRY(checkReason(*overrideReason));
    const bool again = std::any_of(file.approvals.begin(), file.approvals.end(),
                                   [&](const Approval &approval) { return approval.by == session.staff.id; });
    if (again)
        return fail(ErrorCode::Conflict, session.staff.name); // n approvals are by n different people

    GATEHOUSE_TRY_ASSIGN(const QJsonObject hashes, blobHashes(*act.transaction, id));
    QJsonObject details{{QStringLiteral("scope"), approvalScope(act.visit, hashes)},
                        {QStringLiteral("findings"), findingArray(file.findings)},
                        {QStringLiteral("overrides"), overrides}};
    if (overrideReason) {
        GATEHOUSE_TRY_ASSIGN(const QString hash,
                             addReason(*act.transaction, opened.dataKey, act.visit, session, *overrideReason));
        details.insert(QStringLiteral("reasons"), hash);
    }
    const int given = static_cast<int>(file.approvals.size()) + 1;
    if (given >= file.approvalsNeeded && wouldBeApproved(workplace, id, session.staff.id)) {
        act.visit.state = VisitState::Approved;
        act.visit.decidedAt = workplace.clock.now();
        act.visit.decidedBy = session.staff.id;
        GATEHOUSE_TRY_ASSIGN(const QString face,
                             sendFace(*act.transaction, workplace, act.visit,
                                      {file.record.displayName(), file.record.company, file.hostName, file.portrait}));
        if (!face.isEmpty())
            details.insert(QStringLiteral("face"), face);
    }
    GATEHOUSE_TRY(quickenCard(*act.transaction, session, opened.dataKey, id));
    GATEHOUSE_TRY(finish(act, workplace, session, VisitState::Requested, action::visitApprove, details));
    return Decided{act.visit, given, file.approvalsNeeded};
}

Result<Visit> denyVisit(const Workplace &workplace, const StaffSession &session, const VisitId &id, const Reason &reason)
{
    GATEHOUSE_TRY(checkReason(reason));
    GATEHOUSE_TRY_ASSIGN(GuardAct act, beginGuardAct(workplace, session, id));
    GATEHOUSE_TRY(requireState(*act.transaction, act.visit, {VisitState::Requested, VisitState::Approved}));
    const VisitState before = act.visit.state;
    QJsonObject details;
    if (const auto dataKey = openDataKey(*act.transaction, session, id)) {
        GATEHOUSE_TRY_ASSIGN(const QString hash, addReason(*act.transaction, *dataKey, act.visit, session, reason));
        details.insert(QStringLiteral("reasons"), hash);
        GATEHOUSE_TRY(quickenCard(*act.transaction, session, *dataKey, id));
    }
    act.visit.state = VisitState::Denied;
    act.visit.decidedAt = workplace.clock.now();
    act.visit.decidedBy = session.staff.id;
    act.visit.question.clear();
    GATEHOUSE_TRY(act.transaction->sealedData().removeMail(id, QStringLiteral("face")));
    GATEHOUSE_TRY(finish(act, workplace, session, before, action::visitDeny, details));
    return act.visit;
}

Result<void> askVisitor(const Workplace &workplace, const StaffSession &session, const VisitId &id, const Reason &question)
{
    GATEHOUSE_TRY(checkReason(question));
    GATEHOUSE_TRY_ASSIGN(GuardAct act, beginGuardAct(workplace, session, id));
    GATEHOUSE_TRY(requireState(*act.transaction, act.visit, {VisitState::Requested}));
    if (!question.text.isEmpty()) {
        GATEHOUSE_TRY_ASSIGN(const std::optional<StationBoot> boot,
                             trustedBoot(*act.transaction, workplace, act.visit.station));
        if (!boot)
            return fail(ErrorCode::Unavailable, QStringLiteral("kiosk"));
        QByteArray plain = question.text.toUtf8();
        GATEHOUSE_TRY_ASSIGN(const QByteArray bytes, security::sealTo(boot->bootPublicKey, security::SecureBytes::take(plain)));
        GATEHOUSE_TRY(act.transaction->sealedData().putMail(
            {id, act.visit.station, QStringLiteral("question"), boot->bootPublicKey, bytes}));
    }
    act.visit.question = question.code;
    return finish(act, workplace, session, VisitState::Requested, action::visitAsk, {{QStringLiteral("code"), question.code}});
}

Result<Visit> attendDelivery(const Workplace &workplace, const StaffSession &session, const VisitId &id)
{
    GATEHOUSE_TRY_ASSIGN(GuardAct act, beginGuardAct(workplace, session, id));
    GATEHOUSE_TRY(requireState(*act.transaction, act.visit, {VisitState::Requested}));
    GATEHOUSE_TRY_ASSIGN(const std::optional<Purpose> purpose, purposeOf(*act.transaction, workplace, act.visit.purpose));
    if (!purpose || purpose->entering)
        return fail(ErrorCode::Invalid, QStringLiteral("no delivery"));
    act.visit.state = VisitState::Attended;
    act.visit.decidedAt = workplace.clock.now();
    act.visit.decidedBy = session.staff.id;
    GATEHOUSE_TRY(finish(act, workplace, session, VisitState::Requested, action::visitAttend, {}));
    return act.visit;
}

Result<void> depositItem(const Workplace &workplace, const StaffSession &session, const VisitId &id, const QString &kind,
                         const QString &tag)
{
    if (tag.trimmed().isEmpty())
        return fail(ErrorCode::Invalid, QStringLiteral("tag"));
    return changeItem(workplace, session, id, kind, tag.trimmed(), ItemState::Declared, ItemState::Deposited,
                      action::itemDeposit);
}

Result<void> returnItem(const Workplace &workplace, const StaffSession &session, const VisitId &id, const QString &kind)
{
    return changeItem(workplace, session, id, kind, {}, ItemState::Deposited, ItemState::Returned, action::itemReturn);
}

} // namespace gatehouse::usecases
