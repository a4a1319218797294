// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>
#include <QTcpServer>
#include <QUrl>

namespace gatehouse::test
{

/// A relay on the loopback interface that behaves as the manufacturer's interface says, and misbehaves on demand. It checks
/// every digest with a calculation of its own (RFC 7616, 3.4.1), and that the count of a nonce grows.
class RelayServer : public QTcpServer
{
    Q_OBJECT

public:
    enum class Manner { Honest, Silent, HalfAnswer, Garbage, NoInputs, SaysOff, Moved, WeakChallenge, Dribble, Endless };

    RelayServer();
    QUrl address() const;

    QString password = QStringLiteral("correct-horse"); ///< empty: it answers anybody
    Manner manner = Manner::Honest;
    bool output = false;
    QHash<int, bool> inputs{{0, false}, {1, false}, {2, false}};

    /// Every nonce that was given out is forgotten, as when the relay is switched off and on.
    void forgetNonces() { m_counts.clear(); }

    QStringList paths; ///< of the requests that were obeyed
    int refusals = 0;  ///< requests without a right digest
    int replays = 0;   ///< of these: a count that did not grow
    int releases = 0;

private:
    void onReadyRead();
    QByteArray answerTo(const QByteArray &request);
    bool authorized(const QByteArray &method, const QByteArray &uri, const QByteArray &header);
    QByteArray challenge(bool stale);
    QByteArray obey(const QByteArray &uri);

    QHash<QByteArray, quint32> m_counts; ///< highest count by nonce
    int m_nonces = 0;
    bool m_stale = false;
};

} // namespace gatehouse::test
