// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"

namespace gatehouse::ctl
{

const std::vector<Command> &commandTable()
{
    static const std::vector<Command> table{
        initCommand(),        demoCommand(),         scanCommand(),           parseCommand(),         badgeVerifyCommand(),
        logVerifyCommand(),   logSearchCommand(),    logExportCommand(),      logCheckpointCommand(), staffListCommand(),
        staffInviteCommand(), staffCodeCommand(),    staffActivateCommand(),  staffEndCommand(),      staffPasswordCommand(),
        stationListCommand(), stationEnrolCommand(), stationConfirmCommand(), stationRevokeCommand(), timeConfirmCommand(),
    };
    return table;
}

} // namespace gatehouse::ctl
