// SPDX-License-Identifier: GPL-3.0-or-later
#include "livescanner.h"

#include "ballot.h"
#include "cardportrait.h"
#include "emptyresult.h"
#include "sightings.h"

#include "base/logging.h"

#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

namespace gatehouse::scanning
{

namespace
{
constexpr qint64 otherSideAfter = 2500; // ms of good frames without anything to read: it is the wrong side
constexpr int enoughPortraits = 2;      // frames in a row that show one: the card has come to rest
constexpr int steadyFrames = 2;         // a new guidance is shown when this many frames in a row ask for it

qint64 steadyMilliseconds()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// Licences have their data, and ID cards of TD1 format their zone, on the side without the picture.
bool otherSideHasPortrait(Kind kind)
{
    return kind == Kind::Aamva || kind == Kind::MrzTd1;
}

QImage portraitIn(const QImage &picture, const FrameResult &found)
try {
    return portraitOnCard(picture.convertToFormat(QImage::Format_RGB32), found.outline);
} catch (const std::exception &error) {
    qCWarning(lcScan) << "a picture could not be searched for a portrait:" << error.what();
    return {};
}
} // namespace

struct LiveScanner::Private {
    explicit Private(const Clock &time) : clock(time) {}

    const Clock &clock;
    LiveScanner *q = nullptr;
    ScannerFactory factory;
    std::thread thread;

    // Of the thread that the object lives in.
    Guidance guidance = Guidance::ShowDocument;

    std::mutex mutex; // guards the next six
    std::condition_variable wake;
    bool ending = false;
    bool resting = false;
    bool portraitOnly = false;
    QImage newest;
    quint64 round = 0; // events of an earlier round are dropped

    // Of the scanning thread.
    struct Watch {
        Ballot ballot;
        Sightings sightings; // of the documents that the ballot counts
        Guidance wanted = Guidance::ShowDocument;
        int wantedFor = 0;
        Guidance said = Guidance::ShowDocument;
        qint64 pictureKey = 0; // a still source shows the same picture again: look harder once, then count it again
        int timesSeen = 0;
        FrameResult lastFound;
        qint64 wellPlacedSince = -1;
        int portraits = 0; // frames in a row that show one
        bool portraitOnly = false;
    };

