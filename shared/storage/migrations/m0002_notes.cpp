// SPDX-License-Identifier: GPL-3.0-or-later
// Schema 2: sealed free text that belongs to no visit.
#include "migrations.h"

namespace gatehouse::storage
{

QStringList notesMigration(const Dialect &)
{
    return {
        QStringLiteral("CREATE TABLE note ("
                       " id TEXT NOT NULL PRIMARY KEY,"
                       " subject TEXT NOT NULL,"
                       " written_at {integer} NOT NULL,"
                       " content {bytes} NOT NULL) {options}"),
        QStringLiteral("CREATE INDEX note_by_subject ON note (subject, written_at)"),
        QStringLiteral("CREATE TABLE note_key ("
                       " note TEXT NOT NULL REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED,"
                       " recipient TEXT NOT NULL,"
                       " content {bytes} NOT NULL,"
                       " PRIMARY KEY (note, recipient)) {options}"),
    };
}

} // namespace gatehouse::storage
