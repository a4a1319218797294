// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statementbook.h"

#include <QHash>

#include <map>
#include <vector>

namespace gatehouse::domain
{

/// What the policy gives to named people (R9): leads, manages, oversees; keeps the fire equipment (R11); carries out (R8).
enum class Duty { Lead, Keeper, Supervisor, FireKeeper, Maintainer };

QString dutyName(Duty duty);
std::optional<Duty> dutyFromName(QStringView name);

/// One duty of one person with its term. A deputy acts when the holder is away.
struct DutyAssignment {
    StaffId staff;
    ZoneId zone;
    Duty duty = Duty::Keeper;
    bool deputy = false;
    QDateTime from;
    QDateTime until; ///< exclusive

    bool covers(const QDateTime &at) const { return from <= at && at < until; }
    bool operator==(const DutyAssignment &) const = default;
};

/// May escort visitors in a zone (R4): until a time, and no longer than a year from the day of the training (R23).
struct EscortAuthorisation {
    QDateTime until;
    QDate training; ///< the day on which it was given
    StaffId by;

    QDateTime endsAt() const; ///< the earlier of both
    bool operator==(const EscortAuthorisation &) const = default;
};

/// An entry of a zone's access list: the room's own staff. The reason is a code: what the access is for.
struct AccessGrant {
    StaffId staff;
    ZoneId zone;
    StaffId approvedBy;
    QDateTime grantedAt;
    QDateTime until;
    QDateTime reviewedAt; ///< at first the grant itself
    std::optional<QDateTime> lastUsed;
    QString reason; ///< code, see usecases/duties.h

    /// End of the quarter after the one in which it was last reviewed: not reviewed by then means suspended.
    QDateTime reviewDue() const;
    bool isSuspended(const QDateTime &at) const { return at >= reviewDue(); }
    /// For 90 days: warns at the review.
    bool isUnused(const QDateTime &at) const;
    bool operator==(const AccessGrant &) const = default;
};

/// Who answers for a zone, who may escort there and who may enter it on their own (R4, R9, R17, R23), replayed from duty.*,
/// escort.authorise|withdraw and access.* statements. Believed: duties by a manager;
/// the end of a shift by the person or a manager; authorisations by a manager or the zone's
/// lead, for managerial staff and never for oneself; access by lead or manager, never for oneself; reviews by the lead (of the
/// lead's own entry by a manager). Whoever leaves loses all of it at once (R21). What was ended is held no more by any
/// statement that follows, whatever time it says. Quarters and days are counted in UTC.
class DutyBook final : public StatementBook
{
public:
    bool wants(const QString &action) const override;
    void apply(const LedgerEntry &entry, const StandingView &standing) override;

    /// Holders first, then deputies, each in the order of their assignment.
    std::vector<StaffId> holders(const ZoneId &zone, Duty duty, const QDateTime &at) const;
    bool holds(const StaffId &staff, const ZoneId &zone, Duty duty, const QDateTime &at) const;
    /// Every assignment that has not ended at `at`, in the order of the statements.
    std::vector<DutyAssignment> assignments(const QDateTime &at) const;

    std::optional<EscortAuthorisation> escortAuthorisation(const StaffId &staff, const ZoneId &zone) const;
    bool mayEscort(const StaffId &staff, const ZoneId &zone, const QDateTime &at) const;
    /// Those who may, in the order of their staff ids.
    std::vector<StaffId> escorts(const ZoneId &zone, const QDateTime &at) const;

    /// When the person's present shift ends, as the person or a manager said last; nothing: not said.
    std::optional<QDateTime> shiftEnd(const StaffId &staff) const;

    std::optional<AccessGrant> access(const StaffId &staff, const ZoneId &zone) const;
    std::vector<AccessGrant> accessList(const ZoneId &zone) const;
    bool mayEnter(const StaffId &staff, const ZoneId &zone, const QDateTime &at) const;

private:
    using Place = std::pair<StaffId, ZoneId>;
    void assign(const LedgerEntry &entry, const StaffId &staff, const ZoneId &zone);
    void end(const LedgerEntry &entry, const StaffId &staff, const ZoneId &zone);
    void authorise(const LedgerEntry &entry, const StandingView &standing, const StaffId &staff, const ZoneId &zone);
    void grant(const LedgerEntry &entry, const StaffId &by, const StaffId &staff, const ZoneId &zone);
    void review(const LedgerEntry &entry, const StandingView &standing, const StaffId &staff, const ZoneId &zone);
    void leave(const StaffId &staff);
    void used(const LedgerEntry &entry);

    std::vector<DutyAssignment> m_assignments;
    std::map<Place, EscortAuthorisation> m_authorisations;
    std::map<Place, AccessGrant> m_access;
    std::map<StaffId, QDateTime> m_shifts;
};

} // namespace gatehouse::domain
