// SPDX-License-Identifier: GPL-3.0-or-later
#include "badges.h"

#include "base/logging.h"
#include "caseaccess.h"
#include "decidevisit.h"
#include "security/tokens.h"
#include "visitstatement.h"

#include <QJsonDocument>
#include <QtEndian>

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
const QString &faceKind()
{
    static const QString kind = QStringLiteral("face");
    return kind;
}

const QString &unsignedFace()
{
    static const QString detail = QStringLiteral("face-unsigned");
    return detail;
}

QString serialText(quint64 serial)
{
    return QStringLiteral("%1").arg(serial, 16, 16, QLatin1Char('0'));
}

/// What stands behind a badge that may be issued.
struct Permission {
    std::vector<Zone> zones;
    std::vector<Approval> approvals;
};

Result<Permission> requirePermission(Transaction &transaction, const Workplace &workplace, const Visit &visit)
{
    GATEHOUSE_TRY_ASSIGN(const int needed, approvalsNeeded(transaction, workplace, visit));
    Permission permission;
    GATEHOUSE_TRY_ASSIGN(permission.approvals, countedApprovals(transaction, workplace, visit));
    // R9: for escorted zones not only how many, but in which capacities.
    if (static_cast<int>(permission.approvals.size()) < needed || !workplace.authority.escorts().isApproved(visit.id))
        return fail(ErrorCode::Blocked, QStringLiteral("approvals"));
    GATEHOUSE_TRY_ASSIGN(permission.zones, zonesOf(transaction, workplace, visit));
    return permission;
}

/// Somebody wrote a row that no statement stands behind: that is kept, in an entry of its own.
void raiseAlarm(const Workplace &workplace, const VisitId &visit, const QString &code)
{
    qCCritical(lcTrust) << "alarm" << code << "visit" << visit.text();
    auto transaction = beginWrite(workplace);
    if (!transaction)
        return;
    const auto entries = (*transaction)->ledger().ofSubject(visitSubject(visit));
    const bool known = entries && std::any_of(entries->begin(), entries->end(), [&](const LedgerEntry &entry) {
                           return entry.action == action::alarm && entry.actor == stationActor(workplace.stationId()) &&
                                  entry.details.value(QLatin1String("code")).toString() == code;
                       });
    if (known)
        return; // said already: a kiosk asks again and again
    const auto written = record(**transaction, workplace, signerOf(workplace), action::alarm, visitSubject(visit),
                                {{QStringLiteral("code"), code}});
    if (!written || !(*transaction)->commit())
        qCCritical(lcTrust) << "the alarm could not be written";
}

Result<bool> issuedBefore(Transaction &transaction, const Workplace &workplace, const VisitId &visit)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<LedgerEntry> entries, verifiedEntries(transaction, workplace, visitSubject(visit)));
    return std::any_of(entries.begin(), entries.end(),
                       [](const LedgerEntry &entry) { return entry.action == action::badgeIssue; });
}

Result<Badge> makeBadge(const Workplace &workplace, const Visit &visit)
{
    Badge badge;
    const QByteArray random = workplace.randomness.bytes(8);
    badge.serial = qFromBigEndian<quint64>(random.constData());
    badge.visit = visit.id;
    badge.station = workplace.stationId();
    badge.validFrom = visit.windowFrom;
    badge.validUntil = visit.windowUntil;
    badge.issuedAt = workplace.clock.now();
    badge.token = security::makeBadgeToken({workplace.authority.siteTag(), visit.id.value, badge.serial, badge.validFrom,
                                            badge.validUntil, workplace.stationId().value},
                                           workplace.station.keys.secretKey);
    return badge;
}

bool needsEscort(const std::vector<Zone> &zones)
{
    return std::any_of(zones.begin(), zones.end(), [](const Zone &zone) { return zone.escort != EscortRule::None; });
}

