// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorcontroller.h"

#include "doors/doorport.h"
#include "doors/doorwatch.h"
#include "doortexts.h"
#include "gateway.h"
#include "pages.h"
#include "security/pin.h"
#include "usecases/dooroffline.h"
#include "usecases/incidents.h"

#include "base/logging.h"

#include <QCoreApplication>

namespace gatehouse::kiosk
{

using namespace std::chrono_literals;
using domain::Direction;
using domain::PinState;
using domain::ShownBadge;
using usecases::Door;
using usecases::DoorStatement;

namespace
{
constexpr auto shownFor = 8s;         // a decision fills the screen
constexpr auto reportShownFor = 20s;
constexpr auto beatEvery = 1500ms;    // says that the station is alive; the admin app alarms after 5 s without
constexpr std::size_t mostBadges = 20;

/// What the worker knows after a beat.
struct Beat {
    domain::Contact contact = domain::Contact::NeverConnected;
    std::chrono::seconds left{0};
};

/// A badge as looked at, and whether it refuses the whole set by itself.
struct Looked {
    ShownBadge badge;
    std::optional<domain::Finding> finding;
    QString staffNumber;
};

struct Passed {
    Result<usecases::DoorPassage> passage;
    QString escortName;
};

const usecases::Workplace *workplaceOf(const Desk *desk)
{
    return desk && desk->stillThere() ? &desk->workplace() : nullptr;
}

/// Connected: takes over and says alive. Else: the door is cut off from now on.
Beat beatOf(Door &door, const Desk *desk)
{
    const usecases::Workplace *workplace = workplaceOf(desk);
    const auto met = workplace ? door.meet(*workplace, desk->authority()) : Result<void>(fail(ErrorCode::Unavailable));
    if (!met && met.error().code == ErrorCode::BadSignature)
        door.distrust();
    else if (!met)
        door.lose();
    return {door.contact(), door.cutOffLeft()};
}

/// The person's name for the admit page; without the database the staff number.
QString nameOf(const Desk *desk, const domain::StaffId &staff)
{
    if (!desk)
        return {};
    if (auto transaction = desk->workplace().store.beginRead()) {
        const auto row = (*transaction)->staff().byId(staff);
        if (row && *row)
            return (*row)->name;
    }
    return {};
}
} // namespace

struct DoorController::Private {
    explicit Private(Services &with) : services(with), watch(with.door ? with.door->settings.heldAfter : 30s) {}

    Services &services;
    doors::DoorWatch watch;
    std::unique_ptr<QObject> context = std::make_unique<QObject>(); // answers for an earlier set die with it

    QString page;
    Direction direction = Direction::Enter;
    std::vector<QString> tokens;
    std::vector<Looked> shown;
    std::map<domain::StaffId, PinState> pins;
    std::optional<std::size_t> pinOf; // index into shown
    QByteArray pin;
    QString pinProblem;
    bool working = false;

    std::optional<domain::DoorDecision> decision;
    QString escortName;
    bool reported = false;
    bool reporting = false;
    bool lockFailed = false;
    QString usedDecision; // the one whose release runs
    QString leaf;

    std::optional<std::chrono::milliseconds> until;
    std::chrono::seconds total{0};
    int seconds = -1;
    std::optional<std::chrono::milliseconds> beatAt;
    bool beating = false;
    Beat beat;

    std::shared_ptr<Door> door() const { return services.door ? services.door->door : nullptr; }
    domain::ZoneId zone() const { return domain::ZoneId{services.settings.zone}; }
    std::chrono::milliseconds now() const { return services.clock.steady(); }
    bool collects() const { return page == page::doorSet || page == page::doorPin || page.isEmpty(); }
    QStringList tokenList() const { return QStringList(tokens.begin(), tokens.end()); }
    domain::Finding worst() const;
    std::optional<std::size_t> nextPin() const;
    void forget();
};

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
    escortName.clear();
    reported = reporting = lockFailed = false;
    until.reset();
}

DoorController::DoorController(Services &services, QObject *parent) : QObject(parent), d(std::make_unique<Private>(services))
{
    if (!services.door)
        return;
    connect(&services.door->port, &doors::DoorPort::released, this, &DoorController::onReleased);
    connect(&services.door->port, &doors::DoorPort::inputsChanged, this, &DoorController::onInputs);
    connect(&services.door->port, &doors::DoorPort::healthChanged, this, &DoorController::onHealth);
    connect(&services.gateway, &Gateway::troubleChanged, this, &DoorController::beat);
}

DoorController::~DoorController() = default;

