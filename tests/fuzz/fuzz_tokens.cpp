// SPDX-License-Identifier: GPL-3.0-or-later
#include "parsing/payload.h"
#include "security/tokens.h"

#include <cstdint>
#include <cstdlib>

using namespace gatehouse;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString text = QString::fromLatin1(bytes);
    const QByteArray nobody(32, '\x09');
    const auto badge = security::parseBadgeToken(text);
    const auto staff = security::parseStaffBadgeToken(text);
    const auto invite = security::parseInviteToken(text);
    if (badge.has_value() + staff.has_value() + invite.has_value() > 1)
        std::abort(); // the one is never taken for the other
    // Nobody has signed it.
    if ((badge && security::verifyBadgeToken(*badge, nobody)) || (staff && security::verifyStaffBadgeToken(*staff, nobody)) ||
        (invite && security::verifyInviteToken(*invite, nobody)))
        std::abort();
    if (const auto decoded = security::fromBase45(bytes); decoded && security::toBase45(*decoded) != bytes)
        std::abort();
    if (security::fromBase45(security::toBase45(bytes)).value_or(QByteArray("-")) != bytes)
        std::abort();
    if (scanning::parsePayload(bytes, QDate(2026, 11, 24)).valid && !bytes.contains("ANSI") && !bytes.contains('D') &&
        !bytes.contains('%'))
        std::abort();
    return 0;
}