Result<void> noteIssue(Transaction &transaction, const Workplace &workplace, const Signer &signer, const Badge &badge,
                       const Permission &permission)
{
    QJsonArray approvals;
    for (const Approval &approval : permission.approvals)
        approvals.append(approval.sequence);
    GATEHOUSE_TRY(record(transaction, workplace, signer, action::badgeIssue, visitSubject(badge.visit),
                         {{QStringLiteral("serial"), serialText(badge.serial)},
                          {QStringLiteral("token"), hexText(sha256(badge.token.toLatin1()))},
                          {QStringLiteral("approvals"), approvals}}));
    return {};
}

/// Within a write transaction: verifies, signs, brings the visit on site and notes it.
Result<IssuedBadge> issue(Transaction &transaction, const Workplace &workplace, const Signer &signer, Visit visit,
                          const BadgeFaceData &face)
{
    if (visit.state != VisitState::Approved)
        return fail(ErrorCode::Conflict, visitStateName(visit.state));
    if (visit.windowUntil <= workplace.clock.now())
        return fail(ErrorCode::Expired, QStringLiteral("window"));
    GATEHOUSE_TRY_ASSIGN(const Permission permission, requirePermission(transaction, workplace, visit));
    GATEHOUSE_TRY_ASSIGN(const bool before, issuedBefore(transaction, workplace, visit.id));
    if (before)
        return fail(ErrorCode::Conflict, QStringLiteral("issued"));
    GATEHOUSE_TRY_ASSIGN(const Badge badge, makeBadge(workplace, visit));
    GATEHOUSE_TRY(transaction.badges().insert(badge));
    visit.state = VisitState::OnSite;
    visit.enteredAt = badge.issuedAt;
    visit.pickup = 0;
    GATEHOUSE_TRY(transaction.visits().update(visit, VisitState::Approved));
    GATEHOUSE_TRY(noteIssue(transaction, workplace, signer, badge, permission));
    return IssuedBadge{badge, visit, face, permission.zones, needsEscort(permission.zones)};
}

/// Raises the alarm outside the failed transaction, and hands the result on.
template <typename T>
Result<T> alarmed(const Workplace &workplace, const VisitId &visit, Result<T> result)
{
    if (result)
        return result;
    const Error &error = result.error();
    if (error.code == ErrorCode::Blocked && error.detail == QLatin1String("approvals"))
        raiseAlarm(workplace, visit, QStringLiteral("badge-without-approval"));
    else if (error.code == ErrorCode::BadSignature)
        raiseAlarm(workplace, visit, QStringLiteral("records-changed"));
    else if (error.code == ErrorCode::NotFound && error.detail == unsignedFace())
        raiseAlarm(workplace, visit, QStringLiteral("face-without-signature"));
    return result;
}

/// The stored badge when the token is, byte for byte, the one that was issued and the issue stands in the ledger.
Result<std::optional<Badge>> issuedBadge(Transaction &transaction, const Workplace &workplace, quint64 serial,
                                         const QString &token)
{
    GATEHOUSE_TRY_ASSIGN(std::optional<Badge> badge, transaction.badges().bySerial(serial));
    if (!badge || badge->token != token)
        return std::optional<Badge>();
    GATEHOUSE_TRY_ASSIGN(const std::vector<LedgerEntry> entries,
                         verifiedEntries(transaction, workplace, visitSubject(badge->visit)));
    const QString hash = hexText(sha256(token.toLatin1()));
    bool noted = false;
    for (const LedgerEntry &entry : entries) {
        if (entry.action == action::badgeIssue)
            noted = noted || entry.details.value(QLatin1String("token")).toString() == hash;
        const bool ends = entry.action == action::badgeReturn || entry.action == action::badgeRevoke;
        if (ends && entry.details.value(QLatin1String("serial")).toString() == serialText(serial))
            badge->state =
                badgeStateFromName(entry.details.value(QLatin1String("state")).toString()).value_or(BadgeState::Revoked);
    }
    return noted ? badge : std::optional<Badge>();
}

Result<void> endBadge(Transaction &transaction, const Workplace &workplace, const Signer &signer, Badge badge, BadgeState end)
{
    const BadgeState before = badge.state;
    badge.state = end;
    badge.endedAt = workplace.clock.now();
    GATEHOUSE_TRY(transaction.badges().update(badge, before));
    GATEHOUSE_TRY(
        record(transaction, workplace, signer, end == BadgeState::Returned ? action::badgeReturn : action::badgeRevoke,
               visitSubject(badge.visit),
               {{QStringLiteral("serial"), serialText(badge.serial)}, {QStringLiteral("state"), badgeStateName(end)}}));
    return {};
}

