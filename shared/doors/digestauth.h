// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace gatehouse::doors
{

/// The client's side of HTTP digest authentication (RFC 7616) with SHA-256 and qop=auth, and with nothing weaker: an MD5
/// challenge counts as none. Made here because Qt's access manager answers MD5 only. Pure; the caller keeps one object per
/// server, so that a nonce is used with a count that grows, as 3.4 asks.
class DigestAuth
{
public:
    DigestAuth(QString user, QString password);

    /// Takes the values of WWW-Authenticate. False when no challenge with SHA-256 and qop=auth is among them.
    bool challenge(const QByteArray &header);
    /// Whether the last challenge said that only the nonce was old.
    bool stale() const { return m_stale; }
    bool hasNonce() const { return !m_nonce.isEmpty(); }

    /// The value of Authorization for the next request. `uri` is the path with its query, as in the request line; `cnonce` is
    /// fresh randomness of the caller's.
    QByteArray authorization(const QByteArray &method, const QByteArray &uri, const QByteArray &cnonce);

private:
    QString m_user;
    QString m_password;
    QByteArray m_realm;
    QByteArray m_nonce;
    QByteArray m_opaque;
    bool m_stale = false;
    quint32 m_count = 0;
};

} // namespace gatehouse::doors
