// SPDX-License-Identifier: GPL-3.0-or-later
#include "badges.h"

#include "badgerecords.h"
#include "base/logging.h"
#include "caseaccess.h"
#include "provenvisit.h"
#include "visitstatement.h"

#include <QJsonArray>
#include <QtEndian>

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
const QString faceUnsigned = QStringLiteral("face-unsigned");

/// Somebody wrote a row that no statement stands behind: that is kept, in an entry of its own.
void raiseAlarm(const Workplace &workplace, const VisitId &visit, const QString &code)
{
    workplace.untoldAlarms->emplace(visit, code);
    if (!tellAlarms(workplace))
        qCCritical(lcTrust) << "the alarm cannot be written yet:" << code << "visit" << visit.text();
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
    if (error.code == ErrorCode::Blocked && error.detail == approvalsMissing)
        raiseAlarm(workplace, visit, QStringLiteral("badge-without-approval"));
    else if (error.code == ErrorCode::BadSignature)
        raiseAlarm(workplace, visit, recordsChanged);
    else if (error.code == ErrorCode::NotFound && error.detail == faceUnsigned)
        raiseAlarm(workplace, visit, QStringLiteral("face-without-signature"));
    return result;
}

/// All badges of the visit that are out by the ledger, whether they have rows or not.
Result<void> endBadges(Transaction &transaction, const Workplace &workplace, const Signer &signer, const VisitId &visit,
                       BadgeState end)
{
    for (const BadgeRecord &badge : workplace.authority.badges().outOf(visit))
        GATEHOUSE_TRY(endBadge(transaction, workplace, signer, badge, end));
    return {};
}

/// The badge as it is printed again: nothing when its token is gone, or when the station that signed it was revoked, and a
/// spare took over (R24).
std::optional<Badge> printable(Transaction &transaction, const Workplace &workplace, const BadgeRecord &badge)
{
    const auto row = transaction.badges().bySerial(badge.serial);
    return row && *row && knownBadge(workplace, (*row)->token) == badge ? *row : std::nullopt;
}

/// What is out ends, and another badge, signed by this station, takes its place.
Result<Badge> replaceBadges(Transaction &transaction, const Workplace &workplace, const Signer &signer, BadgeState end,
                            const Visit &visit, const Permission &permission)
{
    GATEHOUSE_TRY(endBadges(transaction, workplace, signer, visit.id, end));
    GATEHOUSE_TRY_ASSIGN(const Badge badge, makeBadge(workplace, visit));
    GATEHOUSE_TRY(transaction.badges().insert(badge));
    GATEHOUSE_TRY(noteIssue(transaction, workplace, signer, badge, permission));
    return badge;
}

Result<IssuedBadge> issueAtKiosk(const Workplace &workplace, const security::BoxKeyPair &boot, const VisitId &id)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY_ASSIGN(const Visit visit, loadVisit(*transaction, id));
    GATEHOUSE_TRY_ASSIGN(const std::optional<KioskMail> mail, transaction->sealedData().mail(id, kioskmail::face));
    if (!mail || mail->bootKey != boot.publicKey) {
        GATEHOUSE_TRY(requirePermission(*transaction, workplace, visit)); // a row without a statement is an alarm, mail or not
        return fail(ErrorCode::NotFound, QStringLiteral("face"));
    }
    GATEHOUSE_TRY_ASSIGN(const bool signedFor, faceIsSigned(*transaction, workplace, *mail));
    if (!signedFor) {
        GATEHOUSE_TRY(requirePermission(*transaction, workplace, visit));
        return fail(ErrorCode::NotFound, faceUnsigned); // an admin app sends the right one, see renewFaces
    }
    GATEHOUSE_TRY_ASSIGN(const security::SecureBytes plain, security::openText(boot, id.text(), kioskmail::face, mail->bytes));
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
        GATEHOUSE_TRY_ASSIGN(const Permission permission, requirePermission(*transaction, workplace, visit));
        if (const std::vector<BadgeRecord> out = workplace.authority.badges().outOf(id); !out.empty()) {
            std::optional<Badge> badge = printable(*transaction, workplace, out.front());
            if (!badge) {
                GATEHOUSE_TRY_ASSIGN(
                    badge, replaceBadges(*transaction, workplace, signerOf(session), BadgeState::Revoked, visit, permission));
                GATEHOUSE_TRY(transaction->commit());
            }
            badge->visit = id; // as approved, whatever the badge's row says
            badge->validFrom = visit.windowFrom;
            badge->validUntil = visit.windowUntil;
            return IssuedBadge{*badge, visit, face, permission.zones, needsEscort(permission.zones)};
        }
    }
    // The person and the station both stand behind it: the entry is the person's, the token the station's.
    GATEHOUSE_TRY_ASSIGN(IssuedBadge issued, issue(*transaction, workplace, signerOf(session), visit, face));
    GATEHOUSE_TRY(transaction->sealedData().removeMail(id, kioskmail::face));
    GATEHOUSE_TRY(transaction->commit());
    return issued;
}

