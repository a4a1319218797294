// SPDX-License-Identifier: GPL-3.0-or-later
#include "visitstatement.h"

#include "base/logging.h"
#include "caseaccess.h"

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
constexpr auto alarmRepeats = std::chrono::minutes(10); ///< the same alarm about a visit is no news before

bool byGuard(const Workplace &workplace, const LedgerEntry &entry)
{
    const QLatin1String prefix("staff:");
    if (!entry.actor.startsWith(prefix))
        return false;
    const StaffId by = StaffId::fromText(entry.actor.mid(prefix.size()));
    return workplace.authority.held(by, Role::Guard, entry.sequence) ||
           workplace.authority.held(by, Role::Manager, entry.sequence);
}

bool byStation(const LedgerEntry &entry)
{
    return stationOf(entry.actor).has_value();
}

/// Somebody whose approval of an escorted zone counts: a keeper decides as a guard does (R9).
bool byApprover(const Workplace &workplace, const VisitId &visit, const LedgerEntry &entry)
{
    const std::vector<EscortedAccess> accesses = workplace.authority.escorts().accessesOf(visit);
    return std::any_of(accesses.begin(), accesses.end(), [&](const EscortedAccess &access) {
        return std::any_of(access.approvals.begin(), access.approvals.end(), [&](const ZoneApproval &approval) {
            return approval.sequence == entry.sequence && staffActor(approval.by) == entry.actor;
        });
    });
}

/// The items as declared, with what the statements say became of them.
std::vector<Item> itemsAsStated(const Workplace &workplace, const VisitId &visit)
{
    std::vector<Item> items;
    for (const Carried &item : workplace.authority.carried().carried(visit))
        items.push_back({item.kind, item.count, item.state, item.tag});
    return items;
}

tl::unexpected<Error> notAsStated(const QString &what)
{
    return fail(ErrorCode::BadSignature, what);
}

/// What was signed about a visit whose sealed data are those of its request.
struct Stated {
    std::vector<LedgerEntry> entries;
    QJsonObject request;
    QJsonObject hashes;
};

Result<Stated> statedOf(Transaction &transaction, const Workplace &workplace, const VisitId &visit)
{
    Stated stated;
    GATEHOUSE_TRY_ASSIGN(stated.entries, verifiedEntries(transaction, workplace, visitSubject(visit)));
    const auto request = std::find_if(stated.entries.begin(), stated.entries.end(),
                                      [](const LedgerEntry &entry) { return entry.action == action::visitRequest; });
    if (request == stated.entries.end())
        return notAsStated(QStringLiteral("no signed request"));
    stated.request = request->details;
    GATEHOUSE_TRY_ASSIGN(stated.hashes, blobHashes(transaction, visit));
    if (stated.request.value(QLatin1String("blobs")).toObject() != stated.hashes)
        return notAsStated(QStringLiteral("sealed data are not those of the request"));
    return stated;
}
} // namespace

QJsonObject requestDetails(const Visit &visit, const QJsonObject &hashes, const std::vector<Consent> &consentsGiven,
                           const std::vector<Item> &itemsDeclared)
{
    QJsonArray consents;
    for (const Consent &consent : consentsGiven)
        consents.append(QJsonObject{{QStringLiteral("notice"), consent.notice},
                                    {QStringLiteral("version"), consent.version},
                                    {QStringLiteral("language"), consent.language},
                                    {QStringLiteral("method"), consent.method}});
    QJsonArray items;
    for (const Item &item : itemsDeclared)
        items.append(QJsonObject{{QStringLiteral("kind"), item.kind}, {QStringLiteral("count"), item.count}});
    return {{QStringLiteral("number"), visit.number},
            {QStringLiteral("party"), visit.party.text()},
            {QStringLiteral("purpose"), visit.purpose.key},
            {QStringLiteral("zones"), zoneKeyArray(visit.zones)},
            {QStringLiteral("host"), visit.host ? visit.host->text() : QString()},
            {QStringLiteral("invitation"), visit.invitation ? visit.invitation->text() : QString()},
            {QStringLiteral("from"), visit.windowFrom.toString(Qt::ISODateWithMs)},
            {QStringLiteral("until"), visit.windowUntil.toString(Qt::ISODateWithMs)},
            {QStringLiteral("language"), visit.language},
            {QStringLiteral("documentKind"), visit.documentKind},
            {QStringLiteral("blobs"), hashes},
            {QStringLiteral("consents"), consents},
            {QStringLiteral("items"), items}};
}

QJsonObject approvalScope(const Visit &visit, const QJsonObject &hashes)
{
    return {{QStringLiteral("purpose"), visit.purpose.key},
            {QStringLiteral("zones"), zoneKeyArray(visit.zones)},
            {QStringLiteral("host"), visit.host ? visit.host->text() : QString()},
            {QStringLiteral("from"), visit.windowFrom.toString(Qt::ISODateWithMs)},
            {QStringLiteral("until"), visit.windowUntil.toString(Qt::ISODateWithMs)},
            {QStringLiteral("blobs"), hashes}};
}

