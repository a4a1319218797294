// SPDX-License-Identifier: GPL-3.0-or-later
#include "error.h"

namespace gatehouse
{

QString errorName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return QStringLiteral("not-found");
    case ErrorCode::Invalid:
        return QStringLiteral("invalid");
    case ErrorCode::Conflict:
        return QStringLiteral("conflict");
    case ErrorCode::NotAllowed:
        return QStringLiteral("not-allowed");
    case ErrorCode::WrongSecret:
        return QStringLiteral("wrong-secret");
    case ErrorCode::BackOff:
        return QStringLiteral("back-off");
    case ErrorCode::Expired:
        return QStringLiteral("expired");
    case ErrorCode::BadSignature:
        return QStringLiteral("bad-signature");
    case ErrorCode::Untrusted:
        return QStringLiteral("untrusted");
    case ErrorCode::Busy:
        return QStringLiteral("busy");
    case ErrorCode::ReadOnly:
        return QStringLiteral("read-only");
    case ErrorCode::Full:
        return QStringLiteral("full");
    case ErrorCode::Damaged:
        return QStringLiteral("damaged");
    case ErrorCode::NewerSchema:
        return QStringLiteral("newer-schema");
    case ErrorCode::ClockWrong:
        return QStringLiteral("clock-wrong");
    case ErrorCode::Unavailable:
        return QStringLiteral("unavailable");
    case ErrorCode::Blocked:
        return QStringLiteral("blocked");
    case ErrorCode::Internal:
        break;
    }
    return QStringLiteral("internal");
}

} // namespace gatehouse
