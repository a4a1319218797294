// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing.h"
#include "textmeasure.h"

#include <QDateTime>

namespace gatehouse::badges
{

/// Papers beside the badge, as pages for toPdf(), toPrinter() or print(). Pure functions, any thread; texts may be anything
/// and are made to fit. Both languages stand on every paper.

/// The sheet that alone can restore the site: printed at init, kept in the safe. Its secrets are printed in groups of four
/// characters and as QR codes; it is as secret as the site, so the caller writes no copy that stays.
struct RecoverySheet {
    QString siteName;
    QString secret;      ///< the root's; of letters and digits, separators in it are kept out of the groups
    QString pepper;      ///< the site pepper; may be empty
    QString fingerprint; ///< of the site's root, to tell one site's sheet from another's
    QDateTime madeAt;    ///< shown in local time
};
[[nodiscard]] Result<QList<Drawing>> recoverySheetPages(const RecoverySheet &sheet, const TextMeasure &measure);

/// One person on site.
struct RollCallRow {
    QString name;
    QString company;
    QString host;
    QString zone;
    QDateTime since;
};

/// The roll call at the assembly point: every person on site with a box to tick, on as many A4 pages as it takes.
struct RollCall {
    QString siteName;
    QString assemblyPoint;
    QString backupSite; ///< may be empty
    QDateTime takenAt;
    QString takenBy; ///< staff number
    bool drill = false;
    bool noted = true; ///< in the log
    QDateTime asOf;    ///< of a list that could not be read anew; invalid: as it is now
    QList<RollCallRow> rows;
};
[[nodiscard]] QList<Drawing> rollCallPages(const RollCall &rollCall, const TextMeasure &measure);

/// The slip with the number under which a badge is picked up; never a name.
struct PickupSlip {
    QString siteName;
    QString number;
    QDateTime madeAt;
};
[[nodiscard]] Drawing pickupSlipPage(const PickupSlip &slip, const TextMeasure &measure);

/// The slip of an invitation, A6, to be sent or handed to the guest: the code that the kiosk reads. Names host and purpose, and
/// not the guest, whose name is not known to the site before the visit.
struct InvitationSlip {
    QString siteName;
    QString host;
    QString purposeEnglish;
    QString purposeChinese;
    QDateTime from;
    QDateTime until;
    QString token;
};
/// Invalid when the token is no text that fits a code.
[[nodiscard]] Result<Drawing> invitationSlipPage(const InvitationSlip &slip, const TextMeasure &measure);

} // namespace gatehouse::badges
