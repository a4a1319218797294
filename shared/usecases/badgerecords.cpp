// SPDX-License-Identifier: GPL-3.0-or-later
#include "badgerecords.h"

#include "caseaccess.h"
#include "replacedkeys.h"
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

Result<BadgeRecord> knownBadge(const Workplace &workplace, const QString &text)
{
    GATEHOUSE_TRY_ASSIGN(const ReadToken read, readToken(workplace, text));
    if (!read.badge.ofThisSite)
        return fail(ErrorCode::NotFound, security::ofOtherSite);
    if (!read.badge.genuine)
        return fail(ErrorCode::BadSignature, QStringLiteral("forged"));
    if (!read.badge.issued || !read.badge.issued->visit)
        return fail(ErrorCode::NotFound, QStringLiteral("unknown"));
    return *read.badge.issued;
}

Result<BadgeRecord> badgeThatIsOut(const Workplace &workplace, const QString &text)
{
    GATEHOUSE_TRY_ASSIGN(BadgeRecord badge, knownBadge(workplace, text));
    if (badge.state != BadgeState::Issued)
        return fail(ErrorCode::Conflict, badge.endedAt ? badge.endedAt->toString(Qt::ISODate) : badgeStateName(badge.state));
    return badge;
}

Result<void> endBadge(Transaction &transaction, const Workplace &workplace, const Signer &signer, const BadgeRecord &badge,
                      BadgeState end, const IncidentId &stranger)
{
    const auto stored = transaction.badges().bySerial(badge.serial); // one that cannot be read keeps no badge alive either
    Badge row = stored && *stored ? **stored : Badge();
    const bool changed = !isAsSigned(row, badge);
    if (row.serial == badge.serial) {
        const BadgeState before = row.state;
        row.state = end;
        row.endedAt = workplace.clock.now();
        GATEHOUSE_TRY(transaction.badges().update(row, before));
    }
    QJsonObject details{{QStringLiteral("serial"), serialText(badge.serial)}, {QStringLiteral("state"), badgeStateName(end)}};
    if (!stranger.isNull())
        details.insert(QStringLiteral("incident"), stranger.text());
    GATEHOUSE_TRY(record(transaction, workplace, signer,
                         end == BadgeState::Returned ? action::badgeReturn : action::badgeRevoke, visitSubject(*badge.visit),
                         details));
    if (changed)
        GATEHOUSE_TRY(stateAlarm(transaction, workplace, *badge.visit, recordsChanged));
    return {};
}

} // namespace gatehouse::usecases
