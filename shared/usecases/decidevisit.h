// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casefile.h"

namespace gatehouse::usecases
{

struct OpenedDocument {
    QByteArray picture;
    QString documentNumber;
    QString personalNumber;
};

/// The document picture and the ID number; opening them writes an entry (design.md section 5).
[[nodiscard]] Result<OpenedDocument> openDocument(const Workplace &workplace, const StaffSession &session,
                                                  const domain::VisitId &visit);

/// "Original seen, face matches" (R1).
[[nodiscard]] Result<void> recordOriginalSeen(const Workplace &workplace, const StaffSession &session,
                                              const domain::VisitId &visit);

struct Decided {
    domain::Visit visit;
    int approvals = 0;
    int needed = 1;
    int othersWait = 0; ///< of its party: its badges come out when they are decided too
};

/// The detail of Blocked where a warning is overridden without a reason.
inline const QString reasonMissing = QStringLiteral("reason");
/// The detail of Unavailable where the visit's kiosk is off: the database has no part in it.
inline const QString kioskAway = QStringLiteral("kiosk");

/// Signs an approval of what was shown: visit, hashes of the sealed blobs, zones, window, findings, overrides. Blocked while a
/// finding blocks (detail: its code) or a warning has no reason (reasonMissing); Conflict when somebody decided meanwhile
/// (detail: the staff id); ClockWrong. With enough approvals the visit is Approved and the badge face goes to the kiosk that
/// waits.
[[nodiscard]] Result<Decided> approveVisit(const Workplace &workplace, const StaffSession &session,
                                           const domain::VisitId &visit, const std::optional<Reason> &overrideReason = {});
[[nodiscard]] Result<domain::Visit> denyVisit(const Workplace &workplace, const StaffSession &session,
                                              const domain::VisitId &visit, const Reason &reason);

/// Asks the visitor at the kiosk. `code`: "come-to-desk", "show-document", "who-is-host", "what-purpose", "other" with text,
/// which is Unavailable (kioskAway) while the kiosk is off.
[[nodiscard]] Result<void> askVisitor(const Workplace &workplace, const StaffSession &session, const domain::VisitId &visit,
                                      const Reason &question);

/// The guard came to a delivery; nobody entered.
[[nodiscard]] Result<domain::Visit> attendDelivery(const Workplace &workplace, const StaffSession &session,
                                                   const domain::VisitId &visit);

/// Takes a declared item against a numbered tag (R7), or gives it back.
[[nodiscard]] Result<void> depositItem(const Workplace &workplace, const StaffSession &session, const domain::VisitId &visit,
                                       const QString &kind, const QString &tag);
[[nodiscard]] Result<void> returnItem(const Workplace &workplace, const StaffSession &session, const domain::VisitId &visit,
                                      const QString &kind);

} // namespace gatehouse::usecases
