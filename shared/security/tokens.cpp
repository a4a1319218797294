// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokens.h"

#include <QTimeZone>
#include <QtEndian>

#include <limits>

namespace gatehouse::security
{

namespace
{

constexpr char tokenVersion = 1;
constexpr qsizetype siteSize = 4;
constexpr qsizetype uuidSize = 16;
constexpr qsizetype signatureSize = 64;
constexpr qsizetype badgeSignedSize = 1 + siteSize + uuidSize + 8 + 4 + 4 + uuidSize;
constexpr qsizetype inviteSignedSize = 1 + siteSize + uuidSize + 4 + 4 + uuidSize;
static_assert(badgeSignedSize + signatureSize <= 120);

const QLatin1String badgePrefix("GH1:");
const QLatin1String staffPrefix("GS1:");
const QLatin1String invitePrefix("GI1:");

template <typename Unsigned>
void appendBigEndian(QByteArray &bytes, Unsigned value)
{
    char buffer[sizeof(Unsigned)];
    qToBigEndian(value, buffer);
    bytes.append(buffer, sizeof buffer);
}

bool fitsSeconds(const QDateTime &time)
{
    return time.isValid() && time.toSecsSinceEpoch() >= 0 && time.toSecsSinceEpoch() <= std::numeric_limits<quint32>::max();
}

void appendSeconds(QByteArray &bytes, const QDateTime &time)
{
    appendBigEndian(bytes, static_cast<quint32>(time.toSecsSinceEpoch()));
}

/// Reads what is there, front to back; the caller has checked the length.
class FieldReader
{
public:
    explicit FieldReader(const QByteArray &bytes) : m_bytes(bytes) {}