struct ReadToken {
    security::ParsedBadgeToken parsed;
    bool ofThisSite = false;
    bool genuine = false;
};

Result<ReadToken> readToken(const Workplace &workplace, const QString &text)
{
    ReadToken read;
    GATEHOUSE_TRY_ASSIGN(read.parsed, security::parseBadgeToken(text));
    read.ofThisSite = read.parsed.token.site == workplace.authority.siteTag();
    const QByteArray key = workplace.authority.stationKey(StationId{read.parsed.token.station});
    read.genuine = read.ofThisSite && !key.isEmpty() && security::verifyBadgeToken(read.parsed, key);
    return read;
}

/// The badge ends, and another one, signed by this station, takes its place.
Result<Badge> replaceBadge(Transaction &transaction, const Workplace &workplace, const Signer &signer, const Badge &old,
                           const Visit &visit, const Permission &permission)
{
    GATEHOUSE_TRY(endBadge(transaction, workplace, signer, old, BadgeState::Revoked));
    GATEHOUSE_TRY_ASSIGN(const Badge badge, makeBadge(workplace, visit));
    GATEHOUSE_TRY(transaction.badges().insert(badge));
    GATEHOUSE_TRY(noteIssue(transaction, workplace, signer, badge, permission));
    return badge;
}

Result<IssuedBadge> issueAtKiosk(const Workplace &workplace, const security::BoxKeyPair &boot, const VisitId &id)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY_ASSIGN(const Visit visit, loadVisit(*transaction, id));
    GATEHOUSE_TRY_ASSIGN(const std::optional<KioskMail> mail, transaction->sealedData().mail(id, faceKind()));
    if (!mail || mail->bootKey != boot.publicKey) {
        GATEHOUSE_TRY(requirePermission(*transaction, workplace, visit)); // a row without a statement is an alarm, mail or not
        return fail(ErrorCode::NotFound, QStringLiteral("face"));
    }
    GATEHOUSE_TRY_ASSIGN(const bool signedFor, faceIsSigned(*transaction, workplace, *mail));
    if (!signedFor) {
        GATEHOUSE_TRY(requirePermission(*transaction, workplace, visit));
        return fail(ErrorCode::NotFound, unsignedFace()); // an admin app sends the right one, see renewFaces
    }
    GATEHOUSE_TRY_ASSIGN(const security::SecureBytes plain, security::openSealed(boot, mail->bytes));
    QByteArray bytes = plain.exposed();
    const BadgeFaceData face = decodeFace(bytes);
    security::wipe(bytes);
    GATEHOUSE_TRY_ASSIGN(IssuedBadge issued, issue(*transaction, workplace, signerOf(workplace), visit, face));
    GATEHOUSE_TRY(transaction->commit());
    return issued;
}

Result<IssuedBadge> issueAtDesk(const Workplace &workplace, const StaffSession &session, const VisitId &id)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {Role::Guard, Role::Manager}));
    GATEHOUSE_TRY_ASSIGN(const Visit visit, loadVisit(*transaction, id));
    GATEHOUSE_TRY_ASSIGN(const BadgeFaceData face, faceFromRecord(*transaction, session, visit));
    if (visit.state == VisitState::OnSite) {
        GATEHOUSE_TRY_ASSIGN(const std::vector<Badge> badges, transaction->badges().ofVisit(id));
        GATEHOUSE_TRY_ASSIGN(const Permission permission, requirePermission(*transaction, workplace, visit));
        for (const Badge &row : badges) {
            GATEHOUSE_TRY_ASSIGN(std::optional<Badge> badge, issuedBadge(*transaction, workplace, row.serial, row.token));
            if (!badge || badge->visit != id || badge->state != BadgeState::Issued)
                continue;
            GATEHOUSE_TRY_ASSIGN(const ReadToken read, readToken(workplace, badge->token));
            if (!read.genuine) { // the station that signed it was revoked, and a spare took over (R24)
                GATEHOUSE_TRY_ASSIGN(badge,
                                     replaceBadge(*transaction, workplace, signerOf(session), *badge, visit, permission));
                GATEHOUSE_TRY(transaction->commit());
            }
            badge->validFrom = visit.windowFrom; // as approved, whatever the badge's row says
            badge->validUntil = visit.windowUntil;
            return IssuedBadge{*badge, visit, face, permission.zones, needsEscort(permission.zones)};
        }
    }
    // The person and the station both stand behind it: the entry is the person's, the token the station's.
    GATEHOUSE_TRY_ASSIGN(IssuedBadge issued, issue(*transaction, workplace, signerOf(session), visit, face));
    GATEHOUSE_TRY(transaction->sealedData().removeMail(id, faceKind()));
    GATEHOUSE_TRY(transaction->commit());
    return issued;
}

