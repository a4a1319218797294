// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QObject>
#include <QThread>

namespace gatehouse::storage
{

/// Says when any connection (of this program or another) has committed to a database, well within half a second. Has a thread
/// and a read-only Store of its own; the signals come on the thread of the watcher. When the database cannot be reached it says
/// so once and keeps trying; changed() follows when it is back.
class ChangeWatcher : public QObject
{
    Q_OBJECT
public:
    explicit ChangeWatcher(const QString &url, QObject *parent = nullptr);
    ~ChangeWatcher() override;

    /// Watching begins; once.
    void start();

Q_SIGNALS:
    void started();
    void changed();
    void unreachable(const gatehouse::Error &error);

private:
    class Poller;

    QString m_url;
    QThread m_thread;
};

} // namespace gatehouse::storage

Q_DECLARE_METATYPE(gatehouse::Error)
