// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workplace.h"

#include <QStringList>

namespace gatehouse::usecases
{

/// The public keys that stand in the database's rows, against what the ledger says of them. The ledger alone counts, so a row
/// that somebody replaced opens nothing; that it was replaced is said all the same. Each such row is named by table and id
/// ("sealing_key 2026-11"), never by a person. A sealing key that is missing counts too; a station that only asks to be
/// enrolled does not.
[[nodiscard]] Result<QStringList> replacedKeys(domain::Transaction &transaction, const Authority &authority);

/// Staff numbers (as certified, where somebody was) of the rows that do not say what was certified of the person (number,
/// grade, roles, agreement, whether the account has ended), or that nobody certified, and of those who have no row although
/// they have not left; such rows give no right. Names are not signed.
[[nodiscard]] Result<QStringList> uncertifiedStaff(domain::Transaction &transaction, const Authority &authority);
/// The same for one row.
bool isCertified(const domain::Staff &row, const Authority &authority);

/// Zones and purposes whose rows do not say what a manager signed, or are missing, and enrolled stations that have no row:
/// "zone machine-room", "purpose meeting", "station " and its id. Such rows give no right.
[[nodiscard]] Result<QStringList> changedDefinitions(domain::Transaction &transaction, const Authority &authority);

/// Serials of visitors' badges whose rows do not say what was signed (visit, token, validity, state), of rows for badges that
/// nobody issued, and of those that have no row.
[[nodiscard]] Result<QStringList> changedBadges(domain::Transaction &transaction, const Authority &authority);
/// The same for one row.
bool isAsSigned(const domain::Badge &row, const std::optional<domain::BadgeRecord> &issued);

/// At a program's start and whenever the database has changed: BadSignature when there are any; the detail names the rows, for
/// the log.
[[nodiscard]] Result<void> refuseReplacedKeys(domain::Transaction &transaction, const Authority &authority);
/// Whether it is that error, for which people get a sentence of its own.
bool isReplacedKey(const Error &error);

} // namespace gatehouse::usecases
