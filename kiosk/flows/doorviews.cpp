// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorprivate.h"

#include "presentation/doortexts.h"
#include "security/pin.h"

#include <QCoreApplication>

namespace gatehouse::kiosk
{

using domain::Direction;
using domain::PinState;

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
    for (const LookedBadge &looked : d->shown) {
        const bool staff = looked.badge.staff.has_value();
        const QString title = staff                  ? tr("Staff %1").arg(looked.staffNumber)
                              : looked.badge.visitor ? tr("Visitor")
                                                     : tr("Badge");
        const bool proved =
            staff && d->pins.contains(looked.badge.staff->staff) && d->pins.at(looked.badge.staff->staff) == PinState::Right;
        const QString text = looked.finding ? presentation::doorReason(*looked.finding)
                             : proved       ? tr("PIN checked")
                             : staff        ? tr("PIN to follow")
                                            : tr("Read");
        rows.append(QVariantMap{{QStringLiteral("kind"), staff ? QStringLiteral("staff") : QStringLiteral("visitor")},
                                {QStringLiteral("title"), title},
                                {QStringLiteral("text"), text},
                                {QStringLiteral("icon"), looked.finding     ? QStringLiteral("error")
                                                         : staff && !proved ? QStringLiteral("clock")
                                                                            : QStringLiteral("checked")}});
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
    return leaving() || std::any_of(d->shown.begin(), d->shown.end(),
                                    [](const LookedBadge &looked) { return looked.badge.staff.has_value(); });
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
        return presentation::relayText(QStringLiteral("silent"));
    if (d->decision && d->decision->admitted && leaving()) {
        for (const domain::Finding &finding : d->decision->findings) {
            if (finding.code == QLatin1String("escort-leaves-first"))
                return presentation::withGuard(tr("Visitors are still inside without their escort."), !d->unheard);
        }
        return {};
    }
    return d->decision && !d->decision->admitted ? presentation::doorReason(d->worst()) : QString();
}

QString DoorController::advice() const
{
    if (d->lockFailed)
        return presentation::doorAdvice({domain::Rule::R24, domain::Verdict::Block, QStringLiteral("relay-silent"), {}});
    return d->decision && !d->decision->admitted ? presentation::doorAdvice(d->worst(), !d->unheard) : QString();
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
    return d->services.door ? presentation::relayText(doors::healthName(d->services.door->port.health())) : QString();
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
    return d->leaf == QLatin1String("door-tamper") ? tr("This door needs service. Please tell the guard.") : QString();
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
    case domain::Contact::Distrusted:
        return tr("Nobody can be admitted at the moment. Please call the guard.");
    }
    return {};
}

QString DoorController::reportState() const
{
    switch (d->report) {
    case Private::Report::None:
        break;
    case Private::Report::Asked:
        return QStringLiteral("ask");
    case Private::Report::Sending:
        return QStringLiteral("sending");
    case Private::Report::Told:
        return QStringLiteral("told");
    case Private::Report::NotTold:
        return QStringLiteral("not-told");
    }
    return {};
}

} // namespace gatehouse::kiosk
