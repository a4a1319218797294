// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorprivate.h"

#include "base/logging.h"
#include "presentation/doortexts.h"
#include "security/pin.h"
#include "usecases/staffaccounts.h"

namespace gatehouse::kiosk
{

using namespace std::chrono_literals;
using domain::Direction;
using domain::PinState;
using domain::ShownBadge;

namespace
{
constexpr auto verdictShownFor = 8s; // a decision fills the screen
constexpr auto beatEvery = 1500ms;   // says that the station is alive; the admin app alarms after 5 s without
constexpr std::size_t mostBadges = 20;

struct PassedSet {
    Result<usecases::DoorPassage> passage;
    QString escortName;
};

/// The person's name for the admit page; without the database the staff number.
QString nameOf(const Desk *desk, const domain::StaffId &staff)
{
    return desk ? usecases::staffName(desk->workplace(), staff).value_or(QString()) : QString();
}
} // namespace

/// What a person is told: the first that blocks.
domain::Finding DoorController::Private::worst() const
{
    if (decision) {
        for (const domain::Finding &finding : decision->findings) {
            if (finding.verdict == domain::Verdict::Block)
                return finding;
        }
    }
    return {};
}

/// The first staff badge of the set whose PIN has not been right yet.
std::optional<std::size_t> DoorController::Private::nextPin() const
{
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const auto &staff = shown[i].badge.staff;
        if (staff && (!pins.contains(staff->staff) || pins.at(staff->staff) != PinState::Right))
            return i;
    }
    return std::nullopt;
}

void DoorController::Private::forget()
{
    context = std::make_unique<QObject>();
    page.clear();
    direction = Direction::Enter;
    tokens.clear();
    shown.clear();
    pins.clear();
    pinOf.reset();
    security::wipe(pin);
    pinProblem.clear();
    working = false;
    decision.reset();
    decisionId.clear();
    escortName.clear();
    report = Report::None;
    unheard = lockFailed = false;
    until.reset();
}

DoorController::DoorController(Services &services, QObject *parent) : QObject(parent), d(std::make_unique<Private>(services))
{
    if (!services.door)
        return;
    connect(&services.door->port, &doors::DoorPort::released, this, &DoorController::onReleased);
    connect(&services.door->port, &doors::DoorPort::inputsChanged, this, &DoorController::onInputs);
    connect(&services.door->port, &doors::DoorPort::healthChanged, this, &DoorController::onHealth);
    connect(&services.gateway, &Gateway::troubleChanged, this, &DoorController::onTrouble);
}

DoorController::~DoorController() = default;

void DoorController::start()
{
    if (d->services.door)
        d->services.door->port.start();
}

// The set

void DoorController::show(const QString &token)
{
    const auto door = d->door();
    if (!door || !d->collects() || d->working || d->tokens.size() >= mostBadges)
        return;
    if (std::find(d->tokens.begin(), d->tokens.end(), token) != d->tokens.end())
        return;
    d->tokens.push_back(token);
    d->services.gateway.runAnyway(
        d->context.get(),
        [door, token, direction = d->direction](const Desk *desk) {
            if (const usecases::Workplace *workplace = workplaceOf(desk); workplace && !door->isCutOff())
                (void)usecases::beginRead(*workplace); // brings the books up to date; a failure shows at the next beat
            LookedBadge looked{door->look(token), std::nullopt, {}};
            looked.finding = door->judge(direction, looked.badge);
            if (looked.badge.staff)
                looked.staffNumber = door->staffNumber(looked.badge.staff->staff);
            return looked;
        },
        [this](const LookedBadge &looked) {
            d->shown.push_back(looked);
            setPage(page::doorSet, d->services.door->settings.gather);
            Q_EMIT setChanged();
            if (looked.finding && d->direction == Direction::Enter)
                decide(); // nothing can be added that would make it good
        });
}

void DoorController::leave()
{
    if (!d->page.isEmpty())
        return;
    d->direction = Direction::Leave;
    setPage(page::doorSet, d->services.door ? d->services.door->settings.gather : 20s);
    Q_EMIT setChanged();
}

void DoorController::cancel()
{
    if (d->working)
        return;
    reset();
    Q_EMIT finished();
}

void DoorController::close()
{
    if (!canClose() || d->working)
        return;
    if (d->direction == Direction::Leave || !d->nextPin())
        decide();
    else
        askPin();
}

void DoorController::askPin()
{
    d->pinOf = d->nextPin();
    security::wipe(d->pin);
    d->pinProblem.clear();
    if (!d->pinOf) {
        decide();
        return;
    }
    setPage(page::doorPin, d->services.door->settings.gather);
    Q_EMIT setChanged();
    Q_EMIT pinChanged();
}

void DoorController::digit(int value)
{
    if (d->page != page::doorPin || d->working || value < 0 || value > 9 || d->pin.size() >= security::pinLongest)
        return;
    d->pin.reserve(security::pinLongest + 1); // no growing, which would leave a copy behind
    d->pin.append(static_cast<char>('0' + value));
    d->pinProblem.clear();
    setPage(page::doorPin, d->services.door->settings.gather);
    Q_EMIT pinChanged();
}