void DoorController::start()
{
    if (d->services.door)
        d->services.door->port.start();
}

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
        [this](const Beat &beat) {
            d->beating = false;
            d->beat = beat;
            Q_EMIT contactChanged();
        });
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
            Looked looked{door->look(token), std::nullopt, {}};
            looked.finding = door->judge(direction, looked.badge);
            if (looked.badge.staff)
                looked.staffNumber = door->staffNumber(looked.badge.staff->staff);
            return looked;
        },
        [this](const Looked &looked) {
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
        return; // a decision is being written: it is shown before it goes
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
            d->pinProblem = doorReason({domain::Rule::R17, domain::Verdict::Block, QStringLiteral("pin-wrong"), {}});
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
            Passed passed{door->pass(workplaceOf(desk), direction, tokens, pins), {}};
            if (passed.passage && passed.passage->outcome.admitted && passed.passage->outcome.escort) {
                passed.escortName = nameOf(workplaceOf(desk) ? desk : nullptr, *passed.passage->outcome.escort);
                if (passed.escortName.isEmpty())
                    passed.escortName = door->staffNumber(*passed.passage->outcome.escort);
            }
            return passed;
        },
        [this](const Passed &passed) {
            d->working = false;
            if (passed.passage) {
                d->decision = passed.passage->outcome;
            } else {
                qCWarning(lcDoor) << "a decision could not be written:" << errorName(passed.passage.error().code);
                d->decision = domain::DoorDecision{};
                d->decision->findings = {{domain::Rule::R24, domain::Verdict::Block, QStringLiteral("not-written"), {}}};
            }
            d->escortName = passed.escortName;
            const bool admitted = d->decision->admitted;
            if (d->services.door->chime)
                d->services.door->chime(admitted);
            setPage(admitted ? page::doorAdmit : page::doorRefuse, shownFor);
            Q_EMIT setChanged();
            if (admitted && d->direction == Direction::Enter) { // after the page: a lock that fails says so on it, at once
                d->usedDecision = passed.passage->decision;
                d->services.door->port.release(d->services.door->settings.release);
            }
        });
}

void DoorController::onReleased(bool moved)
{
    if (d->services.door->port.health() == doors::Health::Shown)
        return; // nobody knows more than the screen said
    if (moved) {
        d->watch.released(d->now(), d->services.door->settings.release);
        return;
    }
    d->lockFailed = true; // admitted, but the door stays shut: nobody is inside by that decision
    const auto door = d->door();
    d->services.gateway.runAnyway(
        this,
        [door, zone = d->zone(), decision = d->usedDecision](const Desk *desk) {
            return door->state(workplaceOf(desk), {usecases::unusedStatement(zone, decision), usecases::doorAlarm(zone, QStringLiteral("lock-not-released"))});
        },
        [](const Result<void> &) {});
    if (d->page == page::doorAdmit)
        setPage(page::doorRefuse, shownFor);
    Q_EMIT setChanged();
    Q_EMIT lockChanged();
}

// The leaf

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
        d->leaf = event == DoorEvent::Forced ? QStringLiteral("door-forced") : event == DoorEvent::Held ? QStringLiteral("door-held") : QStringLiteral("door-tamper");
        alarm(d->leaf);
        break;
    case DoorEvent::Closed:
        d->leaf.clear();
        alarm(QStringLiteral("door-closed"));
        break;
    case DoorEvent::NotUsed:
        if (const auto door = d->door())
            d->services.gateway.runAnyway(
                this,
                [door, zone = d->zone(), decision = d->usedDecision](const Desk *desk) {
                    return door->state(workplaceOf(desk), {usecases::unusedStatement(zone, decision)});
                },
                [](const Result<void> &) {});
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
        [door, zone = d->zone(), code](const Desk *desk) { return door->state(workplaceOf(desk), {usecases::doorAlarm(zone, code)}); },
        [code](const Result<void> &written) {
            if (!written)
                qCWarning(lcDoor) << "an alarm could not be written:" << code << errorName(written.error().code);
        });
}

// A stranger in the room (R3)

void DoorController::askReport()
{
    d->forget();
    d->reporting = true;
    setPage(page::doorReport, reportShownFor);
    Q_EMIT setChanged();
}

void DoorController::report()
{
    if (!d->reporting || d->reported)
        return;
    d->reported = true;
    alarm(QStringLiteral("stranger"));
    d->services.gateway.runAnyway(
        this,
        [door = d->door(), zone = d->zone()](const Desk *desk) -> Result<void> {
            const usecases::Workplace *workplace = workplaceOf(desk);
            if (!door || !workplace || door->isCutOff())
                return {}; // the alarm is in the journal; the incident is opened by who hears of it
            GATEHOUSE_TRY(usecases::reportStranger(*workplace, zone));
            return {};
        },
        [](const Result<void> &opened) {
            if (!opened)
                qCWarning(lcDoor) << "no incident could be opened:" << errorName(opened.error().code);
        });
    setPage(page::doorReport, reportShownFor);
    Q_EMIT setChanged();
}

// Time

