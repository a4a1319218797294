// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse::scanning
{

/// The name field of a machine readable zone, taken apart as ICAO Doc 9303 part 3, 4.6 says.
struct MrzNames {
    QString surname;               ///< primary identifier, its parts separated by one space
    QString givenNames;            ///< secondary identifier, empty when there is none
    bool wellFormed = false;       ///< letters and fillers only, begins with a letter
    bool perhapsTruncated = false; ///< no filler at the end: the printed name may be longer
    bool parted = false;           ///< two fillers stand in one place between letters, so that it is known where a surname ends

    bool operator==(const MrzNames &) const = default;
};

MrzNames splitMrzNames(QStringView field);

} // namespace gatehouse::scanning
