// SPDX-License-Identifier: GPL-3.0-or-later
#include "opensite.h"

#include "usecases/confirmtime.h"

namespace gatehouse::ctl
{

namespace
{

int runTimeConfirm(Invocation &invocation)
{
    return withSession(invocation, [&](OpenSite &site, usecases::StaffSession &session, SecretSource &) -> int {
        const auto &console = invocation.console;
        const auto now = site.clock().now().toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
        const auto doubt = usecases::clockDoubt(site.workplace());
        if (doubt && *doubt && (*doubt)->setBy)
            console.say(QStringLiteral("The latest time in the log, %1, was written by entry %2 (%3 by %4).")
                            .arg((*doubt)->floor.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")),
                                 QString::number((*doubt)->setBy->sequence), (*doubt)->setBy->action,
                                 (*doubt)->setBy->by.isEmpty() ? (*doubt)->setBy->actor : (*doubt)->setBy->by));
        if (const auto done = usecases::confirmTime(site.workplace(), session); !done)
            return console.failed(done.error(), QStringLiteral("time confirm at %1").arg(now));
        console.object({{QStringLiteral("time"), now}, {QStringLiteral("done"), true}});
        console.say(QStringLiteral("It is %1: every station believes this machine's clock again.").arg(now));
        return Done;
    });
}

} // namespace

Command timeConfirmCommand()
{
    Command command;
    command.words = QStringLiteral("time confirm");
    command.summary =
        QStringLiteral("As a manager: this machine's clock is right, whatever a clock that was ahead wrote into the log.");
    command.options = {signInOption()};
    command.run = runTimeConfirm;
    return command;
}

} // namespace gatehouse::ctl
