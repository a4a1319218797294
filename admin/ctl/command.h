// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QStringList>

#include <vector>

namespace gatehouse::ctl
{

/// The exit codes of design.md section 6.
enum Exit { Done = 0, AnswerIsNo = 1, CouldNot = 2 };

/// One call of a command: what stood behind its words, and where its answer goes.
struct Invocation {
    const QCommandLineParser &options;
    QStringList arguments; ///< without the words of the command
    const Console &console;
    bool mayBeExpired = false; ///< see Command

    /// --db, else GATEHOUSE_DB; empty when neither is there.
    QString databaseUrl() const;
};

/// One line of the table of commands. A command lives in a file of its own, which makes this value.
struct Command {
    QString words;     ///< "scan", "badge verify"
    QString arguments; ///< as usage shows them: "FILE..."
    QString summary;
    QList<QCommandLineOption> options; ///< besides those that every command has
    int least = 0;                     ///< arguments, at least
    int most = 0;                      ///< and at most; -1: any number
    bool mayBeExpired = false;         ///< may be used with a password that must be changed
    QString whenLost;                  ///< what to do when an answer that is given once could not be written
    bool draws = false;                ///< needs fonts, and so QGuiApplication (without a window)
    int (*run)(Invocation &) = nullptr;
};

const std::vector<Command> &commandTable();

// In the order of the table.
Command initCommand();
Command demoCommand();
Command scanCommand();
Command parseCommand();
Command badgeVerifyCommand();
Command logVerifyCommand();
Command logSearchCommand();
Command logExportCommand();
Command logCheckpointCommand();
Command staffListCommand();
Command staffInviteCommand();
Command staffCodeCommand();
Command staffActivateCommand();
Command staffEndCommand();
Command staffPasswordCommand();
Command stationListCommand();
Command stationEnrolCommand();
Command stationConfirmCommand();
Command stationRevokeCommand();
Command timeConfirmCommand();

} // namespace gatehouse::ctl
