// SPDX-License-Identifier: GPL-3.0-or-later
#include "badgerecords.h"

#include "caseaccess.h"
#include "visitstatement.h"

namespace gatehouse::usecases
{

using namespace domain;

Result<Permission> requirePermission(Transaction &transaction, const Workplace &workplace, const Visit &visit)
{
    GATEHOUSE_TRY_ASSIGN(const int needed, approvalsNeeded(transaction, workplace, visit));
    Permission permission;
    GATEHOUSE_TRY_ASSIGN(permission.approvals, countedApprovals(transaction, workplace, visit));
    // R9: for escorted zones not only how many, but in which capacities.
    if (static_cast<int>(permission.approvals.size()) < needed || !workplace.authority.escorts().isApproved(visit.id))
        return fail(ErrorCode::Blocked, approvalsMissing);
    GATEHOUSE_TRY_ASSIGN(permission.zones, zonesOf(transaction, workplace, visit));
    return permission;
}

Result<ReadToken> readToken(const Workplace &workplace, const QString &text)
{
    ReadToken read;
    GATEHOUSE_TRY_ASSIGN(read.parsed, security::parseBadgeToken(text));
    read.badge = readBadge(workplace.authority, text, read.parsed, security::verifyBadgeToken);
    return read;
}

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
    badge->state = BadgeState::Issued; // whatever stands in the row
    badge->endedAt.reset();
    for (const LedgerEntry &entry : entries) {
        if (entry.action == action::badgeIssue)
            noted = noted || entry.details.value(QLatin1String("token")).toString() == hash;
        const bool ends = entry.action == action::badgeReturn || entry.action == action::badgeRevoke;
        if (ends && entry.details.value(QLatin1String("serial")).toString() == serialText(serial)) {
            badge->state =
                badgeStateFromName(entry.details.value(QLatin1String("state")).toString()).value_or(BadgeState::Revoked);
            badge->endedAt = entry.occurred;
        }
    }
    return noted ? badge : std::optional<Badge>();
}

Result<Badge> knownBadge(Transaction &transaction, const Workplace &workplace, const QString &text)
{
    GATEHOUSE_TRY_ASSIGN(const ReadToken read, readToken(workplace, text));
    if (!read.badge.ofThisSite)
        return fail(ErrorCode::NotFound, QStringLiteral("other site"));
    if (!read.badge.genuine)
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

Result<void> endBadge(Transaction &transaction, const Workplace &workplace, const Signer &signer, Badge badge, BadgeState end)
{
    GATEHOUSE_TRY_ASSIGN(const std::optional<Badge> row, transaction.badges().bySerial(badge.serial));
    if (!row)
        return fail(ErrorCode::NotFound, QStringLiteral("badge"));
    badge.state = end;
    badge.endedAt = workplace.clock.now();
    GATEHOUSE_TRY(transaction.badges().update(badge, row->state)); // a row that somebody changed does not keep a badge alive
    GATEHOUSE_TRY(
        record(transaction, workplace, signer, end == BadgeState::Returned ? action::badgeReturn : action::badgeRevoke,
               visitSubject(badge.visit),
               {{QStringLiteral("serial"), serialText(badge.serial)}, {QStringLiteral("state"), badgeStateName(end)}}));
    return {};
}

} // namespace gatehouse::usecases
