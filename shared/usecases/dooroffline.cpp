// SPDX-License-Identifier: GPL-3.0-or-later
#include "dooroffline.h"

#include "base/logging.h"
#include "doornews.h"

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
/// While it is cut off, a door believes its own statements and nobody else's.
class OwnStanding final : public StandingView
{
public:
    bool held(const StaffId &, Role, qint64) const override { return false; }
    std::optional<Staff> staff(const StaffId &) const override { return std::nullopt; }
    std::optional<Zone> zone(const ZoneId &) const override { return std::nullopt; }
    std::optional<StationKind> stationKind(const StationId &) const override { return StationKind::Door; }
};
} // namespace

bool isLostContact(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Busy:
    case ErrorCode::ReadOnly:
    case ErrorCode::Full:
    case ErrorCode::Damaged:
    case ErrorCode::Unavailable:
    case ErrorCode::Internal:
        return true;
    default:
        return false;
    }
}

Door::Door(const ZoneId &zone, const security::StationIdentity &station, const QString &journalFile, const Clock &clock,
           Randomness &randomness)
    : m_zone(zone), m_station(station), m_clock(clock), m_randomness(randomness), m_journal(journalFile, station)
{
}

Result<void> Door::meet(const Workplace &workplace, std::shared_ptr<const Authority> authority)
{
    GATEHOUSE_TRY_ASSIGN(const int taken, m_journal.handOver(workplace, m_zone));
    if (taken > 0)
        qCInfo(lcDoor) << "statements from the time without the database:" << taken;
    {
        GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
        GATEHOUSE_TRY_ASSIGN(m_verifiers, pinVerifiers(*transaction, workplace));
    }
    const StationPulse pulse = signedPulse(workplace, m_clock.now());
    GATEHOUSE_TRY_ASSIGN(auto transaction, workplace.store.beginWrite());
    GATEHOUSE_TRY(transaction->stations().savePulse(pulse));
    GATEHOUSE_TRY(transaction->commit());
    m_authority = std::move(authority);
    m_time = &workplace.time;
    m_contactAt = m_clock.steady();
    m_overlay.reset();
    m_distrusted = false;
    return {};
}

void Door::lose(const Error &why)
{
    if (!m_authority || m_overlay)
        return;
    qCWarning(lcDoor) << "cut off from the database:" << errorName(why.code) << why.detail;
    m_overlay = Overlay{m_authority->escorts().presence(), m_authority->pins(), m_contactAt};
}

void Door::distrust()
{
    m_authority.reset();
    m_overlay.reset();
    m_verifiers.clear();
    m_distrusted = true;
}

Contact Door::contact() const
{
    if (!m_authority)
        return m_distrusted ? Contact::Distrusted : Contact::NeverConnected;
    if (!m_overlay)
        return Contact::Connected;
    return cutOffLeft().count() > 0 ? Contact::CutOff : Contact::CutOffTooLong;
}

std::chrono::seconds Door::cutOffLeft() const
{
    if (!m_overlay)
        return cutOffTime;
    const auto left = cutOffTime - (m_clock.steady() - m_overlay->since);
    return std::max(std::chrono::seconds(0), std::chrono::ceil<std::chrono::seconds>(left));
}

std::optional<DoorView> Door::view() const
{
    if (!m_authority)
        return std::nullopt;
    const PresenceBook &presence = m_overlay ? m_overlay->presence : m_authority->escorts().presence();
    const PinBook &pins = m_overlay ? m_overlay->pins : m_authority->pins();
    return DoorView{*m_authority, presence, pins, m_zone, m_clock.now(), contact(), m_time->trusted()};
}

ShownBadge Door::look(const QString &token) const
{
    if (const auto seen = view())
        return readDoorBadge(*seen, token);
    ShownBadge badge;
    badge.standing = BadgeStanding::Unknown;
    badge.at = m_clock.now();
    return badge;
}

std::optional<Finding> Door::judge(Direction direction, const ShownBadge &badge) const
{
    DoorFacts facts;
    facts.direction = direction;
    facts.zone = m_zone;
    return judgeBadge(facts, badge);
}

