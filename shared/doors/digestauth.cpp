// SPDX-License-Identifier: GPL-3.0-or-later
#include "digestauth.h"

#include <QCryptographicHash>
#include <QHash>

namespace gatehouse::doors
{

namespace
{
QByteArray hashed(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

QByteArray quoted(const QByteArray &text)
{
    QByteArray value = text;
    value.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + value + '"';
}

/// `name=value` pairs behind "Digest", quoted or not (RFC 7235, 2.1).
QHash<QByteArray, QByteArray> parameters(const QByteArray &text)
{
    QHash<QByteArray, QByteArray> found;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype equals = text.indexOf('=', at);
        if (equals < 0)
            break;
        const QByteArray name = text.mid(at, equals - at).trimmed().toLower();
        QByteArray value;
        at = equals + 1;
        if (at < text.size() && text.at(at) == '"') {
            for (++at; at < text.size() && text.at(at) != '"'; ++at) {
                if (text.at(at) == '\\' && at + 1 < text.size())
                    ++at;
                value += text.at(at);
            }
        }
        const qsizetype comma = text.indexOf(',', at);
        const qsizetype end = comma < 0 ? text.size() : comma;
        if (value.isEmpty())
            value = text.mid(at, end - at).trimmed();
        found.insert(name, value == "\"" ? QByteArray() : value);
        at = end + 1;
    }
    return found;
}

bool offersAuth(const QByteArray &qop)
{
    for (const QByteArray &one : qop.split(',')) {
        if (one.trimmed().toLower() == "auth")
            return true;
    }
    return false;
}
} // namespace

DigestAuth::DigestAuth(QString user, QString password) : m_user(std::move(user)), m_password(std::move(password)) {}

bool DigestAuth::challenge(const QByteArray &header)
{
    for (const QByteArray &line : header.split('\n')) { // Qt joins several headers with a line feed
        if (!line.trimmed().toLower().startsWith("digest "))
            continue;
        const auto values = parameters(line.trimmed().mid(7));
        const bool usable = values.value("algorithm").toUpper() == "SHA-256" && offersAuth(values.value("qop")) &&
                            !values.value("nonce").isEmpty() && values.contains("realm");
        if (!usable)
            continue;
        if (values.value("nonce") != m_nonce)
            m_count = 0;
        m_realm = values.value("realm");
        m_nonce = values.value("nonce");
        m_opaque = values.value("opaque");
        m_stale = values.value("stale").toLower() == "true";
        return true;
    }
    return false;
}

QByteArray DigestAuth::authorization(const QByteArray &method, const QByteArray &uri, const QByteArray &cnonce)
{
    const QByteArray count = QByteArray::number(++m_count, 16).rightJustified(8, '0');
    const QByteArray secret = hashed(m_user.toUtf8() + ':' + m_realm + ':' + m_password.toUtf8());
    const QByteArray response =
        hashed(secret + ':' + m_nonce + ':' + count + ':' + cnonce + ":auth:" + hashed(method + ':' + uri));
    QByteArray value = "Digest username=" + quoted(m_user.toUtf8()) + ", realm=" + quoted(m_realm) +
                       ", nonce=" + quoted(m_nonce) + ", uri=" + quoted(uri) + ", algorithm=SHA-256, qop=auth, nc=" + count +
                       ", cnonce=" + quoted(cnonce) + ", response=" + quoted(response);
    if (!m_opaque.isEmpty())
        value += ", opaque=" + quoted(m_opaque);
    return value;
}

} // namespace gatehouse::doors
