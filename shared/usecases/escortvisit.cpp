// SPDX-License-Identifier: GPL-3.0-or-later
#include "escortvisit.h"

#include "badges.h"
#include "caseaccess.h"
#include "decidevisit.h"
#include "provenvisit.h"
#include "visitstatement.h"

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
EscortQuestion questionAt(const Workplace &workplace, const VisitId &visit, const ZoneId &zone)
{
    return {workplace.authority.duties(), workplace.authority.escorts(), visit, zone, workplace.clock.now()};
}

Result<void> unlessBlocked(const std::vector<Finding> &findings)
{
    const auto found = std::find_if(findings.begin(), findings.end(),
                                    [](const Finding &finding) { return finding.verdict == Verdict::Block; });
    return found == findings.end() ? Result<void>() : fail(ErrorCode::Blocked, found->code);
}

std::set<QString> capacitiesOf(const Workplace &workplace, const StaffId &staff, const ZoneId &zone)
{
    const Authority &authority = workplace.authority;
    return authority.escorts().capacities(staff, zone, authority.head().sequence, workplace.clock.now(), authority);
}

bool decides(const Workplace &workplace, const StaffId &staff, const ZoneId &zone)
{
    return isDeciding(capacitiesOf(workplace, staff, zone));
}

/// A write transaction of somebody who is signed in, about an access that exists.
struct EscortAct {
    std::unique_ptr<Transaction> transaction;
    EscortedAccess access;
};

Result<EscortAct> beginAct(const Workplace &workplace, const StaffSession *session, const VisitId &visit, const ZoneId &zone)
{
    GATEHOUSE_TRY(requireTime(workplace));
    EscortAct act;
    GATEHOUSE_TRY_ASSIGN(act.transaction, beginWrite(workplace));
    if (session)
        GATEHOUSE_TRY(requireRole(*act.transaction, workplace, *session, {}));
    const auto access = workplace.authority.escorts().access(visit, zone);
    if (!access)
        return fail(ErrorCode::NotFound, QStringLiteral("access"));
    act.access = *access;
    return act;
}

Result<void> say(EscortAct &act, const Workplace &workplace, const StaffSession *session, const QString &what,
                 QJsonObject details)
{
    details.insert(QStringLiteral("zone"), act.access.zone.key);
    const Signer signer = session ? signerOf(*session) : signerOf(workplace);
    GATEHOUSE_TRY(record(*act.transaction, workplace, signer, what, visitSubject(act.access.visit), details));
    return act.transaction->commit();
}

/// The escort reads who it is: the visit's key, sealed to that person by somebody who has it.
Result<void> lendKey(Transaction &transaction, const Workplace &workplace, const StaffSession &session, const VisitId &visit,
                     const StaffId &escort)
{
    const QByteArray boxKey = workplace.authority.staffBoxKey(escort);
    const auto dataKey = openDataKey(transaction, session, visit);
    if (!dataKey || boxKey.isEmpty())
        return {}; // who asks may not read it either
    GATEHOUSE_TRY_ASSIGN(const QByteArray bytes, security::sealTo(boxKey, *dataKey));
    return transaction.sealedData().putKey({visit, staffActor(escort), bytes});
}

tl::unexpected<Error> notAllowed()
{
    return fail(ErrorCode::NotAllowed, QStringLiteral("duty"));
}
} // namespace

Result<Visit> approveAccess(const Workplace &workplace, const StaffSession &session, const VisitId &id, const ZoneId &zone)
{
    GATEHOUSE_TRY_ASSIGN(EscortAct act, beginAct(workplace, &session, id, zone));
    const Authority &authority = workplace.authority;
    const std::set<QString> names = authority.escorts().approvingCapacities(
        act.access, session.staff.id, authority.head().sequence, workplace.clock.now(), authority);
    GATEHOUSE_TRY(unlessBlocked(approvalFindings(questionAt(workplace, id, zone), session.staff.id, names)));
    GATEHOUSE_TRY_ASSIGN(Visit visit, loadVisit(*act.transaction, id));
    if (visit.state != VisitState::Requested)
        return fail(ErrorCode::Conflict, visitStateName(visit.state));
    GATEHOUSE_TRY(requireAsStated(*act.transaction, workplace, visit));
    GATEHOUSE_TRY_ASSIGN(const QJsonObject hashes, blobHashes(*act.transaction, id));
    QJsonObject details{{QStringLiteral("scope"), approvalScope(visit, hashes)}, {QStringLiteral("byDuty"), true}};
    if (wouldBeApproved(workplace, id, session.staff.id)) {
        visit.state = VisitState::Approved;
        visit.decidedAt = workplace.clock.now();
        visit.decidedBy = session.staff.id;
        GATEHOUSE_TRY(closeQuestion(*act.transaction, visit));
        GATEHOUSE_TRY(act.transaction->visits().update(visit, VisitState::Requested));
        if (const auto face = faceFromRecord(*act.transaction, session, visit)) {
            GATEHOUSE_TRY_ASSIGN(const QString sent, sendFace(*act.transaction, workplace, visit, *face));
            if (!sent.isEmpty())
                details.insert(QStringLiteral("face"), sent);
        }
    }
    GATEHOUSE_TRY(say(act, workplace, &session, action::visitApprove, details));
    return visit;
}

