// SPDX-License-Identifier: GPL-3.0-or-later
#include "confirmtime.h"

#include <algorithm>

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

Result<bool> markTime(Transaction &transaction, const Workplace &workplace)
{
    // Times less what clocks may differ, as for whoever dates back.
    const QDateTime before = workplace.authority.latestTime().addDuration(-TimeGuard::tolerance);
    const QDateTime now = workplace.clock.now().addDuration(-TimeGuard::tolerance);
    const std::vector<DutyAssignment> open = workplace.authority.duties().assignments(before);
    if (std::none_of(open.begin(), open.end(), [&](const DutyAssignment &one) { return one.until <= now; }))
        return false;
    GATEHOUSE_TRY(record(transaction, workplace, signerOf(workplace), action::timeMark, QStringLiteral("time")));
    return true;
}

Result<std::optional<ClockDoubt>> clockDoubt(const Workplace &workplace)
{
    GATEHOUSE_TRY(beginRead(workplace)); // what others wrote meanwhile counts
    const TimeGuard &time = workplace.time;
    if (time.trusted())
        return std::nullopt;
    return ClockDoubt{workplace.clock.now(), time.floor(), workplace.authority.latestEntry(), time.ranEvenly()};
}

} // namespace gatehouse::usecases
