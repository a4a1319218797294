// SPDX-License-Identifier: GPL-3.0-or-later
#include "roomrows.h"

#include "presentation/words.h"

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

namespace
{
QString nameOr(const SiteDirectory &site, const std::optional<StaffId> &id)
{
    return id ? site.staffName(*id) : u"—"_s;
}

QString day(const QDateTime &time)
{
    return time.toLocalTime().date().toString(Qt::ISODate);
}

Tone toneOf(const usecases::RoomVisitor &visitor)
{
    if (!visitor.astray.isEmpty())
        return Tone::Bad;
    switch (visitor.access.state) {
    case AccessState::Accepted:
    case AccessState::Inside:
    case AccessState::Outside:
        return visitor.handOverSoon ? Tone::Warn : Tone::Good;
    case AccessState::Requested:
    case AccessState::Approved:
    case AccessState::Assigned:
        return Tone::Warn;
    default:
        return Tone::Neutral;
    }
}
} // namespace

QString RoomRows::visitorName(const usecases::RoomVisitor &visitor)
{
    return visitor.name.isEmpty() ? visitLabel(visitor.number) : visitor.name;
}

QString RoomRows::state(AccessState state)
{
    switch (state) {
    case AccessState::Requested:
        return tr("waits for approval");
    case AccessState::Approved:
        return tr("waits for an escort");
    case AccessState::Assigned:
        return tr("escort asked");
    case AccessState::Accepted:
        return tr("escort accepted");
    case AccessState::Inside:
        return tr("inside");
    case AccessState::Outside:
        return tr("outside");
    case AccessState::Released:
        return tr("released");
    case AccessState::Revoked:
        return tr("revoked");
    case AccessState::Ended:
        return tr("visit ended");
    }
    return {};
}

QString RoomRows::astray(const QString &code)
{
    if (code == u"escort-not-inside")
        return tr("Inside without the escort");
    if (code == u"escort-not-valid")
        return tr("The escort may escort no more");
    if (code == u"window-over")
        return tr("Inside after the time was over");
    if (code == u"over-limit")
        return tr("Too many visitors for one escort");
    if (code == u"second-escort-missing")
        return tr("The second escort is missing");
    if (code == u"not-accepted")
        return tr("Inside, but no escort has accepted");
    return tr("Inside without permission");
}

QString RoomRows::duty(Duty duty)
{
    switch (duty) {
    case Duty::Lead:
        return tr("Lead");
    case Duty::Keeper:
        return tr("Keeper");
    case Duty::Supervisor:
        return tr("Supervisor");
    case Duty::FireKeeper:
        return tr("Fire equipment keeper");
    case Duty::Maintainer:
        return tr("Maintenance");
    }
    return {};
}

QString RoomRows::capacity(const QString &name)
{
    if (name == roleName(Role::Guard))
        return Texts::role(Role::Guard);
    if (name == roleName(Role::Manager))
        return Texts::role(Role::Manager);
    const auto known = dutyFromName(name);
    return known ? duty(*known) : name;
}

QString RoomRows::accessReason(const QString &code)
{
    if (code == u"operations")
        return tr("Operations");
    if (code == u"maintenance")
        return tr("Maintenance");
    if (code == u"monitoring")
        return tr("Monitoring");
    return code == u"rounds" ? tr("Rounds") : tr("Cleaning");
}

QString RoomRows::askedText(const usecases::RoomVisitor &visitor, const SiteDirectory &site)
{
    if (visitor.asked == Asked::Managers)
        return u" · "_s + tr("not answered: a manager sees to it");
    QStringList names;
    for (const StaffId &who : visitor.approversAsked)
        names << site.staffName(who);
    return names.isEmpty() ? QString() : u" · "_s + tr("asked: %1").arg(names.join(tr(", ")));
}

