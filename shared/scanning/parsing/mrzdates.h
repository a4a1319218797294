// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace gatehouse::scanning
{

enum class MrzDateUse { Birth, Expiry };

/// A YYMMDD of a machine readable zone. Unknown parts are fillers (ICAO Doc 9303 part 3, 4.7); then the ISO text has only what
/// is known: "1974-08", "1974" or nothing.
struct MrzDate {
    QString iso;
    bool sound = false; ///< digits or whole unknown parts, and a day that the calendar has

    bool operator==(const MrzDate &) const = default;
};

/// The century follows from `today`: nobody is born in the future, and an expiry date lies within 50 years of now.
MrzDate parseMrzDate(QStringView yymmdd, MrzDateUse use, QDate today);

} // namespace gatehouse::scanning
