// SPDX-License-Identifier: GPL-3.0-or-later
#include "stationrows.h"

#include "storage/connection.h"

namespace gatehouse::storage
{

using namespace domain;

namespace
{
const QString stationColumns = QStringLiteral("id, name, kind, sign_public_key, revoked");

Result<Station> stationFromRow(const Row &row)
{
    const auto kind = stationKindFromName(row.text(2));
    const auto id = row.id<StationId>(0);
    if (id.isNull() || !kind)
        return unreadable("station");
    return Station{id, row.text(1), *kind, row.bytes(3), row.flag(4)};
}
} // namespace

Result<void> StationRows::save(const Station &station)
{
    GATEHOUSE_TRY(m_connection.execute(
        QStringLiteral("INSERT INTO station (%1) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
                       "kind = excluded.kind, sign_public_key = excluded.sign_public_key, revoked = excluded.revoked")
            .arg(stationColumns),
        boundAll(station.id, station.name, stationKindName(station.kind), station.signPublicKey, station.revoked)));
    return {};
}

Result<std::optional<Station>> StationRows::byId(const StationId &id)
{
    return m_connection.one<Station>(QStringLiteral("SELECT %1 FROM station WHERE id = ?").arg(stationColumns), boundAll(id),
                                     stationFromRow);
}

Result<std::vector<Station>> StationRows::all()
{
    return m_connection.all<Station>(QStringLiteral("SELECT %1 FROM station ORDER BY name, id").arg(stationColumns), {},
                                     stationFromRow);
}

Result<void> StationRows::saveBoot(const StationBoot &boot)
{
    GATEHOUSE_TRY(m_connection.execute(
        QStringLiteral("INSERT INTO station_boot (station, boot_public_key, signature, since) VALUES (?, ?, ?, ?) "
                       "ON CONFLICT (station) DO UPDATE SET boot_public_key = excluded.boot_public_key, "
                       "signature = excluded.signature, since = excluded.since"),
        boundAll(boot.station, boot.bootPublicKey, boot.signature, boot.since)));
    return {};
}

Result<std::optional<StationBoot>> StationRows::boot(const StationId &id)
{
    return m_connection.one<StationBoot>(
        QStringLiteral("SELECT boot_public_key, signature, since FROM station_boot WHERE station = ?"), boundAll(id),
        [&id](const Row &row) {
            return Result<StationBoot>(StationBoot{id, row.bytes(0), row.bytes(1), row.time(2)});
        });
}

Result<void> StationRows::savePulse(const StationPulse &pulse)
{
    GATEHOUSE_TRY(m_connection.execute(
        QStringLiteral("INSERT INTO station_pulse (station, at, signature) VALUES (?, ?, ?) "
                       "ON CONFLICT (station) DO UPDATE SET at = excluded.at, signature = excluded.signature"),
        boundAll(pulse.station, pulse.at, pulse.signature)));
    return {};
}

Result<std::optional<StationPulse>> StationRows::pulse(const StationId &id)
{
    return m_connection.one<StationPulse>(QStringLiteral("SELECT at, signature FROM station_pulse WHERE station = ?"),
                                          boundAll(id), [&id](const Row &row) {
                                              return Result<StationPulse>(StationPulse{id, row.time(0), row.bytes(1)});
                                          });
}

} // namespace gatehouse::storage
