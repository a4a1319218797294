// SPDX-License-Identifier: GPL-3.0-or-later
#include "databaseurl.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace gatehouse
{

QString databaseFile(const QString &url)
{
    const QString sqlite = QStringLiteral("sqlite:");
    if (!url.startsWith(sqlite))
        return {};
    const QString path = url.mid(sqlite.size());
    return path.startsWith(QLatin1String("//")) ? path.mid(2) : path;
}

QString canonicalDatabaseUrl(const QString &url)
{
    const QString path = databaseFile(url);
    if (path.isEmpty())
        return url;
    const QFileInfo file(path);
    if (file.exists())
        return QStringLiteral("sqlite:") + file.canonicalFilePath();
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath(); // empty where it is not there yet
    const QString whole = folder.isEmpty() ? file.absoluteFilePath() : QDir(folder).filePath(file.fileName());
    return QStringLiteral("sqlite:") + QDir::cleanPath(whole);
}

QString defaultDatabaseUrl()
{
    const QString chosen = qEnvironmentVariable("GATEHOUSE_DB");
    if (!chosen.isEmpty())
        return chosen;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/gatehouse");
    QDir().mkpath(folder);
    return QStringLiteral("sqlite:%1/gatehouse.db").arg(folder);
}

bool isServerDatabase(const QString &url)
{
    return url.startsWith(QLatin1String("postgresql:")) || url.startsWith(QLatin1String("postgres:"));
}

QString noServerYet()
{
    return QStringLiteral("the PostgreSQL engine is not built into this program yet; use --db sqlite:PATH");
}

} // namespace gatehouse
