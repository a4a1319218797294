// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dutybook.h"
#include "round.h"
#include "statementbook.h"

namespace gatehouse::domain
{

/// Whether who made the statement has the standing for its action, by the kind of station or the role of the person at that
/// place in the ledger. Asked once, where the ledger is replayed, before anybody believes the entry: one that fails counts as
/// absent. Duties of a zone and what else depends on what was stated before are the books' own question, on top of this. True
/// for an action that the table does not know: those that grant authority are judged by usecases/authority.h, and what nobody
/// believes needs no standing. The entry's signature is the caller's to verify.
bool mayState(const LedgerEntry &entry, const StandingView &standing);
/// The actions of that table: all that are about visits are among them.
QStringList statedActions();

/// Somebody at a place of the ledger and a time: asked by the book before it believes and by the use case before it signs.
struct Bearer {
    StaffId staff;
    const StandingView &standing;
    const DutyBook &duties;
    qint64 sequence = 0;
    QDateTime at;

    bool hasAny(std::initializer_list<Role> roles) const;
    bool holdsAny(const ZoneId &zone, std::initializer_list<Duty> wanted) const;
};

/// Media, keys and devices of a zone (R7): its keeper, supervisor or maintainer, a guard, a manager.
bool mayKeepRegister(const Bearer &by, const ZoneId &zone);
/// A round of a zone (R10, R12): whoever holds a duty there, a guard, a manager; the closing round its keeper or a manager.
bool mayInspect(const Bearer &by, const ZoneId &zone, RoundKind kind);
/// The fire keeper of any zone trains the others (R11).
bool mayTrainForFire(const Bearer &by);
/// A guard the guard's desk, a keeper the own room (R28).
bool mayHoldPost(const Bearer &by, const QString &post);

} // namespace gatehouse::domain
