// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incidentbook.h"
#include "visit.h"

#include <QHash>

#include <vector>

namespace gatehouse::domain
{

namespace action
{
inline const QString staffBadgeIssue = QStringLiteral("staff-badge.issue");
inline const QString staffBadgeRevoke = QStringLiteral("staff-badge.revoke");
inline const QString staffPin = QStringLiteral("staff.pin"); ///< hash of the verifier of the person's own PIN
} // namespace action

/// A badge as the ledger says, of a visit or of a staff member.
struct BadgeRecord {
    quint64 serial = 0;
    std::optional<VisitId> visit;
    std::optional<StaffId> staff;
    QByteArray tokenHash; ///< SHA-256 of the token's text: what is shown must be this one, byte for byte
    StationId station;    ///< whose key signed the token
    BadgeState state = BadgeState::Issued;
    std::optional<QDateTime> endedAt;

    bool operator==(const BadgeRecord &) const = default;
};

/// What the badge itself says and what is known of it.
enum class BadgeStanding { Sound, Unreadable, Foreign, Forged, Unknown, NotYet, Expired, Returned, Lost, Revoked };

/// Whether `now` lies in the time that a badge was signed for: Sound, NotYet or Expired. Its end is over already.
BadgeStanding standingInTime(const QDateTime &notBefore, const QDateTime &notAfter, const QDateTime &now);

/// A badge's token as it was read, beside what is known of it.
struct ReadBadge {
    bool ofThisSite = false;
    bool genuine = false;              ///< signed by a station of this site that is enrolled now
    std::optional<BadgeRecord> issued; ///< when the token is, byte for byte, the one that was issued
    QDateTime notBefore;
    QDateTime notAfter;

    bool isInTime(const QDateTime &now) const { return standingInTime(notBefore, notAfter, now) == BadgeStanding::Sound; }
};

/// The signature first, then the statement behind it, then its end, then its time: the reason given is the gravest.
BadgeStanding standingOf(const ReadBadge &badge, const QDateTime &now);

/// Which badges were issued and which of them still count, replayed from badge.issue|return|revoke and staff-badge.issue|revoke
/// statements; who may make them is asked ahead of the book (standing.h). A person's new staff badge ends the earlier one. A
/// badge that ended never counts again. Whoever leaves the company has no badge (R21). A revocation counts by a guard or a
/// manager, for a staff badge by an administrator or whose it is too; by anybody else only with the badge in hand: while the
/// stranger's incident that it names is open and no badge was looked up there yet (R3).
class BadgeBook final : public StatementBook
{
public:
    /// `incidents` is replayed before this book and must outlive it.
    explicit BadgeBook(const IncidentBook &incidents) : m_incidents(incidents) {}

    bool wants(const QString &action) const override;
    void apply(const LedgerEntry &entry, const StandingView &standing) override;

    std::optional<BadgeRecord> bySerial(quint64 serial) const;
    /// The person's badge that counts.
    std::optional<BadgeRecord> ofStaff(const StaffId &staff) const;
    /// The visit's badges that are out, newest first.
    std::vector<BadgeRecord> outOf(const VisitId &visit) const;
    /// Visitors' badges that are out; those of visits that the system closed are among them.
    int visitorsOut() const;
    const QHash<quint64, BadgeRecord> &all() const { return m_badges; }

private:
    void issueVisitor(const LedgerEntry &entry);
    void issueStaff(const LedgerEntry &entry);
    bool mayRevoke(const BadgeRecord &badge, const LedgerEntry &entry, const StandingView &standing) const;
    void end(quint64 serial, BadgeState state, const QDateTime &at);

    const IncidentBook &m_incidents;
    QHash<quint64, BadgeRecord> m_badges;
    QHash<StaffId, quint64> m_ofStaff;
    QHash<VisitId, std::vector<quint64>> m_out; ///< of visits, in order of issue
};

/// A person's PIN as the ledger says: the hash of the verifier that the person signed for, and how often it was typed wrong
/// since it was last right. It is counted from the doors' own statements, so a restart or an emptied table forgets nothing, and
/// every door counts the same (R18).
class PinBook final : public StatementBook
{
public:
    struct Pin {
        QByteArray verifierHash; ///< empty: none was set
        QDateTime setAt;
        int failures = 0; ///< in a row
        QDateTime lastFailure;

        bool operator==(const Pin &) const = default;
    };

    bool wants(const QString &action) const override;
    void apply(const LedgerEntry &entry, const StandingView &standing) override;

    Pin pin(const StaffId &staff) const { return m_pins.value(staff); }
    const QHash<StaffId, Pin> &all() const { return m_pins; }

private:
    QHash<StaffId, Pin> m_pins;
};

} // namespace gatehouse::domain
