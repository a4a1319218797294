// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QImage>
#include <QList>
#include <QString>

namespace gatehouse::badges
{

/// The two names of a zone as a badge prints them.
struct ZoneName {
    QString english;
    QString chinese;

    bool operator==(const ZoneName &) const = default;
};

/// What one badge shows. A value without any judgement: whoever makes it has verified the approval behind it. The texts may
/// be anything a person typed; the layout makes them safe to print. Holds personal data: keep it no longer than needed.
struct BadgeFace {
    QString name;
    QString company;
    QString host;
    QImage portrait; ///< null when the visitor declined it
    QList<ZoneName> zones;
    QDateTime validFrom; ///< shown in local time
    QDateTime validUntil;
    bool escortRequired = false;
    QString label; ///< the visit's short number, "V-2318"
    QString token; ///< base45 text for the QR code; empty for a face that is only shown
    QString siteName;
    bool staff =
        false; ///< of a staff member: white bands with black letters, no visitor's words; company holds the staff number

    bool operator==(const BadgeFace &) const = default;
};

} // namespace gatehouse::badges