Result<void> requireAsStated(Transaction &transaction, const Workplace &workplace, const Visit &visit)
{
    GATEHOUSE_TRY_ASSIGN(const Stated stated, statedOf(transaction, workplace, visit.id));
    if (visit.state != VisitState::Requested)
        return {}; // from the decision on the approval says what counts
    GATEHOUSE_TRY_ASSIGN(const std::vector<Consent> consents, transaction.visits().consents(visit.id));
    GATEHOUSE_TRY_ASSIGN(const std::vector<Item> items, transaction.visits().items(visit.id));
    if (stated.request != requestDetails(visit, stated.hashes, consents, items))
        return notAsStated(QStringLiteral("the visit is not as it was requested"));
    if (items != itemsAsStated(workplace, visit.id))
        return notAsStated(QStringLiteral("items were not handed in as the rows say"));
    const bool seen = std::any_of(stated.entries.begin(), stated.entries.end(), [&](const LedgerEntry &entry) {
        return entry.action == action::visitOriginalSeen && byGuard(workplace, entry);
    });
    if (seen != visit.originalSeenAt.has_value())
        return notAsStated(QStringLiteral("the original was not seen as the row says"));
    return {};
}

Result<void> requireSealedAsStated(Transaction &transaction, const Workplace &workplace, const VisitId &visit)
{
    GATEHOUSE_TRY(statedOf(transaction, workplace, visit));
    return {};
}

QString sealedHash(const QByteArray &sealedText)
{
    return hexText(sha256(sealedText));
}

Result<bool> faceIsSigned(Transaction &transaction, const Workplace &workplace, const KioskMail &mail)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<LedgerEntry> entries,
                         verifiedEntries(transaction, workplace, visitSubject(mail.visit)));
    const QString hash = sealedHash(mail.bytes);
    return std::any_of(entries.begin(), entries.end(), [&](const LedgerEntry &entry) {
        const bool decided =
            entry.action == action::visitApprove && (byGuard(workplace, entry) || byApprover(workplace, mail.visit, entry));
        const bool renewed = entry.action == action::visitFace && byGuard(workplace, entry);
        return (decided || renewed) && entry.details.value(QLatin1String("face")).toString() == hash;
    });
}

Result<std::optional<LedgerEntry>> openQuestion(Transaction &transaction, const Workplace &workplace, const VisitId &visit)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<LedgerEntry> entries, verifiedEntries(transaction, workplace, visitSubject(visit)));
    std::optional<LedgerEntry> asked;
    for (const LedgerEntry &entry : entries) {
        if (entry.action == action::visitAsk && byGuard(workplace, entry))
            asked = entry;
        else if (entry.action == action::visitAnswer && byStation(entry))
            asked.reset();
    }
    return asked;
}

Result<bool> answerIsSigned(Transaction &transaction, const Workplace &workplace, const SealedBlob &answer)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<LedgerEntry> entries,
                         verifiedEntries(transaction, workplace, visitSubject(answer.visit)));
    const auto last = std::find_if(entries.rbegin(), entries.rend(), [](const LedgerEntry &entry) {
        return entry.action == action::visitAnswer && byStation(entry);
    });
    return last != entries.rend() && last->details.value(answerHash).toString() == sealedHash(answer.bytes);
}

Result<bool> stateAlarm(Transaction &transaction, const Workplace &workplace, const VisitId &visit, const QString &code)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<LedgerEntry> entries, transaction.ledger().ofSubject(visitSubject(visit)));
    const QDateTime since = workplace.clock.now().addDuration(-alarmRepeats);
    const bool known = std::any_of(entries.begin(), entries.end(), [&](const LedgerEntry &entry) {
        return entry.action == action::alarm && entry.recorded > since && entry.actor == stationActor(workplace.stationId()) &&
               entry.details.value(QLatin1String("code")).toString() == code && workplace.authority.verified(entry);
    });
    if (known)
        return false;
    qCCritical(lcTrust) << "alarm" << code << "visit" << visit.text();
    GATEHOUSE_TRY(record(transaction, workplace, signerOf(workplace), action::alarm, visitSubject(visit),
                         {{QStringLiteral("code"), code}}));
    return true;
}

Result<void> tellAlarms(const Workplace &workplace)
{
    if (workplace.untoldAlarms->empty())
        return {};
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    bool said = false;
    for (const auto &[visit, code] : *workplace.untoldAlarms) {
        GATEHOUSE_TRY_ASSIGN(const bool now, stateAlarm(*transaction, workplace, visit, code));
        said = said || now;
    }
    if (said)
        GATEHOUSE_TRY(transaction->commit());
    workplace.untoldAlarms->clear();
    return {};
}

} // namespace gatehouse::usecases
