// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/ledgerentry.h"
#include "domain/note.h"
#include "domain/sealed.h"
#include "domain/staff.h"
#include "domain/station.h"
#include "domain/visit.h"
#include "domain/zone.h"

#include <optional>
#include <vector>

/// What the use cases need of a database. One interface per aggregate; storage/ implements them for every engine and
/// tests/contract holds each engine to the same behaviour. All calls block; none belongs on a GUI thread. Objects belong to the
/// thread of their Transaction. Failures: Busy, ReadOnly, Full, Damaged, Internal; others as named.
namespace gatehouse::domain
{

class StaffRepository
{
public:
    virtual ~StaffRepository() = default;
    /// Conflict when the number is taken: a number belongs to one person for ever (R17).
    [[nodiscard]] virtual Result<void> insert(const Staff &staff) = 0;
    [[nodiscard]] virtual Result<void> update(const Staff &staff) = 0;
    [[nodiscard]] virtual Result<std::optional<Staff>> byId(const StaffId &id) = 0;
    [[nodiscard]] virtual Result<std::optional<Staff>> byNumber(const QString &number) = 0;
    [[nodiscard]] virtual Result<std::vector<Staff>> all() = 0;

    [[nodiscard]] virtual Result<void> saveCredential(const Credential &credential) = 0;
    [[nodiscard]] virtual Result<std::optional<Credential>> credential(const StaffId &id) = 0;
    [[nodiscard]] virtual Result<std::vector<Credential>> credentials() = 0;
    [[nodiscard]] virtual Result<void> saveActivation(const ActivationCode &code) = 0;
    [[nodiscard]] virtual Result<std::optional<ActivationCode>> activation(const StaffId &id) = 0;
    [[nodiscard]] virtual Result<void> removeActivation(const StaffId &id) = 0;
    [[nodiscard]] virtual Result<void> saveSignIn(const SignInState &state) = 0;
    /// A state without failures and session when nothing is stored.
    [[nodiscard]] virtual Result<SignInState> signIn(const StaffId &id) = 0;
};

/// Zones, purposes and settings of the site, as stored; whether they are the ones that a manager signed is checked by
/// Authority.
class SiteRepository
{
public:
    virtual ~SiteRepository() = default;
    [[nodiscard]] virtual Result<void> saveZone(const Zone &zone) = 0;
    [[nodiscard]] virtual Result<std::vector<Zone>> zones() = 0;
    [[nodiscard]] virtual Result<void> savePurpose(const Purpose &purpose) = 0;
    [[nodiscard]] virtual Result<std::vector<Purpose>> purposes() = 0;
    [[nodiscard]] virtual Result<void> setSetting(const QString &key, const QByteArray &value) = 0;
    [[nodiscard]] virtual Result<std::optional<QByteArray>> setting(const QString &key) = 0;
};

class StationRepository
{
public:
    virtual ~StationRepository() = default;
    [[nodiscard]] virtual Result<void> save(const Station &station) = 0;
    [[nodiscard]] virtual Result<std::optional<Station>> byId(const StationId &id) = 0;
    [[nodiscard]] virtual Result<std::vector<Station>> all() = 0;
    [[nodiscard]] virtual Result<void> saveBoot(const StationBoot &boot) = 0;
    [[nodiscard]] virtual Result<std::optional<StationBoot>> boot(const StationId &id) = 0;
    [[nodiscard]] virtual Result<void> savePulse(const StationPulse &pulse) = 0;
    [[nodiscard]] virtual Result<std::optional<StationPulse>> pulse(const StationId &id) = 0;
};

/// What is not personal about visits to look for. Empty members do not restrict.
struct VisitQuery {
    std::optional<QDateTime> from;  ///< requestedAt >= from
    std::optional<QDateTime> until; ///< requestedAt < until
    std::vector<VisitState> states; ///< any of them
    std::vector<StaffId> hosts;     ///< any of them
    std::vector<ZoneId> zones;      ///< each of them
    std::optional<PartyId> party;
    std::vector<quint64> badgeSerials; ///< any of them
    std::vector<int> numbers;          ///< any of them
    std::vector<VisitId> ids;          ///< only these, when not empty
    int limit = 500;
};

inline const QString noFreePickup = QStringLiteral("all pick-up numbers are in use");

class VisitRepository
{
public:
    virtual ~VisitRepository() = default;
    /// Inserting the same id again changes nothing and succeeds (a retry). The number must have come from nextNumber.
    [[nodiscard]] virtual Result<void> insert(const Visit &visit) = 0;
    /// Writes all values of the visit, provided that its stored state is still `expected`; else Conflict.
    [[nodiscard]] virtual Result<void> update(const Visit &visit, VisitState expected) = 0;
    [[nodiscard]] virtual Result<std::optional<Visit>> byId(const VisitId &id) = 0;
    /// Newest requested first.
    [[nodiscard]] virtual Result<std::vector<Visit>> find(const VisitQuery &query) = 0;
    [[nodiscard]] virtual Result<int> count(const VisitQuery &query) = 0;
    /// The next running number of the site; only inside a write transaction.
    [[nodiscard]] virtual Result<int> nextNumber() = 0;
    /// The smallest pick-up number from 1 to 999 that no waiting visit has; Conflict with noFreePickup when all are taken.
    [[nodiscard]] virtual Result<int> nextPickup() = 0;
    /// Visits with a pick-up number that were decided and whose badge has not been issued (or denied and not yet seen).
    [[nodiscard]] virtual Result<std::vector<Visit>> withPickup() = 0;

