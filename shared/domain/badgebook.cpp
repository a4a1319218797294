// SPDX-License-Identifier: GPL-3.0-or-later
#include "badgebook.h"

#include "presencebook.h"

#include <QJsonArray>

#include <algorithm>
#include <iterator>
#include <numeric>

namespace gatehouse::domain
{

namespace
{
QString text(const LedgerEntry &entry, const char *name)
{
    return entry.details.value(QLatin1String(name)).toString();
}

quint64 serialIn(const LedgerEntry &entry)
{
    return serialFromText(text(entry, "serial"));
}

BadgeRecord recordIn(const LedgerEntry &entry)
{
    BadgeRecord badge;
    badge.serial = serialIn(entry);
    badge.tokenHash = QByteArray::fromHex(text(entry, "token").toLatin1());
    badge.station = entry.station;
    return badge;
}
} // namespace

BadgeStanding standingInTime(const QDateTime &notBefore, const QDateTime &notAfter, const QDateTime &now)
{
    if (now < notBefore)
        return BadgeStanding::NotYet;
    return now < notAfter ? BadgeStanding::Sound : BadgeStanding::Expired;
}

BadgeStanding standingOf(const ReadBadge &badge, const QDateTime &now)
{
    if (!badge.ofThisSite)
        return BadgeStanding::Foreign;
    if (!badge.genuine)
        return BadgeStanding::Forged;
    if (!badge.issued)
        return BadgeStanding::Unknown;
    switch (badge.issued->state) {
    case BadgeState::Issued:
        break;
    case BadgeState::Returned:
        return BadgeStanding::Returned;
    case BadgeState::Lost:
        return BadgeStanding::Lost;
    case BadgeState::Revoked:
        return BadgeStanding::Revoked;
    }
    return standingInTime(badge.notBefore, badge.notAfter, now);
}

bool BadgeBook::wants(const QString &what) const
{
    return what == action::badgeIssue || what == action::badgeReturn || what == action::badgeRevoke ||
           what == action::staffBadgeIssue || what == action::staffBadgeRevoke || what == action::staffRevoke;
}

void BadgeBook::apply(const LedgerEntry &entry, const StandingView &standing)
{
    if (entry.action == action::badgeIssue) {
        issueVisitor(entry);
    } else if (entry.action == action::staffBadgeIssue) {
        issueStaff(entry);
    } else if (entry.action == action::badgeReturn || entry.action == action::badgeRevoke) {
        const auto found = m_badges.constFind(serialIn(entry));
        const bool revokes = entry.action == action::badgeRevoke;
        if (found != m_badges.constEnd() && found->visit == visitOf(entry.subject) && found->visit &&
            (!revokes || mayRevoke(*found, entry, standing)))
            end(found->serial, badgeStateFromName(text(entry, "state")).value_or(BadgeState::Revoked), entry.occurred);
    } else if (entry.action == action::staffBadgeRevoke) {
        const auto found = m_badges.constFind(serialIn(entry));
        if (found != m_badges.constEnd() && found->staff && mayRevoke(*found, entry, standing))
            end(found->serial, badgeStateFromName(text(entry, "state")).value_or(BadgeState::Revoked), entry.occurred);
    } else { // staff.revoke: the authority has believed it already
        const StaffId left = StaffId::fromText(text(entry, "staff"));
        if (m_ofStaff.contains(left))
            end(m_ofStaff.value(left), BadgeState::Revoked, entry.occurred);
    }
}

void BadgeBook::issueVisitor(const LedgerEntry &entry)
{
    BadgeRecord badge = recordIn(entry);
    badge.visit = visitOf(entry.subject);
    if (!badge.visit || badge.serial == 0 || m_badges.contains(badge.serial))
        return;
    m_badges.insert(badge.serial, badge);
    m_out[*badge.visit].push_back(badge.serial);
}

void BadgeBook::issueStaff(const LedgerEntry &entry)
{
    BadgeRecord badge = recordIn(entry);
    badge.staff = staffOf(entry.subject);
    if (!badge.staff || badge.serial == 0 || m_badges.contains(badge.serial))
        return;
    if (m_ofStaff.contains(*badge.staff))
        end(m_ofStaff.value(*badge.staff), BadgeState::Revoked, entry.occurred);
    m_badges.insert(badge.serial, badge);
    m_ofStaff.insert(*badge.staff, badge.serial);
}

bool BadgeBook::mayRevoke(const BadgeRecord &badge, const LedgerEntry &entry, const StandingView &standing) const
{
    const auto by = staffOf(entry.actor);
    if (!by || by == badge.staff) // which stations may was asked already
        return true;
    const auto held = [&](Role role) { return standing.held(*by, role, entry.sequence); };
    if (held(Role::Guard) || held(Role::Manager) || (badge.staff && held(Role::Administrator)))
        return true;
    const auto incident = m_incidents.byId(IncidentId::fromText(text(entry, "incident")));
    return incident && incident->isOpen() && IncidentBook::mayTake(*incident, badgeLookedUp);
}

void BadgeBook::end(quint64 serial, BadgeState state, const QDateTime &at)
{
    BadgeRecord &badge = m_badges[serial];
    if (badge.state != BadgeState::Issued || state == BadgeState::Issued)
        return;
    badge.state = state;
    badge.endedAt = at;
    if (!badge.visit)
        return;
    std::vector<quint64> &out = m_out[*badge.visit];
    std::erase(out, serial);
    if (out.empty())
        m_out.remove(*badge.visit);
}

std::optional<BadgeRecord> BadgeBook::bySerial(quint64 serial) const
{
    const auto found = m_badges.constFind(serial);
    return found == m_badges.constEnd() ? std::nullopt : std::optional<BadgeRecord>(*found);
}

int BadgeBook::visitorsOut() const
{
    return std::accumulate(m_out.begin(), m_out.end(), 0,
                           [](int sum, const auto &serials) { return sum + static_cast<int>(serials.size()); });
}

std::optional<BadgeRecord> BadgeBook::ofStaff(const StaffId &staff) const
{
    const auto badge = bySerial(m_ofStaff.value(staff));
    return badge && badge->state == BadgeState::Issued ? badge : std::nullopt;
}

std::vector<BadgeRecord> BadgeBook::outOf(const VisitId &visit) const
{
    const std::vector<quint64> serials = m_out.value(visit);
    std::vector<BadgeRecord> out;
    std::transform(serials.rbegin(), serials.rend(), std::back_inserter(out),
                   [this](quint64 serial) { return m_badges.value(serial); });
    return out;
}

bool PinBook::wants(const QString &what) const
{
    return what == action::staffPin || what == action::passageEnter || what == action::passageRefuse ||
           what == action::staffRevoke;
}

void PinBook::apply(const LedgerEntry &entry, const StandingView &standing)
{
    if (entry.action == action::staffRevoke) {
        m_pins.remove(StaffId::fromText(text(entry, "staff")));
        return;
    }
    if (entry.action == action::staffPin) {
        // A PIN is the person's own: nobody sets or learns another's (R17, R18).
        const auto staff = staffOf(entry.subject);
        if (staff && entry.actor == entry.subject)
            m_pins.insert(*staff, Pin{QByteArray::fromHex(text(entry, "verifier").toLatin1()), entry.recorded, 0, {}});
        return;
    }
    const auto door = stationOf(entry.actor);
    if (!door || standing.stationKind(*door) != StationKind::Door)
        return;
    for (const QJsonValue &value : entry.details.value(QLatin1String("pinWrong")).toArray()) {
        Pin &pin = m_pins[StaffId::fromText(value.toString())];
        ++pin.failures;
        pin.lastFailure = entry.occurred;
    }
    for (const QJsonValue &value : entry.details.value(QLatin1String("pinRight")).toArray()) {
        Pin &pin = m_pins[StaffId::fromText(value.toString())];
        pin.failures = 0;
    }
}

} // namespace gatehouse::domain
