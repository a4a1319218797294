// SPDX-License-Identifier: GPL-3.0-or-later
#include "bearer.h"

namespace gatehouse::badges
{

BadgeFace badgeFace(const Bearer &bearer, const domain::Visit &visit, const domain::Badge &badge,
                    const std::vector<domain::Zone> &zones, bool escortRequired, const QString &siteName)
{
    BadgeFace face;
    face.name = bearer.name;
    face.company = bearer.company;
    face.host = bearer.host;
    face.portrait = QImage::fromData(bearer.portrait);
    for (const domain::Zone &zone : zones)
        face.zones.append({zone.nameEnglish, zone.nameChinese});
    face.validFrom = badge.validFrom;
    face.validUntil = badge.validUntil;
    face.escortRequired = escortRequired;
    face.label = domain::visitLabel(visit.number);
    face.token = badge.token;
    face.siteName = siteName;
    return face;
}

} // namespace gatehouse::badges
