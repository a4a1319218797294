// SPDX-License-Identifier: GPL-3.0-or-later
#include "requestvisit.h"

#include "badgefaces.h"
#include "briefings.h"
#include "caseaccess.h"
#include "confirmtime.h"
#include "domain/policy.h"
#include "emergencies.h"
#include "escortvisit.h"
#include "visitstatement.h"

#include <QJsonDocument>

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
constexpr int longestText = 1000;
constexpr qint64 longestWindow = 24LL * 3600; // seconds
constexpr int largestPicture = 4 * 1024 * 1024;

/// A visit with everything personal sealed, ready to be written.
struct SealedVisit {
    Visit visit;
    std::vector<SealedBlob> blobs;
    std::vector<WrappedKey> keys;
    SealedCard card;
    QJsonObject hashes;
};

Result<void> checkInput(const VisitorInput &input)
{
    const VisitorRecord &record = input.record;
    QStringList texts{record.company,    record.phone,    record.itemsNote,   record.typedSignature,
                      record.workReason, record.workArea, record.changeNumber};
    for (const IdentityField &field : record.fields)
        texts << field.value;
    if (std::any_of(texts.begin(), texts.end(), [](const QString &text) { return text.size() > longestText; }))
        return fail(ErrorCode::Invalid, QStringLiteral("text too long"));
    if (input.portrait.size() > largestPicture || input.document.size() > largestPicture ||
        input.signature.size() > largestPicture)
        return fail(ErrorCode::Invalid, QStringLiteral("picture too large"));
    if (!isChangeNumber(record.changeNumber))
        return fail(ErrorCode::Invalid, QStringLiteral("change number"));
    return {};
}

/// R4: known before anybody is asked to approve.
Result<void> requireAge(const Workplace &workplace, const VisitRequest &request, const std::vector<ZoneId> &zones)
{
    const bool escorted = std::any_of(zones.begin(), zones.end(), [&](const ZoneId &id) {
        const auto zone = workplace.authority.zone(id);
        return zone && zone->escort != EscortRule::None;
    });
    const QDate today = workplace.clock.now().toLocalTime().date();
    const bool young = std::any_of(request.visitors.begin(), request.visitors.end(), [&](const VisitorInput &input) {
        const auto born = input.record.date(u"birthDate");
        return born && *born <= today && ageOn(*born, today) < escortedZoneAge;
    });
    return escorted && young ? fail(ErrorCode::Blocked, QStringLiteral("too-young-for-zone")) : Result<void>();
}

/// What the request as a whole decides: purpose, zones, host and window.
struct Frame {
    Purpose purpose;
    std::vector<ZoneId> zones;
    std::optional<StaffId> host;
    QDateTime from;
    QDateTime until;
    SealingKey sealingKey;
    std::vector<std::pair<StaffId, QByteArray>> readers; ///< besides guards: the host, and who approves by a duty
};

bool asksFireKeeper(const VisitRequest &request)
{
    return std::any_of(request.visitors.begin(), request.visitors.end(),
                       [](const VisitorInput &input) { return isHotWork(input.record.workMethod); });
}

