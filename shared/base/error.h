// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse
{

/// Why something that can fail did fail. The sentence a person reads is made from the code by the user interface.
enum class ErrorCode {
    NotFound,     ///< no such visit, badge, person, file
    Invalid,      ///< input that does not fit: malformed, too long, missing
    Conflict,     ///< somebody was faster: "already decided by ..."
    NotAllowed,   ///< the person or station does not hold the role
    WrongSecret,  ///< staff number and password do not fit
    BackOff,      ///< too many wrong attempts; detail holds the seconds to wait
    Expired,      ///< password, badge, invitation past its time
    BadSignature, ///< a signature, a hash or a chain does not verify
    Untrusted,    ///< the database names another root or site than this station was enrolled for
    Busy,         ///< the database stayed locked
    ReadOnly,     ///< the database cannot be written
    Full,         ///< no space left
    Damaged,      ///< the database is not a sound database
    NewerSchema,  ///< written by a newer version of the program
    ClockWrong,   ///< this station's clock is below the latest time seen
    Unavailable,  ///< device, printer, camera or server is not there
    Blocked,      ///< the policy forbids it
    Internal      ///< a bug
};

/// A failure as a value: what kind, and a detail for developers and logs (never personal data).
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString detail;

    bool operator==(const Error &) const = default;
};

/// The stable name of a code for logs and JSON, e.g. "not-found".
QString errorName(ErrorCode code);

} // namespace gatehouse
