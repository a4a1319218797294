// SPDX-License-Identifier: GPL-3.0-or-later
// What entries grant: the site and its rules, people and their roles, stations. Which of them count is in authority.cpp.
#include "authority.h"

#include "confirmtime.h"
#include "onetimecodes.h"
#include "security/keys.h"

#include <QJsonArray>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
QByteArray keyIn(const QJsonObject &details, QLatin1String name)
{
    return QByteArray::fromHex(details.value(name).toString().toLatin1());
}
} // namespace

QByteArray activationMessage(const StaffId &staff, const QByteArray &signKey, const QByteArray &boxKey)
{
    return QByteArrayLiteral("gatehouse.activate.1|") + staff.text().toLatin1() + '|' + signKey.toHex() + '|' + boxKey.toHex();
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

} // namespace gatehouse::usecases
