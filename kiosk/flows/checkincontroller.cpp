// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkinprivate.h"

#include "camera/camerafeed.h"
#include "kiosktexts.h"
#include "pages.h"
#include "scancontroller.h"
#include "usecases/invitations.h"

#include <algorithm>

namespace gatehouse::kiosk
{

using namespace domain;
using namespace std::chrono_literals;

namespace
{
constexpr auto freeAfter = 30s; // look.md: the kiosk frees itself
constexpr auto tryNumberAgain = 5s;
const QSize documentSize(1600, 1600);
const QSize visitorPortraitSize(480, 640);

bool isLast(const QString &page)
{
    return page == page::waiting || page == page::pickup || page == page::done || page == page::denied ||
           page == page::cancelled || page == page::delivery || page == page::briefed;
}

/// Typing what the camera cannot read is the step of showing it: the number of steps does not grow under way.
QStringList stepsOf(QStringList pages)
{
    if (pages.contains(page::scan))
        pages.removeOne(page::details);
    return pages;
}

int secondsUntil(const std::optional<std::chrono::milliseconds> &at, std::chrono::milliseconds now)
{
    return at ? qMax(0, static_cast<int>((*at - now).count() + 999) / 1000) : -1;
}
} // namespace

CheckInController::CheckInController(Services &services, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, services))
{
    connect(&d->briefing, &BriefingController::changed, this, &CheckInController::readyChanged);
    connect(&d->room, &WaitingRoom::found, this, &CheckInController::recognised);
    connect(&d->room, &WaitingRoom::changed, this, [this] { d->roomChanged(); });
    connect(&d->room, &WaitingRoom::pickupTaken, this, [this] {
        if (d->page == page::waiting)
            d->showNumber();
    });
    connect(&d->room, &WaitingRoom::pickupNotTaken, this, [this] { d->hasNoNumber(); });
    connect(&d->room, &WaitingRoom::answered, this, [this] {
        d->setBusy(false);
        d->freeAt = d->services.clock.steady() + freeAfter;
    });
    connect(&d->room, &WaitingRoom::failed, this, [this](const Error &error) {
        d->setBusy(false);
        if (error.code != ErrorCode::Conflict)
            d->setProblem(problemOf(error));
        else
            d->setProblem(error.detail == domain::noFreePickup ? QStringLiteral("number-none")
                                                               : QStringLiteral("number-taken"));
        if (d->room.isEmpty() && d->page == page::waiting)
            Q_EMIT finished(); // the number was collected before
        else if (d->page == page::waiting)
            d->freeAt = d->services.clock.steady() + tryNumberAgain;
    });
}

CheckInController::~CheckInController() = default;

void CheckInController::setScan(ScanController *scan)
{
    d->scan = scan;
    connect(scan, &ScanController::decided, this, [this](const scanning::LiveResult &live) {
        if (d->page == page::badge && live.result.kind == scanning::Kind::Badge)
            d->readBadge(live.result.raw.value(0));
        if (d->page != page::scan || !d->hasMember())
            return;
        d->who().takeScan(live, d->today());
        Q_EMIT fieldsChanged();
        Q_EMIT membersChanged();
        Q_EMIT flowChanged();
    });
    connect(scan, &ScanController::otherSideShown, this, [this](const QImage &portrait, const QImage &picture) {
        if (d->page == page::scan && d->hasMember())
            d->who().takeOtherSide(portrait, picture);
    });
    connect(scan, &ScanController::stateChanged, this, &CheckInController::readyChanged);
    connect(scan, &ScanController::typingRequested, this, [this] {
        if (d->page != page::scan || !d->hasMember())
            return;
        d->who().beginTyping();
        Q_EMIT fieldsChanged();
        d->show(page::details);
    });
}

void CheckInController::begin(const scanning::LiveResult *shown)
{
    reset();
    d->draft.party = makeId<PartyId>(d->services.clock, d->services.randomness);
    d->newMember();
    if (shown)
        d->who().takeScan(*shown, d->today());
    d->show(page::purpose);
}

