// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace gatehouse::scanning
{

/// As fields have dates: ISO 8601, or nothing for a day that the calendar does not have.
inline QString isoDate(const QDate &date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

/// Nobody who shows a document is older, in years.
constexpr int oldestHolder = 120;

} // namespace gatehouse::scanning
