// SPDX-License-Identifier: GPL-3.0-or-later
#include "badgeverdict.h"
#include "domain/presencebook.h"
#include "librarytalk.h"

#include "security/tokens.h"
#include "vision/scanner.h"

#include <QFileInfo>
#include <QJsonArray>

namespace gatehouse::ctl
{

namespace
{

/// The token itself, or the one that is in a picture.
Result<QString> tokenFrom(const QString &argument)
{
    if (looksLikeBadge(argument))
        return argument;
    if (!QFileInfo::exists(argument))
        return fail(ErrorCode::Invalid, QStringLiteral("neither a badge token nor a picture file"));
    if (argument.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive))
        return fail(ErrorCode::Invalid,
                    QStringLiteral("a PDF is not read here; make a picture of its page with 'pdftoppm -r 300 -png "
                                   "-singlefile FILE.pdf NAME' and give NAME.png"));
    const LibraryTalk talk;
    GATEHOUSE_TRY_ASSIGN(const auto scan, scanning::Scanner().scanFile(argument, SystemClock().now().toLocalTime().date()));
    const auto text = scan.raw.value(0);
    if (!looksLikeBadge(text))
        return fail(ErrorCode::NotFound, noBadgeSeen);
    return text;
}

/// A database that was named has to answer: keys know nothing of what became of a badge or its station.
Result<BadgeVerdict> verdictOn(const Invocation &invocation, const QString &token)
{
    if (invocation.databaseUrl().isEmpty()) {
        const security::StationVault vault(security::StationVault::defaultFolder({}));
        return judgeBadge(vault, token, SystemClock().now());
    }
    GATEHOUSE_TRY_ASSIGN(const auto site, OpenSite::open(invocation, true));
    return judgeBadge(*site, token);
}

QString sourceName(BadgeVerdict::Source source)
{
    switch (source) {
    case BadgeVerdict::Source::Database:
        return QStringLiteral("database");
    case BadgeVerdict::Source::StationKeys:
        return QStringLiteral("station keys");
    case BadgeVerdict::Source::Token:
        break;
    }
    return QStringLiteral("token");
}

/// What stands on the badge itself.
QJsonObject inscription(const QString &token)
{
    const auto common = [](const auto &badge) {
        return QJsonObject{{QStringLiteral("serial"), domain::serialText(badge.serial)},
                           {QStringLiteral("notBefore"), badge.notBefore.toString(Qt::ISODate)},
                           {QStringLiteral("notAfter"), badge.notAfter.toString(Qt::ISODate)},
                           {QStringLiteral("station"), badge.station.toString(QUuid::WithoutBraces)}};
    };
    QJsonObject object;
    if (const auto visitor = security::parseBadgeToken(token)) {
        object = common(visitor->token);
        object.insert(QStringLiteral("visit"), visitor->token.visit.toString(QUuid::WithoutBraces));
    } else if (const auto staff = security::parseStaffBadgeToken(token)) {
        object = common(staff->token);
        object.insert(QStringLiteral("staff"), staff->token.staff.toString(QUuid::WithoutBraces));
    }
    return object;
}

QStringList zonesOf(const BadgeVerdict &verdict)
{
    QStringList zones;
    for (const auto &zone : verdict.badge.zones)
        zones += zone.id.key;
    return zones;
}

QJsonObject toObject(const QString &token, const BadgeVerdict &verdict)
{
    QJsonObject object = inscription(token);
    object.insert(QStringLiteral("genuine"), verdict.badge.genuine);
    object.insert(QStringLiteral("ofThisSite"), verdict.badge.ofThisSite);
    object.insert(QStringLiteral("inItsTime"), verdict.badge.inItsTime);
    object.insert(QStringLiteral("source"), sourceName(verdict.source));
    if (verdict.source != BadgeVerdict::Source::Database)
        return object;
    object.insert(QStringLiteral("issued"), verdict.badge.state.has_value());
    object.insert(QStringLiteral("authorised"), verdict.badge.authorised);
    object.insert(QStringLiteral("clockTrusted"), !verdict.badge.clockWrong);
    if (verdict.badge.state)
        object.insert(QStringLiteral("state"), domain::badgeStateName(*verdict.badge.state));
    if (verdict.badge.visit)
        object.insert(QStringLiteral("number"), domain::visitLabel(verdict.badge.visit->number));
    object.insert(QStringLiteral("zones"), QJsonArray::fromStringList(zonesOf(verdict)));
    return object;
}

void sayVerdict(const Console &console, const QJsonObject &object, const BadgeVerdict &verdict)
{
    const auto answer = [](bool yes) { return yes ? QStringLiteral("yes") : QStringLiteral("no"); };
    console.say(verdict.sentence());
    console.say(QStringLiteral("  genuine       %1").arg(answer(verdict.badge.genuine)));
    console.say(QStringLiteral("  of this site  %1").arg(answer(verdict.badge.ofThisSite)));
    if (object.contains(QLatin1String("notAfter")))
        console.say(QStringLiteral("  in its time   %1  (%2 to %3)")
                        .arg(answer(verdict.badge.inItsTime), object.value(QLatin1String("notBefore")).toString(),
                             object.value(QLatin1String("notAfter")).toString()));
    console.say(QStringLiteral("  says who      %1").arg(sourceName(verdict.source)));
    if (verdict.source != BadgeVerdict::Source::Database)
        return;
    console.say(QStringLiteral("  issued        %1  %2")
                    .arg(answer(verdict.badge.state.has_value()), object.value(QLatin1String("state")).toString()));
    console.say(QStringLiteral("  authorised    %1  %2")
                    .arg(answer(verdict.badge.authorised), zonesOf(verdict).join(QStringLiteral(", "))));
}

int runBadgeVerify(Invocation &invocation)
{
    const auto &console = invocation.console;
    const auto token = tokenFrom(invocation.arguments.first());
    if (!token)
        return console.failed(token.error(), invocation.arguments.first().left(60));
    const auto verdict = verdictOn(invocation, *token);
    if (!verdict)
        return console.failed(verdict.error(), QStringLiteral("badge"));
    const auto object = toObject(*token, *verdict);
    console.object(object);
    sayVerdict(console, object, *verdict);
    return verdict->accepted() ? Done : AnswerIsNo;
}

} // namespace

Command badgeVerifyCommand()
{
    Command command;
    command.words = QStringLiteral("badge verify");
    command.arguments = QStringLiteral("TOKEN|IMAGE");
    command.summary = QStringLiteral("Say whether a badge is genuine, of this site, in its time, and counts now.");
    command.least = 1;
    command.most = 1;
    command.run = runBadgeVerify;
    return command;
}

} // namespace gatehouse::ctl
