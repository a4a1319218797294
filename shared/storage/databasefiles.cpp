// SPDX-License-Identifier: GPL-3.0-or-later
#include "databasefiles.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QMutex>

#include <sys/stat.h>

namespace gatehouse::storage
{

namespace
{
constexpr std::array<const char *, 3> endings{"", "-wal", "-shm"};
constexpr std::size_t logFile = 1;

struct Known {
    QMutex mutex;
    QHash<QString, std::weak_ptr<const DatabaseFiles>> files;
};

Known &known()
{
    static Known known; // per program, as SQLite's own list of open files is
    return known;
}
} // namespace

DatabaseFiles::DatabaseFiles(const QString &path) : m_path(path)
{
    for (std::size_t i = 0; i < endings.size(); ++i)
        m_identities[i] = identityOf(m_path + QLatin1String(endings[i]));
}

std::shared_ptr<const DatabaseFiles> DatabaseFiles::inUse(const QString &path)
{
    const QMutexLocker lock(&known().mutex);
    return known().files.value(QFileInfo(path).absoluteFilePath()).lock();
}

std::shared_ptr<const DatabaseFiles> DatabaseFiles::of(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const QMutexLocker lock(&known().mutex);
    std::weak_ptr<const DatabaseFiles> &place = known().files[absolute];
    auto files = place.lock();
    if (!files) {
        files = std::make_shared<const DatabaseFiles>(absolute);
        place = files;
    }
    return files;
}

Result<void> DatabaseFiles::check() const
{
    if (!identityOf(m_path))
        return fail(ErrorCode::Unavailable, QStringLiteral("%1 was taken away while it was in use").arg(m_path));
    for (std::size_t i = 0; i < endings.size(); ++i) {
        const QString path = m_path + QLatin1String(endings[i]);
        if (m_identities[i] && identityOf(path) != m_identities[i])
            return fail(ErrorCode::Damaged, QStringLiteral("%1 was replaced or taken away while it was in use").arg(path));
    }
    return {};
}

bool DatabaseFiles::lacksOnlyItsLog() const
{
    return m_identities[0] && m_identities[logFile] && identityOf(m_path) == m_identities[0] &&
           !identityOf(m_path + QLatin1String(endings[logFile]));
}

std::optional<DatabaseFiles::Identity> DatabaseFiles::identityOf(const QString &path)
{
    struct stat found = {};
    if (::stat(QFile::encodeName(path).constData(), &found) != 0)
        return std::nullopt;
    return Identity{found.st_dev, found.st_ino};
}

} // namespace gatehouse::storage
