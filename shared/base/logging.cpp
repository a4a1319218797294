// SPDX-License-Identifier: GPL-3.0-or-later
#include "logging.h"

namespace gatehouse
{

Q_LOGGING_CATEGORY(lcTasks, "gatehouse.tasks", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStorage, "gatehouse.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(lcTrust, "gatehouse.trust", QtInfoMsg)
Q_LOGGING_CATEGORY(lcScan, "gatehouse.scan", QtInfoMsg)
Q_LOGGING_CATEGORY(lcCamera, "gatehouse.camera", QtInfoMsg)
Q_LOGGING_CATEGORY(lcPrint, "gatehouse.print", QtInfoMsg)
Q_LOGGING_CATEGORY(lcKiosk, "gatehouse.kiosk", QtInfoMsg)
Q_LOGGING_CATEGORY(lcAdmin, "gatehouse.admin", QtInfoMsg)
Q_LOGGING_CATEGORY(lcDoor, "gatehouse.door", QtInfoMsg)

void setUpLogging()
{
    qSetMessagePattern(QStringLiteral("%{time yyyy-MM-ddTHH:mm:ss.zzz} %{type} %{category}: %{message}"));
}

} // namespace gatehouse