Result<Visit> depart(Transaction &transaction, const Workplace &workplace, const Signer &signer, Visit visit)
{
    if (visit.state != VisitState::OnSite)
        return fail(ErrorCode::Conflict, visitStateName(visit.state));
    visit.state = VisitState::Departed;
    visit.leftAt = workplace.clock.now();
    GATEHOUSE_TRY(transaction.visits().update(visit, VisitState::OnSite));
    GATEHOUSE_TRY(record(transaction, workplace, signer, action::visitDepart, visitSubject(visit.id)));
    return visit;
}

/// The badge of a token, in whatever state: of this site, genuine and known here.
Result<Badge> knownBadge(Transaction &transaction, const Workplace &workplace, const QString &text)
{
    GATEHOUSE_TRY_ASSIGN(const ReadToken read, readToken(workplace, text));
    if (!read.ofThisSite)
        return fail(ErrorCode::NotFound, QStringLiteral("other site"));
    if (!read.genuine)
        return fail(ErrorCode::BadSignature, QStringLiteral("forged"));
    GATEHOUSE_TRY_ASSIGN(std::optional<Badge> badge, issuedBadge(transaction, workplace, read.parsed.token.serial, text));
    if (!badge)
        return fail(ErrorCode::NotFound, QStringLiteral("unknown"));
    return *std::move(badge);
}

Result<Badge> badgeThatIsOut(Transaction &transaction, const Workplace &workplace, const QString &text)
{
    GATEHOUSE_TRY_ASSIGN(Badge badge, knownBadge(transaction, workplace, text));
    if (badge.state != BadgeState::Issued)
        return fail(ErrorCode::Conflict, badge.endedAt ? badge.endedAt->toString(Qt::ISODate) : badgeStateName(badge.state));
    return badge;
}
} // namespace

