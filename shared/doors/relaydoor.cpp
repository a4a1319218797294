// SPDX-License-Identifier: GPL-3.0-or-later
#include "relaydoor.h"

#include "base/logging.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

namespace gatehouse::doors
{

namespace
{
constexpr int unauthorized = 401;
constexpr int ok = 200;
constexpr qsizetype longestBody = 64 * 1024;
const QByteArray statusUri = QByteArrayLiteral("/rpc/Shelly.GetStatus");

/// `output` of "switch:0", `state` of "input:1"; nothing when it is not there or no truth value.
std::optional<bool> truth(const QJsonObject &status, const QString &part, QLatin1String name)
{
    const QJsonValue value = status.value(part).toObject().value(name);
    return value.isBool() ? std::optional<bool>(value.toBool()) : std::nullopt;
}
} // namespace

RelayDoor::RelayDoor(DoorSettings settings, Randomness &randomness, QObject *parent)
    : RelayDoor(std::move(settings), randomness, Pace{}, parent)
{
}

RelayDoor::RelayDoor(DoorSettings settings, Randomness &randomness, Pace pace, QObject *parent)
    : DoorPort(parent), m_settings(std::move(settings)), m_randomness(randomness), m_pace(pace),
      m_auth(QStringLiteral("admin"), m_settings.password), m_network(std::make_unique<QNetworkAccessManager>())
{
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        const bool known = canRelease(health()) || health() == Health::Lying;
        known ? poll() : probe();
    });
    connect(m_network.get(), &QNetworkAccessManager::finished, this, &RelayDoor::onFinished);
}

RelayDoor::~RelayDoor()
{
    disconnect(m_network.get(), nullptr, this, nullptr); // it finishes what runs when it goes
}

void RelayDoor::start()
{
    probe();
}

// Requests, one at a time

void RelayDoor::ask(const QByteArray &uri, Done done, bool withPassword, bool first)
{
    Call call{uri, std::move(done), withPassword, false};
    if (first)
        m_calls.push_front(std::move(call));
    else
        m_calls.push_back(std::move(call));
    sendNext();
}

void RelayDoor::sendNext()
{
    if (m_running || m_calls.empty())
        return;
    m_running = std::move(m_calls.front());
    m_calls.pop_front();
    send(*m_running);
}

void RelayDoor::send(const Call &call)
{
    const qsizetype query = call.uri.indexOf('?');
    QUrl url = m_settings.address;
    url.setPath(QString::fromLatin1(query < 0 ? call.uri : call.uri.left(query)));
    url.setQuery(query < 0 ? QString() : QString::fromLatin1(call.uri.mid(query + 1)));
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    if (call.withPassword && m_auth.hasNonce())
        request.setRawHeader("Authorization", m_auth.authorization("GET", call.uri, m_randomness.bytes(16).toHex()));
    QNetworkReply *reply = m_network->get(request);
    reply->setReadBufferSize(longestBody); // a longer one is not taken in and runs into the deadline
    QTimer::singleShot(m_pace.patience, reply, &QNetworkReply::abort); // for the whole of it, whatever comes byte by byte
}

void RelayDoor::onFinished(QNetworkReply *reply)
{
    reply->deleteLater();
    if (!m_running)
        return;
    Answer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (reply->error() == QNetworkReply::OperationCanceledError || reply->error() == QNetworkReply::TimeoutError)
        answer.status = 0; // it began to answer and did not end
    answer.challenge = reply->rawHeader("WWW-Authenticate");
    answer.body = reply->isReadable() ? reply->read(longestBody) : QByteArray();
    if (answer.status == unauthorized && m_running->withPassword && !m_running->repeated &&
        m_auth.challenge(answer.challenge)) {
        m_running->repeated = true; // a new nonce: the relay was restarted, or the old one was used up
        send(*m_running);
        return;
    }
    const Call call = std::move(*m_running);
    m_running.reset();
    call.done(answer);
    sendNext();
}

// What it is

void RelayDoor::probe()
{
    m_protected = false;
    ask(
        statusUri, [this](const Answer &answer) { onProbed(answer); }, false);
}

