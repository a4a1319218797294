// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ids.h"
#include "note.h"
#include "statementbook.h"

#include <map>
#include <vector>

namespace gatehouse::domain
{

class DutyBook;

using RegisteredId = Id<struct RegisteredTag>;
using MaterialPassId = Id<struct MaterialPassTag>;

/// What the room lends (R7, R21). A medium must be virus-checked before it comes back.
enum class RegisteredKind { Medium, Key, Device };

struct VirusCheck {
    StaffId by;
    QString tool; ///< name and version of the scanner
    QDateTime at;
    bool clean = false;

    bool operator==(const VirusCheck &) const = default;
};

struct Loan {
    QString to; ///< "staff:<id>" or "visit:<id>"
    StaffId by; ///< who handed it out
    QDateTime at;
    QDateTime until;
    bool takenOut = false; ///< left the premises, not only the room

    bool operator==(const Loan &) const = default;
};

/// Why a medium cannot be taken back (R7).
inline const QString virusCheckMissing = QStringLiteral("virus-check-missing");
inline const QString virusFound = QStringLiteral("virus-found");

/// One thing of the register.
struct Registered {
    RegisteredId id;
    RegisteredKind kind = RegisteredKind::Medium;
    QString label; ///< as on the thing
    ZoneId zone;
    std::optional<Loan> loan;
    std::optional<VirusCheck> check; ///< since the present loan began
    bool lost = false;

    bool isOut() const { return loan.has_value() && !lost; }
    bool isOverdue(const QDateTime &at) const { return isOut() && at > loan->until; }
    /// Why it cannot be taken back now: virusCheckMissing, virusFound, "not-out"; empty when it can.
    QString returnHindrance() const;
    bool operator==(const Registered &) const = default;
};

/// What leaves for good or for a time, papers and copies included (R19, R21).
struct MaterialPass {
    enum class State { Requested, Approved, Refused, Left };

    MaterialPassId id;
    QString what;   ///< "server", "disk", "paper", "tool", "other"
    QString serial; ///< as on the thing; for papers the number of sheets
    ZoneId zone;
    StaffId requestedBy;
    StaffId owner; ///< must approve
    QString taker; ///< "staff:<id>" or "visit:<id>"
    QDateTime at;
    std::optional<NoteRef> note;
    State state = State::Requested;
    std::optional<StaffId> checkedBy; ///< the guard
    std::optional<QDateTime> leftAt;

    bool operator==(const MaterialPass &) const = default;
};

/// A visitor's item that was taken against a tag.
struct Deposit {
    VisitId visit;
    QString kind;
    QString tag;
    QDateTime at;
    bool leftBehind = false; ///< the visitor departed without it: an open item (R21)

    bool operator==(const Deposit &) const = default;
};

/// Media, keys, devices, material passes and deposits as signed statements tell them. What counts as absent:
/// what somebody says about the register who may not keep it for that zone (standing.h); a return of a medium without a clean
/// check since it was lent; a loan of what is out; an approval by another than the owner; a guard's check before the approval
/// or of another serial. `duties` must outlive the book and be replayed ahead of it.
class ItemBook final : public StatementBook
{
public:
    explicit ItemBook(const DutyBook &duties) : m_duties(duties) {}

    bool wants(const QString &action) const override;
    void apply(const LedgerEntry &entry, const StandingView &standing) override;

    std::optional<Registered> byId(const RegisteredId &id) const;
    std::vector<Registered> registered() const;
    /// Out with this person or visit.
    std::vector<Registered> heldBy(const QString &subject) const;

    std::optional<MaterialPass> pass(const MaterialPassId &id) const;
    /// Newest first.
    std::vector<MaterialPass> passes() const;

    std::vector<Deposit> deposits() const;

private:
    void applyRegistered(const LedgerEntry &entry, const StaffId &by, const StandingView &standing);
    void applyPass(const LedgerEntry &entry, const StaffId &by, bool guard);
    void applyDeposit(const LedgerEntry &entry);

    const DutyBook &m_duties;
    std::map<RegisteredId, Registered> m_registered;
    std::map<MaterialPassId, MaterialPass> m_passes;
    std::vector<Deposit> m_deposits;
};

QString registeredSubject(const RegisteredId &id);
QString passSubject(const MaterialPassId &id);
QString registeredKindName(RegisteredKind kind);
std::optional<RegisteredKind> registeredKindFromName(QStringView name);
/// What a leaver hands back to the on-site manager (R21).
QStringList leavingCodes();

} // namespace gatehouse::domain
