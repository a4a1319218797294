// SPDX-License-Identifier: GPL-3.0-or-later
#include "exceptionbook.h"

#include "names.h"
#include "statementdetails.h"

namespace gatehouse::domain
{

namespace
{
constexpr NameTable<ExceptionState, 7> exceptionStates{{
    {ExceptionState::Requested, QLatin1String("requested")},
    {ExceptionState::Checked, QLatin1String("checked")},
    {ExceptionState::Signed, QLatin1String("signed")},
    {ExceptionState::Opened, QLatin1String("opened")},
    {ExceptionState::Relocked, QLatin1String("relocked")},
    {ExceptionState::Refused, QLatin1String("refused")},
    {ExceptionState::ClosedAtOnce, QLatin1String("closed-at-once")},
}};
} // namespace

bool ExceptionBook::wants(const QString &what) const
{
    return what.startsWith(QLatin1String("exception."));
}

bool ExceptionBook::may(const ExceptionRequest &request, const QString &what, const StaffId &by, bool manager,
                        const QDateTime &at) const
{
    const auto holds = [&](Duty duty) { return m_duties.holds(by, request.zone, duty, at); };
    const bool supervises = holds(Duty::Supervisor);
    const bool leads = manager || holds(Duty::Lead);
    // What nobody decided before its end has lapsed.
    const bool fresh = at <= request.until && by != request.requestedBy && by != request.checkedBy;
    switch (request.state) {
    case ExceptionState::Requested:
        return fresh && supervises && (what == action::exceptionCheck || what == action::exceptionRefuse);
    case ExceptionState::Checked:
        return fresh && leads && (what == action::exceptionSign || what == action::exceptionRefuse);
    case ExceptionState::Signed:
        return (what == action::exceptionCarryOut && request.maintainer == by && at <= request.until) ||
               (what == action::exceptionClose && (manager || holds(Duty::Maintainer)));
    case ExceptionState::Opened:
        return (what == action::exceptionRelock && request.maintainer == by) ||
               (what == action::exceptionClose && (manager || holds(Duty::Maintainer)));
    case ExceptionState::Relocked:
    case ExceptionState::Refused:
    case ExceptionState::ClosedAtOnce:
        return false;
    }
    return false;
}

void ExceptionBook::apply(const LedgerEntry &entry, const StandingView &view)
{
    const ExceptionId id = detail::subjectId<ExceptionId>(entry, "exception:");
    const std::optional<StaffId> by = staffOf(entry.actor);
    if (id.isNull() || !by)
        return;
    const auto found = m_requests.find(id);
    if (entry.action == action::exceptionRequest) {
        ExceptionRequest request;
        request.id = id;
        request.kind = detail::text(entry, "kind");
        request.zone = ZoneId{detail::text(entry, "zone")};
        request.system = detail::text(entry, "system");
        request.requestedBy = *by;
        request.requestedAt = entry.occurred;
        request.until = detail::time(entry, "until");
        request.note = detail::note(entry);
        if (found == m_requests.end() && exceptionKinds().contains(request.kind) && request.until.isValid())
            m_requests.emplace(id, request);
        return;
    }
    const bool manager = view.held(*by, Role::Manager, entry.sequence);
    if (found != m_requests.end() && may(found->second, entry.action, *by, manager, entry.recorded))
        step(found->second, entry, *by);
}

void ExceptionBook::step(ExceptionRequest &request, const LedgerEntry &entry, const StaffId &by) const
{
    if (entry.action == action::exceptionCheck) {
        request.state = ExceptionState::Checked;
        request.checkedBy = by;
    } else if (entry.action == action::exceptionSign) {
        const auto maintainer = detail::staff(entry, "maintainer");
        // One named maintenance person alone (R8), who did not ask for it.
        if (!maintainer || *maintainer == request.requestedBy ||
            !m_duties.holds(*maintainer, request.zone, Duty::Maintainer, entry.recorded))
            return;
        request.state = ExceptionState::Signed;
        request.signedBy = by;
        request.maintainer = maintainer;
    } else if (entry.action == action::exceptionCarryOut) {
        request.state = ExceptionState::Opened;
        request.openedAt = entry.occurred;
    } else {
        request.state = entry.action == action::exceptionRelock   ? ExceptionState::Relocked
                        : entry.action == action::exceptionRefuse ? ExceptionState::Refused
                                                                  : ExceptionState::ClosedAtOnce;
        request.endedBy = by;
        request.endedAt = entry.occurred;
        request.endNote = detail::note(entry);
    }
}

std::optional<ExceptionRequest> ExceptionBook::byId(const ExceptionId &id) const
{
    const auto found = m_requests.find(id);
    return found == m_requests.end() ? std::nullopt : std::optional<ExceptionRequest>(found->second);
}

std::vector<ExceptionRequest> ExceptionBook::all() const
{
    std::vector<ExceptionRequest> found;
    for (auto request = m_requests.rbegin(); request != m_requests.rend(); ++request)
        found.push_back(request->second);
    return found;
}

QString exceptionSubject(const ExceptionId &id)
{
    return QStringLiteral("exception:") + id.text();
}

QString exceptionStateName(ExceptionState state)
{
    return nameIn(exceptionStates, state);
}

QStringList exceptionKinds()
{
    return {QStringLiteral("usb"), QStringLiteral("internet"), QStringLiteral("network"), QStringLiteral("right"),
            QStringLiteral("staff-number")};
}

} // namespace gatehouse::domain
