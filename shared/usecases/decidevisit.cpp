// SPDX-License-Identifier: GPL-3.0-or-later
#include "decidevisit.h"

#include "badgefaces.h"
#include "caseaccess.h"
#include "visitstatement.h"

#include <QJsonDocument>

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
QJsonArray findingArray(const std::vector<Finding> &findings)
{
    QJsonArray array; // without what they rest on: dates of documents are personal
    for (const Finding &finding : findings)
        array.append(QJsonObject{{QStringLiteral("rule"), ruleName(finding.rule)},
                                 {QStringLiteral("verdict"), verdictName(finding.verdict)},
                                 {QStringLiteral("code"), finding.code}});
    return array;
}

/// The visit's data key when it opens what was signed for: nothing new may be sealed to a key that somebody else put there.
Result<security::SecureBytes> provenDataKey(Transaction &transaction, const Workplace &workplace, const StaffSession &session,
                                            const VisitId &visit)
{
    GATEHOUSE_TRY_ASSIGN(security::SecureBytes dataKey, openDataKey(transaction, session, visit));
    GATEHOUSE_TRY(requireSealedAsStated(transaction, workplace, visit));
    GATEHOUSE_TRY_ASSIGN(const VisitorRecord visitor, openRecord(transaction, dataKey, visit));
    if (visitor == VisitorRecord{})
        return fail(ErrorCode::NotFound, QStringLiteral("nothing sealed"));
    return dataKey;
}

/// Replaces the kiosk's slow card by one that opens symmetrically. One that does not open stays as it is.
Result<void> quickenCard(Transaction &transaction, const StaffSession &session, const security::SecureBytes &dataKey,
                         const VisitId &visit)
{
    GATEHOUSE_TRY_ASSIGN(const std::optional<SealedCard> card, transaction.sealedData().card(visit));
    if (!card || card->fast)
        return {};
    for (const OpenedSealingKey &key : session.sealingKeys) {
        if (key.id != card->keyId)
            continue;
        auto plain = security::openField(dataKey, visit.text(), QStringLiteral("card"), card->bytes);
        if (!plain)
            return {};
        const SealedCard fast{visit, key.id, true,
                              security::sealField(key.cardKey, visit.text(), QStringLiteral("card"), *plain)};
        security::wipe(*plain);
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
        GATEHOUSE_TRY_ASSIGN(who, nameOfStaff(transaction, *visit.decidedBy));
    }
    return fail(ErrorCode::Conflict, who);
}

Result<void> checkReason(const Reason &reason)
{
    if (reason.code.isEmpty() || (reason.code == QLatin1String("other") && reason.text.trimmed().isEmpty()) ||
        reason.text.size() > longestReason)
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

} // namespace

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
        return fail(ErrorCode::Blocked, file.findings.front().code); // the worst comes first
    const bool overrides = warns(file.findings);
    if (overrides && !overrideReason)
        return fail(ErrorCode::Blocked, reasonMissing);
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
                             sealWords(*act.transaction, opened.dataKey, session, id, sealed::reasons, *overrideReason));
        details.insert(sealed::reasons, hash);
    }
    const int given = static_cast<int>(file.approvals.size()) + 1;
    if (given >= file.approvalsNeeded && wouldBeApproved(workplace, id, session.staff.id)) {
        act.visit.state = VisitState::Approved;
        act.visit.decidedAt = workplace.clock.now();
        act.visit.decidedBy = session.staff.id;
        GATEHOUSE_TRY(closeQuestion(*act.transaction, act.visit));
        GATEHOUSE_TRY_ASSIGN(const QString face,
                             sendFace(*act.transaction, workplace, act.visit,
                                      {file.record.displayName(), file.record.company, file.hostName, file.portrait}));
        if (!face.isEmpty())
            details.insert(QStringLiteral("face"), face);
    }
    GATEHOUSE_TRY(quickenCard(*act.transaction, session, opened.dataKey, id));
    GATEHOUSE_TRY(finish(act, workplace, session, VisitState::Requested, action::visitApprove, details));
    const auto others = std::count_if(file.partyMembers.begin(), file.partyMembers.end(),
                                      [](const Visit &member) { return member.state == VisitState::Requested; });
    return Decided{act.visit, given, file.approvalsNeeded, static_cast<int>(others)};
}

