// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse::storage
{

/// Details of errors that have an advice of their own. Whole, or where it says so the beginning.

/// Damaged: the record of the newest entry was changed by hand.
inline const QString headNotLast = QStringLiteral("the head of the ledger is not its last entry");
inline const QString headNotWritten = QStringLiteral("an entry was not written to the head of the ledger");
/// Damaged: the station can write no more.
inline const QString countUsedUp = QStringLiteral("an entry written by hand has used up the count of this station");
/// Damaged, the beginning: nothing is written before it is gone.
inline const QString plantedPart = QStringLiteral("a part of the schema that Gatehouse did not make");
/// Unavailable, the beginning: who opens it to write brings it up to date.
inline const QString olderSchema = QStringLiteral("the database has the older schema");
/// Unavailable, the beginning of a whole advice.
inline const QString newestInLog = QStringLiteral("the newest entries are in the write-ahead file");

} // namespace gatehouse::storage
