// SPDX-License-Identifier: GPL-3.0-or-later
#include "kioskcontroller.h"

#include "camera/camerafeed.h"
#include "checkincontroller.h"
#include "checkoutcontroller.h"
#include "gateway.h"
#include "invitationcontroller.h"
#include "kiosktexts.h"
#include "pages.h"
#include "presentation/words.h"
#include "scancontroller.h"
#include "security/keys.h"
#include "usecases/requestvisit.h"
#include "waitingroom.h"

#include "base/logging.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatehouse::kiosk
{

using namespace std::chrono_literals;

namespace
{
constexpr auto idleAfter = 60s;      // look.md
constexpr auto idleAfterLonger = 120s; // on notices and with larger text
constexpr int idleSeconds = 30;
constexpr auto guardCalledFor = 60s;
constexpr auto lapseEvery = 60s;
} // namespace

struct KioskController::Private {
    enum class Flow { None, CheckIn, CheckOut, Invitation, Leave };

    explicit Private(Services &with) : services(with), checkIn(with), checkOut(with), scan(with), invitation(with) {}

    Services &services;
    CheckInController checkIn;
    CheckOutController checkOut;
    ScanController scan;
    InvitationController invitation;

    Flow flow = Flow::None;
    bool opened = false; // the gateway has answered once
    QString page = page::starting;
    QString problem;
    bool languageChosen = false;
    bool largeText = false;
    bool highContrast = false;
    bool reducedMotion = false;
    bool mayLeave = false;
    std::optional<std::chrono::milliseconds> guardCalledAt;
    std::chrono::milliseconds touched{0};
    int idleRemaining = -1;
    QString clock;
    bool adopted = false;
    std::chrono::milliseconds lapsedAt{0};
    std::vector<ReadyNumber> ready;

    bool atDoor() const { return services.settings.station == QLatin1String("door"); }
    QString wantedPage() const;
    bool waitsForVisitor() const;
    std::optional<domain::PurposeId> callPurpose() const;
};

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
        return page::doorRest;
    if (services.gateway.trouble() != Trouble::None)
        return page::trouble;
    return opened ? page::rest : page::starting;
}

