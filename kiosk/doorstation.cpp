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
    takeKey();
}

void DoorStation::takeKey()
{
    if (m_services.door)
        return;
    auto identity = m_vault.identity(m_name);
    if (!identity)
        return; // the gateway says that the machine is not enrolled
    m_identity = std::move(*identity);
    m_services.door = std::make_shared<usecases::Door>(m_zone, m_identity, m_journalFile, m_clock, m_randomness);
}

DoorStation::~DoorStation() = default;

} // namespace gatehouse::kiosk