void DoorController::tick()
{
    if (!d->services.door)
        return;
    if (!d->beatAt || d->now() - *d->beatAt >= beatEvery)
        beat();
    for (const doors::DoorEvent event : d->watch.tick(d->now()))
        onEvent(event);
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

// What QML reads

QString DoorController::page() const
{
    return d->page;
}

bool DoorController::leaving() const
{
    return d->direction == Direction::Leave;
}

QVariantList DoorController::badges() const
{
    QVariantList rows;
    for (const Looked &looked : d->shown) {
        const bool staff = looked.badge.staff.has_value();
        const QString title = staff ? tr("Staff %1").arg(looked.staffNumber) : looked.badge.visitor ? tr("Visitor") : tr("Badge");
        const bool proved = staff && d->pins.contains(looked.badge.staff->staff) && d->pins.at(looked.badge.staff->staff) == PinState::Right;
        const QString text = looked.finding ? doorReason(*looked.finding) : proved ? tr("PIN checked") : staff ? tr("PIN to follow") : tr("Read");
        rows.append(QVariantMap{{QStringLiteral("kind"), staff ? QStringLiteral("staff") : QStringLiteral("visitor")},
                                {QStringLiteral("title"), title},
                                {QStringLiteral("text"), text},
                                {QStringLiteral("icon"), looked.finding ? QStringLiteral("error") : QStringLiteral("checked")}});
    }
    return rows;
}

int DoorController::secondsLeft() const
{
    return d->seconds;
}

int DoorController::secondsTotal() const
{
    return static_cast<int>(d->total.count());
}

bool DoorController::canClose() const
{
    if (d->page != page::doorSet || d->shown.empty())
        return false;
    return leaving() || std::any_of(d->shown.begin(), d->shown.end(), [](const Looked &looked) { return looked.badge.staff.has_value(); });
}

bool DoorController::working() const
{
    return d->working;
}

QString DoorController::pinHolder() const
{
    return d->pinOf ? tr("Staff %1").arg(d->shown[*d->pinOf].staffNumber) : QString();
}

int DoorController::pinLength() const
{
    return static_cast<int>(d->pin.size());
}

bool DoorController::pinComplete() const
{
    return d->pin.size() >= security::pinShortest;
}

QString DoorController::pinProblem() const
{
    return d->pinProblem;
}

QString DoorController::headline() const
{
    if (d->lockFailed)
        return tr("The door did not open");
    if (!d->decision)
        return {};
    if (!d->decision->admitted)
        return tr("No entry");
    return leaving() ? tr("Booked out") : tr("Please enter");
}

QString DoorController::reason() const
{
    if (d->lockFailed)
        return relayText(QStringLiteral("silent"));
    if (d->decision && d->decision->admitted && leaving()) {
        for (const domain::Finding &finding : d->decision->findings) {
            if (finding.code == QLatin1String("escort-leaves-first"))
                return tr("Visitors are still inside without their escort. The guard has been told.");
        }
        return {};
    }
    return d->decision && !d->decision->admitted ? doorReason(d->worst()) : QString();
}

QString DoorController::advice() const
{
    if (d->lockFailed)
        return doorAdvice({domain::Rule::R24, domain::Verdict::Block, QStringLiteral("relay-silent"), {}});
    return d->decision && !d->decision->admitted ? doorAdvice(d->worst()) : QString();
}

QString DoorController::escortName() const
{
    return d->decision && d->decision->admitted && !leaving() ? d->escortName : QString();
}

int DoorController::mayStillFollow() const
{
    return d->decision && d->decision->admitted && !leaving() ? d->decision->mayStillFollow : 0;
}

QString DoorController::lockText() const
{
    return d->services.door ? relayText(doors::healthName(d->services.door->port.health())) : QString();
}

bool DoorController::lockShown() const
{
    return d->services.door && d->services.door->port.health() == doors::Health::Shown;
}

QString DoorController::leafText() const
{
    if (d->leaf == QLatin1String("door-held"))
        return tr("The door is held open. Please close it.");
    if (d->leaf == QLatin1String("door-forced"))
        return tr("The door was opened without a decision.");
    return d->leaf == QLatin1String("door-tamper") ? tr("Somebody tampers with the door.") : QString();
}

QString DoorController::contactText() const
{
    if (!d->services.door || !d->beatAt)
        return {};
    switch (d->beat.contact) {
    case domain::Contact::Connected:
        return {};
    case domain::Contact::CutOff:
        return tr("Cut off from the register. For %n more minute(s) those who were accepted before may enter.", nullptr,
                  static_cast<int>((d->beat.left.count() + 59) / 60));
    case domain::Contact::CutOffTooLong:
    case domain::Contact::NeverConnected:
        return tr("Cut off from the register. Nobody can be admitted.");
    }
    return {};
}

bool DoorController::reported() const
{
    return d->reported;
}

} // namespace gatehouse::kiosk
