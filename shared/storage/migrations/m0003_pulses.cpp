// SPDX-License-Identifier: GPL-3.0-or-later
// Schema 3: stations sign that they are alive. What was unsigned says nothing.
#include "migrations.h"

namespace gatehouse::storage
{

QStringList pulsesMigration(const Dialect &)
{
    return {
        QStringLiteral("DROP TABLE station_seen"),
        QStringLiteral("CREATE TABLE station_pulse ("
                       " station TEXT NOT NULL PRIMARY KEY,"
                       " at {integer} NOT NULL,"
                       " signature {bytes} NOT NULL) {options}"),
    };
}

} // namespace gatehouse::storage
