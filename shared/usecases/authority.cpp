// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority.h"

#include "base/logging.h"
#include "confirmtime.h"
#include "domain/policy.h"
#include "domain/presencebook.h"
#include "domain/standing.h"
#include "security/keys.h"
#include "timeguard.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
constexpr int batch = 2000;

/// By more than clocks may differ.
bool isEarlier(const QDateTime &time, const QDateTime &other)
{
    return other.isValid() && time < other.addDuration(-TimeGuard::tolerance);
}

QByteArray trailWith(const QByteArray &trail, const LedgerEntry &entry)
{
    return QCryptographicHash::hash(trail + entry.hash + entry.signer + entry.signature, QCryptographicHash::Sha256);
}

/// The end of a badge that the book, which has heard of it, does not believe: by somebody who may not end this one, of a badge
/// that was never issued, or filed under another visit.
bool endsNoBadge(const LedgerEntry &entry, const BadgeBook &book)
{
    const bool ofVisitor = entry.action == action::badgeReturn || entry.action == action::badgeRevoke;
    if (!ofVisitor && entry.action != action::staffBadgeRevoke)
        return false;
    const auto badge = book.bySerial(serialFromText(entry.details.value(QLatin1String("serial")).toString()));
    const bool itsOwn =
        badge && (ofVisitor ? badge->visit && badge->visit == visitOf(entry.subject) : badge->staff.has_value());
    return !itsOwn || badge->state == BadgeState::Issued;
}
} // namespace

Authority::Authority(const QByteArray &rootFingerprint, TimeGuard &time) : m_rootFingerprint(rootFingerprint), m_time(time) {}

Result<void> Authority::refresh(Transaction &transaction)
{
    if (m_broken)
        return fail(*m_broken);
    const auto broken = [this](const Error &error) {
        m_broken = error;
        qCCritical(lcTrust) << "the ledger does not verify:" << errorName(error.code) << error.detail;
        return fail(error);
    };
    const auto head = transaction.ledger().head();
    if (!head)
        return head.error().code == ErrorCode::BadSignature ? broken(head.error()) : fail(head.error());
    const LedgerHead stored = *head;
    if (stored.sequence < m_replayed.head.sequence)
        return broken({ErrorCode::BadSignature, QStringLiteral("the ledger became shorter")});
    while (m_replayed.head.sequence < stored.sequence) {
        GATEHOUSE_TRY_ASSIGN(const std::vector<LedgerEntry> entries,
                             transaction.ledger().after(m_replayed.head.sequence, batch));
        if (entries.empty())
            return broken(
                {ErrorCode::BadSignature, QStringLiteral("entries are missing after %1").arg(m_replayed.head.sequence)});
        GATEHOUSE_TRY_ASSIGN(const bool anew, learnTimes(transaction, entries));
        if (anew)
            continue;
        for (const LedgerEntry &entry : entries) {
            if (const auto followed = follow(entry); !followed)
                return broken(followed.error());
        }
    }
    if (m_replayed.head != stored)
        return broken({ErrorCode::BadSignature, QStringLiteral("the head is not the last entry")});
    if (m_replayed.head.sequence > 0 && m_replayed.rootKey.isEmpty())
        return broken({ErrorCode::Untrusted, QStringLiteral("no root")});
    return {};
}

Result<void> Authority::follow(const LedgerEntry &entry)
{
    const QString place = QString::number(m_replayed.head.sequence + 1);
    if (entry.sequence != m_replayed.head.sequence + 1 || entry.previous != m_replayed.head.hash)
        return fail(ErrorCode::BadSignature, QStringLiteral("entry %1 does not follow").arg(place));
    if (!matchesBody(entry))
        return fail(ErrorCode::BadSignature, QStringLiteral("entry %1 was changed").arg(place));
    bool founded = mayState(entry, *this) && !isAskedAgain(entry);
    if (founded)
        GATEHOUSE_TRY(apply(entry));
    const bool isSigned = isByItsActor(entry); // by a key that it may just have brought
    if (founded) {
        GATEHOUSE_TRY(applyEnd(entry, isSigned));
        GATEHOUSE_TRY(applyToBooks(entry, isSigned));
        admit(entry);
        founded = !endsNoBadge(entry, badges());
    }
    if (!founded) {
        qCCritical(lcTrust) << "an entry counts for nothing, its signer may not state it:" << entry.sequence;
        m_replayed.unfounded.insert(entry.sequence, named(entry));
    }
    m_replayed.head = {entry.sequence, entry.hash};
    m_replayed.trails[entry.subject] = trailWith(m_replayed.trails.value(entry.subject), entry);
    if (isSigned) {
        noteDoubt(entry, founded);
        noteTime(entry);
        noteStation(entry, founded);
    } else {
        m_replayed.unsignedEntries.push_back({entry.sequence, {}});
    }
    return {};
}

