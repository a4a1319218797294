// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyboard/keyboarddata.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace gatehouse::keyboard
{

QString rimeDataFolder()
{
    const QString installed =
        QDir::cleanPath(QCoreApplication::applicationDirPath() + QStringLiteral("/../share/gatehouse/rime"));
    return QFileInfo::exists(installed) ? installed : QStringLiteral(GATEHOUSE_RIME_DIR);
}

} // namespace gatehouse::keyboard
