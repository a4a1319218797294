// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workplace.h"

namespace gatehouse::usecases
{

/// What one visitor of a party gave. Pictures are encoded files (JPEG, PNG) as they are to be kept.
struct VisitorInput {
    domain::VisitId id; ///< made by the station before the first try, so that a retry changes nothing; null: made here
    domain::VisitorRecord record;
    QByteArray portrait;
    QByteArray document;
    QByteArray signature;
    std::vector<domain::Consent> consents;
    std::vector<domain::Item> items;
    std::optional<domain::BriefingAnswers> briefing; ///< passed at this station (R23)
};

struct VisitRequest {
    domain::PartyId party; ///< null: made here
    domain::PurposeId purpose;
    std::vector<domain::ZoneId> optionalZones; ///< of the purpose's optional ones
    std::optional<domain::StaffId> host;
    std::optional<domain::InvitationId> invitation;
    std::optional<QDateTime> until; ///< end of the window; null: as long as the purpose gives. An invitation has its own
    QString language;
    std::vector<VisitorInput> visitors; ///< at least one; more are a party
};

/// Registers a visit, or a party of visits, and waits for the guard. At the kiosk the station signs; with `desk` the guard
/// does. Everything personal is sealed before the transaction begins. Invalid: no visitor, unknown purpose, text over 1,000
/// characters, a window that ends before now or in more than 24 hours, a change number that is none. Blocked
/// "too-young-for-zone": somebody under 16 who would go into an escorted zone. Untrusted while the site is not live, ClockWrong
/// while the clock is not to be believed. Returns the visits with their numbers, in the order given.
[[nodiscard]] Result<std::vector<domain::Visit>> requestVisit(const Workplace &workplace, const VisitRequest &request,
                                                              const StaffSession *desk = nullptr);

/// "Delivery, not entering": a call to the guard, no document, one row. ClockWrong as above.
[[nodiscard]] Result<domain::Visit> callGuard(const Workplace &workplace, const domain::PurposeId &purpose,
                                              const QString &language);

/// The detail of Untrusted before the site was taken into service.
inline const QString siteNotLive = QStringLiteral("site not live");

/// How long a pick-up number shows that there is a refusal to be read at the kiosk, once nobody of the party is undecided or
/// has a badge to fetch; then it is given to somebody else.
inline constexpr std::chrono::minutes refusalShown{30};

/// The visitor leaves the kiosk and waits elsewhere: gives the visit and those that came with it one pick-up number, which
/// stands for as long as one of them needs it.
[[nodiscard]] Result<int> takePickup(const Workplace &workplace, const domain::VisitId &visit);

/// The visitor with this number saw the decision at the kiosk: the rest screen shows the number no more.
[[nodiscard]] Result<void> clearPickup(const Workplace &workplace, const domain::VisitId &visit);

/// The visitor's answer to the guard's question; sealed to staff.
[[nodiscard]] Result<void> answerQuestion(const Workplace &workplace, const domain::VisitId &visit, const QString &answer);

/// Withdrawn by the visitor, before a decision.
[[nodiscard]] Result<void> withdrawVisit(const Workplace &workplace, const domain::VisitId &visit);

/// What happens because nobody did anything, signed by this station: requests and uncollected approvals whose window is over
/// lapse, unanswered ones too, an emergency that nobody confirmed becomes an incident, and the pick-up number of who was told
/// no, or got no answer, is free again after `refusalShown`. Returns how many lapsed.
[[nodiscard]] Result<int> lapseVisits(const Workplace &workplace);

} // namespace gatehouse::usecases
