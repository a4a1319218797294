// SPDX-License-Identifier: GPL-3.0-or-later
#include "speaker.h"

#include "base/logging.h"
#include "presentation/taskqueue.h"

#include <QElapsedTimer>

#include <libspeechd.h>

#include <csignal>
#include <cstdlib>

namespace gatehouse::kiosk
{

namespace
{
constexpr qint64 lookAgainAfter = 10000; // ms

/// The connection, used on the worker thread only.
class Line
{
public:
    ~Line() { close(); }

    bool say(const QString &text, const QString &language)
    {
        if (!open())
            return false;
        const QByteArray code = language.section(QLatin1Char('_'), 0, 0).toLatin1();
        spd_cancel(m_connection);
        spd_set_language(m_connection, code.constData());
        const bool taken = spd_say(m_connection, SPD_MESSAGE, text.toUtf8().constData()) >= 0;
        if (!taken)
            close(); // the daemon has gone
        return taken;
    }

    void hush()
    {
        if (m_connection && spd_cancel(m_connection) < 0)
            close();
    }

private:
    bool open()
    {
        if (m_connection)
            return true;
        if (m_lookedAt.isValid() && m_lookedAt.elapsed() < lookAgainAfter)
            return false;
        m_lookedAt.start();
        char *problem = nullptr;
        m_connection = spd_open2("gatehouse-kiosk", "main", nullptr, SPD_MODE_SINGLE, nullptr, 1, &problem);
        std::free(problem);
        if (!m_connection && !std::exchange(m_complained, true))
            qCInfo(lcKiosk) << "nothing is said aloud: speech-dispatcher does not answer";
        return m_connection != nullptr;
    }

    void close()
    {
        if (m_connection)
            spd_close(std::exchange(m_connection, nullptr));
    }

    SPDConnection *m_connection = nullptr;
    QElapsedTimer m_lookedAt;
    bool m_complained = false;
};
} // namespace

struct Speaker::Private {
    std::shared_ptr<Line> line = std::make_shared<Line>();
    presentation::TaskQueue queue{QStringLiteral("kiosk-speech")};
};

Speaker::Speaker(QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    std::signal(SIGPIPE, SIG_IGN); // a daemon that goes away must not take the kiosk with it
}

Speaker::~Speaker() = default;

void Speaker::say(const QString &text, const QString &language)
{
    d->queue.run(
        this, [line = d->line, text, language] { return line->say(text, language); },
        [this](bool heard) { Q_EMIT said(heard); });
}

void Speaker::hush()
{
    d->queue.run([line = d->line] { line->hush(); });
}

} // namespace gatehouse::kiosk
