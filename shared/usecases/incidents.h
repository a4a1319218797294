// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/incident.h"
#include "workplace.h"

namespace gatehouse::usecases
{

/// What whoever opens an incident knows. Without an owner the zone's keeper answers for it (R9), without a time the kind's own
/// counts.
struct NewIncident {
    domain::IncidentKind kind = domain::IncidentKind::OtherIncident;
    domain::ZoneId zone;
    QString about; ///< subject that it comes from: "round:<id>", "visit:<id>"; empty for none
    QString point; ///< what exactly: a code, never a text
    QString text;  ///< free text, sealed
    std::optional<domain::StaffId> owner;
    std::optional<QDateTime> fixBy;
};

/// Any active member of staff (R3, R27). Invalid for an unknown zone. What is open already about the same thing is answered
/// with, not opened twice.
[[nodiscard]] Result<domain::IncidentId> openIncident(const Workplace &workplace, const StaffSession &session,
                                                      const NewIncident &incident);
/// The same within a larger act, signed by whoever does that.
[[nodiscard]] Result<domain::IncidentId> openIncidentIn(domain::Transaction &transaction, const Workplace &workplace,
                                                        const Signer &signer, const NewIncident &incident);

/// "Report a stranger" at a door, signed by the station and by nobody (R3: everyone reports, two touches, no sign-in), within
/// the write transaction of the alarm. A second report of the same station within two minutes answers with the first one's id.
[[nodiscard]] Result<domain::IncidentId> reportStranger(domain::Transaction &transaction, const Workplace &workplace,
                                                        const domain::ZoneId &zone);

/// Records a step, in the policy's order: Blocked when another comes first (detail: its code); Conflict when it is recorded.
[[nodiscard]] Result<void> recordStep(const Workplace &workplace, const StaffSession &session, const domain::IncidentId &id,
                                      const QString &step, const QString &text = {});
/// That somebody heard of it (R27).
[[nodiscard]] Result<void> recordInformed(const Workplace &workplace, const StaffSession &session, const domain::IncidentId &id,
                                          domain::Informed who);
/// Who answers for its end, and by when. Guards, managers and the present owner may.
[[nodiscard]] Result<void> assignIncident(const Workplace &workplace, const StaffSession &session, const domain::IncidentId &id,
                                          const domain::StaffId &owner, const QDateTime &fixBy);
/// A manager only. Blocked while a required step is missing (detail: its code).
[[nodiscard]] Result<void> closeIncident(const Workplace &workplace, const StaffSession &session, const domain::IncidentId &id,
                                         const QString &text);

/// A badge that was found on a stranger, a visitor's or one of the staff: looked up and dead at once (R3). The step
/// "badge-looked-up" is recorded with its serial. NotFound: no badge of this site; BadSignature: forged; Blocked: the person
/// has not been led out yet.
struct FoundBadge {
    domain::VisitId visit;
    int number = 0;                       ///< of the visit
    std::optional<domain::StaffId> staff; ///< whose it is; then there is no visit
    bool wasValid = false;                ///< until now
};
[[nodiscard]] Result<FoundBadge> revokeFoundBadge(const Workplace &workplace, const StaffSession &session,
                                                  const domain::IncidentId &id, const QString &token);

/// An incident with its texts, for a screen of somebody who may read them; texts that this person cannot open are empty.
struct IncidentCase {
    domain::Incident incident;
    QString text;
    std::vector<QString> stepTexts; ///< as incident.steps
    QString closingText;
    std::vector<domain::IncidentAlarm> alarms;

    bool operator==(const IncidentCase &) const = default;
};
/// Open ones first, those with alarms before the others; then the last closed ones.
[[nodiscard]] Result<std::vector<IncidentCase>> incidentCases(const Workplace &workplace, const StaffSession &session);

} // namespace gatehouse::usecases
