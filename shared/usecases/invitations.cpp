// SPDX-License-Identifier: GPL-3.0-or-later
#include "invitations.h"

#include "caseaccess.h"
#include "security/tokens.h"

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{

QString tokenOf(const Workplace &workplace, const StaffSession &session, const Invitation &invitation)
{
    return security::makeInviteToken({workplace.authority.siteTag(), invitation.id.value, invitation.windowFrom,
                                      invitation.windowUntil, session.staff.id.value},
                                     session.keys.sign.secretKey);
}

/// Whoever made it and the host; guards and managers, who answer for the entrance (R1).
bool mayHandle(const Workplace &workplace, const StaffSession &session, const Invitation &invitation)
{
    const StaffId self = session.staff.id;
    return invitation.createdBy == self || invitation.host == self || workplace.authority.holds(self, Role::Guard) ||
           workplace.authority.holds(self, Role::Manager);
}

} // namespace

Result<InvitationMade> createInvitation(const Workplace &workplace, const StaffSession &session, const NewInvitation &wanted)
{
    if (!wanted.from.isValid() || wanted.until <= wanted.from || wanted.until <= workplace.clock.now())
        return fail(ErrorCode::Invalid, QStringLiteral("window"));
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {}));
    if (!workplace.authority.isActive(wanted.host))
        return fail(ErrorCode::Invalid, QStringLiteral("host"));
    GATEHOUSE_TRY_ASSIGN(const std::optional<Purpose> purpose, purposeOf(*transaction, workplace, wanted.purpose));
    if (!purpose || !purpose->entering)
        return fail(ErrorCode::Invalid, QStringLiteral("purpose"));
    Invitation invitation;
    invitation.id = makeId<InvitationId>(workplace.clock, workplace.randomness);
    invitation.createdBy = session.staff.id;
    invitation.host = wanted.host;
    invitation.purpose = wanted.purpose;
    invitation.zones = purpose->zones;
    for (const ZoneId &zone : wanted.optionalZones) {
        const auto &optional = purpose->optionalZones;
        if (std::find(optional.begin(), optional.end(), zone) != optional.end())
            invitation.zones.push_back(zone);
    }
    invitation.windowFrom = wanted.from.toUTC();
    invitation.windowUntil = wanted.until.toUTC();
    invitation.createdAt = workplace.clock.now();
    GATEHOUSE_TRY(transaction->invitations().insert(invitation));
    GATEHOUSE_TRY(record(*transaction, workplace, signerOf(session), action::invitationCreate,
                         QStringLiteral("invitation:") + invitation.id.text(), invitationDetails(invitation)));
    GATEHOUSE_TRY(transaction->commit());
    return InvitationMade{invitation, tokenOf(workplace, session, invitation)};
}

Result<std::vector<InvitationRow>> invitationList(const Workplace &workplace, const StaffSession &session)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {}));
    GATEHOUSE_TRY_ASSIGN(std::vector<Invitation> stored, transaction->invitations().all());
    std::sort(stored.begin(), stored.end(), [](const auto &one, const auto &other) { return one.createdAt > other.createdAt; });
    std::vector<InvitationRow> rows;
    for (const Invitation &one : stored) {
        const bool may = mayHandle(workplace, session, one);
        if (!may)
            continue;
        GATEHOUSE_TRY_ASSIGN(const std::optional<Invitation> invitation, verifiedInvitation(*transaction, workplace, one.id));
        if (!invitation)
            continue;
        InvitationRow row{*invitation, {}, {}, may && !invitation->revoked, {}};
        GATEHOUSE_TRY_ASSIGN(const std::optional<Staff> host, transaction->staff().byId(invitation->host));
        GATEHOUSE_TRY_ASSIGN(const std::optional<Staff> maker, transaction->staff().byId(invitation->createdBy));
        row.hostName = host ? host->name : QString();
        row.createdByName = maker ? maker->name : QString();
        if (invitation->createdBy == session.staff.id && !invitation->revoked)
            row.token = tokenOf(workplace, session, *invitation);
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<void> revokeInvitation(const Workplace &workplace, const StaffSession &session, const InvitationId &id)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {}));
    GATEHOUSE_TRY_ASSIGN(std::optional<Invitation> invitation, verifiedInvitation(*transaction, workplace, id));
    if (!invitation)
        return fail(ErrorCode::NotFound, QStringLiteral("invitation"));
    if (!mayHandle(workplace, session, *invitation))
        return fail(ErrorCode::NotAllowed, QStringLiteral("invitation"));
    if (invitation->revoked)
        return fail(ErrorCode::Conflict, QStringLiteral("revoked"));
    invitation->revoked = true;
    GATEHOUSE_TRY(transaction->invitations().update(*invitation));
    GATEHOUSE_TRY(record(*transaction, workplace, signerOf(session), action::invitationRevoke,
                         QStringLiteral("invitation:") + id.text()));
    return transaction->commit();
}

Result<InvitationAnswer> readInvitation(const Workplace &workplace, const QString &text)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY_ASSIGN(const security::ParsedInviteToken parsed, security::parseInviteToken(text));
    if (parsed.token.site != workplace.authority.siteTag())
        return fail(ErrorCode::NotFound, QStringLiteral("other site"));
    const QByteArray key = workplace.authority.staffSignKey(StaffId{parsed.token.staff});
    if (key.isEmpty() || !security::verifyInviteToken(parsed, key))
        return fail(ErrorCode::BadSignature, QStringLiteral("forged"));
    GATEHOUSE_TRY_ASSIGN(const std::optional<Invitation> invitation,
                         verifiedInvitation(*transaction, workplace, InvitationId{parsed.token.invitation}));
    if (!invitation)
        return fail(ErrorCode::NotFound, QStringLiteral("unknown"));
    if (invitation->revoked)
        return fail(ErrorCode::Blocked, QStringLiteral("revoked"));
    const QDateTime now = workplace.clock.now();
    if (now > invitation->windowUntil)
        return fail(ErrorCode::Expired, QStringLiteral("over"));
    if (now.addSecs(3600) < invitation->windowFrom)
        return fail(ErrorCode::Expired, QStringLiteral("early"));
    InvitationAnswer answer{*invitation, {}};
    GATEHOUSE_TRY_ASSIGN(const std::optional<Staff> host, transaction->staff().byId(invitation->host));
    answer.hostName = host ? host->name : QString();
    return answer;
}

} // namespace gatehouse::usecases
