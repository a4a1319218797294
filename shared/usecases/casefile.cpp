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

/// What the visitor answered, sealed to the site; nothing when no station signed for it, since anybody can seal.
Result<QString> openAnswer(Transaction &transaction, const Workplace &workplace, const StaffSession &session,
                           const VisitId &visit)
{
    GATEHOUSE_TRY_ASSIGN(const std::optional<SealedBlob> blob, transaction.sealedData().blob(visit, sealed::answer));
    if (!blob)
        return QString();
    GATEHOUSE_TRY_ASSIGN(const bool answered, answerIsSigned(transaction, workplace, *blob));
    if (!answered) {
        qCCritical(lcTrust) << "an answer that no station signed:" << visit.text();
        return QString();
    }
    for (const OpenedSealingKey &key : session.sealingKeys) {
        if (const auto plain = security::openText(key.keys, visit.text(), sealed::answer, blob->bytes)) {
            QByteArray text = plain->exposed();
            const QString answer = QString::fromUtf8(text);
            security::wipe(text);
            return answer;
        }
    }
    return QString();
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
        if (!purpose->entering)
            return opened; // a delivery has nothing sealed
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

Result<CaseFile> openCase(const Workplace &workplace, const StaffSession &session, const VisitId &id)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {}));
    GATEHOUSE_TRY_ASSIGN(OpenedVisit opened, openVisit(*transaction, workplace, session, id));
    maskNumbers(opened.file.record);
    return std::move(opened.file);
}

} // namespace gatehouse::usecases
