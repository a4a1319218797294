// SPDX-License-Identifier: GPL-3.0-or-later
#include "opensite.h"

#include "usecases/doornews.h"
#include "usecases/stations.h"

namespace gatehouse::ctl
{

namespace
{

struct StationLine {
    domain::Station station;
    bool enrolled = false;
    std::optional<QDateTime> revoked;
    std::optional<QDateTime> seen;
};

/// When a manager ended it; nothing for a station that was never enrolled.
Result<std::optional<QDateTime>> revokedAt(domain::Transaction &transaction, const usecases::Authority &authority,
                                           const domain::StationId &station)
{
    const QString subject = domain::stationSubject(station);
    GATEHOUSE_TRY_ASSIGN(const auto entries, transaction.ledger().ofSubject(subject));
    if (!authority.isWholeTrail(subject, entries))
        return fail(ErrorCode::BadSignature, QStringLiteral("entries about the station"));
    for (const auto &entry : entries) {
        if (entry.action == domain::action::stationRevoke) // by a manager, else the ledger would not verify
            return entry.recorded;
    }
    return std::nullopt;
}

Result<std::vector<StationLine>> stationLines(OpenSite &site)
{
    const auto workplace = site.workplace();
    GATEHOUSE_TRY_ASSIGN(auto transaction, usecases::beginRead(workplace));
    std::vector<StationLine> lines;
    for (const auto &station : workplace.authority.enrolledStations()) // as signed, whatever became of the row
        lines.push_back({station, true, {}, {}});
    GATEHOUSE_TRY_ASSIGN(const auto rows, transaction->stations().all());
    for (const auto &row : rows) {
        if (!workplace.authority.stationKey(row.id).isEmpty())
            continue;
        GATEHOUSE_TRY_ASSIGN(const auto revoked, revokedAt(*transaction, workplace.authority, row.id));
        lines.push_back({row, false, revoked, {}});
    }
    for (auto &line : lines) {
        GATEHOUSE_TRY_ASSIGN(line.seen, usecases::lastPulse(*transaction, workplace, line.station.id));
    }
    return lines;
}

QString timeText(const std::optional<QDateTime> &time)
{
    return time ? time->toUTC().toString(Qt::ISODate) : QString();
}

QJsonValue timeValue(const std::optional<QDateTime> &time)
{
    return time ? QJsonValue(timeText(time)) : QJsonValue();
}

QString standing(const StationLine &line)
{
    if (line.revoked)
        return QStringLiteral("revoked ") + timeText(line.revoked);
    return line.enrolled ? QStringLiteral("enrolled") : QStringLiteral("NOT enrolled");
}

int runStationList(Invocation &invocation)
{
    const auto &console = invocation.console;
    auto site = OpenSite::open(invocation, true);
    if (!site)
        return console.failed(site.error(), QStringLiteral("database"));
    const auto lines = stationLines(**site);
    if (!lines)
        return console.failed(lines.error(), QStringLiteral("stations"));
    for (const auto &line : *lines) {
        console.object({{QStringLiteral("station"), line.station.id.text()},
                        {QStringLiteral("name"), line.station.name},
                        {QStringLiteral("kind"), domain::stationKindName(line.station.kind)},
                        {QStringLiteral("enrolled"), line.enrolled},
                        {QStringLiteral("revoked"), timeValue(line.revoked)},
                        {QStringLiteral("code"), usecases::stationCode(line.station.signPublicKey)},
                        {QStringLiteral("seen"), timeValue(line.seen)}});
        console.say(QStringLiteral("%1  %2  %3  %4  %5  %6")
                        .arg(line.station.id.text())
                        .arg(line.station.name, -10)
                        .arg(domain::stationKindName(line.station.kind), -6)
                        .arg(standing(line), -28)
                        .arg(line.seen ? timeText(line.seen) : QStringLiteral("never seen"), -20)
                        .arg(usecases::stationCode(line.station.signPublicKey)));
    }
    return Done;
}

} // namespace

Command stationListCommand()
{
    Command command;
    command.words = QStringLiteral("station list");
    command.summary = QStringLiteral("List the stations: which are enrolled, and which were revoked.");
    command.run = runStationList;
    return command;
}

} // namespace gatehouse::ctl
