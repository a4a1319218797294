// SPDX-License-Identifier: GPL-3.0-or-later
#include "seat.h"

#include "base/databaseurl.h"
#include "base/logging.h"
#include "storage/open.h"
#include "usecases/replacedkeys.h"

#include <QFileInfo>
#include <QStorageInfo>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

namespace
{
const QString lostSite = u"no site for the keys: "_s;
}

QString databaseOfLostSite(const Error &error)
{
    return error.code == ErrorCode::NotFound && error.detail.startsWith(lostSite) ? error.detail.mid(lostSite.size())
                                                                                  : QString();
}

Seat::Seat(SeatPlan plan) : m_plan(std::move(plan)) {}

Seat::~Seat() = default;

Result<void> Seat::createStore()
{
    if (m_store)
        return {};
    storage::OpenOptions options;
    options.create = true;
    options.verify = true;
    GATEHOUSE_TRY_ASSIGN(m_store, storage::openStore(m_plan.databaseUrl, options));
    return {};
}

Result<void> Seat::open()
{
    if (m_workplace)
        return {};
    if (!m_store) {
        storage::OpenOptions options;
        options.verify = true;
        GATEHOUSE_TRY_ASSIGN(m_store, storage::openStore(m_plan.databaseUrl, options));
    }
    auto identity = vault().identity(u"admin"_s);
    if (!identity)
        return fail(security::isAboutVault(identity.error()) ? identity.error() : Error{identity.error().code, notEnrolled});
    m_identity.emplace(std::move(*identity));
    if (!m_time) // kept when the file is opened again: a clock that jumped is not believed because of that
        m_time = std::make_unique<usecases::TimeGuard>(*m_plan.clock);
    m_authority = std::make_unique<usecases::Authority>(m_identity->rootFingerprint, *m_time);
    m_workplace.emplace(usecases::Workplace{*m_store, *m_plan.clock, *m_plan.randomness, *m_identity, *m_authority, *m_time});
    Result<void> keys = checkKeys();
    if (!keys)
        m_workplace.reset(); // looked at again with the next try
    return keys;
}

Result<std::unique_ptr<domain::Store>> Seat::openHurried() const
{
    return storage::openStore(m_plan.databaseUrl, {.migrate = false, .busyTimeout = std::chrono::milliseconds(250)});
}

Result<void> Seat::checkKeys()
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, usecases::beginRead(*m_workplace));
    Result<void> keys = usecases::refuseReplacedKeys(*transaction, *m_authority);
    if (!keys && usecases::isReplacedKey(keys.error()) && !std::exchange(m_replacedKeySaid, true))
        qCCritical(lcTrust).noquote() << keys.error().detail;
    return keys;
}

Result<SiteState> Seat::probe()
{
    if (Result<void> opened = open(); !opened) {
        if (opened.error().code != ErrorCode::NotFound)
            return fail(opened.error());
        if (!m_store)
            return stateWithoutSite(); // no file yet
        GATEHOUSE_TRY_ASSIGN(const bool empty, isEmpty());
        return empty ? stateWithoutSite() : Result<SiteState>(fail(opened.error()));
    }
    GATEHOUSE_TRY_ASSIGN(const bool empty, isEmpty());
    if (empty)
        return stateWithoutSite();
    GATEHOUSE_TRY_ASSIGN(auto transaction, usecases::beginRead(*m_workplace));
    return m_authority->isLive() ? SiteState::Live : SiteState::NotLive;
}

Result<bool> Seat::isEmpty()
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, m_store->beginRead());
    GATEHOUSE_TRY_ASSIGN(const domain::LedgerHead head, transaction->ledger().head());
    return head.sequence == 0;
}

Result<SiteState> Seat::stateWithoutSite()
{
    if (!vault().holdsKeys())
        return SiteState::None;
    close(); // the file that belongs there may be put back
    return fail(ErrorCode::NotFound, lostSite + m_plan.databaseUrl);
}

void Seat::close()
{
    m_workplace.reset();
    m_authority.reset();
    m_identity.reset();
    m_store.reset();
}

bool Seat::hasRoom() const
{
    constexpr qint64 someEntries = 1 << 20;
    const QString path = databaseFile(m_plan.databaseUrl);
    if (path.isEmpty())
        return true;
    const QStorageInfo disk(QFileInfo(path).absolutePath());
    return !disk.isValid() || disk.bytesAvailable() >= someEntries;
}

Result<const usecases::StaffSession *> Seat::session() const
{
    if (!m_session)
        return fail(ErrorCode::NotAllowed, u"signed out"_s);
    return &*m_session;
}

void Seat::begin(usecases::StaffSession session)
{
    m_cards = {};
    m_session.emplace(std::move(session));
}

void Seat::forgetCards()
{
    m_cards = {};
}

void Seat::end()
{
    m_session.reset();
    m_cards = {};
}

} // namespace gatehouse::admin
