// SPDX-License-Identifier: GPL-3.0-or-later
#include "relayserver.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTimer>
#include <QUrlQuery>

namespace gatehouse::test
{

using namespace std::chrono_literals;

namespace
{
const QByteArray realm = QByteArrayLiteral("shellyplus1-0000000000aa");

QByteArray sha(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

QByteArray response(const QByteArray &status, const QByteArray &body, const QByteArray &more = {})
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\n" + more + "\r\n" + body;
}

QByteArray headerOf(const QByteArray &request, const QByteArray &name)
{
    for (const QByteArray &line : request.split('\n')) {
        if (line.toLower().startsWith(name.toLower() + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

QByteArray parameter(const QByteArray &header, const QString &name)
{
    const QRegularExpression pattern(QStringLiteral("(?:^|[ ,])%1=\"?([^\",]*)\"?").arg(name));
    return pattern.match(QString::fromLatin1(header)).captured(1).toLatin1();
}
} // namespace

RelayServer::RelayServer()
{
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, &RelayServer::onReadyRead);
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
}

QUrl RelayServer::address() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort()));
}

void RelayServer::onReadyRead()
{
    auto *socket = qobject_cast<QTcpSocket *>(sender());
    if (!socket->peek(65536).contains("\r\n\r\n"))
        return;
    const QByteArray request = socket->readAll();
    const QByteArray answer = answerTo(request);
    if (manner == Manner::Silent)
        return;
    if (manner == Manner::Dribble) { // the head at once, the body byte by byte: never silent, never done
        const qsizetype head = answer.indexOf("\r\n\r\n") + 4;
        socket->write(answer.left(head));
        auto *pace = new QTimer(socket);
        connect(pace, &QTimer::timeout, socket, [=, sent = head]() mutable { socket->write(answer.mid(sent++, 1)); });
        pace->start(50ms);
        return;
    }
    socket->write(manner == Manner::HalfAnswer ? answer.left(answer.size() - 5) : answer);
}

QByteArray RelayServer::challenge(bool stale)
{
    const QByteArray nonce = "nonce" + QByteArray::number(++m_nonces);
    m_counts.insert(nonce, 0);
    const QByteArray algorithm = manner == Manner::WeakChallenge ? QByteArray("MD5") : QByteArray("SHA-256");
    return "WWW-Authenticate: Digest qop=\"auth\", realm=\"" + realm + "\", nonce=\"" + nonce + "\", algorithm=" + algorithm +
           (stale ? ", stale=true" : "") + "\r\n";
}

bool RelayServer::authorized(const QByteArray &method, const QByteArray &uri, const QByteArray &header)
{
    const QByteArray nonce = parameter(header, QStringLiteral("nonce"));
    const QByteArray count = parameter(header, QStringLiteral("nc"));
    m_stale = !header.isEmpty() && !m_counts.contains(nonce);
    if (m_stale || header.isEmpty())
        return false;
    const QByteArray first = sha("admin:" + realm + ':' + password.toUtf8());
    const QByteArray second = sha(method + ':' + uri);
    const QByteArray wanted =
        sha(first + ':' + nonce + ':' + count + ':' + parameter(header, QStringLiteral("cnonce")) + ":auth:" + second);
    if (parameter(header, QStringLiteral("username")) != "admin" || parameter(header, QStringLiteral("uri")) != uri ||
        parameter(header, QStringLiteral("response")) != wanted)
        return false;
    if (count.toUInt(nullptr, 16) <= m_counts.value(nonce)) {
        ++replays;
        return false;
    }
    m_counts[nonce] = count.toUInt(nullptr, 16);
    return true;
}

QByteArray RelayServer::answerTo(const QByteArray &request)
{
    const QList<QByteArray> words = request.left(request.indexOf('\r')).split(' ');
    const QByteArray uri = words.value(1);
    if (!password.isEmpty() && !authorized(words.value(0), uri, headerOf(request, "Authorization"))) {
        ++refusals;
        return response("401 Unauthorized", "{}", challenge(m_stale));
    }
    if (manner == Manner::Moved)
        return response("302 Found", "", "Location: http://127.0.0.1:9/\r\n");
    if (manner == Manner::Garbage)
        return response("200 OK", "<html>router</html>");
    return response("200 OK", manner == Manner::Endless ? obey(uri) + QByteArray(1024 * 1024, ' ') : obey(uri));
}

QByteArray RelayServer::obey(const QByteArray &uri)
{
    const QUrl url(QString::fromLatin1(uri));
    paths << url.path() + (url.hasQuery() ? QLatin1Char('?') + url.query() : QString());
    QJsonObject body;
    if (url.path() == QLatin1String("/rpc/Switch.Set")) {
        body.insert(QStringLiteral("was_on"), output);
        output = QUrlQuery(url).queryItemValue(QStringLiteral("on")) == QLatin1String("true");
        ++releases;
    } else {
        body.insert(QStringLiteral("switch:0"),
                    QJsonObject{{QStringLiteral("id"), 0}, {QStringLiteral("output"), output && manner != Manner::SaysOff}});
        for (auto input = inputs.cbegin(); manner != Manner::NoInputs && input != inputs.cend(); ++input)
            body.insert(QStringLiteral("input:%1").arg(input.key()), QJsonObject{{QStringLiteral("state"), input.value()}});
    }
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace gatehouse::test
