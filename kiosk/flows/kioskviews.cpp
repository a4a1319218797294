// SPDX-License-Identifier: GPL-3.0-or-later
#include "kioskprivate.h"

#include "camera/camerafeed.h"
#include "gateway.h"
#include "kiosktexts.h"
#include "presentation/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatehouse::kiosk
{

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
    return d->flow == Private::Flow::CheckIn ? d->checkIn.canGoBack()
                                             : d->flow != Private::Flow::None && d->page != page::checkedOut;
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
    return d->checkingCode || d->checkIn.busy() || d->checkOut.state() == QLatin1String("working") ||
           d->invitation.state() == QLatin1String("working");
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
    d->door.retranslate();
    d->invitation.retranslate();
    d->scan.retranslate();
    Q_EMIT languageChanged();
    Q_EMIT troubleChanged();
    Q_EMIT problemChanged();
    Q_EMIT clockChanged();
    Q_EMIT siteChanged();
}

/// A language that somebody chose here meanwhile is the one they want.
void KioskController::speakAgain(const QString &language)
{
    if (!d->languageChosen)
        setLanguage(language);
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

QStringList KioskController::otherLanguages() const
{
    QStringList others = d->languageChosen ? QStringList() : d->services.settings.languages;
    others.removeAll(d->services.language);
    return others;
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

bool KioskController::mayReadAloud() const
{
    return static_cast<bool>(d->services.say);
}

bool KioskController::readAloud() const
{
    return d->announcer.readsAloud();
}

void KioskController::setReadAloud(bool on)
{
    d->announcer.setReadsAloud(on);
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

bool KioskController::callingGuard() const
{
    return d->callingGuard;
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

QString KioskController::troubleAdvice() const
{
    return kiosk::troubleAdvice(d->services.gateway.trouble());
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
    for (const usecases::ReadyNumber &number : d->ready)
        rows.append(QVariantMap{{QStringLiteral("number"), number.number},
                                {QStringLiteral("ready"), number.ready},
                                {QStringLiteral("state"), number.ready      ? QStringLiteral("ready")
                                                          : number.briefing ? QStringLiteral("briefing")
                                                                            : QStringLiteral("desk")}});
    return rows;
}

bool KioskController::offersBriefing() const
{
    const std::vector<domain::Zone> &zones = d->services.gateway.facts().zones;
    return std::any_of(zones.begin(), zones.end(), [](const domain::Zone &zone) { return zone.asksBriefing; });
}

CheckInController *KioskController::checkIn() const
{
    return &d->checkIn;
}

DoorController *KioskController::door() const
{
    return &d->door;
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
