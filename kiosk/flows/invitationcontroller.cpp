// SPDX-License-Identifier: GPL-3.0-or-later
#include "invitationcontroller.h"

#include "gateway.h"
#include "kiosktexts.h"
#include "presentation/words.h"

#include <QCoreApplication>

namespace gatehouse::kiosk
{

struct InvitationController::Private {
    explicit Private(Services &with) : services(with) {}

    Services &services;
    std::unique_ptr<QObject> context = std::make_unique<QObject>();
    QString state = QStringLiteral("looking");
    QString problem;
    std::optional<usecases::InvitationAnswer> answer;
};

InvitationController::InvitationController(Services &services, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(services))
{
}

InvitationController::~InvitationController() = default;

void InvitationController::read(const QString &token)
{
    d->state = QStringLiteral("working");
    d->problem.clear();
    d->answer.reset();
    Q_EMIT stateChanged();
    d->services.gateway.run(
        d->context.get(), [token](const Desk &desk) { return usecases::readInvitation(desk.workplace(), token); },
        [this](const Result<usecases::InvitationAnswer> &result) {
            if (result)
                d->answer = *result;
            else
                d->problem = invitationProblem(result.error());
            d->state = result ? QStringLiteral("found") : QStringLiteral("failed");
            Q_EMIT stateChanged();
        });
}

void InvitationController::reset()
{
    d->context = std::make_unique<QObject>();
    d->state = QStringLiteral("looking");
    d->problem.clear();
    d->answer.reset();
    Q_EMIT stateChanged();
}

void InvitationController::retranslate()
{
    Q_EMIT stateChanged();
}

QString InvitationController::state() const
{
    return d->state;
}

QString InvitationController::problemCode() const
{
    return d->problem;
}

QString InvitationController::problemText() const
{
    return kiosk::problemText(d->problem);
}

QString InvitationController::hostName() const
{
    return d->answer ? d->answer->hostName : QString();
}

QString InvitationController::purposeName() const
{
    if (!d->answer)
        return {};
    const SiteFacts &facts = d->services.gateway.facts();
    return presentation::SiteNames{facts.zones, facts.purposes, d->services.language}.purpose(d->answer->invitation.purpose);
}

QString InvitationController::windowText() const
{
    if (!d->answer)
        return {};
    const QString &language = d->services.language;
    return QCoreApplication::translate("Problems", "%1 to %2")
        .arg(presentation::dateTimeText(d->answer->invitation.windowFrom, language),
             presentation::dateTimeText(d->answer->invitation.windowUntil, language));
}

const std::optional<usecases::InvitationAnswer> &InvitationController::answer() const
{
    return d->answer;
}

} // namespace gatehouse::kiosk
