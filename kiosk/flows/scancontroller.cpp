// SPDX-License-Identifier: GPL-3.0-or-later
#include "scancontroller.h"

#include "base/logging.h"
#include "camera/camerafeed.h"
#include "domain/policy.h"
#include "kiosktexts.h"
#include "parsing/documentkind.h"
#include "parsing/impossibledates.h"
#include "presentation/words.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace gatehouse::kiosk
{

using scanning::Guidance;
using scanning::Kind;
using scanning::LiveResult;

namespace
{
constexpr std::chrono::milliseconds goneFor{2000};
constexpr std::chrono::milliseconds goneAfterPause{
    400};                                    // nobody looked for as long as goneFor: seen empty, it was taken away meanwhile
constexpr std::chrono::seconds patience{15}; // of trying in vain, until typing is suggested
constexpr std::chrono::seconds toldFor{6};   // then the camera's own guidance again

QString guidanceCode(Guidance guidance, ScanController::Wanted wanted)
{
    switch (guidance) {
    case Guidance::Closer:
        return QStringLiteral("closer");
    case Guidance::HoldStill:
        return QStringLiteral("hold-still");
    case Guidance::TooMuchGlare:
        return QStringLiteral("glare");
    case Guidance::TooDark:
        return QStringLiteral("dark");
    case Guidance::TurnOver:
        return QStringLiteral("turn-over");
    case Guidance::PartlyOutside:
        return QStringLiteral("partly-outside");
    case Guidance::OneDocument:
        return QStringLiteral("one-document");
    case Guidance::Reading:
        return QStringLiteral("reading");
    case Guidance::Done:
        return QStringLiteral("done");
    case Guidance::ShowDocument:
        break;
    }
    return wanted == ScanController::Wanted::Badge        ? QStringLiteral("show-badge")
           : wanted == ScanController::Wanted::Invitation ? QStringLiteral("show-invitation")
                                                          : QStringLiteral("show-document");
}

bool fits(const scanning::ScanResult &result, ScanController::Wanted wanted)
{
    switch (wanted) {
    case ScanController::Wanted::Anything:
        return result.kind == Kind::Badge || result.kind == Kind::Invite || scanning::isDocument(result);
    case ScanController::Wanted::Document:
        return scanning::isDocument(result);
    case ScanController::Wanted::Badge:
        return result.kind == Kind::Badge;
    case ScanController::Wanted::Invitation:
        return result.kind == Kind::Invite;
    case ScanController::Wanted::Nothing:
        break;
    }
    return false;
}

QString wrongCode(ScanController::Wanted wanted)
{
    return wanted == ScanController::Wanted::Badge        ? QStringLiteral("not-a-badge")
           : wanted == ScanController::Wanted::Invitation ? QStringLiteral("not-an-invitation")
                                                          : QStringLiteral("not-a-document");
}

bool isOfAMinor(const scanning::ScanResult &result, const QDate &today)
{
    const QDate born = QDate::fromString(result.value(u"birthDate"), Qt::ISODate);
    return born.isValid() && born <= today && domain::ageOn(born, today) < domain::adultAge;
}

/// What is wrong with a document, for the log: names of checks and codes, never a value.
QStringList doubtsAbout(const scanning::ScanResult &result, const QDate &today)
{
    QStringList doubts = scanning::failedChecks(result);
    const auto date = [&](QStringView name) { return QDate::fromString(result.value(name), Qt::ISODate); };
    const QDate expiry = date(u"expiryDate");
    const QDate issue = date(u"issueDate");
    if (expiry.isValid() && expiry < today)
        doubts << QStringLiteral("expired");
    if (issue.isValid() && issue > today)
        doubts << QStringLiteral("not-yet-valid");
    if (isOfAMinor(result, today))
        doubts << QStringLiteral("minor");
    for (const QString &name : scanning::impossibleDates(result, today))
        doubts << name + QStringLiteral("-impossible");
    if (doubts.isEmpty() && !result.valid)
        doubts << QStringLiteral("incomplete");
    return doubts;
}

QString trustName(scanning::Trust trust)
{
    return trust == scanning::Trust::Checked ? QStringLiteral("checked")
           : trust == scanning::Trust::Read  ? QStringLiteral("read")
                                             : QStringLiteral("unsure");
}
} // namespace

struct ScanController::Private {
    explicit Private(Services &with) : services(with) {}

    Services &services;
    Wanted wanted = Wanted::Nothing;
    QString guidance;
    QVariantList outline;
    double ratio = 16.0 / 9.0;
    std::optional<LiveResult> result;
    bool otherSide = false; // is looked for
    bool wrong = false;
    bool anew = true;
    QByteArray salt;      // of this run
    QByteArray lastShown; // salted hash of what was decided last: left lying there, it must not start another visit
    QByteArray noted;     // salted hash of what the log spoke of last
    std::optional<std::chrono::milliseconds> emptySince;
    std::optional<std::chrono::milliseconds> pausedAt; // since when nobody looks
    bool afterPause = false;                           // and nothing was seen since somebody looks again
    std::chrono::milliseconds since{0};                // looked, or last told what is wrong

    /// Once for each thing that is shown: what lies there is decided on again and again.
    void note(const LiveResult &live, bool right)
    {
        const QByteArray hash = hashOf(live);
        if (hash == std::exchange(noted, hash))
            return;
        const scanning::ScanResult &read = live.result;
        const QStringList doubts = scanning::isDocument(read) ? doubtsAbout(read, today()) : QStringList();
        const QString unwanted = right ? QString() : QStringLiteral(", %1").arg(wrongCode(wanted));
        const QString doubtful = doubts.isEmpty() ? QString() : QStringLiteral(", in doubt: ") + doubts.join(QLatin1Char(' '));
        qCInfo(lcScan).noquote() << "shown:" << scanning::documentKindName(read) + unwanted + doubtful;
    }

    /// Says what was wrong with what was shown, until something else is.
    void guide(ScanController *owner, const QString &code)
    {
        wrong = true;
        since = services.clock.steady();
        guidance = code;
        Q_EMIT owner->guidanceChanged();
        Q_EMIT owner->stateChanged();
    }

    QDate today() const { return services.clock.now().toLocalTime().date(); }

    QStringList impossibleDates() const { return scanning::impossibleDates(result->result, today()); }

    QByteArray hashOf(const LiveResult &live) const
    {
        return QCryptographicHash::hash(salt + live.result.raw.join(QLatin1Char('\n')).toUtf8(), QCryptographicHash::Sha256);
    }
};

ScanController::ScanController(Services &services, QObject *parent) : QObject(parent), d(std::make_unique<Private>(services))
{
    d->salt = services.randomness.bytes(16);
    scanning::LiveScanner &scanner = services.scanner;
    connect(&scanner, &scanning::LiveScanner::guidanceChanged, this, [this](Guidance guidance) {
        if (d->wanted == Wanted::Nothing || (d->result && !d->otherSide) || d->wrong)
            return;
        const bool asksOtherSide = d->otherSide && (guidance == Guidance::TurnOver || guidance == Guidance::ShowDocument);
        d->guidance = asksOtherSide ? QStringLiteral("other-side") : guidanceCode(guidance, d->wanted);
        Q_EMIT guidanceChanged();
    });
    connect(&scanner, &scanning::LiveScanner::outlineChanged, this, [this](const QPolygonF &outline, const QSize &frame) {
        if (d->wanted == Wanted::Nothing || d->result || frame.isEmpty())
            return;
        const auto now = d->services.clock.steady();
        if (!outline.isEmpty()) {
            d->emptySince.reset();
            d->afterPause = false;
        } else if (!d->emptySince) {
            d->emptySince = now;
        } else if (now - *d->emptySince >= (d->afterPause ? goneAfterPause : goneFor)) {
            d->lastShown.clear(); // taken away: shown again, it counts again
        }
        d->outline.clear();
        for (const QPointF &corner : outline)
            d->outline.append(QVariantMap{{QStringLiteral("x"), corner.x() / frame.width()},
                                          {QStringLiteral("y"), corner.y() / frame.height()}});
        d->ratio = static_cast<double>(frame.width()) / frame.height();
        Q_EMIT outlineChanged();
    });
    connect(&scanner, &scanning::LiveScanner::decided, this, &ScanController::onRead);
    connect(&scanner, &scanning::LiveScanner::portraitFound, this, &ScanController::onOtherSide);
    connect(&services.camera, &CameraFeed::worksChanged, this, [this] {
        d->wrong = false; // that the camera went is more important than what was wrong before
        Q_EMIT stateChanged();
        Q_EMIT guidanceChanged();
    });
}

ScanController::~ScanController() = default;

void ScanController::onRead(const LiveResult &live)
{
    if (d->wanted == Wanted::Nothing || d->result)
        return;
    const QByteArray hash = d->hashOf(live);
    const bool again = !d->anew && hash == d->lastShown;
    const bool right = fits(live.result, d->wanted);
    if (again || (!right && d->wanted == Wanted::Anything)) {
        d->services.scanner.restart();
        return;
    }
    d->note(live, right);
    if (!right) {
        d->guide(this, wrongCode(d->wanted));
        d->services.scanner.restart();
        return;
    }
    d->lastShown = hash;
    d->afterPause = false;
    show(live);
    Q_EMIT decided(live);
}

void ScanController::onOtherSide(const QImage &portrait, const QImage &picture)
{
    if (!d->otherSide)
        return;
    d->otherSide = false;
    d->result->portrait = portrait;
    d->guidance = QStringLiteral("done");
    Q_EMIT otherSideShown(portrait, picture);
    Q_EMIT stateChanged();
    Q_EMIT guidanceChanged();
}

void ScanController::take(const LiveResult &live)
{
    d->lastShown.clear();
    onRead(live);
}

void ScanController::takeFailed()
{
    if (d->wanted != Wanted::Nothing && d->wanted != Wanted::Anything && !d->result)
        d->guide(this, QStringLiteral("not-read"));
}

void ScanController::look(Wanted wanted, bool anew)
{
    d->wanted = wanted;
    d->anew = anew && wanted != Wanted::Anything;
    d->result.reset();
    d->otherSide = false;
    d->wrong = false;
    d->outline.clear();
    d->emptySince.reset();
    d->since = d->services.clock.steady();
    d->guidance = guidanceCode(Guidance::ShowDocument, wanted);
    if (wanted == Wanted::Nothing) {
        d->pausedAt = d->pausedAt.value_or(d->since);
        d->services.scanner.stop();
    } else {
        d->afterPause = d->afterPause || (d->pausedAt && d->since - *d->pausedAt >= goneFor);
        d->pausedAt.reset();
        d->services.scanner.restart();
    }
    Q_EMIT stateChanged();
    Q_EMIT guidanceChanged();
    Q_EMIT outlineChanged();
    Q_EMIT resultChanged();
}

void ScanController::show(const LiveResult &result)
{
    d->result = result;
    d->wrong = false;
    d->otherSide = result.otherSideAdds && result.portrait.isNull() && d->services.camera.works();
    d->guidance = d->otherSide ? QStringLiteral("other-side") : QStringLiteral("done");
    if (d->otherSide)
        d->services.scanner.lookForPortrait();
    else
        d->services.scanner.stop();
    Q_EMIT stateChanged();
    Q_EMIT guidanceChanged();
    Q_EMIT resultChanged();
}

void ScanController::scanAgain()
{
    look(d->wanted == Wanted::Nothing || d->wanted == Wanted::Anything ? Wanted::Document : d->wanted);
}

void ScanController::typeInstead()
{
    Q_EMIT typingRequested();
}

void ScanController::tick()
{
    if (d->wanted == Wanted::Nothing || d->wanted == Wanted::Anything || d->result)
        return;
    const auto waited = d->services.clock.steady() - d->since;
    if (d->wrong && waited >= toldFor) {
        d->wrong = false;
        d->since = d->services.clock.steady();
        d->guidance = guidanceCode(d->services.scanner.guidance(), d->wanted);
        Q_EMIT stateChanged();
        Q_EMIT guidanceChanged();
    } else if (!d->wrong && d->wanted == Wanted::Document && waited >= patience && cameraWorks()) {
        qCInfo(lcScan) << "nothing could be read of what is shown";
        d->guide(this, QStringLiteral("nothing-read"));
    }
}

void ScanController::reset()
{
    look(Wanted::Nothing);
}

void ScanController::retranslate()
{
    Q_EMIT guidanceChanged();
    Q_EMIT resultChanged();
}

QString ScanController::state() const
{
    if (d->result)
        return QStringLiteral("found");
    if (d->wanted == Wanted::Nothing)
        return QStringLiteral("off");
    if (d->wrong) // by another device when the camera is lost
        return QStringLiteral("other");
    return d->services.camera.works() ? QStringLiteral("looking") : QStringLiteral("lost");
}

QString ScanController::guidance() const
{
    return !d->result && !d->wrong && !d->services.camera.works() ? QStringLiteral("camera-lost") : d->guidance;
}

QString ScanController::guidanceText() const
{
    return kiosk::guidanceText(guidance());
}

bool ScanController::cameraWorks() const
{
    return d->services.camera.works();
}

bool ScanController::found() const
{
    return d->result.has_value();
}

bool ScanController::wantsOtherSide() const
{
    return d->otherSide;
}

QVariantList ScanController::outline() const
{
    return d->outline;
}

double ScanController::frameRatio() const
{
    return d->ratio;
}

QString ScanController::documentName() const
{
    return d->result ? presentation::documentKindText(scanning::documentKindName(d->result->result)) : QString();
}

QVariantList ScanController::resultFields() const
{
    QVariantList rows;
    if (!d->result)
        return rows;
    const QDate today = d->today();
    const QString impossibleDate =
        QCoreApplication::translate("Problems", "This date is impossible. The guard will look at it.");
    QStringList impossible = d->impossibleDates();
    for (const scanning::Field &field : d->result->result.fields) {
        if (field.name == QLatin1String("documentType"))
            continue; // a code such as "DL": the heading says it in words
        QString warning;
        scanning::Trust trust = field.trust;
        const QDate date = QDate::fromString(field.value, Qt::ISODate);
        if (impossible.removeOne(field.name)) {
            warning = impossibleDate;
            trust = scanning::Trust::Read; // whatever proves it, and there is nothing to correct
        } else if (field.name == QLatin1String("issueDate") && scanning::isOldFrenchCard(d->result->result)) {
            warning = QCoreApplication::translate(
                "Problems", "How long this card is valid is only printed on it. The guard will look at it.");
        } else if (field.name == QLatin1String("expiryDate") && date.isValid() && date < today) {
            warning = QCoreApplication::translate("Problems", "This date is over. The guard will look at it.");
        } else if (field.name == QLatin1String("issueDate") && date.isValid() && date > today) {
            warning = QCoreApplication::translate("Problems", "This date is still to come. The guard will look at it.");
        } else if (field.name == QLatin1String("birthDate") && isOfAMinor(d->result->result, today)) {
            warning = QCoreApplication::translate("Problems", "For visitors under 18, the guard will speak with you first.");
        }
        rows.append(
            QVariantMap{{QStringLiteral("name"), field.name},
                        {QStringLiteral("label"), presentation::fieldLabel(field.name)},
                        {QStringLiteral("value"), presentation::fieldValueText(field.name, field.value, d->services.language)},
                        {QStringLiteral("trust"), trustName(trust)},
                        {QStringLiteral("warning"), warning}});
    }
    for (const QString &name : std::as_const(impossible)) // in no field
        rows.append(QVariantMap{{QStringLiteral("name"), name},
                                {QStringLiteral("label"), presentation::fieldLabel(name)},
                                {QStringLiteral("value"), QStringLiteral("–")},
                                {QStringLiteral("trust"), QString()},
                                {QStringLiteral("warning"), impossibleDate}});
    return rows;
}

bool ScanController::needsConfirmation() const
{
    if (!d->result)
        return false;
    const auto &fields = d->result->result.fields;
    return std::any_of(fields.begin(), fields.end(), [impossible = d->impossibleDates()](const scanning::Field &field) {
        return field.trust == scanning::Trust::Unsure && !impossible.contains(field.name);
    });
}

bool ScanController::incomplete() const
{
    if (!d->result || d->result->result.valid)
        return false;
    const QString birth = QStringLiteral("birthDate");
    if (!d->impossibleDates().contains(birth))
        return true;
    QStringList said{birth, birth + QStringLiteral("Calendar"), QStringLiteral("dates")};
    if (!d->result->result.field(birth))
        said << QStringLiteral("requiredElements");
    const QList<scanning::Check> &checks = d->result->result.checks;
    return std::any_of(checks.begin(), checks.end(),
                       [&](const scanning::Check &check) { return !check.holds && !said.contains(check.name); });
}

ScanController::Wanted ScanController::wanted() const
{
    return d->wanted;
}

const std::optional<LiveResult> &ScanController::result() const
{
    return d->result;
}

} // namespace gatehouse::kiosk
