// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workplace.h"

namespace gatehouse::domain::action
{
inline const QString staffCode = QStringLiteral("staff.code"); ///< another one-time code: hash of it; the one before is dead
} // namespace gatehouse::domain::action

namespace gatehouse::usecases
{

inline constexpr int codeDays = 14; ///< how long one is good

/// Another one-time code for a person who has not used the first, which was lost or is past its time; that one is dead from
/// then on, and wrong tries with it are forgotten. Answers with the code, which is shown once and stored nowhere. NotAllowed:
/// no manager (R17). Conflict (detail: state): the person has made own keys, which no code gives to anybody (R18), or never
/// gets any. BadSignature: the record does not say what was certified. NotFound: nobody. Storage errors. Thread of the
/// Workplace.
[[nodiscard]] Result<QString> renewCode(const Workplace &workplace, const StaffSession &manager, const domain::StaffId &staff);

// Below: what the use cases of accounts share; nobody else needs it.

/// The seed of the keys that a code stands for.
security::SecureBytes codeSeed(const security::SecureBytes &code);

struct MadeCode {
    QString text;
    QByteArray activationKey; ///< to be stated: it proves the code, and does not give it away
};
/// Makes a code, good for 14 days, in place of one that there may be, with the manager's sealing keys sealed to it for who
/// reads visits. Within the transaction of the manager's act.
[[nodiscard]] Result<MadeCode> makeCode(domain::Transaction &transaction, const Workplace &workplace,
                                        const StaffSession &manager, const domain::Staff &person);

} // namespace gatehouse::usecases
