// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkinprivate.h"

#include "kiosktexts.h"
#include "pages.h"
#include "scancontroller.h"
#include "usecases/badges.h"
#include "usecases/briefings.h"

namespace gatehouse::kiosk
{

using namespace domain;
using namespace std::chrono_literals;

namespace
{
constexpr auto briefedShown = 15s;
constexpr auto freeAfterBriefing = 30s; // as after sending: look.md

struct BadgeRead {
    Visit visit;
    bool owes = false;
};
} // namespace

void CheckInController::beginBriefing()
{
    reset();
    d->show(page::badge);
}

void CheckInController::beginBriefing(int number)
{
    reset();
    d->setBusy(true);
    d->services.gateway.run(
        d->context.get(), [number](const Desk &desk) { return usecases::unbriefedOf(desk.workplace(), number); },
        [this](Result<std::vector<Visit>> owing) {
            d->setBusy(false);
            if (!owing) {
                Q_EMIT finished(); // collected or decided meanwhile: the rest page shows it
                return;
            }
            if (!owing->empty())
                Q_EMIT recognised(owing->front().language);
            d->brief(std::move(owing));
        });
}

void CheckInController::startBriefing()
{
    if (d->page != page::waiting || d->busy || d->room.unbriefed().empty())
        return;
    d->briefsFromWaiting = true;
    d->brief(d->room.unbriefed());
}

void CheckInController::Private::readBadge(const QString &token)
{
    if (busy)
        return;
    setProblem({});
    setBusy(true);
    services.gateway.run(
        context.get(),
        [token](const Desk &desk) -> Result<BadgeRead> {
            GATEHOUSE_TRY_ASSIGN(const Visit visit, usecases::visitOfBadge(desk.workplace(), token));
            return BadgeRead{visit, !usecases::briefingsOwed(desk.workplace(), visit).empty()};
        },
        [this](const Result<BadgeRead> &read) {
            setBusy(false);
            if (!read)
                return brief(fail(read.error()));
            Q_EMIT q->recognised(read->visit.language);
            if (!read->owes)
                nothingOwedUntil = read->visit.windowUntil;
            brief(read->owes ? std::vector<Visit>{read->visit} : std::vector<Visit>{});
        });
}

/// From here on nothing of a draft is asked: the pages are briefing and quiz, one visit after the other.
void CheckInController::Private::brief(Result<std::vector<Visit>> owing)
{
    if (!owing) {
        setProblem(checkOutProblem(owing.error()));
        scan->look(ScanController::Wanted::Badge, false);
        return;
    }
    toBrief = *std::move(owing);
    if (toBrief.empty())
        oneIsBriefed(); // nothing is missing
    else
        show(page::briefing);
}

void CheckInController::Private::nextOfBriefing()
{
    if (page == page::briefing)
        show(page::quiz);
    else if (page == page::quiz && briefing.endsHere())
        saveBriefing();
    else if (page == page::quiz)
        briefing.goOn();
}

void CheckInController::Private::saveBriefing()
{
    setProblem({});
    setBusy(true);
    services.gateway.run(
        context.get(),
        [id = toBrief.front().id, given = briefing.given()](const Desk &desk) {
            return usecases::passOwedBriefings(desk.workplace(), id, given);
        },
        [this](const Result<void> &saved) {
            setBusy(false);
            if (!saved) {
                setProblem(problemOf(saved.error())); // the answers stand: going on saves them again
                return;
            }
            toBrief.erase(toBrief.begin());
            oneIsBriefed();
        });
}

void CheckInController::Private::oneIsBriefed()
{
    if (!toBrief.empty()) {
        show(page::briefing);
    } else if (!leaveLateBriefing()) {
        show(page::briefed);
        clearAfter(briefedShown);
    }
}

/// Back to the page that waits, where the briefing began there; else false, and the visitor leaves the flow.
bool CheckInController::Private::leaveLateBriefing()
{
    toBrief.clear();
    if (!std::exchange(briefsFromWaiting, false))
        return false;
    show(page::waiting);
    freeAt = services.clock.steady() + freeAfterBriefing;
    room.refresh();
    roomChanged(); // decided meanwhile
    return true;
}

bool CheckInController::putBriefingOff()
{
    return d->briefsLate() && !d->busy && d->leaveLateBriefing();
}

bool CheckInController::owesBriefing() const
{
    return !d->room.unbriefed().empty();
}

QString CheckInController::briefedVisit() const
{
    return d->toBrief.empty() ? QString() : domain::visitLabel(d->toBrief.front().number);
}

QString CheckInController::nothingOwedUntil() const
{
    return d->nothingOwedUntil.isValid() ? presentation::dateTimeText(d->nothingOwedUntil, d->services.language) : QString();
}

} // namespace gatehouse::kiosk
