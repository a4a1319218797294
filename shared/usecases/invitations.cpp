// SPDX-License-Identifier: GPL-3.0-or-later
#include "invitations.h"

#include "caseaccess.h"
#include "domain/escortedaccess.h"
#include "notes.h"
#include "security/tokens.h"

#include <QJsonDocument>

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

constexpr int longestWorkText = 200;

bool isFit(const HostWork &work)
{
    return work.reason.size() <= longestWorkText && work.area.size() <= longestWorkText && isChangeNumber(work.changeNumber) &&
           (work.method.isEmpty() || workMethods().contains(work.method));
}

QString workText(const HostWork &work)
{
    if (work.reason.isEmpty() && work.area.isEmpty() && work.changeNumber.isEmpty())
        return {};
    const QJsonObject json{{QStringLiteral("reason"), work.reason},
                           {QStringLiteral("area"), work.area},
                           {QStringLiteral("changeNumber"), work.changeNumber}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

/// As of a visit that comes of it: the host, and who approves by a duty, now or when the window begins. The fire keeper too
/// while nothing was said of the method: the visitor may still choose hot work.
std::set<StaffId> readersOf(const Workplace &workplace, const Invitation &invitation, const QString &method)
{
    std::set<StaffId> readers{invitation.host};
    const bool maybeHot = method.isEmpty() || isHotWork(method);
    for (const QDateTime &at : {invitation.createdAt, invitation.windowFrom}) {
        for (const StaffId &person : accessApprovers(workplace, invitation.zones, maybeHot, at))
            readers.insert(person);
    }
    return readers;
}

} // namespace

Result<InvitationMade> createInvitation(const Workplace &workplace, const StaffSession &session, const NewInvitation &wanted)
{
    if (!wanted.from.isValid() || wanted.until <= wanted.from || wanted.until <= workplace.clock.now())
        return fail(ErrorCode::Invalid, QStringLiteral("window"));
    if (!isFit(wanted.work))
        return fail(ErrorCode::Invalid, QStringLiteral("work"));
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
    const QString subject = invitationSubject(invitation.id);
    QJsonObject details = invitationDetails(invitation);
    if (!wanted.work.method.isEmpty())
        details.insert(invitationMethod, wanted.work.method);
    GATEHOUSE_TRY_ASSIGN(const std::optional<NoteRef> note, writeNote(*transaction, workplace, subject, workText(wanted.work),
                                                                      readersOf(workplace, invitation, wanted.work.method)));
    if (note)
        details.insert(invitationNote, toJson(*note));
    GATEHOUSE_TRY(record(*transaction, workplace, signerOf(session), action::invitationCreate, subject, details));
    GATEHOUSE_TRY(transaction->commit());
    return InvitationMade{invitation, tokenOf(workplace, session, invitation)};
}

Result<HostWork> workOfInvitation(Transaction &transaction, const Workplace &workplace, const StaffSession &session,
                                  const InvitationId &id)
{
    HostWork work;
    const QString subject = invitationSubject(id);
    GATEHOUSE_TRY_ASSIGN(const std::vector<LedgerEntry> entries, verifiedEntries(transaction, workplace, subject));
    const auto made = std::find_if(entries.begin(), entries.end(),
                                   [](const LedgerEntry &entry) { return entry.action == action::invitationCreate; });
    if (made == entries.end())
        return work;
    work.method = made->details.value(invitationMethod).toString();
    const QString text =
        noteOrNothing(transaction, session, subject, noteRefFromJson(made->details.value(invitationNote).toObject()));
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    work.reason = json.value(QLatin1String("reason")).toString();
    work.area = json.value(QLatin1String("area")).toString();
    work.changeNumber = json.value(QLatin1String("changeNumber")).toString();
    return work;
}

Result<std::vector<InvitationRow>> invitationList(const Workplace &workplace, const StaffSession &session)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {}));
    GATEHOUSE_TRY_ASSIGN(std::vector<Invitation> stored, transaction->invitations().all());
    std::sort(stored.begin(), stored.end(), [](const auto &one, const auto &other) { return one.createdAt > other.createdAt; });
    std::vector<InvitationRow> rows;
    for (const Invitation &one : stored) {
        const bool may = mayHandle(bearerOf(workplace, session.staff.id), one);
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
    if (!mayHandle(bearerOf(workplace, session.staff.id), *invitation))
        return fail(ErrorCode::NotAllowed, QStringLiteral("invitation"));
    if (invitation->revoked)
        return fail(ErrorCode::Conflict, QStringLiteral("revoked"));
    invitation->revoked = true;
    GATEHOUSE_TRY(transaction->invitations().update(*invitation));
    GATEHOUSE_TRY(record(*transaction, workplace, signerOf(session), action::invitationRevoke, invitationSubject(id)));
    return transaction->commit();
}

Result<InvitationAnswer> readInvitation(const Workplace &workplace, const QString &text)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY_ASSIGN(const security::ParsedInviteToken parsed, security::parseInviteToken(text));
    if (parsed.token.site != workplace.authority.siteTag())
        return fail(ErrorCode::NotFound, security::ofOtherSite);
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
        return fail(ErrorCode::Expired, invitationEarly);
    InvitationAnswer answer{*invitation, {}};
    GATEHOUSE_TRY_ASSIGN(const std::optional<Staff> host, transaction->staff().byId(invitation->host));
    answer.hostName = host ? host->name : QString();
    return answer;
}

} // namespace gatehouse::usecases
