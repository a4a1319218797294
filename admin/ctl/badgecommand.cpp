// SPDX-License-Identifier: GPL-3.0-or-later
#include "opensite.h"

#include "security/tokens.h"
#include "usecases/badges.h"
#include "vision/scanner.h"

#include <QFileInfo>
#include <QJsonArray>

namespace gatehouse::ctl
{

namespace
{

/// What can be said of a badge, and who says it.
struct Verdict {
    usecases::BadgeAnswer answer;
    bool withDatabase = false;
    bool isToken = false; ///< else nothing else was asked
};

bool isYes(const Verdict &verdict)
{
    const auto &answer = verdict.answer;
    return answer.genuine && answer.ofThisSite && answer.inItsTime && (!verdict.withDatabase || answer.badge.has_value());
}

/// The token itself, or the one that is in a picture.
Result<QString> tokenFrom(const QString &argument)
{
    if (argument.startsWith(QLatin1String("GH1:")))
        return argument;
    if (!QFileInfo::exists(argument))
        return fail(ErrorCode::Invalid, QStringLiteral("neither a badge token nor a picture file"));
    GATEHOUSE_TRY_ASSIGN(const auto scan, scanning::Scanner().scanFile(argument));
    const auto text = scan.raw.value(0);
    if (!text.startsWith(QLatin1String("GH1:")))
        return fail(ErrorCode::NotFound, QStringLiteral("no badge can be seen in this picture"));
    return text;
}

/// Without the database: the keys that this machine's own stations have.
Result<Verdict> verifyByVault(const security::StationVault &vault, const security::ParsedBadgeToken &parsed,
                              const QDateTime &now)
{
    Verdict verdict;
    bool anyStation = false;
    for (const char *name : {"kiosk", "admin", "tool", "door"}) {
        const auto identity = vault.identity(QString::fromLatin1(name));
        if (!identity)
            continue;
        anyStation = true;
        verdict.answer.ofThisSite = parsed.token.site == identity->rootFingerprint.first(4);
        if (QUuid::fromString(identity->stationId) == parsed.token.station)
            verdict.answer.genuine = verdict.answer.ofThisSite && security::verifyBadgeToken(parsed, identity->keys.publicKey);
    }
    if (!anyStation)
        return fail(ErrorCode::NotFound,
                    QStringLiteral("neither a database nor the keys of this machine's stations; use --db"));
    verdict.answer.inItsTime = verdict.answer.genuine && parsed.token.notBefore <= now && now <= parsed.token.notAfter;
    return verdict;
}

Result<Verdict> verdictOn(const Invocation &invocation, const QString &token)
{
    auto site = OpenSite::open(invocation, true);
    if (site) {
        GATEHOUSE_TRY_ASSIGN(auto answer, usecases::verifyBadge((*site)->workplace(), token));
        return Verdict{std::move(answer), true, true};
    }
    const bool databaseMissing = site.error().code == ErrorCode::NotFound || site.error().code == ErrorCode::Unavailable ||
                                 site.error().code == ErrorCode::Busy || invocation.databaseUrl().isEmpty();
    if (!databaseMissing)
        return fail(site.error());
    GATEHOUSE_TRY_ASSIGN(const auto parsed, security::parseBadgeToken(token));
    const security::StationVault vault(security::StationVault::defaultFolder(invocation.databaseUrl()));
    return verifyByVault(vault, parsed, SystemClock().now());
}

QString sourceOf(const Verdict &verdict)
{
    if (!verdict.isToken)
        return QStringLiteral("token");
    return verdict.withDatabase ? QStringLiteral("database") : QStringLiteral("station keys");
}

QJsonObject toObject(const QString &token, const Verdict &verdict)
{
    const auto &answer = verdict.answer;
    QJsonObject object{{QStringLiteral("genuine"), answer.genuine},
                       {QStringLiteral("ofThisSite"), answer.ofThisSite},
                       {QStringLiteral("inItsTime"), answer.inItsTime},
                       {QStringLiteral("source"), sourceOf(verdict)}};
    if (const auto parsed = security::parseBadgeToken(token)) {
        object.insert(QStringLiteral("visit"), parsed->token.visit.toString(QUuid::WithoutBraces));
        object.insert(QStringLiteral("serial"), QStringLiteral("%1").arg(parsed->token.serial, 16, 16, QLatin1Char('0')));
        object.insert(QStringLiteral("notBefore"), parsed->token.notBefore.toString(Qt::ISODate));
        object.insert(QStringLiteral("notAfter"), parsed->token.notAfter.toString(Qt::ISODate));
        object.insert(QStringLiteral("station"), parsed->token.station.toString(QUuid::WithoutBraces));
    }
    if (!verdict.withDatabase)
        return object;
    object.insert(QStringLiteral("issued"), answer.badge.has_value());
    object.insert(QStringLiteral("authorised"), answer.authorised);
    if (answer.badge)
        object.insert(QStringLiteral("state"), domain::badgeStateName(answer.badge->state));
    if (answer.visit)
        object.insert(QStringLiteral("number"), domain::visitLabel(answer.visit->number));
    QJsonArray zones;
    for (const auto &zone : answer.zones)
        zones.append(zone.id.key);
    object.insert(QStringLiteral("zones"), zones);
    return object;
}

void sayVerdict(const Console &console, const QJsonObject &object, bool yes)
{
    const auto answer = [&object](const char *key) {
        return object.value(QLatin1String(key)).toBool() ? QStringLiteral("yes") : QStringLiteral("no");
    };
    console.say(yes ? QStringLiteral("A badge of this site, in its time.") : QStringLiteral("NOT a badge to be accepted."));
    console.say(QStringLiteral("  genuine       %1").arg(answer("genuine")));
    console.say(QStringLiteral("  of this site  %1").arg(answer("ofThisSite")));
    console.say(QStringLiteral("  in its time   %1  (%2 to %3)")
                    .arg(answer("inItsTime"), object.value(QLatin1String("notBefore")).toString(),
                         object.value(QLatin1String("notAfter")).toString()));
    console.say(QStringLiteral("  says who      %1").arg(object.value(QLatin1String("source")).toString()));
    if (!object.contains(QLatin1String("issued")))
        return;
    QStringList zones;
    for (const auto &zone : object.value(QLatin1String("zones")).toArray())
        zones += zone.toString();
    console.say(
        QStringLiteral("  issued        %1  %2").arg(answer("issued"), object.value(QLatin1String("state")).toString()));
    console.say(QStringLiteral("  authorised    %1  %2").arg(answer("authorised"), zones.join(QStringLiteral(", "))));
}

int runBadgeVerify(Invocation &invocation)
{
    const auto &console = invocation.console;
    const auto token = tokenFrom(invocation.arguments.first());
    if (!token)
        return console.failed(token.error(), invocation.arguments.first().left(60));
    Verdict verdict;
    if (security::parseBadgeToken(*token)) {
        auto found = verdictOn(invocation, *token);
        if (!found)
            return console.failed(found.error(), QStringLiteral("badge"));
        verdict = std::move(*found);
        verdict.isToken = true;
    }
    const auto object = toObject(*token, verdict);
    const bool yes = isYes(verdict);
    console.object(object);
    sayVerdict(console, object, yes);
    return yes ? Done : AnswerIsNo;
}

} // namespace

Command badgeVerifyCommand()
{
    Command command;
    command.words = QStringLiteral("badge verify");
    command.arguments = QStringLiteral("TOKEN|IMAGE");
    command.summary = QStringLiteral("Say whether a badge is genuine, of this site, in its time.");
    command.least = 1;
    command.most = 1;
    command.run = runBadgeVerify;
    return command;
}

} // namespace gatehouse::ctl