/// Whether somebody has something to enter here, and may have walked away from it.
bool KioskController::Private::waitsForVisitor() const
{
    static const QStringList byItself{page::waiting, page::pickup, page::done, page::denied, page::delivery, page::checkedOut};
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
    connect(&d->checkOut, &CheckOutController::stateChanged, this, [this] {
        updatePage();
        Q_EMIT busyChanged();
        Q_EMIT canGoNextChanged();
    });
    connect(&d->checkOut, &CheckOutController::failed, this, [this] { d->scan.look(ScanController::Wanted::Badge, false); });
    connect(&d->checkOut, &CheckOutController::cleared, this, &KioskController::wipe);
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
    if (!d->services.gateway.isOpen() || d->atDoor())
        return;
    if (!std::exchange(d->adopted, true))
        d->services.gateway.run(
            this, [](const Desk &desk) { return adoptWaiting(desk); },
            [](const Result<int> &count) {
                if (count && *count > 0)
                    qCInfo(lcKiosk) << "visits from before the restart that wait with a number:" << *count;
            });
    d->services.gateway.run(
        this, [](const Desk &desk) { return kiosk::readyNumbers(desk); },
        [this](Result<std::vector<ReadyNumber>> ready) {
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

void KioskController::updatePage()
{
    const QString wanted = d->wantedPage();
    if (wanted.isEmpty() || wanted == d->page)
        return;
    d->page = wanted;
    if (d->page == page::rest)
        d->scan.look(ScanController::Wanted::Anything);
    else if (d->page == page::trouble || d->page == page::doorRest || d->page == page::checkedOut)
        d->scan.look(ScanController::Wanted::Nothing);
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
    d->checkIn.collect(number);
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
    if (d->flow != Private::Flow::CheckIn || !d->checkIn.back())
        wipe();
}

void KioskController::startAgain()
{
    touch();
    if (d->page == page::waiting)
        d->checkIn.waitElsewhere(); // the visit is registered: its badge must be had, so it gets a number
    else
        wipe();
}

void KioskController::callGuard()
{
    touch();
    const auto purpose = d->callPurpose();
    if (d->guardCalledAt)
        return;
    if (!purpose) {
        setProblem(QStringLiteral("offline"));
        return;
    }
    d->services.gateway.run(
        this, [key = *purpose, language = d->services.language](const Desk &desk) { return usecases::callGuard(desk.workplace(), key, language); },
        [this](const Result<domain::Visit> &visit) {
            if (!visit) {
                setProblem(problemOf(visit.error()));
                return;
            }
            d->guardCalledAt = d->services.clock.steady();
            Q_EMIT guardCalledChanged();
        });
}

void KioskController::touch()
{
    d->touched = d->services.clock.steady();
    if (!d->problem.isEmpty())
        setProblem({});
    updateIdle();
}

void KioskController::openLeave()
{
    if (d->flow != Private::Flow::None)
        return;
    touch();
    d->flow = Private::Flow::Leave;
    updatePage();
}

void KioskController::submitExitCode(const QString &code)
{
    const QByteArray hash = d->services.settings.exitCodeHash;
    if (hash.isEmpty() || code.size() > 100) {
        setProblem(hash.isEmpty() ? QStringLiteral("exit-code-none") : QStringLiteral("exit-code-wrong"));
        return;
    }
    d->services.gateway.queue().run(
        this,
        [hash, bytes = code.trimmed().toUtf8()]() mutable { return security::codeMatches(hash, security::SecureBytes::take(bytes)); },
        [this](bool matches) {
            if (!matches) {
                setProblem(QStringLiteral("exit-code-wrong"));
                return;
            }
            qCInfo(lcKiosk) << "released by the exit code";
            d->mayLeave = true;
            Q_EMIT mayCloseChanged();
            Q_EMIT released();
        });
}

void KioskController::wipe()
{
    d->flow = Private::Flow::None;
    d->checkIn.reset();
    d->checkOut.reset();
    d->invitation.reset();
    d->scan.reset();
    d->problem.clear();
    d->guardCalledAt.reset();
    d->largeText = d->highContrast = d->reducedMotion = false;
    d->touched = d->services.clock.steady();
    setLanguage(d->services.settings.languages.value(0, QStringLiteral("en")));
    d->languageChosen = false;
    updatePage();
    if (d->page == page::rest) // also when the page did not change
        d->scan.look(ScanController::Wanted::Anything);
    updateIdle();
    Q_EMIT languageChanged();
    Q_EMIT appearanceChanged();
    Q_EMIT problemChanged();
    Q_EMIT busyChanged();
    Q_EMIT guardCalledChanged();
    Q_EMIT pageChanged();
    Q_EMIT wiped();
}

void KioskController::setProblem(const QString &code)
{
    d->problem = code;
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
    d->checkIn.tick();
    d->checkOut.tick();
    if (const QString now = clockText(); now != std::exchange(d->clock, now))
        Q_EMIT clockChanged();
    const auto now = services.clock.steady();
    if (d->guardCalledAt && now - *d->guardCalledAt >= guardCalledFor) {
        d->guardCalledAt.reset();
        Q_EMIT guardCalledChanged();
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
        const bool longer = d->page == page::notice || d->page == page::terms || d->largeText;
        const std::chrono::milliseconds over = d->services.clock.steady() - d->touched - (longer ? idleAfterLonger : idleAfter);
        if (over >= std::chrono::milliseconds(idleSeconds * 1000)) {
            wipe();
            return;
        }
        if (over.count() >= 0)
            remaining = idleSeconds - static_cast<int>(over.count() / 1000);
    }
    if (remaining != std::exchange(d->idleRemaining, remaining))
        Q_EMIT idleChanged();
}

// What QML reads

QString KioskController::page() const
{
    return d->page;
}

int KioskController::step() const
{
    return d->flow == Private::Flow::CheckIn ? d->checkIn.step() : 0;
}

int KioskController::stepCount() const
{
    return d->flow == Private::Flow::CheckIn ? d->checkIn.stepCount() : 0;
}

bool KioskController::canGoBack() const
{
    return d->flow == Private::Flow::CheckIn ? d->checkIn.canGoBack() : d->flow != Private::Flow::None && d->page != page::checkedOut;
}

bool KioskController::canGoNext() const
{
    switch (d->flow) {
    case Private::Flow::CheckIn:
        return d->checkIn.canGoNext() && !d->checkIn.busy();
    case Private::Flow::Invitation:
        return d->invitation.state() == QLatin1String("found") || d->invitation.state() == QLatin1String("failed");
    case Private::Flow::CheckOut:
        return d->checkOut.state() == QLatin1String("done") || d->checkOut.state() == QLatin1String("failed");
    case Private::Flow::Leave:
    case Private::Flow::None:
        break;
    }
    return false;
}

bool KioskController::busy() const
{
    return d->checkIn.busy() || d->checkOut.state() == QLatin1String("working") || d->invitation.state() == QLatin1String("working");
}

QString KioskController::problemCode() const
{
    return d->problem.isEmpty() ? d->checkIn.problem() : d->problem;
}

QString KioskController::problemText() const
{
    return kiosk::problemText(problemCode());
}

QString KioskController::language() const
{
    return d->services.language;
}

void KioskController::setLanguage(const QString &code)
{
    if (!d->services.settings.languages.contains(code))
        return;
    d->languageChosen = true;
    if (code != d->services.language) {
        d->services.language = code;
        if (d->services.installLanguage)
            d->services.installLanguage(code);
    }
    d->checkIn.retranslate();
    d->checkOut.retranslate();
    d->invitation.retranslate();
    d->scan.retranslate();
    Q_EMIT languageChanged();
    Q_EMIT troubleChanged();
    Q_EMIT problemChanged();
    Q_EMIT clockChanged();
    Q_EMIT siteChanged();
}

QVariantList KioskController::languages() const
{
    QVariantList rows;
    for (const QString &code : d->services.settings.languages)
        rows.append(QVariantMap{{QStringLiteral("code"), code}, {QStringLiteral("name"), presentation::languageName(code)}});
    return rows;
}

QStringList KioskController::welcomes() const
{
    QStringList texts;
    for (const QString &code : d->services.settings.languages) {
        if (!d->languageChosen || code == d->services.language)
            texts << welcomeIn(code);
    }
    return texts;
}

QString KioskController::siteName() const
{
    return d->services.gateway.facts().siteName;
}

QString KioskController::stationName() const
{
    return d->atDoor() ? QCoreApplication::translate("Kiosk", "Door") : QCoreApplication::translate("Kiosk", "Reception");
}

QString KioskController::zoneName() const
{
    const SiteFacts &facts = d->services.gateway.facts();
    return presentation::SiteNames{facts.zones, {}, QStringLiteral("en")}.zone(domain::ZoneId{d->services.settings.zone});
}

QString KioskController::zoneNameChinese() const
{
    const SiteFacts &facts = d->services.gateway.facts();
    return presentation::SiteNames{facts.zones, {}, QStringLiteral("zh_CN")}.zone(domain::ZoneId{d->services.settings.zone});
}

QString KioskController::clockText() const
{
    return d->services.clock.now().toLocalTime().toString(QStringLiteral("HH:mm"));
}

QString KioskController::dateText() const
{
    return presentation::dateText(d->services.clock.now().toLocalTime().date().toString(Qt::ISODate), d->services.language);
}

bool KioskController::largeText() const
{
    return d->largeText;
}

void KioskController::setLargeText(bool on)
{
    d->largeText = on;
    Q_EMIT appearanceChanged();
}

bool KioskController::highContrast() const
{
    return d->highContrast;
}

void KioskController::setHighContrast(bool on)
{
    d->highContrast = on;
    Q_EMIT appearanceChanged();
}

bool KioskController::reducedMotion() const
{
    return d->reducedMotion;
}

void KioskController::setReducedMotion(bool on)
{
    d->reducedMotion = on;
    Q_EMIT appearanceChanged();
}

bool KioskController::windowed() const
{
    return d->services.settings.windowed;
}

bool KioskController::mayClose() const
{
    return windowed() || d->mayLeave;
}

bool KioskController::guardCalled() const
{
    return d->guardCalledAt.has_value();
}

bool KioskController::online() const
{
    return d->services.gateway.isOpen() && d->services.gateway.trouble() == Trouble::None;
}

QString KioskController::trouble() const
{
    return troubleCode(d->services.gateway.trouble());
}

QString KioskController::troubleTitle() const
{
    return kiosk::troubleTitle(d->services.gateway.trouble());
}

QString KioskController::troubleText() const
{
    return kiosk::troubleText(d->services.gateway.trouble());
}

int KioskController::idleRemaining() const
{
    return d->idleRemaining;
}

int KioskController::idleTotal() const
{
    return idleSeconds;
}

QVariantList KioskController::readyNumbers() const
{
    QVariantList rows;
    for (const ReadyNumber &number : d->ready)
        rows.append(QVariantMap{{QStringLiteral("number"), number.number},
                                {QStringLiteral("ready"), number.ready},
                                {QStringLiteral("state"), number.ready ? QStringLiteral("ready") : QStringLiteral("desk")}});
    return rows;
}

CheckInController *KioskController::checkIn() const
{
    return &d->checkIn;
}

CheckOutController *KioskController::checkOut() const
{
    return &d->checkOut;
}

ScanController *KioskController::scan() const
{
    return &d->scan;
}

InvitationController *KioskController::invitation() const
{
    return &d->invitation;
}

CameraFeed *KioskController::camera() const
{
    return &d->services.camera;
}

} // namespace gatehouse::kiosk
