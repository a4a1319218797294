// SPDX-License-Identifier: GPL-3.0-or-later
#include "scantext.h"

#include "parsing/documentkind.h"

#include <QJsonArray>
#include <QtMath>

namespace gatehouse::ctl
{

namespace
{

/// What it is and whether it holds. The French card was read by its checks although it is none of the kinds.
QString verdictOn(const scanning::ScanResult &result)
{
    if (result.kind != scanning::Kind::None)
        return scanning::kindName(result.kind) + (result.valid ? QStringLiteral(", valid") : QStringLiteral(", not valid"));
    return scanning::isOldFrenchCard(result) ? QStringLiteral("old French identity card, not one of the kinds")
                                             : scanning::kindName(result.kind);
}

} // namespace

void printScan(const Console &console, const QString &file, const scanning::ScanResult &result, double elapsedMs)
{
    auto object = scanning::toJson(result);
    object.insert(QStringLiteral("file"), file);
    object.insert(QStringLiteral("elapsedMs"), qRound64(elapsedMs * 100) / 100.0);
    // A name has no check digit that could fail: what a person must still confirm is said beside the fields.
    QJsonArray unsure;
    for (const auto &field : result.fields) {
        if (field.trust == scanning::Trust::Unsure)
            unsure.append(field.name);
    }
    if (!unsure.isEmpty())
        object.insert(QStringLiteral("unsure"), unsure);
    console.object(object);

    console.say(QStringLiteral("%1: %2").arg(file, verdictOn(result)));
    for (const auto &field : result.fields) {
        const bool doubtful = field.trust == scanning::Trust::Unsure;
        console.say(QStringLiteral("  %1  %2%3")
                        .arg(field.name.leftJustified(16), field.value,
                             doubtful ? QStringLiteral("  (unsure: please compare)") : QString()));
    }
    for (const auto &check : result.checks) {
        if (!check.holds)
            console.say(QStringLiteral("  check fails: %1").arg(check.name));
    }
}

void printTrouble(const Console &console, const QString &file, const QString &trouble)
{
    console.object({{QStringLiteral("file"), file}, {QStringLiteral("error"), trouble}});
    console.note(QStringLiteral("gatehousectl: %1: %2").arg(file, trouble));
}

} // namespace gatehouse::ctl