Result<Frame> frameOf(Transaction &transaction, const Workplace &workplace, const VisitRequest &request)
{
    if (!workplace.authority.isLive())
        return fail(ErrorCode::Untrusted, siteNotLive);
    Frame frame;
    frame.from = workplace.clock.now();
    PurposeId purposeId = request.purpose;
    std::optional<Invitation> invitation;
    if (request.invitation) {
        GATEHOUSE_TRY_ASSIGN(invitation, verifiedInvitation(transaction, workplace, *request.invitation));
        if (!invitation || invitation->revoked || invitation->windowUntil < frame.from)
            return fail(ErrorCode::Expired, QStringLiteral("invitation"));
        purposeId = invitation->purpose;
    }
    GATEHOUSE_TRY_ASSIGN(const std::optional<Purpose> purpose, purposeOf(transaction, workplace, purposeId));
    if (!purpose)
        return fail(ErrorCode::Invalid, QStringLiteral("purpose"));
    frame.purpose = *purpose;
    frame.zones = invitation ? invitation->zones : purpose->zones;
    for (const ZoneId &zone : request.optionalZones) {
        const auto &optional = purpose->optionalZones;
        if (!invitation && std::find(optional.begin(), optional.end(), zone) != optional.end())
            frame.zones.push_back(zone);
    }
    frame.host = invitation ? std::optional<StaffId>(invitation->host) : request.host;
    if (frame.host && !workplace.authority.isActive(*frame.host))
        return fail(ErrorCode::Invalid, QStringLiteral("host"));
    frame.until = invitation ? invitation->windowUntil : frame.from.addSecs(60LL * purpose->durationMinutes);
    if (request.until && !invitation) {
        if (*request.until <= frame.from || *request.until > frame.from.addSecs(longestWindow))
            return fail(ErrorCode::Invalid, QStringLiteral("window"));
        frame.until = *request.until;
    }
    const auto key = workplace.authority.sealingKey();
    if (!key)
        return fail(ErrorCode::Untrusted, QStringLiteral("no sealing key"));
    frame.sealingKey = *key;
    if (frame.host)
        frame.readers.emplace_back(*frame.host, workplace.authority.staffBoxKey(*frame.host));
    for (const StaffId &person : accessApprovers(workplace, frame.zones, asksFireKeeper(request), frame.from))
        frame.readers.emplace_back(person, workplace.authority.staffBoxKey(person));
    std::sort(frame.readers.begin(), frame.readers.end());
    frame.readers.erase(std::unique(frame.readers.begin(), frame.readers.end()), frame.readers.end());
    return frame;
}

Result<SealedVisit> sealVisitor(const VisitorInput &input, const Frame &frame, const VisitId &id)
{
    const security::SecureBytes dataKey = security::makeDataKey();
    SealedVisit sealedVisit;
    const auto seal = [&](const QString &field, const QByteArray &plain) {
        if (plain.isEmpty())
            return;
        SealedBlob blob{id, field, security::sealField(dataKey, id.text(), field, plain)};
        sealedVisit.hashes.insert(field, hexText(sha256(blob.bytes)));
        sealedVisit.blobs.push_back(std::move(blob));
    };
    const VisitorRecord record = inOneLine(input.record);
    QByteArray json = QJsonDocument(toJson(record)).toJson(QJsonDocument::Compact);
    seal(sealed::record, json);
    security::wipe(json);
    seal(sealed::portrait, input.portrait);
    seal(sealed::document, input.document);
    seal(sealed::signature, input.signature);
    QByteArray card = encodeCard({record.displayName(), record.company, record.phone});
    sealedVisit.card = {id, frame.sealingKey.id, false, security::sealField(dataKey, id.text(), QStringLiteral("card"), card)};
    security::wipe(card);
    GATEHOUSE_TRY_ASSIGN(QByteArray siteKey, security::sealTo(frame.sealingKey.publicKey, dataKey));
    sealedVisit.keys.push_back({id, QStringLiteral("site:") + frame.sealingKey.id, siteKey});
    for (const auto &[reader, boxKey] : frame.readers) {
        if (boxKey.isEmpty())
            continue;
        GATEHOUSE_TRY_ASSIGN(QByteArray key, security::sealTo(boxKey, dataKey));
        sealedVisit.keys.push_back({id, staffActor(reader), key});
    }
    return sealedVisit;
}

/// The method alone goes into the ledger, as a code: hot work needs another approval, whoever may read the rest.
Result<void> stateWork(Transaction &transaction, const Workplace &workplace, const Signer &signer, const Visit &visit,
                       const QString &method)
{
    for (const ZoneId &zone : visit.zones) {
        const auto definition = workplace.authority.zone(zone);
        if (definition && definition->escort != EscortRule::None)
            GATEHOUSE_TRY(record(transaction, workplace, signer, action::escortRequest, visitSubject(visit.id),
                                 {{QStringLiteral("zone"), zone.key}, {QStringLiteral("method"), method}}));
    }
    return {};
}

