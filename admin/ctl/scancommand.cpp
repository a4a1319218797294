// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "scantext.h"

#include "vision/scanner.h"

#include <QElapsedTimer>

namespace gatehouse::ctl
{

namespace
{

QString scanTrouble(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return QStringLiteral("there is no such file, or it may not be read");
    case ErrorCode::Invalid:
        return error.detail.isEmpty() ? QStringLiteral("this is no image that can be read") : error.detail;
    default:
        return error.detail.isEmpty() ? errorName(error.code) : error.detail;
    }
}

int runScan(Invocation &invocation)
{
    scanning::Scanner scanner;
    int exit = Done;
    for (const auto &file : invocation.arguments) {
        QElapsedTimer timer;
        timer.start();
        const auto result = scanner.scanFile(file);
        scanner.forget(); // the next picture is another document
        if (result) {
            printScan(invocation.console, file, *result, static_cast<double>(timer.nsecsElapsed()) / 1e6);
            continue;
        }
        const auto trouble = scanTrouble(result.error());
        invocation.console.object({{QStringLiteral("file"), file}, {QStringLiteral("error"), trouble}});
        invocation.console.note(QStringLiteral("gatehousectl: %1: %2").arg(file, trouble));
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