QString RoomRows::note(const usecases::RoomVisitor &visitor, const SiteDirectory &site)
{
    const EscortedAccess &access = visitor.access;
    if (!visitor.astray.isEmpty())
        return astray(visitor.astray);
    if (access.handOverTo)
        return tr("Offered to %1").arg(site.staffName(*access.handOverTo));
    if (access.accepted)
        return visitor.handOverSoon ? tr("Hand over: the escort's authorisation or shift ends") : QString();
    if (!access.approved) {
        QStringList missing;
        for (const std::vector<QString> &slot : visitor.approvalsMissing) {
            QStringList names;
            for (const QString &name : slot)
                names << capacity(name);
            missing << names.join(tr(" or "));
        }
        if (visitor.toApprove)
            return tr("Yours to approve");
        const QString needed =
            missing.isEmpty() ? tr("Another approval is needed") : tr("Approval needed: %1").arg(missing.join(tr(", ")));
        return needed + askedText(visitor, site);
    }
    if (visitor.mine)
        return tr("Yours to accept");
    return visitor.asked == Asked::Named ? QString() : tr("Not answered: asks the others");
}

QString RoomRows::hostWords(const usecases::HostWork &work)
{
    QStringList said{work.reason, work.area, work.changeNumber};
    if (!work.method.isEmpty())
        said << presentation::workMethodText(work.method);
    said.removeAll(QString());
    return said.join(tr(", "));
}

QString RoomRows::about(const usecases::RoomVisitor &visitor, const SiteDirectory &site)
{
    QStringList parts{note(visitor, site)}; // whole, where the column cuts it
    parts.removeAll(QString());
    for (const QString &said : {visitor.workReason, visitor.workArea, visitor.changeNumber}) {
        if (!said.isEmpty())
            parts << said;
    }
    if (const QString host = hostWords(visitor.hostWork); !host.isEmpty())
        parts << tr("the host says: %1").arg(host);
    if (!visitor.access.method.isEmpty())
        parts << presentation::workMethodText(visitor.access.method);
    if (visitor.access.hotWork)
        parts << tr("needs the fire keeper");
    parts << (visitor.briefed ? tr("briefed") : tr("not briefed: the door does not open"));
    return tr("%1: %2").arg(visitorName(visitor), parts.join(u"  ·  "_s));
}

QStringList RoomRows::visitorTitles()
{
    return {tr("Visitor"), tr("Company"), tr("State"), tr("Escort"), tr("Until"), tr("Inside since"), tr("Note")};
}

std::vector<RecordTable::Row> RoomRows::visitors(const usecases::RoomView &view, const SiteDirectory &site)
{
    std::vector<RecordTable::Row> rows;
    for (const usecases::RoomVisitor &visitor : view.visitors) {
        const EscortedAccess &access = visitor.access;
        const Tone tone = toneOf(visitor);
        rows.push_back({access.visit.text(),
                        {Cell{visitorName(visitor), std::nullopt, false, true, false},
                         Cell{visitor.company.isEmpty() ? u"—"_s : visitor.company},
                         Cell{visitor.astray.isEmpty() ? state(access.state) : tr("astray"), tone},
                         Cell{nameOr(site, access.escort)}, Cell{Texts::shortTime(access.windowUntil, view.at)},
                         Cell{visitor.insideSince ? Texts::shortTime(*visitor.insideSince, view.at) : u"—"_s},
                         Cell{note(visitor, site), std::nullopt, false, !visitor.astray.isEmpty() || visitor.mine, false}}});
    }
    return rows;
}

QString RoomRows::emergencyKind(const QString &code)
{
    if (code == u"fire-brigade")
        return tr("Fire brigade");
    if (code == u"ambulance")
        return tr("Ambulance");
    if (code == u"police")
        return tr("Police");
    return code == u"burst-pipe" ? tr("Burst pipe") : tr("Other helpers");
}

QStringList RoomRows::emergencyTitles()
{
    return {tr("Helpers"), tr("Where"),     tr("Came"),          tr("Heads"),
            tr("Inside"),  tr("Let in by"), tr("Who they were"), tr("State")};
}

