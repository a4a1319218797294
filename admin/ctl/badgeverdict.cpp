// SPDX-License-Identifier: GPL-3.0-or-later
#include "badgeverdict.h"

#include "domain/badgebook.h"
#include "security/tokens.h"

namespace gatehouse::ctl
{

using Standing = usecases::BadgeJudgement::Standing;

namespace
{

/// The same of both kinds: whose key signed, and when it counts.
template <typename Parsed, typename Verify>
Result<BadgeVerdict> verdictByVault(const security::StationVault &vault, const Parsed &parsed, Verify verify,
                                    const QDateTime &now)
{
    BadgeVerdict verdict{BadgeVerdict::Source::StationKeys, {}};
    usecases::BadgeJudgement &badge = verdict.badge;
    bool anyStation = false;
    for (const char *name : {"kiosk", "admin", "tool", "door"}) {
        const auto identity = vault.identity(QString::fromLatin1(name));
        if (!identity)
            continue;
        anyStation = true;
        badge.ofThisSite = parsed.token.site == identity->rootFingerprint.first(4);
        if (QUuid::fromString(identity->stationId) == parsed.token.station)
            badge.genuine = badge.ofThisSite && verify(parsed, identity->keys.publicKey);
    }
    if (!anyStation)
        return fail(ErrorCode::NotFound,
                    QStringLiteral("neither a database nor the keys of this machine's stations; use --db"));
    badge.inItsTime = badge.genuine && domain::standingInTime(parsed.token.notBefore, parsed.token.notAfter, now) ==
                                           domain::BadgeStanding::Sound;
    return verdict;
}

} // namespace

bool BadgeVerdict::accepted() const
{
    return source != Source::Token && badge.standing() == Standing::Counts;
}

QString BadgeVerdict::sentence() const
{
    if (source == Source::Token)
        return QStringLiteral("NOT a badge to be accepted: only a part of a token, or one that was changed.");
    switch (badge.standing()) {
    case Standing::OtherSite:
        return QStringLiteral("NOT a badge to be accepted: it is of another site.");
    case Standing::Forged:
        return QStringLiteral("NOT a badge to be accepted: no enrolled station of this site signed it.");
    case Standing::NeverIssued:
        return QStringLiteral("NOT a badge to be accepted: it was never issued. Keep it.");
    case Standing::Dead:
        return QStringLiteral("NOT a badge to be accepted: it was reported lost or revoked. Keep it.");
    case Standing::Returned:
        return QStringLiteral("NOT a badge to be accepted: it was handed in, and lets nobody in any more.");
    case Standing::NotApproved:
        return QStringLiteral("NOT a badge to be accepted: the approvals behind it do not verify, or its holder has left.");
    case Standing::ClockWrong:
        return QStringLiteral(
            "NOT a badge to be accepted now: this machine's clock is before what stands in the log, and nobody is "
            "admitted until it is right.");
    case Standing::OutOfTime:
        return QStringLiteral("NOT a badge to be accepted: it is not in its time.");
    case Standing::NotOnSite:
        return QStringLiteral("NOT a badge to be accepted: its visitor is not on site.");
    case Standing::Counts:
        break;
    }
    if (source == Source::Database)
        return QStringLiteral("A badge of this site, in its time.");
    return QStringLiteral(
        "A badge of this site, in its time, by the keys of this machine's stations alone. No database was named, "
        "and so it was not looked at whether the badge was handed in, lost or revoked, or its station revoked.");
}

bool looksLikeBadge(const QString &text)
{
    return text.startsWith(QLatin1String("GH1:")) || text.startsWith(QLatin1String("GS1:"));
}

Result<BadgeVerdict> judgeBadge(OpenSite &site, const QString &token)
{
    if (!security::parseBadgeToken(token) && !security::parseStaffBadgeToken(token))
        return BadgeVerdict();
    GATEHOUSE_TRY_ASSIGN(usecases::BadgeJudgement badge, usecases::judgeBadge(site.workplace(), token));
    return BadgeVerdict{BadgeVerdict::Source::Database, std::move(badge)};
}

Result<BadgeVerdict> judgeBadge(const security::StationVault &vault, const QString &token, const QDateTime &now)
{
    if (const auto visitor = security::parseBadgeToken(token))
        return verdictByVault(vault, *visitor, security::verifyBadgeToken, now);
    if (const auto staff = security::parseStaffBadgeToken(token))
        return verdictByVault(vault, *staff, security::verifyStaffBadgeToken, now);
    return BadgeVerdict();
}

} // namespace gatehouse::ctl