/// A visit is requested once: a second request would put another one in the place of what was approved.
bool Authority::isAskedAgain(const LedgerEntry &entry) const
{
    return entry.action == action::visitRequest &&
           (m_replayed.asked.contains(entry.subject) || m_replayed.admitted.contains(entry.subject) ||
            m_replayed.ended.contains(entry.subject));
}

void Authority::noteDoubt(const LedgerEntry &entry, bool founded)
{
    const QDateTime at = timeOf(entry);
    const bool back = isEarlier(at, m_replayed.latest) && entry.action != action::timeConfirm; // which settles what time it is
    if (founded && !back)
        return;
    m_replayed.doubtful.push_back({named(entry), founded ? DoubtfulEntry::Why::DatedBack : DoubtfulEntry::Why::NoStanding,
                                   m_replayed.latest.isValid() ? std::max(m_replayed.latest, at) : at});
}

void Authority::noteStation(const LedgerEntry &entry, bool founded)
{
    const auto station = stationOf(entry.actor);
    if (!station)
        return;
    for (auto planted = m_replayed.unsignedEntries.rbegin();
         planted != m_replayed.unsignedEntries.rend() && !planted->before.isValid(); ++planted)
        planted->before = entry.recorded;
    m_replayed.stations[*station].signedAt = entry.recorded;
    if (founded && entry.action == action::alarm)
        m_replayed.alarms.push_back(entry);
}

void Authority::noteTime(const LedgerEntry &entry)
{
    const QDateTime at = timeOf(entry);
    const bool confirmed = entry.action == action::timeConfirm;
    if (isEarlier(at, entry.recorded))
        m_replayed.datedAhead.insert(entry.sequence, named(entry));
    if (isEarlier(at, m_replayed.latest))
        m_replayed.datedBack.push_back(named(entry));
    if (confirmed)
        m_time.confirmed(at);
    else
        m_time.seen(at);
    if (m_time.floor() == at)
        m_replayed.latestEntry = named(entry);
    if (!confirmed && !stationOf(entry.actor)) { // what time it is by anybody else's word is no proof against others
        m_replayed.unconfirmed.emplace_back(at, named(entry));
        return;
    }
    for (const auto &[time, written] : std::exchange(m_replayed.unconfirmed, {})) {
        if (isEarlier(at, time))
            m_replayed.datedAhead.insert(written.sequence, written);
    }
    m_replayed.latest = confirmed || !m_replayed.latest.isValid() ? at : std::max(m_replayed.latest, at);
}

/// A manager's later word on what time it was bounds what was written before. True: some is new, and all is to be replayed with
/// it. Whether they were managers is found out on the way.
Result<bool> Authority::learnTimes(Transaction &transaction, const std::vector<LedgerEntry> &entries)
{
    const auto isNew = [this](const LedgerEntry &entry) {
        return entry.action == action::timeConfirm && !m_confirmed.contains(entry.sequence);
    };
    if (std::none_of(entries.begin(), entries.end(), isNew))
        return false;
    GATEHOUSE_TRY_ASSIGN(const std::vector<LedgerEntry> all, transaction.ledger().ofSubject(QStringLiteral("time")));
    for (const auto *some : {&entries, &all}) {
        for (const LedgerEntry &entry : *some) {
            if (isNew(entry))
                m_confirmed.emplace(entry.sequence, entry.recorded);
        }
    }
    m_replayed = {};
    return true;
}

QDateTime Authority::timeOf(const LedgerEntry &entry) const
{
    QDateTime time = entry.recorded;
    for (auto later = m_confirmed.upper_bound(entry.sequence); later != m_confirmed.end(); ++later)
        time = std::min(time, later->second);
    return time;
}

/// As the books get it. What ended a duty, or its term, ended it for whoever dates back a statement too; what has not begun has
/// not for whoever dates one ahead.
LedgerEntry Authority::inItsPlace(LedgerEntry entry) const
{
    entry.recorded = timeOf(entry);
    if (isEarlier(entry.recorded, m_replayed.latest))
        entry.recorded = m_replayed.latest.addDuration(-TimeGuard::tolerance);
    // Only what a door noted while it was cut off was earlier than it was written, and nothing was later.
    const auto station = stationOf(entry.actor);
    const bool journalled = station && stationKind(*station) == StationKind::Door && entry.occurred < entry.recorded;
    if (!journalled)
        entry.occurred = entry.recorded;
    return entry;
}

NamedEntry Authority::named(const LedgerEntry &entry) const
{
    NamedEntry name{entry.sequence, entry.action, entry.actor, {}};
    if (const auto staffId = staffOf(entry.actor)) {
        const auto person = m_replayed.people.constFind(*staffId);
        name.by = person == m_replayed.people.cend() ? QString() : person->staff.number;
    } else if (const auto stationId = stationOf(entry.actor)) {
        const auto enrolled = m_replayed.stations.constFind(*stationId);
        name.by = enrolled == m_replayed.stations.cend() ? QString() : enrolled->station.name;
    }
    return name;
}

