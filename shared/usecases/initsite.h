// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "security/stationvault.h"
#include "workplace.h"

#include <functional>

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

/// What has to be safe before there is a site: the recovery sheet. An error of it undoes everything.
using KeepSecrets = std::function<Result<void>(const NewSite &)>;

/// `init`: the only way to a first account. Writes the root-signed statements, the first manager, the default zones and
/// purposes, the sealing key, and enrols the stations of a one-machine site ("kiosk", "door", "admin", "tool") into the vault.
/// The site is not live until confirmRecovery. `keep` is called, inside the transaction, just before the site stands.
///
/// Fails with Conflict when the database already has a site, and see checkVaultIsFree; Invalid when checkSetup says so. After
/// an error neither the database nor the vault has anything of it; after a kill the site stands whole, or the next try removes
/// what is there of its keys. Waits for another that makes keys in the same vault.
[[nodiscard]] Result<NewSite> initSite(domain::Store &store, const Clock &clock, Randomness &randomness,
                                       const security::StationVault &vault, const SiteSetup &setup,
                                       const KeepSecrets &keep = {});

/// What initSite asks of the names, the agreement and the password: to be asked before a database is made. Invalid; with
/// "password N" as detail N is the security::PasswordFlaw.
[[nodiscard]] Result<void> checkSetup(const SiteSetup &setup, const QDate &today);

/// Conflict when the vault has keys of a site: they would be lost, and that site with them. isVaultTaken tells this error from
/// others; its detail then ends with the folder.
[[nodiscard]] Result<void> checkVaultIsFree(const security::StationVault &vault);
bool isVaultTaken(const Error &error);

/// The recovery secret read back from the sheet: proves that the sheet exists. Invalid when it is another secret. After it the
/// keys in the vault are for good: the caller's StationVault::endKeys.
[[nodiscard]] Result<void> confirmRecovery(const Workplace &workplace, const QString &recoverySecret);

} // namespace gatehouse::usecases