void CheckInController::beginInvited(const usecases::InvitationAnswer &answer)
{
    begin();
    const auto &purposes = d->facts().purposes;
    const auto purpose = std::find_if(purposes.begin(), purposes.end(),
                                      [&](const Purpose &candidate) { return candidate.id == answer.invitation.purpose; });
    if (purpose == purposes.end()) {
        d->setProblem(QStringLiteral("invitation-unknown"));
        return;
    }
    d->draft.purpose = *purpose;
    d->draft.invitation = answer.invitation.id;
    d->draft.invitedZones = answer.invitation.zones;
    d->draft.host = answer.invitation.host;
    d->draft.hostName = answer.hostName;
    siteChanged();
    d->show(page::notice);
}

void CheckInController::collect(int number)
{
    reset();
    d->show(page::waiting);
    d->freeAt.reset();
    d->room.beginByPickup(number);
}

void CheckInController::choosePurpose(const QString &key)
{
    const auto &purposes = d->facts().purposes;
    const auto purpose =
        std::find_if(purposes.begin(), purposes.end(), [&](const Purpose &candidate) { return candidate.id.key == key; });
    if (purpose == purposes.end() || d->page != page::purpose || d->busy)
        return;
    if (!d->draft.purpose || d->draft.purpose->id != purpose->id)
        d->draft.optionalZones.clear();
    d->draft.purpose = *purpose;
    if (isTour(*purpose))
        d->draft.work.method = QStringLiteral("look-only");
    siteChanged();
    Q_EMIT workChanged();
    if (purpose->entering)
        next();
    else
        d->callGuard(); // two touches: no document, no terms, no badge
}

void CheckInController::next()
{
    if (d->busy || !canGoNext())
        return;
    if (d->page == page::done) {
        d->nextBadge();
        return;
    }
    if (isLast(d->page)) {
        Q_EMIT finished();
        return;
    }
    if (d->briefsLate()) {
        d->nextOfBriefing();
        return;
    }
    if (d->page == page::briefing)
        d->who().briefingLater = false; // seen after all
    const QStringList pages = d->pages();
    if (!d->validate())
        return;
    d->acknowledge();
    if (d->page == page::quiz && !d->quizIsOver())
        return;
    if (d->page == page::review) {
        d->submit();
        return;
    }
    const qsizetype place = pages.indexOf(d->page);
    if (d->toReview && d->page == page::briefing && pages.contains(page::quiz)) {
        d->show(page::quiz);
        return;
    }
    if (d->toReview && d->page != page::scan) {
        d->show(page::review);
        return;
    }
    if (d->toReview) // a document shown anew may need to be confirmed
        d->show(d->who().needsDetails ? page::details : page::review);
    else
        d->show(place < 0 ? page::review : pages.value(place + 1));
}

bool CheckInController::back()
{
    if (d->busy || d->page.isEmpty())
        return false;
    if (d->briefsLate()) {
        if (d->page != page::quiz)
            return d->leaveLateBriefing();
        d->show(page::briefing);
        return true;
    }
    if (d->toReview) {
        d->show(page::review);
        return true;
    }
    const QStringList pages = d->pages();
    const qsizetype place = pages.indexOf(d->page);
    if (place > 0) {
        d->show(pages.at(place - 1));
        return true;
    }
    if (d->member == 0)
        return false;
    removeMember(static_cast<int>(d->member)); // the one who was just being added
    d->show(page::party);
    return true;
}