/// What ends an earlier permission is remembered, so that deleting its row later does not bring the permission back.
Result<void> Authority::applyEnd(const LedgerEntry &entry, bool isSigned)
{
    const QString &what = entry.action;
    const bool leaves = what == action::visitDepart || what == action::visitClose;
    if (!leaves && what != action::visitDeny && what != action::visitLapse)
        return {};
    if (!isSigned)
        return fail(ErrorCode::BadSignature, QStringLiteral("entry %1 is not signed by its actor").arg(entry.sequence));
    if (!leaves && m_replayed.inside.contains(entry.subject))
        return {}; // who is inside gets out by leaving, whatever a changed row made somebody sign
    m_replayed.ended.insert(entry.subject, entry.sequence);
    m_replayed.inside.remove(entry.subject);
    m_replayed.asked.remove(entry.subject);
    return {};
}

Authority::Asked Authority::askedIn(const LedgerEntry &request)
{
    Asked asked{visitScope(request.details), {}, {}};
    for (const QJsonValue &zone : request.details.value(QLatin1String("zones")).toArray())
        asked.zones.push_back(ZoneId{zone.toString()});
    return asked;
}

/// A badge that was issued before as many approved as it takes lets nobody in.
void Authority::admit(const LedgerEntry &entry)
{
    const auto visit = visitOf(entry.subject);
    if (!visit || m_replayed.ended.contains(entry.subject) || m_replayed.admitted.contains(entry.subject))
        return;
    const auto asked = m_replayed.asked.find(entry.subject);
    if (asked == m_replayed.asked.end()) {
        if (entry.action == action::visitRequest && entry.details.contains(QLatin1String("zones")))
            m_replayed.asked.insert(entry.subject, askedIn(entry));
        return;
    }
    if (entry.action == action::visitApprove && isApproval(entry) &&
        visitScope(entry.details.value(QLatin1String("scope")).toObject()) == asked->scope)
        asked->approvers.insert(*staffOf(entry.actor));
    if (entry.action == action::badgeIssue && isEnough(asked->approvers.size(), *visit, asked->zones)) {
        m_replayed.admitted.insert(entry.subject, entry.sequence);
        m_replayed.inside.insert(entry.subject);
        m_replayed.asked.erase(asked);
    }
}

bool Authority::isEnough(std::size_t approvers, const VisitId &visit, const std::vector<ZoneId> &zones) const
{
    std::vector<Zone> definitions;
    for (const ZoneId &id : zones) {
        auto definition = zone(id);
        if (!definition)
            return false;
        definitions.push_back(*std::move(definition));
    }
    return approvers >= static_cast<std::size_t>(approvalsNeeded(definitions)) && m_replayed.books->escorts.isApproved(visit);
}

Result<void> Authority::applyToBooks(const LedgerEntry &entry, bool isSigned)
{
    const LedgerEntry placed = inItsPlace(entry);
    for (StatementBook *book : m_replayed.books->inOrder) {
        if (!book->wants(entry.action))
            continue;
        if (!isSigned)
            return fail(ErrorCode::BadSignature, QStringLiteral("entry %1 is not signed by its actor").arg(entry.sequence));
        book->apply(placed, *this);
    }
    return {};
}

bool Authority::signedBy(const LedgerEntry &entry, const QByteArray &key) const
{
    return !key.isEmpty() && entry.signer == key && security::verify(key, entry.hash, entry.signature);
}

bool Authority::isWholeTrail(const QString &subject, const std::vector<LedgerEntry> &entries) const
{
    QByteArray trail;
    for (const LedgerEntry &entry : entries)
        trail = trailWith(trail, entry);
    return trail == m_replayed.trails.value(subject);
}

bool Authority::verified(const LedgerEntry &entry) const
{
    return matchesBody(entry) && isByItsActor(entry);
}

bool Authority::isByItsActor(const LedgerEntry &entry) const
{
    if (entry.actor == QLatin1String("root"))
        return signedBy(entry, m_replayed.rootKey);
    if (const auto staffId = staffOf(entry.actor)) {
        const auto found = m_replayed.people.find(*staffId);
        if (found == m_replayed.people.end())
            return false;
        for (const auto &[key, span] : found->keys) {
            if (span.covers(entry.sequence))
                return signedBy(entry, key);
        }
        return false;
    }
    if (const auto stationId = stationOf(entry.actor)) {
        const auto found = m_replayed.stations.find(*stationId);
        return found != m_replayed.stations.end() && found->valid.covers(entry.sequence) &&
               signedBy(entry, found->station.signPublicKey);
    }
    return false;
}

} // namespace gatehouse::usecases
