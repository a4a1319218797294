// SPDX-License-Identifier: GPL-3.0-or-later
#include "staffbadges.h"

#include "badgerecords.h"
#include "incidents.h"
#include "security/pin.h"
#include "security/tokens.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace gatehouse::usecases
{

using namespace domain;

QString pinSetting(const StaffId &staff)
{
    return QStringLiteral("pin:") + staff.text();
}

namespace
{
StaffBadge makeStaffBadge(const Workplace &workplace, const Staff &staff)
{
    StaffBadge badge;
    badge.serial = qFromBigEndian<quint64>(workplace.randomness.bytes(8).constData());
    badge.staff = staff;
    const QDateTime now = workplace.clock.now();
    badge.validUntil = now.addMonths(staffBadgeMonths);
    badge.token = security::makeStaffBadgeToken(
        {workplace.authority.siteTag(), staff.id.value, badge.serial, now, badge.validUntil, workplace.stationId().value},
        workplace.station.keys.secretKey);
    return badge;
}
} // namespace

Result<StaffBadge> issueStaffBadge(const Workplace &workplace, const StaffSession &session, const StaffId &id)
{
    GATEHOUSE_TRY(requireTime(workplace));
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {Role::Manager, Role::Administrator}));
    GATEHOUSE_TRY_ASSIGN(std::optional<Staff> staff, transaction->staff().byId(id));
    if (!staff || !workplace.authority.isActive(id))
        return fail(ErrorCode::NotFound, QStringLiteral("staff"));
    const StaffBadge badge = makeStaffBadge(workplace, *staff);
    const QByteArray hash = QCryptographicHash::hash(badge.token.toLatin1(), QCryptographicHash::Sha256);
    GATEHOUSE_TRY(record(*transaction, workplace, signerOf(session), action::staffBadgeIssue, staffSubject(id),
                         {{QStringLiteral("serial"), serialText(badge.serial)},
                          {QStringLiteral("token"), QString::fromLatin1(hash.toHex())},
                          {QStringLiteral("until"), badge.validUntil.toString(Qt::ISODateWithMs)}}));
    GATEHOUSE_TRY(transaction->commit());
    return badge;
}

Result<StaffBadgeAnswer> verifyStaffBadge(const Workplace &workplace, const QString &text)
{
    GATEHOUSE_TRY_ASSIGN(const auto transaction, beginRead(workplace)); // brings the authority up to date
    GATEHOUSE_TRY_ASSIGN(const security::ParsedStaffBadgeToken parsed, security::parseStaffBadgeToken(text));
    const ReadBadge read = readBadge(workplace.authority, text, parsed, security::verifyStaffBadgeToken);
    StaffBadgeAnswer answer;
    answer.ofThisSite = read.ofThisSite;
    answer.genuine = read.genuine;
    if (!answer.genuine)
        return answer;
    const QDateTime now = workplace.clock.now();
    answer.inItsTime = read.isInTime(now);
    answer.badge = read.issued;
    answer.clockWrong = !workplace.time.trusted();
    answer.holderActive = workplace.authority.isActive(StaffId{parsed.token.staff});
    answer.authorised = standingOf(read, now) == BadgeStanding::Sound && answer.holderActive && !answer.clockWrong;
    return answer;
}

Result<void> loseStaffBadge(const Workplace &workplace, const StaffSession &session, const StaffId &staff)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    if (session.staff.id == staff)
        GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {}));
    else
        GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {Role::Guard, Role::Manager, Role::Administrator}));
    const auto badge = workplace.authority.badges().ofStaff(staff);
    if (!badge)
        return fail(ErrorCode::NotFound, noStaffBadge);
    GATEHOUSE_TRY(record(
        *transaction, workplace, signerOf(session), action::staffBadgeRevoke, staffSubject(staff),
        {{QStringLiteral("serial"), serialText(badge->serial)}, {QStringLiteral("state"), badgeStateName(BadgeState::Lost)}}));
    GATEHOUSE_TRY_ASSIGN(const ZoneId entrance, entranceZone(*transaction, workplace));
    const NewIncident missing{
        IncidentKind::MissingItem, entrance, staffSubject(staff), QStringLiteral("staff-badge"), {}, {}, {}};
    GATEHOUSE_TRY(openIncidentIn(*transaction, workplace, signerOf(session), missing));
    return transaction->commit();
}

Result<void> setPin(const Workplace &workplace, const StaffSession &session, const security::SecureBytes &pin,
                    security::KeyCost cost)
{
    QByteArray digits = pin.exposed();
    const security::PinFlaw flaw = security::assessPin(QString::fromLatin1(digits), session.staff.number);
    security::wipe(digits);
    if (flaw != security::PinFlaw::None)
        return fail(ErrorCode::Invalid, QString::number(static_cast<int>(flaw)));
    const QByteArray verifier = security::makePinVerifier(pin, cost); // before the transaction: it takes its time
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {}));
    GATEHOUSE_TRY(transaction->site().setSetting(pinSetting(session.staff.id), verifier));
    const QString hash = QString::fromLatin1(security::pinVerifierHash(verifier).toHex());
    GATEHOUSE_TRY(record(*transaction, workplace, signerOf(session), action::staffPin, staffSubject(session.staff.id),
                         {{QStringLiteral("verifier"), hash}}));
    return transaction->commit();
}

} // namespace gatehouse::usecases
