// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkoutcontroller.h"

#include "gateway.h"
#include "kiosktexts.h"
#include "presentation/words.h"
#include "usecases/badges.h"
#include "usecases/carrieditems.h"

#include <QCoreApplication>

namespace gatehouse::kiosk
{

namespace
{
constexpr std::chrono::milliseconds shownFor{15000};

struct CheckedOut {
    domain::Visit visit;
    std::vector<domain::Item> items;
};
} // namespace

struct CheckOutController::Private {
    explicit Private(Services &with) : services(with) {}

    Services &services;
    std::unique_ptr<QObject> context = std::make_unique<QObject>(); // answers for an earlier visitor die with it
    QString state = QStringLiteral("looking");
    QString problem;
    QString label;
    std::vector<domain::Item> items;
    std::optional<std::chrono::milliseconds> until;
    int seconds = -1;
};

CheckOutController::CheckOutController(Services &services, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(services))
{
}

CheckOutController::~CheckOutController() = default;

void CheckOutController::book(const QString &token)
{
    d->state = QStringLiteral("working");
    d->problem.clear();
    Q_EMIT stateChanged();
    d->services.gateway.run(
        d->context.get(),
        [token](const Desk &desk) -> Result<CheckedOut> {
            GATEHOUSE_TRY_ASSIGN(domain::Visit visit, usecases::checkOut(desk.workplace(), token));
            CheckedOut done{visit, {}};
            done.items = usecases::declaredItems(desk.workplace(), visit.id).value_or(std::vector<domain::Item>());
            return done;
        },
        [this](const Result<CheckedOut> &result) {
            if (result) {
                Q_EMIT recognised(result->visit.language);
                d->state = QStringLiteral("done");
                d->label = domain::visitLabel(result->visit.number);
                d->items = result->items;
                d->until = d->services.clock.steady() + shownFor;
                Q_EMIT stateChanged();
                Q_EMIT done();
                return;
            }
            d->state = QStringLiteral("failed");
            d->problem = checkOutProblem(result.error());
            Q_EMIT stateChanged();
            Q_EMIT failed();
        });
}

void CheckOutController::tick()
{
    const auto left = d->until ? *d->until - d->services.clock.steady() : std::chrono::milliseconds(-1);
    const int seconds = d->until ? qMax(0, static_cast<int>((left.count() + 999) / 1000)) : -1;
    if (seconds != d->seconds) {
        d->seconds = seconds;
        Q_EMIT clearChanged();
    }
    if (d->until && left.count() <= 0) {
        d->until.reset();
        Q_EMIT cleared();
    }
}

void CheckOutController::reset()
{
    d->context = std::make_unique<QObject>();
    d->state = QStringLiteral("looking");
    d->problem.clear();
    d->label.clear();
    d->items.clear();
    d->until.reset();
    Q_EMIT stateChanged();
}

void CheckOutController::retranslate()
{
    Q_EMIT stateChanged();
}

QString CheckOutController::state() const
{
    return d->state;
}

QString CheckOutController::problemCode() const
{
    return d->problem;
}

QString CheckOutController::problemText() const
{
    return kiosk::problemText(d->problem);
}

QString CheckOutController::visitLabel() const
{
    return d->label;
}

QStringList CheckOutController::toCollect() const
{
    QStringList texts;
    for (const domain::Item &item : d->items) {
        if (item.state == domain::ItemState::Deposited)
            texts << QCoreApplication::translate("Problems", "%1, tag %2").arg(presentation::itemKindText(item.kind), item.tag);
    }
    return texts;
}

int CheckOutController::secondsToClear() const
{
    return d->seconds;
}

} // namespace gatehouse::kiosk
