// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dutybook.h"
#include "escortedaccess.h"
#include "presencebook.h"
#include "statementbook.h"

#include <QHash>

#include <map>

namespace gatehouse::domain
{

/// The life cycle of every escorted access, and who is inside, replayed from the ledger (design.md sections 3 and 5). Believed:
/// approvals of exactly what was requested, by people in a capacity, never by host or requester; acceptance by the escort's own
/// signature or witnessed by a door station (method "pin"), of somebody who may escort there at that time and stays within the
/// zone's number of visitors; hand-over offered by the escort (or by guard, keeper, lead or manager when that escort is valid
/// no more) and accepted by the other; release by the escort, or guard, keeper, lead or manager, when the visitor is not
/// inside; revocation by guard, manager or a duty of the zone, or by a station because nobody answered. Everything else is
/// ignored. A manager stands in for a duty that left a request unanswered (see approvingCapacities). `duties` must outlive the
/// book and be replayed ahead of it, entry by entry.
class EscortBook final : public StatementBook
{
public:
    explicit EscortBook(const DutyBook &duties) : m_duties(duties) {}

    bool wants(const QString &action) const override;
    void apply(const LedgerEntry &entry, const StandingView &standing) override;

    std::optional<EscortedAccess> access(const VisitId &visit, const ZoneId &zone) const;
    std::vector<EscortedAccess> accesses(const ZoneId &zone) const; ///< in the order of the requests
    std::vector<EscortedAccess> accessesOf(const VisitId &visit) const;
    /// Those not over that the person escorts, is asked to escort or is offered.
    std::vector<EscortedAccess> accessesOf(const StaffId &escort) const;
    /// Who answers for the visitor now: accepted, in the window, and may escort there still. Nothing: the badge is dead there.
    std::optional<StaffId> escortInCharge(const VisitId &visit, const ZoneId &zone, const QDateTime &at) const;
    /// How many visitors the person answers for in the zone: accepted, window not over.
    int visitorsOf(const StaffId &escort, const ZoneId &zone, const QDateTime &at) const;
    /// The zone's limit for one escort.
    int visitorsPerEscort(const ZoneId &zone) const;
    /// Which capacities are still waited for.
    std::vector<std::vector<QString>> approvalsMissing(const EscortedAccess &access) const;
    /// In which capacities the person stands for the zone at that place and time.
    std::set<QString> capacities(const StaffId &staff, const ZoneId &zone, qint64 sequence, const QDateTime &at,
                                 const StandingView &standing) const;
    /// In which capacities an approval of the access by that person counts. A manager stands in for a duty of the zone whose
    /// holder left the request unanswered for 4 minutes (R9), never for the guard, who sees the original, or the fire keeper.
    std::set<QString> approvingCapacities(const EscortedAccess &access, const StaffId &staff, qint64 sequence,
                                          const QDateTime &at, const StandingView &standing) const;
    /// Whether an approval by this person now would complete those of every escorted zone of the visit. By the same rules as
    /// the statement is judged by: that of the host, of who asked, or a second one of the same person completes nothing.
    bool wouldBeApproved(const VisitId &visit, const StaffId &by, const StandingView &standing, qint64 sequence,
                         const QDateTime &at) const;
    bool isApproved(const VisitId &visit) const; ///< for every escorted zone; true when it has none
    std::vector<EscortedAccess> open() const;    ///< those of all zones that are not over

    const PresenceBook &presence() const { return m_presence; }
    std::vector<Presence> inside(const ZoneId &zone) const { return m_presence.inside(zone); }
    std::optional<ZoneId> whereIs(const VisitId &visit) const { return m_presence.whereIs(visit); }
    std::optional<ZoneId> whereIs(const StaffId &staff) const { return m_presence.whereIs(staff); }
    std::vector<Astray> astray(const ZoneId &zone, const QDateTime &at) const;

private:
    std::optional<ZoneApproval> approvalThatCounts(const EscortedAccess &access, const StaffId &by, qint64 sequence,
                                                   const QDateTime &at, const StandingView &standing) const;
    struct Entry { ///< a statement about one access
        const LedgerEntry &ledger;
        const StandingView &standing;
        std::optional<StaffId> by;
        std::optional<StationKind> station;
    };
    struct Request {
        QJsonObject scope;
        std::vector<ZoneId> zones;
    };

    void request(const LedgerEntry &entry, const StandingView &standing);
    void approve(const LedgerEntry &entry, const StandingView &standing);
    void endVisit(const LedgerEntry &entry);
    void change(EscortedAccess &access, const Entry &entry);
    void describe(EscortedAccess &access, const Entry &entry);
    void assign(EscortedAccess &access, const Entry &entry);
    void accept(EscortedAccess &access, const Entry &entry);
    void decline(EscortedAccess &access, const Entry &entry);
    void handOver(EscortedAccess &access, const Entry &entry);
    void release(EscortedAccess &access, const Entry &entry);
    void revoke(EscortedAccess &access, const Entry &entry);
    void passed(const VisitId &visit);
    bool decides(const Entry &entry, const ZoneId &zone) const;
    void settle(EscortedAccess &access) const;
    QString astrayCode(const Presence &visitor, const ZoneId &zone, const QDateTime &at) const;

    const DutyBook &m_duties;
    PresenceBook m_presence;
    QHash<ZoneId, Zone> m_zones; ///< escorted or not, as signed last
    QHash<VisitId, Request> m_requests;
    std::map<VisitId, std::vector<EscortedAccess>> m_accesses;
    std::vector<VisitId> m_order;
};

/// What an approval must have been about; the request and the approval both say it.
QJsonObject visitScope(const QJsonObject &details);

} // namespace gatehouse::domain
