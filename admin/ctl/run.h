// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse::ctl
{

/// The whole program: finds the command, makes the application object that it needs, runs it, returns the exit code.
int run(int argc, char **argv);

} // namespace gatehouse::ctl
