// SPDX-License-Identifier: GPL-3.0-or-later
#include "roomitems.h"

#include "domain/roomactions.h"
#include "incidents.h"
#include "notes.h"
#include "staffaccounts.h"
#include "staffact.h"

#include <QJsonArray>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
constexpr int longestLabel = 80;

const ItemBook &itemBook(const Workplace &workplace)
{
    return workplace.authority.rooms().items;
}

Result<void> requireRegistrar(const Workplace &workplace, const StaffSession &session, const ZoneId &zone)
{
    if (!mayKeepRegister(bearerOf(workplace, session.staff.id), zone))
        return fail(ErrorCode::NotAllowed, QStringLiteral("register"));
    return {};
}

Result<Registered> itemOf(const Workplace &workplace, const StaffSession &session, const RegisteredId &id)
{
    const std::optional<Registered> item = itemBook(workplace).byId(id);
    if (!item)
        return fail(ErrorCode::NotFound, QStringLiteral("item"));
    GATEHOUSE_TRY(requireRegistrar(workplace, session, item->zone));
    return *item;
}

/// Whoever takes something is here: an active member of staff or a visitor on site.
Result<void> requireTaker(Transaction &transaction, const Workplace &workplace, const QString &taker)
{
    if (const auto staff = staffOf(taker); staff && workplace.authority.isActive(*staff))
        return {};
    if (const auto visitId = visitOf(taker)) {
        GATEHOUSE_TRY_ASSIGN(const std::optional<Visit> visit, transaction.visits().byId(*visitId));
        if (visit && visit->state == VisitState::OnSite)
            return {};
    }
    return fail(ErrorCode::Invalid, QStringLiteral("taker"));
}
} // namespace

Result<RegisteredId> addRegistered(const Workplace &workplace, const StaffSession &session, RegisteredKind kind,
                                   const QString &label, const ZoneId &zone)
{
    const QString name = label.trimmed();
    if (name.isEmpty() || name.size() > longestLabel)
        return fail(ErrorCode::Invalid, QStringLiteral("label"));
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session));
    GATEHOUSE_TRY(requireRegistrar(workplace, session, zone));
    const RegisteredId id = makeId<RegisteredId>(workplace.clock, workplace.randomness);
    GATEHOUSE_TRY(act.state(action::registerAdd, registeredSubject(id),
                            {{QStringLiteral("kind"), registeredKindName(kind)},
                             {QStringLiteral("label"), name},
                             {QStringLiteral("zone"), zone.key}}));
    GATEHOUSE_TRY(act.done());
    return id;
}

Result<void> lendRegistered(const Workplace &workplace, const StaffSession &session, const RegisteredId &id, const QString &to,
                            const QDateTime &until, bool takenOut)
{
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session));
    GATEHOUSE_TRY_ASSIGN(const Registered item, itemOf(workplace, session, id));
    if (item.loan || item.lost)
        return fail(ErrorCode::Conflict, QStringLiteral("out"));
    GATEHOUSE_TRY(requireTaker(act.transaction(), workplace, to));
    if (until <= workplace.clock.now())
        return fail(ErrorCode::Invalid, QStringLiteral("until"));
    GATEHOUSE_TRY(act.state(action::registerLend, registeredSubject(id),
                            {{QStringLiteral("to"), to},
                             {QStringLiteral("until"), until.toUTC().toString(Qt::ISODateWithMs)},
                             {QStringLiteral("takenOut"), takenOut}}));
    return act.done();
}

