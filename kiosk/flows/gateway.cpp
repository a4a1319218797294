// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway.h"

#include "base/logging.h"
#include "usecases/replacedkeys.h"
#include "usecases/requestvisit.h"
#include "usecases/trialwrite.h"

namespace gatehouse::kiosk
{

using namespace std::chrono_literals;

namespace
{
constexpr auto firstPause = 500ms;
constexpr auto longestPause = 10s;
constexpr auto sayAgain = 10min; // the same trouble in the log
constexpr auto lookAgain = 2s;   // while the desk is open but something is wrong with it

Result<SiteFacts> readFacts(const Desk &desk)
{
    const usecases::Workplace &workplace = desk.workplace();
    GATEHOUSE_TRY_ASSIGN(auto transaction, usecases::beginRead(workplace));
    if (!workplace.authority.isLive())
        return fail(ErrorCode::Untrusted, usecases::siteNotLive);
    if (workplace.authority.stationKey(workplace.stationId()) != workplace.station.keys.publicKey)
        return fail(ErrorCode::NotAllowed, QStringLiteral("station revoked"));
    if (!workplace.time.trusted())
        return fail(ErrorCode::ClockWrong, QStringLiteral("clock"));
    GATEHOUSE_TRY(usecases::refuseReplacedKeys(*transaction, workplace.authority));
    SiteFacts facts;
    facts.siteName = workplace.authority.siteName();
    facts.station = workplace.stationId();
    GATEHOUSE_TRY_ASSIGN(facts.zones, usecases::siteZones(*transaction, workplace));
    GATEHOUSE_TRY_ASSIGN(facts.purposes, usecases::sitePurposes(*transaction, workplace));
    facts.notices = workplace.authority.notices();
    return facts;
}

struct Opened {
    Result<SiteFacts> facts;
    bool deskIsThere;
};

/// While opening or looking at the site, what else may be wrong with the whole kiosk.
Trouble openingTrouble(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return error.detail == noIdentity ? Trouble::NotEnrolled : Trouble::NoDatabase;
    case ErrorCode::NotAllowed:
        return error.detail == noIdentity ? Trouble::NotEnrolled : Trouble::Revoked;
    case ErrorCode::BadSignature:
        return Trouble::Tampered;
    default:
        const Trouble trouble = troubleOf(error);
        return trouble == Trouble::None ? Trouble::Internal : trouble;
    }
}

/// Reading goes on meanwhile: that it does is no sign that the trouble is over.
bool hindersWritingOnly(Trouble trouble)
{
    return trouble == Trouble::Full || trouble == Trouble::ReadOnly;
}

/// The desk stays open: reading goes on, and what is wrong may be put right while it is open.
bool staysOpen(Trouble trouble)
{
    return trouble == Trouble::ClockWrong || trouble == Trouble::NotLive;
}
} // namespace

Gateway::Gateway(Opener opener, const Clock &clock, const QString &zone, QObject *parent)
    : QObject(parent), m_opener(std::move(opener)), m_clock(clock), m_zone(zone), m_holder(std::make_shared<Holder>()),
      m_queue(std::make_unique<presentation::TaskQueue>(QStringLiteral("kiosk-desk")))
{
}

Gateway::~Gateway()
{
    m_queue->run([holder = m_holder] { holder->desk.reset(); });
    m_queue->drain();
}

void Gateway::open()
{
    if (m_open || m_opening)
        return;
    m_opening = true;
    m_queue->run(
        this,
        [holder = m_holder, opener = m_opener, couldNotWrite = hindersWritingOnly(m_trouble)]() -> Opened {
            holder->desk.reset();
            Result<std::unique_ptr<Desk>> desk = opener();
            if (!desk)
                return {fail(desk.error()), false};
            holder->desk = std::move(*desk);
            if (couldNotWrite) {
                if (const auto saved = usecases::tryToSave(holder->desk->workplace()); !saved)
                    return {fail(saved.error()), true};
            }
            return {readFacts(*holder->desk), true};
        },
        [this](const Opened &opened) {
            m_opening = false;
            // A bad page is met when it is read, not when the file is opened: no welcome before the first looks went well.
            m_onTrial = m_trouble == Trouble::Damaged;
            take(opened.facts, opened.deskIsThere);
        });
}

