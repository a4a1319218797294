// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console.h"

#include "parsing/scanresult.h"

namespace gatehouse::ctl
{

/// Prints a document as read: the scan object of design.md section 6, or the same for people.
void printScan(const Console &console, const QString &file, const scanning::ScanResult &result, double elapsedMs);

/// What to print in its place when nothing could be read: the object of trouble, and the sentence on standard error.
void printTrouble(const Console &console, const QString &file, const QString &trouble);

} // namespace gatehouse::ctl
