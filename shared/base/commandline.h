// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse
{

/// Whether the arguments of a program with windows ask for its usage or version only, which can be read where there is no
/// display: asked before the application is made.
bool asksForUsage(int argc, char *argv[]);

} // namespace gatehouse