Result<Visit> writeVisit(Transaction &transaction, const Workplace &workplace, const Signer &signer, SealedVisit sealedVisit,
                         const VisitorInput &input)
{
    GATEHOUSE_TRY_ASSIGN(const std::optional<Visit> before, transaction.visits().byId(sealedVisit.visit.id));
    if (before)
        return *before; // a retry of what was acknowledged already
    GATEHOUSE_TRY_ASSIGN(sealedVisit.visit.number, transaction.visits().nextNumber());
    const Visit &visit = sealedVisit.visit;
    GATEHOUSE_TRY(transaction.visits().insert(visit));
    for (const SealedBlob &blob : sealedVisit.blobs)
        GATEHOUSE_TRY(transaction.sealedData().put(blob));
    for (const WrappedKey &key : sealedVisit.keys)
        GATEHOUSE_TRY(transaction.sealedData().putKey(key));
    GATEHOUSE_TRY(transaction.sealedData().putCard(sealedVisit.card));
    for (const Consent &consent : input.consents)
        GATEHOUSE_TRY(transaction.visits().addConsent(visit.id, consent));
    GATEHOUSE_TRY(transaction.visits().setItems(visit.id, input.items));
    GATEHOUSE_TRY(record(transaction, workplace, signer, action::visitRequest, visitSubject(visit.id),
                         requestDetails(visit, sealedVisit.hashes, input.consents, input.items)));
    if (workMethods().contains(input.record.workMethod))
        GATEHOUSE_TRY(stateWork(transaction, workplace, signer, visit, input.record.workMethod));
    if (input.briefing)
        GATEHOUSE_TRY(stateBriefing(transaction, workplace, signerOf(workplace), visit, *input.briefing));
    return visit;
}

Visit newVisit(const Workplace &workplace, const VisitRequest &request, const Frame &frame)
{
    Visit visit;
    visit.party = request.party.isNull() ? makeId<PartyId>(workplace.clock, workplace.randomness) : request.party;
    visit.purpose = frame.purpose.id;
    visit.zones = frame.zones;
    visit.host = frame.host;
    visit.invitation = request.invitation;
    visit.windowFrom = frame.from;
    visit.windowUntil = frame.until;
    visit.station = workplace.stationId();
    visit.language = request.language;
    visit.requestedAt = frame.from;
    return visit;
}

Result<Frame> readFrame(const Workplace &workplace, const VisitRequest &request)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    return frameOf(*transaction, workplace, request);
}

/// Loads, changes and writes a requested visit, with one entry by this station.
template <typename Change>
Result<Visit> changeVisit(const Workplace &workplace, const VisitId &id, VisitState expected, const QString &what,
                          const QJsonObject &details, Change change)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY_ASSIGN(Visit visit, loadVisit(*transaction, id));
    if (visit.state != expected)
        return fail(ErrorCode::Conflict, visitStateName(visit.state));
    if (workplace.authority.isInside(id)) // by the signed entries, whatever the row says
        return fail(ErrorCode::Conflict, visitStateName(VisitState::OnSite));
    GATEHOUSE_TRY(change(*transaction, visit));
    GATEHOUSE_TRY(transaction->visits().update(visit, expected));
    GATEHOUSE_TRY(record(*transaction, workplace, signerOf(workplace), what, visitSubject(id), details));
    GATEHOUSE_TRY(transaction->commit());
    return visit;
}
} // namespace

Result<std::vector<Visit>> requestVisit(const Workplace &workplace, const VisitRequest &request, const StaffSession *desk)
{
    if (request.visitors.empty())
        return fail(ErrorCode::Invalid, QStringLiteral("no visitor"));
    GATEHOUSE_TRY(requireTime(workplace)); // its window would be as wrong as the clock
    for (const VisitorInput &input : request.visitors)
        GATEHOUSE_TRY(checkInput(input));
    GATEHOUSE_TRY_ASSIGN(const Frame frame, readFrame(workplace, request));
    GATEHOUSE_TRY(requireAge(workplace, request, frame.zones));
    Visit base = newVisit(workplace, request, frame);
    base.atDesk = desk != nullptr;
    std::vector<SealedVisit> sealedVisits;
    for (const VisitorInput &input : request.visitors) {
        const VisitId id = input.id.isNull() ? makeId<VisitId>(workplace.clock, workplace.randomness) : input.id;
        GATEHOUSE_TRY_ASSIGN(SealedVisit sealedVisit, sealVisitor(input, frame, id));
        sealedVisit.visit = base;
        sealedVisit.visit.id = id;
        sealedVisit.visit.documentKind = input.record.documentKind;
        sealedVisits.push_back(std::move(sealedVisit));
    }

    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    if (desk)
        GATEHOUSE_TRY(requireRole(*transaction, workplace, *desk, {Role::Guard, Role::Manager}));
    const Signer signer = desk ? signerOf(*desk) : signerOf(workplace);
    std::vector<Visit> visits;
    for (std::size_t i = 0; i < sealedVisits.size(); ++i) {
        GATEHOUSE_TRY_ASSIGN(Visit visit,
                             writeVisit(*transaction, workplace, signer, std::move(sealedVisits[i]), request.visitors[i]));
        visits.push_back(std::move(visit));
    }
    GATEHOUSE_TRY(transaction->commit());
    return visits;
}

