// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorstation.h"

#include "base/logging.h"
#include "chime.h"
#include "doors/nodoor.h"
#include "doors/relaydoor.h"

namespace gatehouse::kiosk
{

namespace
{
Result<doors::DoorSettings> settingsIn(const QString &vaultFolder)
{
    auto settings = doors::readDoorSettings(vaultFolder + QStringLiteral("/door.ini"));
    if (!settings)
        qCCritical(lcDoor) << "the lock is not used:" << errorName(settings.error().code) << settings.error().detail;
    return settings;
}

std::unique_ptr<doors::DoorPort> portFor(const Result<doors::DoorSettings> &settings, Randomness &randomness)
{
    if (!settings)
        return std::make_unique<doors::NoDoor>(doors::Health::Refused);
    if (settings->address.isEmpty())
        return std::make_unique<doors::NoDoor>();
    return std::make_unique<doors::RelayDoor>(*settings, randomness);
}

/// Whoever still works with a door has its key too.
struct KeyedDoor {
    KeyedDoor(security::StationIdentity identity, const domain::ZoneId &zone, const QString &journalFile, const Clock &clock,
              Randomness &randomness)
        : key(std::move(identity)), door(zone, key, journalFile, clock, randomness)
    {
    }

    security::StationIdentity key;
    usecases::Door door;
};
} // namespace

DoorStation::DoorStation(const QString &vaultFolder, const QString &identity, const QString &zone, const Clock &clock,
                         Randomness &randomness, bool sounds)
    : DoorStation(settingsIn(vaultFolder), vaultFolder, identity, zone, clock, randomness, sounds)
{
}

DoorStation::DoorStation(const Result<doors::DoorSettings> &settings, const QString &vaultFolder, const QString &identity,
                         const QString &zone, const Clock &clock, Randomness &randomness, bool sounds)
    : m_vault(vaultFolder), m_name(identity), m_zone{zone}, m_journalFile(vaultFolder + QStringLiteral("/door-journal")),
      m_clock(clock), m_randomness(randomness),
      m_port(portFor(settings, randomness)), m_services{nullptr, *m_port, settings.value_or(doors::DoorSettings{}), {}}
{
    if (sounds)
        m_services.chime = playChime;
    if (auto own = m_vault.identity(m_name)) // else the gateway says that the machine is not enrolled
        makeDoor(std::move(*own));
}

void DoorStation::takeKey(const domain::StationId &station)
{
    if (m_services.door && m_station == station)
        return;
    auto own = m_vault.identity(m_name);
    if (own && domain::StationId::fromText(own->stationId) == station)
        makeDoor(std::move(*own));
}

void DoorStation::makeDoor(security::StationIdentity identity)
{
    m_station = domain::StationId::fromText(identity.stationId);
    auto keyed = std::make_shared<KeyedDoor>(std::move(identity), m_zone, m_journalFile, m_clock, m_randomness);
    m_services.door = std::shared_ptr<usecases::Door>(keyed, &keyed->door);
}

DoorStation::~DoorStation() = default;

} // namespace gatehouse::kiosk
