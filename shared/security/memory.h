// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse::security
{

/// The first thing in main(): freed memory is overwritten, so that nothing of a visitor stays in the heap; no core file is
/// written and no other program of the user looks in. The allocator reads one of its settings only when a program starts, so
/// the program starts itself once more, with the same process id.
void protectMemory(char **argv);

} // namespace gatehouse::security
