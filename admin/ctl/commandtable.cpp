// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"

namespace gatehouse::ctl
{

const std::vector<Command> &commandTable()
{
    static const std::vector<Command> table{
        scanCommand(),
        parseCommand(),
    };
    return table;
}

} // namespace gatehouse::ctl
