// SPDX-License-Identifier: GPL-3.0-or-later
#include "exceptions.h"

#include "domain/roomactions.h"
#include "notes.h"
#include "staffact.h"

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
constexpr int longestSystem = 80;
constexpr int longestDays = 30;

const ExceptionBook &exceptionBook(const Workplace &workplace)
{
    return workplace.authority.rooms().exceptions;
}

bool isTurnOf(const Workplace &workplace, const StaffSession &session, const ExceptionRequest &request, const QString &step)
{
    const bool manager = workplace.authority.holds(session.staff.id, Role::Manager);
    return exceptionBook(workplace).may(request, step, session.staff.id, manager, workplace.clock.now());
}

Result<void> take(const Workplace &workplace, const StaffSession &session, const ExceptionId &id, const QString &step,
                  QJsonObject details = {}, const QString &text = {})
{
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session));
    const std::optional<ExceptionRequest> request = exceptionBook(workplace).byId(id);
    if (!request)
        return fail(ErrorCode::NotFound, QStringLiteral("exception"));
    if (!isTurnOf(workplace, session, *request, step))
        return fail(ErrorCode::NotAllowed, exceptionStateName(request->state));
    GATEHOUSE_TRY_ASSIGN(const auto note, writeNote(act.transaction(), workplace, exceptionSubject(id), text));
    if (note)
        details.insert(QStringLiteral("note"), toJson(*note));
    GATEHOUSE_TRY(act.state(step, exceptionSubject(id), details));
    return act.done();
}
} // namespace

Result<ExceptionId> requestException(const Workplace &workplace, const StaffSession &session, const NewException &request)
{
    const QDateTime now = workplace.clock.now();
    const QString system = request.system.trimmed();
    const bool fits = exceptionKinds().contains(request.kind) && !system.isEmpty() && system.size() <= longestSystem &&
                      request.until > now && request.until <= now.addDays(longestDays);
    if (!fits)
        return fail(ErrorCode::Invalid, QStringLiteral("exception"));
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session));
    const ExceptionId id = makeId<ExceptionId>(workplace.clock, workplace.randomness);
    QJsonObject details{{QStringLiteral("kind"), request.kind},
                        {QStringLiteral("zone"), request.zone.key},
                        {QStringLiteral("system"), system},
                        {QStringLiteral("until"), request.until.toUTC().toString(Qt::ISODateWithMs)}};
    GATEHOUSE_TRY_ASSIGN(const auto note, writeNote(act.transaction(), workplace, exceptionSubject(id), request.text));
    if (note)
        details.insert(QStringLiteral("note"), toJson(*note));
    GATEHOUSE_TRY(act.state(action::exceptionRequest, exceptionSubject(id), details));
    GATEHOUSE_TRY(act.done());
    return id;
}

Result<void> checkException(const Workplace &workplace, const StaffSession &supervisor, const ExceptionId &id)
{
    return take(workplace, supervisor, id, action::exceptionCheck);
}

Result<void> signException(const Workplace &workplace, const StaffSession &leader, const ExceptionId &id,
                           const StaffId &maintainer)
{
    {
        GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
        const std::optional<ExceptionRequest> request = exceptionBook(workplace).byId(id);
        if (!request)
            return fail(ErrorCode::NotFound, QStringLiteral("exception"));
        const bool holds =
            workplace.authority.duties().holds(maintainer, request->zone, Duty::Maintainer, workplace.clock.now());
        if (!holds || maintainer == request->requestedBy)
            return fail(ErrorCode::Invalid, noMaintainer);
    }
    return take(workplace, leader, id, action::exceptionSign, {{QStringLiteral("maintainer"), maintainer.text()}});
}

Result<void> refuseException(const Workplace &workplace, const StaffSession &session, const ExceptionId &id,
                             const QString &text)
{
    return take(workplace, session, id, action::exceptionRefuse, {}, text);
}

Result<void> carryOutException(const Workplace &workplace, const StaffSession &maintainer, const ExceptionId &id)
{
    return take(workplace, maintainer, id, action::exceptionCarryOut);
}

Result<void> relockException(const Workplace &workplace, const StaffSession &maintainer, const ExceptionId &id)
{
    return take(workplace, maintainer, id, action::exceptionRelock);
}

Result<void> closeExceptionAtOnce(const Workplace &workplace, const StaffSession &session, const ExceptionId &id,
                                  const QString &text)
{
    if (text.trimmed().isEmpty())
        return fail(ErrorCode::Invalid, QStringLiteral("reason"));
    return take(workplace, session, id, action::exceptionClose, {}, text);
}

Result<std::vector<ExceptionCase>> exceptionCases(const Workplace &workplace, const StaffSession &session)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {}));
    const QStringList steps{action::exceptionCheck,    action::exceptionSign,   action::exceptionRefuse,
                            action::exceptionCarryOut, action::exceptionRelock, action::exceptionClose};
    std::vector<ExceptionCase> cases;
    for (const ExceptionRequest &request : exceptionBook(workplace).all()) {
        const QString subject = exceptionSubject(request.id);
        ExceptionCase one{request,
                          noteOrNothing(*transaction, session, subject, request.note),
                          noteOrNothing(*transaction, session, subject, request.endNote),
                          request.isOpen() && request.isOverdue(workplace.clock.now()),
                          {}};
        for (const QString &step : steps) {
            if (isTurnOf(workplace, session, request, step))
                one.steps << step;
        }
        cases.push_back(std::move(one));
    }
    const auto rank = [](const ExceptionCase &one) { return one.overdue ? 0 : one.request.isRunning() ? 1 : 2; };
    std::stable_sort(cases.begin(), cases.end(),
                     [&](const ExceptionCase &a, const ExceptionCase &b) { return rank(a) < rank(b); });
    return cases;
}

} // namespace gatehouse::usecases