Result<void> assignEscort(const Workplace &workplace, const StaffSession &session, const VisitId &visit, const ZoneId &zone,
                          const StaffId &escort)
{
    GATEHOUSE_TRY_ASSIGN(EscortAct act, beginAct(workplace, &session, visit, zone));
    if (!decides(workplace, session.staff.id, zone) && act.access.host != session.staff.id)
        return notAllowed();
    GATEHOUSE_TRY(unlessBlocked(assignFindings(questionAt(workplace, visit, zone), workplace.authority.staff(escort))));
    GATEHOUSE_TRY(lendKey(*act.transaction, workplace, session, visit, escort));
    return say(act, workplace, &session, action::escortAssign, {{QStringLiteral("escort"), escort.text()}});
}

Result<void> acceptEscort(const Workplace &workplace, const StaffSession &session, const VisitId &visit, const ZoneId &zone)
{
    GATEHOUSE_TRY_ASSIGN(EscortAct act, beginAct(workplace, &session, visit, zone));
    const StaffId escort = session.staff.id;
    GATEHOUSE_TRY(unlessBlocked(acceptFindings(questionAt(workplace, visit, zone), workplace.authority.staff(escort))));
    return say(act, workplace, &session, action::escortAccept, {{QStringLiteral("escort"), escort.text()}});
}

Result<void> declineEscort(const Workplace &workplace, const StaffSession &session, const VisitId &visit, const ZoneId &zone)
{
    GATEHOUSE_TRY_ASSIGN(EscortAct act, beginAct(workplace, &session, visit, zone));
    const bool asked = !act.access.accepted && act.access.escort == session.staff.id;
    if (!asked && act.access.handOverTo != session.staff.id)
        return notAllowed();
    return say(act, workplace, &session, action::escortDecline, {});
}

Result<void> handOverEscort(const Workplace &workplace, const StaffSession &session, const VisitId &visit, const ZoneId &zone,
                            const StaffId &to)
{
    GATEHOUSE_TRY_ASSIGN(EscortAct act, beginAct(workplace, &session, visit, zone));
    GATEHOUSE_TRY(
        unlessBlocked(handOverFindings(questionAt(workplace, visit, zone), session.staff.id, workplace.authority.staff(to))));
    GATEHOUSE_TRY(lendKey(*act.transaction, workplace, session, visit, to));
    return say(act, workplace, &session, action::escortHandOver, {{QStringLiteral("to"), to.text()}});
}

Result<void> releaseEscort(const Workplace &workplace, const StaffSession &session, const std::vector<VisitId> &visits,
                           const ZoneId &zone, const ReleaseWords &words)
{
    GATEHOUSE_TRY(requireTime(workplace));
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {}));
    ReleaseWords counted = words;
    counted.headsExpected = static_cast<int>(visits.size());
    for (const VisitId &visit : visits) {
        const auto access = workplace.authority.escorts().access(visit, zone);
        if (!access)
            return fail(ErrorCode::NotFound, QStringLiteral("access"));
        if (access->escort != session.staff.id && !decides(workplace, session.staff.id, zone))
            return notAllowed();
        GATEHOUSE_TRY(unlessBlocked(releaseFindings(questionAt(workplace, visit, zone), counted)));
        GATEHOUSE_TRY(record(*transaction, workplace, signerOf(session), action::escortRelease, visitSubject(visit),
                             {{QStringLiteral("zone"), zone.key},
                              {QStringLiteral("heads"), words.heads},
                              {QStringLiteral("restored"), words.fireRestored}}));
    }
    return transaction->commit();
}

Result<void> revokeAccess(const Workplace &workplace, const StaffSession &session, const VisitId &visit, const ZoneId &zone,
                          const QString &code)
{
    GATEHOUSE_TRY_ASSIGN(EscortAct act, beginAct(workplace, &session, visit, zone));
    if (act.access.isOver())
        return fail(ErrorCode::Conflict, accessStateName(act.access.state));
    if (act.access.escort != session.staff.id && capacitiesOf(workplace, session.staff.id, zone).empty())
        return notAllowed();
    return say(act, workplace, &session, action::escortRevoke, {{QStringLiteral("code"), code}});
}

Result<int> lapseUnanswered(Transaction &transaction, const Workplace &workplace)
{
    int lapsed = 0;
    for (const EscortedAccess &access : workplace.authority.escorts().open()) {
        if (access.accepted || askedAfter(waitingSince(access), workplace.clock.now()) != Asked::Nobody)
            continue;
        GATEHOUSE_TRY_ASSIGN(const std::optional<Visit> stored, transaction.visits().byId(access.visit));
        if (!stored)
            continue;
        const QJsonObject details{{QStringLiteral("zone"), access.zone.key},
                                  {QStringLiteral("why"), QStringLiteral("unanswered")},
                                  {QStringLiteral("code"), QStringLiteral("unanswered")}};
        Visit visit = *stored;
        bool whole = visit.state == VisitState::Requested;
        if (whole) {
            const auto difference = differenceOf(transaction, workplace, visit);
            whole = difference && !*difference;
            if (!whole)
                GATEHOUSE_TRY(stateAlarm(transaction, workplace, visit.id, recordsChanged));
        }
        if (whole) {
            visit.state = VisitState::Lapsed;
            visit.decidedAt = workplace.clock.now(); // from now on the kiosk tells the visitor
            GATEHOUSE_TRY(closeQuestion(transaction, visit));
            GATEHOUSE_TRY(transaction.visits().update(visit, VisitState::Requested));
        }
        GATEHOUSE_TRY(record(transaction, workplace, signerOf(workplace), whole ? action::visitLapse : action::escortRevoke,
                             visitSubject(visit.id), details));
        ++lapsed;
    }
    return lapsed;
}

} // namespace gatehouse::usecases
