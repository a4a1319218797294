// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dutybook.h"
#include "note.h"
#include "statementbook.h"

#include <map>
#include <vector>

namespace gatehouse::domain
{

using ExceptionId = Id<struct ExceptionTag>;

/// Requested -> Checked (supervisor) -> Signed (leadership, names the maintainer) -> Opened (that one person) -> Relocked.
/// Refused ends it before; ClosedAtOnce is maintenance's right at any time (R26).
enum class ExceptionState { Requested, Checked, Signed, Opened, Relocked, Refused, ClosedAtOnce };

/// A departure from a lock that the policy sets: USB or internet on a room's PC (R8), a network or a right (R26), a staff
/// number's special use (R17).
struct ExceptionRequest {
    ExceptionId id;
    QString kind; ///< "usb", "internet", "network", "right", "staff-number"
    ZoneId zone;
    QString system; ///< which PC, port or right: a label, not personal
    StaffId requestedBy;
    QDateTime requestedAt;
    QDateTime until; ///< when it must be locked again
    std::optional<NoteRef> note;
    ExceptionState state = ExceptionState::Requested;
    std::optional<StaffId> checkedBy;
    std::optional<StaffId> signedBy;
    std::optional<StaffId> maintainer;
    std::optional<QDateTime> openedAt;
    std::optional<StaffId> endedBy;
    std::optional<QDateTime> endedAt;
    std::optional<NoteRef> endNote; ///< why it was refused or closed at once

    bool isOpen() const { return state == ExceptionState::Opened; }
    bool isRunning() const { return state < ExceptionState::Relocked; }
    bool isOverdue(const QDateTime &at) const { return isRunning() && at > until; }
    bool operator==(const ExceptionRequest &) const = default;
};

/// Exceptions as signed statements tell them. What comes out of order, or from somebody who is not the one whose turn it is,
/// counts as absent: supervisor of the zone first, then its lead or a manager, both others than the person who asked and than
/// each other; carried out and locked again by the named maintainer only; closed at once by any maintainer of the zone or a
/// manager.
class ExceptionBook final : public StatementBook
{
public:
    /// `duties` is replayed before this book and must outlive it.
    explicit ExceptionBook(const DutyBook &duties) : m_duties(duties) {}

    bool wants(const QString &action) const override;
    void apply(const LedgerEntry &entry, const StandingView &view) override;

    std::optional<ExceptionRequest> byId(const ExceptionId &id) const;
    /// Newest first.
    std::vector<ExceptionRequest> all() const;

    /// Whose turn it is: whether this person may take the step now. `step` is the action's name.
    bool may(const ExceptionRequest &request, const QString &step, const StaffId &by, bool manager, const QDateTime &at) const;

private:
    void step(ExceptionRequest &request, const LedgerEntry &entry, const StaffId &by) const;

    const DutyBook &m_duties;
    std::map<ExceptionId, ExceptionRequest> m_requests;
};

QString exceptionSubject(const ExceptionId &id);
QString exceptionStateName(ExceptionState state);
QStringList exceptionKinds();

} // namespace gatehouse::domain
