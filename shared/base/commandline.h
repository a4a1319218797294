// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

class QCommandLineParser;

namespace gatehouse
{

/// Lets `parser` read `arguments` and says what is wrong with them, without a full stop; nothing when they are as they should
/// be, or ask for help. An option's value that is empty is missing, but for the options in `mayBeEmpty`: a shell's variable
/// that is not set would mean another place. `mostWords` besides options; -1: any number.
std::optional<QString> flawIn(QCommandLineParser &parser, const QStringList &arguments, qsizetype mostWords,
                              const QStringList &mayBeEmpty = {});

/// The flaw, and whose help tells more.
QString withHelp(const QString &flaw, const QString &command);

/// Says what is wrong on standard error and ends the program: it could not do it (2, see design.md section 6).
[[noreturn]] void refuseUsage(const QString &flaw);

/// For a program with windows that has options only: reads them before its application is made, which needs a display. Ends the
/// program after its usage or version, and when something is wrong with them. No application may be there before: once one
/// is gone, assistive technology does not see the windows of the next.
void readArguments(QCommandLineParser &parser, int argc, char *argv[], const QStringList &mayBeEmpty = {});

} // namespace gatehouse
