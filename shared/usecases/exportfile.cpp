// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportfile.h"

#include <QFile>
#include <QFileInfo>

#include <unistd.h>

namespace gatehouse::usecases
{

Result<void> requireNewFile(const QString &path)
{
    const QFileInfo file(path);
    if (file.exists() || file.isSymLink())
        return fail(ErrorCode::Invalid, fileThere);
    return {};
}

Result<void> writeNewFile(const QString &path, const QByteArray &bytes)
{
    GATEHOUSE_TRY(requireNewFile(path));
    QFile file(path);
    if (!file.open(QIODevice::NewOnly | QIODevice::WriteOnly | QIODevice::Unbuffered, QFile::ReadOwner | QFile::WriteOwner))
        return fail(ErrorCode::Invalid, fileUnwritable);
    if (file.write(bytes) == bytes.size() && ::fsync(file.handle()) == 0)
        return {};
    file.remove();
    return fail(ErrorCode::Invalid, fileUnwritable);
}

} // namespace gatehouse::usecases