Result<IssuedBadge> replaceLost(const Workplace &workplace, const StaffSession &session, const VisitId &id)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {Role::Guard, Role::Manager}));
    GATEHOUSE_TRY_ASSIGN(const Visit visit, loadVisit(*transaction, id));
    if (visit.state != VisitState::OnSite)
        return fail(ErrorCode::Conflict, visitStateName(visit.state));
    if (visit.windowUntil <= workplace.clock.now())
        return fail(ErrorCode::Expired, QStringLiteral("window"));
    GATEHOUSE_TRY_ASSIGN(const Permission permission, requirePermission(*transaction, workplace, visit));
    GATEHOUSE_TRY_ASSIGN(const BadgeFaceData face, faceFromRecord(*transaction, session, visit));
    GATEHOUSE_TRY_ASSIGN(const Badge badge,
                         replaceBadges(*transaction, workplace, signerOf(session), BadgeState::Lost, visit, permission));
    GATEHOUSE_TRY(transaction->commit());
    return IssuedBadge{badge, visit, face, permission.zones, needsEscort(permission.zones)};
}

/// Who leaves; the row is an index over the ledger, and one that was taken away keeps nobody inside.
struct Leaver {
    Visit visit;
    bool hasRow = true;
};

Result<Leaver> leaver(Transaction &transaction, const Workplace &workplace, const VisitId &id)
{
    GATEHOUSE_TRY_ASSIGN(const std::optional<Visit> row, transaction.visits().byId(id));
    if (row)
        return Leaver{*row};
    GATEHOUSE_TRY_ASSIGN(const Visit stated, insideWithoutRow(transaction, workplace, id));
    return Leaver{stated, false};
}

/// Somebody who is inside by the ledger leaves, whatever the row says. Without a row that is an alarm.
Result<Visit> depart(Transaction &transaction, const Workplace &workplace, const Signer &signer, const Leaver &who)
{
    Visit visit = who.visit;
    const VisitState stored = visit.state;
    if (stored != VisitState::OnSite) {
        GATEHOUSE_TRY_ASSIGN(const auto difference, differenceOf(transaction, workplace, visit));
        if (!difference || difference->proven != VisitState::OnSite)
            return fail(ErrorCode::Conflict, visitStateName(stored));
    }
    visit.state = VisitState::Departed;
    visit.leftAt = workplace.clock.now();
    if (who.hasRow)
        GATEHOUSE_TRY(transaction.visits().update(visit, stored));
    GATEHOUSE_TRY(record(transaction, workplace, signer, action::visitDepart, visitSubject(visit.id)));
    if (!who.hasRow)
        GATEHOUSE_TRY(stateAlarm(transaction, workplace, visit.id, recordsChanged));
    return visit;
}

} // namespace

Result<IssuedBadge> issueBadge(const Workplace &workplace, const security::BoxKeyPair &boot, const VisitId &visit)
{
    GATEHOUSE_TRY(requireTime(workplace));
    return alarmed(workplace, visit, issueAtKiosk(workplace, boot, visit));
}

