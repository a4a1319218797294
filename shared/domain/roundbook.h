// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dutybook.h"
#include "round.h"
#include "standing.h"

#include <map>

namespace gatehouse::domain
{

/// A round that should have begun.
struct DueRound {
    ZoneId zone;
    RoundKind kind = RoundKind::Scheduled;
    QDateTime due;
    std::optional<StaffId> whose; ///< of a planned spot round

    bool operator==(const DueRound &) const = default;
};

/// Checklists, rounds, the room's supply and its fire equipment as signed statements tell them (R10-R12). Authority:
/// - `checklist.define`, `supply.define` by a manager or the zone's lead (R9);
/// - `round.plan` by a manager or guard: a time for a spot round, drawn at random;
/// - `round.start` by whoever may inspect (standing.h), its points and its end only by the same person; the end counts only
///   when every point is answered, and that of a closing round only when it was signed that nobody was inside;
/// - `fire-device.define` by a manager, `fire-device.check` by any member of staff, `fire-training.give` by a fire keeper.
class RoundBook final : public StatementBook
{
public:
    /// `duties` must outlive the book and be replayed ahead of it.
    explicit RoundBook(const DutyBook &duties) : m_duties(duties) {}

    bool wants(const QString &action) const override;
    void apply(const LedgerEntry &entry, const StandingView &view) override;

    std::optional<Checklist> checklist(const ZoneId &zone, RoundKind kind) const;
    std::vector<Checklist> checklists() const;
    std::optional<Round> byId(const RoundId &id) const;
    /// Begun and not finished, oldest first.
    std::vector<Round> running() const;
    /// The last finished ones, newest first.
    std::vector<Round> finished(int limit) const;
    std::optional<Round> last(const ZoneId &zone, RoundKind kind) const;
    /// What should have begun by `at`, longest due first. A planned spot round shows only when its time has come.
    std::vector<DueRound> due(const QDateTime &at) const;

    /// What hangs on the supply that the closing round cuts.
    std::vector<SupplyLoad> supply(const ZoneId &zone) const;

    std::vector<FireDevice> fireDevices() const;
    /// Past their check, or not passed at the last one.
    std::vector<FireDevice> fireDevicesDue(const QDate &today) const;
    std::optional<FireTraining> training(const StaffId &to) const;
    /// Whether the person was trained within the last year (R11).
    bool isTrained(const StaffId &to, const QDate &today) const;

private:
    struct Planned {
        ZoneId zone;
        QDateTime at;
        StaffId whose;
    };
    void define(const LedgerEntry &entry, const StaffId &by, bool manager);
    void begin(const LedgerEntry &entry, const Bearer &by);
    void change(Round &round, const LedgerEntry &entry);
    void applyFire(const LedgerEntry &entry, const Bearer &by);

    const DutyBook &m_duties;
    std::map<std::pair<ZoneId, RoundKind>, Checklist> m_checklists;
    std::map<std::pair<ZoneId, RoundKind>, QDateTime> m_defined;
    std::map<ZoneId, std::vector<SupplyLoad>> m_supply;
    std::map<RoundId, Round> m_rounds;
    std::vector<Planned> m_planned;
    std::map<QString, FireDevice> m_devices;
    std::map<StaffId, FireTraining> m_training;
};

} // namespace gatehouse::domain
