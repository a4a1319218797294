// SPDX-License-Identifier: GPL-3.0-or-later
#include "doornews.h"

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
constexpr int lookBack = 2000; // entries
constexpr int lookBackHours = 12;

/// Where it was raised and whom it is about, for the sentence.
Result<void> nameAlarm(Transaction &transaction, const LedgerEntry &alarm, DoorNews &news)
{
    const StationId id = stationOf(alarm.actor).value_or(StationId());
    GATEHOUSE_TRY_ASSIGN(const std::optional<Station> station, transaction.stations().byId(id));
    if (station)
        news.stations[id] = station->name;
    const auto visit = visitOf(alarm.subject);
    if (!visit)
        return {};
    GATEHOUSE_TRY_ASSIGN(const std::optional<Visit> row, transaction.visits().byId(*visit));
    if (row)
        news.visits[*visit] = row->number;
    return {};
}

Result<std::vector<DoorSign>> doorsSeen(Transaction &transaction, const Workplace &workplace)
{
    std::vector<DoorSign> doors;
    for (const Station &station : workplace.authority.enrolledStations()) {
        if (station.kind != StationKind::Door)
            continue;
        GATEHOUSE_TRY_ASSIGN(const std::optional<QDateTime> seen, transaction.stations().seen(station.id));
        if (seen)
            doors.push_back({station, *seen});
    }
    return doors;
}

Result<std::vector<std::pair<ZoneId, int>>> astrayNow(Transaction &transaction, const Workplace &workplace)
{
    std::vector<std::pair<ZoneId, int>> astray;
    GATEHOUSE_TRY_ASSIGN(const std::vector<Zone> zones, siteZones(transaction, workplace));
    for (const Zone &zone : zones) {
        const auto visitors = workplace.authority.escorts().astray(zone.id, workplace.clock.now());
        if (!visitors.empty())
            astray.emplace_back(zone.id, static_cast<int>(visitors.size()));
    }
    return astray;
}
} // namespace

Result<DoorNews> doorNews(const Workplace &workplace, const StaffSession &session, qint64 after)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {Role::Guard, Role::Manager}));
    DoorNews news;
    news.upTo = workplace.authority.head().sequence;
    GATEHOUSE_TRY_ASSIGN(news.doors, doorsSeen(*transaction, workplace));
    GATEHOUSE_TRY_ASSIGN(news.astray, astrayNow(*transaction, workplace));
    const bool first = after < 0;
    if (!first && after >= news.upTo)
        return news;
    const qint64 from = first ? std::max<qint64>(0, news.upTo - lookBack) : after;
    GATEHOUSE_TRY_ASSIGN(const std::vector<LedgerEntry> entries, transaction->ledger().after(from, lookBack));
    const QDateTime oldest = workplace.clock.now().addSecs(-3600LL * lookBackHours);
    for (const LedgerEntry &entry : entries) {
        if (!workplace.authority.verified(entry)) { // its time is whatever its writer wanted
            news.unsignedEntry = news.unsignedEntry == 0 ? entry.sequence : news.unsignedEntry;
            continue;
        }
        if (entry.action != action::alarm || !stationOf(entry.actor) || (first && entry.recorded < oldest))
            continue;
        news.alarms.push_back(entry);
        GATEHOUSE_TRY(nameAlarm(*transaction, entry, news));
    }
    if (!entries.empty())
        news.upTo = entries.back().sequence;
    return news;
}

} // namespace gatehouse::usecases
