// SPDX-License-Identifier: GPL-3.0-or-later
#include "waitingroom.h"

#include "base/logging.h"
#include "usecases/badges.h"
#include "usecases/briefings.h"
#include "usecases/requestvisit.h"

#include <algorithm>
#include <set>

namespace gatehouse::kiosk
{

using namespace domain;

namespace
{
constexpr std::chrono::milliseconds tryAgain{1000};
constexpr std::chrono::milliseconds faceWithin{5000};

struct Look {
    std::vector<Visit> visits;
    VisitId asked; ///< whose visit the question is about
    usecases::GuardsQuestion question;
    std::vector<Visit> unbriefed;
};

bool isAsked(const Visit &visit)
{
    return visit.state == VisitState::Requested && !visit.question.isEmpty();
}

Result<Look> lookAt(const Desk &desk, const std::vector<VisitId> &ids)
{
    Look look;
    std::vector<VisitId> asked;
    {
        GATEHOUSE_TRY_ASSIGN(auto transaction, usecases::beginRead(desk.workplace()));
        for (const VisitId &id : ids) {
            GATEHOUSE_TRY_ASSIGN(const std::optional<Visit> visit, transaction->visits().byId(id));
            if (!visit)
                continue;
            look.visits.push_back(*visit);
            if (!usecases::briefingsOwed(desk.workplace(), *visit).empty())
                look.unbriefed.push_back(*visit);
            if (isAsked(*visit))
                asked.push_back(visit->id);
        }
    }
    for (const VisitId &id : asked) {
        if (const auto question = usecases::readQuestion(desk.workplace(), desk.boot(), id); question && *question) {
            look.asked = id;
            look.question = **question;
            break;
        }
    }
    return look;
}

bool isDecided(const Visit &visit)
{
    return visit.state != VisitState::Requested;
}

/// It lapsed because nobody answered, not because its visitor withdrew it.
bool isUnanswered(const Visit &visit)
{
    return visit.state == VisitState::Lapsed && visit.decidedAt;
}

Result<std::vector<Visit>> partyOf(Transaction &transaction, const Visit &visit)
{
    VisitQuery query;
    query.party = visit.party;
    return transaction.visits().find(query);
}

/// Visits of this kiosk with a number: decided ones, and those that still wait.
Result<std::vector<Visit>> numberedHere(Transaction &transaction, const Desk &desk)
{
    GATEHOUSE_TRY_ASSIGN(std::vector<Visit> numbered, transaction.visits().withPickup());
    VisitQuery query;
    query.states = {VisitState::Requested};
    GATEHOUSE_TRY_ASSIGN(const std::vector<Visit> waiting, transaction.visits().find(query));
    numbered.insert(numbered.end(), waiting.begin(), waiting.end());
    const StationId station = desk.workplace().stationId(); // a badge face is sealed to one kiosk
    std::erase_if(numbered, [&](const Visit &visit) { return visit.pickup == 0 || visit.station != station; });
    return numbered;
}

/// The party of a number that this kiosk gave; Conflict when there is none.
Result<std::vector<Visit>> partyOfNumber(Transaction &transaction, const Desk &desk, int number)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<Visit> numbered, numberedHere(transaction, desk));
    for (const Visit &visit : numbered) {
        if (visit.pickup == number)
            return partyOf(transaction, visit);
    }
    return fail(ErrorCode::Conflict, QStringLiteral("number"));
}

std::vector<Visit> unbriefedAmong(const Desk &desk, std::vector<Visit> visits)
{
    std::erase_if(visits, [&](const Visit &visit) {
        return visit.state != VisitState::Requested || usecases::briefingsOwed(desk.workplace(), visit).empty();
    });
    return visits;
}
} // namespace

struct WaitingRoom::Private {
    explicit Private(Services &with) : services(with) {}