Result<void> recordVirusCheck(const Workplace &workplace, const StaffSession &session, const RegisteredId &id,
                              const QString &tool, bool clean)
{
    const QString name = tool.trimmed();
    if (name.isEmpty() || name.size() > longestLabel)
        return fail(ErrorCode::Invalid, QStringLiteral("tool"));
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session));
    GATEHOUSE_TRY_ASSIGN(const Registered item, itemOf(workplace, session, id));
    if (!item.isOut())
        return fail(ErrorCode::Conflict, QStringLiteral("not out"));
    GATEHOUSE_TRY(act.state(action::registerVirusCheck, registeredSubject(id),
                            {{QStringLiteral("tool"), name}, {QStringLiteral("clean"), clean}}));
    if (!clean) {
        const NewIncident found{IncidentKind::InformationSecurity, item.zone, registeredSubject(id), virusFound, {}, {}, {}};
        GATEHOUSE_TRY(openIncidentIn(act.transaction(), workplace, signerOf(session), found));
    }
    return act.done();
}

Result<void> returnRegistered(const Workplace &workplace, const StaffSession &session, const RegisteredId &id)
{
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session));
    GATEHOUSE_TRY_ASSIGN(const Registered item, itemOf(workplace, session, id));
    if (!item.isOut())
        return fail(ErrorCode::Conflict, QStringLiteral("not out"));
    if (const QString hindrance = item.returnHindrance(); !hindrance.isEmpty())
        return fail(ErrorCode::Blocked, hindrance);
    GATEHOUSE_TRY(act.state(action::registerReturn, registeredSubject(id)));
    return act.done();
}

Result<void> loseRegistered(const Workplace &workplace, const StaffSession &session, const RegisteredId &id)
{
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session));
    GATEHOUSE_TRY_ASSIGN(const Registered item, itemOf(workplace, session, id));
    if (item.lost)
        return fail(ErrorCode::Conflict, QStringLiteral("lost"));
    GATEHOUSE_TRY(act.state(action::registerLost, registeredSubject(id)));
    const NewIncident missing{
        IncidentKind::MissingItem, item.zone, registeredSubject(id), registeredKindName(item.kind), {}, {}, {}};
    GATEHOUSE_TRY(openIncidentIn(act.transaction(), workplace, signerOf(session), missing));
    return act.done();
}

Result<MaterialPassId> requestPass(const Workplace &workplace, const StaffSession &session, const NewPass &pass)
{
    const QString serial = pass.serial.trimmed();
    if (serial.isEmpty() || serial.size() > longestLabel || !workplace.authority.isActive(pass.owner))
        return fail(ErrorCode::Invalid, QStringLiteral("pass"));
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session));
    GATEHOUSE_TRY(requireTaker(act.transaction(), workplace, pass.taker));
    if (staffOf(pass.taker) == pass.owner)
        return fail(ErrorCode::Invalid, QStringLiteral("own approval"));
    const MaterialPassId id = makeId<MaterialPassId>(workplace.clock, workplace.randomness);
    QJsonObject details{{QStringLiteral("what"), pass.what},
                        {QStringLiteral("serial"), serial},
                        {QStringLiteral("zone"), pass.zone.key},
                        {QStringLiteral("owner"), pass.owner.text()},
                        {QStringLiteral("taker"), pass.taker}};
    GATEHOUSE_TRY_ASSIGN(const auto note, writeNote(act.transaction(), workplace, passSubject(id), pass.text));
    if (note)
        details.insert(QStringLiteral("note"), toJson(*note));
    GATEHOUSE_TRY(act.state(action::passRequest, passSubject(id), details));
    GATEHOUSE_TRY(act.done());
    return id;
}

Result<void> decidePass(const Workplace &workplace, const StaffSession &owner, const MaterialPassId &id, bool approved)
{
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, owner));
    const std::optional<MaterialPass> pass = itemBook(workplace).pass(id);
    if (!pass)
        return fail(ErrorCode::NotFound, QStringLiteral("pass"));
    if (pass->state != MaterialPass::State::Requested)
        return fail(ErrorCode::Conflict, QStringLiteral("decided"));
    if (pass->owner != owner.staff.id)
        return fail(ErrorCode::NotAllowed, QStringLiteral("owner"));
    GATEHOUSE_TRY(act.state(approved ? action::passApprove : action::passRefuse, passSubject(id)));
    return act.done();
}