std::vector<RecordTable::Row> RoomRows::emergencies(const usecases::RoomView &view, const SiteDirectory &site)
{
    std::vector<RecordTable::Row> rows;
    for (const usecases::RoomEmergency &one : view.emergencies) {
        const Emergency &emergency = one.emergency;
        const Cell state =
            emergency.confirmedBy ? Cell{tr("confirmed by %1").arg(site.staffName(*emergency.confirmedBy)), Tone::Good}
            : one.overdue
                ? Cell{tr("not confirmed in time: an incident"), Tone::Bad}
                : Cell{tr("to be confirmed by %1").arg(Texts::shortTime(emergency.at.addDays(1), view.at)), Tone::Warn};
        const QString identity = !one.identity.isEmpty() ? one.identity
                                 : emergency.identity    ? tr("noted")
                                                         : tr("not known yet");
        rows.push_back({emergency.id,
                        {Cell{emergencyKind(emergency.kind), std::nullopt, false, true, false},
                         Cell{Texts::zoneNames(site, {emergency.zone})}, Cell{Texts::shortTime(emergency.at, view.at)},
                         Cell{QString::number(emergency.heads)},
                         Cell{QString::number(emergency.inside()),
                              emergency.inside() > 0 ? std::optional<Tone>(Tone::Warn) : std::nullopt},
                         Cell{site.staffName(emergency.by)}, Cell{identity}, state}});
    }
    return rows;
}

QStringList RoomRows::accessTitles()
{
    return {tr("Person"), tr("For"), tr("Approved by"), tr("Until"), tr("Last reviewed"), tr("Last used"), tr("State")};
}

std::vector<RecordTable::Row> RoomRows::accessList(const usecases::RoomView &view, const SiteDirectory &site)
{
    std::vector<RecordTable::Row> rows;
    for (const AccessGrant &grant : view.accessList) {
        Cell state{tr("may enter"), Tone::Good};
        if (view.at >= grant.until)
            state = {tr("over"), Tone::Neutral};
        else if (grant.isSuspended(view.at))
            state = {tr("suspended: not reviewed"), Tone::Bad};
        else if (grant.isUnused(view.at))
            state = {tr("unused for 90 days"), Tone::Warn};
        rows.push_back({grant.staff.text(),
                        {Cell{site.staffName(grant.staff), std::nullopt, false, true, false},
                         Cell{grant.reason.isEmpty() ? u"—"_s : accessReason(grant.reason)},
                         Cell{site.staffName(grant.approvedBy)}, Cell{day(grant.until)}, Cell{day(grant.reviewedAt)},
                         Cell{grant.lastUsed ? day(*grant.lastUsed) : u"—"_s}, state}});
    }
    return rows;
}

QStringList RoomRows::dutyTitles()
{
    return {tr("Person"), tr("Duty"), tr("Until"), tr("Training")};
}

std::vector<RecordTable::Row> RoomRows::duties(const usecases::RoomView &view, const SiteDirectory &site)
{
    std::vector<RecordTable::Row> rows;
    for (const DutyAssignment &duty : view.duties) {
        const QString name = RoomRows::duty(duty.duty);
        rows.push_back({u"duty|"_s + duty.staff.text() + u'|' + dutyName(duty.duty),
                        {Cell{site.staffName(duty.staff), std::nullopt, false, true, false},
                         Cell{duty.deputy ? tr("%1 (deputy)").arg(name) : name}, Cell{day(duty.until)}, Cell{u"—"_s}}});
    }
    for (const auto &[staff, authorisation] : view.authorisations) {
        const bool soon = view.at.addDays(30) >= authorisation.endsAt();
        rows.push_back({u"escort|"_s + staff.text() + u'|',
                        {Cell{site.staffName(staff), std::nullopt, false, true, false}, Cell{tr("May escort visitors")},
                         Cell{day(authorisation.endsAt()), soon ? std::optional<Tone>(Tone::Warn) : std::nullopt},
                         Cell{authorisation.training.toString(Qt::ISODate)}}});
    }
    return rows;
}

} // namespace gatehouse::admin
