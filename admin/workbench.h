// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/taskqueue.h"
#include "seat.h"
#include "usecases/initsite.h"

#include <QObject>
#include <QTimer>

namespace gatehouse::storage
{
class ChangeWatcher;
}

namespace gatehouse::admin
{

/// Names and rules of the site that screens show; read again on every change.
struct SiteDirectory {
    QString siteName;
    std::vector<domain::Zone> zones;
    std::vector<domain::Purpose> purposes;
    std::vector<domain::Staff> staff;
    domain::SitePlaces places;
    domain::NoticesInForce notices;
    QStringList uncertified; ///< staff numbers whose records do not say what a manager certified

    const domain::Zone *zone(const domain::ZoneId &id) const;
    const domain::Purpose *purpose(const domain::PurposeId &id) const;
    QString staffName(const domain::StaffId &id) const;
    bool operator==(const SiteDirectory &) const = default;
};

/// The person at the desk, as the windows know them. The keys stay with the worker.
struct SignedIn {
    domain::Staff staff;
    bool passwordExpired = false;
    bool elsewhereClosed = false;
};

/// The windows' way to the use cases: a function given to ask() or act() runs with the Seat on the worker thread, and its
/// answer comes back on the GUI thread, unless the receiver is gone. Lives on the GUI thread; never blocks it.
///
/// Trouble with the database (locked, read-only, full, damaged, newer, not ours) is also said once through troubled(), and once
/// through recovered() when it is over; the answer still goes to whoever asked, who keeps what was entered.
class Workbench : public QObject
{
    Q_OBJECT

public:
    explicit Workbench(SeatPlan plan, QObject *parent = nullptr);
    ~Workbench() override;

    /// `work`: Result<T>(Seat &), copyable; `done`: void(Result<T>).
    template <typename Work, typename Done>
    void ask(QObject *receiver, Work work, Done done)
    {
        run(receiver, std::move(work), std::move(done), false);
    }

    /// The same for what changes something: changed() follows a success.
    template <typename Work, typename Done>
    void act(QObject *receiver, Work work, Done done)
    {
        run(receiver, std::move(work), std::move(done), true);
    }

    /// Blocking work without the database: paper and pictures.
    template <typename Work, typename Done>
    void offload(QObject *receiver, Work work, Done done)
    {
        m_paper.run(receiver, std::move(work), std::move(done));
    }

    void probe();
    /// Makes the site; the answer is on the recovery sheet and nowhere else.
    template <typename Done>
    void setUp(QObject *receiver, std::shared_ptr<usecases::SiteSetup> setup, Done done)
    {
        m_tasks.run(
            receiver,
            [seat = m_seat, setup]() -> Result<usecases::NewSite> {
                GATEHOUSE_TRY(usecases::checkVaultIsFree(seat->vault()));
                GATEHOUSE_TRY(seat->createStore());
                return usecases::initSite(seat->store(), *seat->plan().clock, *seat->plan().randomness, seat->vault(), *setup);
            },
            std::move(done));
    }
    void signIn(const QString &number, security::SecureBytes password);
    /// The language of the signed-in person, kept for every workstation.
    void rememberLanguage(const QString &language);
    /// The person's session ends; windows hear signedOut().
    void signOut();
    /// Asks whether the session is still the person's open one, lets waiting kiosks have their faces, reads the directory
    /// again.
    void refreshDesk();
    /// Starts to look for changes that others made: arrivals show within half a second.
    void watch();
    /// Opens the database anew: after trouble, or when the person asks for it.
    void retry();

    const SiteDirectory &directory() const { return m_directory; }
    const std::optional<SignedIn> &person() const { return m_person; }
    bool has(domain::Role role) const { return m_person && m_person->staff.has(role); }
    const Clock &clock() const { return *m_plan.clock; }
    /// Whether the person registers visitors, decides on them and books them out.
    bool mayDecide() const { return has(domain::Role::Guard) || has(domain::Role::Manager); }
    QDateTime now() const { return m_plan.clock->now(); }
    const SeatPlan &plan() const { return m_plan; }
    std::optional<Error> trouble() const { return m_trouble; }
    /// Whether reading goes on as ever: nothing is wrong, or only the clock or the room on the disk.
    bool canRead() const;

    /// A locked desk: pages neither show nor load, and the opened cards are forgotten; the worker goes on letting kiosks have
    /// their faces.
    void setLocked(bool locked);
    bool isWorking() const { return m_person && !m_locked; }

    /// Waits for everything given so far.
    void drain();

Q_SIGNALS:
    void probed(gatehouse::admin::SiteState state);
    void probeFailed(const gatehouse::Error &error);
    void signedIn();
    void signInFailed(const gatehouse::Error &error);
    void signedOut();
    /// From now on the changes of others are seen.
    void watching();
    /// Somebody, here or elsewhere, committed something.
    void changed();
    void directoryChanged();
    /// The session was closed from elsewhere, or the person was ended.
    void sessionLost();
    void troubled(const gatehouse::Error &error);
    void recovered();
    /// The database was looked at again; recovered() comes first when the trouble is over.
    void retried();

private:
    template <typename Work, typename Done>
    void run(QObject *receiver, Work work, Done done, bool changes)
    {
        using Answer = std::invoke_result_t<Work, Seat &>;
        m_tasks.run(
            this,
            [seat = m_seat, task = std::move(work)]() mutable -> Answer {
                if (Result<void> ready = seat->open(); !ready)
                    return fail(ready.error());
                return task(*seat);
            },
            [this, changes, guard = QPointer<QObject>(receiver), call = std::move(done)](Answer answer) mutable {
                note(answer ? std::nullopt : std::optional<Error>(answer.error()));
                const bool announce = changes && answer.has_value();
                if (guard)
                    call(std::move(answer));
                if (announce)
                    Q_EMIT changed();
            });
    }

    void note(const std::optional<Error> &error);
    void raise(const Error &error);
    void recover();

    SeatPlan m_plan;
    std::shared_ptr<Seat> m_seat;
    SiteDirectory m_directory;
    bool m_directoryKnown = false; ///< to whoever signed in last
    std::optional<SignedIn> m_person;
    std::optional<Error> m_trouble;
    std::optional<Error> m_keyTrouble; ///< that the log has last
    bool m_locked = false;
    QTimer m_retry; ///< the one that is to come, however often it was asked for
    storage::ChangeWatcher *m_watcher = nullptr;
    bool m_refreshing = false;
    bool m_refreshAgain = false;
    presentation::TaskQueue m_paper;
    presentation::TaskQueue m_tasks;
};

/// Whether the error is the database's rather than the person's.
bool isStorageTrouble(const Error &error);

} // namespace gatehouse::admin
