// SPDX-License-Identifier: GPL-3.0-or-later
#include "judgebadge.h"

#include "badges.h"
#include "domain/names.h"
#include "security/tokens.h"
#include "staffbadges.h"

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
/// The same of both kinds of answer.
template <typename Answer>
BadgeJudgement judgementOf(const Answer &answer, bool approved, const QDateTime &validUntil)
{
    BadgeJudgement badge;
    badge.genuine = answer.genuine;
    badge.ofThisSite = answer.ofThisSite;
    badge.inItsTime = answer.inItsTime;
    badge.lookedUp = true;
    badge.approved = approved;
    badge.authorised = answer.authorised;
    badge.clockWrong = answer.clockWrong;
    badge.validUntil = validUntil;
    if (answer.badge) {
        badge.state = answer.badge->state;
        badge.endedAt = answer.badge->endedAt;
    }
    return badge;
}
} // namespace

BadgeJudgement::Standing BadgeJudgement::standing() const
{
    if (!ofThisSite)
        return Standing::OtherSite;
    if (!genuine)
        return Standing::Forged;
    if (lookedUp && !state)
        return Standing::NeverIssued;
    if (state == BadgeState::Lost || state == BadgeState::Revoked)
        return Standing::Dead;
    if (state == BadgeState::Returned)
        return Standing::Returned;
    if (lookedUp && !approved)
        return Standing::NotApproved;
    if (clockWrong)
        return Standing::ClockWrong;
    if (!inItsTime)
        return Standing::OutOfTime;
    return lookedUp && !authorised ? Standing::NotOnSite : Standing::Counts;
}

QString standingName(BadgeJudgement::Standing standing)
{
    using Standing = BadgeJudgement::Standing;
    static constexpr NameTable<Standing, 10> names{{
        {Standing::OtherSite, QLatin1String("of another site")},
        {Standing::Forged, QLatin1String("forged")},
        {Standing::NeverIssued, QLatin1String("never issued")},
        {Standing::Dead, QLatin1String("lost or revoked")},
        {Standing::Returned, QLatin1String("returned")},
        {Standing::NotApproved, QLatin1String("not approved")},
        {Standing::ClockWrong, QLatin1String("clock wrong")},
        {Standing::OutOfTime, QLatin1String("out of time")},
        {Standing::NotOnSite, QLatin1String("not on site")},
        {Standing::Counts, QLatin1String("counts")},
    }};
    return nameIn(names, standing);
}

Result<BadgeJudgement> judgeBadge(const Workplace &workplace, const QString &token)
{
    if (const auto parsed = security::parseStaffBadgeToken(token)) {
        GATEHOUSE_TRY_ASSIGN(const StaffBadgeAnswer answer, verifyStaffBadge(workplace, token));
        BadgeJudgement badge = judgementOf(answer, answer.holderActive, parsed->token.notAfter);
        badge.staff = StaffId{parsed->token.staff};
        return badge;
    }
    GATEHOUSE_TRY_ASSIGN(const security::ParsedBadgeToken parsed, security::parseBadgeToken(token));
    GATEHOUSE_TRY_ASSIGN(const BadgeAnswer answer, verifyBadge(workplace, token));
    BadgeJudgement badge = judgementOf(answer, answer.approved, parsed.token.notAfter);
    badge.visit = answer.visit;
    badge.zones = answer.zones;
    return badge;
}

} // namespace gatehouse::usecases
