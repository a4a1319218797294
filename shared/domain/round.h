// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ids.h"
#include "incident.h"

#include <QDate>

namespace gatehouse::domain
{

using RoundId = Id<struct RoundTag>;

/// Scheduled and spot inspections are those of R10; the closing round is that of R12.
enum class RoundKind { Scheduled, Spot, Closing };

/// What a point is about; decides which incident a failed one opens, and so who hears of it.
enum class PointKind { Electrical, DoorOrWindow, FireEquipment, Information, Access, Other };

/// One point of a checklist. The words stand in it, because they are signed with it.
struct CheckPoint {
    QString code;
    PointKind kind = PointKind::Other;
    Rule rule = Rule::R10;
    QString english;
    QString chinese;

    bool operator==(const CheckPoint &) const = default;
};

/// What is looked at in a zone on rounds of one kind. Counts only as a manager signed it (`checklist.define`).
struct Checklist {
    ZoneId zone;
    RoundKind kind = RoundKind::Scheduled;
    int everyHours = 0; ///< scheduled and closing rounds are due this long after the last one; 0: never by themselves
    std::vector<CheckPoint> points;

    bool operator==(const Checklist &) const = default;
};

QJsonObject toJson(const Checklist &checklist);
Checklist checklistFromJson(const QJsonObject &json);
/// The customer's own: machine room (daily, spot, closing) and lobby (daily). A manager signs them as they are or changed.
std::vector<Checklist> defaultChecklists();

struct PointResult {
    QString code;
    bool passed = false;
    QDateTime at;
    StaffId by;
    std::optional<NoteRef> note;
    std::optional<IncidentId> incident; ///< that a failed one opened

    bool operator==(const PointResult &) const = default;
};

/// One inspection. `checklist` is the one in force when it began.
struct Round {
    RoundId id;
    ZoneId zone;
    RoundKind kind = RoundKind::Scheduled;
    StaffId by;
    QDateTime startedAt;
    Checklist checklist;
    std::vector<PointResult> results; ///< the latest of each point
    std::optional<QDateTime> finishedAt;

    const PointResult *result(QStringView code) const;
    QStringList unanswered() const;
    int failed() const;

    bool operator==(const Round &) const = default;
};

/// A load that goes dark when the room's main supply is cut (R12).
struct SupplyLoad {
    enum class What { Server, Station, Lock, Other };

    What what = What::Other;
    QString label; ///< as on the switchboard; not personal

    bool operator==(const SupplyLoad &) const = default;
};

/// R11. `number` is written on it and names it.
struct FireDevice {
    QString number;
    QString kind; ///< "extinguisher", "hydrant", "detector", "suppression", "other"
    ZoneId zone;
    StaffId keeper;
    QDate nextCheck;
    std::optional<QDateTime> checkedAt;
    bool lastCheckPassed = true;

    bool operator==(const FireDevice &) const = default;
};

/// R11: the keeper trains the others.
struct FireTraining {
    StaffId by;
    StaffId to;
    QDate on;

    bool operator==(const FireTraining &) const = default;
};

QString roundSubject(const RoundId &id);
QString roundKindName(RoundKind kind);
std::optional<RoundKind> roundKindFromName(QStringView name);
QString pointKindName(PointKind kind);
std::optional<PointKind> pointKindFromName(QStringView name);
QString supplyName(SupplyLoad::What what);
std::optional<SupplyLoad::What> supplyFromName(QStringView name);
IncidentKind incidentOfPoint(PointKind kind);

} // namespace gatehouse::domain
