// SPDX-License-Identifier: GPL-3.0-or-later
#include "duties.h"

#include "staffact.h"

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
enum class By { Manager, ManagerOrLead, Reviewer };

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

bool leads(const Workplace &workplace, const StaffId &staff, const ZoneId &zone)
{
    return workplace.authority.duties().holds(staff, zone, Duty::Lead, workplace.clock.now());
}

bool mayState(const Workplace &workplace, const StaffId &by, const StaffId &about, const ZoneId &zone, By who)
{
    const bool manager = workplace.authority.holds(by, Role::Manager);
    switch (who) {
    case By::Manager:
        return manager;
    case By::ManagerOrLead:
        return manager || leads(workplace, by, zone);
    case By::Reviewer:
        return leads(workplace, about, zone) ? manager : leads(workplace, by, zone);
    }
    return false;
}

/// One statement about a person in a zone by somebody who may make it. `check` says what the policy forbids, or nothing.
template <typename Check>
Result<void> state(const Workplace &workplace, const StaffSession &session, const QString &what, const StaffId &about,
                   const ZoneId &zone, By who, QJsonObject details, Check check)
{
    GATEHOUSE_TRY(requireTime(workplace));
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {}));
    if (!mayState(workplace, session.staff.id, about, zone, who))
        return fail(ErrorCode::NotAllowed, QStringLiteral("role"));
    const auto person = workplace.authority.staff(about);
    if (!person || person->state == StaffState::Left || !workplace.authority.zone(zone))
        return fail(ErrorCode::NotFound, QStringLiteral("person or zone"));
    if (const QString code = check(*person); !code.isEmpty())
        return fail(ErrorCode::Blocked, code);
    details.insert(QStringLiteral("zone"), zone.key);
    GATEHOUSE_TRY(record(*transaction, workplace, signerOf(session), what, staffSubject(about), details));
    return transaction->commit();
}

QString nothing(const Staff &)
{
    return {};
}
} // namespace

Result<void> assignDuty(const Workplace &workplace, const StaffSession &session, const DutyTerm &term)
{
    const QJsonObject details{{QStringLiteral("duty"), dutyName(term.duty)},
                              {QStringLiteral("deputy"), term.deputy},
                              {QStringLiteral("from"), timeText(workplace.clock.now())},
                              {QStringLiteral("until"), timeText(term.until)}};
    return state(workplace, session, action::dutyAssign, term.staff, term.zone, By::Manager, details,
                 [&](const Staff &) { return term.until <= workplace.clock.now() ? termOver : QString(); });
}

Result<void> endDuty(const Workplace &workplace, const StaffSession &session, const StaffId &staff, const ZoneId &zone,
                     Duty duty)
{
    return state(workplace, session, action::dutyEnd, staff, zone, By::Manager, {{QStringLiteral("duty"), dutyName(duty)}},
                 nothing);
}

Result<void> stateShiftEnd(const Workplace &workplace, const StaffSession &session, const StaffId &staff,
                           const QDateTime &until)
{
    GATEHOUSE_TRY(requireTime(workplace));
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session));
    if (staff != session.staff.id && !workplace.authority.holds(session.staff.id, Role::Manager))
        return fail(ErrorCode::NotAllowed, QStringLiteral("role"));
    if (until <= workplace.clock.now())
        return fail(ErrorCode::Blocked, termOver);
    GATEHOUSE_TRY(act.state(action::dutyShift, staffSubject(staff), {{QStringLiteral("until"), timeText(until)}}));
    return act.done();
}

Result<void> authoriseEscort(const Workplace &workplace, const StaffSession &session, const StaffId &staff, const ZoneId &zone,
                             const QDateTime &until, const QDate &training)
{
    const QDateTime now = workplace.clock.now();
    const QJsonObject details{{QStringLiteral("until"), timeText(until)},
                              {QStringLiteral("training"), training.toString(Qt::ISODate)}};
    return state(workplace, session, action::escortAuthorise, staff, zone, By::ManagerOrLead, details,
                 [&](const Staff &person) -> QString {
                     if (person.grade != Grade::Managerial)
                         return QStringLiteral("escort-not-managerial"); // R4
                     if (staff == session.staff.id)
                         return QStringLiteral("not-for-oneself");
                     if (!training.isValid() || training > now.toLocalTime().date() ||
                         EscortAuthorisation{until, training, {}}.endsAt() <= now)
                         return QStringLiteral("escort-training-over"); // R23
                     return {};
                 });
}

Result<void> withdrawEscort(const Workplace &workplace, const StaffSession &session, const StaffId &staff, const ZoneId &zone)
{
    return state(workplace, session, action::escortWithdraw, staff, zone, By::ManagerOrLead, {}, nothing);
}

Result<void> grantAccess(const Workplace &workplace, const StaffSession &session, const StaffId &staff, const ZoneId &zone,
                         const QDateTime &until, const QString &reason)
{
    if (!accessReasons().contains(reason))
        return fail(ErrorCode::Invalid, QStringLiteral("reason"));
    return state(workplace, session, action::accessGrant, staff, zone, By::ManagerOrLead,
                 {{QStringLiteral("until"), timeText(until)}, {QStringLiteral("reason"), reason}},
                 [&](const Staff &) -> QString {
                     if (staff == session.staff.id)
                         return QStringLiteral("not-for-oneself");
                     return until <= workplace.clock.now() ? termOver : QString();
                 });
}

Result<void> reviewAccess(const Workplace &workplace, const StaffSession &session, const StaffId &staff, const ZoneId &zone)
{
    return state(workplace, session, action::accessReview, staff, zone, By::Reviewer, {}, [&](const Staff &) -> QString {
        if (staff == session.staff.id)
            return QStringLiteral("not-for-oneself");
        return workplace.authority.duties().access(staff, zone) ? QString() : QStringLiteral("not-on-the-list");
    });
}

Result<void> withdrawAccess(const Workplace &workplace, const StaffSession &session, const StaffId &staff, const ZoneId &zone)
{
    return state(workplace, session, action::accessWithdraw, staff, zone, By::ManagerOrLead, {}, nothing);
}

QStringList accessReasons()
{
    return {QStringLiteral("operations"), QStringLiteral("maintenance"), QStringLiteral("monitoring"), QStringLiteral("rounds"),
            QStringLiteral("cleaning")};
}

} // namespace gatehouse::usecases
