// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "visit.h"

#include <QHash>
#include <QMap>

namespace gatehouse::domain
{

namespace notice
{
inline const QString recording = QStringLiteral("recording"); ///< shown and acknowledged with the privacy notice
inline const QString briefing = QStringLiteral("briefing");   ///< the safety briefing of the machine room (R23)

/// In the order in which a visitor meets them.
inline QStringList kinds()
{
    return {privacy, recording, terms, briefing};
}

/// Every text is written in each of them.
inline QStringList languages()
{
    return {QStringLiteral("en"), QStringLiteral("zh_CN")};
}
} // namespace notice

/// What visitors are shown of one kind since it was last put in force (R15, R20, R23).
struct NoticeInForce {
    int version = 1;
    QMap<QString, QString>
        texts;       ///< by language, written as the files in resources/notices; empty: the programs bring this version
    QDateTime since; ///< UTC; null for the first version
    std::optional<StaffId> by;

    bool operator==(const NoticeInForce &) const = default;
};

/// By kind; one that is not there is in its first version.
using NoticesInForce = QHash<QString, NoticeInForce>;

} // namespace gatehouse::domain