    Services &services;
    std::unique_ptr<QObject> context = std::make_unique<QObject>();
    std::vector<Visit> visits;
    VisitId asked; ///< whose visit the question is about
    usecases::GuardsQuestion question;
    int pickup = 0;
    Outcome outcome = Outcome::Waiting;
    std::vector<DrawnBadge> badges;
    std::vector<Visit> unbriefed;
    bool looking = false;
    bool lookAgain = false;
    bool issuing = false;
    bool barred = false;                                 ///< a badge is not to be had, and only the guard can say more
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
        d->context.get(),
        [number](const Desk &desk) -> Result<std::vector<Visit>> {
            GATEHOUSE_TRY_ASSIGN(auto transaction, desk.workplace().store.beginRead());
            return partyOfNumber(*transaction, desk, number);
        },
        [this](Result<std::vector<Visit>> visits) {
            if (visits)
                begin(std::move(*visits));
            else
                Q_EMIT failed(visits.error());
        });
}

void WaitingRoom::refresh()
{
    if (d->visits.empty() || d->outcome == Outcome::Badges || d->outcome == Outcome::Denied ||
        d->outcome == Outcome::Unanswered || d->outcome == Outcome::SeeGuard)
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
        d->context.get(), [ids](const Desk &desk) { return lookAt(desk, ids); },
        [this](const Result<Look> &look) {
            d->looking = false;
            if (look) {
                d->visits = look->visits;
                d->asked = look->asked;
                d->question = look->question;
                d->unbriefed = look->unbriefed;
                decide();
            }
            if (std::exchange(d->lookAgain, false))
                refresh();
        });
}

void WaitingRoom::decide()
{
    if (d->outcome == Outcome::Waiting && std::all_of(d->visits.begin(), d->visits.end(), isDecided)) {
        const auto is = [](VisitState state) { return [state](const Visit &visit) { return visit.state == state; }; };
        if (std::any_of(d->visits.begin(), d->visits.end(), is(VisitState::Approved))) {
            d->outcome = Outcome::Issuing;
        } else if (std::any_of(d->visits.begin(), d->visits.end(), is(VisitState::Denied))) {
            d->outcome = Outcome::Denied;
            clearPickups();
        } else if (std::any_of(d->visits.begin(), d->visits.end(), isUnanswered)) {
            d->outcome = Outcome::Unanswered;
            clearPickups();
        } else {
            d->outcome = Outcome::Gone;
        }
    }
    Q_EMIT changed();
    issueNext();
}

