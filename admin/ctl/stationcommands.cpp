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
    std::optional<QDateTime> seen;
};

Result<std::vector<StationLine>> stationLines(OpenSite &site)
{
    const auto workplace = site.workplace();
    GATEHOUSE_TRY_ASSIGN(auto transaction, usecases::beginRead(workplace));
    std::vector<StationLine> lines;
    for (const auto &station : workplace.authority.enrolledStations()) // as signed, whatever became of the row
        lines.push_back({station, true, {}});
    GATEHOUSE_TRY_ASSIGN(const auto rows, transaction->stations().all());
    for (const auto &row : rows) {
        if (workplace.authority.stationKey(row.id).isEmpty())
            lines.push_back({row, false, {}});
    }
    for (auto &line : lines) {
        GATEHOUSE_TRY_ASSIGN(line.seen, usecases::lastPulse(*transaction, workplace, line.station.id));
    }
    return lines;
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
        const auto seen = line.seen ? line.seen->toUTC().toString(Qt::ISODate) : QString();
        console.object({{QStringLiteral("station"), line.station.id.text()},
                        {QStringLiteral("name"), line.station.name},
                        {QStringLiteral("kind"), domain::stationKindName(line.station.kind)},
                        {QStringLiteral("enrolled"), line.enrolled},
                        {QStringLiteral("code"), usecases::stationCode(line.station.signPublicKey)},
                        {QStringLiteral("seen"), line.seen ? QJsonValue(seen) : QJsonValue()}});
        console.say(QStringLiteral("%1  %2  %3  %4  %5  %6")
                        .arg(line.station.id.text())
                        .arg(line.station.name, -10)
                        .arg(domain::stationKindName(line.station.kind), -6)
                        .arg(line.enrolled ? QStringLiteral("enrolled") : QStringLiteral("NOT enrolled"), -12)
                        .arg(line.seen ? seen : QStringLiteral("never seen"), -20)
                        .arg(usecases::stationCode(line.station.signPublicKey)));
    }
    return Done;
}

} // namespace

Command stationListCommand()
{
    Command command;
    command.words = QStringLiteral("station list");
    command.summary = QStringLiteral("List the stations and whether they are enrolled.");
    command.run = runStationList;
    return command;
}

} // namespace gatehouse::ctl
