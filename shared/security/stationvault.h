// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keys.h"

#include <utility>

namespace gatehouse::security
{

/// Who a station is, and of which site.
struct StationIdentity {
    QString stationId;
    SignKeyPair keys;
    QByteArray rootFingerprint;
};

/// The file of the site's pepper; the detail of NotFound where it is missing.
inline const QString pepperFile = QStringLiteral("pepper");

/// Whether it is the files of a vault that are damaged or open to others, and neither the database nor what a person may do.
bool isAboutVault(const Error &error);

/// Held while keys are made in a folder, or while a program runs as a station.
class VaultLock
{
public:
    explicit VaultLock(int descriptor) : m_descriptor(descriptor) {}
    VaultLock(VaultLock &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    ~VaultLock();
    Q_DISABLE_COPY(VaultLock)
    VaultLock &operator=(VaultLock &&) = delete;

private:
    int m_descriptor;
};

/// What a station keeps outside the database, in its own folder (0700; files 0600): its id and Ed25519 key, the fingerprint of
/// the site's root, and on an admin workstation the site's pepper. Never taken from the database. Blocking file I/O; any
/// thread. Damaged or NotAllowed with a detail of isAboutVault when a file is spoilt, cannot be opened or is open to others.
class StationVault
{
public:
    explicit StationVault(const QString &folder);

    /// GATEHOUSE_CONFIG, or gatehouse/<16 hex digits of the SHA-256 of the URL> below the user's configuration folder. The
    /// URL counts in its one spelling, canonicalDatabaseUrl; where only keys under the spelling as given are there (sites that
    /// were made before), their folder.
    static QString defaultFolder(const QString &databaseUrl);
    /// The same without a look at older spellings: where the keys of a site are put that is made now.
    static QString folderOfNewSite(const QString &databaseUrl);

    /// NotFound when this machine was not enrolled under that name ("kiosk", "door", "admin", "tool").
    [[nodiscard]] Result<StationIdentity> identity(const QString &name) const;
    [[nodiscard]] Result<void> saveIdentity(const QString &name, const StationIdentity &identity) const;
    [[nodiscard]] Result<SecureBytes> pepper() const;
    [[nodiscard]] Result<void> savePepper(const SecureBytes &pepper) const;
    /// Whether any identity is there.
    bool isEnrolled() const;
    /// Whether anything is there that a site needs: an identity or the pepper. Writing over it would end that site. What stands
    /// between beginKeys and endKeys does not count: whoever was making that site was killed before it stood.
    bool holdsKeys() const;
    /// One at a time makes keys here: waits for whoever does, and ends with the object or the program.
    [[nodiscard]] Result<VaultLock> lock() const;
    /// Held by the program that runs as the station `name`, until the object or the program ends. Conflict while another one on
    /// this machine does: two would take each other's badges. Where the key is missing or files cannot be locked, nothing is
    /// held and that is no failure.
    [[nodiscard]] Result<VaultLock> claim(const QString &name) const;
    /// Keys follow whose site does not stand yet. Those of an earlier try are removed.
    [[nodiscard]] Result<void> beginKeys() const;
    /// Their site stands.
    void endKeys() const;
    /// Removes every identity and the pepper: for who has just made them in vain.
    void discardKeys() const;
    QString folder() const { return m_folder; }

private:
    QString m_folder;
};

} // namespace gatehouse::security
