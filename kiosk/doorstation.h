// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/randomness.h"
#include "doors/doorport.h"
#include "flows/services.h"
#include "security/stationvault.h"
#include "usecases/dooroffline.h"

#include <memory>

namespace gatehouse::kiosk
{

/// What a door station has and a lobby kiosk has not: its key, its journal, its lock. Reads small files of the station's own
/// folder. GUI thread.
class DoorStation
{
public:
    DoorStation(const QString &vaultFolder, const QString &identity, const QString &zone, const Clock &clock,
                Randomness &randomness, bool sounds);
    ~DoorStation();

    DoorServices &services() { return m_services; }
    /// Without a key there is no door. Called again when the database was opened as `station`: the machine was enrolled
    /// meanwhile, or anew. The door of another key is let go with all it knows.
    void takeKey(const domain::StationId &station);

private:
    DoorStation(const Result<doors::DoorSettings> &settings, const QString &vaultFolder, const QString &identity,
                const QString &zone, const Clock &clock, Randomness &randomness, bool sounds);
    void makeDoor(security::StationIdentity identity);

    security::StationVault m_vault;
    QString m_name;
    domain::ZoneId m_zone;
    QString m_journalFile;
    const Clock &m_clock;
    Randomness &m_randomness;
    domain::StationId m_station; ///< whose key the door has
    std::unique_ptr<doors::DoorPort> m_port;
    DoorServices m_services;
};

} // namespace gatehouse::kiosk
