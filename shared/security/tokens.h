// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keys.h"

#include <QDateTime>
#include <QUuid>

namespace gatehouse::security
{

/// The detail of NotFound for a token that another site made.
inline const QString ofOtherSite = QStringLiteral("other site");

/// What a badge's QR code says, signed by the issuing station. It names a visit and grants nothing by itself.
/// Binary form (big endian, at most 120 bytes): version 1, site 4, visit 16, serial 8, not-before 4, not-after 4 (seconds),
/// station 16, Ed25519 signature 64 over all before it. Text form: "GH1:" and base45 (RFC 9285), which fits the
/// alphanumeric mode of QR.
struct BadgeToken {
    QByteArray site; ///< first 4 bytes of the root key's fingerprint
    QUuid visit;
    quint64 serial = 0;
    QDateTime notBefore;
    QDateTime notAfter;
    QUuid station;

    bool operator==(const BadgeToken &) const = default;
};

struct ParsedBadgeToken {
    BadgeToken token;
    QByteArray signedBytes;
    QByteArray signature;
};

/// Empty when the site has not four bytes or a time lies outside 1970-2106. Milliseconds are cut off.
QString makeBadgeToken(const BadgeToken &token, const SecureBytes &stationSecretKey);
/// Invalid when the text is no badge token. Says nothing about the signature.
[[nodiscard]] Result<ParsedBadgeToken> parseBadgeToken(const QString &text);
bool verifyBadgeToken(const ParsedBadgeToken &parsed, const QByteArray &stationPublicKey);

/// A staff badge's QR code, signed by the station that printed it: the same bytes as a visitor's badge with the person (16) in
/// the place of the visit, so at most 120 too, signed with a text of its own ahead: the one never passes for the other. Text
/// form "GS1:" and base45. It names a person and opens nothing without the person's PIN (R17).
struct StaffBadgeToken {
    QByteArray site;
    QUuid staff;
    quint64 serial = 0;
    QDateTime notBefore;
    QDateTime notAfter;
    QUuid station;

    bool operator==(const StaffBadgeToken &) const = default;
};

struct ParsedStaffBadgeToken {
    StaffBadgeToken token;
    QByteArray signedBytes; ///< with "gatehouse.staffbadge.1|" ahead
    QByteArray signature;
};

/// Empty as above.
QString makeStaffBadgeToken(const StaffBadgeToken &token, const SecureBytes &stationSecretKey);
[[nodiscard]] Result<ParsedStaffBadgeToken> parseStaffBadgeToken(const QString &text);
bool verifyStaffBadgeToken(const ParsedStaffBadgeToken &parsed, const QByteArray &stationPublicKey);

/// An invitation's QR code, signed by the person who invited: version 1, site 4, invitation 16, not-before 4, not-after 4,
/// staff 16, signature 64. Text form "GI1:" and base45.
struct InviteToken {
    QByteArray site;
    QUuid invitation;
    QDateTime notBefore;
    QDateTime notAfter;
    QUuid staff;

    bool operator==(const InviteToken &) const = default;
};

struct ParsedInviteToken {
    InviteToken token;
    QByteArray signedBytes;
    QByteArray signature;
};

/// Empty as above.
QString makeInviteToken(const InviteToken &token, const SecureBytes &staffSecretKey);
[[nodiscard]] Result<ParsedInviteToken> parseInviteToken(const QString &text);
bool verifyInviteToken(const ParsedInviteToken &parsed, const QByteArray &staffPublicKey);

/// RFC 9285.
QByteArray toBase45(const QByteArray &bytes);
[[nodiscard]] Result<QByteArray> fromBase45(const QByteArray &text);

} // namespace gatehouse::security
