// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "passdoor.h"

namespace gatehouse::usecases
{

/// How long a door that lost its database still admits those who were approved and accepted before (R24).
inline constexpr std::chrono::minutes cutOffTime{30};

/// What a door states while it cannot reach the ledger: a file in the station's own folder, appended and synced line by line,
/// each line signed by the station and bound to the line before it. Blocking; one thread.
class DoorJournal
{
public:
    struct Line {
        DoorStatement statement;
        QDateTime occurred;
        QByteArray hash;
    };

    DoorJournal(const QString &file, const security::StationIdentity &station);

    /// On disk when it returns a value. Unavailable, Full.
    [[nodiscard]] Result<void> append(const DoorStatement &statement, const QDateTime &occurred);
    /// The lines whose signature and order verify. A last line that was cut off by a power failure is left out; BadSignature
    /// when any other does not verify.
    [[nodiscard]] Result<std::vector<Line>> lines() const;
    bool isEmpty() const;
    /// Writes the lines into the ledger as occurred then and recorded now, and empties the journal. A line that is in the
    /// ledger already (the power failed between both) is not written twice. What does not verify is kept aside and stated as an
    /// alarm.
    [[nodiscard]] Result<int> handOver(const Workplace &workplace, const domain::ZoneId &zone);

private:
    Result<void> setAside(const Workplace &workplace, const domain::ZoneId &zone);

    QString m_file;
    const security::StationIdentity &m_station;
    std::optional<QByteArray> m_previous;
    bool m_told = false; ///< that it does not verify; it is not aside yet
};

/// The door of one zone, connected or not. Connected, it decides by the ledger within a transaction. When that fails because
/// the database is away, it goes on with the statements that it verified while connected, for cutOffTime on the clock that
/// nobody can set, and only for those who were approved and accepted then; what happens goes into the journal. A station that
/// was not connected since it started admits nobody. A ledger that does not verify is no lost contact: nobody enters. Worker
/// thread only. Calls take the workplace of the open database, or null while there is none; a workplace may be another one each
/// time.
class Door
{
public:
    Door(const domain::ZoneId &zone, const security::StationIdentity &station, const QString &journalFile, const Clock &clock,
         Randomness &randomness);

    /// After opening and after every change: takes over what is true now, hands the journal over, says that the station is
    /// alive. `authority` must be the workplace's own; it is kept for the time without.
    [[nodiscard]] Result<void> meet(const Workplace &workplace, std::shared_ptr<const Authority> authority);
    /// The database is away (or another file lies in its place).
    void lose(const Error &why = {ErrorCode::Unavailable, {}});
    /// The ledger does not verify, or the station was revoked: what was known counts no more.
    void distrust();

    /// Where a statement of the door went.
    enum class Stated {
        Ledger, ///< everybody hears of it
        Journal ///< kept for later: nobody has heard of it yet
    };

    domain::Contact contact() const;
    std::chrono::seconds cutOffLeft() const;
    bool isCutOff() const { return m_overlay.has_value(); }

    domain::ShownBadge look(const QString &token) const;
    std::optional<domain::Finding> judge(domain::Direction direction, const domain::ShownBadge &badge) const;
    /// Compares and, when it is wrong, states so before it answers.
    [[nodiscard]] Result<domain::PinState> typePin(const Workplace *workplace, const domain::ShownBadge &badge,
                                                   const security::SecureBytes &pin);
    [[nodiscard]] Result<DoorPassage> pass(const Workplace *workplace, domain::Direction direction, const QStringList &tokens,
                                           const std::map<domain::StaffId, domain::PinState> &pins);
    /// Into the ledger, or into the journal while that is away or not to be trusted.
    [[nodiscard]] Result<Stated> state(const Workplace *workplace, const std::vector<DoorStatement> &statements);
    /// As signed; empty when unknown. For screens at the door, which show no names.
    QString staffNumber(const domain::StaffId &staff) const;

private:
    struct Overlay {
        domain::PresenceBook presence;
        domain::PinBook pins;
        std::chrono::milliseconds since;
    };

    std::optional<DoorView> view() const;
    [[nodiscard]] Result<DoorPassage> passCutOff(domain::Direction direction, const QStringList &tokens,
                                                 const std::map<domain::StaffId, domain::PinState> &pins);
    [[nodiscard]] Result<void> keep(const std::vector<DoorStatement> &statements);
    void lay(const DoorStatement &statement, const QDateTime &occurred);

    domain::ZoneId m_zone;
    const security::StationIdentity &m_station;
    const Clock &m_clock;
    Randomness &m_randomness;
    DoorJournal m_journal;
    std::shared_ptr<const Authority> m_authority;
    const TimeGuard *m_time = nullptr;
    PinVerifiers m_verifiers;
    std::chrono::milliseconds m_contactAt{0};
    std::optional<Overlay> m_overlay;
    bool m_distrusted = false;
};

/// Whether a failure means that the database is away, not that it said no.
bool isLostContact(const Error &error);

} // namespace gatehouse::usecases