Result<Visit> callGuard(const Workplace &workplace, const PurposeId &purpose, const QString &language)
{
    GATEHOUSE_TRY(requireTime(workplace));
    VisitRequest request;
    request.purpose = purpose;
    request.language = language;
    GATEHOUSE_TRY_ASSIGN(const Frame frame, readFrame(workplace, request));
    if (frame.purpose.entering)
        return fail(ErrorCode::Invalid, QStringLiteral("purpose enters"));
    Visit visit = newVisit(workplace, request, frame);
    visit.id = makeId<VisitId>(workplace.clock, workplace.randomness);
    visit.documentKind = QStringLiteral("none");
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY_ASSIGN(visit.number, transaction->visits().nextNumber());
    GATEHOUSE_TRY(transaction->visits().insert(visit));
    GATEHOUSE_TRY(record(*transaction, workplace, signerOf(workplace), action::visitRequest, visitSubject(visit.id),
                         {{QStringLiteral("number"), visit.number},
                          {QStringLiteral("purpose"), purpose.key},
                          {QStringLiteral("until"), visit.windowUntil.toString(Qt::ISODateWithMs)}}));
    GATEHOUSE_TRY(transaction->commit());
    return visit;
}

Result<int> takePickup(const Workplace &workplace, const VisitId &id)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY_ASSIGN(const Visit asked, loadVisit(*transaction, id));
    GATEHOUSE_TRY_ASSIGN(std::vector<Visit> party, loadParty(*transaction, asked));
    std::erase_if(party, [](const Visit &visit) {
        return visit.state != VisitState::Requested && visit.state != VisitState::Approved && visit.state != VisitState::Denied;
    });
    if (party.empty())
        return fail(ErrorCode::Conflict, visitStateName(asked.state));
    int number = 0;
    for (const Visit &visit : party)
        number = std::max(number, visit.pickup);
    std::erase_if(party, [number](const Visit &visit) { return number > 0 && visit.pickup == number; });
    if (party.empty())
        return number;
    if (number == 0) {
        GATEHOUSE_TRY_ASSIGN(number, transaction->visits().nextPickup());
    }
    for (Visit &visit : party) {
        visit.pickup = number;
        GATEHOUSE_TRY(transaction->visits().update(visit, visit.state));
        GATEHOUSE_TRY(record(*transaction, workplace, signerOf(workplace), action::visitPickup, visitSubject(visit.id),
                             {{QStringLiteral("pickup"), number}}));
    }
    GATEHOUSE_TRY(transaction->commit());
    return number;
}

Result<void> clearPickup(const Workplace &workplace, const VisitId &id)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY_ASSIGN(Visit visit, loadVisit(*transaction, id));
    if (visit.pickup == 0)
        return {};
    visit.pickup = 0;
    GATEHOUSE_TRY(transaction->visits().update(visit, visit.state));
    return transaction->commit();
}

Result<void> answerQuestion(const Workplace &workplace, const VisitId &id, const QString &answer)
{
    if (answer.size() > longestText)
        return fail(ErrorCode::Invalid, QStringLiteral("text too long"));
    const auto key = workplace.authority.sealingKey();
    if (!key)
        return fail(ErrorCode::Untrusted, QStringLiteral("no sealing key"));
    QByteArray plain = answer.toUtf8();
    GATEHOUSE_TRY_ASSIGN(const QByteArray bytes,
                         security::sealText(key->publicKey, id.text(), sealed::answer, security::SecureBytes::take(plain)));
    const auto keepAnswer = [&](Transaction &transaction, Visit &visit) -> Result<void> {
        GATEHOUSE_TRY(closeQuestion(transaction, visit));
        return transaction.sealedData().put({id, sealed::answer, bytes});
    };
    const QJsonObject details{{answerHash, sealedHash(bytes)}};
    GATEHOUSE_TRY(changeVisit(workplace, id, VisitState::Requested, action::visitAnswer, details, keepAnswer));
    return {};
}

