// SPDX-License-Identifier: GPL-3.0-or-later
#include "scantext.h"

#include <QtMath>

namespace gatehouse::ctl
{

void printScan(const Console &console, const QString &file, const scanning::ScanResult &result, double elapsedMs)
{
    auto object = scanning::toJson(result);
    object.insert(QStringLiteral("file"), file);
    object.insert(QStringLiteral("elapsedMs"), qRound64(elapsedMs * 100) / 100.0);
    console.object(object);

    console.say(QStringLiteral("%1: %2%3")
                    .arg(file, scanning::kindName(result.kind),
                         result.kind == scanning::Kind::None ? QString()
                         : result.valid                      ? QStringLiteral(", valid")
                                                             : QStringLiteral(", not valid")));
    for (const auto &field : result.fields)
        console.say(QStringLiteral("  %1  %2").arg(field.name.leftJustified(16), field.value));
    for (const auto &check : result.checks) {
        if (!check.holds)
            console.say(QStringLiteral("  check fails: %1").arg(check.name));
    }
}

} // namespace gatehouse::ctl
