// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/badgebook.h"
#include "domain/briefingbook.h"
#include "domain/carriedbook.h"
#include "domain/dutybook.h"
#include "domain/escortbook.h"
#include "domain/notices.h"
#include "domain/passagebook.h"
#include "domain/ports/store.h"
#include "domain/roombooks.h"
#include "domain/zone.h"

#include <QHash>
#include <QJsonObject>
#include <QMap>
#include <QSet>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace gatehouse::usecases
{

class TimeGuard;

/// What a new person's one-time code signs: that these keys are that person's.
QByteArray activationMessage(const domain::StaffId &staff, const QByteArray &signKey, const QByteArray &boxKey);

/// An entry that people are told about, and who signed it.
struct NamedEntry {
    qint64 sequence = 0;
    QString action;
    QString actor;
    QString by; ///< staff number or name of the station, as certified; empty for others

    bool operator==(const NamedEntry &) const = default;
};

/// An entry that is signed by whom it names and yet does not count as it says.
struct DoubtfulEntry {
    enum class Why {
        NoStanding, ///< its signer may not state this: it counts for nothing
        DatedBack,  ///< an earlier time than what a station signed ahead of it
        DatedAhead  ///< a time still to come
    };
    NamedEntry entry;
    Why why = Why::NoStanding;
    QDateTime at; ///< it stands no earlier, whatever it says
};

/// An entry that its actor did not sign: somebody wrote into the database.
struct UnsignedEntry {
    qint64 sequence = 0;
    QDateTime before; ///< when it surely was there: the time of the next entry that a station signed; invalid: none yet
};

/// Who holds what authority, replayed from the ledger and from nothing else (design.md section 5: authority is a signature, not
/// a row). refresh() walks the entries that were added since the last call: each must follow the chain, its columns must equal
/// its body, and those that grant authority must be signed by somebody who held the authority to grant it at that place. The
/// root must be the one whose fingerprint this station was enrolled with. Once something does not verify, every later refresh
/// fails: nothing can be issued or accepted until the database is sound again and the program was restarted. The books of the
/// machine room are replayed on the way: an entry that one of them wants must be signed by its actor. One whose signer had no
/// standing for it (domain/standing.h) counts as absent and is remembered. The place of an entry is its sequence, not the time
/// that its signer wrote: one that is dated back behind what stations signed ahead of it is handed to the books with their
/// time, less what clocks may differ; one that is dated ahead of the time that a manager confirmed afterwards with that time
/// (all is replayed anew once one did); and only a door's may have occurred earlier than it was recorded. No clock has a say
/// in it, so that all programs believe the same. Belongs to one thread.
class Authority final : public domain::StandingView
{
public:
    /// `rootFingerprint`: SHA-256 of the root's public key, from the station's own configuration.
    Authority(const QByteArray &rootFingerprint, TimeGuard &time);
    Q_DISABLE_COPY_MOVE(Authority) // its books refer to each other

    /// BadSignature when the chain or a granting entry does not verify, Untrusted when the database has another root.
    [[nodiscard]] Result<void> refresh(domain::Transaction &transaction);

    /// Checks the signature of any entry of the verified chain: by root, by the person's key or the station's key at that
    /// place.
    bool verified(const domain::LedgerEntry &entry) const;

    /// Whether anybody may believe the entry of the verified chain: its signer had the standing for it.
    bool isFounded(const domain::LedgerEntry &entry) const { return !m_replayed.unfounded.contains(entry.sequence); }
    std::vector<NamedEntry> unfounded() const;                                                       ///< oldest first
    const std::vector<UnsignedEntry> &unsignedEntries() const { return m_replayed.unsignedEntries; } ///< oldest first
    /// Those without standing and those that are dated back, oldest first.
    const std::vector<DoubtfulEntry> &doubtful() const { return m_replayed.doubtful; }
    /// What stations raised, oldest first.
    const std::vector<domain::LedgerEntry> &alarms() const { return m_replayed.alarms; }
    /// Entries that say an earlier time than what a station signed ahead of them, by more than clocks may differ, oldest first.
    const std::vector<NamedEntry> &datedBack() const { return m_replayed.datedBack; }
    /// By sequence, those that say a later time than the next entry that a station signed, or than a manager who confirmed the
    /// time afterwards.
    const QMap<qint64, NamedEntry> &datedAhead() const { return m_replayed.datedAhead; }
    /// The entry that set the floor of the time.
    const std::optional<NamedEntry> &latestEntry() const { return m_replayed.latestEntry; }
    /// The latest time that a station signed; what a manager confirmed since a clock was wrong.
    QDateTime latestTime() const { return m_replayed.latest; }
    NamedEntry named(const domain::LedgerEntry &entry) const;

    /// Whether a visit.approve that has been replayed is by somebody whose approval counts, as countedApprovals judges; what
    /// follows may have ended the visit meanwhile.
    bool isApproval(const domain::LedgerEntry &entry) const;
    /// Whether so many who approved are enough to let the visit into these zones, as far as the ledger was replayed: as many as
    /// the zones want, in the capacities (R9). Never into a zone that nobody signed for.
    bool isEnough(std::size_t approvers, const domain::VisitId &visit, const std::vector<domain::ZoneId> &zones) const;
    /// Whether it is the badge.issue that let the visit in: as many had approved what was asked for, in the capacities, as the
    /// zones wanted at that place in the ledger (R9).
    bool isAdmission(const domain::LedgerEntry &entry) const
    {
        return m_replayed.admitted.contains(entry.subject) && m_replayed.admitted.value(entry.subject) == entry.sequence;
    }

    bool held(const domain::StaffId &staff, domain::Role role, qint64 sequence) const override;
    bool holds(const domain::StaffId &staff, domain::Role role) const;
    bool isActive(const domain::StaffId &staff) const;
    /// The staff record as signed (number, grade, roles, agreement); nothing when it was never certified or has been revoked.
    std::optional<domain::Staff> staff(const domain::StaffId &id) const override;
    std::optional<domain::Zone> zone(const domain::ZoneId &id) const override;
    std::optional<domain::StationKind> stationKind(const domain::StationId &id) const override;
    const domain::DutyBook &duties() const { return m_replayed.books->duties; }
    const domain::EscortBook &escorts() const { return m_replayed.books->escorts; }
    const domain::RoomBooks &rooms() const { return m_replayed.books->rooms; }
    const domain::BadgeBook &badges() const { return m_replayed.books->badges; }
    const domain::PinBook &pins() const { return m_replayed.books->pins; }
    const domain::BriefingBook &briefings() const { return m_replayed.books->briefings; }
    const domain::CarriedBook &carried() const { return m_replayed.books->carried; }
    const domain::PassageBook &passages() const { return m_replayed.books->passages; }
    QByteArray staffSignKey(const domain::StaffId &id) const;
    QByteArray staffBoxKey(const domain::StaffId &id) const;
    /// The public key that proves a one-time code, while the person has not yet used it.
    QByteArray activationKey(const domain::StaffId &id) const;
    /// When that code was stated, and when the person's password was: by the signed entries, whatever rows say; not after a
    /// manager's later word on what time it was.
    QDateTime codeSince(const domain::StaffId &id) const;
    QDateTime passwordSince(const domain::StaffId &id) const;
    /// Empty when the station is not enrolled or has been revoked.
    QByteArray stationKey(const domain::StationId &id) const;
    /// The time of the last entry that the station signed; invalid: it has signed none.
    QDateTime stationSignedAt(const domain::StationId &id) const;

    /// Only those stored rows that equal what a manager signed.
    std::vector<domain::Zone> trustedZones(const std::vector<domain::Zone> &stored) const;
    std::vector<domain::Purpose> trustedPurposes(const std::vector<domain::Purpose> &stored) const;
    /// "zone KEY" and "purpose KEY" of the rows that say something else than a manager signed, and of those that are missing.
    QStringList changedDefinitions(const std::vector<domain::Zone> &zones, const std::vector<domain::Purpose> &purposes) const;
    /// Whether it belongs, or belonged, to somebody by the signed entries.
    bool knowsNumber(const QString &staffNumber) const;
    /// The records as signed of all who have not left.
    std::vector<domain::Staff> certifiedStaff() const;
    /// Those that were not revoked, as enrolled, by name.
    std::vector<domain::Station> enrolledStations() const;

    /// Of each notice (domain::notice) what is in force: the last one that a manager published, else the first version.
    const domain::NoticesInForce &notices() const { return m_replayed.notices; }
    int noticeVersion(const QString &kind) const { return m_replayed.notices.value(kind).version; }

    /// The sealing key in force; nothing before init.
    std::optional<domain::SealingKey> sealingKey() const;
    QByteArray siteTag() const; ///< first 4 bytes of the root's fingerprint, as in tokens
    QString siteName() const { return m_replayed.siteName; }
    bool isLive() const { return m_replayed.live; }
    const std::vector<domain::SealingKey> &sealingKeys() const { return m_replayed.sealingKeys; }
    /// The sequence at which the permission of a subject ended (denied, lapsed, departed, closed); 0 while it has not.
    qint64 endedAt(const QString &subject) const { return m_replayed.ended.value(subject, 0); }
    /// The visits that were approved by all whom it took, that a badge was issued for and that have not ended, whatever their
    /// rows say. A hint that costs nothing: who acts on one reads its entries.
    std::set<domain::VisitId> inside() const;
    bool isInside(const domain::VisitId &visit) const { return m_replayed.inside.contains(domain::visitSubject(visit)); }
    const domain::LedgerHead &head() const { return m_replayed.head; }
    /// Whether these are, in order and byte for byte, all entries about the subject up to head(): an entry that is changed or
    /// taken away while the program runs is noticed by whoever reads it again.
    bool isWholeTrail(const QString &subject, const std::vector<domain::LedgerEntry> &entries) const;

private:
    struct Span { ///< of the sequence: [from, until)
        qint64 from = 0;
        qint64 until = -1; ///< -1: still
        bool covers(qint64 sequence) const { return sequence >= from && (until < 0 || sequence < until); }
    };
    struct Person {
        domain::Staff staff;
        QByteArray signKey;
        QByteArray boxKey;
        QByteArray activationKey;
        QDateTime codeSince;
        QDateTime passwordSince;
        std::vector<std::pair<QByteArray, Span>> keys;
        std::map<domain::Role, std::vector<Span>> roles;
        Span active{-1, 0};
    };
    struct Asked { ///< a visit that nobody has let in yet
        QJsonObject scope;
        std::vector<domain::ZoneId> zones;
        std::set<domain::StaffId> approvers;
    };
    struct Enrolled {
        domain::Station station;
        Span valid;
        QDateTime signedAt;
    };
    struct Books {
        domain::DutyBook duties;
        domain::EscortBook escorts{duties};
        domain::RoomBooks rooms{duties};
        domain::BadgeBook badges{rooms.incidents};
        domain::PinBook pins;
        domain::BriefingBook briefings{escorts};
        domain::CarriedBook carried{escorts};
        domain::PassageBook passages;
        /// In the order in which they are replayed: a book may ask those ahead of it.
        const std::vector<domain::StatementBook *> inOrder{&duties, &escorts,   &rooms,   &badges,
                                                           &pins,   &briefings, &carried, &passages};
    };
    /// All that was replayed so far.
    struct Replayed {
        domain::LedgerHead head;
        QByteArray rootKey;
        QString siteName;
        bool live = false;
        QHash<domain::StaffId, Person> people;
        QHash<domain::StationId, Enrolled> stations;
        QHash<QString, QJsonObject> zones;
        QHash<QString, QJsonObject> purposes;
        domain::NoticesInForce notices;
        std::vector<domain::SealingKey> sealingKeys;
        QMap<qint64, NamedEntry> unfounded; ///< by sequence
        std::vector<UnsignedEntry> unsignedEntries;
        std::vector<DoubtfulEntry> doubtful;
        std::vector<domain::LedgerEntry> alarms;
        std::vector<NamedEntry> datedBack;
        QMap<qint64, NamedEntry> datedAhead;                       ///< by sequence
        std::vector<std::pair<QDateTime, NamedEntry>> unconfirmed; ///< written since a station said what time it was
        std::optional<NamedEntry> latestEntry;
        QDateTime latest;
        QHash<QString, qint64> ended;
        QHash<QString, Asked> asked;                              ///< by subject, of visits that have not ended
        QHash<QString, qint64> admitted;                          ///< by subject: where
        QSet<QString> inside;                                     ///< subjects
        std::unique_ptr<Books> books = std::make_unique<Books>(); ///< they refer to each other
        QHash<QString, QByteArray> trails; ///< by subject: hash over all its entries and their signatures
    };

    Result<void> follow(const domain::LedgerEntry &entry);
    Result<void> apply(const domain::LedgerEntry &entry);
    Result<void> applyEnd(const domain::LedgerEntry &entry, bool isSigned);
    Result<void> applyToBooks(const domain::LedgerEntry &entry, bool isSigned);
    Result<bool> learnTimes(domain::Transaction &transaction, const std::vector<domain::LedgerEntry> &entries);
    QDateTime timeOf(const domain::LedgerEntry &entry) const;
    domain::LedgerEntry inItsPlace(domain::LedgerEntry entry) const;
    void noteTime(const domain::LedgerEntry &entry);
    bool isAskedAgain(const domain::LedgerEntry &entry) const;
    void noteDoubt(const domain::LedgerEntry &entry, bool founded);
    void noteStation(const domain::LedgerEntry &entry, bool founded);
    void admit(const domain::LedgerEntry &entry);
    static Asked askedIn(const domain::LedgerEntry &request);
    /// The signature alone, as verified() checks it, of an entry that is known to match its body.
    bool isByItsActor(const domain::LedgerEntry &entry) const;
    bool signedBy(const domain::LedgerEntry &entry, const QByteArray &key) const;
    bool byManager(const domain::LedgerEntry &entry) const;
    Result<void> applyInit(const domain::LedgerEntry &entry);
    Result<void> applyStaff(const domain::LedgerEntry &entry);
    Result<void> applyActivation(const domain::LedgerEntry &entry);
    Result<void> applyStation(const domain::LedgerEntry &entry);
    Result<void> applySite(const domain::LedgerEntry &entry);
    Result<void> applyNotice(const domain::LedgerEntry &entry);
    void setRoles(Person &person, const QJsonObject &details, qint64 sequence);

    QByteArray m_rootFingerprint;
    TimeGuard &m_time;
    std::optional<Error> m_broken;
    Replayed m_replayed;
    std::map<qint64, QDateTime> m_confirmed; ///< by sequence, further ahead than the replay too: what a manager said
};

} // namespace gatehouse::usecases
