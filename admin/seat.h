// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "usecases/readvisits.h"
#include "usecases/staffaccounts.h"
#include "usecases/workplace.h"

#include <memory>
#include <optional>

namespace gatehouse::admin
{

/// What the worker needs to find its place of work.
struct SeatPlan {
    QString databaseUrl;
    QString vaultFolder;
    std::shared_ptr<Clock> clock;
    std::shared_ptr<Randomness> randomness;
    security::KeyCost cost = security::KeyCost::Moderate; ///< tests take Minimal
};

/// Whether there is a site to work for.
enum class SiteState { None, NotLive, Live };

/// The detail of an error where this machine has no keys of the site's that it may use.
inline const QString notEnrolled = QStringLiteral("station");

/// Where a site was looked for whose keys this workstation has and which is not there; empty for every other error.
QString databaseOfLostSite(const Error &error);

/// The worker's side of the admin app: the store, this station's identity and the session of the person at the desk. Made
/// anywhere, used and destroyed by the worker thread only.
class Seat
{
public:
    explicit Seat(SeatPlan plan);
    ~Seat();

    /// Opens the store and the station's identity if they are not open yet. NotFound: there is no database (SiteState::None) or
    /// this machine is not enrolled (detail notEnrolled). security::isAboutVault: its keys cannot be read. BadSignature: the
    /// ledger does not verify, or a key in a row is not the ledger's (usecases::isReplacedKey), which is logged once.
    [[nodiscard]] Result<void> open();
    /// As open(), and databaseOfLostSite: keys of a site are here and no site is there, which making one would destroy.
    [[nodiscard]] Result<SiteState> probe();
    /// Drops the store; the session, whose keys are in memory, stays.
    void close();

    const SeatPlan &plan() const { return m_plan; }
    /// Only after open() succeeded.
    const usecases::Workplace &workplace() const { return *m_workplace; }
    /// Whether the disk under a database file has room for some entries; true where the database is no file of this machine.
    bool hasRoom() const;
    domain::Store &store() const { return *m_store; }
    /// Another connection, which waits a quarter of a second for a database that is locked: for what must not take long.
    [[nodiscard]] Result<std::unique_ptr<domain::Store>> openHurried() const;
    security::StationVault vault() const { return security::StationVault(m_plan.vaultFolder); }
    /// Opens the database file, making it when it is not there: for the setup only.
    [[nodiscard]] Result<void> createStore();

    bool signedIn() const { return m_session.has_value(); }
    /// NotAllowed while nobody is signed in.
    [[nodiscard]] Result<const usecases::StaffSession *> session() const;
    usecases::StaffSession *mutableSession() { return m_session ? &*m_session : nullptr; }
    void begin(usecases::StaffSession session);
    /// Wipes the keys and the cards.
    void end();
    /// Names, companies and phones that were opened for searching; the session goes on.
    void forgetCards();
    usecases::CardIndex &cards() { return m_cards; }

private:
    [[nodiscard]] Result<void> checkKeys();
    [[nodiscard]] Result<bool> isEmpty();
    [[nodiscard]] Result<SiteState> stateWithoutSite();

    SeatPlan m_plan;
    std::unique_ptr<domain::Store> m_store;
    std::optional<security::StationIdentity> m_identity;
    std::unique_ptr<usecases::TimeGuard> m_time;
    std::unique_ptr<usecases::Authority> m_authority;
    std::optional<usecases::Workplace> m_workplace;
    std::optional<usecases::StaffSession> m_session;
    usecases::CardIndex m_cards;
    bool m_replacedKeySaid = false;
};

} // namespace gatehouse::admin
