// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse
{

/// What a database URL says without opening it. Any thread; looks at the file system only to follow links.

/// The file that "sqlite:PATH" (or "sqlite://PATH") names, as it is spelt; empty for every other URL.
QString databaseFile(const QString &url);

/// The same database in its one spelling: an absolute path without links and dots, as far as its folders are there. Other URLs
/// are as they were.
QString canonicalDatabaseUrl(const QString &url);

/// GATEHOUSE_DB, or the embedded database in the user's data folder, which is made where it is missing.
QString defaultDatabaseUrl();

/// Whether the URL names the engine that no program of this build can reach.
bool isServerDatabase(const QString &url);

/// The sentence for it, in English, as for every message on a terminal.
QString noServerYet();

} // namespace gatehouse
