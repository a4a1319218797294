// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aamvaelements.h"

namespace gatehouse::scanning
{

/// Which parts of a name as read are doubtful: one that another element contradicts (the whole name DAA against surname and
/// given names, DAB against DCS, DCT against DAC and DAD), or in which a character stands that stands in no name.
struct AamvaNameDoubts {
    bool surname = false;
    bool given = false;
    bool suffix = false;
    bool contradiction = false; ///< of the first kind
};
AamvaNameDoubts doubtsAboutNames(const AamvaElements &elements, const QString &surname, const QString &given,
                                 const QString &suffix);

/// Whether the elements are of different documents: under headers of their own with another number, birth date or name; or, in
/// whatever subfiles, with two of these three.
bool areOfSeveralDocuments(const AamvaElements &elements, const AamvaNameDoubts &names);

} // namespace gatehouse::scanning
