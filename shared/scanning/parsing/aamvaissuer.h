// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aamvaelements.h"

namespace gatehouse::scanning
{

struct AamvaIssuer {
    QString state;       ///< code of three letters, as ICAO's; empty when nothing tells
    bool unsure = false; ///< the issuer's number is of another country than the element says, or only the address tells
};

/// DCG is the country that issued the card; before version 2 only the issuer's number and the address tell. `region` is the
/// holder's address's.
AamvaIssuer aamvaIssuerOf(const AamvaElements &elements, const QString &region);

} // namespace gatehouse::scanning
