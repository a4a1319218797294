// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/itembook.h"
#include "workplace.h"

namespace gatehouse::usecases
{

/// The register of media, keys and devices (R7, R21). Guards, managers and those who hold a duty in the zone keep it.
[[nodiscard]] Result<domain::RegisteredId> addRegistered(const Workplace &workplace, const StaffSession &session,
                                                         domain::RegisteredKind kind, const QString &label,
                                                         const domain::ZoneId &zone);
/// `to`: "staff:<id>" or "visit:<id>", somebody active or on site. Conflict while it is out; Invalid.
[[nodiscard]] Result<void> lendRegistered(const Workplace &workplace, const StaffSession &session,
                                          const domain::RegisteredId &id, const QString &to, const QDateTime &until,
                                          bool takenOut);
/// Who checks signs; `tool` is the scanner with its version. An unclean one opens an incident.
[[nodiscard]] Result<void> recordVirusCheck(const Workplace &workplace, const StaffSession &session,
                                            const domain::RegisteredId &id, const QString &tool, bool clean);
/// Blocked domain::virusCheckMissing or virusFound for a medium (R7); Conflict when it is not out.
[[nodiscard]] Result<void> returnRegistered(const Workplace &workplace, const StaffSession &session,
                                            const domain::RegisteredId &id);
/// It will not come back: opens an incident.
[[nodiscard]] Result<void> loseRegistered(const Workplace &workplace, const StaffSession &session,
                                          const domain::RegisteredId &id);

struct NewPass {
    QString what; ///< "server", "disk", "paper", "tool", "other"
    QString serial;
    domain::ZoneId zone;
    domain::StaffId owner;
    QString taker; ///< "staff:<id>" or "visit:<id>"
    QString text;  ///< sealed
};
/// A material pass for what leaves (R19, R21): asked for by anybody, approved by the owner, checked by a guard at the door.
[[nodiscard]] Result<domain::MaterialPassId> requestPass(const Workplace &workplace, const StaffSession &session,
                                                         const NewPass &pass);
[[nodiscard]] Result<void> decidePass(const Workplace &workplace, const StaffSession &owner, const domain::MaterialPassId &id,
                                      bool approved);
/// The detail of Blocked where another thing would leave than the one approved.
inline const QString otherSerial = QStringLiteral("other-serial");

/// `serial` as the guard reads it on the thing. Blocked when it is another one (otherSerial): an incident is opened and nothing
/// leaves.
[[nodiscard]] Result<void> letPassLeave(const Workplace &workplace, const StaffSession &guard, const domain::MaterialPassId &id,
                                        const QString &serial);

/// Something found open that nobody declared (R7).
[[nodiscard]] Result<void> reportUndeclared(const Workplace &workplace, const StaffSession &session,
                                            const domain::VisitId &visit, const QString &kind, const QString &text);

/// A leaver's checklist (R21): what was handed back, codes of domain::leavingCodes(). Account, authorisations and keys end in
/// this act. What is missing must be named in words and becomes an incident. Blocked (detail: the code) when something is
/// neither handed back nor named missing; registered things that are still out count as missing by themselves.
struct Leaving {
    domain::StaffId staff;
    QStringList returned;
    QString missing; ///< in words, sealed; empty: nothing
};
[[nodiscard]] Result<void> completeLeaving(const Workplace &workplace, const StaffSession &manager, const Leaving &leaving);

struct ItemsView {
    std::vector<domain::Registered> registered;
    std::vector<domain::MaterialPass> passes;
    std::vector<domain::Deposit> deposits;
};
[[nodiscard]] Result<ItemsView> itemsView(const Workplace &workplace, const StaffSession &session);

} // namespace gatehouse::usecases
