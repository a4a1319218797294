// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The ledger's actions for the duties of those who run the room, with the names in their details. Which statements count is
/// said at the books: incidentbook.h, roundbook.h, handoverbook.h, exceptionbook.h, itembook.h, musterbook.h.
namespace gatehouse::domain::action
{

inline const QString incidentOpen = QStringLiteral("incident.open");     ///< kind, zone, about, point, note, owner, fixBy
inline const QString incidentStep = QStringLiteral("incident.step");     ///< step, note, badge
inline const QString incidentInform = QStringLiteral("incident.inform"); ///< who
inline const QString incidentAssign = QStringLiteral("incident.assign"); ///< owner, fixBy
inline const QString incidentClose = QStringLiteral("incident.close");   ///< note

inline const QString checklistDefine = QStringLiteral("checklist.define"); ///< checklist
inline const QString supplyDefine = QStringLiteral("supply.define");       ///< zone, loads
inline const QString roundPlan = QStringLiteral("round.plan");             ///< zone, at, whose
inline const QString roundStart = QStringLiteral("round.start");           ///< zone, kind
inline const QString roundPoint = QStringLiteral("round.point");           ///< point, passed, note, incident
inline const QString roundFinish = QStringLiteral("round.finish");         ///< inside, warned
inline const QString fireDeviceDefine =
    QStringLiteral("fire-device.define");                                   ///< number, kind, zone, keeper, nextCheck, retired
inline const QString fireDeviceCheck = QStringLiteral("fire-device.check"); ///< number, passed, nextCheck
inline const QString fireTrainingGive = QStringLiteral("fire-training.give"); ///< to, on

inline const QString handoverOffer = QStringLiteral("handover.offer"); ///< post, open, notesHandedIn, selfCheck, note
inline const QString handoverAccept = QStringLiteral("handover.accept");

inline const QString exceptionRequest = QStringLiteral("exception.request"); ///< kind, zone, system, until, note
inline const QString exceptionCheck = QStringLiteral("exception.check");     ///< the supervisor
inline const QString exceptionSign = QStringLiteral("exception.sign");       ///< the leadership; maintainer
inline const QString exceptionRefuse = QStringLiteral("exception.refuse");   ///< note
inline const QString exceptionCarryOut = QStringLiteral("exception.carry-out");
inline const QString exceptionRelock = QStringLiteral("exception.relock");
inline const QString exceptionClose = QStringLiteral("exception.close"); ///< note

inline const QString registerAdd = QStringLiteral("register.add");                ///< kind, label, zone
inline const QString registerLend = QStringLiteral("register.lend");              ///< to, until, takenOut
inline const QString registerVirusCheck = QStringLiteral("register.virus-check"); ///< tool, clean
inline const QString registerReturn = QStringLiteral("register.return");
inline const QString registerLost = QStringLiteral("register.lost");
inline const QString passRequest = QStringLiteral("pass.request"); ///< what, serial, owner, taker, note
inline const QString passApprove = QStringLiteral("pass.approve");
inline const QString passRefuse = QStringLiteral("pass.refuse");
inline const QString passLeave = QStringLiteral("pass.leave");   ///< serial, as the guard read it
inline const QString staffLeave = QStringLiteral("staff.leave"); ///< returned: records, media, devices, keys, badge; missing

inline const QString musterStart = QStringLiteral("muster.start"); ///< drill, people
inline const QString musterSafe = QStringLiteral("muster.safe");   ///< person: "visit:<id>" or "staff:<id>"
inline const QString musterEnd = QStringLiteral("muster.end");
inline const QString sitePlaces = QStringLiteral("site.places"); ///< assemblyPoint, backupSite
inline const QString paperPrint = QStringLiteral("paper.print"); ///< from, to
inline const QString paperEnter = QStringLiteral("paper.enter"); ///< number; subject is the visit
inline const QString paperVoid = QStringLiteral("paper.void");   ///< number

} // namespace gatehouse::domain::action