    [[nodiscard]] virtual Result<void> addConsent(const VisitId &id, const Consent &consent) = 0;
    [[nodiscard]] virtual Result<std::vector<Consent>> consents(const VisitId &id) = 0;
    /// Replaces the visit's items.
    [[nodiscard]] virtual Result<void> setItems(const VisitId &id, const std::vector<Item> &items) = 0;
    [[nodiscard]] virtual Result<std::vector<Item>> items(const VisitId &id) = 0;
};

class SealedRepository
{
public:
    virtual ~SealedRepository() = default;
    /// Replaces a blob of the same visit and field.
    [[nodiscard]] virtual Result<void> put(const SealedBlob &blob) = 0;
    [[nodiscard]] virtual Result<std::optional<SealedBlob>> blob(const VisitId &visit, const QString &field) = 0;
    /// Field name and bytes of every blob of the visit.
    [[nodiscard]] virtual Result<std::vector<SealedBlob>> blobs(const VisitId &visit) = 0;
    [[nodiscard]] virtual Result<void> putKey(const WrappedKey &key) = 0;
    [[nodiscard]] virtual Result<std::vector<WrappedKey>> keys(const VisitId &visit) = 0;
    [[nodiscard]] virtual Result<void> putCard(const SealedCard &card) = 0;
    [[nodiscard]] virtual Result<std::optional<SealedCard>> card(const VisitId &visit) = 0;
    /// In the order they were written; `after` is the row to go on from (0 at first) and is moved to the last one returned.
    [[nodiscard]] virtual Result<std::vector<SealedCard>> cards(qint64 &after, int limit) = 0;

    [[nodiscard]] virtual Result<void> saveSealingKey(const SealingKey &key) = 0;
    [[nodiscard]] virtual Result<std::vector<SealingKey>> sealingKeys() = 0;
    [[nodiscard]] virtual Result<void> saveGrant(const KeyGrant &grant) = 0;
    [[nodiscard]] virtual Result<std::vector<KeyGrant>> grants(const StaffId &staff) = 0;

