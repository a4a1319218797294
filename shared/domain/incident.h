// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ids.h"
#include "note.h"
#include "policy.h"

#include <QDateTime>

#include <optional>
#include <vector>

namespace gatehouse::domain
{

using IncidentId = Id<struct IncidentTag>;

/// What went wrong (R27). Stranger comes from R3, UndeclaredItem from R7, MissingItem from R21, the hazards from the rounds
/// (R10, R11), ExceptionOverdue from R26.
enum class IncidentKind {
    Stranger,
    UndeclaredItem,
    MissingItem,
    ElectricalHazard,
    DoorOrWindow,
    FireEquipment,
    Fire,
    EquipmentFailure,
    InformationSecurity,
    UnconfirmedEmergency,
    ForcedDoor,
    MissingPaper,
    OtherIncident
};

/// Who must hear of it. GeneralAffairs (综合部) has no account: that they were told is recorded by whoever told them.
enum class Informed { Guard, Keeper, Supervisor, Lead, FireKeeper, Maintainer, GeneralAffairs, Manager };

struct InformRule {
    Informed who = Informed::Guard;
    int withinMinutes = 0; ///< of the opening

    bool operator==(const InformRule &) const = default;
};

/// A step in the order of the policy; `required` ones must be recorded before the incident can be closed.
struct StepRule {
    QString code;
    bool required = true;

    bool operator==(const StepRule &) const = default;
};

/// The defined way (R27) along which incidents of one kind go.
struct IncidentPlan {
    IncidentKind kind = IncidentKind::OtherIncident;
    Rule rule = Rule::R27;
    std::vector<StepRule> steps;
    std::vector<InformRule> informs;
    int fixWithinMinutes = 0; ///< used unless whoever opens it names another time
};

const IncidentPlan &incidentPlan(IncidentKind kind);
const std::vector<IncidentKind> &incidentKinds();

struct IncidentStep {
    QString code;
    QString actor; ///< "staff:<id>" or "station:<id>"
    QDateTime at;
    std::optional<NoteRef> note;
    std::optional<quint64> badge; ///< serial of a badge found on the person

    bool operator==(const IncidentStep &) const = default;
};

struct InformedAt {
    Informed who = Informed::Guard;
    QString actor;
    QDateTime at;

    bool operator==(const InformedAt &) const = default;
};

struct IncidentClosing {
    StaffId by;
    QDateTime at;
    std::optional<NoteRef> note;

    bool operator==(const IncidentClosing &) const = default;
};

/// The step at which a badge that a stranger had is looked up, and dead.
inline const QString badgeLookedUp = QStringLiteral("badge-looked-up");

/// One incident as the ledger tells it.
struct Incident {
    IncidentId id;
    IncidentKind kind = IncidentKind::OtherIncident;
    ZoneId zone;
    QString openedBy; ///< actor
    StationId station;
    QDateTime openedAt;
    QString about; ///< subject that it came from: "round:<id>", "visit:<id>"; empty for none
    QString point; ///< the round's point, the item's kind: what exactly
    std::optional<NoteRef> note;
    std::optional<StaffId> owner; ///< who answers for its end (R28)
    QDateTime fixBy;
    std::vector<IncidentStep> steps;
    std::vector<InformedAt> informed;
    std::optional<IncidentClosing> closed;

    bool isOpen() const { return !closed; }
    const IncidentStep *step(QStringView code) const;
    bool wasInformed(Informed who) const;
    /// Every required step that has not been taken.
    QStringList missingSteps() const;

    bool operator==(const Incident &) const = default;
};

/// Something that should have been done about an open incident and was not (R27: handled in time).
struct IncidentAlarm {
    enum class What { NotInformed, NotFixed, NoOwner };

    IncidentId incident;
    What what = What::NotFixed;
    std::optional<Informed> who;
    QDateTime due;

    bool operator==(const IncidentAlarm &) const = default;
};

std::vector<IncidentAlarm> alarmsOf(const Incident &incident, const QDateTime &at);

QString incidentSubject(const IncidentId &id);
QString incidentKindName(IncidentKind kind);
std::optional<IncidentKind> incidentKindFromName(QStringView name);
QString informedName(Informed who);
std::optional<Informed> informedFromName(QStringView name);

} // namespace gatehouse::domain
