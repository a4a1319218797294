// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "approvals.h"
#include "domain/policy.h"
#include "invitations.h"
#include "provenvisit.h"

namespace gatehouse::usecases
{

/// How a visitor stands to the safety briefing of one zone.
struct CaseBriefing {
    domain::ZoneId zone;
    std::optional<domain::BriefingPassed> passed;  ///< and it holds
    std::optional<domain::BriefingPassed> earlier; ///< not passed now, but at this earlier visit: can be taken over
};

/// A visit opened for the person who decides.
struct CaseFile {
    domain::Visit visit;
    domain::VisitorRecord record; ///< documentNumber and personalNumber masked until openDocument
    QByteArray portrait;
    bool hasDocument = false;
    QString answer;
    QString purposeEnglish;
    QString purposeChinese;
    std::vector<domain::Zone> zones;
    QString hostName;
    std::vector<domain::Consent> consents;
    std::vector<domain::Item> items;
    std::vector<domain::Finding> findings;
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