QByteArray encodeFace(const BadgeFaceData &face)
{
    const QJsonObject json{{QStringLiteral("name"), face.name},
                           {QStringLiteral("company"), face.company},
                           {QStringLiteral("host"), face.host},
                           {QStringLiteral("portrait"), QString::fromLatin1(face.portrait.toBase64())}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

BadgeFaceData decodeFace(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    return {json.value(QLatin1String("name")).toString(), json.value(QLatin1String("company")).toString(),
            json.value(QLatin1String("host")).toString(),
            QByteArray::fromBase64(json.value(QLatin1String("portrait")).toString().toLatin1())};
}

Result<BadgeFaceData> faceFromRecord(Transaction &transaction, const StaffSession &session, const Visit &visit)
{
    GATEHOUSE_TRY_ASSIGN(const security::SecureBytes dataKey, openDataKey(transaction, session, visit.id));
    GATEHOUSE_TRY_ASSIGN(const VisitorRecord visitor, openRecord(transaction, dataKey, visit.id));
    BadgeFaceData face;
    face.name = visitor.displayName();
    face.company = visitor.company;
    GATEHOUSE_TRY_ASSIGN(face.portrait, openBlob(transaction, dataKey, visit.id, sealed::portrait));
    if (visit.host) {
        GATEHOUSE_TRY_ASSIGN(const std::optional<Staff> host, transaction.staff().byId(*visit.host));
        face.host = host ? host->name : QString();
    }
    return face;
}

Result<QString> sendFace(Transaction &transaction, const Workplace &workplace, const Visit &visit, const BadgeFaceData &face)
{
    if (visit.atDesk)
        return QString();
    GATEHOUSE_TRY_ASSIGN(const std::optional<StationBoot> boot, trustedBoot(transaction, workplace, visit.station));
    if (!boot)
        return QString();
    QByteArray plain = encodeFace(face);
    GATEHOUSE_TRY_ASSIGN(const QByteArray bytes, security::sealTo(boot->bootPublicKey, security::SecureBytes::take(plain)));
    GATEHOUSE_TRY(transaction.sealedData().putMail({visit.id, visit.station, faceKind(), boot->bootPublicKey, bytes}));
    return faceHash(bytes);
}

Result<security::BoxKeyPair> announceBoot(const Workplace &workplace)
{
    security::BoxKeyPair keys = security::makeBoxKeyPair();
    StationBoot boot{workplace.stationId(), keys.publicKey, {}, workplace.clock.now()};
    boot.signature =
        security::sign(workplace.station.keys.secretKey,
                       security::bootMessage(workplace.station.stationId, keys.publicKey, boot.since.toMSecsSinceEpoch()));
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    if (workplace.authority.stationKey(workplace.stationId()) != workplace.station.keys.publicKey)
        return fail(ErrorCode::NotAllowed, QStringLiteral("station not enrolled"));
    GATEHOUSE_TRY(transaction->stations().saveBoot(boot));
    GATEHOUSE_TRY(transaction->commit());
    return keys;
}

Result<IssuedBadge> issueBadge(const Workplace &workplace, const security::BoxKeyPair &boot, const VisitId &visit)
{
    GATEHOUSE_TRY(requireTime(workplace));
    return alarmed(workplace, visit, issueAtKiosk(workplace, boot, visit));
}

Result<void> faceUsed(const Workplace &workplace, const VisitId &visit)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, workplace.store.beginWrite());
    GATEHOUSE_TRY(transaction->sealedData().removeMail(visit, faceKind()));
    return transaction->commit();
}

Result<IssuedBadge> issueBadgeAtDesk(const Workplace &workplace, const StaffSession &session, const VisitId &visit)
{
    GATEHOUSE_TRY(requireTime(workplace));
    return alarmed(workplace, visit, issueAtDesk(workplace, session, visit));
}

Result<int> renewFaces(const Workplace &workplace, const StaffSession &session)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {Role::Guard, Role::Manager}));
    VisitQuery query;
    query.states = {VisitState::Approved};
    query.limit = 1000;
    GATEHOUSE_TRY_ASSIGN(const std::vector<Visit> approved, transaction->visits().find(query));
    int renewed = 0;
    for (const Visit &visit : approved) {
        if (visit.atDesk)
            continue;
        GATEHOUSE_TRY_ASSIGN(const std::optional<StationBoot> boot, trustedBoot(*transaction, workplace, visit.station));
        GATEHOUSE_TRY_ASSIGN(const std::optional<KioskMail> mail, transaction->sealedData().mail(visit.id, faceKind()));
        const auto signedFor = mail ? faceIsSigned(*transaction, workplace, *mail) : Result<bool>(false);
        if (!boot || !signedFor || (mail && mail->bootKey == boot->bootPublicKey && *signedFor))
            continue;
        const auto permission = requirePermission(*transaction, workplace, visit);
        const auto face = faceFromRecord(*transaction, session, visit);
        if (!permission || !face)
            continue; // nothing to send for a visit that was not approved, or that this person may not read
        GATEHOUSE_TRY_ASSIGN(const QString sent, sendFace(*transaction, workplace, visit, *face));
        GATEHOUSE_TRY(record(*transaction, workplace, signerOf(session), action::visitFace, visitSubject(visit.id),
                             {{QStringLiteral("face"), sent}}));
        ++renewed;
    }
    if (renewed > 0)
        GATEHOUSE_TRY(transaction->commit());
    return renewed;
}