Result<Visit> denyVisit(const Workplace &workplace, const StaffSession &session, const VisitId &id, const Reason &reason)
{
    GATEHOUSE_TRY(checkReason(reason));
    GATEHOUSE_TRY_ASSIGN(GuardAct act, beginGuardAct(workplace, session, id));
    GATEHOUSE_TRY(requireState(*act.transaction, act.visit, {VisitState::Requested, VisitState::Approved}));
    if (workplace.authority.isInside(id)) // by the signed entries, whatever the row says
        return fail(ErrorCode::Conflict, visitStateName(VisitState::OnSite));
    const VisitState before = act.visit.state;
    QJsonObject details;
    // Whatever somebody did to what is sealed, denying is possible: then without the reason.
    if (const auto dataKey = provenDataKey(*act.transaction, workplace, session, id)) {
        const auto hash = sealWords(*act.transaction, *dataKey, session, id, sealed::reasons, reason);
        if (hash)
            details.insert(sealed::reasons, *hash);
        else if (hash.error().code != ErrorCode::BadSignature)
            return fail(hash.error());
        GATEHOUSE_TRY(quickenCard(*act.transaction, session, *dataKey, id));
    }
    act.visit.state = VisitState::Denied;
    act.visit.decidedAt = workplace.clock.now();
    act.visit.decidedBy = session.staff.id;
    GATEHOUSE_TRY(closeQuestion(*act.transaction, act.visit));
    GATEHOUSE_TRY(act.transaction->sealedData().removeMail(id, kioskmail::face));
    GATEHOUSE_TRY(finish(act, workplace, session, before, action::visitDeny, details));
    return act.visit;
}

Result<void> askVisitor(const Workplace &workplace, const StaffSession &session, const VisitId &id, const Reason &question)
{
    GATEHOUSE_TRY(checkReason(question));
    GATEHOUSE_TRY_ASSIGN(GuardAct act, beginGuardAct(workplace, session, id));
    GATEHOUSE_TRY(requireState(*act.transaction, act.visit, {VisitState::Requested}));
    GATEHOUSE_TRY(closeQuestion(*act.transaction, act.visit));
    QJsonObject details{{QStringLiteral("code"), question.code}};
    if (!question.text.isEmpty()) {
        GATEHOUSE_TRY_ASSIGN(const std::optional<StationBoot> boot,
                             trustedBoot(*act.transaction, workplace, act.visit.station));
        if (!boot)
            return fail(ErrorCode::Unavailable, kioskAway);
        QByteArray plain = question.text.toUtf8();
        GATEHOUSE_TRY_ASSIGN(const QByteArray bytes, security::sealText(boot->bootPublicKey, id.text(), kioskmail::question,
                                                                        security::SecureBytes::take(plain)));
        details.insert(questionHash, sealedHash(bytes));
        // The kiosk's copy is gone with the question; what was asked belongs to the visit.
        GATEHOUSE_TRY_ASSIGN(const security::SecureBytes dataKey, provenDataKey(*act.transaction, workplace, session, id));
        GATEHOUSE_TRY_ASSIGN(const QString kept,
                             sealWords(*act.transaction, dataKey, session, id, sealed::questions, question));
        details.insert(sealed::questions, kept);
        GATEHOUSE_TRY(
            act.transaction->sealedData().putMail({id, act.visit.station, kioskmail::question, boot->bootPublicKey, bytes}));
    }
    act.visit.question = question.code;
    return finish(act, workplace, session, VisitState::Requested, action::visitAsk, details);
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
