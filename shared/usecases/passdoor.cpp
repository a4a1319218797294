// SPDX-License-Identifier: GPL-3.0-or-later
#include "passdoor.h"

#include "badgerecords.h"
#include "base/logging.h"
#include "incidents.h"
#include "security/pin.h"
#include "security/tokens.h"
#include "staffbadges.h"

#include <QJsonArray>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
constexpr qint64 aheadSeconds = 60 * 60;

VisitorFacts visitorFacts(const DoorView &view, const VisitId &visit)
{
    VisitorFacts facts;
    facts.visit = visit;
    const EscortBook &escorts = view.authority.escorts();
    const auto access = escorts.access(visit, view.zone);
    if (!access)
        return facts;
    facts.asked = true;
    facts.approved = access->approved;
    facts.over = access->isOver();
    facts.begun = access->windowFrom <= view.now;
    facts.ended = view.now >= access->windowUntil;
    const auto zone = view.authority.zone(view.zone);
    facts.briefed = (zone && !zone->asksBriefing) || view.authority.briefings().isBriefed(visit, view.zone, view.now);
    if (zone)
        facts.items = view.authority.carried().notAdmitted(visit, *zone);
    facts.accepted = access->accepted;
    if (access->accepted)
        facts.escort = access->escort;
    facts.offeredTo = access->accepted ? access->handOverTo : access->escort;
    return facts;
}

StaffFacts staffFacts(const DoorView &view, const StaffId &id)
{
    StaffFacts facts;
    facts.staff = id;
    const Authority &authority = view.authority;
    const DutyBook &duties = authority.duties();
    facts.active = authority.isActive(id);
    if (const auto staff = authority.staff(id))
        facts.managerial = staff->grade == Grade::Managerial;
    if (const auto authorisation = duties.escortAuthorisation(id, view.zone)) {
        facts.authorised = view.now < authorisation->until;
        facts.trained = view.now < authorisation->endsAt() || !facts.authorised;
    }
    // The book has the last word: what it does not let escort, does not.
    if (!duties.mayEscort(id, view.zone, view.now) && facts.managerial && facts.authorised)
        facts.trained = false;
    facts.charges = authority.escorts().visitorsOf(id, view.zone, view.now);
    facts.onAccessList = duties.mayEnter(id, view.zone, view.now);
    if (const auto access = duties.access(id, view.zone))
        facts.accessSuspended = view.now < access->until && access->isSuspended(view.now);
    const PinBook::Pin pin = view.pins.pin(id);
    facts.secondsToWait = pinSecondsLeft(pin, view.now);
    facts.pin = pin.verifierHash.isEmpty() ? PinState::NoneSet
                : facts.secondsToWait > 0  ? PinState::BackOff
                                           : PinState::NotTyped;
    return facts;
}

std::optional<LastSeen> seenInside(const DoorView &view, const ShownBadge &badge)
{
    for (const Presence &person : view.presence.everybody()) {
        const bool same = (badge.serial != 0 && person.serial == badge.serial) ||
                          (badge.visitor && person.visit == badge.visitor->visit) ||
                          (badge.staff && person.staff == badge.staff->staff);
        if (same)
            return LastSeen{person.zone, person.since, person.serial};
    }
    return std::nullopt;
}

ShownBadge visitorBadge(const DoorView &view, const QString &text, const security::ParsedBadgeToken &parsed)
{
    ShownBadge badge;
    badge.serial = parsed.token.serial;
    badge.standing = standingOf(readBadge(view.authority, text, parsed, security::verifyBadgeToken), view.now);
    if (badge.standing != BadgeStanding::Foreign && badge.standing != BadgeStanding::Forged &&
        badge.standing != BadgeStanding::Unknown)
        badge.visitor = visitorFacts(view, VisitId{parsed.token.visit});
    return badge;
}

