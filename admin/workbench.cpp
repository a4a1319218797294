// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench.h"

#include "base/logging.h"
#include "storage/changewatcher.h"
#include "usecases/badges.h"
#include "usecases/decidevisit.h"
#include "usecases/replacedkeys.h"
#include "usecases/requestvisit.h"

#include <algorithm>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int retryMs = 2000;

template <typename Values, typename IdType>
auto findById(const Values &values, const IdType &id) -> decltype(values.data())
{
    const auto found = std::find_if(values.begin(), values.end(), [&](const auto &value) { return value.id == id; });
    return found == values.end() ? nullptr : &*found;
}

Result<SiteDirectory> readDirectory(Seat &seat)
{
    const usecases::Workplace &workplace = seat.workplace();
    SiteDirectory directory;
    {
        GATEHOUSE_TRY_ASSIGN(auto transaction, usecases::beginRead(workplace));
        GATEHOUSE_TRY(usecases::refuseReplacedKeys(*transaction, workplace.authority));
        directory.siteName = workplace.authority.siteName();
        GATEHOUSE_TRY_ASSIGN(directory.zones, usecases::siteZones(*transaction, workplace));
        GATEHOUSE_TRY_ASSIGN(directory.purposes, usecases::sitePurposes(*transaction, workplace));
        directory.notices = workplace.authority.notices();
        directory.places = workplace.authority.rooms().musters.places();
        GATEHOUSE_TRY_ASSIGN(directory.uncertified, usecases::uncertifiedStaff(*transaction, workplace.authority));
    }
    GATEHOUSE_TRY_ASSIGN(directory.staff, usecases::staffList(workplace));
    return directory;
}

struct DeskState {
    bool sessionOpen = true;
    bool clockBelieved = true;
    SiteDirectory directory;
};

Result<DeskState> readDesk(Seat &seat)
{
    DeskState state;
    GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
    GATEHOUSE_TRY_ASSIGN(state.sessionOpen, usecases::sessionIsOpen(seat.workplace(), *session));
    if (!state.sessionOpen) {
        seat.end();
        return state;
    }
    Result<SiteDirectory> directory = readDirectory(seat);
    if (!directory) {
        if (usecases::isReplacedKey(directory.error()))
            seat.close(); // as at the start: nothing is done before it is put right
        return fail(directory.error());
    }
    state.directory = std::move(*directory);
    state.clockBelieved = seat.workplace().time.trusted();
    // Who may not read visits renews no faces; that is no trouble of the desk's.
    if (const auto renewed = usecases::renewFaces(seat.workplace(), *session);
        !renewed && renewed.error().code != ErrorCode::NotAllowed)
        return fail(renewed.error());
    return state;
}
} // namespace

const domain::Zone *SiteDirectory::zone(const domain::ZoneId &id) const
{
    return findById(zones, id);
}

const domain::Purpose *SiteDirectory::purpose(const domain::PurposeId &id) const
{
    return findById(purposes, id);
}

QString SiteDirectory::staffName(const domain::StaffId &id) const
{
    const domain::Staff *person = findById(staff, id);
    return person ? person->name : QString();
}

bool isStorageTrouble(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Busy:
    case ErrorCode::ReadOnly:
    case ErrorCode::Full:
    case ErrorCode::NewerSchema:
    case ErrorCode::Untrusted:
        return true;
    case ErrorCode::Damaged:
        return !security::isAboutVault(error);
    case ErrorCode::Unavailable:
        return error.detail != usecases::kioskAway; // a kiosk that is off is not the database's trouble
    default:
        return false;
    }
}

/// The station's own files, which no look at the database puts right.
static bool isAboutKeys(const Error &error)
{
    return security::isAboutVault(error) ||
           (error.code == ErrorCode::NotFound && (error.detail == notEnrolled || error.detail == security::pepperFile));
}

