// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "scantext.h"

#include "base/clock.h"
#include "parsing/parsetext.h"

#include <QElapsedTimer>
#include <QFile>

#include <cstdio>

namespace gatehouse::ctl
{

namespace
{

constexpr qint64 largestText = 64 * 1024;

int couldNotRead(const Console &console, const QString &trouble)
{
    printTrouble(console, QStringLiteral("-"), trouble);
    return CouldNot;
}

int runParse(Invocation &invocation)
{
    const auto format = invocation.arguments.first();
    const auto kind = scanning::parserKindFromName(format);
    if (!kind)
        return couldNotRead(invocation.console,
                            QStringLiteral("there is no format '%1'; known are mrz, aamva and cn-id").arg(format));

    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return couldNotRead(invocation.console, QStringLiteral("standard input cannot be read"));
    QByteArray text;
    for (auto part = input.read(largestText + 1); !part.isEmpty() && text.size() <= largestText;
         part = input.read(largestText + 1))
        text += part; // a pipe gives what it has, not all that comes
    if (input.error() != QFileDevice::NoError)
        return couldNotRead(invocation.console, QStringLiteral("standard input cannot be read"));
    if (text.size() > largestText)
        return couldNotRead(invocation.console, QStringLiteral("the text is larger than 64 KiB, which no document's is"));

    QElapsedTimer timer;
    timer.start();
    const auto result = scanning::parseText(*kind, text, SystemClock().now().toLocalTime().date());
    printScan(invocation.console, QStringLiteral("-"), result, static_cast<double>(timer.nsecsElapsed()) / 1e6);
    return result.valid && result.kind != scanning::Kind::None ? Done : AnswerIsNo;
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
