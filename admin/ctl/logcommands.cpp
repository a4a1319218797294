// SPDX-License-Identifier: GPL-3.0-or-later
#include "opensite.h"

#include "domain/presencebook.h"
#include "security/keys.h"
#include "usecases/exportfile.h"

#include <QJsonArray>

namespace gatehouse::ctl
{

namespace
{

constexpr int mostRows = 1'000'000;
constexpr qsizetype mostNamed = 20; ///< in a note

QString textOf(const std::optional<QDateTime> &time)
{
    return time ? time->toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")) : QStringLiteral("-");
}

QJsonValue jsonOf(const std::optional<QDateTime> &time)
{
    return time ? QJsonValue(time->toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

Result<usecases::LedgerReport> checkLedger(OpenSite &site)
{
    return usecases::verifyLedger(site.store(), site.station().rootFingerprint, site.clock());
}

/// "V-12 (state: approved in its row, denied by the signed entries; decided-by)"
QString sentenceOf(const usecases::VisitDifference &visit)
{
    QStringList what = visit.what;
    const auto state = what.indexOf(QStringLiteral("state"));
    if (state >= 0)
        what[state] = QStringLiteral("state: %1 in its row, %2 by the signed entries")
                          .arg(domain::visitStateName(visit.recorded), domain::visitStateName(visit.proven));
    return QStringLiteral("%1 (%2)").arg(domain::visitLabel(visit.number), what.join(QStringLiteral("; ")));
}

QJsonObject toObject(const usecases::VisitDifference &visit)
{
    return {{QStringLiteral("number"), domain::visitLabel(visit.number)},
            {QStringLiteral("visit"), visit.visit.text()},
            {QStringLiteral("recorded"), domain::visitStateName(visit.recorded)},
            {QStringLiteral("proven"), domain::visitStateName(visit.proven)},
            {QStringLiteral("differs"), QJsonArray::fromStringList(visit.what)}};
}

QJsonArray toArray(const std::vector<usecases::NamedEntry> &entries)
{
    QJsonArray array;
    for (const auto &entry : entries)
        array.append(QJsonObject{{QStringLiteral("entry"), entry.sequence},
                                 {QStringLiteral("action"), entry.action},
                                 {QStringLiteral("actor"), entry.actor},
                                 {QStringLiteral("by"), entry.by}});
    return array;
}

QJsonObject toObject(const usecases::LedgerReport &report)
{
    QJsonObject object{{QStringLiteral("valid"), report.isSound()},
                       {QStringLiteral("entries"), report.entries},
                       {QStringLiteral("head"), QString::fromLatin1(report.headHash.toHex())}};
    if (report.firstBad != 0) {
        object.insert(QStringLiteral("firstBad"), report.firstBad);
        object.insert(QStringLiteral("problem"), report.problem);
    }
    if (!report.planted.isEmpty())
        object.insert(QStringLiteral("plantedCode"), QJsonArray::fromStringList(report.planted));
    if (!report.replaced.isEmpty())
        object.insert(QStringLiteral("replacedKeys"), QJsonArray::fromStringList(report.replaced));
    QJsonArray visits;
    for (const auto &visit : report.differing)
        visits.append(toObject(visit));
    if (!visits.isEmpty())
        object.insert(QStringLiteral("changedVisits"), visits);
    if (!report.uncertified.isEmpty())
        object.insert(QStringLiteral("notCertified"), QJsonArray::fromStringList(report.uncertified));
    if (!report.definitions.isEmpty())
        object.insert(QStringLiteral("changedDefinitions"), QJsonArray::fromStringList(report.definitions));
    if (!report.badges.isEmpty())
        object.insert(QStringLiteral("changedBadges"), QJsonArray::fromStringList(report.badges));
    if (!report.unfounded.empty())
        object.insert(QStringLiteral("withoutStanding"), toArray(report.unfounded));
    if (!report.datedBack.empty())
        object.insert(QStringLiteral("datedBack"), toArray(report.datedBack));
    if (!report.datedAhead.empty())
        object.insert(QStringLiteral("datedAhead"), toArray(report.datedAhead));
    return object;
}

void sayEntries(const Console &console, const std::vector<usecases::NamedEntry> &entries)
{
    for (const auto &entry : entries)
        console.say(QStringLiteral("  entry %1: %2 by %3")
                        .arg(QString::number(entry.sequence), entry.action, entry.by.isEmpty() ? entry.actor : entry.by));
}

/// Each kind of row that differs from the entries has a sentence, and entries without standing.
void sayDifferences(const Console &console, const usecases::LedgerReport &report)
{
    const QString lead =
        report.firstBad == 0 ? QStringLiteral("The ledger's entries verify, but ") : QStringLiteral("By those that verify, ");
    if (!report.planted.isEmpty())
        console.say(QStringLiteral("Triggers, views, tables or indexes were PLANTED in the database, which can swallow or "
                                   "change what is written; Gatehouse writes nothing until they are gone: %1")
                        .arg(report.planted.join(QStringLiteral(", "))));
    if (!report.replaced.isEmpty())
        console.say(lead + QStringLiteral("keys in the database were REPLACED; they are not used: %1")
                               .arg(report.replaced.join(QStringLiteral(", "))));
    if (!report.uncertified.isEmpty())
        console.say(lead + QStringLiteral("staff rows were CHANGED and are not as a manager certified; "
                                          "they give no right: staff number %1")
                               .arg(report.uncertified.join(QStringLiteral(", "))));
    if (!report.definitions.isEmpty())
        console.say(lead + QStringLiteral("rows were CHANGED or are missing that a manager signed: %1")
                               .arg(report.definitions.join(QStringLiteral(", "))));
    if (!report.badges.isEmpty())
        console.say(lead + QStringLiteral("rows of badges were CHANGED by hand or are missing; doors and desks go by what was "
                                          "signed: serial %1")
                               .arg(report.badges.join(QStringLiteral(", "))));
    if (!report.differing.empty())
        console.say(lead + QStringLiteral("records of visits were CHANGED by hand: nobody signed for what "
                                          "these %1 say.")
                               .arg(report.differing.size()));
    for (const auto &visit : report.differing)
        console.say(QStringLiteral("  ") + sentenceOf(visit));
    if (!report.unfounded.empty())
        console.say(lead + QStringLiteral("%1 of them count for nothing, because who signed them may not say so:")
                               .arg(report.unfounded.size()));
    sayEntries(console, report.unfounded);
}

/// What a wrong clock does too.
void sayTimes(const Console &console, const usecases::LedgerReport &report)
{
    if (!report.datedBack.empty())
        console.say(QStringLiteral("By its own word this was written earlier than what stands ahead of it; duties were asked "
                                   "for where it stands:"));
    sayEntries(console, report.datedBack);
    if (!report.datedAhead.empty())
        console.say(QStringLiteral("By its own word this was written later than what follows it, or is still to come:"));
    sayEntries(console, report.datedAhead);
    if (report.waitsForTime)
        console.say(QStringLiteral("Nobody new is admitted until a manager has confirmed the time."));
}

int runVerify(Invocation &invocation)
{
    const auto &console = invocation.console;
    auto site = OpenSite::open(invocation, true);
    if (!site)
        return console.failed(site.error(), QStringLiteral("database"));
    const auto report = checkLedger(**site);
    if (!report)
        return console.failed(report.error(), QStringLiteral("ledger"));
    console.object(toObject(*report));
    if (report->isSound())
        console.say(QStringLiteral("The ledger is sound: %1 entries, head %2")
                        .arg(report->entries)
                        .arg(QString::fromLatin1(report->headHash.toHex())));
    else if (report->firstBad != 0)
        console.say(QStringLiteral("The ledger is NOT sound: entry %1 is the first that does not verify (%2).")
                        .arg(report->firstBad)
                        .arg(report->problem));
    sayDifferences(console, *report);
    sayTimes(console, *report);
    return report->isSound() ? Done : AnswerIsNo;
}

/// A statement of this station about the head that it saw; anybody can check it later with the station's public key.
int runCheckpoint(Invocation &invocation)
{
    const auto &console = invocation.console;
    auto site = OpenSite::open(invocation, true);
    if (!site)
        return console.failed(site.error(), QStringLiteral("database"));
    const auto report = checkLedger(**site);
    if (!report)
        return console.failed(report.error(), QStringLiteral("ledger"));
    if (report->firstBad != 0)
        return console.failed(report->firstBad == 1
                                  ? Error{ErrorCode::Untrusted, report->problem} // of another site, or no site at all
                                  : Error{ErrorCode::BadSignature, QStringLiteral("entry %1").arg(report->firstBad)},
                              QStringLiteral("ledger"));
    if (const auto right = usecases::requireTime((*site)->workplace()); !right)
        return console.failed(right.error(), QStringLiteral("log checkpoint")); // it would sign a time that is not so
    const auto &station = (*site)->station();
    const auto time = (*site)->clock().now().toString(Qt::ISODateWithMs);
    const auto head = QString::fromLatin1(report->headHash.toHex());
    const auto site8 = QString::fromLatin1(station.rootFingerprint.toHex());
    const auto text = QStringLiteral("gatehouse-checkpoint-1\n%1\n%2\n%3\n%4\n%5\n")
                          .arg(site8, QString::number(report->entries), head, time, station.stationId)
                          .toUtf8();
    const auto signature = QString::fromLatin1(security::sign(station.keys.secretKey, text).toHex());
    console.object({{QStringLiteral("site"), site8},
                    {QStringLiteral("sequence"), report->entries},
                    {QStringLiteral("head"), head},
                    {QStringLiteral("time"), time},
                    {QStringLiteral("station"), station.stationId},
                    {QStringLiteral("key"), QString::fromLatin1(station.keys.publicKey.toHex())},
                    {QStringLiteral("signature"), signature}});
    console.lines(QString::fromUtf8(text) + signature);
    return Done;
}

QJsonObject toObject(const usecases::VisitRow &row)
{
    QJsonArray zones;
    for (const auto &zone : row.visit.zones)
        zones.append(zone.key);
    QJsonObject object{{QStringLiteral("number"), domain::visitLabel(row.visit.number)},
                       {QStringLiteral("visit"), row.visit.id.text()},
                       {QStringLiteral("state"), domain::visitStateName(row.visit.state)},
                       {QStringLiteral("name"), row.name},
                       {QStringLiteral("company"), row.company},
                       {QStringLiteral("host"), row.hostName},
                       {QStringLiteral("purpose"), row.visit.purpose.key},
                       {QStringLiteral("zones"), zones},
                       {QStringLiteral("authorisedBy"), row.authorisedByName()},
                       {QStringLiteral("arrived"), jsonOf(row.visit.requestedAt)},
                       {QStringLiteral("entered"), jsonOf(row.visit.enteredAt)},
                       {QStringLiteral("left"), jsonOf(row.visit.leftAt)}};
    if (row.badgeSerial)
        object.insert(QStringLiteral("badge"), domain::serialText(*row.badgeSerial));
    if (row.leftBeforeEntering())
        object.insert(QStringLiteral("clockWrong"), true);
    return object;
}

Result<std::vector<usecases::VisitRow>> search(const Invocation &invocation, OpenSite &site,
                                               const usecases::StaffSession &session, int limit)
{
    usecases::CardIndex cards;
    usecases::LogSearch wanted;
    wanted.text = invocation.arguments.join(QLatin1Char(' '));
    wanted.limit = limit;
    return usecases::searchLog(site.workplace(), session, cards, wanted);
}

/// A name that is not shown says why: silence would look like a visitor without one.
void noteUnopened(const Console &console, const std::vector<usecases::VisitRow> &rows)
{
    QStringList labels;
    for (const auto &row : rows) {
        if (row.name.isEmpty() && row.visit.documentKind != QLatin1String("none")) // who does not enter gives no name
            labels << domain::visitLabel(row.visit.number);
    }
    if (labels.isEmpty())
        return;
    const auto shown = labels.mid(0, mostNamed).join(QStringLiteral(", "));
    console.note(
        QStringLiteral("gatehousectl: name and company of %1 visit(s) cannot be opened: sealed for others than this account, "
                       "or changed by hand (%2)")
            .arg(labels.size())
            .arg(labels.size() > mostNamed ? shown + QStringLiteral(", ...") : shown));
}

void noteWrongClocks(const Console &console, const std::vector<usecases::VisitRow> &rows)
{
    QStringList labels;
    for (const auto &row : rows) {
        if (row.leftBeforeEntering())
            labels << domain::visitLabel(row.visit.number);
    }
    if (!labels.isEmpty())
        console.note(
            QStringLiteral("gatehousectl: a station's clock was wrong when somebody left, whose time is before that of "
                           "entering (%1)")
                .arg(labels.join(QStringLiteral(", "))));
}

/// What a search could only take as something that nobody meant.
Result<void> checkQuery(const QStringList &words)
{
    const auto all = words.join(QLatin1Char(' ')).simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (all.contains(QStringLiteral("host:"), Qt::CaseInsensitive))
        return fail(ErrorCode::Invalid, QStringLiteral("host: needs a name without a space, as host:LI"));
    return usecases::requireDates(words.join(QLatin1Char(' ')));
}

int runSearch(Invocation &invocation)
{
    if (const auto query = checkQuery(invocation.arguments); !query)
        return invocation.console.failed(query.error(), QStringLiteral("log"));
    return withSession(invocation, [&](OpenSite &site, usecases::StaffSession &session, SecretSource &) -> int {
        const auto &console = invocation.console;
        bool isNumber = false;
        const int limit = invocation.options.value(QStringLiteral("limit")).toInt(&isNumber);
        if (!isNumber || limit < 1 || limit > mostRows)
            return console.failed({ErrorCode::Invalid, QStringLiteral("--limit is a number from 1 to %1").arg(mostRows)},
                                  QStringLiteral("log"));
        auto rows = search(invocation, site, session, limit + 1); // one more, to know whether there are more
        if (!rows)
            return console.failed(rows.error(), QStringLiteral("log"));
        const bool more = static_cast<int>(rows->size()) > limit;
        if (more)
            rows->erase(rows->begin() + limit, rows->end());
        for (const auto &row : *rows) {
            console.object(toObject(row));
            console.say(QStringLiteral("%1  %2  %3  %4  %5 / %6  %7")
                            .arg(domain::visitLabel(row.visit.number), -8)
                            .arg(textOf(row.visit.requestedAt), textOf(row.visit.enteredAt), textOf(row.visit.leftAt), row.name,
                                 row.company, domain::visitStateName(row.visit.state)));
        }
        noteUnopened(console, *rows);
        noteWrongClocks(console, *rows);
        if (more)
            console.note(QStringLiteral("gatehousectl: there are more than these %1 visits; --limit N shows N").arg(limit));
        if (rows->empty())
            console.note(QStringLiteral("gatehousectl: nothing in the log matches"));
        return rows->empty() ? AnswerIsNo : Done;
    });
}

/// The path, and what to do about it.
int fileRefused(const Console &console, const QString &path, const Error &error)
{
    const auto advice = error.detail == usecases::fileThere
                            ? QStringLiteral("%1 is there already; name another file with --out")
                            : QStringLiteral("%1 cannot be written; see that its folder is there and has room");
    return console.failed({error.code, advice.arg(path)}, QStringLiteral("export"));
}

int runExport(Invocation &invocation)
{
    const auto path = invocation.options.value(QStringLiteral("out"));
    if (const auto isNew = path.isEmpty() ? Result<void>() : usecases::requireNewFile(path); !isNew)
        return fileRefused(invocation.console, path, isNew.error());
    if (const auto query = checkQuery(invocation.arguments); !query)
        return invocation.console.failed(query.error(), QStringLiteral("log"));
    return withSession(invocation, [&](OpenSite &site, usecases::StaffSession &session, SecretSource &) -> int {
        const auto &console = invocation.console;
        const auto rows = search(invocation, site, session, mostRows);
        if (!rows)
            return console.failed(rows.error(), QStringLiteral("log"));
        const auto csv = usecases::exportCsv(site.workplace(), session, usecases::visitsByKey(*rows));
        if (!csv)
            return console.failed(csv.error(), QStringLiteral("export"));
        if (path.isEmpty()) {
            console.bytes(*csv);
            return Done;
        }
        if (const auto written = usecases::writeNewFile(path, *csv); !written)
            return fileRefused(console, path, written.error());
        console.object({{QStringLiteral("file"), path}, {QStringLiteral("rows"), static_cast<int>(rows->size())}});
        console.say(QStringLiteral("%1 visits in %2").arg(rows->size()).arg(path));
        return Done;
    });
}

Command logCommand(const QString &words, const QString &arguments, const QString &summary, int most, int (*run)(Invocation &))
{
    Command command;
    command.words = words;
    command.arguments = arguments;
    command.summary = summary;
    command.most = most;
    command.run = run;
    return command;
}

} // namespace

Command logVerifyCommand()
{
    return logCommand(QStringLiteral("log verify"), {},
                      QStringLiteral("Check the whole ledger (names the first bad entry) and what the records say against it."),
                      0, runVerify);
}

Command logCheckpointCommand()
{
    return logCommand(QStringLiteral("log checkpoint"), {}, QStringLiteral("Sign what the ledger's head is now."), 0,
                      runCheckpoint);
}

Command logSearchCommand()
{
    auto command = logCommand(QStringLiteral("log search"), QStringLiteral("--as NUMBER QUERY..."),
                              QStringLiteral("Find visits: names (pinyin too), dates, today, V-12, zones, states, host:NAME."),
                              -1, runSearch);
    command.options = {signInOption(),
                       {QStringLiteral("limit"), QStringLiteral("Show so many visits at most; 500 without it."),
                        QStringLiteral("N"), QStringLiteral("500")}};
    return command;
}

Command logExportCommand()
{
    auto command = logCommand(QStringLiteral("log export"), QStringLiteral("--as NUMBER [QUERY...]"),
                              QStringLiteral("Write the visits that match as CSV; the export is logged."), -1, runExport);
    command.options = {signInOption(),
                       {QStringLiteral("out"),
                        QStringLiteral("Write here, a new file (mode 0600), instead of standard output."),
                        QStringLiteral("FILE")}};
    return command;
}

} // namespace gatehouse::ctl
