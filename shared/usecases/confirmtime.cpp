// SPDX-License-Identifier: GPL-3.0-or-later
#include "confirmtime.h"

namespace gatehouse::usecases
{

using namespace domain;

Result<void> confirmTime(const Workplace &workplace, const StaffSession &manager)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, manager, {Role::Manager}));
    if (workplace.time.trusted())
        return fail(ErrorCode::Conflict, QStringLiteral("the clock is believed already"));
    if (!workplace.time.ranEvenly())
        return fail(ErrorCode::ClockWrong, QStringLiteral("it was set while the program ran"));
    GATEHOUSE_TRY(record(*transaction, workplace, signerOf(manager), action::timeConfirm, QStringLiteral("time"),
                         {{QStringLiteral("floor"), workplace.time.floor().toString(Qt::ISODateWithMs)}}));
    return transaction->commit();
}

} // namespace gatehouse::usecases
