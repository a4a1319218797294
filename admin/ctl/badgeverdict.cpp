// SPDX-License-Identifier: GPL-3.0-or-later
#include "badgeverdict.h"

#include "security/tokens.h"
#include "usecases/badges.h"
#include "usecases/staffbadges.h"

namespace gatehouse::ctl
{

using domain::BadgeState;

namespace
{

Result<BadgeVerdict> visitorVerdict(OpenSite &site, const QString &token)
{
    GATEHOUSE_TRY_ASSIGN(const auto answer, usecases::verifyBadge(site.workplace(), token));
    BadgeVerdict verdict{BadgeVerdict::Source::Database,
                         answer.genuine,
                         answer.ofThisSite,
                         answer.inItsTime,
                         {},
                         answer.approved,
                         answer.authorised,
                         {},
                         {},
                         answer.clockWrong};
    if (answer.badge)
        verdict.state = answer.badge->state;
    if (answer.visit)
        verdict.number = domain::visitLabel(answer.visit->number);
    for (const auto &zone : answer.zones)
        verdict.zones += zone.id.key;
    return verdict;
}

Result<BadgeVerdict> staffVerdict(OpenSite &site, const QString &token)
{
    GATEHOUSE_TRY_ASSIGN(const auto answer, usecases::verifyStaffBadge(site.workplace(), token));
    BadgeVerdict verdict{BadgeVerdict::Source::Database,
                         answer.genuine,
                         answer.ofThisSite,
                         answer.inItsTime,
                         {},
                         answer.holderActive,
                         answer.authorised,
                         {},
                         {},
                         answer.clockWrong};
    if (answer.badge)
        verdict.state = answer.badge->state;
    return verdict;
}

/// The same of both kinds: whose key signed, and when it counts.
template <typename Parsed, typename Verify>
Result<BadgeVerdict> verdictByVault(const security::StationVault &vault, const Parsed &parsed, Verify verify,
                                    const QDateTime &now)
{
    BadgeVerdict verdict;
    verdict.source = BadgeVerdict::Source::StationKeys;
    bool anyStation = false;
    for (const char *name : {"kiosk", "admin", "tool", "door"}) {
        const auto identity = vault.identity(QString::fromLatin1(name));
        if (!identity)
            continue;
        anyStation = true;
        verdict.ofThisSite = parsed.token.site == identity->rootFingerprint.first(4);
        if (QUuid::fromString(identity->stationId) == parsed.token.station)
            verdict.genuine = verdict.ofThisSite && verify(parsed, identity->keys.publicKey);
    }
    if (!anyStation)
        return fail(ErrorCode::NotFound,
                    QStringLiteral("neither a database nor the keys of this machine's stations; use --db"));
    verdict.inItsTime = verdict.genuine && parsed.token.notBefore <= now && now <= parsed.token.notAfter;
    return verdict;
}

} // namespace

bool BadgeVerdict::accepted() const
{
    return genuine && ofThisSite && inItsTime && (source != Source::Database || authorised);
}

QString BadgeVerdict::sentence() const
{
    if (source == Source::Token)
        return QStringLiteral("NOT a badge to be accepted: only a part of a token, or one that was changed.");
    if (!ofThisSite)
        return QStringLiteral("NOT a badge to be accepted: it is of another site.");
    if (!genuine)
        return QStringLiteral("NOT a badge to be accepted: no enrolled station of this site signed it.");
    if (source == Source::Database && !state)
        return QStringLiteral("NOT a badge to be accepted: it was never issued. Keep it.");
    if (state == BadgeState::Lost || state == BadgeState::Revoked)
        return QStringLiteral("NOT a badge to be accepted: it was reported lost or revoked. Keep it.");
    if (state == BadgeState::Returned)
        return QStringLiteral("NOT a badge to be accepted: it was handed in, and lets nobody in any more.");
    if (source == Source::Database && !approved)
        return QStringLiteral("NOT a badge to be accepted: the approvals behind it do not verify, or its holder has left.");
    if (clockWrong)
        return QStringLiteral(
            "NOT a badge to be accepted now: this machine's clock is before what stands in the log, and nobody is "
            "admitted until it is right.");
    if (!inItsTime)
        return QStringLiteral("NOT a badge to be accepted: it is not in its time.");
    if (source == Source::Database)
        return authorised ? QStringLiteral("A badge of this site, in its time.")
                          : QStringLiteral("NOT a badge to be accepted: its visitor is not on site.");
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
    if (security::parseBadgeToken(token))
        return visitorVerdict(site, token);
    if (security::parseStaffBadgeToken(token))
        return staffVerdict(site, token);
    return BadgeVerdict();
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