    QByteArray take(qsizetype size)
    {
        const auto part = m_bytes.mid(m_position, size);
        m_position += size;
        return part;
    }
    QUuid uuid() { return QUuid::fromRfc4122(take(uuidSize)); }
    quint64 number64() { return qFromBigEndian<quint64>(take(8).constData()); }
    QDateTime seconds() { return QDateTime::fromSecsSinceEpoch(qFromBigEndian<quint32>(take(4).constData()), Qt::UTC); }

private:
    QByteArray m_bytes;
    qsizetype m_position = 0;
};

/// Empty when there are no bytes.
QString signedText(QLatin1String prefix, const QByteArray &bytes, const SecureBytes &secretKey, const QByteArray &domain = {})
{
    return bytes.isEmpty() ? QString() : prefix + QString::fromLatin1(toBase45(bytes + sign(secretKey, domain + bytes)));
}

/// The signed bytes and the signature behind a prefix, with exactly the length that the version has.
Result<QByteArray> tokenBytes(const QString &text, QLatin1String prefix, qsizetype signedSize)
{
    const auto bytesWanted = signedSize + signatureSize;
    const auto charactersWanted = bytesWanted / 2 * 3 + (bytesWanted % 2) * 2;
    if (!text.startsWith(prefix) || text.size() != prefix.size() + charactersWanted)
        return fail(ErrorCode::Invalid, QStringLiteral("prefix or length of the token"));
    // toLatin1 makes '?' of everything else, which is outside base45 as well.
    GATEHOUSE_TRY_ASSIGN(auto bytes, fromBase45(text.mid(prefix.size()).toLatin1()));
    if (bytes.size() != bytesWanted || bytes.at(0) != tokenVersion)
        return fail(ErrorCode::Invalid, QStringLiteral("version of the token"));
    return bytes;
}

} // namespace

namespace
{

/// What a staff badge's signature is over before its bytes. A visitor's badge has the same fields: without this the signature
/// of the one would do for the other.
QByteArray staffDomain()
{
    return QByteArrayLiteral("gatehouse.staffbadge.1|");
}

/// What badges of visitors and of staff have in common: whom they name, and for when.
struct NamedBadge {
    QByteArray site;
    QUuid holder;
    quint64 serial = 0;
    QDateTime notBefore;
    QDateTime notAfter;
    QUuid station;
};

/// Empty when a field does not fit.
QByteArray bytesOf(const NamedBadge &badge)
{
    if (badge.site.size() != siteSize || !fitsSeconds(badge.notBefore) || !fitsSeconds(badge.notAfter))
        return {};
    QByteArray bytes(1, tokenVersion);
    bytes += badge.site;
    bytes += badge.holder.toRfc4122();
    appendBigEndian(bytes, badge.serial);
    appendSeconds(bytes, badge.notBefore);
    appendSeconds(bytes, badge.notAfter);
    bytes += badge.station.toRfc4122();
    return bytes;
}

NamedBadge readNamedBadge(const QByteArray &bytes)
{
    FieldReader reader(bytes);
    reader.take(1);
    NamedBadge badge;
    badge.site = reader.take(siteSize);
    badge.holder = reader.uuid();
    badge.serial = reader.number64();
    badge.notBefore = reader.seconds();
    badge.notAfter = reader.seconds();
    badge.station = reader.uuid();
    return badge;
}

} // namespace

QString makeBadgeToken(const BadgeToken &token, const SecureBytes &stationSecretKey)
{
    return signedText(badgePrefix,
                      bytesOf({token.site, token.visit, token.serial, token.notBefore, token.notAfter, token.station}),
                      stationSecretKey);
}

Result<ParsedBadgeToken> parseBadgeToken(const QString &text)
{
    GATEHOUSE_TRY_ASSIGN(const auto bytes, tokenBytes(text, badgePrefix, badgeSignedSize));
    const NamedBadge read = readNamedBadge(bytes);
    return ParsedBadgeToken{{read.site, read.holder, read.serial, read.notBefore, read.notAfter, read.station},
                            bytes.first(badgeSignedSize),
                            bytes.mid(badgeSignedSize)};
}

bool verifyBadgeToken(const ParsedBadgeToken &parsed, const QByteArray &stationPublicKey)
{
    return verify(stationPublicKey, parsed.signedBytes, parsed.signature);
}

QString makeStaffBadgeToken(const StaffBadgeToken &token, const SecureBytes &stationSecretKey)
{
    return signedText(staffPrefix,
                      bytesOf({token.site, token.staff, token.serial, token.notBefore, token.notAfter, token.station}),
                      stationSecretKey, staffDomain());
}

Result<ParsedStaffBadgeToken> parseStaffBadgeToken(const QString &text)
{
    GATEHOUSE_TRY_ASSIGN(const auto bytes, tokenBytes(text, staffPrefix, badgeSignedSize));
    const NamedBadge read = readNamedBadge(bytes);
    return ParsedStaffBadgeToken{{read.site, read.holder, read.serial, read.notBefore, read.notAfter, read.station},
                                 staffDomain() + bytes.first(badgeSignedSize),
                                 bytes.mid(badgeSignedSize)};
}

bool verifyStaffBadgeToken(const ParsedStaffBadgeToken &parsed, const QByteArray &stationPublicKey)
{
    return verify(stationPublicKey, parsed.signedBytes, parsed.signature);
}

QString makeInviteToken(const InviteToken &token, const SecureBytes &staffSecretKey)
{
    if (token.site.size() != siteSize || !fitsSeconds(token.notBefore) || !fitsSeconds(token.notAfter))
        return {};
    QByteArray bytes(1, tokenVersion);
    bytes += token.site;
    bytes += token.invitation.toRfc4122();
    appendSeconds(bytes, token.notBefore);
    appendSeconds(bytes, token.notAfter);
    bytes += token.staff.toRfc4122();
    return signedText(invitePrefix, bytes, staffSecretKey);
}

Result<ParsedInviteToken> parseInviteToken(const QString &text)
{
    GATEHOUSE_TRY_ASSIGN(const auto bytes, tokenBytes(text, invitePrefix, inviteSignedSize));
    ParsedInviteToken parsed;
    FieldReader reader(bytes);
    reader.take(1);
    parsed.token.site = reader.take(siteSize);
    parsed.token.invitation = reader.uuid();
    parsed.token.notBefore = reader.seconds();
    parsed.token.notAfter = reader.seconds();
    parsed.token.staff = reader.uuid();
    parsed.signedBytes = bytes.first(inviteSignedSize);
    parsed.signature = bytes.mid(inviteSignedSize);
    return parsed;
}

bool verifyInviteToken(const ParsedInviteToken &parsed, const QByteArray &staffPublicKey)
{
    return verify(staffPublicKey, parsed.signedBytes, parsed.signature);
}

} // namespace gatehouse::security
