// SPDX-License-Identifier: GPL-3.0-or-later
#include "provenvisit.h"

#include "caseaccess.h"
#include "domain/statementdetails.h"
#include "visitstatement.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
constexpr qint64 mostBetween = 60'000; ///< ms from an act to its entry: another writer may have had to finish first

QByteArray hashOfJson(const QJsonObject &object)
{
    return sha256(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// What rows repeat of a request. Sealed data and items are compared where a visit is opened.
QByteArray requestHash(QJsonObject details, bool whole)
{
    if (!whole) // somebody who does not enter
        return hashOfJson({{QStringLiteral("number"), details.value(QLatin1String("number"))},
                           {QStringLiteral("purpose"), details.value(QLatin1String("purpose"))}});
    for (const QString &key : {QStringLiteral("blobs"), QStringLiteral("items")})
        details.remove(key);
    return hashOfJson(details);
}

QByteArray scopeHash(const QJsonObject &details)
{
    QJsonObject scope;
    for (const QString &key : {QStringLiteral("purpose"), QStringLiteral("zones"), QStringLiteral("host"),
                               QStringLiteral("from"), QStringLiteral("until")})
        scope.insert(key, details.value(key));
    return hashOfJson(scope);
}

bool byGuardThen(const Authority &authority, const LedgerEntry &entry)
{
    const auto by = staffOf(entry.actor);
    return by && (authority.held(*by, Role::Guard, entry.sequence) || authority.held(*by, Role::Manager, entry.sequence));
}

bool sameMoment(const std::optional<QDateTime> &row, const std::optional<QDateTime> &entry)
{
    if (!row || !entry)
        return row.has_value() == entry.has_value();
    return std::llabs(row->msecsTo(*entry)) <= mostBetween;
}

std::optional<VisitState> endOf(const QString &what)
{
    if (what == action::visitDeny)
        return VisitState::Denied;
    if (what == action::visitLapse)
        return VisitState::Lapsed;
    if (what == action::visitAttend)
        return VisitState::Attended;
    if (what == action::visitDepart)
        return VisitState::Departed;
    if (what == action::visitClose)
        return VisitState::ClosedBySystem;
    return std::nullopt;
}

/// A visit whose row was taken away, as it was asked for.
Visit fromRequest(const VisitId &id, const std::vector<LedgerEntry> &entries)
{
    Visit visit;
    visit.id = id;
    for (const LedgerEntry &entry : entries) {
        if (entry.action == action::badgeIssue && !visit.enteredAt)
            visit.enteredAt = entry.recorded;
        if (entry.action != action::visitRequest)
            continue;
        visit.number = detail::number(entry, "number");
        visit.purpose = PurposeId{detail::text(entry, "purpose")};
        visit.host = detail::staff(entry, "host");
        visit.windowFrom = detail::time(entry, "from");
        visit.windowUntil = detail::time(entry, "until");
        visit.requestedAt = entry.recorded;
        for (const QJsonValue &zone : entry.details.value(QLatin1String("zones")).toArray())
            visit.zones.push_back(ZoneId{zone.toString()});
    }
    return visit;
}

} // namespace

void VisitTrail::follow(const LedgerEntry &entry, const Authority &authority)
{
    if (entry.action == action::visitRequest)
        takeRequest(entry);
    else if (entry.action == action::visitOriginalSeen)
        m_seen = m_seen || byGuardThen(authority, entry);
    else if (entry.action == action::visitApprove)
        takeApproval(entry, authority);
    else if (entry.action == action::badgeIssue)
        takeBadge(entry, authority);
    else
        takeEnd(entry);
}

void VisitTrail::takeRequest(const LedgerEntry &entry)
{
    if (m_requested)
        return;
    m_requested = true;
    m_requestedAt = entry.recorded;
    m_number = entry.details.value(QLatin1String("number")).toInt();
    m_whole = entry.details.contains(QLatin1String("zones"));
    m_request = requestHash(entry.details, m_whole);
    m_scope = scopeHash(entry.details);
}

void VisitTrail::takeApproval(const LedgerEntry &entry, const Authority &authority)
{
    if (m_state != VisitState::Requested || !authority.isApproval(entry) ||
        scopeHash(entry.details.value(QLatin1String("scope")).toObject()) != m_scope)
        return;
    const auto by = staffOf(entry.actor);
    if (std::find(m_approvers.begin(), m_approvers.end(), *by) != m_approvers.end())
        return;
    m_approvers.push_back(*by);
    m_approvedAt = entry.recorded;
}

void VisitTrail::takeBadge(const LedgerEntry &entry, const Authority &authority)
{
    if (m_state != VisitState::Requested)
        return;
    if (!authority.isAdmission(entry)) {
        m_badgeTooEarly = true;
        return;
    }
    m_state = VisitState::OnSite;
    m_enteredAt = entry.recorded;
}

void VisitTrail::takeEnd(const LedgerEntry &entry)
{
    const auto end = endOf(entry.action);
    const bool inside = end == VisitState::Departed || end == VisitState::ClosedBySystem;
    if (!end || m_state != (inside ? VisitState::OnSite : VisitState::Requested))
        return;
    m_state = *end;
    m_endedAt = entry.recorded;
    m_endedBy = staffOf(entry.actor);
}

/// Who decided, and when, as far as the state goes with a decision.
bool VisitTrail::decisionFits(const Visit &row, VisitState proven, QStringList &what) const
{
    std::optional<StaffId> by = m_approvers.empty() ? std::nullopt : std::optional<StaffId>(m_approvers.back());
    std::optional<QDateTime> at = m_approvedAt;
    if (proven == VisitState::Denied || proven == VisitState::Attended) {
        by = m_endedBy;
        at = m_endedAt;
    } else if (proven == VisitState::Requested) {
        by.reset(); // approvals that are not enough are nobody's decision yet
        at.reset();
    } else if (proven == VisitState::Lapsed) { // approved before or not; one that nobody answered has the time of its end
        if (!row.decidedBy)
            by.reset();
        if (!row.decidedAt)
            at.reset();
        else if (!row.decidedBy)
            at = m_endedAt;
    }
    if (row.decidedBy != by)
        what << QStringLiteral("decided-by");
    if (!sameMoment(row.decidedAt, at))
        what << QStringLiteral("decided-at");
    return what.isEmpty();
}

QStringList VisitTrail::compared(const Visit &row, const std::vector<Consent> &consents, VisitState proven) const
{
    QStringList what;
    if (requestHash(requestDetails(row, {}, consents, {}), m_whole) != m_request)
        what << QStringLiteral("request");
    if (row.state != proven)
        what << QStringLiteral("state");
    QStringList decision;
    if (!decisionFits(row, proven, decision))
        what << decision;
    const bool left = proven == VisitState::Departed || proven == VisitState::ClosedBySystem;
    const auto moment = [&what](const char *name, const std::optional<QDateTime> &stored,
                                const std::optional<QDateTime> &stated) {
        if (!sameMoment(stored, stated))
            what << QLatin1String(name);
    };
    moment("requested-at", row.requestedAt, m_requestedAt);
    moment("entered-at", row.enteredAt, m_enteredAt);
    moment("left-at", row.leftAt, left ? m_endedAt : std::nullopt);
    if (row.originalSeenAt.has_value() != m_seen)
        what << QStringLiteral("original-seen");
    if (m_badgeTooEarly)
        what << QStringLiteral("badge");
    return what;
}

std::optional<VisitDifference> VisitTrail::difference(const Visit &row, const std::vector<Consent> &consents,
                                                      const Authority &authority) const
{
    if (!m_requested)
        return VisitDifference{row.number, row.id, row.state, m_state, {QStringLiteral("no-request")}};
    const bool approved = m_state == VisitState::Requested && authority.isEnough(m_approvers.size(), row.id, row.zones);
    const VisitState proven = approved ? VisitState::Approved : m_state;
    const QStringList what = compared(row, consents, proven);
    return what.isEmpty() ? std::nullopt
                          : std::optional<VisitDifference>(VisitDifference{row.number, row.id, row.state, proven, what});
}

VisitDifference VisitTrail::missing(const VisitId &visit) const
{
    return {m_number, visit, m_state, m_state, {QStringLiteral("no-row")}};
}

Result<Visit> insideWithoutRow(Transaction &transaction, const Workplace &workplace, const VisitId &id)
{
    if (!workplace.authority.isInside(id))
        return fail(ErrorCode::NotFound, QStringLiteral("visit"));
    GATEHOUSE_TRY_ASSIGN(const std::vector<LedgerEntry> entries, transaction.ledger().ofSubject(visitSubject(id)));
    Visit visit = fromRequest(id, entries);
    visit.state = VisitState::OnSite;
    return visit;
}

Result<std::optional<VisitDifference>> differenceOf(Transaction &transaction, const Workplace &workplace, const Visit &row)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<LedgerEntry> entries, verifiedEntries(transaction, workplace, visitSubject(row.id)));
    VisitTrail trail;
    for (const LedgerEntry &entry : entries)
        trail.follow(entry, workplace.authority);
    GATEHOUSE_TRY_ASSIGN(const std::vector<Consent> consents, transaction.visits().consents(row.id));
    return trail.difference(row, consents, workplace.authority);
}

Result<std::optional<VisitDifference>> differenceOf(const Workplace &workplace, const StaffSession &session, const VisitId &id)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {Role::Guard, Role::Manager, Role::Auditor}));
    GATEHOUSE_TRY_ASSIGN(const Visit visit, loadVisit(*transaction, id));
    return differenceOf(*transaction, workplace, visit);
}

} // namespace gatehouse::usecases
