// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keys.h"

#include <optional>

namespace gatehouse::security
{

/// What a station keeps outside the database, in its own folder (0700; files 0600): its id and Ed25519 key, the fingerprint of
/// the site's root, and on an admin workstation the site's pepper. Never taken from the database. Blocking file I/O; any
/// thread.
struct StationIdentity {
    QString stationId;
    SignKeyPair keys;
    QByteArray rootFingerprint;
};

class StationVault
{
public:
    explicit StationVault(const QString &folder);

    /// GATEHOUSE_CONFIG, or gatehouse/<16 hex digits of the URL's SHA-256> below the user's configuration folder.
    static QString defaultFolder(const QString &databaseUrl);

    /// NotFound when this machine was not enrolled under that name ("kiosk", "door", "admin", "tool"); NotAllowed when the file
    /// can be read by others.
    [[nodiscard]] Result<StationIdentity> identity(const QString &name) const;
    [[nodiscard]] Result<void> saveIdentity(const QString &name, const StationIdentity &identity) const;
    [[nodiscard]] Result<SecureBytes> pepper() const;
    [[nodiscard]] Result<void> savePepper(const SecureBytes &pepper) const;
    /// Whether any identity is there.
    bool isEnrolled() const;

private:
    QString m_folder;
};

} // namespace gatehouse::security
