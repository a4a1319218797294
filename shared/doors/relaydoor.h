// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/randomness.h"
#include "digestauth.h"
#include "doorport.h"
#include "doorsettings.h"

#include <QByteArray>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QJsonObject;
class QNetworkAccessManager;
class QNetworkReply;
QT_END_NAMESPACE

namespace gatehouse::doors
{

/// A relay with the RPC of Shelly's second generation (Switch.Set, Shelly.GetStatus) over HTTP with digest authentication.
/// Every command is in the request line, which the digest covers. It is asked for its status twice a second, one request at a
/// time; none may take longer than `patience`. First it is asked without a password: a relay that answers that would obey
/// anybody on the cable, and is not used unless the settings allow it. After Switch.Set its status must say that the output is
/// on: an answer that does not fit is Lying, never a door that opened.
class RelayDoor final : public DoorPort
{
    Q_OBJECT

public:
    struct Pace {
        std::chrono::milliseconds patience{2000};
        std::chrono::milliseconds poll{500};
        std::chrono::milliseconds again{2000}; ///< after Silent or Refused
    };

    RelayDoor(DoorSettings settings, Randomness &randomness, Pace pace, QObject *parent = nullptr);
    RelayDoor(DoorSettings settings, Randomness &randomness, QObject *parent = nullptr);
    ~RelayDoor() override;

    void start() override;
    void release(std::chrono::seconds time) override;

private:
    struct Answer {
        int status = 0; ///< HTTP; 0: none in time
        QByteArray body;
        QByteArray challenge;
    };
    using Done = std::function<void(const Answer &)>;
    struct Call {
        QByteArray uri;
        Done done;
        bool withPassword = true;
        bool repeated = false;
    };

    void ask(const QByteArray &uri, Done done, bool withPassword = true, bool first = false);
    void sendNext();
    void send(const Call &call);
    void onFinished(QNetworkReply *reply);
    void probe();
    void onProbed(const Answer &answer);
    void poll();
    void onPolled(const Answer &answer);
    bool trouble(const Answer &answer);
    bool readStatus(const QByteArray &body, bool &output);
    void sendRelease();
    void endRelease(bool moved);
    void onSwitched(const Answer &answer);
    void onConfirmed(const Answer &answer);
    void askAgain(std::chrono::milliseconds pause);
    Health working() const;

    DoorSettings m_settings;
    Randomness &m_randomness;
    Pace m_pace;
    DigestAuth m_auth;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::deque<Call> m_calls;
    std::optional<Call> m_running;
    std::deque<std::chrono::seconds> m_releases; ///< asked for and not answered; the first is under way
    QTimer m_timer;
    bool m_protected = false;
    bool m_contradicted = false; ///< until a release is confirmed again
};

} // namespace gatehouse::doors