/// Trouble under which reading goes on as ever: only retry() knows when it is over.
static bool outlastsReading(ErrorCode code)
{
    return code == ErrorCode::ClockWrong || code == ErrorCode::Full;
}

bool Workbench::canRead() const
{
    return !m_trouble || outlastsReading(m_trouble->code);
}

Workbench::Workbench(SeatPlan plan, QObject *parent)
    : QObject(parent), m_plan(plan), m_seat(std::make_shared<Seat>(std::move(plan))), m_paper(u"paper"_s), m_tasks(u"seat"_s)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Workbench::retry);
    // Queued: the pages ask first, so that an arrival does not wait for the directory.
    connect(this, &Workbench::changed, this, &Workbench::refreshDesk, Qt::QueuedConnection);
}

Workbench::~Workbench()
{
    m_tasks.run([seat = m_seat] {
        if (const auto session = seat->session(); session && seat->open()) {
            if (const auto closed = usecases::signOut(seat->workplace(), **session); !closed)
                qCWarning(lcAdmin) << "sign-out was not written:" << errorName(closed.error().code);
        }
        seat->end();
        seat->close();
    });
    m_tasks.drain();
}

void Workbench::drain()
{
    m_tasks.drain();
    m_paper.drain();
}

void Workbench::note(const std::optional<Error> &error)
{
    if (!error || !isAboutKeys(*error))
        m_keyTrouble.reset();
    else if (std::exchange(m_keyTrouble, error) != error)
        qCWarning(lcAdmin) << "this station's keys:" << errorName(error->code) << error->detail;
    if (error && (isStorageTrouble(*error) || error->code == ErrorCode::ClockWrong)) {
        raise(*error);
    } else if (!error && m_trouble && !outlastsReading(m_trouble->code)) {
        recover();
    }
}

void Workbench::raise(const Error &error)
{
    const bool news = !m_trouble || m_trouble->code != error.code;
    m_trouble = error;
    if (!news)
        return;
    qCWarning(lcAdmin) << "in trouble:" << errorName(error.code) << error.detail;
    Q_EMIT troubled(error);
    m_retry.start(retryMs);
}

void Workbench::recover()
{
    if (!std::exchange(m_trouble, std::nullopt))
        return;
    qCInfo(lcAdmin) << "in order again";
    Q_EMIT recovered();
}

void Workbench::retry()
{
    m_retry.stop();
    if (!m_trouble)
        return;
    const ErrorCode code = m_trouble->code;
    const bool clock = code == ErrorCode::ClockWrong;
    m_tasks.run([seat = m_seat, code, clock] {
        // What is only locked or full mends itself; anything else that ails the file needs a new look at it.
        if (code != ErrorCode::Busy && code != ErrorCode::Full && !clock)
            seat->close();
    });
    ask(
        this,
        [code](Seat &seat) -> Result<qint64> {
            GATEHOUSE_TRY(usecases::requireTime(seat.workplace()));
            if (code == ErrorCode::Full && !seat.hasRoom())
                return fail(ErrorCode::Full, u"no room"_s);
            GATEHOUSE_TRY(usecases::beginRead(seat.workplace()));
            // A write that changes nothing shows whether the database can be written again; it takes no room, though. While
            // it is locked, others need the worker (R24).
            if (code == ErrorCode::Busy) {
                GATEHOUSE_TRY_ASSIGN(const auto store, seat.openHurried());
                GATEHOUSE_TRY(store->beginWrite());
            } else {
                GATEHOUSE_TRY(usecases::beginWrite(seat.workplace()));
            }
            return seat.store().dataVersion();
        },
        [this](const Result<qint64> &answer) {
            if (!answer) {
                m_retry.start(retryMs);
            } else {
                recover();
                Q_EMIT changed();
            }
            Q_EMIT retried();
        });
}