void DoorController::erase()
{
    security::wipe(d->pin);
    Q_EMIT pinChanged();
}

void DoorController::enterPin()
{
    const auto door = d->door();
    if (!door || d->page != page::doorPin || d->working || !pinComplete() || !d->pinOf)
        return;
    d->working = true;
    const ShownBadge badge = d->shown[*d->pinOf].badge;
    auto secret = std::make_shared<security::SecureBytes>(security::SecureBytes::take(d->pin));
    Q_EMIT pinChanged();
    Q_EMIT setChanged();
    d->services.gateway.runAnyway(
        d->context.get(), [door, badge, secret](const Desk *desk) { return door->typePin(workplaceOf(desk), badge, *secret); },
        [this, badge](const Result<PinState> &typed) {
            d->working = false;
            const PinState state = typed ? *typed : PinState::NotTyped;
            d->pins[badge.staff->staff] = state;
            if (state == PinState::Right) {
                askPin(); // the next one, or the decision
                return;
            }
            if (state != PinState::Wrong) {
                decide(); // says why: back-off, none set, could not be compared
                return;
            }
            d->pinProblem =
                presentation::doorReason({domain::Rule::R17, domain::Verdict::Block, QStringLiteral("pin-wrong"), {}});
            setPage(page::doorPin, d->services.door->settings.gather);
            Q_EMIT pinChanged();
            Q_EMIT setChanged();
        });
}

// The decision

void DoorController::decide()
{
    const auto door = d->door();
    if (!door || d->working)
        return;
    d->working = true;
    Q_EMIT setChanged();
    d->services.gateway.runAnyway(
        d->context.get(),
        [door, direction = d->direction, tokens = d->tokenList(), pins = d->pins](const Desk *desk) {
            PassedSet passed{door->pass(workplaceOf(desk), direction, tokens, pins), {}};
            if (passed.passage && passed.passage->outcome.admitted && passed.passage->outcome.escort) {
                passed.escortName = nameOf(desk, *passed.passage->outcome.escort);
                if (passed.escortName.isEmpty())
                    passed.escortName = door->staffNumber(*passed.passage->outcome.escort);
            }
            return passed;
        },
        [this](const PassedSet &passed) {
            d->working = false;
            if (passed.passage) {
                d->decision = passed.passage->outcome;
                d->decisionId = passed.passage->decision;
                d->unheard = passed.passage->offline;
            } else {
                qCWarning(lcDoor) << "a decision could not be written:" << errorName(passed.passage.error().code);
                d->decision = domain::DoorDecision{};
                d->decision->findings = {{domain::Rule::R24, domain::Verdict::Block, QStringLiteral("not-written"), {}}};
            }
            d->escortName = passed.escortName;
            const bool admitted = d->decision->admitted;
            if (d->services.door->chime)
                d->services.door->chime(admitted);
            setPage(admitted ? page::doorAdmit : page::doorRefuse, verdictShownFor);
            Q_EMIT setChanged();
            if (admitted && d->direction == Direction::Enter) { // after the page: a lock that fails says so on it, at once
                d->asked << passed.passage->decision;
                d->services.door->port.release(d->services.door->settings.release);
            }
        });
}

// Time

void DoorController::tick()
{
    if (!d->services.door)
        return;
    if (!d->beatAt || d->now() - *d->beatAt >= beatEvery)
        beat();
    watchTime();
    updateSeconds();
    if (!d->until || d->now() < *d->until || d->working)
        return;
    const bool collecting = d->page == page::doorSet || d->page == page::doorPin;
    if (collecting && !d->tokens.empty())
        decide(); // too late: what is missing is said, and kept
    else
        cancel();
}

void DoorController::setPage(const QString &page, std::chrono::milliseconds shown)
{
    d->total = std::chrono::duration_cast<std::chrono::seconds>(shown);
    d->until = d->now() + shown;
    updateSeconds();
    if (page == d->page)
        return;
    d->page = page;
    Q_EMIT pageChanged();
}

void DoorController::updateSeconds()
{
    const auto left = d->until ? *d->until - d->now() : std::chrono::milliseconds(-1);
    const int seconds = d->until ? qMax(0, static_cast<int>((left.count() + 999) / 1000)) : -1;
    if (seconds == std::exchange(d->seconds, seconds))
        return;
    Q_EMIT secondsChanged();
}

void DoorController::reset()
{
    if (d->working)
        return; // a decision is being written: it moves the lock and is shown before it goes
    const bool other = !d->page.isEmpty();
    d->forget();
    updateSeconds();
    if (other)
        Q_EMIT pageChanged();
    Q_EMIT setChanged();
    Q_EMIT pinChanged();
}

void DoorController::retranslate()
{
    Q_EMIT setChanged();
    Q_EMIT pinChanged();
    Q_EMIT lockChanged();
    Q_EMIT contactChanged();
}

} // namespace gatehouse::kiosk
