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

/// The birth and the expiry date of one document.
struct MrzDates {
    MrzDate birth;
    MrzDate expiry;
    bool expiryDoubtful = false; ///< its century is a guess
};

/// Doc 9303 leaves the centuries to who reads. The two dates bound each other: a document is made for somebody who was born, so
/// that a birth after the expiry was a hundred years before. Only where the expiry itself would lie in the last century it is
/// the next one that is meant: documents without an end are marked with a year such as 99, and their holders may be young.
MrzDates parseMrzDates(QStringView birth, QStringView expiry, QDate today);

} // namespace gatehouse::scanning
