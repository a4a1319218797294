// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/roundbook.h"
#include "workplace.h"

namespace gatehouse::usecases
{

/// A manager or the zone's lead (R9) signs what is looked at (R10): replaces the zone's list of that kind. Invalid: no points,
/// a code twice, a point without words.
[[nodiscard]] Result<void> defineChecklist(const Workplace &workplace, const StaffSession &session,
                                           const domain::Checklist &checklist);
/// Signs the customer's own lists for those zones that have none yet.
[[nodiscard]] Result<int> adoptDefaultChecklists(const Workplace &workplace, const StaffSession &manager);
/// What goes dark with the room's main supply (R12). A manager or the zone's lead. Invalid: a load without a label.
[[nodiscard]] Result<void> defineSupply(const Workplace &workplace, const StaffSession &session, const domain::ZoneId &zone,
                                        const std::vector<domain::SupplyLoad> &loads);
/// Details of Blocked: somebody is logged as inside; the zone has no keeper.
inline const QString peopleInside = QStringLiteral("inside");
inline const QString noKeeper = QStringLiteral("no keeper");

/// A spot round at a time drawn at random within the next `days` (R10): nobody knows it beforehand. A guard or manager plans,
/// the zone's keeper goes; Blocked (noKeeper).
[[nodiscard]] Result<void> planSpotRound(const Workplace &workplace, const StaffSession &session, const domain::ZoneId &zone,
                                         int days);

/// Begins a round. Guards, managers and those who hold a duty in the zone may; the closing round is the keeper's (R12) or a
/// manager's. NotFound: no signed checklist. Blocked (peopleInside): a closing round. Returns the round as it begins.
[[nodiscard]] Result<domain::Round> startRound(const Workplace &workplace, const StaffSession &session,
                                               const domain::ZoneId &zone, domain::RoundKind kind);
/// Answers a point, or answers it again while the round runs. A failed one opens an incident with an owner and a time (R10).
struct PointAnswer {
    QString point;
    bool passed = false;
    QString text;                         ///< what was found; sealed
    std::optional<domain::StaffId> owner; ///< of the incident; the zone's keeper unless named
    std::optional<QDateTime> fixBy;
};
[[nodiscard]] Result<std::optional<domain::IncidentId>> answerPoint(const Workplace &workplace, const StaffSession &session,
                                                                    const domain::RoundId &round, const PointAnswer &answer);

/// What stands against or is to be known before a round is signed.
struct RoundJudgement {
    QStringList unanswered;
    int inside = 0;                           ///< people logged as inside; blocks a closing round
    std::vector<domain::SupplyLoad> darkened; ///< servers, stations and locks on the supply it cuts: to be acknowledged

    bool blocks(domain::RoundKind kind) const
    {
        return !unanswered.isEmpty() || (kind == domain::RoundKind::Closing && inside > 0);
    }
};
[[nodiscard]] Result<RoundJudgement> judgeRound(const Workplace &workplace, const StaffSession &session,
                                                const domain::RoundId &round);
/// Signs the round. Blocked: "unanswered", peopleInside, or "supply" while the warning was not acknowledged.
[[nodiscard]] Result<void> finishRound(const Workplace &workplace, const StaffSession &session, const domain::RoundId &round,
                                       bool supplyAcknowledged = false);

/// R11. A manager names the keeper; any member of staff notes a check; the keeper trains others.
[[nodiscard]] Result<void> defineFireDevice(const Workplace &workplace, const StaffSession &manager,
                                            const domain::FireDevice &device, bool retired = false);
/// A check that fails opens an incident.
[[nodiscard]] Result<void> checkFireDevice(const Workplace &workplace, const StaffSession &session, const QString &number,
                                           bool passed, const QDate &nextCheck);
[[nodiscard]] Result<void> giveFireTraining(const Workplace &workplace, const StaffSession &keeper,
                                            const std::vector<domain::StaffId> &to, const QDate &on);

/// All that the page of rounds shows.
struct RoundsView {
    std::vector<domain::DueRound> due;
    std::vector<domain::Round> running;
    std::vector<domain::Round> finished;
    std::vector<domain::Checklist> checklists;
    std::vector<domain::FireDevice> devices;
    std::vector<std::pair<domain::ZoneId, std::vector<domain::SupplyLoad>>> supplies; ///< of all zones
    std::vector<domain::ZoneId> led;        ///< zones whose checklists and supply this person may sign
    std::vector<domain::StaffId> untrained; ///< holders of a duty in a zone with fire equipment, not trained within a year
    std::vector<domain::Checklist> mine;    ///< of the checklists, those whose round this person may begin
};
[[nodiscard]] Result<RoundsView> roundsView(const Workplace &workplace, const StaffSession &session);

} // namespace gatehouse::usecases
