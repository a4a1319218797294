// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "ids.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>

#include <optional>

namespace gatehouse::domain
{

/// One entry of the ledger. `body` is what is hashed: compact JSON with sorted keys holding every other value, so that an
/// outsider's own program needs JSON, SHA-256 and Ed25519 only. `hash` is SHA-256 of `body`; `signature` is Ed25519 over `hash`
/// by `signer`. The columns of the database must equal the body (see matchesBody). Holds no personal data: only ids, codes and
/// hashes of sealed bytes.
struct LedgerEntry {
    qint64 sequence = 0;
    QDateTime occurred;        ///< UTC
    QDateTime recorded;        ///< UTC
    StationId station;         ///< where it was done
    qint64 stationCounter = 0; ///< that station's own count of entries
    QString actor;             ///< "root", "staff:<id>", "station:<id>"
    QString action;            ///< "visit.approve"
    QString subject;           ///< "visit:<id>", "staff:<id>", "site"
    QJsonObject details;
    QByteArray previous; ///< hash of entry sequence - 1; 32 zero bytes for the first

    QByteArray body;
    QByteArray hash;
    QByteArray signer; ///< Ed25519 public key
    QByteArray signature;

    bool operator==(const LedgerEntry &) const = default;
};

struct LedgerHead {
    qint64 sequence = 0; ///< 0: the ledger is empty
    QByteArray hash = QByteArray(32, '\0');

    bool operator==(const LedgerHead &) const = default;
};

/// The bytes that are hashed, made from the other values.
QByteArray ledgerBody(const LedgerEntry &entry);
QByteArray ledgerHash(const QByteArray &body);
/// The values of a stored body; Damaged when it is no entry.
[[nodiscard]] Result<LedgerEntry> ledgerEntryFromBody(const QByteArray &body);
/// Whether the columns say what the body says and the hash is the body's.
bool matchesBody(const LedgerEntry &entry);

QString staffActor(const StaffId &id);
QString stationActor(const StationId &id);
QString visitSubject(const VisitId &id);
QString staffSubject(const StaffId &id);
QString stationSubject(const StationId &id);
QString zoneSubject(const ZoneId &id); ///< "zone:<key>"

/// The other way round: who an actor or subject is; nothing when it is something else.
std::optional<StaffId> staffOf(const QString &actorOrSubject);
std::optional<StationId> stationOf(const QString &actorOrSubject);
std::optional<VisitId> visitOf(const QString &subject);

/// The actions. What grants authority is replayed by usecases/authority.h.
namespace action
{
inline const QString siteInit = QStringLiteral("site.init");         ///< signed by the root key
inline const QString siteLive = QStringLiteral("site.live");         ///< recovery sheet read back
inline const QString staffCertify = QStringLiteral("staff.certify"); ///< number, grade, roles, keys
inline const QString staffRevoke = QStringLiteral("staff.revoke");
inline const QString staffActivate = QStringLiteral("staff.activate"); ///< own keys, made at first sign-in
inline const QString staffInvite = QStringLiteral("staff.invite");     ///< number, grade, roles, hash of the one-time code
inline const QString staffPassword = QStringLiteral("staff.password");
inline const QString staffSignIn = QStringLiteral("staff.sign-in");
inline const QString staffSignOut = QStringLiteral("staff.sign-out");
inline const QString stationEnrol = QStringLiteral("station.enrol");
inline const QString stationRevoke = QStringLiteral("station.revoke");
inline const QString stationRelease = QStringLiteral("station.release"); ///< its kiosk program may be left
inline const QString sealingKey = QStringLiteral("key.sealing");
inline const QString zoneDefine = QStringLiteral("zone.define");
inline const QString purposeDefine = QStringLiteral("purpose.define");
inline const QString noticePublish = QStringLiteral("notice.publish"); ///< details: notice, version; a manager puts it in force
inline const QString invitationCreate = QStringLiteral("invitation.create");
inline const QString invitationRevoke = QStringLiteral("invitation.revoke");
inline const QString visitRequest = QStringLiteral("visit.request");
inline const QString visitOriginalSeen = QStringLiteral("visit.original-seen");
inline const QString visitAsk = QStringLiteral("visit.ask");
inline const QString visitAnswer = QStringLiteral("visit.answer");
inline const QString visitApprove = QStringLiteral("visit.approve");
inline const QString visitFace = QStringLiteral("visit.face"); ///< a badge face was sealed anew for a kiosk
inline const QString visitDeny = QStringLiteral("visit.deny");
inline const QString visitLapse = QStringLiteral("visit.lapse");
inline const QString visitAttend = QStringLiteral("visit.attend");
inline const QString visitDepart = QStringLiteral("visit.depart");
inline const QString visitClose = QStringLiteral("visit.close");
inline const QString visitPickup = QStringLiteral("visit.pickup");
inline const QString badgeIssue = QStringLiteral("badge.issue");
inline const QString badgeReturn = QStringLiteral("badge.return");
inline const QString badgeRevoke = QStringLiteral("badge.revoke");
inline const QString documentOpened = QStringLiteral("document.opened");
inline const QString itemDeposit = QStringLiteral("item.deposit");
inline const QString itemReturn = QStringLiteral("item.return");
inline const QString itemAllow = QStringLiteral("item.allow");         ///< kind, tag: the device by name (R7)
inline const QString itemReconcile = QStringLiteral("item.reconcile"); ///< what left with the visitor, looked at by a guard
inline const QString logExport = QStringLiteral("log.export");
inline const QString rollCall = QStringLiteral("roll-call.print");
inline const QString alarm = QStringLiteral("alarm");
// Duties, authorisations and access lists: see domain/dutybook.h.
inline const QString dutyAssign = QStringLiteral("duty.assign");
inline const QString dutyShift = QStringLiteral("duty.shift"); ///< until
inline const QString dutyEnd = QStringLiteral("duty.end");
inline const QString escortAuthorise = QStringLiteral("escort.authorise");
inline const QString escortWithdraw = QStringLiteral("escort.withdraw");
inline const QString accessGrant = QStringLiteral("access.grant");
inline const QString accessReview = QStringLiteral("access.review");
inline const QString accessWithdraw = QStringLiteral("access.withdraw");
// Escorted access and presence: see domain/escortbook.h.
inline const QString escortRequest = QStringLiteral("escort.request"); ///< what the work is: codes only
inline const QString escortAssign = QStringLiteral("escort.assign");
inline const QString escortAccept = QStringLiteral("escort.accept");
inline const QString escortDecline = QStringLiteral("escort.decline");
inline const QString escortHandOver = QStringLiteral("escort.hand-over");
inline const QString escortRelease = QStringLiteral("escort.release");
inline const QString escortRevoke = QStringLiteral("escort.revoke");
inline const QString briefingPassed = QStringLiteral("briefing.passed");
inline const QString passageEnter = QStringLiteral("passage.enter");
inline const QString passageLeave = QStringLiteral("passage.leave");
inline const QString passageRefuse = QStringLiteral("passage.refuse");
inline const QString passageUnused = QStringLiteral("passage.unused"); ///< decided, but the door was not opened
inline const QString emergencyEnter = QStringLiteral("emergency.enter");
inline const QString emergencyLeave = QStringLiteral("emergency.leave");
inline const QString emergencyIdentify = QStringLiteral("emergency.identify");
inline const QString emergencyConfirm = QStringLiteral("emergency.confirm");
} // namespace action

} // namespace gatehouse::domain
