// SPDX-License-Identifier: GPL-3.0-or-later
#include "waitingroom.h"

#include "base/logging.h"
#include "usecases/requestvisit.h"

#include <algorithm>

namespace gatehouse::kiosk
{

using namespace domain;

namespace
{
constexpr std::chrono::milliseconds tryAgain{1000};
constexpr std::chrono::milliseconds faceWithin{5000};
constexpr std::chrono::milliseconds printedWithin{10000}; // a spooler that hangs: the badge is printed at the desk

bool isDecided(const Visit &visit)
{
    return visit.state != VisitState::Requested;
}

/// It lapsed because nobody answered, not because its visitor withdrew it.
bool isUnanswered(const Visit &visit)
{
    return visit.state == VisitState::Lapsed && visit.decidedAt;
}

bool isRefused(const Visit &visit)
{
    return visit.state == VisitState::Denied || isUnanswered(visit);
}
} // namespace

struct WaitingRoom::Private {
    explicit Private(Services &with) : services(with) {}

    Services &services;
    std::unique_ptr<QObject> context = std::make_unique<QObject>();
    std::vector<Visit> visits;
    VisitId asked; ///< whose visit the question is about
    usecases::GuardsQuestion question;
    int questionNumber = 0;
    int pickup = 0;
    Outcome outcome = Outcome::Waiting;
    std::vector<DrawnBadge> badges;
    std::optional<DrawnBadge> printing; ///< issued; it is shown once the printer has answered
    std::chrono::milliseconds printedBy{0};
    std::vector<Visit> unbriefed;
    bool looking = false;
    bool lookAgain = false;
    bool issuing = false;
    std::vector<VisitId> barred;                         ///< no badge of theirs is to be had, and only the guard can say more
    std::optional<std::chrono::milliseconds> faceWanted; // since when the face of an approved visit is missing
    std::chrono::milliseconds issueAt{0};
};

WaitingRoom::WaitingRoom(Services &services, QObject *parent) : QObject(parent), d(std::make_unique<Private>(services)) {}

WaitingRoom::~WaitingRoom() = default;

void WaitingRoom::begin(std::vector<Visit> visits)
{
    reset();
    d->visits = std::move(visits);
    for (const Visit &visit : d->visits)
        d->pickup = qMax(d->pickup, visit.pickup);
    decide();
    refresh(); // what is not in the visits themselves
}

void WaitingRoom::beginByPickup(int number)
{
    reset();
    d->services.gateway.run(
        d->context.get(), [number](const Desk &desk) { return usecases::partyOfNumber(desk.workplace(), number); },
        [this](Result<std::vector<Visit>> visits) {
            if (!visits) {
                Q_EMIT failed(visits.error());
                return;
            }
            if (!visits->empty())
                Q_EMIT found(visits->front().language);
            begin(std::move(*visits));
        });
}

/// Whether what is stored can still change the answer.
bool WaitingRoom::isOpen() const
{
    return d->outcome != Outcome::Badges && d->outcome != Outcome::Denied && d->outcome != Outcome::Unanswered &&
           d->outcome != Outcome::SeeGuard;
}

void WaitingRoom::refresh()
{
    if (d->visits.empty() || !isOpen())
        return;
    if (d->looking) {
        d->lookAgain = true;
        return;
    }
    d->looking = true;
    std::vector<VisitId> ids;
    for (const Visit &visit : d->visits)
        ids.push_back(visit.id);
    d->services.gateway.run(
        d->context.get(), [ids](const Desk &desk) { return usecases::waitingParty(desk.workplace(), desk.boot(), ids); },
        [this](const Result<usecases::WaitingParty> &look) {
            d->looking = false;
            if (look && isOpen()) {
                d->visits = look->visits;
                for (Visit &visit : d->visits) { // approved still, by what is stored
                    if (std::find(d->barred.begin(), d->barred.end(), visit.id) != d->barred.end())
                        visit.state = VisitState::Lapsed;
                }
                ask(look->asked, look->question);
                d->unbriefed = look->unbriefed;
                decide();
            }
            if (std::exchange(d->lookAgain, false))
                refresh();
        });
}

void WaitingRoom::ask(const VisitId &about, const usecases::GuardsQuestion &question)
{
    if (d->asked == about && d->question == question)
        return;
    d->asked = about;
    d->question = question;
    ++d->questionNumber;
}

void WaitingRoom::decide()
{
    if (d->outcome == Outcome::Waiting && std::all_of(d->visits.begin(), d->visits.end(), isDecided)) {
        const bool badges = std::any_of(d->visits.begin(), d->visits.end(),
                                        [](const Visit &visit) { return visit.state == VisitState::Approved; });
        d->outcome = badges ? Outcome::Issuing : outcomeWithoutBadges();
        if (d->outcome == Outcome::Denied || d->outcome == Outcome::Unanswered)
            clearPickups();
    }
    Q_EMIT changed();
    issueNext();
}

WaitingRoom::Outcome WaitingRoom::outcomeWithoutBadges() const
{
    const auto any = [this](auto is) { return std::any_of(d->visits.begin(), d->visits.end(), is); };
    return !d->barred.empty()                                                          ? Outcome::SeeGuard
           : any([](const Visit &visit) { return visit.state == VisitState::Denied; }) ? Outcome::Denied
           : any(isUnanswered)                                                         ? Outcome::Unanswered
           : any([](const Visit &visit) { return visit.state == VisitState::Lapsed; }) ? Outcome::Withdrawn
                                                                                       : Outcome::Gone;
}

void WaitingRoom::issueNext()
{
    if ((d->outcome != Outcome::Issuing && d->outcome != Outcome::FaceMissing) || d->issuing)
        return;
    const auto next = std::find_if(d->visits.begin(), d->visits.end(),
                                   [](const Visit &visit) { return visit.state == VisitState::Approved; });
    if (next == d->visits.end()) {
        d->outcome = !d->badges.empty() ? Outcome::Badges : outcomeWithoutBadges();
        clearPickups(); // all of them know now
        Q_EMIT changed();
        return;
    }
    d->issuing = true;
    d->services.gateway.run(
        d->context.get(),
        [id = next->id, site = d->services.gateway.facts().siteName,
         format = d->services.settings.badgeFormat](const Desk &desk) { return issueAndDraw(desk, id, site, format); },
        [this, id = next->id](Result<BadgeToPrint> badge) {
            const auto visit =
                std::find_if(d->visits.begin(), d->visits.end(), [&](const Visit &candidate) { return candidate.id == id; });
            const auto now = d->services.clock.steady();
            if (badge) {
                if (visit != d->visits.end())
                    *visit = badge->shown.visit;
                d->faceWanted.reset();
                print(std::move(*badge));
                return;
            }
            d->issuing = false;
            const ErrorCode code = badge.error().code;
            const bool barred = code == ErrorCode::Blocked || code == ErrorCode::BadSignature || code == ErrorCode::Expired;
            if (code == ErrorCode::Conflict || barred) {
                // Not to be had here: the guard sees why, or gave it out at the desk.
                if (visit != d->visits.end())
                    visit->state =
                        barred ? VisitState::Lapsed : visitStateFromName(badge.error().detail).value_or(VisitState::OnSite);
                if (barred)
                    d->barred.push_back(id);
                else
                    Q_EMIT failed(badge.error());
                issueNext();
                return;
            }
            // The admin app sends the face with the decision, or again when this kiosk was restarted since.
            if (!d->faceWanted)
                d->faceWanted = now;
            if (d->outcome == Outcome::Issuing && now - *d->faceWanted >= faceWithin) {
                d->outcome = Outcome::FaceMissing;
                Q_EMIT changed();
            }
            d->issueAt = now + tryAgain;
        });
}

void WaitingRoom::print(BadgeToPrint badge)
{
    const VisitId id = badge.shown.visit.id;
    d->printing = std::move(badge.shown);
    d->printedBy = d->services.clock.steady() + printedWithin;
    // Not the visitor's context: the guards are told of the printer even when the visitor has left.
    d->services.gateway.paper().run(
        this,
        [face = std::move(badge.face), format = d->services.settings.badgeFormat, printer = d->services.settings.printer] {
            return printBadge(face, format, printer);
        },
        [this, id](bool took) {
            if (d->services.printerAnswered)
                d->services.printerAnswered(took);
            showPrinted(id, took);
        });
}

/// Nothing when it was given up meanwhile, or is another visitor's.
void WaitingRoom::showPrinted(const VisitId &visit, bool took)
{
    if (!d->printing || d->printing->visit.id != visit)
        return;
    d->printing->printed = took;
    d->badges.push_back(*std::exchange(d->printing, std::nullopt));
    d->issuing = false;
    issueNext();
}

void WaitingRoom::tick()
{
    if (d->printing && d->services.clock.steady() >= d->printedBy) {
        qCWarning(lcPrint) << "the printer does not answer";
        if (d->services.printerAnswered)
            d->services.printerAnswered(false);
        showPrinted(d->printing->visit.id, false);
    }
    if (d->faceWanted && d->services.clock.steady() >= d->issueAt)
        issueNext();
}

void WaitingRoom::takePickup()
{
    if (d->visits.empty())
        return;
    d->services.gateway.run(
        d->context.get(), [id = d->visits.front().id](const Desk &desk) { return usecases::takePickup(desk.workplace(), id); },
        [this](const Result<int> &number) {
            if (!number) {
                Q_EMIT failed(number.error());
                Q_EMIT pickupNotTaken();
                return;
            }
            d->pickup = *number;
            Q_EMIT pickupTaken();
        });
}

void WaitingRoom::answer(const QString &text)
{
    if (d->asked.isNull())
        return;
    d->services.gateway.run(
        d->context.get(),
        [id = d->asked, text](const Desk &desk) { return usecases::answerQuestion(desk.workplace(), id, text); },
        [this](const Result<void> &done) {
            if (!done) {
                Q_EMIT failed(done.error());
                return;
            }
            Q_EMIT answered();
            refresh();
        });
}

void WaitingRoom::withdraw()
{
    std::vector<VisitId> ids;
    for (const Visit &visit : d->visits) {
        if (visit.state == VisitState::Requested)
            ids.push_back(visit.id);
    }
    d->services.gateway.run(
        d->context.get(),
        [ids](const Desk &desk) -> Result<void> {
            for (const VisitId &id : ids)
                GATEHOUSE_TRY(usecases::withdrawVisit(desk.workplace(), id));
            return {};
        },
        [this](const Result<void> &done) {
            if (!done && done.error().code != ErrorCode::Conflict) // decided meanwhile: that shows by itself
                Q_EMIT failed(done.error());
            refresh();
        });
}

/// What was decided is read: the number is ready for nobody.
void WaitingRoom::clearPickups()
{
    for (const Visit &visit : d->visits) {
        if (visit.pickup == 0)
            continue;
        d->services.gateway.run(
            d->context.get(), [id = visit.id](const Desk &desk) { return usecases::clearPickup(desk.workplace(), id); },
            [](const Result<void> &) {});
    }
}

void WaitingRoom::reset()
{
    d->context = std::make_unique<QObject>();
    d->visits.clear();
    wipeBadges();
    ask({}, {});
    d->unbriefed.clear();
    d->pickup = 0;
    d->outcome = Outcome::Waiting;
    d->looking = d->lookAgain = d->issuing = false;
    d->barred.clear();
    d->faceWanted.reset();
}

void WaitingRoom::wipeBadges()
{
    if (d->printing)
        d->badges.push_back(*std::exchange(d->printing, std::nullopt));
    for (DrawnBadge &badge : d->badges) {
        if (!badge.image.isNull() && badge.image.isDetached())
            badge.image.fill(0);
    }
    d->badges.clear();
}

bool WaitingRoom::isEmpty() const
{
    return d->visits.empty();
}

WaitingRoom::Outcome WaitingRoom::outcome() const
{
    return d->outcome;
}

const std::vector<Visit> &WaitingRoom::visits() const
{
    return d->visits;
}

QString WaitingRoom::question() const
{
    return d->question.code;
}

QString WaitingRoom::questionWords() const
{
    return d->question.words;
}

int WaitingRoom::questionNumber() const
{
    return d->questionNumber;
}

int WaitingRoom::pickup() const
{
    return d->pickup;
}

const std::vector<Visit> &WaitingRoom::unbriefed() const
{
    return d->unbriefed;
}

const std::vector<DrawnBadge> &WaitingRoom::badges() const
{
    return d->badges;
}

int WaitingRoom::refused() const
{
    return static_cast<int>(std::count_if(d->visits.begin(), d->visits.end(), isRefused));
}

} // namespace gatehouse::kiosk
