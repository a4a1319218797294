// SPDX-License-Identifier: GPL-3.0-or-later
#include "cnidcardreader.h"

#include "base/logging.h"
#include "samframe.h"
#include "serialline.h"

namespace gatehouse::scanning
{

namespace
{
constexpr std::chrono::milliseconds pollTime(330);
constexpr std::chrono::milliseconds shortAnswer(800); // to find and select
constexpr std::chrono::milliseconds longAnswer(2500); // the chip is slow: a second and more
constexpr int mostTries = 3;                          // of one card before it counts as unreadable
constexpr int mostSilences = 4;                       // unanswered commands before the module counts as lost
} // namespace

struct CnIdCardReader::Private {
    enum class Step { Idle, Find, Select, Read };

    Private(CnIdCardReader *owner, const QString &device) : q(owner), line(device) {}

    CnIdCardReader *q;
    SerialLine line;
    SamFrames frames;
    QTimer poll;
    QTimer patience;
    Step step = Step::Idle;
    int tries = 0;
    int silences = 0;
    bool silent = false;    ///< lost() was said although the line is open
    bool told = false;      ///< readFailed() was said of this card
    bool settled = false;   ///< the card on the reader was read, or given up
    QByteArray lastPayload; ///< of the card that is still there

    void begin();
    void reset();
    void send(Step next, const QByteArray &command);
    void onBytes(const QByteArray &bytes);
    void onAnswer(const sam::Answer &answer);
    void onFound(const sam::Answer &answer);
    void onCard(const sam::Answer &answer);
    void onSilence();
    void goneAway();
    void tryAgain();
};

void CnIdCardReader::Private::reset()
{
    poll.stop();
    patience.stop();
    frames.clear();
    step = Step::Idle;
    silences = 0;
    silent = false;
    goneAway();
}

void CnIdCardReader::Private::goneAway()
{
    tries = 0;
    told = false;
    settled = false;
    lastPayload.fill(0); // nothing of a visitor stays
    lastPayload.clear();
}

void CnIdCardReader::Private::begin()
{
    frames.clear();
    send(Step::Find, sam::findCard());
}

void CnIdCardReader::Private::send(Step next, const QByteArray &command)
{
    step = next;
    poll.stop();
    patience.start(next == Step::Read ? longAnswer : shortAnswer);
    line.send(command);
}

void CnIdCardReader::Private::onBytes(const QByteArray &bytes)
{
    for (const sam::Answer &answer : frames.feed(bytes)) {
        if (step != Step::Idle)
            onAnswer(answer);
    }
}

void CnIdCardReader::Private::onAnswer(const sam::Answer &answer)
{
    patience.stop();
    silences = 0;
    if (std::exchange(silent, false)) {
        qCInfo(lcScan) << "the card reader answers again";
        Q_EMIT q->recovered();
    }
    const Step answered = std::exchange(step, Step::Idle);
    poll.start(pollTime);
    if (!answer.intact) {
        frames.clear();
        if (answered != Step::Find)
            tryAgain();
        return;
    }
    if (answered == Step::Find)
        onFound(answer);
    else if (answered == Step::Select && answer.status == sam::ok)
        send(Step::Read, sam::readFixed());
    else if (answered == Step::Read && answer.status == sam::ok)
        onCard(answer);
    else
        tryAgain();
}

void CnIdCardReader::Private::onFound(const sam::Answer &answer)
{
    if (answer.status == sam::cardFound) {
        send(Step::Select, sam::selectCard());
        return;
    }
    // Many modules also say so while a card that was read lies still on them.
    if (tries > 0 && !settled && !std::exchange(told, true))
        Q_EMIT q->readFailed();
    goneAway();
}

void CnIdCardReader::Private::onCard(const sam::Answer &answer)
{
    const auto record = sam::cardText(answer.data);
    if (!record) {
        tryAgain();
        return;
    }
    tries = 0;
    settled = true;
    const QByteArray payload = toPayload(*record);
    if (payload == lastPayload)
        return;
    lastPayload = payload;
    Q_EMIT q->payloadRead(payload);
}

// A card is there, or was: the next look begins with finding it.
void CnIdCardReader::Private::tryAgain()
{
    if (settled || ++tries < mostTries || std::exchange(told, true))
        return;
    settled = true;
    Q_EMIT q->readFailed();
}

void CnIdCardReader::Private::onSilence()
{
    const Step unanswered = std::exchange(step, Step::Idle);
    frames.clear();
    poll.start(pollTime);
    if (unanswered != Step::Find)
        tryAgain();
    if (++silences < mostSilences || std::exchange(silent, true))
        return;
    qCWarning(lcScan) << "the card reader does not answer";
    Q_EMIT q->lost();
}

CnIdCardReader::CnIdCardReader(const QString &device, QObject *parent)
    : DocumentPort(parent), d(std::make_unique<Private>(this, device))
{
    d->poll.setSingleShot(true);
    d->patience.setSingleShot(true);
    connect(&d->poll, &QTimer::timeout, this, [this] { d->begin(); });
    connect(&d->patience, &QTimer::timeout, this, [this] { d->onSilence(); });
    connect(&d->line, &SerialLine::opened, this, [this] {
        d->reset();
        d->begin();
    });
    connect(&d->line, &SerialLine::received, this, [this](const QByteArray &bytes) { d->onBytes(bytes); });
    connect(&d->line, &SerialLine::lost, this, [this] {
        const bool said = d->silent;
        d->reset();
        if (!said)
            Q_EMIT lost();
    });
    connect(&d->line, &SerialLine::recovered, this, &DocumentPort::recovered);
}

CnIdCardReader::~CnIdCardReader() = default;

void CnIdCardReader::start()
{
    d->line.start();
}

void CnIdCardReader::stop()
{
    d->line.stop();
    d->reset();
}

bool CnIdCardReader::isOpen() const
{
    return d->line.isOpen() && !d->silent;
}

} // namespace gatehouse::scanning