void Gateway::take(const Result<SiteFacts> &facts, bool deskIsThere)
{
    m_lookedAt = m_clock.steady();
    const bool onTrial = std::exchange(m_onTrial, false) && facts;
    const bool astray = facts && lacksZone(*facts);
    const Trouble trouble = onTrial  ? m_trouble
                            : !facts ? openingTrouble(facts.error())
                            : astray ? Trouble::UnknownZone
                                     : Trouble::None;
    if (!facts || astray) {
        const Error why = facts ? Error{ErrorCode::NotFound, m_zone} : facts.error();
        logTrouble(QStringLiteral("out of order:"), {troubleCode(trouble), errorName(why.code), why.detail});
    } else if (!onTrial && m_trouble != Trouble::None) {
        m_logged.clear();
    }
    if (!deskIsThere || (!facts && !staysOpen(trouble)))
        close();
    else
        m_open = true;
    if (m_open && !onTrial)
        m_pause = firstPause;
    if (facts && *facts != m_facts) {
        m_facts = *facts;
        Q_EMIT factsChanged();
    }
    setTrouble(trouble);
    if (m_open)
        Q_EMIT changed();
}

/// Like everything of the site, a zone whose row is not what was signed is absent, until the row is put right.
bool Gateway::lacksZone(const SiteFacts &facts) const
{
    return !m_zone.isEmpty() && std::none_of(facts.zones.begin(), facts.zones.end(),
                                             [&](const domain::Zone &zone) { return zone.id.key == m_zone; });
}

/// Met every few seconds, said when it is another, and seldom while it stays.
void Gateway::logTrouble(const QString &what, QStringList why)
{
    why.removeDuplicates(); // most troubles have the name of their error
    const QString now = what + QLatin1Char(' ') + why.join(QLatin1Char(' '));
    const auto said = m_logged.constFind(now);
    if (said != m_logged.cend() && m_clock.steady() - *said < sayAgain)
        return;
    m_logged.insert(now, m_clock.steady());
    qCWarning(lcKiosk) << qPrintable(now);
}

void Gateway::close()
{
    m_open = false;
    m_queue->run([holder = m_holder] { holder->desk.reset(); });
    scheduleRetry();
}

void Gateway::scheduleRetry()
{
    m_retryAt = m_clock.steady() + m_pause;
    m_pause = std::min<std::chrono::milliseconds>(m_pause * 2, longestPause);
}

void Gateway::refresh()
{
    if (!m_open)
        return;
    if (m_refreshing) {
        m_refreshAgain = true;
        return;
    }
    m_refreshing = true;
    m_queue->run(
        this,
        [holder = m_holder]() -> Result<SiteFacts> {
            if (!holder->desk)
                return fail(ErrorCode::Unavailable, QStringLiteral("desk closed"));
            Result<SiteFacts> facts = readFacts(*holder->desk);
            if (facts)
                GATEHOUSE_TRY(holder->desk->announceAgain());
            return facts;
        },
        [this](const Result<SiteFacts> &facts) {
            m_refreshing = false;
            if (m_open)
                take(facts, true);
            if (std::exchange(m_refreshAgain, false))
                refresh();
        });
}

void Gateway::tick()
{
    if (!m_open && !m_opening && m_clock.steady() >= m_retryAt)
        open();
    else if (m_open &&
             m_clock.steady() - m_lookedAt >= (m_trouble == Trouble::None ? std::chrono::milliseconds(30s) : lookAgain))
        refresh();
}

void Gateway::note(const Error &error)
{
    const Trouble trouble = troubleOf(error);
    logTrouble(QStringLiteral("failed:"), {errorName(error.code), error.detail});
    if (error.code == ErrorCode::BadSignature) {
        refresh();
        return;
    }
    if (trouble == Trouble::None || trouble == Trouble::Busy || !m_open)
        return;
    if (!staysOpen(trouble))
        close();
    setTrouble(trouble);
}

void Gateway::setTrouble(Trouble trouble)
{
    if (m_trouble == trouble)
        return;
    m_trouble = trouble;
    if (trouble == Trouble::None)
        qCInfo(lcKiosk) << "in order again";
    Q_EMIT troubleChanged();
}

} // namespace gatehouse::kiosk
