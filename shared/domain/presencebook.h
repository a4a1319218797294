// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "note.h"
#include "statementbook.h"
#include "visit.h"

#include <QHash>

#include <vector>

namespace gatehouse::domain
{

/// Somebody inside a zone as the doors say: a visit, a staff member, or heads counted at an emergency entry.
struct Presence {
    std::optional<VisitId> visit;
    std::optional<StaffId> staff;
    QString emergency; ///< id of the emergency entry; empty for people with a badge
    int heads = 1;
    ZoneId zone;
    QDateTime since;    ///< when it occurred
    StationId station;  ///< the door, or where the emergency was entered
    quint64 serial = 0; ///< of the badge; 0 without
    QString decision;   ///< id of the door decision

    bool operator==(const Presence &) const = default;
};

/// One key and a kind: a guard let helpers in; who they were is found out later, and a manager confirms. More of them may
/// come until then.
struct Emergency {
    QString id;
    ZoneId zone;
    QString kind; ///< see emergencyKinds()
    int heads = 0;
    int left = 0;
    StaffId by;
    QDateTime at;
    std::optional<StaffId> confirmedBy;
    std::optional<NoteRef> identity; ///< who they were, as found out later; sealed

    int inside() const { return heads - left; }
    /// Not confirmed within 24 hours: it is an incident.
    bool isOverdue(const QDateTime &now) const { return !confirmedBy && at.addDays(1) <= now; }
    bool operator==(const Emergency &) const = default;
};

QStringList emergencyKinds();

/// Badge serials in statements: 16 hexadecimal digits.
QString serialText(quint64 serial);
quint64 serialFromText(const QString &text);

/// Who is inside which zone, replayed from passage.* statements of door stations and emergency.* ones of guards and managers.
/// It says what the doors said, right or wrong; whether somebody may be there is the EscortBook's question. A person is in one
/// zone at a time. What a door that was cut off tells later counts only when nothing newer is known of the person. A decision
/// whose door was not opened (passage.unused) counts nobody as inside. Who departed at the front desk is inside nowhere; a
/// visit that the system closed still is.
class PresenceBook final : public StatementBook
{
public:
    bool wants(const QString &action) const override;
    void apply(const LedgerEntry &entry, const StandingView &standing) override;

    std::vector<Presence> inside(const ZoneId &zone) const; ///< longest inside first
    const std::vector<Presence> &everybody() const { return m_inside; }
    std::optional<ZoneId> whereIs(const VisitId &visit) const;
    std::optional<ZoneId> whereIs(const StaffId &staff) const;
    /// Where a badge with this serial is inside now.
    std::optional<Presence> bySerial(quint64 serial) const;
    std::vector<Emergency> emergencies() const { return m_emergencies; } ///< oldest first
    /// The visits that the entry brought in or out, so that their accesses can be brought up to it.
    const std::vector<VisitId> &changed() const { return m_changed; }

private:
    void passage(const LedgerEntry &entry);
    void unused(const LedgerEntry &entry);
    void emergency(const LedgerEntry &entry, const StaffId &by, bool manager);
    void count(const Emergency &emergency, const LedgerEntry &entry);
    void remove(const Presence &person);
    bool isNews(const Presence &person, const QDateTime &occurred) const;

    std::vector<Presence> m_inside;
    std::vector<Emergency> m_emergencies;
    std::vector<VisitId> m_changed;
    QHash<VisitId, QDateTime> m_departed;
    QHash<QUuid, QDateTime> m_seen; ///< last passage of a visit or staff member
};

} // namespace gatehouse::domain
