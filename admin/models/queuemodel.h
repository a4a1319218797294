// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "texts.h"
#include "usecases/readvisits.h"

#include <QAbstractListModel>

namespace gatehouse::admin
{

/// A visit in the queue with what the row says about it.
struct QueueEntry {
    usecases::VisitRow row;
    int blocks = 0;
    int warnings = 0;

    bool operator==(const QueueEntry &other) const;
};

/// The queue of the Waiting page, oldest first. Rows keep their place when others come and go, so that the selection never
/// moves by itself; the row that is held (the open case) stays with its new state after its decision until it is let go.
class QueueModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Roles {
        VisitIdRole = Qt::UserRole + 1,
        TitleRole,
        SubtitleRole,
        WaitedRole,
        ZonesRole,
        BlocksRole,
        WarningsRole,
        StateRole,
        PendingRole
    };

    explicit QueueModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    /// The waiting visits as they are now. Returns those that were not there before.
    QList<domain::VisitId> update(const std::vector<QueueEntry> &entries, const SiteDirectory &site);
    /// What the policy says of a row that is there.
    void setVerdict(const domain::VisitId &id, int blocks, int warnings);
    /// The held row's new state, when it left the queue.
    void updateHeld(const domain::Visit &visit);
    void hold(const domain::VisitId &id);
    void setNow(const QDateTime &now);
    /// Decisions that can still be called back.
    void setPending(const QList<domain::VisitId> &pending);
    void retranslate(const SiteDirectory &site);
    void clear();

    int rowOf(const domain::VisitId &id) const;
    std::optional<QueueEntry> entry(int row) const;
    /// The row after this one, going round, whose visitor waits for a decision that nobody has planned yet; -1 when there is
    /// none.
    int nextWaiting(int row) const;
    int waiting() const;
    static QString title(const usecases::VisitRow &row, const SiteDirectory &site);

private:
    QString describe(const QueueEntry &entry) const;
    QString subtitle(const QueueEntry &entry) const;
    QStringList zones(const QueueEntry &entry) const;

    std::vector<QueueEntry> m_entries;
    SiteDirectory m_site;
    domain::VisitId m_held;
    QList<domain::VisitId> m_pending;
    QDateTime m_now;
};

} // namespace gatehouse::admin