Result<void> letPassLeave(const Workplace &workplace, const StaffSession &guard, const MaterialPassId &id,
                          const QString &serial)
{
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, guard, {Role::Guard}));
    const std::optional<MaterialPass> pass = itemBook(workplace).pass(id);
    if (!pass)
        return fail(ErrorCode::NotFound, QStringLiteral("pass"));
    if (pass->state != MaterialPass::State::Approved)
        return fail(ErrorCode::Blocked, QStringLiteral("not-approved"));
    if (staffOf(pass->taker) == guard.staff.id)
        return fail(ErrorCode::NotAllowed, QStringLiteral("own pass"));
    if (serial.trimmed() != pass->serial) {
        const NewIncident other{IncidentKind::UndeclaredItem, pass->zone, passSubject(id), pass->what, {}, {}, {}};
        GATEHOUSE_TRY(openIncidentIn(act.transaction(), workplace, signerOf(guard), other));
        GATEHOUSE_TRY(act.done());
        return fail(ErrorCode::Blocked, otherSerial);
    }
    GATEHOUSE_TRY(act.state(action::passLeave, passSubject(id), {{QStringLiteral("serial"), pass->serial}}));
    return act.done();
}

Result<void> reportUndeclared(const Workplace &workplace, const StaffSession &session, const VisitId &visit,
                              const QString &kind, const QString &text)
{
    if (!itemKinds().contains(kind))
        return fail(ErrorCode::Invalid, QStringLiteral("item"));
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session));
    GATEHOUSE_TRY_ASSIGN(const std::optional<Visit> found, act.transaction().visits().byId(visit));
    if (!found)
        return fail(ErrorCode::NotFound, QStringLiteral("visit"));
    const ZoneId zone =
        workplace.authority.escorts().whereIs(visit).value_or(found->zones.empty() ? ZoneId() : found->zones.front());
    GATEHOUSE_TRY(openIncidentIn(act.transaction(), workplace, signerOf(session),
                                 {IncidentKind::UndeclaredItem, zone, visitSubject(visit), kind, text, {}, {}}));
    return act.done();
}

Result<void> completeLeaving(const Workplace &workplace, const StaffSession &manager, const Leaving &leaving)
{
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, manager, {Role::Manager}));
    const QString subject = staffSubject(leaving.staff);
    const std::vector<Registered> out = itemBook(workplace).heldBy(subject);
    const QString missing = leaving.missing.trimmed();
    for (const QString &code : leavingCodes()) {
        if (!leaving.returned.contains(code) && missing.isEmpty())
            return fail(ErrorCode::Blocked, code);
    }
    if (!out.empty() && missing.isEmpty())
        return fail(ErrorCode::Blocked, out.front().label);
    QStringList labels;
    for (const Registered &item : out)
        labels << item.label;
    GATEHOUSE_TRY(act.state(action::staffLeave, subject,
                            {{QStringLiteral("returned"), QJsonArray::fromStringList(leaving.returned)},
                             {QStringLiteral("missing"), !missing.isEmpty()},
                             {QStringLiteral("out"), QJsonArray::fromStringList(labels)}}));
    if (!missing.isEmpty()) {
        GATEHOUSE_TRY_ASSIGN(const ZoneId entrance, entranceZone(act.transaction(), workplace));
        const ZoneId zone = out.empty() ? entrance : out.front().zone;
        GATEHOUSE_TRY(openIncidentIn(
            act.transaction(), workplace, signerOf(manager),
            {IncidentKind::MissingItem, zone, subject, QStringLiteral("leaving"), missing, manager.staff.id, {}}));
    }
    GATEHOUSE_TRY(endStaffIn(act.transaction(), workplace, manager, leaving.staff));
    return act.done();
}

Result<ItemsView> itemsView(const Workplace &workplace, const StaffSession &session)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {}));
    const ItemBook &book = itemBook(workplace);
    return ItemsView{book.registered(), book.passes(), book.deposits()};
}

} // namespace gatehouse::usecases