Result<QString> readQuestion(const Workplace &workplace, const security::BoxKeyPair &boot, const VisitId &visit)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY_ASSIGN(const std::optional<KioskMail> mail,
                         transaction->sealedData().mail(visit, QStringLiteral("question")));
    if (!mail || mail->bootKey != boot.publicKey)
        return QString();
    GATEHOUSE_TRY_ASSIGN(const security::SecureBytes plain, security::openSealed(boot, mail->bytes));
    return QString::fromUtf8(plain.exposed());
}

Result<BadgeAnswer> verifyBadge(const Workplace &workplace, const QString &text)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY_ASSIGN(const ReadToken read, readToken(workplace, text));
    BadgeAnswer answer;
    answer.ofThisSite = read.ofThisSite;
    answer.genuine = read.genuine;
    const QDateTime now = workplace.clock.now();
    answer.inItsTime = read.genuine && read.parsed.token.notBefore <= now && now <= read.parsed.token.notAfter;
    if (!read.genuine)
        return answer;
    GATEHOUSE_TRY_ASSIGN(answer.badge, issuedBadge(*transaction, workplace, read.parsed.token.serial, text));
    if (!answer.badge)
        return answer;
    GATEHOUSE_TRY_ASSIGN(const Visit visit, loadVisit(*transaction, answer.badge->visit));
    answer.visit = visit;
    if (const auto permission = requirePermission(*transaction, workplace, visit)) {
        answer.authorised = visit.state == VisitState::OnSite && answer.badge->state == BadgeState::Issued;
        answer.zones = permission->zones;
    }
    return answer;
}

Result<Visit> visitOfBadge(const Workplace &workplace, const QString &text)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY_ASSIGN(const Badge badge, badgeThatIsOut(*transaction, workplace, text));
    return loadVisit(*transaction, badge.visit);
}

Result<Badge> revokeBadge(Transaction &transaction, const Workplace &workplace, const Signer &signer, const QString &text)
{
    GATEHOUSE_TRY_ASSIGN(const Badge badge, knownBadge(transaction, workplace, text));
    if (badge.state == BadgeState::Issued)
        GATEHOUSE_TRY(endBadge(transaction, workplace, signer, badge, BadgeState::Revoked));
    return badge;
}

Result<Visit> checkOut(const Workplace &workplace, const QString &text, const StaffSession *desk)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    if (desk)
        GATEHOUSE_TRY(requireRole(*transaction, workplace, *desk, {Role::Guard, Role::Manager}));
    GATEHOUSE_TRY_ASSIGN(const Badge badge, badgeThatIsOut(*transaction, workplace, text));
    GATEHOUSE_TRY_ASSIGN(const Visit visit, loadVisit(*transaction, badge.visit));
    GATEHOUSE_TRY(requirePermission(*transaction, workplace, visit));
    const Signer signer = desk ? signerOf(*desk) : signerOf(workplace);
    GATEHOUSE_TRY(endBadge(*transaction, workplace, signer, badge, BadgeState::Returned));
    GATEHOUSE_TRY_ASSIGN(const Visit departed, depart(*transaction, workplace, signer, visit));
    GATEHOUSE_TRY(transaction->commit());
    return departed;
}

Result<Visit> departWithoutBadge(const Workplace &workplace, const StaffSession &session, const VisitId &id)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {Role::Guard, Role::Manager}));
    GATEHOUSE_TRY_ASSIGN(const Visit visit, loadVisit(*transaction, id));
    GATEHOUSE_TRY_ASSIGN(const std::vector<Badge> badges, transaction->badges().ofVisit(id));
    for (const Badge &badge : badges) {
        if (badge.state == BadgeState::Issued)
            GATEHOUSE_TRY(endBadge(*transaction, workplace, signerOf(session), badge, BadgeState::Lost));
    }
    GATEHOUSE_TRY_ASSIGN(const Visit departed, depart(*transaction, workplace, signerOf(session), visit));
    GATEHOUSE_TRY(transaction->commit());
    return departed;
}

} // namespace gatehouse::usecases
