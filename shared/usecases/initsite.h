// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "security/stationvault.h"
#include "workplace.h"

namespace gatehouse::usecases
{

/// What makes a site: its name and its first manager.
struct SiteSetup {
    QString siteName;
    QString managerNumber;
    QString managerName;
    QDate agreementDate; ///< of the manager's confidentiality agreement (R20)
    security::SecureBytes password;
    security::KeyCost cost = security::KeyCost::Moderate;
    bool managerIsGuardToo = true; ///< a small site has one person for both at first
};

/// What `init` gives back: to be printed on the recovery sheet and never stored.
struct NewSite {
    QString recoverySecret; ///< the root key's seed, in groups, see security::encodeSecret
    QString pepperSecret;
    QByteArray rootFingerprint;
    domain::StaffId manager;
};

/// `init`: the only way to a first account. Fails with Conflict when the database already has a site. Writes the root-signed
/// statements, the first manager, the default zones and purposes, the sealing key, and enrols the stations of a one-machine
/// site
/// ("kiosk", "door", "admin", "tool") into the vault. The site is not live until confirmRecovery.
[[nodiscard]] Result<NewSite> initSite(domain::Store &store, const Clock &clock, Randomness &randomness,
                                       const security::StationVault &vault, const SiteSetup &setup);

/// The recovery secret read back from the sheet: proves that the sheet exists. Invalid when it is another secret.
[[nodiscard]] Result<void> confirmRecovery(const Workplace &workplace, const QString &recoverySecret);

} // namespace gatehouse::usecases
