// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "badgeface.h"
#include "domain/visit.h"
#include "domain/zone.h"

namespace gatehouse::badges
{

/// Who wears a badge, as far as it says so. Personal.
struct Bearer {
    QString name;
    QString company;
    QString host;
    QByteArray portrait; ///< an encoded picture; may be empty
};

/// The face of a badge that was issued: the one place where what was approved becomes what is printed, at the kiosk and at the
/// desk. Pure, any thread.
BadgeFace badgeFace(const Bearer &bearer, const domain::Visit &visit, const domain::Badge &badge,
                    const std::vector<domain::Zone> &zones, bool escortRequired, const QString &siteName);

} // namespace gatehouse::badges
