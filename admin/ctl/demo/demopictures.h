// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/randomness.h"
#include "domain/sealed.h"

namespace gatehouse::ctl
{

/// The pictures of one visit, encoded as the kiosk would. All are drawn: they show nobody.
struct DemoPictures {
    QByteArray portrait;  ///< JPEG
    QByteArray document;  ///< JPEG, marked SPECIMEN
    QByteArray signature; ///< PNG
};

/// Needs a QGuiApplication, for the fonts.
DemoPictures drawPictures(const domain::VisitorRecord &record, Randomness &randomness);

} // namespace gatehouse::ctl
