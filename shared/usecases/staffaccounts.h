// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "security/passwordpolicy.h"
#include "workplace.h"

namespace gatehouse::usecases
{

/// Days after which a password must be changed (R18).
inline constexpr int passwordDays = 90;

/// The detail of Untrusted where a record of an account is not what was signed: it counts as absent.
inline const QString uncertified = QStringLiteral("staff row without statement");

struct NewStaff {
    QString number;
    QString name;
    domain::Grade grade = domain::Grade::Employee;
    std::set<domain::Role> roles;
    QDate agreementDate; ///< R20: without a signed agreement nobody is made active
    QString language = QStringLiteral("en");
};

struct StaffInvited {
    domain::StaffId id;
    QString code; ///< the one-time code, shown once; empty for people without a role, who only host
};

/// A manager certifies a person and the roles (R16, R17). Conflict when the number was ever used.
[[nodiscard]] Result<StaffInvited> inviteStaff(const Workplace &workplace, const StaffSession &manager, const NewStaff &staff);

/// A new person makes own keys at the first sign-in with the one-time code and chooses a password. WrongSecret (never says
/// which part was wrong, nor whether the number waits for a code), BackOff as signIn; to who has the code: Expired, Invalid
/// (password; detail is the PasswordFlaw's number).
[[nodiscard]] Result<void> activateStaff(const Workplace &workplace, const QString &number, const QString &code,
                                         const security::SecureBytes &password, const security::SecureBytes &pepper,
                                         security::KeyCost cost = security::KeyCost::Moderate);

/// A leaver: account, roles and keys end in one act (R21).
[[nodiscard]] Result<void> endStaff(const Workplace &workplace, const StaffSession &manager, const domain::StaffId &staff);
/// The same within a larger act whose right was checked.
[[nodiscard]] Result<void> endStaffIn(domain::Transaction &transaction, const Workplace &workplace, const StaffSession &manager,
                                      const domain::StaffId &staff);

struct SignInResult {
    StaffSession session;
    bool passwordExpired = false; ///< must be changed before anything else
    bool elsewhereClosed = false; ///< a session of the same person at another place was ended (R17)
};

/// WrongSecret (never says which part was wrong, nor whether there is such an account or it is active), BackOff (detail:
/// seconds to wait), Untrusted (detail: uncertified). Blocks for the time of Argon2id, whatever the answer.
[[nodiscard]] Result<SignInResult> signIn(const Workplace &workplace, const QString &number,
                                          const security::SecureBytes &password, const security::SecureBytes &pepper);
[[nodiscard]] Result<void> signOut(const Workplace &workplace, const StaffSession &session);
/// Whether the session is still the person's open one and the person still active; the app locks itself when not.
[[nodiscard]] Result<bool> sessionIsOpen(const Workplace &workplace, const StaffSession &session);
/// Opens the keys once more without a new session: unlocking the screen. Counts wrong attempts like signIn.
[[nodiscard]] Result<void> checkPassword(const Workplace &workplace, const StaffSession &session,
                                         const security::SecureBytes &password, const security::SecureBytes &pepper);
[[nodiscard]] Result<void> changePassword(const Workplace &workplace, StaffSession &session,
                                          const security::SecureBytes &oldPassword, const security::SecureBytes &newPassword,
                                          const security::SecureBytes &pepper,
                                          security::KeyCost cost = security::KeyCost::Moderate);

/// The person's own language ("en", "zh_CN") for windows and papers. A preference: no authority, so no entry in the log.
[[nodiscard]] Result<void> chooseLanguage(const Workplace &workplace, const StaffSession &session, const QString &language);

/// People whom a visitor may name as host. `query` of at least two characters; at most `limit`; never the whole directory.
struct HostMatch {
    domain::StaffId id;
    QString name;
};
[[nodiscard]] Result<std::vector<HostMatch>> findHosts(const Workplace &workplace, const QString &query, int limit = 5);
/// The name for a screen, as its row has it; empty when there is no such row.
[[nodiscard]] Result<QString> staffName(const Workplace &workplace, const domain::StaffId &staff);
/// Staff for screens of signed-in people: number, grade, roles and state as signed; names are signed nowhere.
[[nodiscard]] Result<std::vector<domain::Staff>> staffList(const Workplace &workplace);

} // namespace gatehouse::usecases
