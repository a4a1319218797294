// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "approvals.h"
#include "domain/policy.h"
#include "invitations.h"
#include "provenvisit.h"
#include "visitwords.h"

namespace gatehouse::usecases
{

/// How a visitor stands to the safety briefing of one zone.
struct CaseBriefing {
    domain::ZoneId zone;
    std::optional<domain::BriefingPassed> passed;  ///< and it holds
    std::optional<domain::BriefingPassed> earlier; ///< not passed now, but at this earlier visit: can be taken over
};

/// A decision on a visit as the ledger has it, or its end without one.
struct CaseDecision {
    QString action;                    ///< visit.approve, visit.deny, visit.attend, visit.lapse
    std::optional<domain::StaffId> by; ///< nobody when a station ended it
    QDateTime at;
    std::optional<SaidWords> reason; ///< nothing when none was given
    QString why;                     ///< of a lapse: "window", "withdrawn", "unanswered"
};

/// A visit opened for the person who decides, or who looks what was decided.
struct CaseFile {
    domain::Visit visit;
    domain::VisitorRecord record; ///< documentNumber and personalNumber masked until openDocument
    QByteArray portrait;
    bool hasDocument = false;
    QString answer;
    Reason asked; ///< the question that waits for an answer
    QString purposeEnglish;
    QString purposeChinese;
    std::vector<domain::Zone> zones;
    QString hostName;
    std::vector<domain::Consent> consents;
    std::vector<domain::Item> items;
    /// Of a visit that waits: what the rules say now. Of any other: what they said at the last approval, and never more; none
    /// when nobody approved it.
    std::vector<domain::Finding> findings;
    std::optional<QDateTime> findingsAt; ///< when they were signed; nothing while they are of now
    /// Of an approved visit that has not come in: what blocks or warns now and did not then. Whoever lets the visitor in has to
    /// know it.
    std::vector<domain::Finding> sinceApproved;
    std::vector<CaseDecision> decisions; ///< oldest first
    std::vector<Approval> approvals;
    int approvalsNeeded = 1;
    std::vector<domain::Visit> partyMembers; ///< the others of the party
    HostWork hostWork;                       ///< what the invitation says about the work; empty: nothing
    std::vector<CaseBriefing> briefings;     ///< one for each zone that asks for it (R23)
    std::optional<VisitDifference> differs;  ///< the row says what nobody signed for: no badge is printed for it
};

/// NotAllowed for people who may not read visits; NotFound; BadSignature when sealed data were changed.
[[nodiscard]] Result<CaseFile> openCase(const Workplace &workplace, const StaffSession &session, const domain::VisitId &visit);

/// A visit whose sealed record, entries and zones were read within one transaction.
struct OpenedVisit {
    CaseFile file;
    security::SecureBytes dataKey;
};
/// For use cases that act on it in the same transaction.
[[nodiscard]] Result<OpenedVisit> openVisit(domain::Transaction &transaction, const Workplace &workplace,
                                            const StaffSession &session, const domain::VisitId &visit);

} // namespace gatehouse::usecases