void WaitingRoom::issueNext()
{
    if ((d->outcome != Outcome::Issuing && d->outcome != Outcome::FaceMissing) || d->issuing)
        return;
    const auto next = std::find_if(d->visits.begin(), d->visits.end(),
                                   [](const Visit &visit) { return visit.state == VisitState::Approved; });
    if (next == d->visits.end()) {
        d->outcome = !d->badges.empty() ? Outcome::Badges : d->barred ? Outcome::SeeGuard : Outcome::Gone;
        Q_EMIT changed();
        return;
    }
    d->issuing = true;
    const KioskSettings &settings = d->services.settings;
    d->services.gateway.run(
        d->context.get(),
        [id = next->id, site = d->services.gateway.facts().siteName, printer = settings.printer](const Desk &desk) {
            return issueAndPrint(desk, id, site, printer);
        },
        [this, id = next->id](const Result<DrawnBadge> &badge) {
            d->issuing = false;
            const auto visit =
                std::find_if(d->visits.begin(), d->visits.end(), [&](const Visit &candidate) { return candidate.id == id; });
            const auto now = d->services.clock.steady();
            if (badge) {
                if (d->services.printerAnswered)
                    d->services.printerAnswered(badge->printed);
                d->badges.push_back(*badge);
                if (visit != d->visits.end())
                    *visit = badge->visit;
                d->faceWanted.reset();
                issueNext();
                return;
            }
            const ErrorCode code = badge.error().code;
            const bool barred = code == ErrorCode::Blocked || code == ErrorCode::BadSignature;
            if (code == ErrorCode::Conflict || code == ErrorCode::Expired || barred) {
                if (visit != d->visits.end()) {
                    visit->state = VisitState::Lapsed; // not to be had here; the guard sees why
                    if (barred)
                        clearPickup(*visit); // its number is ready for nobody
                }
                d->barred = d->barred || barred;
                if (!barred)
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

void WaitingRoom::tick()
{
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

void WaitingRoom::clearPickup(const Visit &visit)
{
    if (visit.pickup == 0)
        return;
    d->services.gateway.run(
        d->context.get(), [id = visit.id](const Desk &desk) { return usecases::clearPickup(desk.workplace(), id); },
        [](const Result<void> &) {});
}

void WaitingRoom::clearPickups()
{
    for (const Visit &visit : d->visits)
        clearPickup(visit);
}

void WaitingRoom::reset()
{
    d->context = std::make_unique<QObject>();
    d->visits.clear();
    wipeBadges();
    d->asked = {};
    d->question = {};
    d->unbriefed.clear();
    d->pickup = 0;
    d->outcome = Outcome::Waiting;
    d->looking = d->lookAgain = d->issuing = d->barred = false;
    d->faceWanted.reset();
}

void WaitingRoom::wipeBadges()
{
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

namespace
{
/// Approved, and its badge cannot be drawn: this kiosk was started since, and no guard's program has sent the face again.
Result<bool> lacksFace(Transaction &transaction, const Desk &desk, const std::vector<Visit> &party)
{
    for (const Visit &visit : party) {
        if (visit.state != VisitState::Approved)
            continue;
        GATEHOUSE_TRY_ASSIGN(const std::optional<KioskMail> mail,
                             transaction.sealedData().mail(visit.id, usecases::kioskmail::face));
        if (!mail || mail->bootKey != desk.boot().publicKey)
            return true;
    }
    return false;
}
} // namespace

Result<std::vector<ReadyNumber>> readyNumbers(const Desk &desk)
{
    const usecases::Workplace &workplace = desk.workplace();
    GATEHOUSE_TRY_ASSIGN(auto transaction, usecases::beginRead(workplace));
    GATEHOUSE_TRY_ASSIGN(const std::vector<Visit> numbered, numberedHere(*transaction, desk));
    std::vector<ReadyNumber> numbers;
    for (const Visit &visit : numbered) {
        const bool denied = visit.state == VisitState::Denied || visit.state == VisitState::Lapsed;
        if (denied && visit.decidedAt && visit.decidedAt->addDuration(usecases::refusalShown) < workplace.clock.now())
            continue;
        GATEHOUSE_TRY_ASSIGN(const std::vector<Visit> party, partyOf(*transaction, visit));
        if (std::all_of(party.begin(), party.end(), isDecided)) {
            GATEHOUSE_TRY_ASSIGN(const bool faceless, lacksFace(*transaction, desk, party));
            numbers.push_back({visit.pickup, !denied && !faceless, false});
        } else if (std::any_of(party.begin(), party.end(), isAsked))
            numbers.push_back({visit.pickup, false, false});
        else if (!unbriefedAmong(desk, party).empty())
            numbers.push_back({visit.pickup, false, true});
    }
    return numbers;
}

Result<std::vector<Visit>> unbriefedOf(const Desk &desk, int number)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, usecases::beginRead(desk.workplace()));
    GATEHOUSE_TRY_ASSIGN(std::vector<Visit> party, partyOfNumber(*transaction, desk, number));
    return unbriefedAmong(desk, std::move(party));
}

Result<int> adoptWaiting(const Desk &desk)
{
    const usecases::Workplace &workplace = desk.workplace();
    std::vector<Visit> left;
    std::vector<Purpose> purposes;
    {
        GATEHOUSE_TRY_ASSIGN(auto transaction, usecases::beginRead(workplace));
        VisitQuery query;
        query.states = {VisitState::Requested, VisitState::Approved};
        GATEHOUSE_TRY_ASSIGN(left, transaction->visits().find(query));
        GATEHOUSE_TRY_ASSIGN(purposes, usecases::sitePurposes(*transaction, workplace));
    }
    const auto enters = [&](const Visit &visit) {
        return std::any_of(purposes.begin(), purposes.end(),
                           [&](const Purpose &purpose) { return purpose.id == visit.purpose && purpose.entering; });
    };
    std::set<PartyId> parties;
    for (const Visit &visit : left) {
        if (visit.pickup > 0)
            parties.insert(visit.party);
    }
    int adopted = 0;
    for (const Visit &visit : left) {
        if (visit.atDesk || visit.station != workplace.stationId() || !enters(visit) || !parties.insert(visit.party).second)
            continue;
        GATEHOUSE_TRY(usecases::takePickup(workplace, visit.id));
        ++adopted;
    }
    return adopted;
}

} // namespace gatehouse::kiosk
