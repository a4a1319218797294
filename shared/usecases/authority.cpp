// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority.h"

#include "base/logging.h"
#include "confirmtime.h"
#include "domain/policy.h"
#include "domain/presencebook.h"
#include "domain/standing.h"
#include "onetimecodes.h"
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

QByteArray keyIn(const QJsonObject &details, QLatin1String name)
{
    return QByteArray::fromHex(details.value(name).toString().toLatin1());
}

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

QByteArray activationMessage(const StaffId &staff, const QByteArray &signKey, const QByteArray &boxKey)
{
    return QByteArrayLiteral("gatehouse.activate.1|") + staff.text().toLatin1() + '|' + signKey.toHex() + '|' + boxKey.toHex();
}

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

Result<void> Authority::apply(const LedgerEntry &entry)
{
    const QString &what = entry.action;
    if (what == action::siteInit)
        return applyInit(entry);
    if (entry.sequence == 1)
        return fail(ErrorCode::Untrusted, QStringLiteral("the ledger does not begin with the site"));
    if (what == action::staffCertify || what == action::staffInvite || what == action::staffCode || what == action::staffRevoke)
        return applyStaff(entry);
    if (what == action::staffActivate)
        return applyActivation(entry);
    if (what == action::stationEnrol || what == action::stationRevoke)
        return applyStation(entry);
    if (what == action::zoneDefine || what == action::purposeDefine || what == action::sealingKey || what == action::siteLive)
        return applySite(entry);
    if (what == action::noticePublish)
        return applyNotice(entry);
    if (what == action::staffPassword && isByItsActor(entry)) {
        if (const auto staffId = staffOf(entry.actor))
            m_replayed.people[*staffId].passwordSince = timeOf(entry);
    }
    if (what == action::timeConfirm && !byManager(entry))
        return fail(ErrorCode::BadSignature, QStringLiteral("%1 at %2").arg(what).arg(entry.sequence));
    return {};
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

bool Authority::byManager(const LedgerEntry &entry) const
{
    if (entry.actor == QLatin1String("root"))
        return signedBy(entry, m_replayed.rootKey);
    const auto staffId = staffOf(entry.actor);
    return staffId && held(*staffId, Role::Manager, entry.sequence) && isByItsActor(entry);
}

Result<void> Authority::applyInit(const LedgerEntry &entry)
{
    const QByteArray root = keyIn(entry.details, QLatin1String("root"));
    if (entry.sequence != 1 || security::fingerprint(root) != m_rootFingerprint)
        return fail(ErrorCode::Untrusted, QStringLiteral("another root"));
    if (!signedBy(entry, root))
        return fail(ErrorCode::BadSignature, QStringLiteral("site.init"));
    m_replayed.rootKey = root;
    m_replayed.siteName = entry.details.value(QLatin1String("site")).toString();
    return {};
}

void Authority::setRoles(Person &person, const QJsonObject &details, qint64 sequence)
{
    person.staff.number = details.value(QLatin1String("number")).toString();
    person.staff.grade = gradeFromName(details.value(QLatin1String("grade")).toString()).value_or(Grade::Employee);
    const QDate agreement = QDate::fromString(details.value(QLatin1String("agreement")).toString(), Qt::ISODate);
    person.staff.agreementDate = agreement.isValid() ? std::optional<QDate>(agreement) : std::nullopt;
    for (const QJsonValue &name : details.value(QLatin1String("roles")).toArray()) {
        if (const auto role = roleFromName(name.toString())) {
            person.staff.roles.insert(*role);
            person.roles[*role].push_back({sequence, -1});
        }
    }
}

Result<void> Authority::applyStaff(const LedgerEntry &entry)
{
    const bool allowed = entry.action == action::staffCertify
                             ? entry.actor == QLatin1String("root") && signedBy(entry, m_replayed.rootKey)
                             : byManager(entry);
    const StaffId id = StaffId::fromText(entry.details.value(QLatin1String("staff")).toString());
    if (!allowed || id.isNull())
        return fail(ErrorCode::BadSignature, QStringLiteral("%1 at %2").arg(entry.action).arg(entry.sequence));
    if (entry.action == action::staffRevoke) {
        Person &person = m_replayed.people[id];
        if (person.staff.state == StaffState::Left)
            return {}; // said again: the keys have ended where it was said first
        person.staff.state = StaffState::Left;
        person.active.until = entry.sequence;
        person.activationKey.clear();
        for (auto &[role, spans] : person.roles)
            spans.back().until = entry.sequence;
        if (!person.keys.empty())
            person.keys.back().second.until = entry.sequence;
        return {};
    }
    if (entry.action == action::staffCode) {
        const auto found = m_replayed.people.find(id);
        if (found != m_replayed.people.end() && !found->activationKey.isEmpty()) // nothing for who has own keys, or has left
            found->activationKey = keyIn(entry.details, QLatin1String("activationKey"));
        if (found != m_replayed.people.end())
            found->codeSince = timeOf(entry);
        return {};
    }
    if (m_replayed.people.contains(id))
        return fail(ErrorCode::BadSignature, QStringLiteral("a person certified twice at %1").arg(entry.sequence));
    Person person;
    person.staff.id = id;
    person.codeSince = timeOf(entry);
    person.passwordSince = timeOf(entry);
    setRoles(person, entry.details, entry.sequence);
    if (entry.action == action::staffCertify) {
        person.signKey = keyIn(entry.details, QLatin1String("signKey"));
        person.boxKey = keyIn(entry.details, QLatin1String("boxKey"));
        person.keys.push_back({person.signKey, {entry.sequence, -1}});
    } else {
        person.activationKey = keyIn(entry.details, QLatin1String("activationKey"));
    }
    // Without keys of their own only those who have no role are active: they can be a host and nothing else. R20: never without
    // the agreement.
    const bool active = person.staff.agreementDate && (!person.signKey.isEmpty() || person.staff.roles.empty());
    person.staff.state = active ? StaffState::Active : StaffState::Invited;
    person.active = active ? Span{entry.sequence, -1} : Span{-1, 0};
    m_replayed.people.insert(id, person);
    return {};
}

Result<void> Authority::applyActivation(const LedgerEntry &entry)
{
    const StaffId id = StaffId::fromText(entry.details.value(QLatin1String("staff")).toString());
    const QByteArray signKey = keyIn(entry.details, QLatin1String("signKey"));
    const QByteArray boxKey = keyIn(entry.details, QLatin1String("boxKey"));
    const auto found = m_replayed.people.find(id);
    const bool proved = found != m_replayed.people.end() && !found->activationKey.isEmpty() && entry.actor == staffActor(id) &&
                        security::verify(found->activationKey, activationMessage(id, signKey, boxKey),
                                         keyIn(entry.details, QLatin1String("proof"))) &&
                        signedBy(entry, signKey);
    if (!proved)
        return fail(ErrorCode::BadSignature, QStringLiteral("staff.activate at %1").arg(entry.sequence));
    found->signKey = signKey;
    found->boxKey = boxKey;
    found->activationKey.clear();
    found->passwordSince = timeOf(entry);
    found->keys.push_back({signKey, {entry.sequence, -1}});
    if (found->staff.agreementDate) {
        found->staff.state = StaffState::Active;
        found->active = {entry.sequence, -1};
    }
    return {};
}

Result<void> Authority::applyStation(const LedgerEntry &entry)
{
    const StationId id = StationId::fromText(entry.details.value(QLatin1String("station")).toString());
    if (!byManager(entry) || id.isNull())
        return fail(ErrorCode::BadSignature, QStringLiteral("%1 at %2").arg(entry.action).arg(entry.sequence));
    if (entry.action == action::stationRevoke) {
        if (const auto found = m_replayed.stations.find(id); found != m_replayed.stations.end() && found->valid.until < 0)
            found->valid.until = entry.sequence;
        return {};
    }
    if (m_replayed.stations.contains(id))
        return fail(ErrorCode::BadSignature, QStringLiteral("a station enrolled twice at %1").arg(entry.sequence));
    const auto kind = stationKindFromName(entry.details.value(QLatin1String("kind")).toString());
    const Station station{id, entry.details.value(QLatin1String("name")).toString(), kind.value_or(StationKind::Kiosk),
                          keyIn(entry.details, QLatin1String("key")), false};
    m_replayed.stations.insert(id, {station, {entry.sequence, -1}, {}});
    return {};
}

Result<void> Authority::applySite(const LedgerEntry &entry)
{
    if (!byManager(entry))
        return fail(ErrorCode::BadSignature, QStringLiteral("%1 at %2").arg(entry.action).arg(entry.sequence));
    if (entry.action == action::siteLive) {
        m_replayed.live = true;
    } else if (entry.action == action::zoneDefine) {
        const QJsonObject zone = entry.details.value(QLatin1String("zone")).toObject();
        m_replayed.zones.insert(zone.value(QLatin1String("id")).toString(), zone);
    } else if (entry.action == action::purposeDefine) {
        const QJsonObject purpose = entry.details.value(QLatin1String("purpose")).toObject();
        m_replayed.purposes.insert(purpose.value(QLatin1String("id")).toString(), purpose);
    } else {
        m_replayed.sealingKeys.push_back(
            {entry.details.value(QLatin1String("id")).toString(), keyIn(entry.details, QLatin1String("key")), entry.recorded});
    }
    return {};
}

/// R15: what visitors agree to only ever moves on, so that nobody brings back an older text.
Result<void> Authority::applyNotice(const LedgerEntry &entry)
{
    const QString kind = entry.details.value(QLatin1String("notice")).toString();
    NoticeInForce published{entry.details.value(QLatin1String("version")).toInt(), {}, entry.recorded, staffOf(entry.actor)};
    if (!byManager(entry) || published.version <= noticeVersion(kind))
        return fail(ErrorCode::BadSignature, QStringLiteral("%1 at %2").arg(entry.action).arg(entry.sequence));
    const QJsonObject texts = entry.details.value(QLatin1String("texts")).toObject();
    for (auto text = texts.begin(); text != texts.end(); ++text)
        published.texts.insert(text.key(), text->toString());
    m_replayed.notices.insert(kind, published);
    return {};
}

std::vector<NamedEntry> Authority::unfounded() const
{
    return {m_replayed.unfounded.cbegin(), m_replayed.unfounded.cend()};
}

std::set<VisitId> Authority::inside() const
{
    std::set<VisitId> visits;
    for (const QString &subject : m_replayed.inside) {
        if (const auto visit = visitOf(subject))
            visits.insert(*visit);
    }
    return visits;
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

bool Authority::held(const StaffId &staffId, Role role, qint64 sequence) const
{
    const auto found = m_replayed.people.find(staffId);
    if (found == m_replayed.people.end() || !found->active.covers(sequence))
        return false;
    const auto spans = found->roles.find(role);
    if (spans == found->roles.end())
        return false;
    return std::any_of(spans->second.begin(), spans->second.end(), [&](const Span &span) { return span.covers(sequence); });
}

bool Authority::isApproval(const LedgerEntry &entry) const
{
    const auto by = staffOf(entry.actor);
    const auto visit = visitOf(entry.subject);
    if (!by || !visit)
        return false;
    const std::vector<EscortedAccess> accesses = m_replayed.books->escorts.accessesOf(*visit);
    if (accesses.empty())
        return held(*by, Role::Guard, entry.sequence) || held(*by, Role::Manager, entry.sequence);
    const std::vector<ZoneApproval> &approvals = accesses.front().approvals;
    return std::any_of(approvals.begin(), approvals.end(),
                       [&](const ZoneApproval &approval) { return approval.by == *by && approval.sequence == entry.sequence; });
}

bool Authority::holds(const StaffId &staffId, Role role) const
{
    return held(staffId, role, m_replayed.head.sequence);
}

bool Authority::isActive(const StaffId &staffId) const
{
    const auto found = m_replayed.people.find(staffId);
    return found != m_replayed.people.end() && found->active.covers(m_replayed.head.sequence);
}

std::optional<Staff> Authority::staff(const StaffId &id) const
{
    const auto found = m_replayed.people.find(id);
    return found == m_replayed.people.end() ? std::nullopt : std::optional<Staff>(found->staff);
}

std::optional<Zone> Authority::zone(const ZoneId &id) const
{
    const auto found = m_replayed.zones.find(id.key);
    return found == m_replayed.zones.end() ? std::nullopt : std::optional<Zone>(zoneFromJson(*found));
}

std::optional<StationKind> Authority::stationKind(const StationId &id) const
{
    const auto found = m_replayed.stations.find(id);
    return found == m_replayed.stations.end() || found->valid.until >= 0 ? std::nullopt
                                                                         : std::optional<StationKind>(found->station.kind);
}

QByteArray Authority::staffSignKey(const StaffId &id) const
{
    const auto found = m_replayed.people.find(id);
    return found == m_replayed.people.end() || !found->active.covers(m_replayed.head.sequence) ? QByteArray() : found->signKey;
}

QByteArray Authority::staffBoxKey(const StaffId &id) const
{
    const auto found = m_replayed.people.find(id);
    return found == m_replayed.people.end() || !found->active.covers(m_replayed.head.sequence) ? QByteArray() : found->boxKey;
}

QByteArray Authority::activationKey(const StaffId &id) const
{
    const auto found = m_replayed.people.find(id);
    return found == m_replayed.people.end() ? QByteArray() : found->activationKey;
}

QDateTime Authority::codeSince(const StaffId &id) const
{
    const auto found = m_replayed.people.find(id);
    return found == m_replayed.people.end() ? QDateTime() : found->codeSince;
}

QDateTime Authority::passwordSince(const StaffId &id) const
{
    const auto found = m_replayed.people.find(id);
    return found == m_replayed.people.end() ? QDateTime() : found->passwordSince;
}

QByteArray Authority::stationKey(const StationId &id) const
{
    const auto found = m_replayed.stations.find(id);
    return found == m_replayed.stations.end() || !found->valid.covers(m_replayed.head.sequence) ? QByteArray()
                                                                                                : found->station.signPublicKey;
}

QDateTime Authority::stationSignedAt(const StationId &id) const
{
    const auto found = m_replayed.stations.find(id);
    return found == m_replayed.stations.end() ? QDateTime() : found->signedAt;
}

bool Authority::knowsNumber(const QString &staffNumber) const
{
    return std::any_of(m_replayed.people.begin(), m_replayed.people.end(),
                       [&](const Person &person) { return person.staff.number == staffNumber; });
}

std::vector<Staff> Authority::certifiedStaff() const
{
    std::vector<Staff> people;
    for (const Person &person : m_replayed.people) {
        if (person.staff.state != StaffState::Left)
            people.push_back(person.staff);
    }
    return people;
}

std::vector<Station> Authority::enrolledStations() const
{
    std::vector<Station> stations;
    for (const Enrolled &enrolled : m_replayed.stations) {
        if (enrolled.valid.until < 0)
            stations.push_back(enrolled.station);
    }
    std::sort(stations.begin(), stations.end(), [](const Station &one, const Station &other) {
        return std::pair(one.name, one.id.text()) < std::pair(other.name, other.id.text());
    });
    return stations;
}

QStringList Authority::changedDefinitions(const std::vector<Zone> &zones, const std::vector<Purpose> &purposes) const
{
    QStringList changed;
    const auto compare = [&changed](QHash<QString, QJsonObject> wanted, const auto &rows, const QString &what) {
        for (const auto &row : rows) {
            if (wanted.take(row.id.key) != toJson(row))
                changed << what + row.id.key;
        }
        for (auto missing = wanted.cbegin(); missing != wanted.cend(); ++missing)
            changed << what + missing.key();
    };
    compare(m_replayed.zones, zones, QStringLiteral("zone "));
    compare(m_replayed.purposes, purposes, QStringLiteral("purpose "));
    changed.sort();
    return changed;
}

std::vector<Zone> Authority::trustedZones(const std::vector<Zone> &stored) const
{
    std::vector<Zone> trusted;
    for (const Zone &zone : stored) {
        if (m_replayed.zones.value(zone.id.key) == toJson(zone))
            trusted.push_back(zone);
        else
            qCWarning(lcTrust) << "a zone is not as it was signed:" << zone.id.key;
    }
    return trusted;
}

std::vector<Purpose> Authority::trustedPurposes(const std::vector<Purpose> &stored) const
{
    std::vector<Purpose> trusted;
    for (const Purpose &purpose : stored) {
        if (m_replayed.purposes.value(purpose.id.key) == toJson(purpose))
            trusted.push_back(purpose);
        else
            qCWarning(lcTrust) << "a purpose is not as it was signed:" << purpose.id.key;
    }
    return trusted;
}

std::optional<SealingKey> Authority::sealingKey() const
{
    return m_replayed.sealingKeys.empty() ? std::nullopt : std::optional<SealingKey>(m_replayed.sealingKeys.back());
}

QByteArray Authority::siteTag() const
{
    return m_rootFingerprint.left(4);
}

} // namespace gatehouse::usecases
