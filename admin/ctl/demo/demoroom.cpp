// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoroom.h"

#include "security/pin.h"
#include "usecases/duties.h"
#include "usecases/escortvisit.h"
#include "usecases/passdoor.h"
#include "usecases/rounds.h"
#include "usecases/staffbadges.h"

#include <algorithm>

namespace gatehouse::ctl
{

namespace
{

using domain::Duty;
using domain::StaffId;
using domain::VisitId;

const domain::ZoneId theRoom{QStringLiteral("machine-room")};

QString drawPin(Randomness &randomness, const QString &staffNumber)
{
    QString pin;
    do {
        pin.clear();
        for (int i = 0; i < security::pinShortest; ++i)
            pin += QString::number(draw(randomness, 10));
    } while (security::assessPin(pin, staffNumber) != security::PinFlaw::None);
    return pin;
}

Result<DemoCard> equip(DemoWorld &world, const usecases::StaffSession &session)
{
    const auto workplace = world.admin->workplace();
    DemoCard card;
    card.pin = drawPin(world.randomness, session.staff.number);
    auto digits = card.pin.toLatin1();
    GATEHOUSE_TRY(usecases::setPin(workplace, session, security::SecureBytes::take(digits), world.options.cost));
    GATEHOUSE_TRY_ASSIGN(const auto badge, usecases::issueStaffBadge(workplace, world.manager, session.staff.id));
    card.token = badge.token;
    card.validFrom = world.clock.now();
    card.validUntil = badge.validUntil;
    world.staffTokens[session.staff.id] = badge.token;
    return card;
}

/// Who has accepted this visitor, as the door's station sees it.
std::optional<StaffId> chargeOf(const DemoWorld &world, const VisitId &visit)
{
    const auto access = world.door->workplace().authority.escorts().access(visit, theRoom);
    return access && access->accepted && !access->isOver() ? access->escort : std::nullopt;
}

std::map<StaffId, std::vector<std::size_t>> byEscort(const DemoWorld &world, const std::vector<VisitId> &visits)
{
    std::map<StaffId, std::vector<std::size_t>> sets;
    for (std::size_t i = 0; i < visits.size(); ++i) {
        if (const auto escort = chargeOf(world, visits[i]))
            sets[*escort].push_back(i);
    }
    return sets;
}

bool isInside(const DemoWorld &world, const StaffId &escort)
{
    return world.door->workplace().authority.escorts().whereIs(escort) == theRoom;
}

bool isInside(const DemoWorld &world, const VisitId &visit)
{
    return world.door->workplace().authority.escorts().whereIs(visit) == theRoom;
}

bool hasVisitorsInside(const DemoWorld &world, const StaffId &escort)
{
    const auto inside = world.door->workplace().authority.escorts().inside(theRoom);
    return std::any_of(inside.begin(), inside.end(), [&](const domain::Presence &person) {
        return person.visit && chargeOf(world, *person.visit) == escort;
    });
}

Result<void> book(DemoWorld &world, domain::Direction direction, const QStringList &tokens, const StaffId &escort)
{
    GATEHOUSE_TRY(usecases::passDoor(world.door->workplace(), theRoom, direction, tokens, {{escort, domain::PinState::Right}}));
    GATEHOUSE_TRY(usecases::beginRead(world.door->workplace())); // the door's books know of it now
    return {};
}

} // namespace

Result<void> giveDuties(DemoWorld &world)
{
    const auto workplace = world.admin->workplace();
    const auto until = world.clock.now().addYears(2);
    const auto &keeper = world.escorts.front().staff.id;
    const auto &fireKeeper = world.escorts.back().staff.id;
    const std::vector<usecases::DutyTerm> terms{
        {world.manager.staff.id, theRoom, Duty::Lead, false, until},
        {keeper, theRoom, Duty::Keeper, false, until},
        {fireKeeper, theRoom, Duty::Keeper, true, until},
        {fireKeeper, theRoom, Duty::FireKeeper, false, until},
        {world.staff.at(QStringLiteral("5001")), theRoom, Duty::Supervisor, false, until},
        {world.staff.at(QStringLiteral("5008")), theRoom, Duty::Maintainer, false, until},
    };
    for (const auto &term : terms)
        GATEHOUSE_TRY(usecases::assignDuty(workplace, world.manager, term));
    const auto today = world.clock.now().date();
    for (const auto &escort : world.escorts)
        GATEHOUSE_TRY(usecases::authoriseEscort(workplace, world.manager, escort.staff.id, theRoom, until, today.addDays(-40)));
    GATEHOUSE_TRY(usecases::grantAccess(workplace, world.manager, keeper, theRoom, until, QStringLiteral("operations")));
    GATEHOUSE_TRY(usecases::grantAccess(workplace, world.manager, world.staff.at(QStringLiteral("5008")), theRoom, until,
                                        QStringLiteral("maintenance")));
    GATEHOUSE_TRY(usecases::adoptDefaultChecklists(workplace, world.manager));
    return usecases::defineFireDevice(
        workplace, world.manager,
        {QStringLiteral("E-07"), QStringLiteral("extinguisher"), theRoom, fireKeeper, today.addDays(60), std::nullopt, true});
}

Result<void> equipStaff(DemoWorld &world, DemoSite &made)
{
    std::vector<const usecases::StaffSession *> sessions{&world.manager};
    for (const auto *list : {&world.guards, &world.escorts}) {
        for (const auto &session : *list)
            sessions.push_back(&session);
    }
    for (const auto *session : sessions) {
        GATEHOUSE_TRY_ASSIGN(const auto card, equip(world, *session));
        for (auto &signIn : made.signIns) {
            if (signIn.person.number == session->staff.number)
                signIn.card = card;
        }
    }
    return {};
}

Result<void> enterRoom(DemoWorld &world, const std::vector<VisitId> &visits, const QStringList &tokens)
{
    GATEHOUSE_TRY(usecases::beginRead(world.door->workplace())); // brings the door's books up to date
    for (const auto &[escort, indices] : byEscort(world, visits)) {
        if (isInside(world, escort))
            continue; // with others: these visitors wait
        QStringList set{world.staffTokens.at(escort)};
        for (const auto index : indices)
            set += tokens.value(static_cast<qsizetype>(index));
        GATEHOUSE_TRY(book(world, domain::Direction::Enter, set, escort));
    }
    return {};
}

Result<void> leaveRoom(DemoWorld &world, const std::vector<VisitId> &visits, const QStringList &tokens)
{
    GATEHOUSE_TRY(usecases::beginRead(world.door->workplace()));
    for (const auto &[escort, indices] : byEscort(world, visits)) {
        QStringList set;
        for (const auto index : indices) {
            if (isInside(world, visits[index]))
                set += tokens.value(static_cast<qsizetype>(index));
        }
        if (set.isEmpty())
            continue;
        GATEHOUSE_TRY(book(world, domain::Direction::Leave, set, escort));
        if (!hasVisitorsInside(world, escort))
            GATEHOUSE_TRY(book(world, domain::Direction::Leave, {world.staffTokens.at(escort)}, escort));
    }
    return {};
}

Result<void> releaseVisitors(DemoWorld &world, const std::vector<VisitId> &visits)
{
    for (const auto &session : world.escorts) {
        std::vector<VisitId> charges;
        for (const auto &visit : visits) {
            if (chargeOf(world, visit) == session.staff.id)
                charges.push_back(visit);
        }
        if (charges.empty())
            continue;
        domain::ReleaseWords words;
        words.workConfirmed = true;
        words.heads = static_cast<int>(charges.size());
        GATEHOUSE_TRY(usecases::releaseEscort(world.admin->workplace(), session, charges, theRoom, words));
    }
    return {};
}

} // namespace gatehouse::ctl
