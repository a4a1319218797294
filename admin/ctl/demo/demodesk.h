// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "democlock.h"
#include "demosite.h"

#include "usecases/staffaccounts.h"

#include <map>

namespace gatehouse::ctl
{

/// One station of the demo site, as the program on it would have it. Not movable.
class DemoDesk
{
public:
    DemoDesk(domain::Store &store, const Clock &clock, Randomness &randomness, security::StationIdentity identity)
        : m_store(store), m_clock(clock), m_randomness(randomness), m_identity(std::move(identity)), m_time(clock),
          m_authority(m_identity.rootFingerprint, m_time)
    {
    }

    usecases::Workplace workplace() { return {m_store, m_clock, m_randomness, m_identity, m_authority, m_time}; }

private:
    domain::Store &m_store;
    const Clock &m_clock;
    Randomness &m_randomness;
    security::StationIdentity m_identity;
    usecases::TimeGuard m_time;
    usecases::Authority m_authority;
};

/// The demo site while its time passes: its three stations, its clock and the people who have signed in.
struct DemoWorld {
    DemoWorld(domain::Store &database, const security::StationVault &stationVault, Randomness &source,
              const DemoOptions &wanted, const QDateTime &start)
        : store(database), vault(stationVault), randomness(source), options(wanted), clock(start)
    {
    }

    domain::Store &store;
    const security::StationVault &vault;
    Randomness &randomness;
    const DemoOptions &options;
    DemoClock clock;
    std::unique_ptr<DemoDesk> kiosk;
    std::unique_ptr<DemoDesk> admin;
    std::unique_ptr<DemoDesk> door;
    security::BoxKeyPair kioskBoot;
    usecases::StaffSession manager;
    std::vector<usecases::StaffSession> guards;
    std::vector<usecases::StaffSession> escorts;
    std::map<QString, domain::StaffId> staff;       ///< by number
    std::map<domain::StaffId, QString> staffTokens; ///< what stands on their badges
    std::vector<domain::StaffId> hosts;
    std::vector<int> deck; ///< visitors who have not come yet since it was last filled
    int visits = 0;
};

/// The next visitor: everybody comes once before anybody comes again.
int nextVisitor(DemoWorld &world);

/// Makes the site, its staff and their keys, and signs the manager and the guards in.
[[nodiscard]] Result<void> settleStaff(DemoWorld &world, DemoSite &made);

/// Puts the earlier door out of service and signs everybody out.
[[nodiscard]] Result<void> closeDesks(DemoWorld &world);

} // namespace gatehouse::ctl
