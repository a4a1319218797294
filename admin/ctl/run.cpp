// SPDX-License-Identifier: GPL-3.0-or-later
#include "run.h"

#include "command.h"

#include "base/commandline.h"
#include "base/logging.h"
#include "security/securebytes.h"

#include <QGuiApplication>
#include <QLoggingCategory>

#include <algorithm>
#include <memory>

namespace gatehouse::ctl
{

namespace
{

QList<QCommandLineOption> commonOptions()
{
    return {{{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Say how the command is used.")},
            {QStringLiteral("version"), QStringLiteral("Say which version this is.")},
            {QStringLiteral("json"), QStringLiteral("Answer with JSON, one object a line.")},
            {QStringLiteral("db"), QStringLiteral("The database, sqlite:PATH; without it GATEHOUSE_DB decides."),
             QStringLiteral("URL")},
            {QStringLiteral("password-fd"),
             QStringLiteral("Read secrets from this file descriptor, one a line, instead of the terminal."),
             QStringLiteral("N")}};
}

/// All options of all commands, to tell arguments from values of options before the command is known.
QStringList positionalArguments(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions(commonOptions());
    QStringList known;
    for (const auto &command : commandTable()) {
        for (const auto &option : command.options) {
            if (!known.contains(option.names().first())) {
                known += option.names().first();
                parser.addOption(option);
            }
        }
    }
    parser.parse(arguments);
    return parser.positionalArguments();
}

const Command *findCommand(const QStringList &positional)
{
    const auto &table = commandTable();
    const auto found = std::find_if(table.begin(), table.end(), [&](const Command &command) {
        const auto words = command.words.split(QLatin1Char(' '));
        return positional.mid(0, words.size()) == words;
    });
    return found == table.end() ? nullptr : &*found;
}

QString commandLines(const QString &group = {})
{
    QString text;
    for (const auto &command : commandTable()) {
        if (!command.words.startsWith(group))
            continue;
        const auto line = QStringLiteral("  %1 %2").arg(command.words, command.arguments).trimmed();
        text += QStringLiteral("  %1  %2\n").arg(line.leftJustified(34), command.summary);
    }
    return text;
}

/// What begins the words of several commands: "log", "staff".
bool isGroup(const QStringList &positional)
{
    return positional.size() == 1 && !commandLines(positional.first() + QLatin1Char(' ')).isEmpty();
}

QString groupOverview(const QString &group)
{
    return QStringLiteral(
               "usage: gatehousectl %1 COMMAND [--db URL] [--json]\n\n%2\n'gatehousectl %1 COMMAND --help' says more.")
        .arg(group, commandLines(group + QLatin1Char(' ')));
}

QString overview()
{
    QString text = QStringLiteral(
        "gatehousectl: the front desk's tool without a window\n\nusage: gatehousectl COMMAND [--db URL] [--json]\n\n");
    text += commandLines();
    return text + QStringLiteral(
                      "\n'gatehousectl COMMAND --help' says more. Exit codes: 0 done, 1 the answer is no, 2 could not do it.");
}

QString usageOf(const Command &command)
{
    QString text = QStringLiteral("usage: gatehousectl %1 %2\n\n%3\n\n").arg(command.words, command.arguments, command.summary);
    for (const auto &option : commonOptions() + command.options) {
        QString names;
        for (const auto &name : option.names())
            names += (names.isEmpty() ? QString() : QStringLiteral(", ")) +
                     (name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--")) + name;
        if (!option.valueName().isEmpty())
            names += QLatin1Char(' ') + option.valueName();
        text += QStringLiteral("  %1  %2\n").arg(names.leftJustified(26), option.description());
    }
    return text.trimmed();
}

/// `words`: of the command or group whose help tells more.
int refuse(const QString &what, const QString &words, bool json)
{
    const auto message = withHelp(what, QStringLiteral("gatehousectl %1").arg(words).trimmed());
    const Console console(json);
    console.note(QStringLiteral("gatehousectl: ") + message);
    console.object({{QStringLiteral("error"), errorName(ErrorCode::Invalid)}, {QStringLiteral("message"), message}});
    return CouldNot;
}

/// The exit code of what was done, unless its answer did not arrive.
int answered(const Console &console, int exit, const QString &whenLost = {})
{
    if (console.lost().isEmpty())
        return exit;
    console.note(QStringLiteral("gatehousectl: the answer could not be written: %1%2")
                     .arg(console.lost(), whenLost.isEmpty() ? QString() : QStringLiteral("; ") + whenLost));
    return CouldNot;
}

int tell(const QString &text)
{
    const Console console(false);
    console.lines(text);
    return answered(console, Done);
}

/// No memory for a password is the only thing that should be thrown, and nothing to die of.
int tried(const Console &console, const Command &command, Invocation &invocation)
{
    try {
        return command.run(invocation);
    } catch (const std::exception &thrown) {
        return console.failed({ErrorCode::Internal, QString::fromLatin1(thrown.what())}, command.words);
    }
}

int runCommand(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions(commonOptions());
    parser.addOptions(command.options);
    const bool json = arguments.contains(QStringLiteral("--json")); // asked for even where the rest cannot be understood
    const auto words = command.words.count(QLatin1Char(' ')) + 1;
    if (const auto flaw = flawIn(parser, arguments, command.most < 0 ? -1 : command.most + words))
        return refuse(*flaw, command.words, json);
    if (parser.isSet(QStringLiteral("help")))
        return tell(usageOf(command));
    const auto positional = parser.positionalArguments().mid(words);
    if (positional.size() < command.least)
        return refuse(QStringLiteral("'%1' needs %2").arg(command.words, command.arguments), command.words, json);

    const Console console(parser.isSet(QStringLiteral("json")));
    Invocation invocation{parser, positional, console, command.mayBeExpired};
    const int exit = tried(console, command, invocation);
    return answered(console, exit, command.whenLost);
}

std::unique_ptr<QCoreApplication> makeApplication(bool draws, int &argc, char **argv)
{
    if (!draws)
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen"); // draws into files only: there may be no display
    // Qt looks for a folder of the session here, which a service's or another user's shell has not; nothing is put into it.
    QLoggingCategory::setFilterRules(QStringLiteral("default.warning=false"));
    auto application = std::make_unique<QGuiApplication>(argc, argv);
    QLoggingCategory::setFilterRules({});
    return application;
}

} // namespace

QString Invocation::databaseUrl() const
{
    const auto given = options.value(QStringLiteral("db"));
    return given.isEmpty() ? qEnvironmentVariable("GATEHOUSE_DB") : given;
}

int run(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    const auto positional = positionalArguments(arguments);
    const auto *command = findCommand(positional);
    const auto application = makeApplication(command && command->draws, argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("gatehousectl"));
    setUpLogging();
    // What is wrong with a picture is told in one sentence of our own; and a tool says what was asked, and what is wrong.
    QLoggingCategory::setFilterRules(QStringLiteral("qt.gui.imageio*=false\ngatehouse.*.info=false"));
    const bool json = arguments.contains(QStringLiteral("--json"));
    const bool help = arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h"));
    if (!security::startSecurity())
        return refuse(QStringLiteral("the system gives no random bytes"), {}, json);

    if (command)
        return runCommand(*command, arguments);
    if (arguments.contains(QStringLiteral("--version")))
        return tell(QStringLiteral("gatehousectl " GATEHOUSE_VERSION));
    if (help && (positional.isEmpty() || isGroup(positional)))
        return tell(positional.isEmpty() ? overview() : groupOverview(positional.first()));
    if (positional.isEmpty()) {
        Console(false).note(overview());
        return CouldNot;
    }
    if (isGroup(positional))
        return refuse(QStringLiteral("'%1' needs one of its commands").arg(positional.first()), positional.first(), json);
    return refuse(QStringLiteral("there is no command '%1'").arg(positional.mid(0, 2).join(QLatin1Char(' '))), {}, json);
}

} // namespace gatehouse::ctl
