// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <cstdlib>
#include <span>

namespace gatehouse
{

std::optional<QString> flawIn(QCommandLineParser &parser, const QStringList &arguments, qsizetype mostWords,
                              const QStringList &mayBeEmpty)
{
    if (!parser.parse(arguments)) {
        QString flaw = parser.errorText();
        if (flaw.endsWith(QLatin1Char('.')))
            flaw.chop(1);
        return flaw;
    }
    const QStringList given = parser.optionNames();
    if (given.contains(QStringLiteral("help")) || given.contains(QStringLiteral("h")))
        return std::nullopt;
    for (const QString &name : given) {
        if (!mayBeEmpty.contains(name) && parser.values(name).contains(QString()))
            return QStringLiteral("--%1 has no value").arg(name);
    }
    const QStringList words = parser.positionalArguments();
    if (mostWords >= 0 && words.size() > mostWords)
        return QStringLiteral("'%1' is one argument too many").arg(words.at(mostWords));
    return std::nullopt;
}

QString withHelp(const QString &flaw, const QString &command)
{
    return QStringLiteral("%1; '%2 --help' says how it is used").arg(flaw, command);
}

void refuseUsage(const QString &flaw)
{
    const QString program = QCoreApplication::applicationName();
    QTextStream(stderr) << program << ": " << withHelp(flaw, program) << "\n";
    ::exit(2);
}

void readArguments(QCommandLineParser &parser, int argc, char *argv[], const QStringList &mayBeEmpty)
{
    // Qt's own, which the application with windows takes: a desktop that restores its windows passes the first.
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    for (const QString &name : {QStringLiteral("session"), QStringLiteral("platform")}) {
        QCommandLineOption option(name, {}, name);
        option.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(option);
    }
    QStringList arguments;
    for (const char *argument : std::span(argv, static_cast<std::size_t>(argc)))
        arguments << QString::fromLocal8Bit(argument);
    if (const auto flaw = flawIn(parser, arguments, 0, mayBeEmpty))
        refuseUsage(*flaw);
    if (parser.isSet(QStringLiteral("help")) || parser.isSet(QStringLiteral("help-all")) ||
        parser.isSet(QStringLiteral("version"))) {
        const QCoreApplication withoutDisplay(argc, argv);
        parser.process(arguments); // answers, and ends the program
    }
}

} // namespace gatehouse
