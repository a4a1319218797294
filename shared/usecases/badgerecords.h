// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "approvals.h"
#include "caseaccess.h"
#include "security/tokens.h"

namespace gatehouse::usecases
{

// What the use cases of badges share; nobody else needs it. Each runs within a transaction of its caller.

/// What stands behind a badge that may be issued.
struct Permission {
    std::vector<domain::Zone> zones;
    std::vector<Approval> approvals;
};

/// The detail of what requirePermission refuses with; for a badge it raises an alarm.
inline const QString approvalsMissing = QStringLiteral("approvals");

/// Blocked (detail: approvalsMissing) when fewer approvals verify than the visit's zones ask for, or not in the capacities
/// (R9).
[[nodiscard]] Result<Permission> requirePermission(domain::Transaction &transaction, const Workplace &workplace,
                                                   const domain::Visit &visit);

/// A badge of a visitor or of the staff, by the keys and statements that were verified. `verify` is the one of its kind.
template <typename Parsed, typename Verify>
domain::ReadBadge readBadge(const Authority &authority, const QString &text, const Parsed &parsed, Verify verify)
{
    domain::ReadBadge read;
    read.ofThisSite = parsed.token.site == authority.siteTag();
    const QByteArray key = authority.stationKey(domain::StationId{parsed.token.station});
    read.genuine = read.ofThisSite && !key.isEmpty() && verify(parsed, key);
    read.notBefore = parsed.token.notBefore;
    read.notAfter = parsed.token.notAfter;
    const auto issued = authority.badges().bySerial(parsed.token.serial);
    if (read.genuine && issued && issued->tokenHash == sha256(text.toLatin1()))
        read.issued = issued;
    return read;
}

/// A visitor's token as it was read, before the database is asked.
struct ReadToken {
    security::ParsedBadgeToken parsed;
    domain::ReadBadge badge;
};

/// Invalid when the text is no badge at all.
[[nodiscard]] Result<ReadToken> readToken(const Workplace &workplace, const QString &text);

/// A visitor's badge by its token, in whatever state. The ledger alone says it: no row is asked. NotFound: of another site or
/// unknown; BadSignature: forged.
[[nodiscard]] Result<domain::BadgeRecord> knownBadge(const Workplace &workplace, const QString &token);

/// The same, and Conflict (detail: when, ISO 8601) when it is not out any more.
[[nodiscard]] Result<domain::BadgeRecord> badgeThatIsOut(const Workplace &workplace, const QString &token);

/// Ends a visitor's badge that is out by the ledger, there and in its row, whatever the row says. One that differs or is
/// missing is an alarm. `stranger`: the incident at which somebody without a say over badges took it off a stranger.
[[nodiscard]] Result<void> endBadge(domain::Transaction &transaction, const Workplace &workplace, const Signer &signer,
                                    const domain::BadgeRecord &badge, domain::BadgeState end,
                                    const domain::IncidentId &stranger = {});

} // namespace gatehouse::usecases
