// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

namespace gatehouse::test
{

/// What one call of gatehousectl gave.
struct ToolRun {
    int exit = -1;
    QByteArray out;
    QByteArray err;

    /// The objects on standard output, one a line; an empty object for a line that is none.
    QList<QJsonObject> objects() const
    {
        QList<QJsonObject> found;
        for (const auto &line : out.split('\n')) {
            if (!line.isEmpty())
                found += QJsonDocument::fromJson(line).object();
        }
        return found;
    }
};

inline ToolRun runTool(const QStringList &arguments, const QByteArray &input = {},
                       const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment())
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(GATEHOUSECTL), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace gatehouse::test
