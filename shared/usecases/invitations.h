// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workplace.h"

namespace gatehouse::usecases
{

/// What the host says about work in an escorted zone; all of it may be empty. Kept sealed but for the method's code, and
/// shown beside what the visitor says to guards, to the host and to those who approve the zone by a duty (keepers, leads, the
/// fire keeper for hot work), as the visit itself is.
struct HostWork {
    QString reason;
    QString area;
    QString changeNumber;
    QString method; ///< see domain::workMethods()

    bool operator==(const HostWork &) const = default;
};

struct NewInvitation {
    domain::StaffId host;
    domain::PurposeId purpose;
    std::vector<domain::ZoneId> optionalZones;
    QDateTime from;
    QDateTime until;
    HostWork work = {};
};

struct InvitationMade {
    domain::Invitation invitation;
    QString token; ///< for the QR code, signed by the person who invites
};

/// Any active staff member with a session may invite for a host (R1: permission may come ahead; the guard's check stays).
/// Invalid: window, host, purpose, or work whose texts are too long or whose method or change number is none.
[[nodiscard]] Result<InvitationMade> createInvitation(const Workplace &workplace, const StaffSession &session,
                                                      const NewInvitation &invitation);

struct InvitationRow {
    domain::Invitation invitation;
    QString hostName;
    QString createdByName;
    bool mayRevoke = false; ///< by the session's person
    QString token;          ///< only for whoever made it, whose signature it carries; empty for others
};

/// Newest first, verified: a guard or manager sees all, others those that they made or host. NotAllowed.
[[nodiscard]] Result<std::vector<InvitationRow>> invitationList(const Workplace &workplace, const StaffSession &session);

/// Ends an invitation at once: whoever made it, its host, a guard or a manager. NotFound, NotAllowed, Conflict (revoked
/// already).
[[nodiscard]] Result<void> revokeInvitation(const Workplace &workplace, const StaffSession &session,
                                            const domain::InvitationId &id);

/// What the host said about the work, as far as this session may open it. Within the caller's transaction.
[[nodiscard]] Result<HostWork> workOfInvitation(domain::Transaction &transaction, const Workplace &workplace,
                                                const StaffSession &session, const domain::InvitationId &id);

/// The detail of Expired before an invitation's time has come.
inline const QString invitationEarly = QStringLiteral("early");

/// What an invitation's QR code asks for, verified. NotFound: another site's or unknown; BadSignature; Expired (or not yet,
/// detail invitationEarly); Blocked: revoked.
struct InvitationAnswer {
    domain::Invitation invitation;
    QString hostName;
};
[[nodiscard]] Result<InvitationAnswer> readInvitation(const Workplace &workplace, const QString &token);

} // namespace gatehouse::usecases