ShownBadge staffBadge(const DoorView &view, const QString &text, const security::ParsedStaffBadgeToken &parsed)
{
    ShownBadge badge;
    badge.serial = parsed.token.serial;
    badge.standing = standingOf(readBadge(view.authority, text, parsed, security::verifyStaffBadgeToken), view.now);
    if (badge.standing != BadgeStanding::Foreign && badge.standing != BadgeStanding::Forged &&
        badge.standing != BadgeStanding::Unknown)
        badge.staff = staffFacts(view, StaffId{parsed.token.staff});
    return badge;
}

std::vector<InsideFacts> insideFacts(const DoorView &view)
{
    std::vector<InsideFacts> people;
    for (const Presence &person : view.presence.inside(view.zone)) {
        InsideFacts facts{person.visit, person.staff, std::nullopt, false};
        if (person.visit) {
            const auto access = view.authority.escorts().access(*person.visit, view.zone);
            if (access && access->accepted)
                facts.escort = access->escort;
        }
        facts.mayEscort = person.staff && view.authority.duties().mayEscort(*person.staff, view.zone, view.now);
        people.push_back(facts);
    }
    return people;
}

QJsonArray findingsJson(const std::vector<Finding> &findings)
{
    QJsonArray array;
    for (const Finding &finding : findings) {
        QJsonObject json{{QStringLiteral("code"), finding.code}, {QStringLiteral("blocks"), finding.verdict == Verdict::Block}};
        if (!finding.basis.isEmpty())
            json.insert(QStringLiteral("basis"), QJsonArray::fromStringList(finding.basis));
        array.append(json);
    }
    return array;
}

QJsonArray peopleJson(const std::vector<ShownBadge> &badges)
{
    QJsonArray people;
    for (const ShownBadge &badge : badges) {
        QJsonObject person{{QStringLiteral("serial"), serialText(badge.serial)}};
        if (badge.visitor)
            person.insert(QStringLiteral("visit"), badge.visitor->visit.text());
        if (badge.staff)
            person.insert(QStringLiteral("staff"), badge.staff->staff.text());
        people.append(person);
    }
    return people;
}

QString passageAction(Direction direction, bool admitted)
{
    if (!admitted)
        return action::passageRefuse;
    return direction == Direction::Enter ? action::passageEnter : action::passageLeave;
}

/// The gravest of what alarms, with both times of a copied badge in its basis.
DoorStatement alarmOf(const ZoneId &zone, const QString &decision, const DoorDecision &outcome)
{
    DoorStatement statement = doorAlarm(zone, QStringLiteral("door-refused"));
    statement.details.insert(QStringLiteral("decision"), decision);
    for (const Finding &finding : outcome.findings) {
        const bool grave = finding.code.startsWith(QLatin1String("badge-")) ||
                           finding.code == QLatin1String("escort-leaves-first") ||
                           finding.code == QLatin1String("pin-back-off");
        if (!grave)
            continue;
        statement.details.insert(QStringLiteral("code"), finding.code);
        statement.details.insert(QStringLiteral("basis"), QJsonArray::fromStringList(finding.basis));
        if (finding.code == QLatin1String("badge-copied") || finding.code == QLatin1String("escort-leaves-first"))
            break;
    }
    return statement;
}
} // namespace

DoorView doorView(const Workplace &workplace, const ZoneId &zone)
{
    return {workplace.authority,        workplace.authority.escorts().presence(),
            workplace.authority.pins(), zone,
            workplace.clock.now(),      Contact::Connected,
            workplace.time.trusted()};
}

ShownBadge readDoorBadge(const DoorView &view, const QString &token)
{
    ShownBadge badge;
    badge.standing = BadgeStanding::Unreadable;
    if (const auto visitor = security::parseBadgeToken(token))
        badge = visitorBadge(view, token, *visitor);
    else if (const auto staff = security::parseStaffBadgeToken(token))
        badge = staffBadge(view, token, *staff);
    badge.at = view.now;
    badge.seen = seenInside(view, badge);
    return badge;
}

