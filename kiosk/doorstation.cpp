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

security::StationIdentity identityIn(const QString &vaultFolder, const QString &name)
{
    auto identity = security::StationVault(vaultFolder).identity(name);
    return identity ? std::move(*identity) : security::StationIdentity{}; // the gateway says that the machine is not enrolled
}
} // namespace

DoorStation::DoorStation(const QString &vaultFolder, const QString &identity, const QString &zone, const Clock &clock,
                         Randomness &randomness, bool sounds)
    : DoorStation(settingsIn(vaultFolder), vaultFolder, identity, zone, clock, randomness, sounds)
{
}

DoorStation::DoorStation(const Result<doors::DoorSettings> &settings, const QString &vaultFolder, const QString &identity,
                         const QString &zone, const Clock &clock, Randomness &randomness, bool sounds)
    : m_identity(identityIn(vaultFolder, identity)),
      m_port(portFor(settings, randomness)), m_services{nullptr, *m_port, settings.value_or(doors::DoorSettings{}), {}}
{
    if (sounds)
        m_services.chime = playChime;
    if (m_identity.stationId.isEmpty())
        return;
    m_services.door = std::make_shared<usecases::Door>(domain::ZoneId{zone}, m_identity,
                                                       vaultFolder + QStringLiteral("/door-journal"), clock, randomness);
}

DoorStation::~DoorStation() = default;

} // namespace gatehouse::kiosk