Result<PinState> Door::typePin(const Workplace *workplace, const ShownBadge &badge, const security::SecureBytes &pin)
{
    const auto seen = view();
    if (!seen || !badge.staff)
        return PinState::NotTyped;
    const PinState typed = checkPin(*seen, m_verifiers, badge.staff->staff, pin);
    if (typed == PinState::Wrong)
        GATEHOUSE_TRY(state(workplace, {wrongPinStatement(m_zone, badge.staff->staff, badge.serial)}));
    return typed;
}

Result<DoorPassage> Door::pass(const Workplace *workplace, Direction direction, const QStringList &tokens,
                               const std::map<StaffId, PinState> &pins)
{
    Error why{ErrorCode::Unavailable, {}};
    if (workplace && !m_overlay) {
        auto passage = passDoor(*workplace, m_zone, direction, tokens, pins);
        if (passage || !isLostContact(passage.error())) {
            if (!passage && passage.error().code == ErrorCode::BadSignature)
                distrust();
            return passage;
        }
        why = passage.error();
    }
    lose(why);
    return passCutOff(direction, tokens, pins);
}

Result<DoorPassage> Door::passCutOff(Direction direction, const QStringList &tokens, const std::map<StaffId, PinState> &pins)
{
    DoorPassage passage;
    passage.offline = true;
    passage.decision = makeUuid7(m_clock, m_randomness).toString(QUuid::WithoutBraces);
    const auto seen = view();
    if (!seen) { // nothing was verified since this station started, or what was counts no more
        const QString code = m_distrusted ? QStringLiteral("register-not-trusted") : QStringLiteral("no-records");
        passage.outcome.findings.push_back({Rule::R24, Verdict::Block, code, {}});
        return passage;
    }
    std::vector<ShownBadge> badges;
    for (const QString &token : tokens)
        badges.push_back(readDoorBadge(*seen, token));
    const DoorFacts facts = doorFacts(*seen, direction, badges, pins);
    passage.outcome = decideDoor(facts);
    GATEHOUSE_TRY(keep(passageStatements(m_zone, passage.decision, direction, facts.badges, passage.outcome, true)));
    return passage;
}

Result<Door::Stated> Door::state(const Workplace *workplace, const std::vector<DoorStatement> &statements)
{
    Error why{ErrorCode::Unavailable, {}};
    if (workplace && !m_overlay) {
        const auto written = writeDoorStatements(*workplace, statements);
        if (written)
            return Stated::Ledger;
        if (written.error().code == ErrorCode::BadSignature)
            distrust();
        else if (!isLostContact(written.error()))
            return fail(written.error());
        why = written.error();
    }
    lose(why);
    GATEHOUSE_TRY(keep(statements));
    return Stated::Journal;
}

Result<void> Door::keep(const std::vector<DoorStatement> &statements)
{
    const QDateTime now = m_clock.now();
    for (const DoorStatement &statement : statements) {
        GATEHOUSE_TRY(m_journal.append(statement, now));
        lay(statement, now);
    }
    return {};
}

void Door::lay(const DoorStatement &statement, const QDateTime &occurred)
{
    if (!m_overlay)
        return;
    LedgerEntry entry;
    entry.occurred = entry.recorded = occurred;
    entry.station = StationId::fromText(m_station.stationId);
    entry.actor = stationActor(entry.station);
    entry.action = statement.action;
    entry.subject = statement.subject;
    entry.details = statement.details;
    const OwnStanding own;
    for (StatementBook *book :
         {static_cast<StatementBook *>(&m_overlay->presence), static_cast<StatementBook *>(&m_overlay->pins)}) {
        if (book->wants(entry.action))
            book->apply(entry, own);
    }
}

QString Door::staffNumber(const StaffId &staff) const
{
    const auto signedRecord = m_authority ? m_authority->staff(staff) : std::nullopt;
    return signedRecord ? signedRecord->number : QString();
}

} // namespace gatehouse::usecases