DoorFacts doorFacts(const DoorView &view, Direction direction, const std::vector<ShownBadge> &badges,
                    const std::map<StaffId, PinState> &pins)
{
    DoorFacts facts;
    facts.direction = direction;
    facts.zone = view.zone;
    if (const auto zone = view.authority.zone(view.zone)) {
        facts.escort = zone->escort;
        facts.visitorsPerEscort = zone->visitorsPerEscort;
    }
    facts.contact = view.contact;
    facts.timeTrusted = view.timeTrusted;
    facts.inside = insideFacts(view);
    for (ShownBadge badge : badges) {
        const bool again = std::any_of(facts.badges.begin(), facts.badges.end(), [&](const ShownBadge &other) {
            return badge.serial != 0 && other.serial == badge.serial;
        });
        if (again)
            continue; // the camera sees a badge more than once
        if (badge.staff && pins.contains(badge.staff->staff) && badge.staff->pin == PinState::NotTyped)
            badge.staff->pin = pins.at(badge.staff->staff);
        facts.badges.push_back(badge);
    }
    return facts;
}

Result<PinVerifiers> pinVerifiers(Transaction &transaction, const Workplace &workplace)
{
    PinVerifiers verifiers;
    for (auto pin = workplace.authority.pins().all().cbegin(); pin != workplace.authority.pins().all().cend(); ++pin) {
        if (pin->verifierHash.isEmpty())
            continue;
        GATEHOUSE_TRY_ASSIGN(const std::optional<QByteArray> stored, transaction.site().setting(pinSetting(pin.key())));
        if (stored && security::pinVerifierHash(*stored) == pin->verifierHash)
            verifiers.emplace(pin.key(), *stored);
        else
            qCWarning(lcTrust) << "a PIN is not as its owner signed it: staff" << pin.key().text();
    }
    return verifiers;
}

qint64 pinSecondsLeft(const PinBook::Pin &pin, const QDateTime &now)
{
    const auto pause = security::pinPause(pin.failures);
    if (pause.count() == 0 || !pin.lastFailure.isValid())
        return 0;
    // Clocks of two doors differ by a little; one that was far ahead makes nobody wait until that date.
    const qint64 left = now.secsTo(pin.lastFailure.addSecs(pause.count()));
    return left > pause.count() + aheadSeconds ? 0 : std::clamp<qint64>(left, 0, pause.count());
}

PinState checkPin(const DoorView &view, const PinVerifiers &verifiers, const StaffId &staff, const security::SecureBytes &pin)
{
    if (pinSecondsLeft(view.pins.pin(staff), view.now) > 0)
        return PinState::BackOff;
    const auto verifier = verifiers.find(staff);
    if (verifier == verifiers.end())
        return PinState::NoneSet;
    return security::pinMatches(verifier->second, pin) ? PinState::Right : PinState::Wrong;
}

std::vector<DoorStatement> passageStatements(const ZoneId &zone, const QString &decision, Direction direction,
                                             const std::vector<ShownBadge> &badges, const DoorDecision &outcome, bool offline)
{
    std::vector<DoorStatement> statements;
    for (const AcceptedHere &accepted : outcome.accepted) {
        statements.push_back({action::escortAccept,
                              visitSubject(accepted.visit),
                              {{QStringLiteral("zone"), zone.key},
                               {QStringLiteral("escort"), accepted.escort.text()},
                               {QStringLiteral("method"), QStringLiteral("pin")}}});
    }
    QJsonObject details{{QStringLiteral("zone"), zone.key},
                        {QStringLiteral("decision"), decision},
                        {QStringLiteral("people"), peopleJson(badges)},
                        {QStringLiteral("findings"), findingsJson(outcome.findings)},
                        {QStringLiteral("offline"), offline}};
    if (outcome.escort)
        details.insert(QStringLiteral("escort"), outcome.escort->text());
    QJsonArray right;
    for (const ShownBadge &badge : badges) {
        if (badge.staff && badge.staff->pin == PinState::Right)
            right.append(badge.staff->staff.text());
    }
    if (!right.isEmpty()) {
        details.insert(QStringLiteral("pin"), true);
        details.insert(QStringLiteral("pinRight"), right);
    }
    statements.push_back({passageAction(direction, outcome.admitted), zoneSubject(zone), details});
    if (outcome.alarm)
        statements.push_back(alarmOf(zone, decision, outcome));
    return statements;
}

