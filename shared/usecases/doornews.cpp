// SPDX-License-Identifier: GPL-3.0-or-later
#include "doornews.h"

#include "confirmtime.h"
#include "security/keys.h"
#include "timeguard.h"

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
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

/// The entry for which nobody new is admitted before a manager has confirmed the time.
std::optional<DoubtfulEntry> datedAhead(const Workplace &workplace)
{
    const std::optional<NamedEntry> &latest = workplace.authority.latestEntry();
    const QDateTime now = workplace.clock.now();
    if (!latest || latest->action == action::timeConfirm || workplace.time.floor() <= now.addDuration(TimeGuard::tolerance))
        return std::nullopt;
    return DoubtfulEntry{*latest, DoubtfulEntry::Why::DatedAhead, now};
}

Result<std::vector<DoorSign>> doorsSeen(Transaction &transaction, const Workplace &workplace)
{
    std::vector<DoorSign> doors;
    for (const Station &station : workplace.authority.enrolledStations()) {
        if (station.kind != StationKind::Door)
            continue;
        GATEHOUSE_TRY_ASSIGN(const std::optional<QDateTime> seen, lastPulse(transaction, workplace, station.id));
        doors.push_back({station, seen.value_or(QDateTime()), workplace.authority.stationSignedAt(station.id)});
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

StationPulse signedPulse(const Workplace &workplace, const QDateTime &at)
{
    return {workplace.stationId(), at,
            security::sign(workplace.station.keys.secretKey,
                           security::pulseMessage(workplace.stationId().text(), at.toMSecsSinceEpoch()))};
}

Result<std::optional<QDateTime>> lastPulse(Transaction &transaction, const Workplace &workplace, const StationId &station)
{
    GATEHOUSE_TRY_ASSIGN(const std::optional<StationPulse> pulse, transaction.stations().pulse(station));
    if (!pulse || pulse->at > workplace.clock.now().addDuration(TimeGuard::tolerance) ||
        !security::verify(workplace.authority.stationKey(station),
                          security::pulseMessage(station.text(), pulse->at.toMSecsSinceEpoch()), pulse->signature))
        return std::optional<QDateTime>();
    return std::optional(pulse->at);
}

Result<DoorNews> doorNews(const Workplace &workplace, const StaffSession &session, qint64 after)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {Role::Guard, Role::Manager}));
    DoorNews news;
    news.upTo = workplace.authority.head().sequence;
    GATEHOUSE_TRY_ASSIGN(news.doors, doorsSeen(*transaction, workplace));
    GATEHOUSE_TRY_ASSIGN(news.astray, astrayNow(*transaction, workplace));
    const QDateTime oldest = workplace.clock.now().addSecs(-3600LL * lookBackHours);
    const auto isNews = [&](qint64 sequence, const QDateTime &at) {
        return sequence > after && (after >= 0 || !at.isValid() || at >= oldest);
    };
    for (const LedgerEntry &alarm : workplace.authority.alarms()) {
        if (!isNews(alarm.sequence, alarm.recorded))
            continue;
        news.alarms.push_back(alarm);
        GATEHOUSE_TRY(nameAlarm(*transaction, alarm, news));
    }
    for (const DoubtfulEntry &doubtful : workplace.authority.doubtful()) {
        if (isNews(doubtful.entry.sequence, doubtful.at))
            news.doubtful.push_back(doubtful);
    }
    if (const auto ahead = datedAhead(workplace); ahead && ahead->entry.sequence > after)
        news.doubtful.push_back(*ahead);
    const auto &planted = workplace.authority.unsignedEntries();
    const auto first = std::find_if(planted.begin(), planted.end(),
                                    [&](const UnsignedEntry &entry) { return isNews(entry.sequence, entry.before); });
    news.unsignedEntry = first == planted.end() ? 0 : first->sequence;
    return news;
}

} // namespace gatehouse::usecases
