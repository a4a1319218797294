// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "badgeface.h"

namespace gatehouse::badges
{

/// Print is in two languages at once whatever the screen shows, so these are not translated: English, then Chinese.
namespace wording
{
inline QString visitor()
{
    return QStringLiteral("VISITOR 访客");
}
inline QString staff()
{
    return QStringLiteral("STAFF 员工");
}
/// R17: never lent; the PIN is the owner's.
inline QString ownPinChinese()
{
    return QStringLiteral("仅限本人使用，须输入本人 PIN 码");
}
inline QString ownPinEnglish()
{
    return QStringLiteral("Never lent. Opens nothing without its owner's PIN");
}
inline QString escortRequired()
{
    return QStringLiteral("ESCORT REQUIRED 须有陪同");
}
/// R2: every badge says it, as none of them admits by itself; what it says goes by the zones (R5).
inline QString keepOutChinese(bool escorted)
{
    return escorted ? QStringLiteral("机房：须有陪同") : QStringLiteral("外来人员请勿进入机房");
}
inline QString keepOutEnglish(bool escorted)
{
    return escorted ? QStringLiteral("Machine room only with escort") : QStringLiteral("No entry to the machine room");
}
inline QString noPhotoEnglish()
{
    return QStringLiteral("NO PHOTO");
}
inline QString noPhotoChinese()
{
    return QStringLiteral("未拍照");
}
inline QString host()
{
    return QStringLiteral("Host 接待");
}
inline QString valid()
{
    return QStringLiteral("Valid 有效");
}
} // namespace wording

/// "LOBBY 大厅 · MACHINE ROOM 机房", with no-break spaces and joiners so that lines end between zones.
QString zonesText(const QList<ZoneName> &zones);

/// "24 Nov 2026 10:00" in local time; empty without a time.
QString timeText(const QDateTime &time);

/// "24 Nov 2026 10:00 – 12:00", or with both dates when it ends on another day. Local time; empty without both ends.
QString validityText(const QDateTime &from, const QDateTime &until);

} // namespace gatehouse::badges
