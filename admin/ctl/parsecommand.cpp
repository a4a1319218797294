// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "scantext.h"

#include "parsing/aamva.h"
#include "parsing/cnid.h"
#include "parsing/mrz.h"

#include <QElapsedTimer>
#include <QFile>

#include <cstdio>

namespace gatehouse::ctl
{

namespace
{

constexpr qint64 largestText = 1024 * 1024;

using Parser = scanning::ScanResult (*)(const QByteArray &);

Parser parserOf(const QString &format)
{
    if (format == QLatin1String("mrz"))
        return [](const QByteArray &text) { return scanning::parseMrz(QString::fromUtf8(text)); };
    if (format == QLatin1String("cn-id"))
        return [](const QByteArray &text) { return scanning::parseCnId(QString::fromUtf8(text)); };
    if (format == QLatin1String("aamva"))
        return [](const QByteArray &text) { return scanning::parseAamva(text); };
    return nullptr;
}

int runParse(Invocation &invocation)
{
    const auto format = invocation.arguments.first();
    const auto parser = parserOf(format);
    if (!parser)
        return invocation.console.failed({ErrorCode::Invalid, QStringLiteral("known are mrz, aamva and cn-id")}, format);

    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return invocation.console.failed({ErrorCode::Unavailable, {}}, QStringLiteral("standard input"));
    QByteArray text;
    for (auto part = input.read(largestText + 1); !part.isEmpty() && text.size() <= largestText;
         part = input.read(largestText + 1))
        text += part; // a pipe gives what it has, not all that comes
    if (text.size() > largestText)
        return invocation.console.failed({ErrorCode::Invalid, QStringLiteral("more than 1 MiB")},
                                         QStringLiteral("standard input"));

    QElapsedTimer timer;
    timer.start();
    const auto result = parser(text);
    printScan(invocation.console, QStringLiteral("-"), result, static_cast<double>(timer.nsecsElapsed()) / 1e6);
    return result.valid ? Done : AnswerIsNo;
}

} // namespace

Command parseCommand()
{
    Command command;
    command.words = QStringLiteral("parse");
    command.arguments = QStringLiteral("mrz|aamva|cn-id");
    command.summary = QStringLiteral("Read a document from its text on standard input.");
    command.least = 1;
    command.most = 1;
    command.run = runParse;
    return command;
}

} // namespace gatehouse::ctl
