// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorprivate.h"

#include "base/logging.h"

namespace gatehouse::kiosk
{

using namespace std::chrono_literals;
using usecases::Door;

namespace
{
constexpr auto lockRefusalShownFor = 8s;
constexpr auto reportShownFor = 20s;
constexpr auto notToldShownFor = 60s;

/// Connected: takes over and says alive. Else: the door is cut off from now on.
DoorBeat beatOf(Door &door, const Desk *desk)
{
    const usecases::Workplace *workplace = workplaceOf(desk);
    const auto met = workplace ? door.meet(*workplace, desk->authority()) : Result<void>(fail(ErrorCode::Unavailable));
    if (!met && met.error().code == ErrorCode::BadSignature)
        door.distrust();
    else if (!met)
        door.lose(met.error());
    return {door.contact(), door.cutOffLeft()};
}

} // namespace

// Contact with the database

void DoorController::beat()
{
    const auto door = d->door();
    if (!door || d->beating)
        return;
    d->beating = true;
    d->beatAt = d->now();
    d->services.gateway.runAnyway(
        this, [door](const Desk *desk) { return beatOf(*door, desk); },
        [this](const DoorBeat &beat) {
            d->beating = false;
            d->beat = beat;
            Q_EMIT contactChanged();
        });
}

/// The gateway may be the first to see that the ledger does not verify, or that this door's key no longer counts, and closes
/// the desk. Stated at once, before anybody can be let in as if the database were just away.
void DoorController::onTrouble()
{
    const auto door = d->door();
    const Trouble trouble = d->services.gateway.trouble();
    if (door && (trouble == Trouble::Tampered || trouble == Trouble::Revoked))
        d->services.gateway.queue().run([door] { door->distrust(); });
    beat();
}

// The lock

void DoorController::onReleased(bool moved)
{
    const QString decision = d->asked.isEmpty() ? QString() : d->asked.takeFirst();
    if (d->services.door->port.health() == doors::Health::Shown)
        return; // nobody knows more than the screen said
    if (moved) {
        watchTime(); // what ran out before
        if (!d->watch.isReleased())
            d->running.clear();
        d->running << decision;
        d->watch.released(d->now(), d->services.door->settings.release);
        return;
    }
    stateUnused({decision}); // admitted, but the door stays shut: nobody is inside by that decision
    alarm(QStringLiteral("lock-not-released"));
    if (d->page == page::doorAdmit && decision == d->decisionId) { // whoever is there now may be somebody else
        d->lockFailed = true;
        setPage(page::doorRefuse, lockRefusalShownFor);
        Q_EMIT setChanged();
    }
    Q_EMIT lockChanged();
}

void DoorController::stateUnused(const QStringList &decisions)
{
    const auto door = d->door();
    if (!door)
        return;
    std::vector<usecases::DoorStatement> statements;
    for (const QString &decision : decisions)
        statements.push_back(usecases::unusedStatement(d->zone(), decision));
    d->services.gateway.runAnyway(
        this, [door, statements](const Desk *desk) { return door->state(workplaceOf(desk), statements); },
        [](const Result<Door::Stated> &written) {
            if (!written)
                qCWarning(lcDoor) << "an unused decision could not be written:" << errorName(written.error().code);
        });
}

// The leaf

void DoorController::watchTime()
{
    for (const doors::DoorEvent event : d->watch.tick(d->now()))
        onEvent(event);
}

void DoorController::onInputs(const doors::DoorInputs &inputs)
{
    std::vector<doors::DoorEvent> events;
    const auto add = [&](const std::vector<doors::DoorEvent> &more) { events.insert(events.end(), more.begin(), more.end()); };
    if (inputs.exit)
        add(d->watch.exitRequest(*inputs.exit, d->now()));
    if (inputs.open)
        add(d->watch.contact(*inputs.open, d->now()));
    if (inputs.tamper)
        add(d->watch.tamper(*inputs.tamper));
    for (const doors::DoorEvent event : events)
        onEvent(event);
}

void DoorController::onEvent(doors::DoorEvent event)
{
    using doors::DoorEvent;
    switch (event) {
    case DoorEvent::Forced:
    case DoorEvent::Held:
    case DoorEvent::Tamper:
        d->leaf = event == DoorEvent::Forced ? QStringLiteral("door-forced")
                  : event == DoorEvent::Held ? QStringLiteral("door-held")
                                             : QStringLiteral("door-tamper");
        alarm(d->leaf);
        break;
    case DoorEvent::Closed:
        d->leaf.clear();
        alarm(QStringLiteral("door-closed"));
        break;
    case DoorEvent::NotUsed:
        stateUnused(std::exchange(d->running, {}));
        break;
    case DoorEvent::Opened:
    case DoorEvent::Left:
        break;
    }
    Q_EMIT lockChanged();
}

void DoorController::onHealth(doors::Health health)
{
    using doors::Health;
    if (health == Health::Silent || health == Health::Refused || health == Health::Lying || health == Health::Unprotected)
        alarm(QStringLiteral("relay-") + doors::healthName(health));
    Q_EMIT lockChanged();
}

void DoorController::alarm(const QString &code)
{
    const auto door = d->door();
    if (!door)
        return;
    d->services.gateway.runAnyway(
        this,
        [door, zone = d->zone(), code](const Desk *desk) {
            return door->state(workplaceOf(desk), {usecases::doorAlarm(zone, code)});
        },
        [code](const Result<Door::Stated> &written) {
            if (!written)
                qCWarning(lcDoor) << "an alarm could not be written:" << code << errorName(written.error().code);
        });
}

// A stranger in the room (R3)

void DoorController::askReport()
{
    if (d->working)
        return;
    d->forget();
    d->report = Private::Report::Asked;
    setPage(page::doorReport, reportShownFor);
    Q_EMIT setChanged();
}

/// Nobody goes on, or starts again, before the screen has said whether anybody hears of it.
void DoorController::report()
{
    if (d->report != Private::Report::Asked && d->report != Private::Report::NotTold)
        return;
    d->report = Private::Report::Sending;
    d->working = true;
    d->services.gateway.runAnyway(
        this,
        [door = d->door(), zone = d->zone()](const Desk *desk) -> Result<Door::Stated> {
            if (!door)
                return fail(ErrorCode::Unavailable, QStringLiteral("no door"));
            return door->state(workplaceOf(desk), {usecases::doorAlarm(zone, QStringLiteral("stranger"))});
        },
        [this](const Result<Door::Stated> &stated) {
            if (!stated)
                qCWarning(lcDoor) << "a stranger could not be reported:" << errorName(stated.error().code);
            const bool told = stated && *stated == Door::Stated::Ledger;
            d->working = false;
            d->report = told ? Private::Report::Told : Private::Report::NotTold;
            setPage(page::doorReport, told ? reportShownFor : notToldShownFor);
            Q_EMIT setChanged();
        });
    Q_EMIT setChanged();
}

} // namespace gatehouse::kiosk