    [[nodiscard]] virtual Result<void> putMail(const KioskMail &mail) = 0;
    [[nodiscard]] virtual Result<std::optional<KioskMail>> mail(const VisitId &visit, const QString &kind) = 0;
    [[nodiscard]] virtual Result<void> removeMail(const VisitId &visit, const QString &kind) = 0;
};

class BadgeRepository
{
public:
    virtual ~BadgeRepository() = default;
    /// Conflict when the serial is taken.
    [[nodiscard]] virtual Result<void> insert(const Badge &badge) = 0;
    /// Conflict unless the stored state is `expected`.
    [[nodiscard]] virtual Result<void> update(const Badge &badge, BadgeState expected) = 0;
    [[nodiscard]] virtual Result<std::optional<Badge>> bySerial(quint64 serial) = 0;
    /// Newest first.
    [[nodiscard]] virtual Result<std::vector<Badge>> ofVisit(const VisitId &visit) = 0;
    [[nodiscard]] virtual Result<std::vector<Badge>> all() = 0;
};

class InvitationRepository
{
public:
    virtual ~InvitationRepository() = default;
    [[nodiscard]] virtual Result<void> insert(const Invitation &invitation) = 0;
    [[nodiscard]] virtual Result<void> update(const Invitation &invitation) = 0;
    [[nodiscard]] virtual Result<std::optional<Invitation>> byId(const InvitationId &id) = 0;
    [[nodiscard]] virtual Result<std::vector<Invitation>> all() = 0;
};

class LedgerRepository
{
public:
    virtual ~LedgerRepository() = default;
    /// BadSignature when the newest entry is not the one that was written last: no ledger that verifies.
    [[nodiscard]] virtual Result<LedgerHead> head() = 0;
    /// What has a say in the database when rows are written, and Gatehouse did not put there (SQLite: triggers, views, tables,
    /// indexes). Such a database is read but not written: beginWrite() answers Damaged.
    [[nodiscard]] virtual Result<QStringList> plantedCode() = 0;
    /// The count that the station's next entry carries.
    [[nodiscard]] virtual Result<qint64> nextStationCounter(const StationId &station) = 0;
    /// Conflict unless the entry follows the head. Entries are never changed or deleted.
    [[nodiscard]] virtual Result<void> append(const LedgerEntry &entry) = 0;
    /// Entries with a sequence above `sequence`, in order.
    [[nodiscard]] virtual Result<std::vector<LedgerEntry>> after(qint64 sequence, int limit) = 0;
    [[nodiscard]] virtual Result<std::vector<LedgerEntry>> ofSubject(const QString &subject) = 0;
};

class NoteRepository
{
public:
    virtual ~NoteRepository() = default;
    /// Conflict when the id is taken: a note is never changed.
    [[nodiscard]] virtual Result<void> insert(const SealedNote &note, const std::vector<NoteKey> &keys) = 0;
    [[nodiscard]] virtual Result<std::optional<SealedNote>> byId(const NoteId &id) = 0;
    /// In the order they were written.
    [[nodiscard]] virtual Result<std::vector<SealedNote>> ofSubject(const QString &subject) = 0;
    [[nodiscard]] virtual Result<std::vector<NoteKey>> keys(const NoteId &id) = 0;
    /// Deletes the keys: nobody opens the note again, and the ledger still verifies.
    [[nodiscard]] virtual Result<void> erase(const NoteId &id) = 0;
};

/// All or nothing. Rolls back when destroyed without commit.
class Transaction
{
public:
    virtual ~Transaction() = default;
    virtual StaffRepository &staff() = 0;
    virtual SiteRepository &site() = 0;
    virtual StationRepository &stations() = 0;
    virtual VisitRepository &visits() = 0;
    virtual SealedRepository &sealedData() = 0;
    virtual BadgeRepository &badges() = 0;
    virtual InvitationRepository &invitations() = 0;
    virtual LedgerRepository &ledger() = 0;
    virtual NoteRepository &notes() = 0;
    /// When it returns a value, what was written is on disk.
    [[nodiscard]] virtual Result<void> commit() = 0;
};

/// A database, opened by one thread and used by that thread only.
class Store
{
public:
    virtual ~Store() = default;
    /// A consistent view; nothing can be written through it.
    [[nodiscard]] virtual Result<std::unique_ptr<Transaction>> beginRead() = 0;
    /// Serialised with all other writers; waits up to the busy timeout, then Busy.
    [[nodiscard]] virtual Result<std::unique_ptr<Transaction>> beginWrite() = 0;
    /// A number that differs from the last one asked for when another connection has committed since.
    [[nodiscard]] virtual Result<qint64> dataVersion() = 0;
};

} // namespace gatehouse::domain