Result<IssuedBadge> issueBadgeAtDesk(const Workplace &workplace, const StaffSession &session, const VisitId &visit)
{
    GATEHOUSE_TRY(requireTime(workplace));
    return alarmed(workplace, visit, issueAtDesk(workplace, session, visit));
}

Result<IssuedBadge> replaceLostBadge(const Workplace &workplace, const StaffSession &session, const VisitId &visit)
{
    GATEHOUSE_TRY(requireTime(workplace));
    return alarmed(workplace, visit, replaceLost(workplace, session, visit));
}

Result<BadgeAnswer> verifyBadge(const Workplace &workplace, const QString &text)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY_ASSIGN(const ReadToken read, readToken(workplace, text));
    BadgeAnswer answer;
    answer.ofThisSite = read.badge.ofThisSite;
    answer.genuine = read.badge.genuine;
    answer.inItsTime = read.badge.genuine && read.badge.isInTime(workplace.clock.now());
    answer.clockWrong = !workplace.time.trusted();
    if (!read.badge.genuine)
        return answer;
    if (!read.badge.issued || !read.badge.issued->visit)
        return answer;
    answer.badge = read.badge.issued;
    GATEHOUSE_TRY_ASSIGN(const Visit visit, loadVisit(*transaction, *answer.badge->visit));
    answer.visit = visit;
    if (const auto permission = requirePermission(*transaction, workplace, visit)) {
        answer.approved = true;
        answer.authorised = visit.state == VisitState::OnSite && workplace.authority.isInside(visit.id) &&
                            answer.badge->state == BadgeState::Issued && answer.inItsTime && !answer.clockWrong;
        answer.zones = permission->zones;
    }
    return answer;
}

Result<Visit> visitOfBadge(const Workplace &workplace, const QString &text)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY_ASSIGN(const BadgeRecord badge, badgeThatIsOut(workplace, text));
    return loadVisit(*transaction, *badge.visit);
}

Result<BadgeRecord> revokeBadge(Transaction &transaction, const Workplace &workplace, const Signer &signer, const QString &text,
                                const IncidentId &stranger)
{
    GATEHOUSE_TRY_ASSIGN(const BadgeRecord badge, knownBadge(workplace, text));
    if (badge.state == BadgeState::Issued)
        GATEHOUSE_TRY(endBadge(transaction, workplace, signer, badge, BadgeState::Revoked, stranger));
    return badge;
}

Result<Visit> checkOut(const Workplace &workplace, const QString &text, const StaffSession *desk)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    if (desk)
        GATEHOUSE_TRY(requireRole(*transaction, workplace, *desk, {Role::Guard, Role::Manager}));
    GATEHOUSE_TRY_ASSIGN(const BadgeRecord badge, badgeThatIsOut(workplace, text));
    GATEHOUSE_TRY_ASSIGN(const Leaver who, leaver(*transaction, workplace, *badge.visit));
    if (who.hasRow)
        GATEHOUSE_TRY(requirePermission(*transaction, workplace, who.visit));
    const Signer signer = desk ? signerOf(*desk) : signerOf(workplace);
    GATEHOUSE_TRY(endBadge(*transaction, workplace, signer, badge, BadgeState::Returned));
    GATEHOUSE_TRY_ASSIGN(const Visit departed, depart(*transaction, workplace, signer, who));
    GATEHOUSE_TRY(transaction->commit());
    return departed;
}

Result<Visit> departWithoutBadge(const Workplace &workplace, const StaffSession &session, const VisitId &id)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {Role::Guard, Role::Manager}));
    GATEHOUSE_TRY_ASSIGN(const Leaver who, leaver(*transaction, workplace, id));
    GATEHOUSE_TRY(endBadges(*transaction, workplace, signerOf(session), id, BadgeState::Lost));
    GATEHOUSE_TRY_ASSIGN(const Visit departed, depart(*transaction, workplace, signerOf(session), who));
    GATEHOUSE_TRY(transaction->commit());
    return departed;
}

} // namespace gatehouse::usecases
