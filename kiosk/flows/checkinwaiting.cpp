// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkinprivate.h"

#include "kiosktexts.h"
#include "pages.h"
#include "usecases/requestvisit.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatehouse::kiosk
{

using namespace domain;
using namespace std::chrono_literals;

namespace
{
constexpr auto freeAfterQuestion = 60s;
constexpr auto badgeShown = 30s;
constexpr auto numberShown = 15s;
constexpr auto ownTouches = 3s; // a second touch on "send" is nobody else's
constexpr auto deliveryShown = 30s;
constexpr int mostNumberTries = 3;

struct WaitingTr {
    Q_DECLARE_TR_FUNCTIONS(CheckIn)
};

enum class BadgeFact { Allowed, Escort, Briefing, Not, Until, Return };

QVariantMap fact(BadgeFact kind, const QString &text)
{
    return {{QStringLiteral("kind"), CheckInController::badgeFactKinds().at(static_cast<qsizetype>(kind))},
            {QStringLiteral("text"), text}};
}
} // namespace

void CheckInController::Private::callGuard()
{
    deliveryState = QStringLiteral("calling");
    show(page::delivery);
    Q_EMIT q->statusChanged();
    services.gateway.run(
        context.get(),
        [key = draft.purpose->id, language = services.language](const Desk &desk) {
            return usecases::callGuard(desk.workplace(), key, language);
        },
        [this](const Result<Visit> &visit) {
            deliveryState = visit ? QStringLiteral("called") : QStringLiteral("failed");
            clearAfter(deliveryShown);
            if (visit)
                room.begin({*visit});
            else
                setProblem(problemOf(visit.error()));
            Q_EMIT q->statusChanged();
        });
}

void CheckInController::Private::roomChanged()
{
    if (page == page::delivery) {
        if (!room.visits().empty() && room.visits().front().state == VisitState::Attended)
            deliveryState = QStringLiteral("attended");
        Q_EMIT q->statusChanged();
        return;
    }
    if (page != page::waiting && page != page::pickup && page != page::denied)
        return;
    if (room.questionNumber() != lastQuestion) {
        lastQuestion = room.questionNumber();
        if (!room.question().isEmpty() && page == page::waiting)
            freeAt = services.clock.steady() + freeAfterQuestion;
        Q_EMIT q->questionChanged();
    }
    switch (room.outcome()) {
    case WaitingRoom::Outcome::Badges:
        badge = 0;
        show(page::done);
        clearAfter(badgeShown);
        Q_EMIT q->badgeChanged();
        break;
    case WaitingRoom::Outcome::Denied:
    case WaitingRoom::Outcome::Unanswered:
    case WaitingRoom::Outcome::SeeGuard:
        show(page::denied);
        clearAfter(badgeShown);
        break;
    case WaitingRoom::Outcome::Withdrawn:
        show(page::cancelled);
        clearAfter(numberShown);
        break;
    case WaitingRoom::Outcome::Gone:
        Q_EMIT q->finished();
        return;
    case WaitingRoom::Outcome::FaceMissing:
        setProblem(QStringLiteral("badge-later"));
        break;
    case WaitingRoom::Outcome::Waiting:
    case WaitingRoom::Outcome::Issuing:
        break;
    }
    Q_EMIT q->statusChanged();
    Q_EMIT q->zonesChanged();
    Q_EMIT q->waitChanged();
}

/// The number, large, and on paper where there is a printer for it.
void CheckInController::Private::showNumber()
{
    show(page::pickup);
    clearAfter(numberShown);
    Q_EMIT q->waitChanged();
    const badges::Printer &printer = services.settings.printer;
    if (printer.kind != badges::Printer::Kind::System)
        return;
    services.gateway.paper().run(
        context.get(),
        [number = room.pickup(), site = facts().siteName, at = services.clock.now(), printer] {
            return printNumber(number, site, at, printer);
        },
        [this](bool printed) {
            slipPrinted = printed;
            Q_EMIT q->waitChanged();
        });
}

/// The visit is registered, so nobody has to stand here until the register can be written again.
void CheckInController::Private::hasNoNumber()
{
    if (page != page::waiting || ++numberTries < mostNumberTries)
        return;
    show(page::denied);
    clearAfter(badgeShown);
    Q_EMIT q->statusChanged();
}

void CheckInController::Private::nextBadge()
{
    if (badge + 1 >= room.badges().size()) {
        Q_EMIT q->finished();
        return;
    }
    ++badge;
    clearAfter(badgeShown);
    Q_EMIT q->badgeChanged();
}
void CheckInController::answerQuestion(const QString &answer)
{
    if (d->page != page::waiting || d->busy || d->room.question().isEmpty())
        return;
    const QString text = cleaned(answer, longestNote);
    if (text.size() > longestNote) {
        d->setProblem(QStringLiteral("answer-too-long"));
        return;
    }
    d->setProblem({});
    d->setBusy(true);
    d->room.answer(text.trimmed().isEmpty() ? QStringLiteral("ok") : text);
}

void CheckInController::waitElsewhere()
{
    if (d->page == page::waiting)
        d->room.takePickup();
}

void CheckInController::nextVisitor()
{
    if (d->room.question().isEmpty() && d->services.clock.steady() - d->sentAt >= ownTouches)
        waitElsewhere();
}

void CheckInController::withdraw()
{
    if (d->page == page::waiting)
        d->room.withdraw();
}

// What the pages show of it

QVariantList CheckInController::stages() const
{
    QVariantList rows;
    const auto &visits = d->room.visits();
    if (visits.empty())
        return rows;
    const auto stage = [&](const char *key, const QString &label, const char *state, const QDateTime &at = {}) {
        rows.append(QVariantMap{{QStringLiteral("key"), QString::fromLatin1(key)},
                                {QStringLiteral("label"), label},
                                {QStringLiteral("state"), QString::fromLatin1(state)},
                                {QStringLiteral("time"), at.isValid() ? presentation::timeText(at) : QString()}});
    };
    const WaitingRoom::Outcome outcome = d->room.outcome();
    const bool decided = outcome != WaitingRoom::Outcome::Waiting;
    const bool denied = outcome == WaitingRoom::Outcome::Denied || outcome == WaitingRoom::Outcome::Unanswered ||
                        outcome == WaitingRoom::Outcome::SeeGuard;
    stage("registered", WaitingTr::tr("Registered"), "done", visits.front().requestedAt);
    stage("checked", decided ? WaitingTr::tr("Checked by the guard") : WaitingTr::tr("Being checked by the guard"),
          denied    ? "failed"
          : decided ? "done"
                    : "now",
          decided ? visits.front().decidedAt.value_or(QDateTime()) : QDateTime());
    stage("badge", WaitingTr::tr("Badge"),
          outcome == WaitingRoom::Outcome::Badges ? "done"
          : decided && !denied                    ? "now"
                                                  : "later");
    return rows;
}

QString CheckInController::visitLabel() const
{
    return d->room.visits().empty() ? QString() : domain::visitLabel(d->room.visits().front().number);
}

QString CheckInController::questionCode() const
{
    return d->room.question();
}

int CheckInController::questionNumber() const
{
    return d->room.questionNumber();
}

QString CheckInController::questionText() const
{
    return d->room.question().isEmpty() ? QString() : presentation::questionText(d->room.question(), d->room.questionWords());
}

bool CheckInController::questionTakesAnswer() const
{
    const QString code = d->room.question();
    return code == QLatin1String("who-is-host") || code == QLatin1String("what-purpose") ||
           (code == QLatin1String("other") && !d->room.questionWords().isEmpty());
}

int CheckInController::secondsToFree() const
{
    return d->secondsToFree;
}

int CheckInController::pickupNumber() const
{
    return d->room.pickup();
}

bool CheckInController::slipPrinted() const
{
    return d->slipPrinted;
}

QImage CheckInController::badgeImage() const
{
    return d->badge < d->room.badges().size() ? d->room.badges()[d->badge].image : QImage();
}

int CheckInController::badgeIndex() const
{
    return d->room.badges().empty() ? 0 : static_cast<int>(d->badge) + 1;
}

int CheckInController::badgeCount() const
{
    return static_cast<int>(d->room.badges().size());
}

QStringList CheckInController::badgeFactKinds()
{
    return {QStringLiteral("allowed"), QStringLiteral("escort"), QStringLiteral("briefing"),
            QStringLiteral("not"),     QStringLiteral("until"),  QStringLiteral("return")};
}

QVariantList CheckInController::badgeFacts() const
{
    QVariantList facts;
    if (d->badge >= d->room.badges().size())
        return facts;
    const DrawnBadge &badge = d->room.badges()[d->badge];
    QStringList alone;
    QStringList escorted;
    for (const Zone &zone : badge.zones)
        (zone.escort == EscortRule::None ? alone : escorted) << presentation::zoneName(zone, d->services.language);
    if (!alone.isEmpty())
        facts.append(fact(BadgeFact::Allowed, WaitingTr::tr("You may enter: %1").arg(alone.join(WaitingTr::tr(", ")))));
    if (!escorted.isEmpty())
        facts.append(fact(BadgeFact::Escort, WaitingTr::tr("Only together with your escort, once the escort has accepted: %1")
                                                 .arg(escorted.join(WaitingTr::tr(", ")))));
    const auto &unbriefed = d->room.unbriefed();
    if (std::any_of(unbriefed.begin(), unbriefed.end(), [&](const Visit &visit) { return visit.id == badge.visit.id; }))
        facts.append(fact(
            BadgeFact::Briefing,
            WaitingTr::tr(
                "The safety briefing is still missing: touch “Safety briefing” on the start screen, and show this badge.")));
    facts.append(fact(BadgeFact::Not, WaitingTr::tr("The badge admits to no other zone.")));
    facts.append(
        fact(BadgeFact::Until,
             WaitingTr::tr("Valid until %1").arg(presentation::dateTimeText(badge.visit.windowUntil, d->services.language))));
    facts.append(fact(BadgeFact::Return, WaitingTr::tr("Show the badge here when you leave, and hand it back.")));
    return facts;
}

QString CheckInController::printText() const
{
    if (d->badge >= d->room.badges().size())
        return {};
    const DrawnBadge &badge = d->room.badges()[d->badge];
    const QString number = domain::visitLabel(badge.visit.number);
    if (!badge.printed)
        return WaitingTr::tr(
                   "The badge could not be printed here. Please tell the guard your number %1: it is printed at the desk.")
            .arg(number);
    return d->services.settings.printer.kind == badges::Printer::Kind::System
               ? WaitingTr::tr("Your badge is printed. Wear it where it can be seen.")
               : WaitingTr::tr("Your badge is ready as a file: there is no printer here. Tell the guard your number %1 to have "
                               "it printed.")
                     .arg(number);
}

bool CheckInController::printFailed() const
{
    return d->badge < d->room.badges().size() && !d->room.badges()[d->badge].printed;
}

QString CheckInController::refusedText() const
{
    const int refused = d->room.outcome() == WaitingRoom::Outcome::Badges ? d->room.refused() : 0;
    return refused == 0
               ? QString()
               : WaitingTr::tr("We are sorry: %n person(s) of your party cannot be admitted. Please speak to the guard "
                               "at the desk.",
                               "", refused);
}

int CheckInController::secondsToClear() const
{
    return d->secondsToClear;
}

QString CheckInController::deniedText() const
{
    if (d->page == page::denied && d->room.outcome() == WaitingRoom::Outcome::Unanswered)
        return WaitingTr::tr(
            "We are sorry: nobody could answer in time, and your request has ended. Please speak to the guard at the "
            "desk.");
    if (d->page == page::denied && d->room.outcome() == WaitingRoom::Outcome::SeeGuard)
        return WaitingTr::tr("Please see the guard at the desk: no badge can be issued here for this visit.");
    if (d->page == page::denied && d->room.outcome() != WaitingRoom::Outcome::Denied)
        return WaitingTr::tr("Your request is registered, but no number can be given here at the moment. Please tell the guard "
                             "at the desk that you are waiting.");
    return d->page == page::denied
               ? WaitingTr::tr("We are sorry: you cannot be admitted today. Please speak to the guard at the "
                               "desk, or call the person whom you wanted to visit.")
               : QString();
}

QString CheckInController::deliveryState() const
{
    return d->deliveryState;
}

} // namespace gatehouse::kiosk
