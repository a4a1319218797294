// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.h"

#include "badgeverdict.h"
#include "base/databaseurl.h"
#include "command.h"
#include "security/stationvault.h"
#include "storage/refusals.h"
#include "usecases/initsite.h"
#include "usecases/staffaccounts.h"

#include <QJsonDocument>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace gatehouse::ctl
{

namespace
{

bool writeAll(std::FILE *stream, const QByteArray &bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    return std::fwrite(bytes.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
}

/// A terminal obeys control characters, and turns round what stands beside a mark of direction: a row that somebody changed
/// must not do either.
QString onTerminal(QString text)
{
    for (QChar &character : text) {
        const bool joiner = character == QChar(0x200C) || character == QChar(0x200D); // belong to scripts
        if (character.category() == QChar::Other_Control || (character.category() == QChar::Other_Format && !joiner))
            character = QChar::ReplacementCharacter;
    }
    return text;
}

QString damageAdvice(const Error &error)
{
    if (security::isAboutVault(error))
        return QStringLiteral(
            "the file of this station's keys is damaged: put your copy of it in its place, or enrol the station "
            "again; the database is not touched");
    if (error.detail.startsWith(storage::plantedPart))
        return QStringLiteral(
            "somebody planted code in the database that could swallow what is written; nothing is written until it is gone. "
            "Run 'gatehousectl log verify' and tell the manager");
    if (error.detail == storage::countUsedUp)
        return QStringLiteral(
            "this station can write no more entries: enrol it anew with 'gatehousectl station enrol --replace', "
            "run 'gatehousectl log verify' and tell the manager");
    return QStringLiteral(
        "it is damaged or of another program; stop Gatehouse on every machine, and put a copy in its place that "
        "was made while it was stopped");
}

} // namespace

void Console::say(const QString &line) const
{
    if (!m_json)
        answer(onTerminal(line).toUtf8() + '\n');
}

void Console::lines(const QString &lines) const
{
    for (const QString &line : lines.split(QLatin1Char('\n')))
        say(line);
}

void Console::object(const QJsonObject &object) const
{
    if (m_json)
        answer(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void Console::bytes(const QByteArray &bytes) const
{
    answer(bytes);
}

void Console::answer(const QByteArray &bytes) const
{
    if (!writeAll(stdout, bytes) && m_lost.isEmpty())
        m_lost = QString::fromLocal8Bit(std::strerror(errno));
}

void Console::note(const QString &line) const
{
    for (const QString &part : line.split(QLatin1Char('\n')))
        writeAll(stderr, onTerminal(part).toUtf8() + '\n');
}

int Console::failed(const Error &error, const QString &what) const
{
    const auto advice = adviceFor(error);
    note(QStringLiteral("gatehousectl: %1: %2").arg(what, advice));
    object(
        {{QStringLiteral("error"), errorName(error.code)}, {QStringLiteral("message"), what + QStringLiteral(": ") + advice}});
    return CouldNot;
}

QString adviceFor(const Error &error)
{
    const auto with = [&error](const QString &advice) {
        return error.detail.isEmpty() ? advice : QStringLiteral("%1 (%2)").arg(advice, error.detail);
    };
    switch (error.code) {
    case ErrorCode::NotFound:
        if (error.detail == security::pepperFile)
            return QStringLiteral(
                "its file 'pepper' is not in the folder of this station's keys; put it back, or have it asked "
                "for, as the recovery sheet has it: 'gatehousectl station enrol --kind admin --replace'");
        if (error.detail == noBadgeSeen)
            return QStringLiteral("no badge can be seen in this picture; take it again, sharp and with the badge's whole code "
                                  "in it, or give the token that a badge reader types");
        return with(QStringLiteral("it is not there; check the name or number"));
    case ErrorCode::Invalid:
        return with(QStringLiteral("this cannot be used as it is"));
    case ErrorCode::Conflict:
        if (usecases::isVaultTaken(error))
            return QStringLiteral(
                       "%1, and there is no site in this database that they belong to. They would be lost, and that site with "
                       "them: set GATEHOUSE_CONFIG to another folder, or move these keys away; nothing was written")
                .arg(error.detail);
        return with(QStringLiteral("somebody or something was there first"));
    case ErrorCode::NotAllowed:
        return with(security::isAboutVault(error) ? QStringLiteral("not allowed; see that the station's files have mode 0600")
                                                  : QStringLiteral("not allowed; sign in as somebody who holds the role"));
    case ErrorCode::WrongSecret:
        return QStringLiteral("staff number and password, or one-time code, do not fit"); // never which
    case ErrorCode::BackOff:
        return QStringLiteral("too many wrong passwords; wait %1 seconds and try again").arg(error.detail);
    case ErrorCode::Expired:
        return with(QStringLiteral("it is past its time; ask for a new one"));
    case ErrorCode::BadSignature:
        if (error.detail == storage::headNotLast || error.detail == storage::headNotWritten)
            return with(QStringLiteral("the log was changed by hand: its record of the newest entry is not the newest entry. "
                                       "Run 'gatehousectl log verify' and tell the manager"));
        return with(QStringLiteral("a signature does not verify; run 'gatehousectl log verify' and tell the manager"));
    case ErrorCode::Untrusted:
        if (error.detail == usecases::uncertified)
            return QStringLiteral(
                "the record of this account was changed by hand, and nobody signed for it; it does not count. Call a "
                "manager, who runs 'gatehousectl log verify'");
        return with(QStringLiteral(
            "the database is not, or not yet, the site that this station was enrolled for; read the recovery sheet back "
            "with 'gatehousectl init --confirm', or name the right database with --db"));
    case ErrorCode::Busy:
        return with(QStringLiteral("another program keeps the database locked; try again in a moment"));
    case ErrorCode::ReadOnly:
        return with(QStringLiteral("the database cannot be written; check the permissions of its file and folder"));
    case ErrorCode::Full:
        return with(QStringLiteral("no space is left on the disk; make room and try again"));
    case ErrorCode::Damaged:
        return with(damageAdvice(error));
    case ErrorCode::NewerSchema:
        return with(QStringLiteral("the database was written by a newer version of Gatehouse; update this one"));
    case ErrorCode::ClockWrong:
        return with(QStringLiteral("this machine's clock is before what stands in the log; set it right and start again, or, "
                                   "where it is right and one "
                                   "that was ahead wrote into the log, let a manager run 'gatehousectl time confirm'"));
    case ErrorCode::Unavailable:
        if (error.detail == noServerYet())
            return error.detail;
        if (error.detail.startsWith(storage::olderSchema))
            return error.detail +
                   QStringLiteral("; the admin app does it when it starts, and so does every gatehousectl command "
                                  "that writes ('gatehousectl staff list --as NUMBER')");
        if (error.detail.startsWith(storage::newestInLog))
            return error.detail;
        return with(QStringLiteral("it cannot be reached; check the path or address"));
    case ErrorCode::Blocked:
        return with(QStringLiteral("the site's rules forbid it"));
    case ErrorCode::Internal:
        break;
    }
    return with(QStringLiteral("this should not happen; please report it"));
}

} // namespace gatehouse::ctl