void CheckInController::Private::show(const QString &next)
{
    setProblem({});
    fieldProblems.clear();
    numberTries = 0;
    if (next == page::review || next == page::party || next == page::waiting)
        toReview = false;
    page = next;
    portraitAt.reset();
    portraitCount = 0;
    if (page == page::briefing || page == page::quiz)
        briefing.begin();
    if (scan) {
        if (page == page::scan && hasMember() && who().scan)
            scan->show(*who().scan);
        else
            scan->look(page == page::scan    ? ScanController::Wanted::Document
                       : page == page::badge ? ScanController::Wanted::Badge
                                             : ScanController::Wanted::Nothing);
    }
    Q_EMIT q->flowChanged();
    Q_EMIT q->readyChanged();
    Q_EMIT q->fieldProblemsChanged();
    Q_EMIT q->portraitChanged();
    if (page == page::review)
        Q_EMIT q->reviewChanged();
}

void CheckInController::Private::newMember()
{
    MemberDraft added;
    added.id = makeId<VisitId>(services.clock, services.randomness);
    draft.members.push_back(std::move(added));
    member = draft.members.size() - 1;
    Q_EMIT q->membersChanged();
}

void CheckInController::Private::submit()
{
    setProblem({});
    setBusy(true);
    std::vector<std::pair<QImage, QImage>> pictures;
    for (const MemberDraft &of : draft.members)
        pictures.emplace_back(of.documentPicture, of.portrait);
    services.gateway.run(
        context.get(),
        [request = draft.request(services.language, services.clock.now()),
         pictures = std::move(pictures)](const Desk &desk) mutable {
            for (std::size_t i = 0; i < pictures.size(); ++i) {
                request.visitors[i].document = jpegOf(pictures[i].first, documentSize);
                request.visitors[i].portrait = jpegOf(pictures[i].second, visitorPortraitSize);
            }
            return usecases::requestVisit(desk.workplace(), request);
        },
        [this](Result<std::vector<Visit>> visits) {
            setBusy(false);
            if (visits)
                sent(std::move(*visits));
            else
                setProblem(problemOf(visits.error())); // nothing is lost: the same ids go again
        });
}

void CheckInController::Private::sent(std::vector<Visit> visits)
{
    draft.wipe(); // acknowledged: what is sealed cannot be read back here, and need not be
    member = 0;
    show(page::waiting);
    sentAt = services.clock.steady();
    freeAt = sentAt + freeAfter;
    room.begin(std::move(visits));
    Q_EMIT q->fieldsChanged();
    Q_EMIT q->membersChanged();
    Q_EMIT q->companyChanged();
    Q_EMIT q->signatureChanged();
    Q_EMIT q->itemsChanged();
    Q_EMIT q->hostChanged();
    Q_EMIT q->reviewChanged();
    Q_EMIT q->zonesChanged();
    q->tick();
}

void CheckInController::tick()
{
    const auto now = d->services.clock.steady();
    d->room.tick();
    if (d->portraitAt) {
        const int left = secondsUntil(d->portraitAt, now);
        if (left != std::exchange(d->portraitCount, left))
            Q_EMIT portraitChanged();
        if (left == 0)
            d->takePortraitNow();
    }
    if (const int left = d->page == page::waiting ? secondsUntil(d->freeAt, now) : -1;
        left != std::exchange(d->secondsToFree, left))
        Q_EMIT waitChanged();
    if (const int left = secondsUntil(d->clearAt, now); left != std::exchange(d->secondsToClear, left))
        Q_EMIT clearChanged();
    if (d->page == page::waiting && d->freeAt && now >= *d->freeAt) {
        d->freeAt = now + tryNumberAgain;
        d->room.takePickup();
    }
    if (d->clearAt && now >= *d->clearAt) {
        d->clearAt.reset();
        Q_EMIT finished();
    }
}

void CheckInController::refresh()
{
    d->room.refresh();
}

void CheckInController::siteChanged()
{
    Q_EMIT purposesChanged();
    Q_EMIT purposeChanged();
    Q_EMIT zonesChanged();
    Q_EMIT itemsChanged();
    Q_EMIT noticesChanged();
    Q_EMIT readyChanged();
}

