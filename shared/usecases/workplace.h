// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority.h"
#include "base/clock.h"
#include "base/randomness.h"
#include "domain/ports/store.h"
#include "domain/standing.h"
#include "security/sealing.h"
#include "security/stationvault.h"
#include "timeguard.h"

#include <memory>
#include <set>
#include <utility>

namespace gatehouse::usecases
{

/// What was refused as changed by hand, and could not be written as an alarm then (the disk was full, the database busy): said
/// later, see tellAlarms.
using UntoldAlarms = std::set<std::pair<domain::VisitId, QString>>;

/// What every use case needs: this station, its database, the time and who may do what. References must outlive it.
/// Belongs to the thread that opened the store; nothing here is for a GUI thread.
struct Workplace {
    domain::Store &store;
    const Clock &clock;
    Randomness &randomness;
    const security::StationIdentity &station;
    Authority &authority;
    TimeGuard &time;
    std::shared_ptr<UntoldAlarms> untoldAlarms = std::make_shared<UntoldAlarms>();

    domain::StationId stationId() const { return domain::StationId::fromText(station.stationId); }
};

/// A site's sealing key with its secret, as granted to the person who signed in.
struct OpenedSealingKey {
    QString id;
    security::BoxKeyPair keys;
    security::SecureBytes cardKey;
};

/// A person who has signed in, with opened keys. Lives in one process only; dropping it wipes the keys.
struct StaffSession {
    domain::SessionId id;
    domain::Staff staff;
    security::PersonKeys keys;
    std::vector<OpenedSealingKey> sealingKeys;

    bool has(domain::Role role) const { return staff.has(role); }
};

/// Who signs an entry: the person of the session, or this station.
struct Signer {
    QString actor;
    QByteArray publicKey;
    const security::SecureBytes *secretKey = nullptr;
};

Signer signerOf(const StaffSession &session);
Signer signerOf(const Workplace &workplace);

/// The person here and now, for the questions of domain/standing.h.
domain::Bearer bearerOf(const Workplace &workplace, const domain::StaffId &staff);

/// Appends one signed entry within the transaction. `occurred` is now unless given.
[[nodiscard]] Result<domain::LedgerEntry> record(domain::Transaction &transaction, const Workplace &workplace,
                                                 const Signer &signer, const QString &action, const QString &subject,
                                                 const QJsonObject &details = {});

/// A write transaction with the authority brought up to it.
[[nodiscard]] Result<std::unique_ptr<domain::Transaction>> beginWrite(const Workplace &workplace);
[[nodiscard]] Result<std::unique_ptr<domain::Transaction>> beginRead(const Workplace &workplace);

/// NotAllowed unless the session's person holds one of the roles by signed statement and the session is the person's open one
/// (R16, R17).
[[nodiscard]] Result<void> requireRole(domain::Transaction &transaction, const Workplace &workplace,
                                       const StaffSession &session, std::initializer_list<domain::Role> roles);
/// ClockWrong while the clock is not to be believed: nobody new is admitted. Not within a transaction: reads the ledger once
/// more before it says no.
[[nodiscard]] Result<void> requireTime(const Workplace &workplace);

/// Zones and purposes of the site as a manager signed them.
[[nodiscard]] Result<std::vector<domain::Zone>> siteZones(domain::Transaction &transaction, const Workplace &workplace);
/// Where everybody comes in and the desk is: the first zone that asks for no escort, else the first; empty without zones.
[[nodiscard]] Result<domain::ZoneId> entranceZone(domain::Transaction &transaction, const Workplace &workplace);
[[nodiscard]] Result<std::vector<domain::Purpose>> sitePurposes(domain::Transaction &transaction, const Workplace &workplace);

} // namespace gatehouse::usecases
