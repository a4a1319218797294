// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <array>
#include <memory>
#include <optional>

namespace gatehouse::storage
{

/// The files behind an open embedded database: itself, its write-ahead file and the index of that. SQLite goes on with a file
/// that was renamed over or deleted, and what it acknowledges then is in no file that anybody finds. All connections of the
/// program to one path share one of these: as long as one has the old files open, no new one may take them for the new.
/// Any thread.
class DatabaseFiles
{
public:
    explicit DatabaseFiles(const QString &path);

    /// Those of the program's open connections; nothing when there are none.
    static std::shared_ptr<const DatabaseFiles> inUse(const QString &path);
    /// The same, or what lies there now.
    static std::shared_ptr<const DatabaseFiles> of(const QString &path);

    /// Unavailable when the database was taken away; Damaged when another lies in its place, or without its log.
    [[nodiscard]] Result<void> check() const;
    /// The write-ahead file is gone and nobody has begun another: what stands in it can still be put into the database.
    bool lacksOnlyItsLog() const;

private:
    struct Identity {
        quint64 device;
        quint64 inode;

        bool operator==(const Identity &) const = default;
    };
    static std::optional<Identity> identityOf(const QString &path);

    QString m_path;
    std::array<std::optional<Identity>, 3> m_identities;
};

} // namespace gatehouse::storage
