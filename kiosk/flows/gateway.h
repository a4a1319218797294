// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/taskqueue.h"
#include "trouble.h"

#include "domain/notices.h"
#include "domain/zone.h"
#include "usecases/workplace.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace gatehouse::kiosk
{

/// The detail of an opener's error when this machine has no station key that it may use.
inline const QString noIdentity = QStringLiteral("identity");

/// What lives on the worker thread while the database is open. Made by the opener, dropped on that thread.
class Desk
{
public:
    virtual ~Desk() = default;
    virtual const usecases::Workplace &workplace() const = 0;
    /// The key of this boot, to which badge faces are sealed. In memory only.
    virtual const security::BoxKeyPair &boot() const = 0;
    /// Puts that key back where the database has it no longer; called at every look at the site.
    [[nodiscard]] virtual Result<void> announceAgain() = 0;
    /// The workplace's own authority, which may be kept when the database is away.
    virtual std::shared_ptr<const usecases::Authority> authority() const = 0;
};

/// What the screens need of the site, taken over when the database was opened or has changed.
struct SiteFacts {
    QString siteName;
    domain::StationId station;
    std::vector<domain::Zone> zones;
    std::vector<domain::Purpose> purposes;
    domain::NoticesInForce notices;

    bool operator==(const SiteFacts &) const = default;
};

/// The way to the use cases: opens the desk on a worker thread, runs work there, says why the kiosk is out of order and tries
/// again with growing pauses (0.5 s to 10 s) until it is not. Answers come in the GUI thread, unless their context was
/// destroyed. Nothing here blocks but destruction, which waits for the work that runs.
class Gateway : public QObject
{
    Q_OBJECT

public:
    using Opener = std::function<Result<std::unique_ptr<Desk>>()>;

    /// `opener` runs on the worker. `zone`: the one behind a door, which the site must have; empty in the lobby.
    Gateway(Opener opener, const Clock &clock, const QString &zone = {}, QObject *parent = nullptr);
    ~Gateway() override;

    void open();
    bool isOpen() const { return m_open; }
    Trouble trouble() const { return m_trouble; }
    const SiteFacts &facts() const { return m_facts; }

    /// Runs `work(const Desk &) -> Result<T>` and calls `done(Result<T>)`. Unavailable while the desk is closed. A failure that
    /// concerns the whole kiosk (see troubleOf) becomes trouble() as well.
    template <typename Work, typename Done>
    void run(QObject *context, Work work, Done done)
    {
        using R = std::invoke_result_t<Work, const Desk &>;
        m_queue->run(
            context,
            [holder = m_holder, call = std::move(work)]() mutable -> R {
                if (!holder->desk)
                    return fail(ErrorCode::Unavailable, QStringLiteral("desk closed"));
                return call(*holder->desk);
            },
            [this, finish = std::move(done)](R result) mutable {
                if (!result)
                    note(result.error());
                finish(std::move(result));
            });
    }

    /// The same for work that goes on while the desk is closed: `work(const Desk *)` gets null then. Its failures are its own.
    template <typename Work, typename Done>
    void runAnyway(QObject *context, Work work, Done done)
    {
        m_queue->run(
            context,
            [holder = m_holder, call = std::move(work)]() mutable {
                return call(static_cast<const Desk *>(holder->desk.get()));
            },
            std::move(done));
    }

    /// Looks at the site again: facts, time and trust. Called on every change of the database.
    void refresh();
    /// Called four times a second: tries to open again when it is time.
    void tick();
    presentation::TaskQueue &queue() { return *m_queue; }
    /// For paper: a spooler that hangs keeps nobody from the database.
    presentation::TaskQueue &paper() { return m_paper; }

Q_SIGNALS:
    void troubleChanged();
    void factsChanged();
    /// Something was committed by another program, or by this one; and after opening.
    void changed();

private:
    struct Holder {
        std::unique_ptr<Desk> desk;
    };

    void note(const Error &error);
    void setTrouble(Trouble trouble);
    void scheduleRetry();
    void take(const Result<SiteFacts> &facts, bool deskIsThere);
    bool lacksZone(const SiteFacts &facts) const;
    void logTrouble(const QString &what, QStringList why);
    void close();

    Opener m_opener;
    const Clock &m_clock;
    QString m_zone;
    std::shared_ptr<Holder> m_holder;
    std::unique_ptr<presentation::TaskQueue> m_queue;
    presentation::TaskQueue m_paper{QStringLiteral("kiosk-paper")};
    Trouble m_trouble = Trouble::None;
    SiteFacts m_facts;
    bool m_open = false;
    bool m_opening = false;
    bool m_refreshing = false;
    bool m_refreshAgain = false;
    std::chrono::milliseconds m_lookedAt{0};
    bool m_onTrial = false; ///< opened again after damage
    QHash<QString, std::chrono::milliseconds>
        m_logged; ///< the lines of troubles since the last was over, and when they were said
    std::chrono::milliseconds m_pause{500};
    std::chrono::milliseconds m_retryAt{0};
};

} // namespace gatehouse::kiosk