Result<void> withdrawVisit(const Workplace &workplace, const VisitId &id)
{
    const auto lapse = [](Transaction &transaction, Visit &visit) -> Result<void> {
        visit.state = VisitState::Lapsed;
        return closeQuestion(transaction, visit);
    };
    const QJsonObject details{{QStringLiteral("why"), QStringLiteral("withdrawn")}};
    GATEHOUSE_TRY(changeVisit(workplace, id, VisitState::Requested, action::visitLapse, details, lapse));
    return {};
}

namespace
{
/// Whether the time that a visitor asked for is over by what was signed, whatever the row says. Calls of the guard did not
/// state it at first.
bool isOver(Transaction &transaction, const Workplace &workplace, const VisitId &visit)
{
    const auto entries = verifiedEntries(transaction, workplace, visitSubject(visit));
    if (!entries)
        return false;
    const auto request = std::find_if(entries->begin(), entries->end(),
                                      [](const LedgerEntry &entry) { return entry.action == action::visitRequest; });
    if (request == entries->end())
        return false;
    const QJsonValue until = request->details.value(QLatin1String("until"));
    return until.isUndefined() || QDateTime::fromString(until.toString(), Qt::ISODateWithMs) < workplace.clock.now();
}

/// Within a write transaction; returns how many numbers are free again.
Result<int> freePickups(Transaction &transaction, const Workplace &workplace)
{
    const QDateTime before = workplace.clock.now().addDuration(-refusalShown);
    int freed = 0;
    GATEHOUSE_TRY_ASSIGN(const std::vector<Visit> shown, transaction.visits().withPickup());
    for (Visit visit : shown) {
        GATEHOUSE_TRY_ASSIGN(const std::vector<Visit> party, loadParty(transaction, visit));
        const auto refused = refusedSince(party);
        if (!refused || *refused > before)
            continue;
        visit.pickup = 0;
        GATEHOUSE_TRY(transaction.visits().update(visit, visit.state));
        ++freed;
    }
    return freed;
}
} // namespace

Result<int> lapseVisits(const Workplace &workplace)
{
    GATEHOUSE_TRY(requireTime(workplace)); // a clock that jumped ahead must not end anybody's visit
    GATEHOUSE_TRY(tellAlarms(workplace));
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    VisitQuery query;
    query.states = {VisitState::Requested, VisitState::Approved};
    query.limit = 10'000;
    GATEHOUSE_TRY_ASSIGN(const std::vector<Visit> open, transaction->visits().find(query));
    int lapsed = 0;
    bool alarmed = false;
    for (Visit visit : open) {
        if (visit.windowUntil >= workplace.clock.now() || workplace.authority.isInside(visit.id))
            continue;
        if (!isOver(*transaction, workplace, visit.id)) {
            GATEHOUSE_TRY_ASSIGN(const bool told, stateAlarm(*transaction, workplace, visit.id, recordsChanged));
            alarmed = alarmed || told;
            continue;
        }
        const VisitState before = visit.state;
        visit.state = VisitState::Lapsed;
        GATEHOUSE_TRY(closeQuestion(*transaction, visit));
        GATEHOUSE_TRY(transaction->visits().update(visit, before));
        GATEHOUSE_TRY(transaction->sealedData().removeMail(visit.id, kioskmail::face));
        GATEHOUSE_TRY(record(*transaction, workplace, signerOf(workplace), action::visitLapse, visitSubject(visit.id),
                             {{QStringLiteral("why"), QStringLiteral("window")}}));
        ++lapsed;
    }
    GATEHOUSE_TRY_ASSIGN(const int unanswered, lapseUnanswered(*transaction, workplace));
    GATEHOUSE_TRY_ASSIGN(const int unconfirmed, reportUnconfirmed(*transaction, workplace));
    GATEHOUSE_TRY_ASSIGN(const int freed, freePickups(*transaction, workplace));
    GATEHOUSE_TRY_ASSIGN(const bool marked, markTime(*transaction, workplace));
    lapsed += unanswered;
    if (lapsed + unconfirmed + freed == 0 && !marked && !alarmed)
        return 0;
    GATEHOUSE_TRY(transaction->commit());
    return lapsed;
}

} // namespace gatehouse::usecases
