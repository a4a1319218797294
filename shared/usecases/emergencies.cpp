// SPDX-License-Identifier: GPL-3.0-or-later
#include "emergencies.h"

#include "incidents.h"
#include "notes.h"

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
Result<Emergency> emergencyOf(const Workplace &workplace, const QString &id)
{
    for (const Emergency &emergency : workplace.authority.escorts().presence().emergencies()) {
        if (emergency.id == id)
            return emergency;
    }
    return fail(ErrorCode::NotFound, QStringLiteral("emergency"));
}

Result<void> say(Transaction &transaction, const Workplace &workplace, const StaffSession &session, const QString &what,
                 const Emergency &emergency, int heads)
{
    GATEHOUSE_TRY(record(transaction, workplace, signerOf(session), what, zoneSubject(emergency.zone),
                         {{QStringLiteral("zone"), emergency.zone.key},
                          {QStringLiteral("emergency"), emergency.id},
                          {QStringLiteral("kind"), emergency.kind},
                          {QStringLiteral("heads"), heads}}));
    return transaction.commit();
}
} // namespace

Result<QString> enterEmergency(const Workplace &workplace, const StaffSession &session, const ZoneId &zone, const QString &kind,
                               int heads)
{
    if (!emergencyKinds().contains(kind) || heads < 1)
        return fail(ErrorCode::Invalid, QStringLiteral("kind or heads"));
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace)); // a wrong clock does not keep the fire brigade out
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {Role::Guard, Role::Manager}));
    Emergency emergency;
    emergency.id = makeUuid7(workplace.clock, workplace.randomness).toString(QUuid::WithoutBraces);
    emergency.zone = zone;
    emergency.kind = kind;
    GATEHOUSE_TRY(say(*transaction, workplace, session, action::emergencyEnter, emergency, heads));
    return emergency.id;
}

Result<void> joinEmergency(const Workplace &workplace, const StaffSession &session, const QString &id, int heads)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {Role::Guard, Role::Manager}));
    GATEHOUSE_TRY_ASSIGN(const Emergency emergency, emergencyOf(workplace, id));
    if (heads < 1)
        return fail(ErrorCode::Invalid, QStringLiteral("heads"));
    if (emergency.confirmedBy)
        return fail(ErrorCode::Conflict, emergencyConfirmed);
    return say(*transaction, workplace, session, action::emergencyEnter, emergency, heads);
}

Result<void> leaveEmergency(const Workplace &workplace, const StaffSession &session, const QString &id, int heads)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {Role::Guard, Role::Manager}));
    GATEHOUSE_TRY_ASSIGN(const Emergency emergency, emergencyOf(workplace, id));
    if (heads < 1 || emergency.left + heads > emergency.heads)
        return fail(ErrorCode::Blocked, headsDiffer);
    return say(*transaction, workplace, session, action::emergencyLeave, emergency, heads);
}

Result<void> identifyEmergency(const Workplace &workplace, const StaffSession &session, const QString &id, const QString &text)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {Role::Guard, Role::Manager}));
    GATEHOUSE_TRY_ASSIGN(const Emergency emergency, emergencyOf(workplace, id));
    GATEHOUSE_TRY_ASSIGN(const std::optional<NoteRef> note,
                         writeNote(*transaction, workplace, emergencySubject(id), text.trimmed()));
    if (!note)
        return fail(ErrorCode::Invalid, QStringLiteral("text"));
    GATEHOUSE_TRY(record(*transaction, workplace, signerOf(session), action::emergencyIdentify, zoneSubject(emergency.zone),
                         {{QStringLiteral("zone"), emergency.zone.key},
                          {QStringLiteral("emergency"), emergency.id},
                          {QStringLiteral("note"), toJson(*note)}}));
    return transaction->commit();
}

Result<void> confirmEmergency(const Workplace &workplace, const StaffSession &session, const QString &id)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {Role::Manager}));
    GATEHOUSE_TRY_ASSIGN(const Emergency emergency, emergencyOf(workplace, id));
    if (emergency.by == session.staff.id)
        return fail(ErrorCode::Blocked, QStringLiteral("not-for-oneself"));
    if (emergency.confirmedBy)
        return fail(ErrorCode::Conflict, emergencyConfirmed);
    return say(*transaction, workplace, session, action::emergencyConfirm, emergency, emergency.heads);
}

Result<int> reportUnconfirmed(Transaction &transaction, const Workplace &workplace)
{
    int reported = 0;
    const std::vector<Incident> all = workplace.authority.rooms().incidents.all();
    for (const Emergency &emergency : workplace.authority.escorts().presence().emergencies()) {
        const QString about = emergencySubject(emergency.id);
        const bool known = std::any_of(all.begin(), all.end(), [&](const Incident &one) { return one.about == about; });
        if (known || !emergency.isOverdue(workplace.clock.now()))
            continue;
        GATEHOUSE_TRY(openIncidentIn(transaction, workplace, signerOf(workplace),
                                     {IncidentKind::UnconfirmedEmergency, emergency.zone, about, emergency.kind, {}, {}, {}}));
        ++reported;
    }
    return reported;
}

QString emergencySubject(const QString &emergency)
{
    return QStringLiteral("emergency:") + emergency;
}

} // namespace gatehouse::usecases
