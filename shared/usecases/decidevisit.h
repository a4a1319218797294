// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/policy.h"
#include "invitations.h"
#include "workplace.h"

namespace gatehouse::usecases
{

/// One approval that counts: a statement that verified, by a person who held the role at that place and still counts.
struct Approval {
    domain::StaffId by;
    QDateTime at;
    qint64 sequence = 0;
};

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
};

/// NotAllowed for people who may not read visits; NotFound; BadSignature when sealed data were changed.
[[nodiscard]] Result<CaseFile> openCase(const Workplace &workplace, const StaffSession &session, const domain::VisitId &visit);

struct OpenedDocument {
    QByteArray picture;
    QString documentNumber;
    QString personalNumber;
};

/// The document picture and the ID number; opening them writes an entry (design.md section 5).
[[nodiscard]] Result<OpenedDocument> openDocument(const Workplace &workplace, const StaffSession &session,
                                                  const domain::VisitId &visit);

/// "Original seen, face matches" (R1).
[[nodiscard]] Result<void> recordOriginalSeen(const Workplace &workplace, const StaffSession &session,
                                              const domain::VisitId &visit);

/// Why: a numbered choice, and free text when the choice is "other". Kept sealed; the ledger holds a hash.
struct Reason {
    QString code;
    QString text;
};

struct Decided {
    domain::Visit visit;
    int approvals = 0;
    int needed = 1;
};

/// Signs an approval of what was shown: visit, hashes of the sealed blobs, zones, window, findings, overrides. Blocked while a
/// finding blocks or a warning has no reason; Conflict when somebody decided meanwhile (detail: the staff id); ClockWrong.
/// With enough approvals the visit is Approved and the badge face goes to the kiosk that waits.
[[nodiscard]] Result<Decided> approveVisit(const Workplace &workplace, const StaffSession &session,
                                           const domain::VisitId &visit, const std::optional<Reason> &overrideReason = {});
[[nodiscard]] Result<domain::Visit> denyVisit(const Workplace &workplace, const StaffSession &session,
                                              const domain::VisitId &visit, const Reason &reason);

/// Asks the visitor at the kiosk. `code`: "come-to-desk", "show-document", "who-is-host", "what-purpose", "other" with text.
[[nodiscard]] Result<void> askVisitor(const Workplace &workplace, const StaffSession &session, const domain::VisitId &visit,
                                      const Reason &question);

/// The guard came to a delivery; nobody entered.
[[nodiscard]] Result<domain::Visit> attendDelivery(const Workplace &workplace, const StaffSession &session,
                                                   const domain::VisitId &visit);

/// Takes a declared item against a numbered tag (R7), or gives it back.
[[nodiscard]] Result<void> depositItem(const Workplace &workplace, const StaffSession &session, const domain::VisitId &visit,
                                       const QString &kind, const QString &tag);
[[nodiscard]] Result<void> returnItem(const Workplace &workplace, const StaffSession &session, const domain::VisitId &visit,
                                      const QString &kind);

/// The approvals of a visit that count now. Whoever acts on an approval calls this, never a column.
[[nodiscard]] Result<std::vector<Approval>> countedApprovals(domain::Transaction &transaction, const Workplace &workplace,
                                                             const domain::Visit &visit);
/// Whether an approval by this person completes what the visit's escorted zones ask for; true when it has none.
bool wouldBeApproved(const Workplace &workplace, const domain::VisitId &visit, const domain::StaffId &by);
/// How many a visit needs: the most that one of its zones asks for. Blocked when a zone is not as a manager signed it.
[[nodiscard]] Result<int> approvalsNeeded(domain::Transaction &transaction, const Workplace &workplace,
                                          const domain::Visit &visit);

} // namespace gatehouse::usecases
