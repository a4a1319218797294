// SPDX-License-Identifier: GPL-3.0-or-later
#include "badgeverdict.h"
#include "librarytalk.h"
#include "scantext.h"

#include "base/clock.h"
#include "usecases/invitations.h"
#include "vision/scanner.h"

#include <QElapsedTimer>

namespace gatehouse::ctl
{

namespace
{

QString scanTrouble(const QString &file, const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        if (file.contains(QChar(QChar::ReplacementCharacter)))
            return QStringLiteral("this name is not written in UTF-8: rename the file");
        return QStringLiteral("there is no such file, or it may not be read");
    case ErrorCode::Invalid:
        return error.detail.isEmpty() ? QStringLiteral("this is no image that can be read") : error.detail;
    default:
        return error.detail.isEmpty() ? errorName(error.code) : error.detail;
    }
}

QList<scanning::Check> badgeChecks(OpenSite &site, const QString &token)
{
    const auto verdict = judgeBadge(site, token).value_or(BadgeVerdict());
    return {{QStringLiteral("signature"), verdict.badge.genuine},
            {QStringLiteral("site"), verdict.badge.ofThisSite},
            {QStringLiteral("time"), verdict.badge.inItsTime},
            {QStringLiteral("issued"), verdict.badge.state.has_value()},
            {QStringLiteral("standing"), verdict.accepted()}};
}

/// With a database, badges and invitations are checked against it; without, they are read and never valid.
std::unique_ptr<OpenSite> siteFor(const Invocation &invocation)
{
    if (invocation.databaseUrl().isEmpty())
        return nullptr;
    auto site = OpenSite::open(invocation, true);
    if (site)
        return std::move(*site);
    const bool isMissing = site.error().code == ErrorCode::NotFound; // and nothing else is looked for here
    invocation.console.note(
        QStringLiteral("gatehousectl: badges and invitations are read but not checked: ") +
        (isMissing ? site.error().detail + QStringLiteral("; name another with --db") : adviceFor(site.error())));
    return nullptr;
}

Result<scanning::ScanResult> scanQuietly(scanning::Scanner &scanner, const QString &file)
{
    const LibraryTalk talk;
    return scanner.scanFile(file, SystemClock().now().toLocalTime().date());
}

int runScan(Invocation &invocation)
{
    scanning::Scanner scanner;
    const auto site = siteFor(invocation);
    if (site)
        scanner.setTokenVerifier([&site](scanning::Kind kind, const QString &token) -> QList<scanning::Check> {
            if (kind == scanning::Kind::Badge)
                return badgeChecks(*site, token);
            return {{QStringLiteral("invitation"), usecases::readInvitation(site->workplace(), token).has_value()}};
        });
    int exit = Done;
    for (const auto &file : invocation.arguments) {
        QElapsedTimer timer;
        timer.start();
        const auto result = scanQuietly(scanner, file);
        scanner.forget(); // the next picture is another document
        if (result) {
            printScan(invocation.console, file, *result, static_cast<double>(timer.nsecsElapsed()) / 1e6);
            continue;
        }
        printTrouble(invocation.console, file, scanTrouble(file, result.error()));
        exit = CouldNot;
    }
    return exit;
}

} // namespace

Command scanCommand()
{
    Command command;
    command.words = QStringLiteral("scan");
    command.arguments = QStringLiteral("FILE...");
    command.summary = QStringLiteral("Read the ID document, badge or barcode in each picture.");
    command.least = 1;
    command.most = -1;
    command.run = runScan;
    return command;
}

} // namespace gatehouse::ctl