void Workbench::probe()
{
    m_tasks.run(
        this, [seat = m_seat] { return seat->probe(); },
        [this](const Result<SiteState> &state) {
            note(state ? std::nullopt : std::optional<Error>(state.error()));
            if (!state && state.error().code == ErrorCode::BadSignature)
                raise(state.error());
            if (state)
                Q_EMIT probed(*state);
            else
                Q_EMIT probeFailed(state.error());
        });
}

void Workbench::signIn(const QString &number, security::SecureBytes password)
{
    const auto secret = std::make_shared<security::SecureBytes>(std::move(password));
    ask(
        this,
        [number, secret](Seat &seat) -> Result<SignedIn> {
            GATEHOUSE_TRY_ASSIGN(const security::SecureBytes pepper, seat.vault().pepper());
            GATEHOUSE_TRY_ASSIGN(usecases::SignInResult result, usecases::signIn(seat.workplace(), number, *secret, pepper));
            const SignedIn person{result.session.staff, result.passwordExpired, result.elsewhereClosed};
            seat.begin(std::move(result.session));
            return person;
        },
        [this](const Result<SignedIn> &answer) {
            if (!answer) {
                Q_EMIT signInFailed(answer.error());
                return;
            }
            m_person = *answer;
            m_directoryKnown = false;
            Q_EMIT signedIn();
            refreshDesk();
        });
}

void Workbench::rememberLanguage(const QString &language)
{
    if (!m_person)
        return;
    m_person->staff.language = language;
    ask(
        this,
        [language](Seat &seat) -> Result<void> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::chooseLanguage(seat.workplace(), *session, language);
        },
        [](const Result<void> &answer) {
            if (!answer)
                qCWarning(lcAdmin) << "the language was not kept:" << errorName(answer.error().code);
        });
}

void Workbench::signOut()
{
    m_person.reset();
    m_locked = false;
    m_directory = {};
    m_tasks.run([seat = m_seat] {
        if (const auto session = seat->session(); session && seat->open()) {
            if (const auto closed = usecases::signOut(seat->workplace(), **session); !closed)
                qCWarning(lcAdmin) << "sign-out was not written:" << errorName(closed.error().code);
        }
        seat->end();
    });
    Q_EMIT signedOut();
}

void Workbench::setLocked(bool locked)
{
    m_locked = locked;
    if (locked)
        m_tasks.run([seat = m_seat] { seat->forgetCards(); });
}

void Workbench::refreshDesk()
{
    if (!m_person)
        return;
    if (m_refreshing) {
        m_refreshAgain = true;
        return;
    }
    m_refreshing = true;
    ask(this, readDesk, [this](Result<DeskState> state) {
        m_refreshing = false;
        if (!state && state.error().code == ErrorCode::BadSignature)
            raise(state.error());           // the ledger itself does not verify
        if (state && !state->clockBelieved) // said before the first visitor finds out
            raise({ErrorCode::ClockWrong, u"time"_s});
        if (m_person && state) {
            if (!state->sessionOpen) {
                m_person.reset();
                m_locked = false;
                m_directory = {};
                Q_EMIT sessionLost();
            } else {
                const bool same = m_directoryKnown && m_directory == state->directory;
                m_directory = std::move(state->directory);
                m_directoryKnown = true;
                if (!same)
                    Q_EMIT directoryChanged(); // windows are built anew by it: not with every change of the database
            }
        }
        if (std::exchange(m_refreshAgain, false))
            refreshDesk();
    });
}

void Workbench::watch()
{
    if (m_watcher)
        return;
    m_watcher = new storage::ChangeWatcher(m_plan.databaseUrl, this);
    connect(m_watcher, &storage::ChangeWatcher::changed, this, &Workbench::changed);
    // Whoever looks again hears what ails it.
    connect(m_watcher, &storage::ChangeWatcher::unreachable, this, &Workbench::changed);
    connect(m_watcher, &storage::ChangeWatcher::started, this, &Workbench::watching);
    m_watcher->start();
}

} // namespace gatehouse::admin
