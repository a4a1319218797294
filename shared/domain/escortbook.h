// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "approvals.h"
#include "dutybook.h"
#include "presencebook.h"
#include "statementbook.h"
#include "visit.h"

#include <QHash>

#include <map>

namespace gatehouse::domain
{

/// Requested -> Approved -> Assigned -> Accepted -> Inside <-> Outside -> Released; Revoked from anywhere; Ended with the
/// visit. Released, Revoked and Ended are final: the access dies when the work ends.
enum class AccessState { Requested, Approved, Assigned, Accepted, Inside, Outside, Released, Revoked, Ended };

QString accessStateName(AccessState state);

/// One visit's access to one escorted zone, as the statements say.
struct EscortedAccess {
    VisitId visit;
    PartyId party;
    ZoneId zone;
    PurposeId purpose;
    AccessState state = AccessState::Requested;
    std::optional<StaffId> host;
    std::optional<StaffId> requestedBy; ///< when registered by a person at the desk
    QDateTime windowFrom;
    QDateTime windowUntil;
    QDateTime requestedAt;
    QString method;            ///< code of how the work is done, see workMethods(); empty: none stated
    bool hotWork = false;      ///< heat, or fire protection impaired: sticks once said
    bool fireRestored = false; ///< said at release (R11)
    std::vector<ZoneApproval> approvals;
    bool approved = false;
    QDateTime approvedAt;
    std::optional<StaffId> escort; ///< asked, or who accepted
    QDateTime assignedAt;
    bool accepted = false;
    QDateTime acceptedAt;
    bool acceptedByPin = false;        ///< witnessed by a door station instead of signed by the escort
    std::optional<StaffId> handOverTo; ///< offered; the escort stays in charge until the other accepts
    std::vector<StaffId> declinedBy;
    bool wasInside = false;
    QString endReason;   ///< code of a revocation
    qint64 sequence = 0; ///< of the last statement that changed it

    bool isOver() const { return state >= AccessState::Released; }
    bool isInWindow(const QDateTime &at) const { return windowFrom <= at && at < windowUntil; }
    bool operator==(const EscortedAccess &) const = default;
};

/// A visitor inside an escorted zone whom no valid escort is with.
struct Astray {
    VisitId visit;
    ZoneId zone;
    /// "no-access", "not-accepted", "revoked", "released", "window-over", "escort-not-valid", "escort-not-inside",
    /// "second-escort-missing", "over-limit"
    QString code;
    std::optional<StaffId> escort;
    QDateTime since; ///< when the visitor came in

    bool operator==(const Astray &) const = default;
};

/// How work may be done; codes in statements, words in presentation. "hot-work" and "fire-protection-off" need the fire keeper.
QStringList workMethods();
bool isHotWork(const QString &method);

/// Whether somebody in these capacities decides about a zone's visitors; the fire keeper and the maintainer do not by that
/// alone.
bool isDeciding(const std::set<QString> &capacities);

/// The life cycle of every escorted access, and who is inside, replayed from the ledger (design.md sections 3 and 5). Believed:
/// approvals of exactly what was requested, by people in a capacity, never by host or requester; acceptance by the escort's own
/// signature or witnessed by a door station (method "pin"), of somebody who may escort there at that time and stays within the
/// zone's number of visitors; hand-over offered by the escort (or by guard, keeper, lead or manager when that escort is valid
/// no more) and accepted by the other; release by the escort, or guard, keeper, lead or manager, when the visitor is not
/// inside; revocation by guard, manager or a duty of the zone, or by a station because nobody answered. Everything else is
/// ignored. `duties` must outlive the book and be replayed ahead of it, entry by entry.
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
    /// Whether an approval by this person now would complete those of every escorted zone of the visit.
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

} // namespace gatehouse::domain
