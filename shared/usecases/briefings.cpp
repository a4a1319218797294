// SPDX-License-Identifier: GPL-3.0-or-later
#include "briefings.h"

#include "base/logging.h"
#include "caseaccess.h"

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
constexpr int fewestQuestions = 3;

/// A write transaction about a visit and one of its zones that asks for a briefing.
struct BriefingAct {
    std::unique_ptr<Transaction> transaction;
    Visit visit;
};

bool asksBriefing(const Workplace &workplace, const Visit &visit, const ZoneId &zone)
{
    const auto definition = workplace.authority.zone(zone);
    return definition && definition->asksBriefing &&
           std::find(visit.zones.begin(), visit.zones.end(), zone) != visit.zones.end();
}

Result<BriefingAct> beginBriefing(const Workplace &workplace, const StaffSession *session, const VisitId &id,
                                  const ZoneId &zone)
{
    GATEHOUSE_TRY(requireTime(workplace));
    BriefingAct act;
    GATEHOUSE_TRY_ASSIGN(act.transaction, beginWrite(workplace));
    if (session) {
        GATEHOUSE_TRY(requireRole(*act.transaction, workplace, *session, {}));
        const Authority &authority = workplace.authority;
        if (!isDeciding(authority.escorts().capacities(session->staff.id, zone, authority.head().sequence,
                                                       workplace.clock.now(), authority)))
            return fail(ErrorCode::NotAllowed, QStringLiteral("duty"));
    }
    GATEHOUSE_TRY_ASSIGN(act.visit, loadVisit(*act.transaction, id));
    if (!asksBriefing(workplace, act.visit, zone))
        return fail(ErrorCode::NotFound, QStringLiteral("briefing"));
    if (workplace.authority.endedAt(visitSubject(id)) > 0)
        return fail(ErrorCode::Conflict, visitStateName(act.visit.state));
    return act;
}

Result<void> sayBriefed(BriefingAct &act, const Workplace &workplace, const Signer &signer, const ZoneId &zone,
                        QJsonObject details)
{
    details.insert(QStringLiteral("zone"), zone.key);
    GATEHOUSE_TRY(record(*act.transaction, workplace, signer, action::briefingPassed, visitSubject(act.visit.id), details));
    return act.transaction->commit();
}

/// Whether both show the same document. A number alone may be another country's or kind's.
bool sameDocument(const VisitorRecord &a, const VisitorRecord &b)
{
    const auto same = [&](QStringView name) { return a.value(name).compare(b.value(name), Qt::CaseInsensitive) == 0; };
    const auto fits = [&](QStringView name) { return a.value(name).isEmpty() || b.value(name).isEmpty() || same(name); };
    return !a.value(u"documentNumber").trimmed().isEmpty() && same(u"documentNumber") && fits(u"birthDate") &&
           fits(u"issuingState");
}
} // namespace

Result<void> passBriefing(const Workplace &workplace, const VisitId &visit, const ZoneId &zone, const BriefingAnswers &answers)
{
    if (answers.questions.size() < fewestQuestions)
        return fail(ErrorCode::Invalid, QStringLiteral("questions"));
    GATEHOUSE_TRY_ASSIGN(BriefingAct act, beginBriefing(workplace, nullptr, visit, zone));
    return sayBriefed(act, workplace, signerOf(workplace), zone, toJson(answers));
}

std::vector<ZoneId> briefingsOwed(const Workplace &workplace, const Visit &visit)
{
    std::vector<ZoneId> owed;
    for (const ZoneId &zone : visit.zones) {
        if (asksBriefing(workplace, visit, zone) &&
            !workplace.authority.briefings().isBriefed(visit.id, zone, workplace.clock.now()))
            owed.push_back(zone);
    }
    return owed;
}

Result<void> passOwedBriefings(const Workplace &workplace, const VisitId &id, const BriefingAnswers &answers)
{
    if (answers.questions.size() < fewestQuestions)
        return fail(ErrorCode::Invalid, QStringLiteral("questions"));
    GATEHOUSE_TRY(requireTime(workplace));
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY_ASSIGN(Visit visit, loadVisit(*transaction, id));
    if (workplace.authority.endedAt(visitSubject(id)) > 0)
        return fail(ErrorCode::Conflict, visitStateName(visit.state));
    visit.zones = briefingsOwed(workplace, visit);
    GATEHOUSE_TRY(stateBriefing(*transaction, workplace, signerOf(workplace), visit, answers));
    return transaction->commit();
}

Result<void> briefInPerson(const Workplace &workplace, const StaffSession &session, const VisitId &visit, const ZoneId &zone)
{
    GATEHOUSE_TRY_ASSIGN(BriefingAct act, beginBriefing(workplace, &session, visit, zone));
    return sayBriefed(act, workplace, signerOf(session), zone,
                      {{QStringLiteral("how"), QStringLiteral("spoken")},
                       {QStringLiteral("version"), workplace.authority.noticeVersion(notice::briefing)}});
}

Result<std::optional<BriefingPassed>> earlierBriefing(Transaction &transaction, const Workplace &workplace,
                                                      const StaffSession &session, const VisitId &visit,
                                                      const VisitorRecord &visitor, const ZoneId &zone)
{
    for (const BriefingPassed &candidate : workplace.authority.briefings().holding(zone, workplace.clock.now())) {
        if (candidate.visit == visit)
            continue;
        const auto dataKey = openDataKey(transaction, session, candidate.visit);
        if (!dataKey)
            continue; // not for this reader, or erased
        const auto other = openRecord(transaction, *dataKey, candidate.visit);
        if (!other) { // somebody else's: nothing about this visit hangs on it
            qCCritical(lcTrust) << "a visitor's record does not open:" << candidate.visit.text();
            continue;
        }
        if (sameDocument(visitor, *other))
            return std::optional<BriefingPassed>(candidate);
    }
    return std::optional<BriefingPassed>();
}

Result<void> takeOverBriefing(const Workplace &workplace, const StaffSession &session, const VisitId &visit, const ZoneId &zone)
{
    GATEHOUSE_TRY_ASSIGN(BriefingAct act, beginBriefing(workplace, &session, visit, zone));
    GATEHOUSE_TRY_ASSIGN(const security::SecureBytes dataKey, openDataKey(*act.transaction, session, visit));
    GATEHOUSE_TRY_ASSIGN(const VisitorRecord visitor, openRecord(*act.transaction, dataKey, visit));
    GATEHOUSE_TRY_ASSIGN(const std::optional<BriefingPassed> earlier,
                         earlierBriefing(*act.transaction, workplace, session, visit, visitor, zone));
    if (!earlier)
        return fail(ErrorCode::NotFound, QStringLiteral("briefing"));
    return sayBriefed(act, workplace, signerOf(session), zone,
                      {{QStringLiteral("how"), QStringLiteral("earlier")}, {QStringLiteral("earlier"), earlier->visit.text()}});
}

Result<void> stateBriefing(Transaction &transaction, const Workplace &workplace, const Signer &signer, const Visit &visit,
                           const BriefingAnswers &answers)
{
    for (const ZoneId &zone : visit.zones) {
        if (!asksBriefing(workplace, visit, zone))
            continue;
        QJsonObject details = toJson(answers);
        details.insert(QStringLiteral("zone"), zone.key);
        GATEHOUSE_TRY(record(transaction, workplace, signer, action::briefingPassed, visitSubject(visit.id), details));
    }
    return {};
}

} // namespace gatehouse::usecases
