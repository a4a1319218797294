// SPDX-License-Identifier: GPL-3.0-or-later
#include "demodesk.h"

#include "demoroom.h"
#include "usecases/badges.h"
#include "usecases/stations.h"

#include <numeric>

namespace gatehouse::ctl
{

namespace
{

security::SecureBytes secretOf(const QString &text)
{
    auto bytes = text.toUtf8();
    return security::SecureBytes::take(bytes);
}

void passTime(DemoWorld &world, int seconds)
{
    world.clock.advanceTo(world.clock.now().addSecs(seconds));
}

Result<void> makeSite(DemoWorld &world, DemoSite &made)
{
    const auto &manager = made.signIns.front();
    usecases::SiteSetup setup;
    setup.siteName = made.siteName;
    setup.managerNumber = manager.person.number;
    setup.managerName = manager.person.name;
    setup.agreementDate = world.clock.now().date().addDays(-200);
    setup.password = secretOf(manager.password);
    setup.cost = world.options.cost;
    setup.managerIsGuardToo = false;
    GATEHOUSE_TRY_ASSIGN(made.site, usecases::initSite(world.store, world.clock, world.randomness, world.vault, setup));
    GATEHOUSE_TRY_ASSIGN(auto kiosk, world.vault.identity(QStringLiteral("kiosk")));
    GATEHOUSE_TRY_ASSIGN(auto admin, world.vault.identity(QStringLiteral("admin")));
    world.kiosk = std::make_unique<DemoDesk>(world.store, world.clock, world.randomness, std::move(kiosk));
    world.admin = std::make_unique<DemoDesk>(world.store, world.clock, world.randomness, std::move(admin));
    passTime(world, 600);
    GATEHOUSE_TRY(usecases::confirmRecovery(world.admin->workplace(), made.site.recoverySecret));
    passTime(world, 60);
    GATEHOUSE_TRY_ASSIGN(world.kioskBoot, usecases::announceBoot(world.kiosk->workplace()));
    return {};
}

Result<usecases::StaffSession> signInAs(DemoWorld &world, const DemoSignIn &person, const security::SecureBytes &pepper)
{
    passTime(world, 30);
    GATEHOUSE_TRY_ASSIGN(auto result,
                         usecases::signIn(world.admin->workplace(), person.person.number, secretOf(person.password), pepper));
    return std::move(result.session);
}

/// The machine at the door until today. The one whose key is kept has not been in service yet: had it signed anything, its
/// silence would be an alarm (admin/doorpulse.h).
Result<void> hangEarlierDoor(DemoWorld &world)
{
    const auto workplace = world.admin->workplace();
    passTime(world, 30);
    const auto id = makeId<domain::StationId>(world.clock, world.randomness);
    security::StationIdentity identity{id.text(), security::makeSignKeyPair(), workplace.station.rootFingerprint};
    const auto key = identity.keys.publicKey;
    GATEHOUSE_TRY(usecases::proposeStation(
        workplace, {id, QStringLiteral("door, earlier machine"), domain::StationKind::Door, key, false}));
    GATEHOUSE_TRY(usecases::enrolStation(workplace, world.manager, id, key));
    world.door = std::make_unique<DemoDesk>(world.store, world.clock, world.randomness, std::move(identity));
    return {};
}

Result<void> settle(DemoWorld &world, const DemoStaff &person, DemoSite &made, const security::SecureBytes &pepper)
{
    const auto workplace = world.admin->workplace();
    passTime(world, 90);
    const usecases::NewStaff newStaff{person.number,
                                      person.name,
                                      person.grade,
                                      person.roles,
                                      world.clock.now().date().addDays(-30 - draw(world.randomness, 900)),
                                      person.language};
    GATEHOUSE_TRY_ASSIGN(const auto invited, usecases::inviteStaff(workplace, world.manager, newStaff));
    world.staff[person.number] = invited.id;
    if (person.roles.empty()) {
        world.hosts.push_back(invited.id);
        return {};
    }
    const DemoSignIn account{person, drawPassword(), std::nullopt};
    passTime(world, 120);
    GATEHOUSE_TRY(usecases::activateStaff(workplace, person.number, invited.code, secretOf(account.password), pepper,
                                          world.options.cost));
    if (person.roles.contains(domain::Role::Guard)) {
        GATEHOUSE_TRY_ASSIGN(auto session, signInAs(world, account, pepper));
        world.guards.push_back(std::move(session));
    }
    if (person.roles.contains(domain::Role::Escort)) {
        GATEHOUSE_TRY_ASSIGN(auto session, signInAs(world, account, pepper));
        world.escorts.push_back(std::move(session));
    }
    made.signIns.push_back(account);
    return {};
}

} // namespace

Result<void> settleStaff(DemoWorld &world, DemoSite &made)
{
    const auto &people = demoStaff();
    made.signIns.push_back({people.front(), drawPassword(), std::nullopt});
    GATEHOUSE_TRY(makeSite(world, made));
    GATEHOUSE_TRY_ASSIGN(const auto pepper, world.vault.pepper());
    GATEHOUSE_TRY_ASSIGN(world.manager, signInAs(world, made.signIns.front(), pepper));
    GATEHOUSE_TRY(hangEarlierDoor(world));
    for (std::size_t i = 1; i < people.size(); ++i)
        GATEHOUSE_TRY(settle(world, people[i], made, pepper));
    GATEHOUSE_TRY(giveDuties(world));
    return equipStaff(world, made);
}

int nextVisitor(DemoWorld &world)
{
    if (world.deck.empty()) {
        world.deck.resize(static_cast<std::size_t>(demoVisitorCount()));
        std::iota(world.deck.begin(), world.deck.end(), 0);
    }
    const auto at = static_cast<std::size_t>(draw(world.randomness, static_cast<int>(world.deck.size())));
    const int person = world.deck[at];
    world.deck.erase(world.deck.begin() + static_cast<std::ptrdiff_t>(at));
    return person;
}

Result<void> closeDesks(DemoWorld &world)
{
    const auto workplace = world.admin->workplace();
    GATEHOUSE_TRY(usecases::revokeStation(workplace, world.manager, world.door->workplace().stationId()));
    for (const auto &guard : world.guards)
        GATEHOUSE_TRY(usecases::signOut(workplace, guard));
    for (const auto &escort : world.escorts)
        GATEHOUSE_TRY(usecases::signOut(workplace, escort));
    return usecases::signOut(workplace, world.manager);
}

} // namespace gatehouse::ctl
