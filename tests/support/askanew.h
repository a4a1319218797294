// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "security/stationvault.h"
#include "testsite.h"
#include "usecases/stations.h"

namespace gatehouse::test
{

/// A new key for the station whose file has the name of its kind, as `gatehousectl station enrol --replace` makes it: it asks
/// to be enrolled.
inline domain::Station askAnew(TestSite &site, domain::StationKind kind)
{
    const security::StationVault vault(site.vaultFolder());
    const QString file = domain::stationKindName(kind);
    const QByteArray root = must(vault.identity(file)).rootFingerprint;
    const auto id = makeId<domain::StationId>(site.clock, site.randomness);
    const security::StationIdentity identity{id.text(), security::makeSignKeyPair(), root};
    const domain::Station station{id, file + QStringLiteral(" 2"), kind, identity.keys.publicKey, false};
    must(usecases::proposeStation(site.admin().at(), station));
    must(vault.saveIdentity(file, identity));
    return station;
}

/// A manager compares its code, and enrols it.
inline void confirm(TestSite &site, const domain::Station &station)
{
    must(usecases::enrolStation(site.admin().at(), site.manager(), station.id, station.signPublicKey));
}

} // namespace gatehouse::test