void CheckInController::retranslate()
{
    siteChanged();
    d->briefing.retranslate();
    Q_EMIT workChanged();
    Q_EMIT fieldsChanged();
    Q_EMIT fieldProblemsChanged();
    Q_EMIT reviewChanged();
    Q_EMIT statusChanged();
    Q_EMIT questionChanged();
    Q_EMIT badgeChanged();
    Q_EMIT problemChanged();
}

void CheckInController::reset()
{
    d->context = std::make_unique<QObject>();
    d->room.reset();
    d->draft.wipe();
    d->briefing.reset();
    d->member = 0;
    d->page.clear();
    d->toBrief.clear();
    d->nothingOwedUntil = {};
    d->briefsFromWaiting = false;
    d->toReview = false;
    d->fieldProblems.clear();
    wipeText(d->hostQuery);
    wipeText(d->searchedFor);
    d->hosts.clear();
    d->portraitAt.reset();
    d->portraitCount = 0;
    d->freeAt.reset();
    d->clearAt.reset();
    d->slipPrinted = false;
    d->secondsToFree = d->secondsToClear = -1;
    d->lastQuestion = d->room.questionNumber();
    d->badge = 0;
    d->deliveryState.clear();
    d->setBusy(false);
    d->setProblem({});
    retranslate();
    Q_EMIT companyChanged();
    Q_EMIT workChanged();
    Q_EMIT hostQueryChanged();
    Q_EMIT hostResultsChanged();
    Q_EMIT hostChanged();
    Q_EMIT signatureChanged();
    Q_EMIT itemsNoteChanged();
    Q_EMIT portraitChanged();
    Q_EMIT membersChanged();
    Q_EMIT waitChanged();
    Q_EMIT clearChanged();
}

QString CheckInController::page() const
{
    return d->page;
}

int CheckInController::step() const
{
    if (isLast(d->page))
        return 0;
    const QStringList steps = stepsOf(d->pages());
    const bool typing = d->page == page::details && !steps.contains(d->page);
    return static_cast<int>(steps.indexOf(typing ? page::scan : d->page)) + 1;
}

int CheckInController::stepCount() const
{
    const int count = static_cast<int>(stepsOf(d->pages()).size());
    return step() == 0 || !d->draft.purpose ? 0 : count;
}

bool CheckInController::canGoBack() const
{
    return !d->page.isEmpty() && !isLast(d->page) && !d->busy && !d->backErases();
}

bool CheckInController::Private::backErases() const
{
    return member == 0 && hasMember() && page == pages().value(0) &&
           (!who().documentKind.isEmpty() || !draft.company.isEmpty());
}

bool CheckInController::canGoNext() const
{
    if (d->page == page::waiting || d->page == page::badge)
        return false;
    if (d->page == page::purpose)
        return d->draft.purpose.has_value();
    if (d->page == page::scan)
        return d->scan && d->scan->found();
    if (d->page == page::host)
        return d->draft.host.has_value() || d->draft.hostUnknown;
    if (d->page == page::quiz)
        return d->briefing.isAnswered();
    if (d->page == page::terms)
        return d->hasMember() && (!d->who().signature.isEmpty() || d->who().typedSignature.trimmed().size() >= 2);
    if (d->page == page::portrait)
        return d->hasMember() && (!d->who().portrait.isNull() || d->who().portraitDeclined || !d->services.camera.works());
    return !d->page.isEmpty();
}

bool CheckInController::busy() const
{
    return d->busy;
}

QString CheckInController::problem() const
{
    return d->problem;
}

void CheckInController::Private::setProblem(const QString &code)
{
    if (problem == code)
        return;
    problem = code;
    Q_EMIT q->problemChanged();
}

void CheckInController::Private::setBusy(bool on)
{
    if (busy == on)
        return;
    busy = on;
    Q_EMIT q->busyChanged();
    Q_EMIT q->flowChanged();
}

void CheckInController::Private::clearAfter(std::chrono::milliseconds time)
{
    clearAt = services.clock.steady() + time;
    q->tick();
}

} // namespace gatehouse::kiosk
