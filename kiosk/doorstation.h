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
/// folder at the start. GUI thread.
class DoorStation
{
public:
    DoorStation(const QString &vaultFolder, const QString &identity, const QString &zone, const Clock &clock,
                Randomness &randomness, bool sounds);
    ~DoorStation();

    DoorServices &services() { return m_services; }
    /// Without a key there is no door. Called again once the database is open: the machine was enrolled meanwhile.
    void takeKey();

private:
    DoorStation(const Result<doors::DoorSettings> &settings, const QString &vaultFolder, const QString &identity,
                const QString &zone, const Clock &clock, Randomness &randomness, bool sounds);

    security::StationVault m_vault;
    QString m_name;
    domain::ZoneId m_zone;
    QString m_journalFile;
    const Clock &m_clock;
    Randomness &m_randomness;
    security::StationIdentity m_identity;
    std::unique_ptr<doors::DoorPort> m_port;
    DoorServices m_services;
};

} // namespace gatehouse::kiosk
