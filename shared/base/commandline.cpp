// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace gatehouse
{

bool asksForUsage(int argc, char *argv[])
{
    const std::initializer_list<std::string_view> words{"-h", "--help", "--help-all", "-v", "--version"};
    return std::any_of(argv + 1, argv + argc,
                       [&](const char *argument) { return std::find(words.begin(), words.end(), argument) != words.end(); });
}

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

void readArguments(QCommandLineParser &parser, const QStringList &mayBeEmpty)
{
    const QStringList arguments = QCoreApplication::arguments();
    if (const auto flaw = flawIn(parser, arguments, 0, mayBeEmpty))
        refuseUsage(*flaw);
    parser.process(arguments); // answers --help and --version
}

} // namespace gatehouse
