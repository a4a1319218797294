// SPDX-License-Identifier: GPL-3.0-or-later
#include "trouble.h"

#include "usecases/requestvisit.h"

namespace gatehouse::kiosk
{

QString troubleCode(Trouble trouble)
{
    switch (trouble) {
    case Trouble::None:
        return {};
    case Trouble::NoDatabase:
        return QStringLiteral("no-database");
    case Trouble::Busy:
        return QStringLiteral("busy");
    case Trouble::ReadOnly:
        return QStringLiteral("read-only");
    case Trouble::Full:
        return QStringLiteral("full");
    case Trouble::Damaged:
        return QStringLiteral("damaged");
    case Trouble::Tampered:
        return QStringLiteral("tampered");
    case Trouble::NewerSchema:
        return QStringLiteral("newer-schema");
    case Trouble::ReplacedSite:
        return QStringLiteral("replaced-site");
    case Trouble::ClockWrong:
        return QStringLiteral("clock-wrong");
    case Trouble::NotEnrolled:
        return QStringLiteral("not-enrolled");
    case Trouble::Revoked:
        return QStringLiteral("revoked");
    case Trouble::NotLive:
        return QStringLiteral("not-live");
    case Trouble::UnknownZone:
        return QStringLiteral("unknown-zone");
    case Trouble::Internal:
        return QStringLiteral("internal");
    }
    return {};
}

Trouble troubleOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Unavailable:
        return Trouble::NoDatabase;
    case ErrorCode::Busy:
        return Trouble::Busy;
    case ErrorCode::ReadOnly:
        return Trouble::ReadOnly;
    case ErrorCode::Full:
        return Trouble::Full;
    case ErrorCode::Damaged:
        return Trouble::Damaged;
    case ErrorCode::NewerSchema:
        return Trouble::NewerSchema;
    case ErrorCode::Untrusted:
        return error.detail == usecases::siteNotLive ? Trouble::NotLive : Trouble::ReplacedSite;
    case ErrorCode::ClockWrong:
        return Trouble::ClockWrong;
    default:
        return Trouble::None;
    }
}

} // namespace gatehouse::kiosk
