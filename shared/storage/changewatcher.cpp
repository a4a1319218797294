// SPDX-License-Identifier: GPL-3.0-or-later
#include "changewatcher.h"

#include "open.h"

#include <QTimer>

#include <functional>

namespace gatehouse::storage
{

namespace
{
constexpr int pollMs = 150;
constexpr int retryMs = 1000;

/// While nothing can be written, no connection is kept: SQLite shares the lock file of a database among the connections of a
/// program, and one that was opened read-only would keep all the others from writing once they could.
Result<void> requireWriting(const QString &url)
{
    auto store = openStore(url, {.migrate = false, .busyTimeout = std::chrono::milliseconds(0)});
    if (!store)
        return store.error().code == ErrorCode::ReadOnly ? Result<void>(fail(store.error())) : Result<void>();
    const auto transaction = (*store)->beginWrite();
    if (!transaction && transaction.error().code == ErrorCode::ReadOnly)
        return fail(transaction.error());
    return {};
}
} // namespace

/// Lives on the watcher's thread.
class ChangeWatcher::Poller : public QObject
{
public:
    Poller(QString url, std::function<void()> changed, std::function<void(const Error &)> unreachable)
        : m_url(std::move(url)), m_changed(std::move(changed)), m_unreachable(std::move(unreachable)), m_timer(this)
    {
        connect(&m_timer, &QTimer::timeout, this, &Poller::poll);
    }

    void start()
    {
        poll();
        m_timer.start(m_store ? pollMs : retryMs);
    }

    void stop()
    {
        m_timer.stop();
        m_store.reset();
    }

private:
    void poll()
    {
        if (auto version = currentVersion(); !version) {
            lose(version.error());
        } else if (m_lost || (m_version && *m_version != *version)) {
            m_lost = false;
            m_version = *version;
            m_changed();
        } else {
            m_version = *version;
        }
    }

    Result<qint64> currentVersion()
    {
        if (!m_store) {
            GATEHOUSE_TRY(requireWriting(m_url));
            OpenOptions options;
            options.readOnly = true;
            GATEHOUSE_TRY_ASSIGN(m_store, openStore(m_url, options));
            m_timer.setInterval(pollMs);
        }
        return m_store->dataVersion();
    }

    void lose(const Error &error)
    {
        m_store.reset();
        m_version.reset();
        m_timer.setInterval(retryMs);
        if (!m_lost)
            m_unreachable(error);
        m_lost = true;
    }

    QString m_url;
    std::function<void()> m_changed;
    std::function<void(const Error &)> m_unreachable;
    QTimer m_timer;
    std::unique_ptr<domain::Store> m_store;
    std::optional<qint64> m_version;
    bool m_lost = false;
};

ChangeWatcher::ChangeWatcher(const QString &url, QObject *parent) : QObject(parent), m_url(url)
{
    qRegisterMetaType<Error>();
}

ChangeWatcher::~ChangeWatcher()
{
    m_thread.quit();
    m_thread.wait();
}

void ChangeWatcher::start()
{
    if (m_thread.isRunning())
        return;
    // Emitted from the thread; whoever is connected lives elsewhere and gets them queued.
    auto *poller = new Poller(
        m_url, [this] { QMetaObject::invokeMethod(this, &ChangeWatcher::changed, Qt::QueuedConnection); },
        [this](const Error &error) {
            QMetaObject::invokeMethod(
                this, [this, error] { Q_EMIT unreachable(error); }, Qt::QueuedConnection);
        });
    poller->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, poller, [this, poller] {
        poller->start();
        QMetaObject::invokeMethod(this, &ChangeWatcher::started, Qt::QueuedConnection);
    });
    connect(&m_thread, &QThread::finished, poller, [poller] { poller->stop(); });
    connect(&m_thread, &QThread::finished, poller, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("change watcher"));
    m_thread.start();
}

} // namespace gatehouse::storage