    void begin(bool forPortrait);
    void work();
    void look(Scanner &scanner, Watch &watch, const QImage &picture, quint64 ofRound);
    void lookForPortrait(Watch &watch, const FrameResult &found, const QImage &picture, quint64 ofRound);
    bool rest(quint64 ofRound);
    FrameResult scan(Scanner &scanner, Watch &watch, const QImage &picture, QDate today) const;
    void say(Watch &watch, Guidance guidance, quint64 ofRound);
    void post(quint64 ofRound, std::function<void()> event);
};

void LiveScanner::Private::post(quint64 ofRound, std::function<void()> event)
{
    QMetaObject::invokeMethod(
        q,
        [this, ofRound, event = std::move(event)] {
            {
                const std::lock_guard lock(mutex);
                if (ofRound != round)
                    return;
            }
            event();
        },
        Qt::QueuedConnection);
}

void LiveScanner::Private::say(Watch &watch, Guidance next, quint64 ofRound)
{
    watch.wantedFor = next == watch.wanted ? watch.wantedFor + 1 : 1;
    watch.wanted = next;
    if (next == watch.said || (next != Guidance::Done && watch.wantedFor < steadyFrames))
        return;
    watch.said = next;
    post(ofRound, [this, next] {
        guidance = next;
        Q_EMIT q->guidanceChanged(next);
    });
}

FrameResult LiveScanner::Private::scan(Scanner &scanner, Watch &watch, const QImage &picture, QDate today) const
{
    const bool again = picture.cacheKey() == watch.pictureKey;
    watch.timesSeen = again ? watch.timesSeen + 1 : 1;
    watch.pictureKey = picture.cacheKey();
    if (watch.timesSeen == 1)
        watch.lastFound = scanner.scanImage(picture, today, Effort::Live);
    else if (watch.timesSeen == 2 && isNothing(watch.lastFound.result))
        watch.lastFound = scanner.scanImage(picture, today, Effort::Still);
    return watch.lastFound;
}

void LiveScanner::Private::look(Scanner &scanner, Watch &watch, const QImage &picture, quint64 ofRound)
{
    const QDate today = clock.now().toLocalTime().date();
    const FrameResult found = scan(scanner, watch, picture, today);
    post(ofRound, [this, outline = found.outline, size = picture.size()] { Q_EMIT q->outlineChanged(outline, size); });
    if (watch.portraitOnly) {
        lookForPortrait(watch, found, picture, ofRound);
        return;
    }
    const qint64 now = steadyMilliseconds();
    watch.sightings.note(found, picture);
    const auto decision = watch.ballot.count(found, now);
    if (watch.ballot.frames() == 0)
        watch.sightings.clear(); // the document was taken away
    if (!decision) {
        const bool wellPlaced = found.guidance == Guidance::Reading && isNothing(found.result);
        if (!wellPlaced)
            watch.wellPlacedSince = -1;
        else if (watch.wellPlacedSince < 0)
            watch.wellPlacedSince = now;
        const bool wrongSide = wellPlaced && now - watch.wellPlacedSince >= otherSideAfter;
        say(watch, wrongSide ? Guidance::TurnOver : found.guidance, ofRound);
        return;
    }
    if (scanner.showsAnother(picture, today, found)) {
        say(watch, Guidance::OneDocument, ofRound);
        return;
    }
    if (!rest(ofRound))
        return;
    say(watch, Guidance::Done, ofRound);
    const Sightings::Sighting seen = watch.sightings.of(*decision);
    const bool otherSide = seen.portrait.isNull() && otherSideHasPortrait(decision->kind);
    const LiveResult live{*decision, seen.picture, seen.portrait, watch.ballot.frames(), otherSide};
    watch = Watch(); // nothing of a visitor stays here
    post(ofRound, [this, live] { Q_EMIT q->decided(live); });
}

// False when the answer belongs to an earlier round.
bool LiveScanner::Private::rest(quint64 ofRound)
{
    const std::lock_guard lock(mutex);
    if (ofRound != round)
        return false;
    resting = true;
    newest = QImage();
    return true;
}

void LiveScanner::Private::lookForPortrait(Watch &watch, const FrameResult &found, const QImage &picture, quint64 ofRound)
{
    const bool readSide = !isNothing(found.result);
    const QImage portrait = readSide || found.guidance != Guidance::Reading ? QImage() : portraitIn(picture, found);
    watch.portraits = portrait.isNull() ? 0 : watch.portraits + 1;
    if (watch.portraits < enoughPortraits) {
        const bool otherSideWanted = readSide || found.guidance == Guidance::ShowDocument;
        say(watch, otherSideWanted ? Guidance::TurnOver : found.guidance, ofRound);
        return;
    }
    if (!rest(ofRound))
        return;
    say(watch, Guidance::Done, ofRound);
    watch = Watch();
    post(ofRound, [this, portrait, picture] { Q_EMIT q->portraitFound(portrait, picture); });
}

void LiveScanner::Private::work()
{
    const auto scanner = factory ? factory() : std::make_unique<Scanner>();
    Watch watch;
    quint64 ofRound = 0;
    for (;;) {
        QImage picture;
        bool anew = false;
        bool portrait = false;
        {
            std::unique_lock lock(mutex);
            wake.wait(lock, [&] { return ending || ofRound != round || !newest.isNull(); });
            if (ending)
                return;
            anew = std::exchange(ofRound, round) != round;
            picture = std::exchange(newest, QImage());
            portrait = portraitOnly;
        }
        if (anew) {
            watch = Watch();
            watch.portraitOnly = portrait;
            watch.said = portrait ? Guidance::TurnOver : Guidance::ShowDocument;
            scanner->forget();
        }
        if (!picture.isNull())
            look(*scanner, watch, picture, ofRound);
    }
}

LiveScanner::LiveScanner(const Clock &clock, ScannerFactory factory, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(clock))
{
    qRegisterMetaType<LiveResult>();
    qRegisterMetaType<Guidance>();
    d->q = this;
    d->factory = std::move(factory);
    d->thread = std::thread([this] { d->work(); });
}

LiveScanner::~LiveScanner()
{
    {
        const std::lock_guard lock(d->mutex);
        d->ending = true;
        ++d->round;
    }
    d->wake.notify_all();
    d->thread.join();
}

Guidance LiveScanner::guidance() const
{
    return d->guidance;
}

void LiveScanner::submit(const QImage &picture)
{
    {
        const std::lock_guard lock(d->mutex);
        if (d->resting || picture.isNull())
            return;
        d->newest = picture;
    }
    d->wake.notify_all();
}

void LiveScanner::Private::begin(bool forPortrait)
{
    {
        const std::lock_guard lock(mutex);
        resting = false;
        portraitOnly = forPortrait;
        newest = QImage();
        ++round;
    }
    wake.notify_all();
    guidance = forPortrait ? Guidance::TurnOver : Guidance::ShowDocument;
    Q_EMIT q->guidanceChanged(guidance);
    Q_EMIT q->outlineChanged({}, {});
}

void LiveScanner::restart()
{
    d->begin(false);
}

void LiveScanner::lookForPortrait()
{
    d->begin(true);
}

void LiveScanner::stop()
{
    {
        const std::lock_guard lock(d->mutex);
        d->resting = true;
        d->newest = QImage();
        ++d->round;
    }
    d->wake.notify_all();
}

} // namespace gatehouse::scanning