void RelayDoor::onProbed(const Answer &answer)
{
    if (answer.status == unauthorized && m_auth.challenge(answer.challenge)) {
        m_protected = true;
        poll();
        return;
    }
    if (answer.status == ok && m_settings.allowUnprotected) {
        onPolled(answer);
        return;
    }
    qCWarning(lcDoor) << "the relay is not used, its answer without a password was" << answer.status;
    setInputs({});
    setHealth(answer.status == 0 ? Health::Silent : Health::Refused);
    askAgain(m_pace.again);
}

Health RelayDoor::working() const
{
    if (m_contradicted)
        return Health::Lying;
    return m_protected ? Health::Ready : Health::Unprotected;
}

void RelayDoor::poll()
{
    ask(statusUri, [this](const Answer &answer) { onPolled(answer); });
}

/// Says what an answer that is none means; true when it was one of those.
bool RelayDoor::trouble(const Answer &answer)
{
    if (answer.status == ok)
        return false;
    const bool refused = answer.status == unauthorized || answer.status == 403;
    setHealth(answer.status == 0 ? Health::Silent : refused ? Health::Refused : Health::Lying);
    return true;
}

void RelayDoor::onPolled(const Answer &answer)
{
    bool output = false;
    if (trouble(answer)) {
        setInputs({});
        askAgain(m_pace.again);
        return;
    }
    setHealth(readStatus(answer.body, output) ? working() : Health::Lying);
    askAgain(m_pace.poll);
}

bool RelayDoor::readStatus(const QByteArray &body, bool &output)
{
    const QJsonObject status = QJsonDocument::fromJson(body).object();
    const auto input = [&](const std::optional<int> &terminal, std::optional<bool> &value) {
        if (terminal)
            value = truth(status, QStringLiteral("input:%1").arg(*terminal), QLatin1String("state"));
        return !terminal || value.has_value();
    };
    DoorInputs inputs;
    const bool whole = input(m_settings.contactInput, inputs.open) && input(m_settings.exitInput, inputs.exit) &&
                       input(m_settings.tamperInput, inputs.tamper);
    const auto state = truth(status, QStringLiteral("switch:%1").arg(m_settings.switchId), QLatin1String("output"));
    setInputs(whole ? inputs : DoorInputs{});
    output = state.value_or(false);
    return whole && state.has_value();
}

void RelayDoor::askAgain(std::chrono::milliseconds pause)
{
    m_timer.start(pause);
}

// Letting go

void RelayDoor::release(std::chrono::seconds time)
{
    m_releases.push_back(time);
    if (m_releases.size() == 1)
        sendRelease();
}

void RelayDoor::sendRelease()
{
    if (!canRelease(health()) && !m_contradicted) { // after a contradiction the next release shows whether it was one
        endRelease(false);
        return;
    }
    // toggle_after is the relay's own: it locks again whatever becomes of this program.
    const QByteArray uri = "/rpc/Switch.Set?id=" + QByteArray::number(m_settings.switchId) +
                           "&on=true&toggle_after=" + QByteArray::number(static_cast<qint64>(m_releases.front().count()));
    ask(
        uri, [this](const Answer &answer) { onSwitched(answer); }, true, true);
}

void RelayDoor::onSwitched(const Answer &answer)
{
    if (trouble(answer)) {
        askAgain(m_pace.again);
        endRelease(false);
        return;
    }
    ask(
        statusUri, [this](const Answer &status) { onConfirmed(status); }, true, true);
}

void RelayDoor::onConfirmed(const Answer &answer)
{
    bool output = false;
    const bool readable = !trouble(answer) && readStatus(answer.body, output);
    m_contradicted = readable && !output;
    if (readable)
        setHealth(working());
    else if (answer.status == ok)
        setHealth(Health::Lying);
    endRelease(readable && output);
}

void RelayDoor::endRelease(bool moved)
{
    Q_EMIT released(moved);
    m_releases.pop_front(); // who is told may ask for another one: that waits until here
    if (!m_releases.empty())
        sendRelease();
}

} // namespace gatehouse::doors