Result<DoorPassage> passDoor(const Workplace &workplace, const ZoneId &zone, Direction direction, const QStringList &tokens,
                             const std::map<StaffId, PinState> &pins)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    const DoorView view = doorView(workplace, zone);
    std::vector<ShownBadge> badges;
    for (const QString &token : tokens)
        badges.push_back(readDoorBadge(view, token));
    const DoorFacts facts = doorFacts(view, direction, badges, pins);
    DoorPassage passage;
    passage.decision = makeUuid7(workplace.clock, workplace.randomness).toString(QUuid::WithoutBraces);
    passage.outcome = decideDoor(facts);
    for (const DoorStatement &statement :
         passageStatements(zone, passage.decision, direction, facts.badges, passage.outcome, false))
        GATEHOUSE_TRY(
            record(*transaction, workplace, signerOf(workplace), statement.action, statement.subject, statement.details));
    GATEHOUSE_TRY(transaction->commit());
    return passage;
}

DoorStatement wrongPinStatement(const ZoneId &zone, const StaffId &staff, quint64 serial)
{
    const QJsonObject person{{QStringLiteral("staff"), staff.text()}, {QStringLiteral("serial"), serialText(serial)}};
    const QJsonObject finding{{QStringLiteral("code"), QStringLiteral("pin-wrong")}, {QStringLiteral("blocks"), true}};
    return {action::passageRefuse,
            zoneSubject(zone),
            {{QStringLiteral("zone"), zone.key},
             {QStringLiteral("people"), QJsonArray{person}},
             {QStringLiteral("findings"), QJsonArray{finding}},
             {QStringLiteral("pinWrong"), QJsonArray{staff.text()}}}};
}

DoorStatement unusedStatement(const ZoneId &zone, const QString &decision)
{
    return {
        action::passageUnused, zoneSubject(zone), {{QStringLiteral("zone"), zone.key}, {QStringLiteral("decision"), decision}}};
}

DoorStatement doorAlarm(const ZoneId &zone, const QString &code)
{
    return {action::alarm, zoneSubject(zone), {{QStringLiteral("zone"), zone.key}, {QStringLiteral("code"), code}}};
}

Result<bool> reportAlarm(Transaction &transaction, const Workplace &workplace, const DoorStatement &statement)
{
    if (statement.action != action::alarm)
        return false;
    const QString code = statement.details.value(QLatin1String("code")).toString();
    const ZoneId zone{statement.details.value(QLatin1String("zone")).toString()};
    if (code == QLatin1String("stranger")) {
        GATEHOUSE_TRY(reportStranger(transaction, workplace, zone));
        return true;
    }
    if (code != QLatin1String("door-forced"))
        return false;
    const std::vector<Presence> inside = workplace.authority.escorts().inside(zone);
    const bool helpers =
        std::any_of(inside.begin(), inside.end(), [](const Presence &person) { return !person.emergency.isEmpty(); });
    if (helpers)
        return false;
    GATEHOUSE_TRY(openIncidentIn(
        transaction, workplace, signerOf(workplace),
        {IncidentKind::ForcedDoor, zone, stationActor(workplace.stationId()), QStringLiteral("door-forced"), {}, {}, {}}));
    return true;
}

Result<void> writeDoorStatements(const Workplace &workplace, const std::vector<DoorStatement> &statements)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    for (const DoorStatement &statement : statements) {
        GATEHOUSE_TRY(
            record(*transaction, workplace, signerOf(workplace), statement.action, statement.subject, statement.details));
        GATEHOUSE_TRY(reportAlarm(*transaction, workplace, statement));
    }
    return transaction->commit();
}

} // namespace gatehouse::usecases
