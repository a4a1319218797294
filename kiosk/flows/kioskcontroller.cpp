// SPDX-License-Identifier: GPL-3.0-or-later
#include "kioskprivate.h"

#include "camera/camerafeed.h"
#include "doorcontroller.h"
#include "gateway.h"
#include "kiosktexts.h"
#include "parsing/scannerpayload.h"
#include "usecases/requestvisit.h"

#include "base/logging.h"

#include <algorithm>

namespace gatehouse::kiosk
{

using namespace std::chrono_literals;

namespace
{
constexpr auto idleAfter = 60s;        // look.md
constexpr auto idleAfterLonger = 120s; // on notices, with larger text and where pages are read aloud
constexpr auto guardCalledFor = 60s;
constexpr auto notCalledShownFor = 30s;
constexpr auto lapseEvery = 60s;
} // namespace

QString KioskController::Private::wantedPage() const
{
    switch (flow) {
    case Flow::CheckIn:
        return checkIn.page();
    case Flow::CheckOut:
        return checkOut.state() == QLatin1String("done") ? page::checkedOut : page::checkOut;
    case Flow::Invitation:
        return page::invitation;
    case Flow::Leave:
        return page::leave;
    case Flow::None:
        break;
    }
    if (atDoor())
        return !door.page().isEmpty() ? door.page() : doorIsNone() ? page::trouble : page::doorRest;
    if (services.gateway.trouble() != Trouble::None)
        return page::trouble;
    return opened ? page::rest : page::starting;
}

/// Whether this station can never decide as it is set up. Cut off, it may go on, and says on its rest page what it still does.
bool KioskController::Private::doorIsNone() const
{
    const Trouble trouble = services.gateway.trouble();
    return trouble == Trouble::UnknownZone || trouble == Trouble::NotEnrolled || trouble == Trouble::Revoked;
}

/// Whether somebody has something to enter here, and may have walked away from it.
bool KioskController::Private::waitsForVisitor() const
{
    static const QStringList byItself{page::waiting,   page::pickup,   page::done,    page::denied,
                                      page::cancelled, page::delivery, page::briefed, page::checkedOut};
    return flow != Flow::None && !byItself.contains(page);
}

std::optional<domain::PurposeId> KioskController::Private::callPurpose() const
{
    std::optional<domain::PurposeId> found;
    for (const domain::Purpose &purpose : services.gateway.facts().purposes) {
        if (!purpose.entering && (!found || purpose.id.key == QLatin1String("help")))
            found = purpose.id;
    }
    return found;
}

KioskController::KioskController(Services &services, QObject *parent) : QObject(parent), d(std::make_unique<Private>(services))
{
    services.language = services.settings.languages.value(0, QStringLiteral("en"));
    if (services.installLanguage)
        services.installLanguage(services.language);
    d->checkIn.setScan(&d->scan);
    d->touched = services.clock.steady();
    connect(&d->scan, &ScanController::decided, this, &KioskController::onDecided);
    connect(&d->checkIn, &CheckInController::flowChanged, this, [this] {
        updatePage();
        Q_EMIT pageChanged();
        Q_EMIT canGoNextChanged();
    });
    connect(&d->checkIn, &CheckInController::readyChanged, this, &KioskController::canGoNextChanged);
    connect(&d->checkIn, &CheckInController::busyChanged, this, [this] {
        Q_EMIT busyChanged();
        Q_EMIT canGoNextChanged();
    });
    connect(&d->checkIn, &CheckInController::problemChanged, this, &KioskController::problemChanged);
    connect(&d->checkIn, &CheckInController::finished, this, &KioskController::wipe);
    connect(&d->checkIn, &CheckInController::recognised, this, &KioskController::speakAgain);
    connect(&d->checkOut, &CheckOutController::stateChanged, this, [this] {
        updatePage();
        Q_EMIT busyChanged();
        Q_EMIT canGoNextChanged();
    });
    connect(&d->checkOut, &CheckOutController::failed, this, [this] {
        // A badge that is held on is booked as soon as the register is free.
        d->scan.look(ScanController::Wanted::Badge, d->checkOut.problemCode() == QLatin1String("busy"));
    });
    connect(&d->checkOut, &CheckOutController::cleared, this, &KioskController::wipe);
    connect(&d->checkOut, &CheckOutController::recognised, this, &KioskController::speakAgain);
    connect(&d->door, &DoorController::pageChanged, this, &KioskController::updatePage);
    connect(&d->door, &DoorController::finished, this, &KioskController::wipe);
    connect(&d->invitation, &InvitationController::stateChanged, this, [this] {
        if (d->flow == Private::Flow::Invitation && d->invitation.state() == QLatin1String("failed"))
            d->scan.look(ScanController::Wanted::Invitation, false);
        Q_EMIT busyChanged();
        Q_EMIT canGoNextChanged();
    });
    connect(&services.gateway, &Gateway::changed, this, &KioskController::onGatewayChanged);
    connect(&services.gateway, &Gateway::factsChanged, this, [this] {
        d->checkIn.siteChanged();
        Q_EMIT siteChanged();
    });
    connect(&services.gateway, &Gateway::troubleChanged, this, [this] {
        updatePage();
        Q_EMIT troubleChanged();
    });
    connect(&services.camera, &CameraFeed::worksChanged, this, [this] {
        Q_EMIT d->checkIn.portraitChanged();
        Q_EMIT canGoNextChanged();
    });
}

KioskController::~KioskController() = default;

void KioskController::onGatewayChanged()
{
    d->opened = true;
    updatePage();
    d->checkIn.refresh();
    if (!d->services.gateway.isOpen())
        return;
    askForRelease();
    if (d->atDoor())
        return;
    if (!std::exchange(d->adopted, true))
        d->services.gateway.run(
            this, [](const Desk &desk) { return usecases::adoptWaiting(desk.workplace()); },
            [this](const Result<int> &count) {
                d->adopted = count.has_value(); // else the next change asks again
                if (count && *count > 0)
                    qCInfo(lcKiosk) << "visits from before the restart that wait with a number:" << *count;
            });
    d->services.gateway.run(
        this, [](const Desk &desk) { return usecases::readyNumbers(desk.workplace(), desk.boot()); },
        [this](Result<std::vector<usecases::ReadyNumber>> ready) {
            if (!ready || *ready == d->ready)
                return;
            d->ready = std::move(*ready);
            Q_EMIT readyNumbersChanged();
        });
}

void KioskController::onDecided(const scanning::LiveResult &live)
{
    using scanning::Kind;
    const QString token = live.result.raw.value(0);
    if (d->atDoor()) {
        if (live.result.kind == Kind::Badge && d->flow == Private::Flow::None)
            d->door.show(token);
        lookForBadges();
        return;
    }
    const bool atRest = d->page == page::rest;
    if (d->flow == Private::Flow::CheckIn || (!atRest && d->flow == Private::Flow::None))
        return;
    touch();
    if (live.result.kind == Kind::Badge && (atRest || d->flow == Private::Flow::CheckOut)) {
        d->flow = Private::Flow::CheckOut;
        d->checkOut.book(token);
    } else if (live.result.kind == Kind::Invite && (atRest || d->flow == Private::Flow::Invitation)) {
        d->flow = Private::Flow::Invitation;
        d->invitation.read(token);
    } else if (atRest) {
        d->flow = Private::Flow::CheckIn;
        d->checkIn.begin(&live);
    }
    updatePage();
}

void KioskController::takePayload(const QByteArray &payload)
{
    scanning::LiveResult live;
    live.result = scanning::parseScannerPayload(payload, d->services.clock.now().toLocalTime().date());
    d->scan.take(live);
}

void KioskController::takeFailedRead()
{
    qCInfo(lcScan) << "a device could not read what was presented";
    d->scan.takeFailed();
}

/// At the door the camera looks for badges while a set is open; one that is still held there does not count again.
void KioskController::lookForBadges()
{
    if (!d->atDoor())
        return;
    const bool collecting = d->page == page::doorRest || d->page == page::doorSet || d->page == page::doorPin;
    d->scan.look(collecting ? ScanController::Wanted::Badge : ScanController::Wanted::Nothing, false);
}

void KioskController::updatePage()
{
    const QString wanted = d->wantedPage();
    if (wanted.isEmpty() || wanted == d->page)
        return;
    d->page = wanted;
    if (d->page == page::rest)
        d->scan.look(ScanController::Wanted::Anything);
    else if (d->page == page::trouble || d->page == page::checkedOut)
        d->scan.look(ScanController::Wanted::Nothing);
    if (d->page == page::pickup)
        d->announcer.number(d->checkIn.pickupNumber());
    lookForBadges();
    Q_EMIT pageChanged();
    Q_EMIT canGoNextChanged();
}

// From the rest page

void KioskController::startCheckIn()
{
    if (d->page != page::rest)
        return;
    touch();
    d->flow = Private::Flow::CheckIn;
    d->checkIn.begin();
}

void KioskController::startInvitation()
{
    if (d->page != page::rest)
        return;
    touch();
    d->flow = Private::Flow::Invitation;
    updatePage();
    d->scan.look(ScanController::Wanted::Invitation);
}

void KioskController::startCheckOut()
{
    if (d->page != page::rest)
        return;
    touch();
    d->flow = Private::Flow::CheckOut;
    updatePage();
    d->scan.look(ScanController::Wanted::Badge);
}

void KioskController::collect(int number)
{
    if (d->page != page::rest)
        return;
    touch();
    d->flow = Private::Flow::CheckIn;
    const auto found = std::find_if(d->ready.begin(), d->ready.end(),
                                    [&](const usecases::ReadyNumber &shown) { return shown.number == number; });
    if (found != d->ready.end() && found->briefing)
        d->checkIn.beginBriefing(number);
    else
        d->checkIn.collect(number);
}

void KioskController::startBriefing()
{
    if (d->page != page::rest || !offersBriefing())
        return;
    touch();
    d->flow = Private::Flow::CheckIn;
    d->checkIn.beginBriefing();
}

// On every page

void KioskController::next()
{
    touch();
    switch (d->flow) {
    case Private::Flow::CheckIn:
        d->checkIn.next();
        break;
    case Private::Flow::Invitation:
        if (const auto answer = d->invitation.answer()) {
            d->flow = Private::Flow::CheckIn;
            d->invitation.reset();
            d->checkIn.beginInvited(*answer);
        } else {
            d->invitation.reset();
            d->scan.look(ScanController::Wanted::Invitation);
        }
        break;
    case Private::Flow::CheckOut:
        if (d->checkOut.state() == QLatin1String("done")) {
            wipe();
        } else if (d->checkOut.state() == QLatin1String("failed")) {
            d->checkOut.reset();
            d->scan.look(ScanController::Wanted::Badge);
        }
        break;
    case Private::Flow::Leave:
    case Private::Flow::None:
        break;
    }
}

void KioskController::back()
{
    touch();
    if (!canGoBack())
        return;
    if (d->flow != Private::Flow::CheckIn || !d->checkIn.back())
        wipe();
}

void KioskController::startAgain()
{
    touch();
    if (d->checkIn.busy())
        return; // the request is on its way: the guard would get a visitor whom nobody waits for
    d->checkIn.putBriefingOff();
    if (d->page == page::waiting)
        d->checkIn.waitElsewhere(); // the visit is registered: its badge must be had, so it gets a number
    else
        wipe();
}

/// Nobody is there any more.
void KioskController::giveUp()
{
    if (d->checkIn.putBriefingOff())
        d->touched = d->services.clock.steady(); // back at waiting, which gives the number by itself
    else
        wipe();
}

void KioskController::callGuard()
{
    touch();
    const auto purpose = d->callPurpose();
    if (d->guardCalledAt || d->callingGuard)
        return;
    if (!purpose) {
        guardNotCalled();
        return;
    }
    d->callingGuard = true;
    Q_EMIT guardCalledChanged();
    d->services.gateway.run(
        d->visitor.get(),
        [key = *purpose, language = d->services.language](const Desk &desk) {
            return usecases::callGuard(desk.workplace(), key, language);
        },
        [this](const Result<domain::Visit> &visit) {
            d->callingGuard = false;
            if (visit)
                d->guardCalledAt = d->services.clock.steady();
            else
                guardNotCalled();
            Q_EMIT guardCalledChanged();
        });
}

/// On whatever page it was asked for, and aloud: nobody waits for a guard who knows of nothing.
void KioskController::guardNotCalled()
{
    d->problem = QStringLiteral("guard-not-called");
    d->guardNotCalledAt = d->services.clock.steady();
    d->announcer.important(problemText());
    Q_EMIT problemChanged();
}

void KioskController::touch()
{
    d->touched = d->services.clock.steady();
    if (!d->problem.isEmpty())
        setProblem({});
    updateIdle();
}

void KioskController::read(const QString &text)
{
    d->announcer.read(text);
}

void KioskController::wipe()
{
    d->flow = Private::Flow::None;
    d->checkIn.reset();
    d->checkOut.reset();
    d->door.reset();
    d->invitation.reset();
    d->scan.reset();
    d->problem.clear();
    d->guardCalledAt.reset();
    d->guardNotCalledAt.reset();
    d->callingGuard = false;
    d->visitor = std::make_unique<QObject>();
    d->largeText = d->highContrast = d->reducedMotion = false;
    d->announcer.setReadsAloud(false);
    d->touched = d->services.clock.steady();
    setLanguage(d->services.settings.languages.value(0, QStringLiteral("en")));
    d->languageChosen = false;
    updatePage();
    if (d->page == page::rest) // also when the page did not change
        d->scan.look(ScanController::Wanted::Anything);
    lookForBadges();
    updateIdle();
    Q_EMIT languageChanged();
    Q_EMIT appearanceChanged();
    Q_EMIT problemChanged();
    Q_EMIT busyChanged();
    Q_EMIT guardCalledChanged();
    Q_EMIT pageChanged();
    Q_EMIT wiped();
    leaveWhenFree();
}

void KioskController::setProblem(const QString &code)
{
    d->problem = code;
    d->announcer.read(problemText());
    Q_EMIT problemChanged();
}

// Time

void KioskController::tick()
{
    Services &services = d->services;
    services.gateway.tick();
    if (!d->opened && (services.gateway.isOpen() || services.gateway.trouble() != Trouble::None)) {
        d->opened = true;
        updatePage();
    }
    d->scan.tick();
    d->checkIn.tick();
    d->checkOut.tick();
    d->door.tick();
    if (const QString now = clockText(); now != std::exchange(d->clock, now))
        Q_EMIT clockChanged();
    const auto now = services.clock.steady();
    if (d->guardCalledAt && now - *d->guardCalledAt >= guardCalledFor) {
        d->guardCalledAt.reset();
        Q_EMIT guardCalledChanged();
    }
    if (d->guardNotCalledAt && now - *d->guardNotCalledAt >= notCalledShownFor) {
        d->guardNotCalledAt.reset();
        if (d->problem == QLatin1String("guard-not-called"))
            setProblem({});
    }
    if (services.gateway.isOpen() && !d->atDoor() && now - d->lapsedAt >= lapseEvery) {
        d->lapsedAt = now;
        services.gateway.run(
            this, [](const Desk &desk) { return usecases::lapseVisits(desk.workplace()); }, [](const Result<int> &) {});
    }
    updateIdle();
}

void KioskController::updateIdle()
{
    int remaining = -1;
    if (d->waitsForVisitor() && !busy()) {
        const bool longer = d->page == page::notice || d->page == page::terms || d->page == page::briefing || d->largeText ||
                            d->announcer.readsAloud();
        const std::chrono::milliseconds over = d->services.clock.steady() - d->touched - (longer ? idleAfterLonger : idleAfter);
        if (over >= std::chrono::milliseconds(idleSeconds * 1000)) {
            giveUp();
            return;
        }
        if (over.count() >= 0)
            remaining = idleSeconds - static_cast<int>(over.count() / 1000);
    }
    d->announcer.idle(remaining);
    if (remaining != std::exchange(d->idleRemaining, remaining))
        Q_EMIT idleChanged();
}

} // namespace gatehouse::kiosk
